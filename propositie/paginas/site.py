"""The whole public site: every page, every file, and what header and footer need to know."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from ..editie import PubliekHuis
from ..uitvoer.beelden import Beelden, Beeldpad
from ..uitvoer.bestand import Bestand
from ..uitvoer.cache import Cache
from ..uitvoer.letter import letter
from . import (
    aanbod,
    blog,
    contact,
    doorverwijzing,
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
from .schil import Schil, icoonset, schil_van, stijlblad
from .werkbank import Werkbank

EIGEN_WOORDEN = "<!--eigen-woorden-->"
"""Where a page has room for a free Markdown page of the organisation at the same address."""


@dataclass(frozen=True, slots=True)
class Site:
    """All that an engine has to publish."""

    paginas: Sequence[Pagina]
    bestanden: Sequence[Bestand]
    schil: Schil
    kopieen: Mapping[str, Path] = field(default_factory=dict)
    """Files that lie ready on this machine, by the address at which they are published."""


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
    werk = Werkbank(huis, sjabloonmappen, beelden, bron, site_url, cache)
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
    merk = icoonset(huis, beelden, cache)
    eigen = _letter(werk)
    stijl = stijlblad(huis.merk.kleuren, sjabloonmappen, eigen[1])
    werk.extra += [*doorverwijzing.bestanden(werk, paginas), *merk.bestanden, *eigen[0]]
    if site_url and deelbeelden:
        paginas, gedeeld = met_deelbeelden(paginas, werk, cache)
        werk.extra += gedeeld
    schil = {
        **schil_van(werk, paginas, stijl.adres, sjabloonmappen),
        "iconen": merk.adressen,
        "letter": eigen[0][0].adres if eigen[0] else None,
    }
    cache.ruim_op()
    return Site(
        paginas, [stijl, *beelden.bestanden(), *werk.extra, *vindbaar.bestanden(werk)], schil
    )


def _letter(werk: Werkbank) -> tuple[list[Bestand], str]:
    """The brand's own font file and its style; nothing when the brand has none."""
    eigen = werk.huis.merk.letter
    if eigen is None:
        return [], ""
    bestand, css = letter(werk.beelden.pad("merk", eigen.bestand), eigen.naam)
    return [bestand], css
