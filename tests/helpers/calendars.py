"""Rhythms in which something comes back, and what other programs read in a calendar of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import vobject
from ical.calendar_stream import IcsCalendarStream

from propositie.huis.feestdagen import feestdag_on
from propositie.huis.moments import Moment
from propositie.huis.occurrences import AMSTERDAM
from propositie.huis.series import series_of
from propositie.huis.sluitingen import ClosedDays, Sluiting
from propositie.output.calendars import CalendarEvent, calendar, event_lines

NEVER = ClosedDays()
HOLIDAYS = frozenset({"eerste kerstdag", "tweede kerstdag", "nieuwjaarsdag", "tweede paasdag"})
CLOSED = ClosedDays((Sluiting.model_validate("19-7-2027 t/m 15-8-2027, zomer"),), HOLIDAYS)
Holds = Callable[[date], bool]


def is_closed(day: date) -> bool:
    """The same, said by day."""
    return date(2027, 7, 19) <= day <= date(2027, 8, 15) or feestdag_on(day) in HOLIDAYS


RHYTHMS: dict[str, tuple[object, Holds]] = {
    "week": ("dinsdag van 9.30 tot 12.00 uur", lambda d: d.weekday() == 1),
    "twee dagen": ("ma en vr 10-11", lambda d: d.weekday() in {0, 4}),
    "maand": (
        {"dag": "eerste en derde woensdag van de maand", "van": "14:00", "tot": "16:00"},
        lambda d: d.weekday() == 2 and (d.day - 1) // 7 in {0, 2},
    ),
    "laatste": (
        {"dag": "laatste zondag van de maand", "van": "12:00"},
        lambda d: d.weekday() == 6 and (d + timedelta(days=7)).month != d.month,
    ),
    "om de week": (
        {"dag": "om de week op donderdag", "vanaf": "2026-09-03", "van": "19:30", "tot": "21:00"},
        lambda d: d >= date(2026, 9, 3) and (d - date(2026, 9, 3)).days % 14 == 0,
    ),
    "even": (
        {"dag": "vrijdag in de even weken", "van": "9:00", "tot": "10:00"},
        lambda d: d.weekday() == 4 and d.isocalendar().week % 2 == 0,
    ),
    "oneven": (
        {"dag": "ma en vr in de oneven weken", "hele_dag": "ja"},
        lambda d: d.weekday() in {0, 4} and d.isocalendar().week % 2 == 1,
    ),
    "nacht": ("zaterdag van 22.00 tot 2.00 uur", lambda d: d.weekday() == 5),
    "begrensd": (
        {"dag": "zondag", "van": "4:30", "tot": "5:30", "vanaf": "2026-03-01",
         "tot_en_met": "2030-11-30", "behalve": ["2027-03-28"]},
        lambda d: d.weekday() == 6 and date(2026, 3, 1) <= d <= date(2030, 11, 30)
        and d != date(2027, 3, 28),
    ),
}  # fmt: skip


def written(moments: list[Moment], on_date: date, closed: ClosedDays, **more: Any) -> str:
    """A calendar with one event at these moments."""
    series = list(series_of(moments, on_date, closed))
    event = CalendarEvent("agenda-x-{n}@huis.example", "Soep, met brood", series, **more)
    return calendar("Huis", "Wat er is.", None, [event_lines(event, on_date)]).decode()


def read_by_vobject(text: str) -> list[datetime]:
    """Every time in a calendar, as one program reads it, by the clock."""
    found: list[datetime] = []
    for event in vobject.readOne(text).contents.get("vevent", []):
        rule = event.getrruleset(addRDate=True)
        begins = list(rule) if rule is not None else [event.dtstart.value]
        found += [as_clock(begin) for begin in begins]
    return sorted(found)


def read_by_ical(text: str) -> list[datetime]:
    """The same, as another reads it."""
    whole = IcsCalendarStream.calendar_from_ics(text)
    return sorted(as_clock(event.dtstart) for event in whole.timeline)


def as_clock(begin: date | None) -> datetime:
    """A begin by the clock in the Netherlands; midnight for a day."""
    assert begin is not None
    if not isinstance(begin, datetime):
        return datetime(begin.year, begin.month, begin.day)
    return begin.astimezone(AMSTERDAM).replace(tzinfo=None) if begin.tzinfo else begin
