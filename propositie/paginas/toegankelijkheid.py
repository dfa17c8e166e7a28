"""The accessibility statement: a draft that says what was tested, and claims no status."""

from __future__ import annotations

from collections.abc import Iterator

from ..uitvoer import jsonld
from .pagina import Pagina
from .werkbank import Werkbank

ADRES = "toegankelijkheid/"
GETOETST = ("automatisch", "toetsenbord", "smal", "vergroot", "zonder_script", "contrast")
"""What the tests of this software do on every kind of page; each has its sentence in nl.yml."""
NIET_GETOETST = ("schermlezer", "onderzoek", "eigen_inhoud", "andere_sites")


def paginas(werk: Werkbank) -> Iterator[Pagina]:
    """Yield the statement."""
    organisatie = werk.huis.organisatie
    titel = werk.zeg("toegankelijkheid")
    omschrijving = werk.zeg("toegankelijkheid_omschrijving", naam=organisatie.naam)
    yield werk.pagina(
        ADRES,
        "toegankelijkheid",
        titel,
        omschrijving,
        jsonld=[jsonld.webpagina("AboutPage", werk.volledig, ADRES, titel, omschrijving)],
        getoetst=GETOETST,
        niet_getoetst=NIET_GETOETST,
        wie=werk.aanspreekpersoon(()),
    )
