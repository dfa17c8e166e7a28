"""Contact: call, write, come by."""

from __future__ import annotations

from collections.abc import Iterator

from ..huis import addresses
from ..output import jsonld
from .builder import PageBuilder
from .page import Page


def pages(builder: PageBuilder) -> Iterator[Page]:
    """Yield the contact page."""
    organisatie = builder.huis.organisatie
    yield builder.render(
        addresses.CONTACT,
        "contact",
        builder.say("contact"),
        builder.say("contact_omschrijving", naam=organisatie.naam),
        thing=("organisatie", organisatie),
        search_words=[p.naam for p in builder.huis.locaties.values()],
        jsonld=[
            jsonld.web_page(
                "ContactPage",
                builder.absolute_url,
                addresses.CONTACT,
                builder.say("contact"),
                builder.say("contact_omschrijving", naam=organisatie.naam),
                about=jsonld.organisatie_reference(organisatie, builder.absolute_url),
                mentions=[
                    jsonld.place(p, builder.absolute_url) for p in builder.huis.locaties.values()
                ],
            )
        ],
        locaties=list(builder.huis.locaties.values()),
    )
