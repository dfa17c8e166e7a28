"""What is so on the day of the build: who can be met when, and in which order things stand."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import datetime, timedelta

from ..dutch import time_in_words
from ..dutch.dates import MONTHS
from ..edition import PublicHuis
from ..huis import Behoefte, Dienst, Locatie, Medewerker
from ..huis.dates import WEEKDAYS
from ..huis.occurrences import Occurrence
from ..huis.relations import Relations
from ..huis.sluitingen import ClosedDays, Sluiting
from .presence import (
    Encounter,
    Presence,
    encounters,
    next_times,
    presence_at,
    presence_of,
    short_hours,
    soonest_of,
)
from .ranking import rank_diensten, rank_people
from .week import Week

WEEK = timedelta(days=7)
WEEKS_AHEAD = 60
"""Days: what is closed later nobody needs to know yet."""


class Today:
    """Answers for pages; what it looks up in the house is noted as theirs."""

    def __init__(self, huis: PublicHuis, relations: Relations) -> None:
        self._huis = huis
        self._relations = relations
        self._on_date = huis.on_date
        hours = huis.organisatie.contact.openingstijden
        self.closed = huis.organisatie.closed
        """The days on which everything is closed."""
        self.office = presence_at(hours, self._on_date, self.closed)
        """When the general number is answered."""
        self.office_hours = short_hours(hours)
        """The same in short lines, when that can be said briefly."""
        self._presence: dict[int, Presence] = {}
        self.week = Week(self._on_date, self.closed_at)
        """What is on, by its next times."""

    def presence(self, person: Medewerker) -> Presence:
        """When a worker can be met."""
        found = self._presence.get(id(person))
        if found is None:
            hours = self._huis.organisatie.contact.openingstijden
            found = self._presence[id(person)] = presence_of(
                person, self._on_date, hours, self.closed_at
            )
        return found

    def at(self, locatie: Locatie) -> Presence:
        """When a place is open."""
        return presence_at(locatie.openingstijden, self._on_date, self.closed_at(locatie.id))

    def closed_at(self, place: str | None) -> ClosedDays:
        """The days on which a place is closed; without one, those of the whole organisation."""
        locatie = self._huis.locaties.get(place) if place else None
        return self.closed.and_also(locatie.gesloten) if locatie is not None else self.closed

    def closings(self, place: str | None = None) -> Sequence[Sluiting]:
        """When a place is closed in the weeks to come; of one place, only what is not closed with
        everything else."""
        if place is None:
            return self.closed.ahead(self._on_date, WEEKS_AHEAD)
        locatie = self._huis.locaties[place]
        return ClosedDays(locatie.gesloten).ahead(self._on_date, WEEKS_AHEAD)

    def closed_for(self, places: Sequence[str]) -> ClosedDays:
        """The days on which what is at these places is not: with more of them, nobody knows which
        one it is."""
        return self.closed_at(places[0] if len(places) == 1 else None)

    def people(
        self,
        people: Iterable[Medewerker],
        groups: Sequence[str] = (),
        places: Collection[str] = (),
    ) -> list[Medewerker]:
        """Workers, who fits best first."""
        return rank_people(people, self.soonest, groups, places)

    def encounters(self, person: Medewerker) -> list[Encounter]:
        """When and where a worker can be met, in the order of time."""
        return encounters(person, self._on_date, self.closed_at)

    def contact_person(
        self,
        medewerkers: Sequence[Medewerker] = (),
        groups: Sequence[str] = (),
        places: Collection[str] = (),
    ) -> Medewerker | None:
        """Who invites the reader to the next step: the one of `medewerkers` who fits best, else a
        figurehead of `groups`, else the figurehead of the first client group that has one."""
        if medewerkers:
            return self.people(medewerkers, groups, places)[0]
        for group in [*groups, *self._huis.klantgroepen]:
            if boegbeelden := self._relations.boegbeelden_of_klantgroep[group]:
                return self.people(boegbeelden, [group])[0]
        return next(iter(self._huis.medewerkers.values()), None)

    def soonest(self, person: Medewerker) -> datetime:
        """When a worker can be met the next time."""
        return self.presence(person).soonest

    def diensten(self, diensten: Iterable[Dienst], behoeften: Sequence[Behoefte]) -> list[Dienst]:
        """Services for who has these needs, what matters most first."""
        groups = self._relations.klantgroepen_of_dienst
        return rank_diensten(
            diensten, behoeften, lambda dienst: len(groups[dienst.id]), self.soonest_dienst
        )

    def soonest_dienst(self, dienst: Dienst) -> datetime:
        """When a service is the next time."""
        return soonest_of(dienst.wanneer, self._on_date, self.closed_for(dienst.waar))

    def times_of(self, dienst: Dienst, most: int = 2) -> list[Occurrence]:
        """The next times of a service."""
        return next_times(dienst.wanneer, self._on_date, most, self.closed_for(dienst.waar))

    def is_this_week(self, dienst: Dienst) -> bool:
        """Whether a service is within seven days."""
        times = self.times_of(dienst, 1)
        return bool(times) and times[0].begin.date() < self._on_date + WEEK

    def when(self, dienst: Dienst, say: Callable[..., str]) -> str:
        """When a service is the next times, in a few words: `vrijdag 9.00 · dinsdag 9.00`; its own
        words when it has no days."""
        times = self.times_of(dienst)
        if times:
            return " · ".join(dict.fromkeys(self.in_words(time) for time in times))
        return next((m.tekst for m in dienst.wanneer if m.tekst), say("in_overleg_kort"))

    def in_words(self, time: Occurrence) -> str:
        """A time that comes: `dinsdag 9.30`; with its date when it is not within a week."""
        day = time.begin.date()
        words = WEEKDAYS[day.weekday()]
        if day >= self._on_date + WEEK:
            words = f"{words[:2]} {day.day} {MONTHS[day.month - 1]}"
        return f"{words} {time_in_words(time.begin.time())}" if time.has_time else words
