"""Contact: call, write, come by."""

from __future__ import annotations

from collections.abc import Iterator

from ..uitvoer import jsonld
from .pagina import Pagina
from .werkbank import Werkbank


def paginas(werk: Werkbank) -> Iterator[Pagina]:
    """Yield the contact page."""
    organisatie = werk.huis.organisatie
    yield werk.pagina(
        "contact/",
        "contact",
        werk.zeg("contact"),
        werk.zeg("contact_omschrijving", naam=organisatie.naam),
        bron=("organisatie", "organisatie"),
        zoek=[p.naam for p in werk.huis.locaties.values()],
        jsonld=[
            jsonld.webpagina(
                "ContactPage",
                werk.volledig,
                "contact/",
                werk.zeg("contact"),
                werk.zeg("contact_omschrijving", naam=organisatie.naam),
                about=jsonld.organisatie_kort(organisatie, werk.volledig),
                mentions=[jsonld.plek(p, werk.volledig) for p in werk.huis.locaties.values()],
            )
        ],
        locaties=list(werk.huis.locaties.values()),
    )
