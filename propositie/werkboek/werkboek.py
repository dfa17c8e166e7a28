"""The whole werkboek: every page, every file, and what its header and footer need to know."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from ..handboek import beelden
from ..kit.kist import Stof as Kitstof
from ..kit.opdracht import Opdracht, voer_uit
from ..kit.uitdelen import LIJST
from ..paginas import Site
from ..paginas.schil import icoonset, stijlblad
from ..paginas.werkbank import lees_woorden
from ..uitvoer.beelden import Beelden
from ..uitvoer.bestand import Bestand
from ..uitvoer.palet import palet
from . import bladen
from .werkblad import Stof, Werkblad, bladadres, naar_blad

MENU = ("bevindingen/", "zes-stappen/", "straks/", "kit/", "handboek/")

WOORDEN = {
    "zoek_label": "Zoeken in het werkboek",
    "zoek_voorbeeld": "bv. toestemming",
    "zoek_geen": "Niets gevonden. Probeer een ander woord.",
    "zoek_fout": "Zoeken werkt alleen in de voorvertoning: mkdocs serve -f werkboek.yml",
}
"""What the shell says otherwise here than on the public site."""


def maak_werkboek(stof: Stof, kitmap: Path, site_url: str | None, cachemap: Path) -> Site:
    """Make every page and file of the internal edition.

    The kits are made in `kitmap`, and lead to the public site at `site_url`; without an address
    there are none. A damaged picture raises `BeeldFout`.
    """
    kit = _kits(stof, kitmap, site_url, cachemap)
    blad = Werkblad(stof)
    paginas = list(
        chain(
            bladen.thuis(blad),
            bladen.bevindingen(blad),
            bladen.zes_stappen(blad),
            bladen.straks(blad),
            bladen.kits(blad, kit),
            bladen.handboek(blad),
        )
    )
    titels = {p.adres: p.titel for p in paginas}
    merk, organisatie = stof.huis.merk, stof.huis.organisatie
    iconen = icoonset(stof.publiek, Beelden(stof.controle.lezing.beeldpad, stof.cache), stof.cache)
    stijl = stijlblad(merk.kleuren, stof.sjabloonmappen, erbij="werkboek/stijl.css")
    kleuren = palet(merk.kleuren.hoofd, merk.kleuren.accent)
    schil = {
        "werkboek": True,
        "begin": bladadres(""),
        "naam": f"Werkboek {organisatie.naam}",
        "payoff": "Alleen voor collega's; komt nooit op de openbare site.",
        "stijl": stijl.adres,
        "themakleur": {"licht": kleuren["licht"]["grond"], "donker": kleuren["donker"]["grond"]},
        "menu": [naar_blad({"titel": titels[a], "adres": a}) for a in MENU],
        "voet": [],
        "feeds": (),
        "gemaakt": list(titels),
        "iconen": iconen.adressen,
        "woorden": {**lees_woorden(stof.sjabloonmappen, "u"), **WOORDEN},
    }
    robots = Bestand("robots.txt", b"User-agent: *\nDisallow: /\n")
    bestanden = [
        stijl, robots, *iconen.bestanden,
        *(Bestand(adres, inhoud) for adres, inhoud in beelden().items()),
    ]  # fmt: skip
    stof.cache.ruim_op()
    return Site(paginas, bestanden, schil, _kitbestanden(kitmap) if kit else {})


def _kits(
    stof: Stof, kitmap: Path, site_url: str | None, cachemap: Path
) -> Sequence[Kitstof] | None:
    """Make the kits; what was wrong with their print goes among the findings."""
    if site_url is None:
        return None
    opdracht = Opdracht(None, kitmap, stof.op, site_url, stof.sjabloonmappen, cachemap)
    uitslag, gevonden = voer_uit(stof.controle, opdracht)
    stof.controle.bevindingen.extend(gevonden)
    return [*uitslag.gelijk, *uitslag.gemaakt]


def _kitbestanden(kitmap: Path) -> dict[str, Path]:
    """The files of the kits by their address. The werkboek has an overview of its own."""
    wortel = {LIJST, "index.html"}
    return {
        f"kit/{pad.relative_to(kitmap).as_posix()}": pad
        for pad in sorted(kitmap.rglob("*"))
        if pad.is_file() and not (pad.parent == kitmap and pad.name in wortel)
    }
