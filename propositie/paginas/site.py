"""The whole public site: every page, every file, and what header and footer need to know."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from ..editie import PubliekHuis
from ..huis.velden import belbaar
from ..uitvoer.beelden import Beelden, Beeldpad
from ..uitvoer.bestand import Bestand
from ..uitvoer.cache import Cache
from ..uitvoer.iconen import Iconen, iconen_van
from ..uitvoer.letter import letter
from ..uitvoer.palet import als_css, palet
from . import (
    aanbod,
    blog,
    contact,
    hulp_bij,
    mensen,
    thuis,
    toegankelijkheid,
    vindbaar,
    voor_wie,
    waarom_wij,
)
from .gedeeld import met_deelbeelden
from .pagina import Pagina
from .werkbank import Werkbank, lees_woorden

Schil = Mapping[str, object]
"""What the theme's header and footer read as `config.extra.huis`."""

MENU = ("voor-wie/", "aanbod/", "mensen/", "waarom-wij/")
VOET = ("hulp-bij/", "opdrachtgevers/", "blog/", "contact/", "toegankelijkheid/")
EIGEN_WOORDEN = "<!--eigen-woorden-->"
"""Where a page has room for a free Markdown page of the organisation at the same address."""


@dataclass(frozen=True, slots=True)
class Site:
    """All that an engine has to publish."""

    paginas: Sequence[Pagina]
    bestanden: Sequence[Bestand]
    schil: Schil


def maak_site(
    huis: PubliekHuis,
    sjabloonmappen: Sequence[Path],
    beeldpad: Beeldpad,
    bron: Callable[[str, str], str],
    site_url: str | None = None,
    cache: Cache | None = None,
    deelbeelden: bool = True,
) -> Site:
    """Make every page and file of the public edition.

    `sjabloonmappen` are the theme's folders, nearest first; `bron` tells the source file of a
    thing by its kind and id; `site_url` is the full address of the site, when known. `cache`
    remembers what took long; `deelbeelden` asks for a share picture per page, which only a site
    that knows its address can have. The house must have been checked: a reference to what does
    not exist raises KeyError here, and a damaged picture `BeeldFout`.
    """
    cache = cache or Cache()
    beelden = Beelden(beeldpad, cache)
    werk = Werkbank(huis, sjabloonmappen, beelden, bron, site_url)
    paginas = list(
        chain(
            thuis.paginas(werk),
            voor_wie.paginas(werk),
            hulp_bij.paginas(werk),
            aanbod.paginas(werk),
            waarom_wij.paginas(werk),
            mensen.paginas(werk),
            waarom_wij.opdrachtgevers(werk),
            contact.paginas(werk),
            blog.paginas(werk),
            toegankelijkheid.paginas(werk),
        )
    )
    merk = _iconen(werk, cache)
    eigen = _letter(werk)
    stijl = _stijl(huis, sjabloonmappen, eigen[1])
    werk.extra += [*merk.bestanden, *eigen[0]]
    if site_url and deelbeelden:
        paginas, gedeeld = met_deelbeelden(paginas, werk, cache)
        werk.extra += gedeeld
    schil = {
        **_schil(werk, paginas, stijl.adres, sjabloonmappen),
        "iconen": merk.adressen,
        "letter": eigen[0][0].adres if eigen[0] else None,
    }
    cache.ruim_op()
    return Site(
        paginas, [stijl, *beelden.bestanden(), *werk.extra, *vindbaar.bestanden(werk)], schil
    )


def _iconen(werk: Werkbank, cache: Cache) -> Iconen:
    """The icons, from the beeldmerk when the brand has one."""
    merk = werk.huis.merk
    kleuren = palet(merk.kleuren.hoofd, merk.kleuren.accent)["licht"]
    naam = werk.huis.organisatie.naam
    return iconen_van(werk.beelden, merk.beeldmerk, naam, kleuren, cache)


def _letter(werk: Werkbank) -> tuple[list[Bestand], str]:
    """The brand's own font file and its style; nothing when the brand has none."""
    eigen = werk.huis.merk.letter
    if eigen is None:
        return [], ""
    bestand, css = letter(werk.beelden.pad("merk", eigen.bestand), eigen.naam)
    return [bestand], css


def _stijl(huis: PubliekHuis, sjabloonmappen: Sequence[Path], eigen_letter: str) -> Bestand:
    """One stylesheet: the brand's palette and letter, then every part of the theme's own style."""
    delen = [als_css(huis.merk.kleuren), eigen_letter]
    gevonden: dict[str, Path] = {}
    for map_ in sjabloonmappen:
        for deel in sorted((map_ / "stijl").glob("*.css")):
            gevonden.setdefault(deel.name, deel)
    delen += [gevonden[naam].read_text(encoding="utf-8") for naam in sorted(gevonden)]
    inhoud = "".join(delen).encode()
    return Bestand(f"assets/stijl.{hashlib.sha256(inhoud).hexdigest()[:10]}.css", inhoud)


def _schil(
    werk: Werkbank, paginas: Sequence[Pagina], stijl: str, sjabloonmappen: Sequence[Path]
) -> Schil:
    organisatie, merk = werk.huis.organisatie, werk.huis.merk
    titels = {p.adres: p.titel for p in paginas}
    kleuren = palet(merk.kleuren.hoofd, merk.kleuren.accent)
    logo = werk.logo()
    telefoon, whatsapp = organisatie.contact.telefoon, organisatie.contact.whatsapp
    return {
        "naam": organisatie.naam,
        "payoff": organisatie.payoff,
        "telefoon": telefoon,
        "telefoon_link": f"tel:{belbaar(telefoon)}" if telefoon else None,
        "whatsapp_link": f"https://wa.me/{belbaar(whatsapp).lstrip('+')}" if whatsapp else None,
        "email": organisatie.contact.email,
        "adres": organisatie.contact.adres,
        "kvk": organisatie.kvk,
        "rsin": organisatie.anbi.rsin if organisatie.anbi else None,
        "logo": logo,
        "stijl": stijl,
        "themakleur": {"licht": kleuren["licht"]["grond"], "donker": kleuren["donker"]["grond"]},
        "menu": [{"titel": titels[a], "adres": a} for a in MENU if a in titels],
        "voet": [{"titel": titels[a], "adres": a} for a in VOET if a in titels],
        "feeds": next((p.feeds for p in paginas if p.adres == "blog/"), ()),
        "gemaakt": list(titels),
        "woorden": lees_woorden(sjabloonmappen, organisatie.aanspreekvorm),
    }
