"""Partners: who helps with what we do not do, on one page."""

from __future__ import annotations

from collections.abc import Iterator

from ..huis import overview_of
from ..output import jsonld
from .builder import PageBuilder
from .page import Page
from .plan import PagePlan


def pages(builder: PageBuilder) -> Iterator[PagePlan]:
    """Yield the page with all partners, when there are any."""
    if builder.huis.partners:
        yield builder.plan_overview("partners", "partners", overview)


def overview(builder: PageBuilder) -> Page:
    """The page with all partners."""
    partners = list(builder.huis.partners.values())
    title = builder.say("partners")
    description = builder.say("partners_omschrijving", naam=builder.huis.organisatie.naam)
    return builder.render(
        overview_of("partners"),
        "partners",
        title,
        description,
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
        person=builder.today.contact_person(),
    )
