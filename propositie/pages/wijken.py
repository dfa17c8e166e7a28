"""Neighbourhoods: who is my worker here, and where and when to meet."""

from __future__ import annotations

from collections.abc import Iterator

from ..huis import Wijk, address_of, overview_of
from ..output.share_image import ShareText
from .builder import PageBuilder
from .page import Page
from .plan import PagePlan


def pages(builder: PageBuilder) -> Iterator[PagePlan]:
    """Yield the overview, and a page for each neighbourhood."""
    if not builder.huis.wijken:
        return
    yield builder.plan_overview("wijken", "wijk", overview)
    for wijk in builder.huis.wijken.values():
        yield builder.plan(wijk, wijk.naam, wijk_page)


def overview(builder: PageBuilder) -> Page:
    """The page with all neighbourhoods."""
    return builder.render(
        overview_of("wijken"), "wijken", builder.say("wijk"),
        builder.say("wijken_omschrijving", naam=builder.huis.organisatie.naam),
        wijken=list(builder.huis.wijken.values()),
        person=builder.today.contact_person(),
    )  # fmt: skip


def wijk_page(builder: PageBuilder, wijk: Wijk) -> Page:
    """The page of a neighbourhood."""
    huis = builder.huis
    people = [huis.medewerkers[id_] for id_ in wijk.medewerkers]
    return builder.render(
        address_of(wijk),
        "wijk",
        wijk.naam,
        builder.say("wijk_omschrijving", naam=wijk.naam),
        crumbs=[builder.overview_crumb("wijken")],
        thing=("wijken", wijk),
        share=ShareText(wijk.naam),
        wijk=wijk,
        medewerkers=people,
        locaties=[huis.locaties[id_] for id_ in wijk.locaties],
        person=people[0] if people else builder.today.contact_person(),
    )
