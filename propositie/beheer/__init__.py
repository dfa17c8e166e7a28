"""Forms in the browser: a page on which staff change the house without ever seeing YAML.

The editor is Sveltia CMS, served by the site itself; it works straight on the repository, so
there is no server. Its forms follow from the models, and our own format writes a file back with
only the change in it. `beheerbestanden` is the only door.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from ..uitvoer.bestand import Bestand
from ..uitvoer.cache import Cache
from .instelling import Beheer, instelling
from .pakketten import TAALBESTAND, PakketFout, bestanden

__all__ = ["ADRES", "Beheer", "PakketFout", "beheerbestanden"]

ADRES = "beheer/"
"""Where the page is, under the root of the site."""


def beheerbestanden(beheer: Beheer, bewaard: Cache) -> Iterator[Bestand]:
    """Every file of the page. Raises `PakketFout` when what it stands on cannot be had."""
    hier = files(__package__)
    for adres, inhoud in bestanden(bewaard):
        if adres == TAALBESTAND:
            woorden = json.loads(hier.joinpath("woorden.json").read_text("utf-8"))
            inhoud = _json(_aangevuld(json.loads(inhoud), woorden))
        yield Bestand(ADRES + adres, inhoud)
    for bron in hier.joinpath("pagina").iterdir():
        yield Bestand(ADRES + bron.name, bron.read_bytes())
    yield Bestand(f"{ADRES}instelling.json", _json(instelling(beheer)))


def _aangevuld(taal: dict[str, Any], woorden: dict[str, Any]) -> dict[str, Any]:
    """The Dutch of the editor, with the words that it has no Dutch for yet."""
    samen = dict(taal)
    for naam, woord in woorden.items():
        oud = samen.get(naam, {})
        samen[naam] = _aangevuld(oud, woord) if isinstance(woord, dict) else woord
    return samen


def _json(inhoud: object) -> bytes:
    return (json.dumps(inhoud, ensure_ascii=False, indent=1) + "\n").encode()
