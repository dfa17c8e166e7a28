"""The example house: one thing of each kind with every field filled in, all of it invented.

Templates, schemas and the handbook show it; a test reads it as any house is read.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from ..huis import soorten
from ..huis.berichten import BLOG
from ..lezen.boom import Boom, lees_boom

VOORBEELDMAP = Path(__file__).parent / "voorbeeld"
"""The folder with the example house in `huis/`, and its posts in `paginas/blog/`."""


def voorbeeldpad(soort: str) -> Path:
    """The file of the fullest example of a kind (`medewerkers`, `organisatie`, `blog`)."""
    if soort == BLOG:
        return _volste(VOORBEELDMAP / "paginas" / BLOG)
    huis = VOORBEELDMAP / "huis"
    return huis / f"{soort}.yml" if soorten()[soort].enkel else _volste(huis / soort)


def _volste(map_: Path) -> Path:
    return max(map_.iterdir(), key=lambda pad: pad.stat().st_size)


def voorbeeldtekst(soort: str) -> str:
    """The text of the example file of a kind."""
    return voorbeeldpad(soort).read_text("utf-8")


@cache
def voorbeeld_van(soort: str) -> Mapping[str, Boom]:
    """The values of the example of a kind, by key; every scalar is the text that was written.

    Of a post: the fields at its top, and what stands below them as `tekst`.
    """
    tekst, lijf = voorbeeldtekst(soort), ""
    if soort == BLOG:
        _, tekst, lijf = tekst.split("---\n", 2)
    boom = lees_boom(tekst)
    assert isinstance(boom, dict)
    return {**boom, "tekst": lijf.strip()} if lijf else boom
