"""Days, times and how long something takes."""

from __future__ import annotations

from datetime import date, time

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
)  # fmt: skip


def date_in_words(day: date) -> str:
    """A date as one says it: `1 maart 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def month_in_words(day: date) -> str:
    """The month of a day: `maart 2026`."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def day_and_month(day: date, letters: int | None = None) -> str:
    """A day of this year: `26 november`, or with so many letters of the month `26 nov`."""
    return f"{day.day} {MONTHS[day.month - 1][:letters]}"


def time_in_words(moment: time) -> str:
    """A time as one writes it: `9.30`, `14.00`."""
    return f"{moment.hour}.{moment.minute:02}"


def duration(months: int) -> str:
    """A number of months as people say it: `een jaar`, `een maand`, `6 maanden`."""
    return {1: "een maand", 12: "een jaar"}.get(months, f"{months} maanden")
