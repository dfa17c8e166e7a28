"""The home page: the proposition house itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from ..huis import Behoefte, Dienst, Klantgroep, Medewerker, Usp, addresses, is_for_others
from ..huis.values import ASSEN
from ..output import jsonld
from ..output.letterbox import width
from ..output.share_image import ShareText
from . import agenda, mededelingen
from .builder import PageBuilder
from .formatting import strip_markdown
from .page import Page
from .plan import PagePlan
from .ranking import rank_behoeften, rank_people_on_home
from .week import Happening, shown_with

VRAGEN_ON_HOME = 4
"""Enough questions to recognise one's own, few enough to read them all."""
ON_A_DAY = 12
"""So many times of a day go along, of which four are seen: those that are not over come first."""
WINDOWS = 7
"""The storey holds no more; the others are behind a link."""
IN_ONE_ROW = 8
"""With more doors there are storeys of doors, with only names on them."""
DOORS = 13
"""From so many groups on the last door leads to all of them."""
_POINTED = 6.8
"""Ems that the first line of a payoff may take below the point of a roof."""


@dataclass(frozen=True, slots=True)
class Front:
    """What stands where in the front of the house."""

    lines: Sequence[str]
    """The payoff, in lines."""
    is_pointed: bool
    """Whether the payoff fits below a pointed roof; else it is a mansard roof."""
    people: Sequence[Medewerker]
    has_more_people: bool
    """Whether some have no window."""
    doors: Sequence[Klantgroep]
    has_all_door: bool
    """Whether the last door leads to all groups."""
    others: Sequence[Klantgroep]
    """Groups of people who work with the organisation: they have no door."""

    @property
    def in_storeys(self) -> bool:
        """Whether the doors stand above one another, with only names on them."""
        return len(self.doors) + self.has_all_door > IN_ONE_ROW

    @property
    def is_narrow(self) -> bool:
        """Whether so little lives here that a wide house would be empty."""
        return len(self.doors) < 3 and len(self.people) < 4


def pages(builder: PageBuilder) -> Iterator[PagePlan]:
    """Yield the home page."""
    yield PagePlan(addresses.HOME, builder.huis.organisatie.naam, partial(home_page, builder))


def home_page(builder: PageBuilder) -> Page:
    """The front of the house, and below it what most people come for."""
    organisatie = builder.huis.organisatie
    front = make_front(builder)
    missie = strip_markdown(organisatie.missie)
    days = _today_and_tomorrow(builder)
    news = mededelingen.on_home(builder)
    return builder.render(
        addresses.HOME,
        "thuis",
        organisatie.naam,
        ". ".join(filter(None, (organisatie.payoff, missie))).replace("..", "."),
        share=share_text(builder),
        jsonld=[
            jsonld.organisatie(
                organisatie,
                builder.absolute_url,
                missie,
                builder.logo(),
                builder.huis.medewerkers.values(),
                builder.huis.on_date,
            ),
            jsonld.website(organisatie, builder.absolute_url),
        ],
        front=front,
        questions=_questions(builder),
        days=days,
        news=news,
        has_more_news=len(news) < len(builder.huis.mededelingen),
        told=shown_with((row for rows in days.values() for row in rows), builder.huis.locaties),
        beloften=beloften_for(builder, builder.bewoners()),
        verhaal=next(iter(builder.huis.verhalen.values()), None),
        bericht=next(iter(builder.huis.berichten.values()), None),
        person=builder.today.contact_person(),
    )


def _today_and_tomorrow(builder: PageBuilder) -> Mapping[date, Sequence[Happening]]:
    """What people can come to today and tomorrow: the first of each day."""
    groups, known = builder.relations.klantgroepen_of_dienst, builder.huis.klantgroepen
    found = builder.today.week.days(
        [
            thing
            for thing in agenda.things(builder)
            if not isinstance(thing, Dienst)
            or not is_for_others(known[k] for k in groups[thing.id])
        ],
        count=2,
    )
    return {day: rows[:ON_A_DAY] for day, rows in found.items()}


def make_front(builder: PageBuilder) -> Front:
    """The front of this house on the day of the build."""
    huis = builder.huis
    bewoners = builder.bewoners() or list(huis.klantgroepen.values())
    others = [k for k in huis.klantgroepen.values() if k not in bewoners]
    people = rank_people_on_home(huis.medewerkers.values(), bewoners, builder.today.soonest)
    lines = payoff_lines(headline(builder))
    has_all = len(bewoners) >= DOORS
    return Front(
        lines=lines,
        is_pointed=fits_below_a_point(lines),
        people=people[:WINDOWS],
        has_more_people=len(people) > WINDOWS,
        doors=bewoners[: DOORS - 2] if has_all else bewoners,
        has_all_door=has_all,
        others=others,
    )


def payoff_lines(payoff: str) -> list[str]:
    """A payoff in lines: broken after its comma, when both halves are about as long."""
    first, comma, rest = payoff.partition(", ")
    if comma and rest and ", " not in rest and 0.4 < len(first) / len(rest) < 2.5:
        return [f"{first},", rest]
    return [payoff]


def fits_below_a_point(lines: Sequence[str]) -> bool:
    """Whether a payoff in these lines stays below the slopes of a pointed roof in any typeface."""
    return len(lines) == 2 and width(lines[0]) <= _POINTED and width(lines[1]) <= 2 * _POINTED


def _questions(builder: PageBuilder) -> list[Behoefte]:
    """The needs whose questions stand on the home page: of people who come for help themselves,
    and to which there is an answer."""
    ids = {k.id for k in builder.bewoners()} or set(builder.huis.klantgroepen)
    found = [
        b
        for b in builder.huis.behoeften.values()
        if ids.intersection(b.klantgroepen) and builder.relations.diensten_of_behoefte[b.id]
    ]
    return rank_behoeften(found)[:VRAGEN_ON_HOME]


def share_text(builder: PageBuilder) -> ShareText:
    """The words of its share picture, which also stands for a page that has none of its own."""
    return ShareText(headline(builder))


def headline(builder: PageBuilder) -> str:
    """What stands on the roof: the payoff, or the name of who has yet to find one."""
    organisatie = builder.huis.organisatie
    return organisatie.payoff or organisatie.naam


def beloften_for(builder: PageBuilder, groups: list[Klantgroep]) -> list[Usp]:
    """For each axis the promise that concerns most of `groups`; three at the most, short first."""
    ids = {k.id for k in groups}
    chosen = []
    for as_ in ASSEN:
        on_as = [u for u in builder.huis.usps.values() if u.as_ == as_]
        if on_as:
            chosen.append(max(on_as, key=lambda u: len(ids.intersection(u.klantgroepen))))
    return sorted(chosen, key=lambda u: len(u.belofte))
