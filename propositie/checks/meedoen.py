"""Supporters: somebody to call who is here, and care for those who take part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..dutch import date_in_words, join_words
from ..finding import Severity
from ..huis import Huis, InternalMedewerker, InternalRol
from .rule import Hit, RuleContext, rule


@dataclass(frozen=True, slots=True)
class Carried:
    """What one worker carries: the ways to take part, and how many people they are together."""

    coordinator: InternalMedewerker
    rollen: Sequence[InternalRol]

    @property
    def aantal(self) -> int:
        """How many people they care for."""
        return sum(rol.aantal or 0 for rol in self.rollen)


def carried(huis: Huis) -> Sequence[Carried]:
    """Who cares for how many, who carries most first."""
    found: dict[str, list[InternalRol]] = {}
    for rol in huis.meedoen.values():
        if rol.coordinator is not None and rol.coordinator in huis.medewerkers:
            found.setdefault(rol.coordinator, []).append(rol)
    rows = [Carried(huis.medewerkers[id_], rollen) for id_, rollen in found.items()]
    return sorted(rows, key=lambda row: (-row.aantal, row.coordinator.naam))


@rule(
    "K89",
    Severity.TIP,
    "Wie meedoet, heeft iemand die er is en er tijd voor heeft",
    "Vrijwilligers zijn goud, en blijven waar iemand hen kent. Dat kan één mens voor zoveel "
    "anderen doen, en niet voor meer.",
)
def cared_for(context: RuleContext) -> Iterator[Hit]:
    """A way to take part whose contact or coordinator left, which nobody coordinates though people
    do it, or whose coordinator carries too many."""
    for rol in context.huis.meedoen.values():
        for key, who in (("contact", rol.contact), ("coordinator", rol.coordinator)):
            medewerker = context.huis.medewerkers.get(who or "")
            if medewerker is not None and medewerker.has_left(context.on_date):
                yield Hit(rol, _gone(key, medewerker, context.huis.medewerkers), (key,))
        if rol.aantal and rol.coordinator is None:
            people = f"{rol.aantal} mensen doen" if rol.aantal > 1 else "Eén mens doet"
            yield Hit(
                rol,
                f"{people} dit, en er staat niet wie hen begeleidt. Zet bij coordinator wie dat "
                "is.",
                ("aantal",),
            )
    most = context.thresholds.begeleider_aantal
    for row in carried(context.huis):
        if row.aantal > most and not row.coordinator.has_left(context.on_date):
            names = join_words(rol.naam for rol in row.rollen)
            yield Hit(
                row.rollen[0],
                f"{row.coordinator.first_name} begeleidt {row.aantal} mensen ({names}), en jullie "
                f"vinden {most} genoeg. Zoek iemand die een deel overneemt, ook dat kan een "
                "vrijwilliger zijn.",
                ("coordinator",),
            )


def _gone(key: str, gone: InternalMedewerker, medewerkers: Mapping[str, InternalMedewerker]) -> str:
    opvolger = medewerkers.get(gone.opvolger or "")
    who = f'"{opvolger.id}"' if opvolger else "een andere medewerker"
    assert gone.uit_dienst is not None
    return (
        f"{gone.naam} werkte hier tot en met {date_in_words(gone.uit_dienst)}. Zet {who} bij {key}."
    )
