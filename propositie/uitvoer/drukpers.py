"""The printing press: typst, from the one wheel that brings it, for what must become pixels.

Nothing here reads the network or the disk: sources, pictures and texts go in as bytes. Texts go
in as data, so that whatever somebody typed is set as text and never read as instructions.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.metadata import version

import typst

VERSIE = version("typst")
_HOOFD = "main.typ"


@cache
def _letters(alle: bool) -> typst.Fonts:
    """The fonts of typst itself, or of this machine too: looked up once, for that takes longer
    than setting a page."""
    return typst.Fonts(include_system_fonts=alle)


class DrukFout(Exception):
    """What typst could not set; the text is its own, in English."""


def druk_png(
    bron: str, gegevens: object, bestanden: Mapping[str, str], *, alle_letters: bool = False
) -> list[bytes]:
    """Set `bron` (typst) and return a PNG for each page, one pixel to the point.

    `gegevens` is what the source reads with `json(bytes(sys.inputs.gegevens))`; `bestanden` are
    the files it may name: text, for typst takes no other here. `alle_letters` also takes the
    fonts of this machine: slower, and only for scripts that typst's own fonts do not have.
    """
    try:
        uit: bytes | list[bytes] = typst.compile(  # type: ignore[call-overload] # its stub lags
            {n: t.encode() for n, t in {_HOOFD: bron, **bestanden}.items()},
            format="png",
            ppi=72.0,
            font_paths=_letters(alle_letters),
            sys_inputs={"gegevens": json.dumps(gegevens)},
        )
    except (typst.TypstError, RuntimeError, ValueError) as fout:
        raise DrukFout(str(fout)) from fout
    return uit if isinstance(uit, list) else [uit]


def druk_pdf(
    bron: str, gegevens: object, bestanden: Mapping[str, str], *, alle_letters: bool = False
) -> bytes:
    """Set `bron` as a tagged PDF (PDF/UA-1) that a screen reader can read; the rest as above."""
    try:
        uit: bytes = typst.compile(  # type: ignore[call-overload] # its stub lags
            {n: t.encode() for n, t in {_HOOFD: bron, **bestanden}.items()},
            format="pdf",
            pdf_standards=["ua-1"],
            font_paths=_letters(alle_letters),
            sys_inputs={"gegevens": json.dumps(gegevens)},
        )
    except (typst.TypstError, RuntimeError, ValueError) as fout:
        raise DrukFout(str(fout)) from fout
    return uit


_TEKENING = """\
#set page(width: 512pt, height: 512pt, margin: 0pt, fill: none)
#image("tekening.svg", width: 100%, height: 100%, fit: "contain")
"""


def svg_als_png(svg: bytes) -> bytes:
    """A drawing as PNG of 512 by 512 pixels, see-through where nothing is drawn."""
    return druk_png(_TEKENING, None, {"tekening.svg": svg.decode()})[0]


GEWOON = frozenset(
    chr(n)
    for begin, eind in ((0x20, 0x7F), (0xA0, 0x180), (0x2010, 0x2027))
    for n in range(begin, eind)
) - {"\u00ad", "\u2011"}
"""What Libertinus Serif certainly has: the letters and marks of western and central Europe."""


@lru_cache(maxsize=4096)
def zetbaar(teken: str, alle_letters: bool) -> bool:
    """Whether some font has `teken`, typst's own or (`alle_letters`) one of this machine."""
    if teken in GEWOON:
        return True
    try:
        # Under PDF/UA typst refuses to set what no font has; a PNG would show an empty box.
        typst.compile(
            b'#set document(title: "x")\n#sys.inputs.teken',
            format="pdf",
            pdf_standards=["ua-1"],
            font_paths=_letters(alle_letters),
            sys_inputs={"teken": teken},
        )
    except (typst.TypstError, ValueError):
        return False
    return True
