"""When somebody is there or a door is open: as times, which are always right, and as data from
which a browser tells how it is now.

A page is made once a day and read at any moment. So it holds the times of the days to come, and the
words for "now" are put in by `theme/assets/nu.js`; without a script the times themselves stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice, takewhile

from pydantic import ValidationError

from ..dutch import time_in_words
from ..huis import Medewerker
from ..huis.dates import WEEKDAYS
from ..huis.medewerkers import Meeting
from ..huis.moments import MIDNIGHT, Moment, find_moment
from ..huis.occurrences import AMSTERDAM, Occurrence, next_occurrence, occurrences
from ..huis.sluitingen import NEVER_CLOSED, ClosedDays

DAYS_AHEAD = 8
"""So many days of times go along: a site that was not made anew for longer says nothing of now."""
MOST_TIMES = 24
"""More would be a timetable."""
NEVER = datetime.max.replace(tzinfo=AMSTERDAM)
"""Comes after everything that has a time."""

Period = tuple[datetime, datetime]
Dated = tuple[Moment, ClosedDays]
"""A moment, and the days on which it is not."""


@dataclass(frozen=True, slots=True)
class Presence:
    """When somebody is there, from the day of the build on."""

    periods: Sequence[Period] = ()
    soonest: datetime = NEVER
    """The first time, also one of which the end is not known."""

    @property
    def data(self) -> str:
        """The periods for a browser: begin and end in minutes since 1970 (UTC), each `b-e`."""
        return " ".join(f"{_minutes(begin)}-{_minutes(end)}" for begin, end in self.periods)


ClosedAt = Callable[[str | None], ClosedDays]
"""A place by its id → the days on which its door is closed; None is anywhere else."""


def always_open(_: str | None) -> ClosedDays:
    """No place is ever closed."""
    return NEVER_CLOSED


def presence_at(
    moments: Iterable[Moment], on_date: date, closed: ClosedDays = NEVER_CLOSED
) -> Presence:
    """When a door is open that has these opening hours."""
    found = [(moment, closed) for moment in moments]
    return Presence(tuple(_periods(found, on_date)), _first(found, on_date))


def presence_of(
    person: Medewerker,
    on_date: date,
    hours: Iterable[Moment] = (),
    closed_at: ClosedAt = always_open,
) -> Presence:
    """When a worker can be met. On a day without a time that is as long as somebody answers the
    telephone, `hours`."""
    meetings = list(meeting_moments(person, closed_at))
    office = [(moment, closed_at(None)) for moment in hours]
    periods = set(_periods([m for m in meetings if m[0].van is not None], on_date))
    whole = {
        occurrence.begin.date()
        for moment, closed in meetings if moment.van is None
        for occurrence in _ahead(moment, on_date, closed)
    }  # fmt: skip
    periods |= {p for p in _periods(office, on_date) if p[0].date() in whole}
    return Presence(tuple(_joined(sorted(periods))), _first(meetings, on_date))


@dataclass(frozen=True, slots=True)
class Encounter:
    """One of the times and places at which a worker can be met."""

    meeting: Meeting
    moment: Moment | None
    """None when the words tell no day."""
    presence: Presence


def meeting_moments(
    person: Medewerker, closed_at: ClosedAt = always_open
) -> Iterator[tuple[Moment, ClosedDays]]:
    """The moments at which a worker can be met, each with the days on which its place is closed;
    what is only said in words is none."""
    for meeting in person.te_vinden:
        moment = moment_in(meeting.wanneer)
        if moment is not None:
            yield moment, closed_at(meeting.locatie)


def encounters(
    person: Medewerker, on_date: date, closed_at: ClosedAt = always_open
) -> list[Encounter]:
    """When and where a worker can be met, in the order of time; what tells no day comes last."""
    found = [(m, moment_in(m.wanneer)) for m in person.te_vinden]
    met = [
        Encounter(m, at, presence_at([at] if at else (), on_date, closed_at(m.locatie)))
        for m, at in found
    ]
    return sorted(met, key=lambda encounter: encounter.presence.soonest)


@lru_cache(maxsize=4096)
def moment_in(words: str) -> Moment | None:
    """The moment that a sentence tells, if any."""
    fields = find_moment(words)
    try:
        return Moment.model_validate(fields) if fields else None
    except ValidationError:  # such as every other week without a first one
        return None


def next_times(
    moments: Iterable[Moment], on_date: date, most: int = 2, closed: ClosedDays = NEVER_CLOSED
) -> list[Occurrence]:
    """The next times of something, from the day of the build on."""
    found: list[Occurrence] = []
    for moment in moments:
        found += islice(occurrences(moment, morning_of(on_date), closed), most)
    return sorted(found)[:most]


def soonest_of(
    moments: Iterable[Moment], on_date: date, closed: ClosedDays = NEVER_CLOSED
) -> datetime:
    """When something is the next time; NEVER for what has no days."""
    return _first([(moment, closed) for moment in moments], on_date)


def short_hours(moments: Sequence[Moment], *, in_full: bool = False) -> list[str]:
    """Opening hours as short lines, days with the same hours together: `ma t/m do 9.00–17.00`, the
    days `in_full` where there is room.

    Empty when some of them are not every week at a time: then only all words are right.
    """
    by_hours: dict[str, set[int]] = {}
    for moment in moments:
        if not moment.is_weekly or moment.van is None or moment.tot is None:
            return []
        if moment.vanaf or moment.tot_en_met:
            return []
        end = "24.00" if moment.tot == MIDNIGHT else time_in_words(moment.tot)
        span = f"{time_in_words(moment.van)}–{end}"
        by_hours.setdefault(span, set()).update(*(days.weekdays for days in moment.days))
    letters = None if in_full else 2
    return [f"{_day_range(sorted(days), letters)} {span}" for span, days in by_hours.items()]


def _day_range(days: Sequence[int], letters: int | None) -> str:
    """Days of the week, each in so many letters: `ma t/m do`, `di en do`."""
    names = [WEEKDAYS[day][:letters] for day in days]
    if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
        return f"{names[0]} t/m {names[-1]}"
    return " en ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def morning_of(on_date: date) -> datetime:
    """The moment at which a day begins, in the Netherlands."""
    return datetime.combine(on_date, time(0, 0), AMSTERDAM)


@lru_cache(maxsize=4096)
def _ahead(moment: Moment, on_date: date, closed: ClosedDays) -> Sequence[Occurrence]:
    """The times in the days to come; many people can be met at the same hours. Behind a closed
    period comes the first time after it: that is what a visitor at the door wants to know."""
    end = morning_of(on_date + timedelta(days=DAYS_AHEAD))
    times = occurrences(moment, morning_of(on_date), closed)
    found = tuple(islice(takewhile(lambda o: o.begin < end, times), MOST_TIMES))
    if not closed.ahead(on_date, DAYS_AHEAD):
        return found
    return (*found, *islice(occurrences(moment, end, closed), 1))


def _periods(moments: Iterable[Dated], on_date: date) -> list[Period]:
    """The times of the days to come that have an end, in order."""
    found = (
        (occurrence.begin, occurrence.end)
        for moment, closed in moments for occurrence in _ahead(moment, on_date, closed)
    )  # fmt: skip
    return _joined(sorted((begin, end) for begin, end in found if end is not None))[:MOST_TIMES]


def _joined(periods: Iterable[Period]) -> list[Period]:
    """Periods that touch or overlap as one: nobody leaves for no time."""
    result: list[Period] = []
    for begin, end in periods:
        if result and begin <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((begin, end))
    return result


def _first(moments: Iterable[Dated], on_date: date) -> datetime:
    """When the first of these begins; NEVER when none will."""
    return min((_begin(moment, on_date, closed) for moment, closed in moments), default=NEVER)


@lru_cache(maxsize=4096)
def _begin(moment: Moment, on_date: date, closed: ClosedDays) -> datetime:
    found = next_occurrence([moment], morning_of(on_date), closed)
    return found.begin if found is not None else NEVER


def _minutes(moment: datetime) -> int:
    return int(moment.timestamp() // 60)
