"""A moment as calendars keep it: a first time, a rule by which it comes back, and when it does not
(RFC 5545, sections 3.8.5.1 and 3.8.5.3).

Only rules that the calendars people use understand: every so many weeks, or the nth weekday of a
month. Weeks with an even or odd number, for which there is a rule that few programs read, become a
series for each year.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import groupby, takewhile

from .days import Days
from .moments import Moment, length_of
from .occurrences import AMSTERDAM, begins
from .sluitingen import NEVER_CLOSED, ClosedDays

YEARS = 3
"""A series tells of the year of the build and of those after it, so many in all: what is so far
ahead that nobody knows the closed days yet stays out."""
_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class Recurrence:
    """How something comes back."""

    parts: Mapping[str, object]
    """The parts of an `RRULE`, in iCalendar's words, but for its end."""
    until: datetime
    """The last time that the rule gives."""
    times: frozenset[datetime]
    """Every time on which it is."""
    left_out: Sequence[datetime]
    """The times that the rule gives and that are not."""


@dataclass(frozen=True, slots=True)
class Series:
    """Times that one rule gives, or a single time."""

    first: datetime
    """By the clock in the Netherlands, with its time zone; midnight when no time is known."""
    lasts: timedelta = timedelta()
    """By the clock; zero when the end is not known."""
    has_time: bool = True
    number: int = 0
    """Which it is of its thing: the same as long as nobody puts another before it."""
    rule: Recurrence | None = None
    """None for a single time."""

    def on(self, day: date) -> datetime:
        """When it begins on a day on which it is."""
        return datetime.combine(day, self.first.timetz())


def series_of(
    moments: Sequence[Moment], on_date: date, closed: ClosedDays = NEVER_CLOSED
) -> Iterator[Series]:
    """The series of several moments in the year of `on_date` and the next ones, in order. On a
    `closed` day nothing is that comes back by itself; what has a date of its own is."""
    number = 0
    for moment in moments:
        for found in _of_moment(moment, on_date, closed):
            number += 1
            yield replace(found, number=number)


def _of_moment(moment: Moment, on_date: date, closed: ClosedDays) -> Iterator[Series]:
    lasts, has_time = length_of(moment), moment.van is not None
    dates = moment.model_copy(update={"dag": ()})
    for begin in begins(dates, date.min, NEVER_CLOSED):
        yield Series(_here(begin), lasts, has_time)
    for rule, days in zip(moment.days, _each_alone(moment), strict=True):
        for found in _of_rule(days, rule, on_date, closed):
            yield replace(found, lasts=lasts, has_time=has_time)


def _each_alone(moment: Moment) -> Iterator[Moment]:
    """A moment for each of its rules, without dates."""
    for days in moment.days:
        yield moment.model_copy(update={"dag": (days,), "datum": ()})


def _of_rule(moment: Moment, days: Days, on_date: date, closed: ClosedDays) -> Iterator[Series]:
    first, last = date(on_date.year, 1, 1), date(on_date.year + YEARS - 1, 12, 31)
    always = moment.model_copy(update={"behalve": ()})
    given = list(takewhile(lambda t: t.date() <= last, begins(always, first, NEVER_CLOSED)))
    held = {t for t in given if t.date() not in closed and t.date() not in moment.behalve}
    by_year = [list(rows) for _, rows in groupby(given, _iso_year)]
    for rows in by_year if days.weeks in {"even weken", "oneven weken"} else [given]:
        start = next((n for n, begin in enumerate(rows) if begin in held), None)
        if start is None:
            continue
        rule = Recurrence(
            parts=_parts_of(days),
            until=_here(rows[-1]),
            times=frozenset(_here(t) for t in rows[start:] if t in held),
            left_out=[_here(t) for t in rows[start:] if t not in held],
        )
        yield Series(_here(rows[start]), rule=rule)


def _here(clock: datetime) -> datetime:
    """The moment at which a clock in the Netherlands shows this."""
    return clock.replace(tzinfo=AMSTERDAM)


def _iso_year(begin: datetime) -> int:
    return begin.isocalendar().year


def _parts_of(days: Days) -> Mapping[str, object]:
    codes = [_CODES[day] for day in days.weekdays]
    if days.of_month:
        return {"freq": "monthly", "byday": [f"{n}{code}" for code in codes for n in days.of_month]}
    return {"freq": "weekly", **({"interval": 2} if days.weeks else {}), "byday": codes}
