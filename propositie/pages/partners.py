"""Partners: who helps with what we do not do, on one page."""

from __future__ import annotations

from collections.abc import Iterator

from ..huis import overview_of
from ..output import jsonld
from .builder import PageBuilder
from .page import Page


def pages(builder: PageBuilder) -> Iterator[Page]:
    """Yield the page with all partners, when there are any."""
    partners = list(builder.huis.partners.values())
    if not partners:
        return
    title = builder.say("partners")
    description = builder.say("partners_omschrijving", naam=builder.huis.organisatie.naam)
    yield builder.render(
        overview_of("partners"),
        "partners",
        title,
        description,
        search_words=[words for p in partners for words in (p.naam, p.waarvoor)],
        jsonld=[
            jsonld.web_page(
                "WebPage",
                builder.absolute_url,
                overview_of("partners"),
                title,
                description,
                mentions=[jsonld.partner(p, builder.absolute_url) for p in partners],
            )
        ],
        partners=partners,
        person=builder.contact_person(()),
    )
