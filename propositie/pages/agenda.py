"""What is on: a week to look through, a year ahead, and a page for each event."""

from __future__ import annotations

from collections.abc import Iterator

from ..huis import Activiteit, Dienst, address_of, overview_of
from ..output.share_image import ShareText
from .builder import PageBuilder
from .formatting import strip_markdown
from .page import Page
from .plan import PagePlan


def pages(builder: PageBuilder) -> Iterator[PagePlan]:
    """Yield the week, when anything is ever on, and a page for each event."""
    if any(thing.wanneer for thing in things(builder)):
        yield builder.plan_overview("agenda", "agenda", overview)
    for activiteit in builder.huis.agenda.values():
        yield builder.plan(activiteit, activiteit.naam, activiteit_page)


def things(builder: PageBuilder) -> list[Activiteit | Dienst]:
    """All that people can come to: events, and services on fixed days."""
    services = [d for d in builder.huis.diensten.values() if d.wanneer]
    return [*builder.huis.agenda.values(), *services]


def overview(builder: PageBuilder) -> Page:
    """The week, and what comes after it."""
    week, found = builder.today.week, things(builder)
    return builder.render(
        overview_of("agenda"), "agenda", builder.say("agenda"),
        builder.say("agenda_omschrijving", naam=builder.huis.organisatie.naam),
        days=week.days(found),
        later=week.later(found),
        person=builder.today.contact_person(),
    )  # fmt: skip


def activiteit_page(builder: PageBuilder, activiteit: Activiteit) -> Page:
    """The page of an event."""
    huis = builder.huis
    people = [huis.medewerkers[id_] for id_ in activiteit.medewerkers]
    return builder.render(
        address_of(activiteit),
        "activiteit",
        activiteit.naam,
        activiteit.kort or strip_markdown(activiteit.omschrijving or activiteit.naam),
        crumbs=[builder.overview_crumb("agenda")],
        thing=("agenda", activiteit),
        share=ShareText(activiteit.naam, activiteit.kort or ""),
        activiteit=activiteit,
        times=builder.today.week.times(activiteit),
        locatie=huis.locaties[activiteit.locatie] if activiteit.locatie else None,
        diensten=[huis.diensten[id_] for id_ in activiteit.diensten],
        klantgroepen=[huis.klantgroepen[id_] for id_ in activiteit.klantgroepen],
        medewerkers=people,
        person=people[0] if people else builder.today.contact_person(),
    )
