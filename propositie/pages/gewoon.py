"""The organisation in plain words, for who reads little Dutch: whom to call, what we do, who we are
and where, in short sentences and large pictures.

What staff wrote for other pages is only shown here as far as it is short: of a service its name and
one sentence, of a worker a face, a first name and a number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from ..dutch import first_sentence
from ..huis import Dienst, Locatie, Medewerker, addresses
from ..huis.moments import Moment
from .builder import PageBuilder
from .page import Page
from .plan import PagePlan
from .presence import short_hours
from .ranking import rank_behoeften, rank_people_on_home
from .speaking import invitations

MOST_DIENSTEN = 8
MOST_PEOPLE = 6


def pages(builder: PageBuilder) -> Iterator[PagePlan]:
    """Yield the page."""
    yield PagePlan(addresses.GEWOON, builder.say("gewoon"), partial(gewoon_page, builder))


def gewoon_page(builder: PageBuilder) -> Page:
    """Whom to call, what there is to do, whom to meet and where to walk in."""
    huis = builder.huis
    diensten = _diensten(builder)
    callable_people = [
        person
        for person in rank_people_on_home(
            huis.medewerkers.values(), builder.bewoners(), builder.today.soonest
        )
        if _has_number(person)
    ]
    return builder.render(
        addresses.GEWOON,
        "gewoon",
        builder.say("gewoon"),
        builder.say("gewoon_omschrijving", naam=huis.organisatie.naam),
        diensten=diensten[:MOST_DIENSTEN],
        has_more_diensten=len(diensten) > MOST_DIENSTEN,
        people=callable_people[:MOST_PEOPLE],
        has_more_people=len(huis.medewerkers) > MOST_PEOPLE,
        places=_places(builder),
        invitations=invitations(builder.today.people(callable_people)),
        first_sentence=first_sentence,
        plain_hours=plain_hours,
    )


def _diensten(builder: PageBuilder) -> list[Dienst]:
    """The services for people who come for help themselves, what matters most first; one that
    answers no other need than those before it comes after the first of every need."""
    huis, groups = builder.huis, builder.relations.klantgroepen_of_dienst
    bewoners = {group.id for group in builder.bewoners()}
    found = [d for d in huis.diensten.values() if bewoners.intersection(groups[d.id])]
    first: list[Dienst] = []
    second: list[Dienst] = []
    answered: set[str] = set()
    for dienst in builder.today.diensten(found, rank_behoeften(huis.behoeften.values())):
        (second if answered.issuperset(dienst.behoeften) else first).append(dienst)
        answered.update(dienst.behoeften)
    return first + second


def plain_hours(moments: Sequence[Moment]) -> list[str]:
    """Opening hours in short lines without signs or shortened words: `maandag tot en met donderdag
    9.00 tot 17.00`. Empty when they cannot be said briefly."""
    lines = short_hours(moments, in_full=True)
    return [line.replace(" t/m ", " tot en met ").replace("–", "\u00a0tot\u00a0") for line in lines]


def _places(builder: PageBuilder) -> list[Locatie]:
    """The places that somebody can find by their address."""
    return [place for place in builder.huis.locaties.values() if place.adres is not None]


def _has_number(person: Medewerker) -> bool:
    return bool(person.contact and person.contact.telefoon)
