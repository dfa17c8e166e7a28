"""Whom one calls from a page: one person, and the one number that reaches somebody for this.

Contract, section 4: of a service, a vacancy or a way to take part its own line, else that of who
does it or knows of it; of an event its own line; of a worker himself; of a group or a need its
figurehead; of a neighbourhood its first worker; of a story who has a part in it; of who left the
one who comes after; elsewhere the general number, which the layout has.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..huis import (
    Activiteit,
    Afscheid,
    Behoefte,
    Dienst,
    Klantgroep,
    Medewerker,
    Rol,
    Thing,
    Vacature,
    Verhaal,
    Wijk,
)
from ..huis.parsing import dialable


@dataclass(frozen=True, slots=True)
class Call:
    """Who is called, and how."""

    name: str
    """The first name; empty for a line that nobody answers alone."""
    telefoon: str
    """The number as people read it."""

    @property
    def link(self) -> str:
        """The number as a telephone takes it."""
        return f"tel:{dialable(self.telefoon)}"


def call_for(thing: Thing | None, person: Medewerker | None) -> Call | None:
    """Whom to call from the page of a thing, on which `person` invites to the next step; None where
    the general number is the one."""
    match thing:
        case Medewerker():
            return _to(thing)
        case Activiteit() | Dienst() | Vacature() | Rol() if (
            thing.aanmelden and thing.aanmelden.telefoon
        ):
            number, own = thing.aanmelden.telefoon, _to(person)
            return Call(own.name if own and own.telefoon == number else "", number)
        case Afscheid(opvolger=None) | Vacature(contact=None) | Rol(contact=None):
            return None
        case Wijk() | Verhaal() if not thing.medewerkers:
            return None
        case Wijk() | Verhaal():
            return _to(person)
        case Dienst() | Behoefte() | Klantgroep() | Afscheid() | Vacature() | Rol():
            return _to(person)
    return None


def _to(person: Medewerker | None) -> Call | None:
    number = person.contact.telefoon if person and person.contact else None
    return Call(person.first_name, number) if person and number else None
