"""On which days something is: days of the week, with a rhythm over the weeks or months."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from ..dutch import join_words
from .dates import WEEKDAYS
from .parsing import error, require_line

Weeks = Literal["", "om de week", "even weken", "oneven weken"]
"""In which weeks: all, every other, or those with an even or odd number (ISO 8601)."""


@dataclass(frozen=True, slots=True)
class Days:
    """Days of the week, in all weeks or some."""

    weekdays: tuple[int, ...]
    """0 is Monday; in order, each once."""
    of_month: tuple[int, ...] = ()
    """Which of those in the month: 1 is the first, -1 the last; empty for all."""
    weeks: Weeks = ""

    @property
    def is_weekly(self) -> bool:
        """Whether it is so every week."""
        return not self.of_month and not self.weeks


_ORDINALS = {
    "eerste": 1, "1e": 1, "1ste": 1, "tweede": 2, "2e": 2, "2de": 2, "derde": 3, "3e": 3, "3de": 3,
    "vierde": 4, "4e": 4, "4de": 4, "laatste": -1,
}  # fmt: skip
_ORDINAL_WORDS = {1: "eerste", 2: "tweede", 3: "derde", 4: "vierde", -1: "laatste"}
_EVERY_DAY = tuple(range(7))
_SETS = {
    "elke dag": _EVERY_DAY, "iedere dag": _EVERY_DAY, "alle dagen": _EVERY_DAY,
    "dagelijks": _EVERY_DAY, "werkdagen": _EVERY_DAY[:5], "elke werkdag": _EVERY_DAY[:5],
    "iedere werkdag": _EVERY_DAY[:5], "doordeweeks": _EVERY_DAY[:5],
    "door de week": _EVERY_DAY[:5], "weekend": _EVERY_DAY[5:], "in het weekend": _EVERY_DAY[5:],
}  # fmt: skip
_DAY_NUMBERS = {
    spelling: number
    for number, name in enumerate(WEEKDAYS)
    for spelling in (name, name[:2], name[:3], name[:-3], f"{name}s", f"{name}en", f"'s {name}s",
                     f"s {name}s")
}  # fmt: skip
_DAY = r"(?:'s )?[a-z]+"
_RANGE = re.compile(rf"({_DAY})\s?(?:t/m|tm|tot en met|-|–|—)\s?({_DAY})")
_OF_MONTH = re.compile(
    r"(?P<which>[a-z0-9, ]+?) (?P<day>[a-z]+) (?:van|in|v/d|vd|v d|per) ?(?:de|elke|iedere)? ?maand"
)
_SEVERAL_ORDINALS = re.compile(
    r"(?:\d(?:e|ste|de)|eerste|tweede|derde|vierde)(?:, ?| en )"
    r"(?:\d(?:e|de)|tweede|derde|vierde|laatste) [a-z]+dag"
)
"""`1e en 3e dinsdag`: which can only be of a month."""
_EVERY_OTHER = re.compile(
    r"\b(?:om de (?:week|(?:twee|2) weken|(?:veertien|14) dagen)|(?:elke|iedere) (?:twee|2) weken"
    r"|(?:twee|2-?)wekelijks|(?:eens|1 ?x|een keer|één keer) per (?:twee|2) weken)\b"
)
_PARITY = re.compile(r"\(?\b(?:in )?(?:de |alle )?(even|oneven) weken\b\)?")


def parse_days(value: object) -> Days:
    """Read days in words: `dinsdag`, `ma, wo en vr`, `maandag t/m vrijdag`, `werkdagen`, `eerste
    dinsdag van de maand`, `om de week op dinsdag`, `dinsdag in de even weken`."""
    text = require_line(value)
    days = find_days(text)
    if days is None:
        hint = "Schrijf bijvoorbeeld dinsdag, maandag t/m vrijdag of eerste dinsdag van de maand."
        if match := re.fullmatch(rf"({_DAY}) tot ({_DAY})", text.lower()):
            first, last = (_number_of(word) for word in match.groups())
            if first is not None and last is not None:
                hint = (
                    f"Schrijf {WEEKDAYS[first]} t/m {WEEKDAYS[last]} als {WEEKDAYS[last]} meetelt."
                )
        raise error('"{text}" is geen dag van de week. ' + hint, text=text)
    return days


def find_days(text: str) -> Days | None:
    """The days that a text names and nothing else; None when it says something more or other."""
    bare = " ".join(re.sub(r"[‘’`´]", "'", text.lower()).replace(".", " ").split())
    bare = bare.strip(" ,")
    weeks: Weeks = ""
    if _EVERY_OTHER.search(bare):
        weeks, bare = "om de week", _EVERY_OTHER.sub("", bare)
    elif match := _PARITY.search(bare):
        weeks = "even weken" if match[1] == "even" else "oneven weken"
        bare = _PARITY.sub("", bare)
    bare = re.sub(r"^[\s,]*(?:op|van)\s+|[\s,]+op\s*$|[\s,]+$|^[\s,]+", "", bare)
    bare = " ".join(bare.split())
    if weekdays := _SETS.get(bare):
        return Days(weekdays, (), weeks)
    most, except_, others = bare.partition(" behalve ")
    if except_ and (all_days := _SETS.get(most) or _find_weekdays(most)):
        left = tuple(day for day in all_days if day not in (out := _find_weekdays(others)))
        return Days(left, (), weeks) if out and left else None
    bare = re.sub(r"dag-(?= ?(?:,|en |& |/ ))", "dag", bare)
    bare = re.sub(r"^(?:elke|iedere|alle) ", "", bare)
    if _SEVERAL_ORDINALS.fullmatch(bare):
        bare += " van de maand"
    if not weeks and (match := _OF_MONTH.fullmatch(bare)):
        which = [_ORDINALS.get(word) for word in re.split(r"\s*,\s*|\s+en\s+", match["which"])]
        day = _number_of(match["day"])
        known = [number for number in which if number is not None]
        return Days((day,), tuple(known)) if day is not None and len(known) == len(which) else None
    found = _find_weekdays(bare)
    return Days(found, (), weeks) if found else None


def _find_weekdays(text: str) -> tuple[int, ...]:
    """The days of a row such as `ma, wo en vr` or `maandag t/m donderdag`; empty without any."""
    found: set[int] = set()
    for part in re.split(r"\s*[,;/&+]\s*(?!m\b)|\s+en\s+(?!met\b)", text):
        piece = re.sub(r"^(?:op|elke|iedere) ", "", part)
        if match := _RANGE.fullmatch(piece):
            first, last = (_number_of(word) for word in match.groups())
            if first is None or last is None:
                return ()
            found |= {day % 7 for day in range(first, last + (1 if last >= first else 8))}
        elif (number := _number_of(piece)) is not None:
            found.add(number)
        else:
            return ()
    return tuple(sorted(found))


def _number_of(word: str) -> int | None:
    return _DAY_NUMBERS.get(word.strip())


def names_a_day(text: str) -> bool:
    """Whether a word in a text is a day of the week, or begins with one (`dinsdagmiddag`)."""
    return any(word.startswith(WEEKDAYS) for word in re.findall(r"[a-z]+", text.lower()))


def write_days(days: Days) -> str:
    """Days as staff would type them, and as visitors read them: `maandag t/m vrijdag`."""
    words = _write_weekdays(days.weekdays)
    if days.of_month:
        which = join_words(_ORDINAL_WORDS[number] for number in days.of_month)
        return f"{which} {words} van de maand"
    if days.weeks == "om de week":
        return f"{words}, om de week"
    return f"{words} in de {days.weeks}" if days.weeks else words


def _write_weekdays(numbers: Sequence[int]) -> str:
    if tuple(numbers) == _EVERY_DAY:
        return "elke dag"
    first, last = numbers[0], numbers[-1]
    if len(numbers) > 2 and last - first == len(numbers) - 1:
        return f"{WEEKDAYS[first]} t/m {WEEKDAYS[last]}"
    return join_words(WEEKDAYS[number] for number in numbers)


def merge_days(rows: Iterable[Days]) -> list[Days]:
    """The same days, those with one rhythm together: `maandag` and `woensdag` are one row."""
    merged: dict[tuple[tuple[int, ...], Weeks, int], Days] = {}
    for number, days in enumerate(rows):
        key = (days.of_month, days.weeks, number if days.of_month else -1)
        known = merged.get(key)
        numbers = {*days.weekdays, *(known.weekdays if known else ())}
        merged[key] = Days(tuple(sorted(numbers)), days.of_month, days.weeks)
    return list(merged.values())
