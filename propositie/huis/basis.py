"""What all things in the house have in common, and what makes a part internal.

A class that derives from `Intern` adds fields that never leave the house. Its public side is
the class it extends: `class BehoefteIntern(Behoefte, Intern)`. Reading yields the internal
classes; `propositie.editie` turns each into its public side, so that a page cannot show an
internal field: it is not there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Annotated, ClassVar, NamedTuple

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict

from .velden import Bestandsnaam, Dag, Id, Postcode, Tekst, Tijd, als_lijst, fout


def _lees_vroegere_naam(waarde: str) -> str:
    """Keep an id; it becomes a part of an address, so nothing else may stand in it."""
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", waarde):
        raise fout(
            '"{tekst}" kan geen naam van een bestand geweest zijn: schrijf alleen kleine letters '
            "a–z, cijfers en streepjes, zonder .yml.",
            tekst=waarde,
        )
    return waarde


VroegereNamen = Annotated[
    tuple[Annotated[Id, AfterValidator(_lees_vroegere_naam)], ...], BeforeValidator(als_lijst)
]
"""The ids that a thing had before; the addresses that they made lead to the thing."""


class Soortnaam(NamedTuple):
    """How a kind of thing is called in a sentence."""

    lidwoord: str
    enkelvoud: str


class Deel(BaseModel):
    """A part of a thing: frozen, and without room for keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Ding(Deel):
    """A thing with a file of its own; `id` is the name of that file.

    One with a page of its own also has a field `vroeger`, the last of its public fields: the
    names that the file had before.
    """

    naam_van_soort: ClassVar[Soortnaam]

    id: str
    """De naam van het bestand, zonder .yml. Wordt het adres van de pagina."""

    @property
    def vroegere_namen(self) -> Sequence[str]:
        """The ids that this thing had before; none for one without a page."""
        return getattr(self, "vroeger", ())


class Intern:
    """Marks a class with fields that never reach the public edition."""


class Openingstijd(Deel):
    """One span of time on one day of the week."""

    dag: Dag
    """De dag van de week."""
    van: Tijd
    """Begintijd, bijvoorbeeld 9:30."""
    tot: Tijd
    """Eindtijd, bijvoorbeeld 12:00."""
    toelichting: Tekst | None = None
    """Wat er bijzonder is aan dit tijdstip."""


class Adres(Deel):
    """A postal address."""

    straat: Tekst | None = None
    """Straat en huisnummer."""
    postcode: Postcode | None = None
    """Postcode, bijvoorbeeld 1234 AB."""
    plaats: Tekst
    """Plaatsnaam."""


class Beeld(Deel):
    """A picture with the words for who cannot see it."""

    bestand: Bestandsnaam
    """De naam van het bestand, dat naast dit YAML-bestand staat."""
    alt: Tekst
    """Wat er op het beeld te zien is, voor wie het niet ziet."""
