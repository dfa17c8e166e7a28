"""Old addresses: who kept the one that a thing had before it was renamed comes to the new one.

A file and no page of the site: it is not found by search, stands in no sitemap, feed or menu, and
works without JavaScript, wherever the site stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..editie import PubliekHuis
from ..huis import Ding
from ..huis.berichten import BLOG, SOORT_VAN_MAP
from ..uitvoer.bestand import Bestand
from .pagina import Pagina
from .werkbank import Werkbank


def bestanden(werk: Werkbank, paginas: Sequence[Pagina]) -> Iterator[Bestand]:
    """Yield, for each old name of what is public today, a page that leads to its own.

    What lies beside that page (a vCard, feeds) is also at the old address, for a program that
    fetches it follows no page. The house must have been checked: an old name is nobody's id.
    """
    titels = {pagina.adres: pagina.titel for pagina in paginas}
    ernaast = list(werk.extra)
    for map_, dingen in _dingen_met_pagina(werk.huis):
        for ding in dingen.values():
            adres = f"{map_}/{ding.id}/"
            for oud in ding.vroegere_namen:
                daar = f"{map_}/{oud}/"
                yield Bestand(f"{daar}index.html", _pagina(werk, adres, titels[adres]))
                for bestand in ernaast:
                    if bestand.adres.startswith(adres):
                        naam = bestand.adres.removeprefix(adres)
                        kaart = naam.replace(f"{ding.id}.vcf", f"{oud}.vcf")
                        yield Bestand(daar + kaart, bestand.inhoud)


def _dingen_met_pagina(huis: PubliekHuis) -> Iterator[tuple[str, Mapping[str, Ding]]]:
    for map_, soort in SOORT_VAN_MAP.items():
        yield map_, huis.berichten if soort == BLOG else getattr(huis, soort)
        if soort == "medewerkers":
            yield map_, huis.afscheiden


def _pagina(werk: Werkbank, adres: str, naam: str) -> bytes:
    """The page at an old address. Both addresses are as deep, in the same folder."""
    sjabloon = werk.env.get_template("huis/doorverwijzing.html")
    heen = f"../{adres.split('/')[1]}/"
    return sjabloon.render(naam=naam, heen=heen, heel=werk.volledig(adres)).encode()
