"""How days and times are read, in every notation that can mean one thing only."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time, timedelta

from pydantic_core import PydanticCustomError

from ..dutch import MONTHS
from .parsing import error, require_text

_ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DUTCH_DATE = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_WRITTEN_DATE = re.compile(
    r"(?:(?P<weekday>[a-z]+dag),? )?(?:de )?(?P<day>\d{1,2})(?:e|de|ste)? "
    r"(?P<month>[a-z]{3,9})\.? (?P<year>\d{4})"
)
WEEKDAYS = (
    "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
)  # fmt: skip
_MONTH_NUMBERS = {
    word: number
    for number, name in enumerate(MONTHS, 1)
    for word in (name, name[:3], *(("mrt",) if number == 3 else ("sept",) if number == 9 else ()))
}


def parse_date(value: object) -> date:
    """Read a date: `2026-03-01`, `1-3-2026` (day, month, year), `1 maart 2026`."""
    text = require_text(value)
    if match := _ISO_DATE.fullmatch(text):
        year, month, day = match.groups()
    elif match := _DUTCH_DATE.fullmatch(text):
        day, month, year = match.groups()
    else:
        return _parse_written_date(text)
    return _as_date(text, int(year), int(month), int(day))


def _parse_written_date(text: str) -> date:
    """Read a date with the month as a word; a day of the week before it must be the right one."""
    match = _WRITTEN_DATE.fullmatch(" ".join(text.lower().split()))
    month = _MONTH_NUMBERS.get(match["month"]) if match else None
    if match is None or month is None:
        raise error('"{text}" is geen datum' + _describe_missing(text), text=text)
    found = _as_date(text, int(match["year"]), month, int(match["day"]))
    weekday = WEEKDAYS[found.weekday()]
    if match["weekday"] not in {None, weekday}:
        raise error(
            '"{text}" kan niet: die datum is een {weekday}. Kijk na welke van de twee klopt.',
            text=text,
            weekday=weekday,
        )
    return found


def _as_date(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise error(
            'De datum "{text}" bestaat niet. Kijk de dag en de maand na.', text=text
        ) from None


def _describe_missing(text: str) -> str:
    """What keeps a text from being a date, as the end of a sentence, and what to write."""
    valid = " Schrijf 2026-03-01 of 1-3-2026."
    if re.fullmatch(r"\d{4}", text):
        return f": de dag en de maand ontbreken.{valid}"
    if re.fullmatch(r"[^\W\d]{3,9} \d{4}", text):
        return f": de dag ontbreekt.{valid}"
    if re.fullmatch(r"\d{1,2} [^\W\d]{3,9}|\d{1,2}[-/]\d{1,2}", text):
        return f": het jaar ontbreekt.{valid}"
    if re.match(r"(?:vandaag|morgen|gisteren|volgend|komend|vorig|afgelopen)", text.lower()):
        return f": zo'n dag schuift steeds op.{valid}"
    return f".{valid}"


def parse_withdrawn(value: object) -> date | None:
    """Read when consent was withdrawn: a date, or `ja` (at once and for good), or `nee`."""
    text = require_text(value).lower()
    if text in {"ja", "true", "yes"}:
        return date.min
    if text in {"nee", "false", "no"}:
        return None
    return parse_date(value)


@dataclass(frozen=True, slots=True)
class YearDay:
    """A day that comes back every year."""

    day: int
    month: int

    def __str__(self) -> str:
        return f"{self.day} {MONTHS[self.month - 1]}"

    def in_year(self, year: int) -> date:
        """The day in a year; of 29 February the day before March."""
        if (self.day, self.month) == (29, 2):
            return date(year, 3, 1) - timedelta(days=1)
        return date(year, self.month, self.day)


_YEAR_DAY = re.compile(r"(?:de )?(\d{1,2})(?:e|de|ste)?(?:[ -]([a-z]{3,9})\.?|[-/](\d{1,2}))")
_LEAP_YEAR = 2000


def parse_year_day(value: object) -> YearDay:
    """Read a day of every year: `31 december`, `31-12`; of a date with a year the day."""
    text = require_text(value)
    match = _YEAR_DAY.fullmatch(" ".join(text.lower().split()))
    if match is None:
        found = _find_date(text)
        return YearDay(found.day, found.month)
    month = int(match[3]) if match[3] else _MONTH_NUMBERS.get(match[2], 0)
    try:
        found = date(_LEAP_YEAR, month, int(match[1]))
    except ValueError:
        raise error(
            'De dag "{text}" bestaat niet. Schrijf een dag en een maand: 31 december.', text=text
        ) from None
    return YearDay(found.day, found.month)


def _find_date(text: str) -> date:
    try:
        return parse_date(text)
    except PydanticCustomError:
        raise error(
            '"{text}" is geen dag van het jaar. Schrijf een dag en een maand: 31 december.',
            text=text,
        ) from None


_TIME = re.compile(r"(?:om )?(\d{1,2})(?:\s?[:.u]\s?(\d{2}))?\s?(?:uur|u|h)?\.?")


def parse_time(value: object) -> time:
    """Read a time of day: `9:30`, `09.30`, `17 uur`, `9u30`, `9`."""
    text = require_text(value)
    match = _TIME.fullmatch(text.lower())
    if match is None or int(match[1]) > 23 or int(match[2] or 0) > 59:
        raise error('"{text}" is geen tijd. Schrijf bijvoorbeeld 9:30 of 14.00.', text=text)
    return time(int(match[1]), int(match[2] or 0))


def parse_end_time(value: object) -> time:
    """Read when something ends: a time of day as `parse_time` reads it, or `24:00`, which is the
    midnight that the day ends with (0:00)."""
    match = _TIME.fullmatch(require_text(value).lower())
    if match is not None and int(match[1]) == 24 and not int(match[2] or 0):
        return time(0, 0)
    return parse_time(value)
