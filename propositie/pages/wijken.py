"""Neighbourhoods: who is my worker here, where to meet them and what is on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from ..dutch import join_words
from ..huis import Medewerker, Wijk, address_of, is_for_others, overview_of
from ..huis.medewerkers import Meeting
from ..output import jsonld
from ..output.share_image import ShareText
from ..search import fold
from .builder import PageBuilder
from .cijfers import show
from .page import Page
from .plan import PagePlan
from .plekken import map_address
from .presence import Encounter
from .week import shown_with

MOST_COMING = 4
"""So many next times stand on the page; the whole week is behind a link."""


class Meet(NamedTuple):
    """Somebody who can be met, where and when."""

    medewerker: Medewerker
    encounter: Encounter


def pages(builder: PageBuilder) -> Iterator[PagePlan]:
    """Yield the page with all neighbourhoods, when there are any, and a page for each."""
    if builder.huis.wijken:
        yield builder.plan_overview("wijken", "wijk", overview)
    for wijk in builder.huis.wijken.values():
        yield builder.plan(wijk, wijk.naam, wijk_page)


def overview(builder: PageBuilder) -> Page:
    """All neighbourhoods with their first worker; a browser finds the one of a postcode."""
    known = builder.huis.medewerkers
    wijken = sorted(builder.huis.wijken.values(), key=lambda wijk: (fold(wijk.naam), wijk.id))
    return builder.render(
        overview_of("wijken"),
        "wijken",
        builder.say("wijk"),
        builder.say("wijken_omschrijving", naam=builder.huis.organisatie.naam),
        rows=[(w, known[w.medewerkers[0]] if w.medewerkers else None) for w in wijken],
        areas=lambda wijk: areas_in_words(wijk.postcodes),
        person=builder.today.contact_person(),
    )


def wijk_page(builder: PageBuilder, wijk: Wijk) -> Page:
    """The page of a neighbourhood."""
    huis, relations = builder.huis, builder.relations
    people = [huis.medewerkers[id_] for id_ in wijk.medewerkers]
    places = [huis.locaties[id_] for id_ in wijk.locaties]
    here = dict.fromkeys(d.id for id_ in wijk.locaties for d in relations.diensten_of_locatie[id_])
    services = builder.today.diensten([huis.diensten[id_] for id_ in here], ())
    coming = builder.today.week.coming(
        [*relations.agenda_of_wijk[wijk.id], *services], most=MOST_COMING
    )
    visitors = [m for m in relations.visitors_of_wijk[wijk.id] if not _is_for_others(builder, m)]
    visits = _meets(builder, visitors, lambda at: is_visit(wijk, at))
    partners = list(relations.partners_of_wijk[wijk.id])
    description = describe(builder, wijk, people)
    return builder.render(
        address_of(wijk),
        "wijk",
        wijk.naam,
        description,
        crumbs=[builder.overview_crumb("wijken")],
        thing=("wijken", wijk),
        share=ShareText(wijk.naam, description, builder.say("wijk")),
        jsonld=[jsonld.wijk(wijk, places, people, description, builder.absolute_url)],
        wijk=wijk,
        areas=areas_in_words(wijk.postcodes),
        medewerkers=people,
        meets=_meets(builder, people, lambda at: at.locatie in wijk.locaties),
        visits=visits,
        coming=coming,
        told=shown_with(coming, huis.locaties),
        diensten=services,
        locaties=places,
        map_of=map_address,
        partners=partners,
        cijfers=[show(builder, cijfer) for cijfer in relations.cijfers_of_wijk[wijk.id]],
        person=people[0] if people else builder.today.contact_person(),
    )


def is_visit(wijk: Wijk, meeting: Meeting) -> bool:
    """Whether somebody comes to a neighbourhood there: in words that name it, at no place of
    its own."""
    return meeting.locatie not in wijk.locaties and wijk.is_named_in(meeting.waar)


def _is_for_others(builder: PageBuilder, person: Medewerker) -> bool:
    """Whether somebody only works for those who send people or pay."""
    groups = [builder.huis.klantgroepen[id_] for id_ in person.boegbeeld_van]
    return bool(groups) and is_for_others(groups)


def describe(builder: PageBuilder, wijk: Wijk, people: Sequence[Medewerker]) -> str:
    """A neighbourhood in a sentence: who works there."""
    names = join_words(person.first_name for person in people)
    if not people:
        return builder.say("wijk_omschrijving_leeg", naam=wijk.naam)
    return builder.say("wijk_omschrijving", naam=wijk.naam, mensen=names)


def areas_in_words(areas: Iterable[str]) -> str:
    """Postcodes as a reader sees them: `9990 SD en 9671 t/m 9679`."""
    return join_words(area.replace("-", " t/m ") for area in areas)


def _meets(
    builder: PageBuilder, people: Iterable[Medewerker], is_here: Callable[[Meeting], bool]
) -> list[Meet]:
    """The times at which these people can be met at such places, soonest first."""
    found = [Meet(m, e) for m in people for e in builder.today.encounters(m) if is_here(e.meeting)]
    return sorted(found, key=lambda meet: meet.encounter.presence.soonest)
