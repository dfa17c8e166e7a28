"""The accessibility statement: a draft that says what was tested, and claims no status."""

from __future__ import annotations

from collections.abc import Iterator

from .pagina import Pagina
from .werkbank import Werkbank

GETOETST = ("automatisch", "toetsenbord", "smal", "vergroot", "zonder_script", "contrast")
"""What the tests of this software do on every kind of page; each has its sentence in nl.yml."""
NIET_GETOETST = ("schermlezer", "onderzoek", "eigen_inhoud", "andere_sites")


def paginas(werk: Werkbank) -> Iterator[Pagina]:
    """Yield the statement."""
    yield werk.pagina(
        "toegankelijkheid/",
        "toegankelijkheid",
        werk.zeg("toegankelijkheid"),
        werk.zeg("toegankelijkheid_omschrijving", naam=werk.huis.organisatie.naam),
        getoetst=GETOETST,
        niet_getoetst=NIET_GETOETST,
        wie=werk.aanspreekpersoon(()),
    )
