"""When a moment is: the one place that works out which times come next.

Times are those of a clock in the Netherlands, also in the weeks when summer time begins or ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from heapq import merge
from zoneinfo import ZoneInfo

from dateutil.rrule import MONTHLY, WEEKLY, YEARLY, rrule, weekday

from .days import Days
from .moments import Moment, length_of
from .sluitingen import NEVER_CLOSED, ClosedDays

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
_LAST_DAY = date(9999, 12, 1)


@dataclass(frozen=True, slots=True, order=True)
class Occurrence:
    """One time that something is."""

    begin: datetime
    """With its time zone; midnight when no time is known."""
    end: datetime | None
    """None when it is not known."""
    has_time: bool = True
    """Whether a time is known; else it is somewhere on that day."""


def occurrences(
    moment: Moment, after: datetime, closed: ClosedDays = NEVER_CLOSED
) -> Iterator[Occurrence]:
    """Every time from `after` (with its time zone) on, also one that has begun and is not over.

    On a closed day nothing is that comes back by itself; what has a date of its own is. Of a moment
    that never ends there is no last one. One in words has none.
    """
    now = after.astimezone(AMSTERDAM)
    for naive in begins(moment, now.date() - timedelta(days=1), closed):
        begin = naive.replace(tzinfo=AMSTERDAM)
        lasts = length_of(moment)
        end = (naive + lasts).replace(tzinfo=AMSTERDAM) if lasts else None
        over = end or (begin if moment.van else begin + timedelta(days=1))
        if over > now or begin >= now:
            yield Occurrence(begin, end, moment.van is not None)


def next_occurrence(
    moments: Iterable[Moment], after: datetime, closed: ClosedDays = NEVER_CLOSED
) -> Occurrence | None:
    """The first time from `after` on, of several moments; None when there will be none."""
    return next(merge(*(occurrences(moment, after, closed) for moment in moments)), None)


def is_now(moments: Iterable[Moment], now: datetime, closed: ClosedDays = NEVER_CLOSED) -> bool:
    """Whether one of these has begun and is not over."""
    found = next_occurrence(moments, now, closed)
    return found is not None and found.begin <= now and found.end is not None


def last_day(moments: Iterable[Moment]) -> date | None:
    """The last day of several moments; None when there is no last one, or when words say it."""
    found: list[date] = []
    for moment in moments:
        if (moment.dag and moment.tot_en_met is None) or not (moment.dag or moment.datum):
            return None
        found += [*moment.datum, *([moment.tot_en_met] if moment.tot_en_met else ())]
    return max(found, default=None)


def begins(moment: Moment, start: date, closed: ClosedDays) -> Iterator[datetime]:
    """When a moment begins, by the clock in the Netherlands and without its time zone, from the
    day `start` on, in order; what comes back by itself is not on a `closed` day."""
    clock = moment.van or time(0, 0)
    last, excluded = moment.tot_en_met or _LAST_DAY, set(moment.behalve)
    first = max(start, moment.vanaf or start)
    dates = sorted(datetime.combine(day, clock) for day in moment.datum if day >= first)
    rules = (
        (begin for begin in _rule(days, moment, first, clock) if begin.date() not in closed)
        for days in moment.days
    )
    before = None
    for begin in merge(dates, *rules):
        if begin.date() > last:
            return
        if begin != before and begin.date() not in excluded:
            before = begin
            yield begin


def _rule(days: Days, moment: Moment, first: date, clock: time) -> Iterator[datetime]:
    """What iCalendar calls a recurrence rule (RFC 5545, section 3.3.10), from a day on."""
    start = datetime.combine(first, clock)
    if days.of_month:
        by = [weekday(day, n) for day in days.weekdays for n in days.of_month]
        return iter(rrule(MONTHLY, dtstart=start, byweekday=by))
    if days.weeks == "om de week" and moment.vanaf is not None:
        rule = rrule(WEEKLY, interval=2, dtstart=_anchor(moment.vanaf, first, clock),
                     byweekday=days.weekdays)  # fmt: skip
        return (begin for begin in rule if begin >= start)
    if days.weeks:
        numbers = range(2, 54, 2) if days.weeks == "even weken" else range(1, 54, 2)
        return iter(rrule(YEARLY, dtstart=start, byweekday=days.weekdays, byweekno=numbers))
    return iter(rrule(WEEKLY, dtstart=start, byweekday=days.weekdays))


def _anchor(vanaf: date, first: date, clock: time) -> datetime:
    """A day in a week in which it is, not long before `first`: who counts from years ago waits."""
    fortnights = max((first - vanaf).days // 14, 0)
    monday = vanaf - timedelta(days=vanaf.weekday()) + timedelta(days=14 * fortnights)
    return datetime.combine(monday, clock)
