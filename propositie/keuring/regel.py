"""What a rule is, and the register in which every rule stands under its code."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from ..bevinding import Ernst
from ..huis import BerichtIntern, Ding, Huis, Keuringsinstellingen, MedewerkerIntern
from ..huis.verbanden import Verbanden


@dataclass(frozen=True)
class Zicht:
    """What a rule sees: the whole house, the day, and who belongs with whom."""

    huis: Huis
    op: date
    berichten: Mapping[str, BerichtIntern] = field(default_factory=dict)
    """The posts that workers wrote, by id."""

    @cached_property
    def verbanden(self) -> Verbanden:
        """The relations of the house."""
        return Verbanden(self.huis)

    @cached_property
    def aanwezig(self) -> Mapping[str, MedewerkerIntern]:
        """The workers who work here on the day `op`, by id."""
        mensen = self.huis.medewerkers.items()
        return {i: m for i, m in mensen if m.begonnen(self.op) and not m.vertrokken(self.op)}

    @cached_property
    def geschreven(self) -> Mapping[str, Sequence[BerichtIntern]]:
        """The posts of each worker that had appeared by the day `op`."""
        uit: dict[str, list[BerichtIntern]] = {m: [] for m in self.huis.medewerkers}
        for bericht in self.berichten.values():
            for auteur in bericht.auteur if bericht.verschenen(self.op) else ():
                uit[auteur].append(bericht)
        return uit

    def langer_dan(self, maanden: int, datum: date) -> bool:
        """Whether `datum` lies more than `maanden` months before the day `op`."""
        grens = (datum.year * 12 + datum.month + maanden, datum.day)
        return grens < (self.op.year * 12 + self.op.month, self.op.day)

    @property
    def drempels(self) -> Keuringsinstellingen:
        """The thresholds that staff can change."""
        return self.huis.organisatie.keuring


@dataclass(frozen=True, slots=True)
class Vondst:
    """What a rule found: the thing, the path of the value in its file, and a Dutch message.

    `zoek` is a word in that value to point at; `wijs_sleutel` points at the name of the field.
    """

    ding: Ding
    bericht: str
    pad: tuple[str | int, ...] = ()
    zoek: str = ""
    wijs_sleutel: bool = False


Functie = Callable[[Zicht], Iterator[Vondst]]


@dataclass(frozen=True, slots=True)
class Regel:
    """A rule: its code and severity, what it asks, and why (the reason from the source)."""

    code: str
    ernst: Ernst
    titel: str
    reden: str
    functie: Functie


REGELS: dict[str, Regel] = {}


def regel(code: str, ernst: Ernst, titel: str, reden: str) -> Callable[[Functie], Functie]:
    """Register the function below it as the rule `code`."""

    def registreer(functie: Functie) -> Functie:
        if code in REGELS:
            raise ValueError(f"code {code} is taken")
        REGELS[code] = Regel(code, ernst, titel, reden, functie)
        return functie

    return registreer


_MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
)  # fmt: skip


def duur(maanden: int) -> str:
    """A number of months as people say it: een jaar, een maand, 6 maanden."""
    return {1: "een maand", 12: "een jaar"}.get(maanden, f"{maanden} maanden")


def op_schrift(datum: date) -> str:
    """A date in words: 1 maart 2026."""
    return f"{datum.day} {_MAANDEN[datum.month - 1]} {datum.year}"


def opsomming(woorden: Iterable[str], voegwoord: str = "en") -> str:
    """Words as a sentence lists them: a, b en c."""
    rij = list(woorden)
    if len(rij) < 2:
        return "".join(rij)
    return f"{', '.join(rij[:-1])} {voegwoord} {rij[-1]}"
