"""What a rule is, and the register in which every rule stands under its code."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ..finding import Severity
from ..huis import CheckSettings, Huis, InternalBericht, InternalMedewerker, Thing
from ..huis.relations import Relations
from .texts import Texts, texts_of


@dataclass(frozen=True)
class RuleContext:
    """What a rule sees: the whole house, the day, and who belongs with whom."""

    huis: Huis
    on_date: date

    @cached_property
    def relations(self) -> Relations:
        """The relations of the house."""
        return Relations(self.huis)

    @cached_property
    def texts(self) -> Sequence[tuple[Thing, Texts]]:
        """Every thing that the public reads, with its texts without Markdown."""
        return list(texts_of(self.huis))

    @cached_property
    def present(self) -> Mapping[str, InternalMedewerker]:
        """The workers who work here on the day `on_date`, by id."""
        medewerkers = self.huis.medewerkers.items()
        return {
            i: m
            for i, m in medewerkers
            if m.has_started(self.on_date) and not m.has_left(self.on_date)
        }

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
        limit = (day.year * 12 + day.month + months, day.day)
        return limit < (self.on_date.year * 12 + self.on_date.month, self.on_date.day)

    @property
    def thresholds(self) -> CheckSettings:
        """The thresholds that staff can change."""
        return self.huis.organisatie.keuring


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
class Rule:
    """A rule: its code and severity, what it asks, and why (the reason from the source)."""

    code: str
    severity: Severity
    title: str
    reason: str
    function: RuleFunction


RULES: dict[str, Rule] = {}


def rule(
    code: str, severity: Severity, title: str, reason: str
) -> Callable[[RuleFunction], RuleFunction]:
    """Register the function below it as the rule `code`."""

    def register(function: RuleFunction) -> RuleFunction:
        if code in RULES:
            raise ValueError(f"code {code} is taken")
        RULES[code] = Rule(code, severity, title, reason, function)
        return function

    return register
