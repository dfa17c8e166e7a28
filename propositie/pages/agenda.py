"""What is on: a week to look through, a year ahead, and a page for each event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from ..dutch.dates import MONTHS
from ..huis import Activiteit, Dienst, Medewerker, address_of, overview_of
from ..huis.occurrences import last_day
from ..output import jsonld
from ..output.share_image import ShareText
from .builder import PageBuilder
from .facets import Facet, happening_facets
from .formatting import strip_markdown
from .page import Page
from .plan import PagePlan
from .week import Happening, Something

MOST_ROWS = 150
"""With more rows than these in a week, who can be met where stands with the people alone."""
MOST_EACH = 300
"""With more times than these in the year ahead, the next time of each thing is enough."""
MOST_LATER = 60
"""So many times of the year ahead stand below the week; the others stand by month, folded."""


def pages(builder: PageBuilder) -> Iterator[PagePlan]:
    """Yield the week, when anything is ever on, and a page for each event."""
    if things(builder):
        yield builder.plan_overview("agenda", "agenda", overview)
    for activiteit in builder.huis.agenda.values():
        yield builder.plan(activiteit, activiteit.naam, activiteit_page)


def things(builder: PageBuilder) -> list[Something]:
    """All that people can come to: events, and services on fixed days."""
    services = [d for d in builder.huis.diensten.values() if any(m.day_words for m in d.wanneer)]
    return [*builder.huis.agenda.values(), *services]


def overview(builder: PageBuilder) -> Page:
    """The week, and what comes after it."""
    week, found = builder.today.week, things(builder)
    days = week.days(found, builder.huis.medewerkers.values())
    if sum(map(len, days.values())) > MOST_ROWS:
        days = week.days(found)
    later = week.later(found)
    if len(later) > MOST_EACH:
        later = _first_of_each(later)
    return builder.render(
        overview_of("agenda"), "agenda", builder.say("agenda"),
        builder.say("agenda_omschrijving", naam=builder.huis.organisatie.naam),
        files=builder.calendars.beside(
            overview_of("agenda"), "agenda", builder.huis.organisatie.naam, found
        ),
        whole=builder.absolute_url(f"{overview_of('agenda')}agenda.ics"),
        days=numbered(days),
        months=by_month(later),
        is_long=len(later) > MOST_LATER,
        facets=facets_of(builder, days),
        klantgroepen=list(builder.huis.klantgroepen.values()),
        behoeften=list(builder.huis.behoeften.values()),
        locaties=list(builder.huis.locaties.values()),
        all_count=sum(map(len, days.values())),
        who=lambda happening: who_is_there(builder, happening),
        person=builder.today.contact_person(),
    )  # fmt: skip


def _first_of_each(rows: Sequence[Happening]) -> list[Happening]:
    """Of times in order, the first of each thing."""
    found: dict[int, Happening] = {}
    for row in rows:
        found.setdefault(id(row.thing), row)
    return list(found.values())


def numbered(
    days: Mapping[date, Sequence[Happening]],
) -> Mapping[date, Sequence[tuple[str, Happening]]]:
    """The rows of each day, each with the number by which choices know it."""
    count = 0
    found: dict[date, list[tuple[str, Happening]]] = {}
    for day, rows in days.items():
        found[day] = [(str(count + n), row) for n, row in enumerate(rows)]
        count += len(rows)
    return found


def facets_of(builder: PageBuilder, days: Mapping[date, Sequence[Happening]]) -> list[Facet]:
    """The choices among the rows of a week."""
    rows = {id_: (day, row) for day, pairs in numbered(days).items() for id_, row in pairs}
    return happening_facets(builder, rows)


def by_month(later: Sequence[Happening]) -> list[tuple[str, list[Happening]]]:
    """What comes later, by month: `januari 2027`."""
    return [
        (f"{MONTHS[month - 1]} {year}", list(rows))
        for (year, month), rows in groupby(later, lambda h: (h.day.year, h.day.month))
    ]


def who_is_there(builder: PageBuilder, happening: Happening) -> Medewerker | None:
    """Whose face stands beside a time: who is there, else who does the service."""
    thing = happening.thing
    if isinstance(thing, Medewerker):
        return thing
    if isinstance(thing, Dienst):
        places = [happening.place] if happening.place else []
        found = builder.relations.medewerkers_of_dienst[thing.id]
        return next(iter(builder.today.people(found, (), places)), None)
    return next((builder.huis.medewerkers[id_] for id_ in thing.medewerkers), None)


def activiteit_page(builder: PageBuilder, activiteit: Activiteit) -> Page:
    """The page of an event."""
    huis = builder.huis
    people = [huis.medewerkers[id_] for id_ in activiteit.medewerkers]
    image = activiteit.beeld
    photo = builder.publish_image(activiteit, image, "agenda") if image else None
    times = builder.today.week.times(activiteit)
    locatie = huis.locaties[activiteit.locatie] if activiteit.locatie else None
    groups = [huis.klantgroepen[id_] for id_ in activiteit.klantgroepen]
    data = jsonld.activiteit(
        activiteit, huis.organisatie, [h.time for h in times], locatie, people, groups, photo,
        builder.absolute_url,
    )  # fmt: skip
    in_honour_of = [huis.afscheiden[id_] for id_ in huis.ter_ere_van.get(activiteit.id, ())]
    return builder.render(
        address_of(activiteit),
        "activiteit",
        activiteit.naam,
        activiteit.kort or strip_markdown(activiteit.omschrijving or activiteit.naam),
        crumbs=[builder.overview_crumb("agenda")],
        image=photo,
        files=builder.calendars.beside(
            address_of(activiteit), activiteit.id, activiteit.naam, [activiteit] if times else []
        ),
        jsonld=[data] if data is not None else (),
        thing=("agenda", activiteit),
        share=ShareText(activiteit.naam, activiteit.kort or ""),
        activiteit=activiteit,
        in_honour_of=in_honour_of,
        told=in_honour_of,
        times=times,
        was_on=None if times else last_day(activiteit.wanneer),
        locatie=locatie,
        diensten=[huis.diensten[id_] for id_ in activiteit.diensten],
        klantgroepen=groups,
        medewerkers=people,
        person=people[0] if people else _who_else(builder, activiteit),
    )


def _who_else(builder: PageBuilder, activiteit: Activiteit) -> Medewerker | None:
    """Who knows more of an event at which nobody is named: of its services or groups."""
    relations = builder.relations
    found = [m for id_ in activiteit.diensten for m in relations.medewerkers_of_dienst[id_]]
    places = [activiteit.locatie] if activiteit.locatie else []
    return builder.today.contact_person(found, activiteit.klantgroepen, places)
