"""Events that need the same person or the same room at the same time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, time, timedelta
from typing import NamedTuple

from ..dutch import date_in_words, time_in_words
from ..finding import Severity
from ..huis import Activiteit
from ..huis.occurrences import AMSTERDAM, occurrences
from .closures import closed_for
from .rule import Hit, RuleContext, rule

_WEEKS_AHEAD = timedelta(weeks=8)
"""So far ahead times are compared of what comes back by itself."""
_A_YEAR = timedelta(days=366)
"""So far ahead dates are compared."""
_MOMENT = timedelta(minutes=1)
"""How long something lasts at least of which nobody told how long."""


class _Time(NamedTuple):
    """One time of an event."""

    begin: datetime
    end: datetime
    id: str


class _Clash(NamedTuple):
    """That two events need the same at one time."""

    when: datetime
    what: str


@rule(
    "K84",
    Severity.TIP,
    "Niemand hoeft op twee plekken tegelijk te zijn",
    "Staat iemand op twee plekken tegelijk op de agenda, of is een zaal twee keer weggegeven, dan "
    "komt er ergens iemand voor niets.",
)
def two_at_one_time(context: RuleContext) -> Iterator[Hit]:
    """Two events at one time with the same worker or at the same place; each pair once."""
    agenda = context.huis.agenda
    needed: dict[tuple[str, str], list[Activiteit]] = defaultdict(list)
    for event in agenda.values():
        for id_ in dict.fromkeys(event.medewerkers):
            needed["medewerkers", id_].append(event)
        if event.locatie is not None:
            needed["locaties", event.locatie].append(event)
    times: dict[str, Sequence[_Time]] = {}
    clashes: dict[tuple[str, str], _Clash] = {}
    for (kind, id_), events in needed.items():
        if len(events) < 2:
            continue
        for event in events:
            if event.id not in times:
                times[event.id] = _times(context, event)
        if kind == "medewerkers":
            what = f"met {context.huis.medewerkers[id_].first_name}"
        else:
            what = f"in {context.huis.locaties[id_].naam}"
        for pair, when in _overlaps([t for event in events for t in times[event.id]]).items():
            clashes.setdefault(pair, _Clash(when, what))
    for (one, other), clash in clashes.items():
        first, second = agenda[one], agenda[other]
        hours = time_in_words(clash.when.time())
        yield Hit(
            second,
            f"Op {date_in_words(clash.when.date())} om {hours} uur is er {clash.what} ook "
            f"“{first.naam}” (agenda/{first.id}.yml), op dezelfde tijd als “{second.naam}” "
            f"(agenda/{second.id}.yml). Verzet een van de twee, of laat het zo als dit kan.",
            ("wanneer",),
            at_key=True,
        )


def _times(context: RuleContext, event: Activiteit) -> Sequence[_Time]:
    """The times of an event in the weeks to come, as far as an hour is known."""
    start = datetime.combine(context.on_date, time(), AMSTERDAM)
    closed = closed_for(context, [event.locatie] if event.locatie else [])
    found = []
    for moment in event.wanneer:
        last = start + (_WEEKS_AHEAD if moment.dag else _A_YEAR)
        if moment.van is None:
            continue
        for row in occurrences(moment, start, closed):
            if row.begin >= last:
                break
            if event.cancelled_on(row.begin.date()) is None:
                found.append(_Time(row.begin, row.end or row.begin + _MOMENT, event.id))
    return found


def _overlaps(times: Sequence[_Time]) -> Mapping[tuple[str, str], datetime]:
    """The pairs of events, by id, of which two times overlap, with the first such time. Of many at
    one time each is told with one other."""
    found: dict[tuple[str, str], datetime] = {}
    running: _Time | None = None
    for now in sorted(times):
        if running is not None and now.begin < running.end and now.id != running.id:
            pair = (min(now.id, running.id), max(now.id, running.id))
            found.setdefault(pair, now.begin)
        if running is None or now.end > running.end:
            running = now
    return found
