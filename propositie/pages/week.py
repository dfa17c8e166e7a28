"""What is on, and when: services and events by their next times."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from heapq import merge
from itertools import islice, takewhile
from typing import TypeAlias

from ..huis import Activiteit, Afgelasting, Dienst
from ..huis.occurrences import Occurrence, occurrences
from ..huis.sluitingen import ClosedDays
from .presence import morning_of

Something: TypeAlias = "Activiteit | Dienst"
"""What people can come to at a time."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One time of something that is on."""

    thing: Something
    time: Occurrence
    place: str | None
    """The id of the place, where it is at one of ours."""
    where: str
    """Where it is otherwise, in words."""
    off: Afgelasting | None = None
    """Why it is not on; None when it is."""

    @property
    def day(self) -> date:
        """The day on which it begins."""
        return self.time.begin.date()

    @property
    def is_full(self) -> bool:
        """Whether there is no room left."""
        return isinstance(self.thing, Activiteit) and self.thing.vol


def place_of_happening(thing: Something) -> str | None:
    """The one place where something is; None when it is elsewhere, or at several."""
    if isinstance(thing, Activiteit):
        return thing.locatie
    return thing.waar[0] if len(thing.waar) == 1 else None


class Week:
    """What is on from the day of the build on; `closed_at` tells when a place is closed."""

    def __init__(self, on_date: date, closed_at: Callable[[str | None], ClosedDays]) -> None:
        self.on_date = on_date
        self._closed_at = closed_at

    def happenings(self, thing: Something) -> Iterator[Happening]:
        """Every time of something, from the day of the build on; of what never ends, without
        end."""
        place = place_of_happening(thing)
        closed = self._closed_at(place)
        where = (thing.waar or "") if isinstance(thing, Activiteit) else ""
        rows = [occurrences(m, morning_of(self.on_date), closed) for m in thing.wanneer]
        for time in _in_order(rows):
            off = thing.cancelled_on(time.begin.date()) if isinstance(thing, Activiteit) else None
            yield Happening(thing, time, place, where, off)

    def times(self, thing: Something, most: int = 6) -> list[Happening]:
        """The next times of one thing."""
        return list(islice(self.happenings(thing), most))

    def coming(self, things: Iterable[Something], most: int = 2) -> list[Happening]:
        """The next times of several things, soonest first; each thing is told once, so that one
        that is every day leaves room."""
        found = [next(self.happenings(thing), None) for thing in things]
        return sorted((h for h in found if h is not None), key=_by_time)[:most]

    def days(
        self, things: Iterable[Something], count: int = 7
    ) -> Mapping[date, Sequence[Happening]]:
        """What is on in so many days, by day; a day without anything is left out."""
        last = self.on_date + timedelta(days=count)
        by_day: dict[date, list[Happening]] = {}
        for thing in things:
            for found in takewhile(lambda h: h.day < last, self.happenings(thing)):
                by_day.setdefault(max(found.day, self.on_date), []).append(found)
        return {day: sorted(by_day[day], key=_by_time) for day in sorted(by_day)}

    def later(self, things: Iterable[Something], after_days: int = 7) -> list[Happening]:
        """What is on after those days, within a year: each time of what is not every week, and the
        first time of what begins only then."""
        first = self.on_date + timedelta(days=after_days)
        last = self.on_date + timedelta(days=366)
        found: list[Happening] = []
        for thing in things:
            times = self.happenings(thing)
            if any(moment.is_weekly for moment in thing.wanneer):
                found += [h for h in islice(times, 1) if first <= h.day < last]
            else:
                found += [h for h in takewhile(lambda h: h.day < last, times) if h.day >= first]
        return sorted(found, key=_by_time)


def _by_time(happening: Happening) -> tuple[object, ...]:
    return (happening.time.begin, happening.thing.naam)


def _in_order(rows: Sequence[Iterator[Occurrence]]) -> Iterator[Occurrence]:
    before = None
    for time in merge(*rows):
        if before is None or time.begin != before:
            yield time
        before = time.begin
