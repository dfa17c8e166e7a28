"""Hours, and days on which a door is closed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ...huis.moments import Moment
from ...huis.sluitingen import Sluiting
from .core import SCHEMA, Data, thing

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def openingstijden(row: Iterable[Moment]) -> list[Data]:
    """Hours by day of the week or on a date. What this form cannot say is left out: a first
    Tuesday would become every Tuesday."""
    return [
        thing(
            "OpeningHoursSpecification",
            dayOfWeek=_weekdays(moment),
            opens=opens, closes=closes, description=moment.toelichting,
            validFrom=iso(day or moment.vanaf), validThrough=iso(day or moment.tot_en_met),
        )
        for moment in row
        if (moment.is_weekly or (moment.datum and not moment.dag)) and not moment.behalve
        for opens, closes in _clock_of(moment)
        for day in moment.datum or (None,)
    ]  # fmt: skip


def closings(row: Iterable[Sluiting], on_date: date) -> list[Data]:
    """Days on which it is closed: hours that end as they begin (schema.org, "opens"). What was over
    by the day `on_date` is nobody's concern any more."""
    return [
        thing(
            "OpeningHoursSpecification",
            opens="00:00", closes="00:00", description=closed.reden,
            validFrom=iso(closed.van), validThrough=iso(closed.tot),
        )
        for closed in row
        if closed.tot >= on_date
    ]  # fmt: skip


def _weekdays(moment: Moment) -> list[str] | str:
    found = [f"{SCHEMA}/{DAYS[number]}" for days in moment.days for number in days.weekdays]
    return found[0] if len(found) == 1 else found


def _clock_of(moment: Moment) -> list[tuple[str, str]]:
    """From when to when; nothing when that is not known. What closes before it opens closes on the
    next day."""
    if moment.hele_dag:
        return [("00:00", "23:59")]
    if moment.van is None or moment.tot is None:
        return []
    return [(f"{moment.van:%H:%M}", f"{moment.tot:%H:%M}")]


def iso(day: date | None) -> str | None:
    """A day as schema.org writes it."""
    return day.isoformat() if day else None
