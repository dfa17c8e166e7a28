"""Innovation: what is new, for whom, what was tried and what became of it."""

from __future__ import annotations

from collections.abc import Iterator

from ..huis import overview_of
from .builder import PageBuilder
from .page import Page
from .plan import PagePlan


def pages(builder: PageBuilder) -> Iterator[PagePlan]:
    """Yield the page with what is new, when any of it may be told."""
    if builder.huis.vernieuwingen:
        yield builder.plan_overview("vernieuwingen", "vernieuwing", overview)


def overview(builder: PageBuilder) -> Page:
    """The page with everything new that may be told."""
    huis = builder.huis
    return builder.render(
        overview_of("vernieuwingen"), "vernieuwing", builder.say("vernieuwing"),
        builder.say("vernieuwing_omschrijving", naam=huis.organisatie.naam),
        vernieuwingen=list(huis.vernieuwingen.values()),
        told=[
            *(huis.klantgroepen[k] for v in huis.vernieuwingen.values() for k in v.klantgroepen),
            *(huis.diensten[d] for v in huis.vernieuwingen.values() for d in v.diensten),
        ],
        person=builder.today.contact_person(),
    )  # fmt: skip
