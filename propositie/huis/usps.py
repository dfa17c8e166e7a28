"""What makes the organisation different: the roof of the house."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from .basis import Deel, Ding, Intern, Soortnaam
from .velden import As, Id, Markdown, Tekst, Verwijzing


class Bewijs(Deel):
    """Proof of a promise, in somebody's words."""

    citaat: Tekst
    """Wat iemand erover zei."""
    door: Tekst
    """Wie het zei: voornaam en leeftijd, of functie."""


class Anders(Deel, Intern):
    """From whom we differ, and why; internal."""

    concurrent: Annotated[Id, Verwijzing("concurrenten")]
    """De concurrent met wie jullie je vergelijken."""
    want: Tekst
    """Waarin jullie echt anders zijn."""


class Usp(Ding):
    """A promise that others cannot make."""

    naam_van_soort: ClassVar[Soortnaam] = Soortnaam("de", "usp")

    belofte: Tekst
    """De belofte, in één zin."""
    as_: As = Field(alias="as")
    """De as waarop jullie verschillen: prijs, product of klantrelatie."""
    klantgroepen: Annotated[
        tuple[Annotated[Id, Verwijzing("klantgroepen")], ...], Field(min_length=1)
    ]
    """De klantgroepen aan wie jullie dit beloven."""
    behoeften: tuple[Annotated[Id, Verwijzing("behoeften")], ...] = ()
    """De behoeften waar de belofte over gaat."""
    toelichting: Markdown | None = None
    """Hoe jullie dat waarmaken."""
    bewijs: Annotated[tuple[Bewijs, ...], Field(min_length=1)]
    """Waaruit blijkt dat het waar is; zonder bewijs is een belofte reclame."""


class UspIntern(Usp, Intern):
    """A promise with the competitors it was held against."""

    anders_dan: tuple[Anders, ...] = ()
    """Van welke concurrenten jullie hierin verschillen, en waarom."""
