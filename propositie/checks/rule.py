"""What a rule is, and the register in which every rule stands under its code.

There are two forms. A rule about relations sees the whole house. A rule about one thing sees that
thing and what it says it needs besides (`given`), and nothing else: so what it found stays true
for as long as these two are the same, and a house of thousands is not looked through again for
one change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any, TypeVar, cast

from ..finding import Severity
from ..huis import (
    CheckSettings,
    Huis,
    InternalBericht,
    InternalMedewerker,
    Kind,
    Thing,
    all_things,
)
from ..huis.relations import Relations
from .texts import Text, folded_words, texts_in

T = TypeVar("T", bound=Thing)
G = TypeVar("G")


@dataclass(frozen=True)
class RuleContext:
    """What a rule about relations sees: the whole house, the day, and who belongs with whom."""

    huis: Huis
    on_date: date

    @cached_property
    def relations(self) -> Relations:
        """The relations of the house."""
        return Relations(self.huis)

    @cached_property
    def present(self) -> Mapping[str, InternalMedewerker]:
        """The workers who work here on the day `on_date`, by id."""
        medewerkers = self.huis.medewerkers.items()
        return {i: m for i, m in medewerkers if m.is_present(self.on_date)}

    @cached_property
    def departed(self) -> Sequence[InternalMedewerker]:
        """The workers who left before the day `on_date`."""
        return [m for m in self.huis.medewerkers.values() if m.has_left(self.on_date)]

    @cached_property
    def written(self) -> Mapping[str, Sequence[InternalBericht]]:
        """The posts of each worker that had appeared by the day `on_date`."""
        result: dict[str, list[InternalBericht]] = {m: [] for m in self.huis.medewerkers}
        for bericht in self.huis.berichten.values():
            for auteur in bericht.auteur if bericht.has_appeared(self.on_date) else ():
                result[auteur].append(bericht)
        return result

    def is_older_than(self, months: int, day: date) -> bool:
        """Whether `day` lies more than `months` months before the day `on_date`."""
        return is_older_than(months, day, self.on_date)

    @property
    def thresholds(self) -> CheckSettings:
        """The thresholds that staff can change."""
        return self.huis.organisatie.keuring


@dataclass
class Subject:
    """A thing that rules look at, with what is worked out of it once for all of them."""

    thing: Thing
    kind: Kind

    @cached_property
    def texts(self) -> Sequence[Text]:
        """Its texts that the public reads, without Markdown; none of a kind without any."""
        return texts_in(self.thing, self.kind)

    @cached_property
    def words(self) -> Set[str]:
        """The words in all those texts, folded: to see at once that a word is in none of them."""
        return folded_words("\n".join([text.plain for text in self.texts]))


def subjects_of(huis: Huis) -> Iterator[Subject]:
    """Everything in a house, for rules to look at."""
    return (Subject(thing, kind) for kind, thing in all_things(huis))


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule found: the thing, the path of the value in its file, and a Dutch message.

    `find` is a word in that value to point at; `at_key` points at the name of the field.
    """

    thing: Thing
    message: str
    path: tuple[str | int, ...] = ()
    find: str = ""
    at_key: bool = False


RuleFunction = Callable[[RuleContext], Iterator[Hit]]


@dataclass(frozen=True, slots=True)
class OneThing:
    """How a rule looks at one thing."""

    kind: str
    """The kind of thing that it looks at; empty: every kind."""
    given: Callable[[RuleContext], Any]
    """What it needs to know besides the thing, in values whose `repr` tells all there is to it."""
    look: Callable[[Subject, Any], Iterator[Hit]]

    def is_about(self, kind: str) -> bool:
        """Whether it looks at things of this kind."""
        return self.kind in ("", kind)

    def look_at_all(self, context: RuleContext) -> Iterator[Hit]:
        """What it finds in a whole house."""
        given = self.given(context)
        for subject in subjects_of(context.huis):
            if self.is_about(subject.kind.name):
                yield from self.look(subject, given)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its code and severity, what it asks, and why (the reason from the source)."""

    code: str
    severity: Severity
    title: str
    reason: str
    function: RuleFunction
    """All that it finds in a house."""
    one: OneThing | None = None
    """How it looks at one thing, when that is all it looks at."""


RULES: dict[str, Rule] = {}


def rule(
    code: str, severity: Severity, title: str, reason: str
) -> Callable[[RuleFunction], RuleFunction]:
    """Register the function below it as the rule `code`, which sees the whole house."""

    def register(function: RuleFunction) -> RuleFunction:
        _register(Rule(code, severity, title, reason, function))
        return function

    return register


Look = Callable[[Subject, G], Iterator[Hit]]
LookAt = Callable[[T, G], Iterator[Hit]]


def text_rule(
    code: str, severity: Severity, title: str, reason: str, given: Callable[[RuleContext], G]
) -> Callable[[Look[G]], Look[G]]:
    """Register the function below it as the rule `code`, about the texts of any one thing.

    It gets that thing, and what `given` makes of the house; it may look at nothing else.
    """

    def register(look: Look[G]) -> Look[G]:
        one = OneThing("", given, look)
        _register(Rule(code, severity, title, reason, one.look_at_all, one))
        return look

    return register


def thing_rule(
    code: str,
    severity: Severity,
    title: str,
    reason: str,
    kind: str,
    given: Callable[[RuleContext], G],
) -> Callable[[LookAt[T, G]], LookAt[T, G]]:
    """Register the function below it as the rule `code`, about any one thing of a kind.

    It gets that thing, and what `given` makes of the house; it may look at nothing else.
    """

    def register(look_at: LookAt[T, G]) -> LookAt[T, G]:
        def look(subject: Subject, known: G) -> Iterator[Hit]:
            return look_at(cast("T", subject.thing), known)

        one = OneThing(kind, given, look)
        _register(Rule(code, severity, title, reason, one.look_at_all, one))
        return look_at

    return register


def _register(rule: Rule) -> None:
    if rule.code in RULES:
        raise ValueError(f"code {rule.code} is taken")
    RULES[rule.code] = rule


def the_day(context: RuleContext) -> date:
    """What a rule is given that needs the day only."""
    return context.on_date


def nothing(_context: RuleContext) -> None:
    """What a rule is given that needs nothing besides the thing."""


def is_older_than(months: int, day: date, on_date: date) -> bool:
    """Whether `day` lies more than `months` months before the day `on_date`."""
    limit = (day.year * 12 + day.month + months, day.day)
    return limit < (on_date.year * 12 + on_date.month, on_date.day)


def first_day_older(months: int, day: date) -> date:
    """The first day on which `is_older_than` holds for `day`."""
    number = day.year * 12 + day.month - 1 + months
    try:
        return date(number // 12, number % 12 + 1, day.day) + timedelta(days=1)
    except ValueError:  # that month is shorter
        number += 1
        return date(number // 12, number % 12 + 1, 1)
