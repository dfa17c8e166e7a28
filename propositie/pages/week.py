"""What is on, and when: services, events and people by their next times."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from heapq import merge
from itertools import islice, repeat, takewhile
from typing import TypeAlias

from ..huis import Activiteit, Afgelasting, Dienst, Locatie, Medewerker, Thing
from ..huis.medewerkers import Meeting
from ..huis.moments import Moment
from ..huis.occurrences import Occurrence, occurrences
from ..huis.sluitingen import ClosedDays
from .presence import Presence, moment_in, morning_of

Something: TypeAlias = "Activiteit | Dienst"
"""What people can come to at a time."""
A_WEEK = 7
A_YEAR = 366


@dataclass(frozen=True, slots=True)
class Happening:
    """One time of something that is on, or that somebody can be met."""

    thing: Something | Medewerker
    time: Occurrence
    place: str | None
    """The id of the place, where it is at one of ours."""
    where: str = ""
    """Where it is otherwise, in words."""
    note: str = ""
    """What is special about this time."""
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

    @property
    def presence(self) -> Presence:
        """This one time, for a browser that tells whether it is now; nothing without an end, or
        when it is not on."""
        if self.time.end is None or not self.time.has_time or self.off is not None:
            return Presence()
        return Presence(((self.time.begin, self.time.end),), self.time.begin)


def shown_with(happenings: Iterable[Happening], places: Mapping[str, Locatie]) -> list[Thing]:
    """The things that a page tells of when it shows these times."""
    found = list(happenings)
    at = [places[h.place] for h in found if h.place is not None]
    return [*(h.thing for h in found), *at]


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
        where = (thing.waar or "") if isinstance(thing, Activiteit) else ""
        for time, moment in self._times(thing.wanneer, place):
            off = thing.cancelled_on(time.begin.date()) if isinstance(thing, Activiteit) else None
            yield Happening(thing, time, place, where, moment.toelichting or "", off)

    def meetings(self, person: Medewerker) -> Iterator[Happening]:
        """Every time at which somebody can be met at an hour, in the order of time."""
        return merge(*(self._at(person, at) for at in person.te_vinden), key=_by_time)

    def _at(self, person: Medewerker, at: Meeting) -> Iterator[Happening]:
        """The times at one place."""
        found = moment_in(at.wanneer)
        if found is not None and found.van is not None:
            for time, _ in self._times([found], at.locatie):
                yield Happening(person, time, at.locatie, at.waar or "", found.toelichting or "")

    def _times(
        self, moments: Sequence[Moment], place: str | None
    ) -> Iterator[tuple[Occurrence, Moment]]:
        """The times of moments, in order, each once, with the moment that it is one of."""
        closed = self._closed_at(place)
        morning = morning_of(self.on_date)
        rows = (zip(occurrences(m, morning, closed), repeat(m)) for m in moments)
        before = None
        for time, moment in merge(*rows, key=lambda found: found[0]):
            if before is None or time.begin != before:
                yield time, moment
            before = time.begin

    def times(self, thing: Something, most: int = 6) -> list[Happening]:
        """The next times of one thing."""
        return list(islice(self.happenings(thing), most))

    def coming(self, things: Iterable[Something], most: int = 2) -> list[Happening]:
        """The next time of each of several things, soonest first: one that is every day leaves
        room for others."""
        found = [next(self.happenings(thing), None) for thing in things]
        return sorted((h for h in found if h is not None), key=_by_time)[:most]

    def days(
        self,
        things: Iterable[Something],
        people: Iterable[Medewerker] = (),
        count: int = A_WEEK,
    ) -> Mapping[date, Sequence[Happening]]:
        """What is on and who can be met in so many days, by day; a day without anything is left
        out. What began yesterday and is not over stands under today."""
        last = self.on_date + timedelta(days=count)
        rows = [*map(self.happenings, things), *map(self.meetings, people)]
        by_day: dict[date, list[Happening]] = {}
        for row in rows:
            for found in takewhile(lambda h: h.day < last, row):
                by_day.setdefault(max(found.day, self.on_date), []).append(found)
        return {day: sorted(by_day[day], key=_by_time) for day in sorted(by_day)}

    def later(self, things: Iterable[Something], after_days: int = A_WEEK) -> list[Happening]:
        """What is on after those days, within a year: each time of what is not every week, and the
        first time of what begins only then."""
        first = self.on_date + timedelta(days=after_days)
        last = self.on_date + timedelta(days=A_YEAR)
        found: list[Happening] = []
        for thing in things:
            times = self.happenings(thing)
            if any(moment.is_weekly for moment in thing.wanneer):
                found += [h for h in islice(times, 1) if first <= h.day < last]
            else:
                found += [h for h in takewhile(lambda h: h.day < last, times) if h.day >= first]
        return sorted(found, key=_by_time)


def _by_time(happening: Happening) -> tuple[float, str]:
    return (happening.time.begin.timestamp(), happening.thing.naam)
