"""Days of events: when they begin, when they are over, and dates on which it is closed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from ..checks.closures import dates_on_closed_days
from ..edition import REMEMBERED
from ..huis import Activiteit
from ..huis.occurrences import AMSTERDAM, last_day, next_occurrence
from .dated import Ahead, Dated, key_of, source


@source
def events(ahead: Ahead) -> Iterator[Dated]:
    """The first and the last day of events, and when they leave the site."""
    for activiteit in ahead.huis.agenda.values():
        if activiteit.is_cancelled:
            continue
        first, last = first_day(activiteit), last_day(activiteit.wanneer)
        name, key = activiteit.naam, key_of(activiteit)
        if first is not None:
            alone = first == last
            begins = f"Dit staat op de agenda: “{name}”." if alone else f"“{name}” begint."
            yield Dated(first, begins, "agenda", key, "begin")
        if last is None:
            continue
        if first != last:
            yield Dated(last, f"Laatste dag van “{name}”.", "agenda", key, "einde")
        over = f"“{name}” is geweest en gaat van de agenda."
        gone = f"De pagina van “{name}” verdwijnt."
        if last < date.max - REMEMBERED - timedelta(days=1):
            day = last + timedelta(days=1)
            yield Dated(day, over, "agenda", key, "voorbij", on_site=True)
            yield Dated(day + REMEMBERED, gone, "agenda", key, "weg", on_site=True)


def first_day(activiteit: Activiteit) -> date | None:
    """The first day of an event that has one: a date, or the day from which it comes back."""
    known = [day for moment in activiteit.wanneer for day in moment.datum]
    starts = [moment.vanaf for moment in activiteit.wanneer if moment.dag]
    if None in starts:
        return None
    known += [start for start in starts if start is not None]
    if not known:
        return None
    begin = datetime.combine(min(known), time(), AMSTERDAM)
    found = next_occurrence(activiteit.wanneer, begin)
    return found.begin.date() if found else None


@source
def on_closed_days(ahead: Ahead) -> Iterator[Dated]:
    """Dates of services and events on a day on which it is closed."""
    for found in dates_on_closed_days(ahead.context):
        why = f" ({found.reason})" if found.reason else ""
        yield Dated(
            found.day,
            f"Volgens de site is er “{found.thing.naam}”, maar die dag is het dicht{why}. Kies een "
            "andere datum, of pas bij gesloten de dagen aan.",
            "agenda",
            key_of(found.thing),
            f"dicht {found.day}",
            is_task=True,
            on_site=True,
        )
