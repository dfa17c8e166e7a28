"""Days on which it is closed: holidays that nobody decided on, dates on a day that is closed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from ..dutch import date_in_words
from ..finding import Severity
from ..huis import Activiteit, Dienst, InternalOrganisatie
from ..huis.dates import WEEKDAYS
from ..huis.feestdagen import feestdagen_from
from ..huis.moments import Moment
from ..huis.sluitingen import ClosedDays
from .rule import Hit, RuleContext, rule

_DAYS_BEFORE = 42
"""So long before a holiday somebody should say whether they work: that is also when people plan."""


@rule(
    "K64",
    Severity.WARNING,
    "Voor iedere feestdag is beslist of jullie werken",
    "Wie met Kerst of op Koningsdag voor een dichte deur staat, komt niet snel terug. Wat één keer "
    "beslist is, geldt ieder jaar.",
)
def undecided_feestdag(context: RuleContext) -> Iterator[Hit]:
    """A holiday that comes soon, on a day on which it would be open, that nobody decided on."""
    organisatie = context.huis.organisatie
    field = ("feestdagen",) if organisatie.feestdagen else ("contact", "openingstijden")
    for day, name in undecided_feestdagen(organisatie, context.on_date, _DAYS_BEFORE):
        yield Hit(
            organisatie,
            f"{date_in_words(day)} is {name}, een {WEEKDAYS[day.weekday()]} waarop jullie volgens "
            f"de openingstijden open zijn. Zet {name} onder feestdagen bij gesloten, of bij open "
            "als jullie dan werken.",
            field,
            at_key=True,
        )
        return  # the next one is told when this one is decided on


def undecided_feestdagen(
    organisatie: InternalOrganisatie, start: date, days: int
) -> Iterator[tuple[date, str]]:
    """The holidays from `start` on, in so many days, on which it would be open and of which nobody
    said whether they work."""
    decided = organisatie.feestdagen
    known = {*decided.gesloten, *decided.open} if decided else set()
    for day, name in feestdagen_from(start, days):
        if name not in known and day not in organisatie.closed and _is_open(organisatie, day):
            yield day, name


def _is_open(organisatie: InternalOrganisatie, day: date) -> bool:
    return any(_is_on(moment, day) for moment in organisatie.contact.openingstijden)


def _is_on(moment: Moment, day: date) -> bool:
    """Whether something that comes back by itself is on a day."""
    within = (moment.vanaf or day) <= day <= (moment.tot_en_met or day)
    weekdays = {number for days in moment.days for number in days.weekdays}
    return within and day.weekday() in weekdays and day not in moment.behalve


@rule(
    "K65",
    Severity.WARNING,
    "Wat op een datum staat, valt op een dag dat het open is",
    "Wie een datum leest, komt. Staat er op dezelfde site dat het dan dicht is, dan blijft de "
    "helft weg en staat de andere helft voor de deur.",
)
def on_closed_day(context: RuleContext) -> Iterator[Hit]:
    """A service or event with a date on which everything, or its only place, is closed."""
    for found in dates_on_closed_days(context):
        what = "deze dienst" if isinstance(found.thing, Dienst) else "deze activiteit"
        told = f" ({found.reason})" if found.reason else ""
        yield Hit(
            found.thing,
            f"Op {date_in_words(found.day)} is het gesloten{told}, en {what} staat dan wel op de "
            "site. Kies een andere datum, of pas bij gesloten de dagen aan.",
            ("wanneer", found.number),
        )


class OnClosedDay(NamedTuple):
    """A date of something on a day on which it is closed."""

    thing: Dienst | Activiteit
    number: int
    """Which of its moments holds the date."""
    day: date
    reason: str
    """Why it is closed, in words of staff or the name of the holiday; empty without any."""


def dates_on_closed_days(context: RuleContext) -> Iterator[OnClosedDay]:
    """The dates to come of services and events that fall on a closed day."""
    for dienst in context.huis.diensten.values():
        yield from _closed_dates(context, dienst, dienst.waar)
    for activiteit in context.huis.agenda.values():
        places = [activiteit.locatie] if activiteit.locatie else []
        yield from (
            found
            for found in _closed_dates(context, activiteit, places)
            if activiteit.cancelled_on(found.day) is None
        )


def _closed_dates(
    context: RuleContext, thing: Dienst | Activiteit, places: Sequence[str]
) -> Iterator[OnClosedDay]:
    closed = closed_for(context, places)
    for number, day in _dates(thing.wanneer):
        reason = closed.reason(day)
        if reason is not None and day >= context.on_date:
            yield OnClosedDay(thing, number, day, reason)


def closed_for(context: RuleContext, places: Sequence[str]) -> ClosedDays:
    """The days on which what is at these places is not; with more of them, nobody knows where."""
    everywhere = context.huis.organisatie.closed
    only = context.huis.locaties.get(places[0]) if len(places) == 1 else None
    return everywhere.and_also(only.gesloten) if only is not None else everywhere


def _dates(moments: Iterable[Moment]) -> Iterator[tuple[int, date]]:
    for number, moment in enumerate(moments):
        yield from ((number, day) for day in moment.datum)
