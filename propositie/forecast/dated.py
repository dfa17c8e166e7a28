"""A dated fact, and the register of who knows some.

A kind of thing tells its dates in one place: a function under `@source` in a module of this room.
The calendar of the werkboek, its file for other calendars and `propositie controleer --op` all ask
the same list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from ..checks.rule import RuleContext
from ..dutch import date_in_words
from ..finding import github_text
from ..huis import Huis, Thing, kind_of

FORECAST = "vooruitblik"
"""How a change to come is told from a finding."""
About = Literal[
    "site",
    "mensen",
    "toestemming",
    "speelveld",
    "nakijken",
    "partners",
    "gesloten",
    "agenda",
    "vacatures",
    "verantwoording",
    "vernieuwing",
    "klanten",
    "opdrachten",
]
"""What a fact is about."""


@dataclass(frozen=True, slots=True)
class Dated:
    """What is so on a day, or from that day on, as a Dutch sentence."""

    day: date
    message: str
    about: About = "site"
    thing: tuple[str, str] | None = None
    """The kind and id of the thing whose file tells it."""
    part: str = ""
    """Which fact of that thing it is: by this a calendar knows it again when its day moves."""
    until: date | None = None
    """The last day, when it lasts longer than one."""
    is_task: bool = False
    """Whether somebody has to do something; until then it stays, also when its day is over."""
    on_site: bool = False
    """Whether the public site changes by it, or contradicts itself, without anybody doing
    anything."""

    def as_text(self) -> str:
        """A line at a terminal."""
        return f"  {date_in_words(self.day)}: {self.message}"

    def as_github(self) -> str:
        """A workflow command that GitHub shows as an annotation."""
        text = github_text(f"{date_in_words(self.day)}: {self.message}")
        return f"::notice title={FORECAST}::{text}"

    def as_row(self) -> Mapping[str, object]:
        """An object among the findings as JSON, told from them by its `ernst` and its `datum`."""
        return {
            "code": FORECAST, "ernst": FORECAST, "bericht": self.message, "plaats": None,
            "datum": self.day.isoformat(),
        }  # fmt: skip


@dataclass(frozen=True)
class Ahead:
    """What a source sees: the house, and from which day until which one somebody looks."""

    huis: Huis
    start: date
    until: date

    @cached_property
    def context(self) -> RuleContext:
        """What the rules of the check see on the first day."""
        return RuleContext(self.huis, self.start)

    @property
    def days(self) -> int:
        """How many days lie ahead."""
        return (self.until - self.start).days

    def holds(self, day: date) -> bool:
        """Whether a day lies ahead."""
        return self.start <= day <= self.until


SourceFunction = Callable[[Ahead], Iterable[Dated]]
SOURCES: list[SourceFunction] = []
"""Everybody who knows dated facts, in the order of the modules."""


def source(function: SourceFunction) -> SourceFunction:
    """Register a function that tells dated facts. It may tell too many: what is over and no task,
    or lies too far ahead, is left out for it."""
    SOURCES.append(function)
    return function


def key_of(thing: Thing) -> tuple[str, str]:
    """How a fact names the thing that it is told of."""
    return kind_of(thing).name, thing.id
