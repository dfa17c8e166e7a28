"""When it is closed: periods that staff name, and the public holidays on which they do not work."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, model_validator
from pydantic_core import PydanticCustomError

from ..dutch import date_in_words
from .base import Part, Say
from .dates import parse_date
from .feestdagen import FeestdagName, feestdag_on, feestdagen_from
from .parsing import as_list, error
from .values import Date, Text

_THROUGH = re.compile(r"\s+(?:t/m|tot en met|tot|-|–|—)\s+", re.I)
LONGEST = 3 * 366
"""Days; what is closed for longer has no hours at all."""
_IS_DAY = re.compile(r"\d{1,2}(?: [a-z]{3,9}\.?)?", re.I)
"""A day without its year, perhaps without its month."""
_DAY_MONTH_YEAR = re.compile(r"\d{1,2}( [a-z]{3,9}\.?( \d{4}))", re.I)
_REASON = re.compile(r"\s*[,:(]\s*")


class Sluiting(Part):
    """A period in which the door is closed; both days are in it."""

    text_key: ClassVar[str | None] = "van"

    van: Date
    """De eerste dag dat het dicht is."""
    tot: Date
    """De laatste dag dat het dicht is (tot en met). Voor één dag: dezelfde als bij van."""
    reden: Text | None = None
    """Waarom, in een paar woorden: kerstvakantie, verhuizing."""

    @model_validator(mode="before")
    @classmethod
    def _read(cls, given: object) -> object:
        if isinstance(given, Mapping) and set(given) == {"van"} and _spans(given["van"]):
            given = given["van"]
        return _read_sentence(given) if isinstance(given, str) else given

    @model_validator(mode="after")
    def _check(self) -> Sluiting:
        if self.tot < self.van:
            raise error(
                "Deze sluiting eindigt ({tot}) voor zij begint ({van}). Kijk beide dagen na.",
                tot=date_in_words(self.tot),
                van=date_in_words(self.van),
            )
        if (self.tot - self.van).days > LONGEST:
            raise error(
                "Deze sluiting duurt langer dan drie jaar. Gaat de deur voorgoed dicht, haal dan "
                "de openingstijden weg, of de hele locatie."
            )
        return self

    def holds(self, day: date) -> bool:
        """Whether it is closed on a day."""
        return self.van <= day <= self.tot

    def in_words(self, say: Say) -> str:
        """The days, as visitors read them: `24 december 2026 t/m 1 januari 2027`."""
        if self.van == self.tot:
            return date_in_words(self.van)
        return say("van_dag_tot_dag", van=date_in_words(self.van), tot=date_in_words(self.tot))


def _spans(value: object) -> bool:
    """Whether a text holds two days."""
    return isinstance(value, str) and _THROUGH.search(value) is not None


def _read_sentence(text: str) -> Mapping[str, object]:
    """The fields of a closure in one sentence: `24-12-2026 t/m 1-1-2027, kerstvakantie`."""
    days, *reason = _REASON.split(" ".join(text.split()), maxsplit=1)
    first, *rest = _THROUGH.split(days, maxsplit=1)
    last = rest[0] if rest else first
    try:
        begin, end = _first_day(first, last), parse_date(last)
    except PydanticCustomError as refusal:
        if "bestaat niet" in refusal.message_template:
            raise
        raise error(
            'Uit "{text}" is niet op te maken wanneer het dicht is. Schrijf bijvoorbeeld: '
            "24-12-2026 t/m 1-1-2027, kerstvakantie. Duurt het tot nader bericht, kies dan een dag "
            "en verzet die als het later wordt.",
            text=text,
        ) from None
    found: dict[str, object] = {"van": begin.isoformat(), "tot": end.isoformat()}
    if reason:
        found["reden"] = reason[0].rstrip(")").strip()
    return found


def _first_day(first: str, last: str) -> date:
    """The first day, of which the month and the year may stand behind the last one:
    `24 t/m 31 december 2026`, `24 december t/m 2 januari 2027`."""
    whole = _DAY_MONTH_YEAR.fullmatch(last)
    if whole is None or _IS_DAY.fullmatch(first) is None:
        return parse_date(first)
    if " " not in first:
        return parse_date(first + whole[1])
    day = parse_date(first + whole[2])
    return day if day <= parse_date(last) else parse_date(f"{first} {day.year - 1}")


class Feestdagen(Part):
    """What staff decided of the public holidays, once for every year."""

    gesloten: Annotated[tuple[FeestdagName, ...], BeforeValidator(as_list)] = ()
    """De feestdagen waarop alles dicht is, ieder jaar weer: nieuwjaarsdag, eerste kerstdag."""
    open: Annotated[tuple[FeestdagName, ...], BeforeValidator(as_list)] = ()
    """De feestdagen waarop jullie gewoon werken, bijvoorbeeld goede vrijdag."""

    @model_validator(mode="after")
    def _check(self) -> Feestdagen:
        if both := sorted(set(self.gesloten) & set(self.open)):
            raise error(
                "Op {dag} is het open of gesloten, niet allebei. Haal een van de twee weg.",
                dag=both[0],
            )
        return self


Sluitingen = Annotated[tuple[Sluiting, ...], BeforeValidator(as_list)]
"""Periods in which it is closed; one may stand for a list."""


@dataclass(frozen=True, slots=True)
class ClosedDays:
    """The days on which a door is closed."""

    periods: tuple[Sluiting, ...] = ()
    holidays: frozenset[str] = frozenset()
    """The public holidays on which it is closed, by name."""

    def __contains__(self, day: date) -> bool:
        return self.reason(day) is not None

    def reason(self, day: date) -> str | None:
        """Why it is closed on a day, in words of staff or the name of the holiday, empty when they
        gave none; None when it is not closed."""
        for period in self.periods:
            if period.holds(day):
                return period.reden or ""
        holiday = feestdag_on(day) if self.holidays else None
        return holiday if holiday in self.holidays else None

    def and_also(self, periods: Iterable[Sluiting]) -> ClosedDays:
        """The same with more periods: those of one place."""
        more = tuple(periods)
        return ClosedDays((*self.periods, *more), self.holidays) if more else self

    def ahead(self, day: date, days: int) -> Sequence[Sluiting]:
        """What is closed on `day` or begins within so many days, in order; a holiday in a longer
        period needs no line of its own."""
        last = day + timedelta(days=days)
        periods = [p for p in self.periods if p.van <= last and p.tot >= day]
        found = [
            Sluiting.model_construct(van=d, tot=d, reden=name)
            for d, name in feestdagen_from(day, days)
            if name in self.holidays and not any(p.holds(d) for p in periods)
        ]
        return sorted([*periods, *found], key=lambda p: (p.van, p.tot))


NEVER_CLOSED = ClosedDays()
