"""The client's voice: grades, wishes and why people left, by the period in which they were asked.

Internal, whole: of all grades of a service together the public gets a `Waardering`, which is made
in `propositie.edition` and holds no grade of one person.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import Field, ValidationInfo, field_validator, model_validator

from ..dutch import date_in_words
from .base import Internal, Part, Thing
from .kinds import Kind
from .parsing import clash
from .value_types import ANY_CASE, reference
from .values import Date, Integer, Number, Text

LONGEST = 366
"""Days; what people said in a longer time is no longer one voice."""

Waardoor = Annotated[
    Literal[
        "tijd", "vervoer", "prijs", "aanbod", "contact", "gezondheid", "verhuisd", "geholpen",
        "anders",
    ],
    ANY_CASE,
]  # fmt: skip


class Periode(Part, Internal):
    """The time in which people were asked; both days are in it."""

    van: Date
    """De eerste dag van de periode."""
    tot: Date
    """De laatste dag van de periode (tot en met); hooguit een jaar na de eerste."""

    @field_validator("tot")
    @classmethod
    def _ends(cls, tot: date, info: ValidationInfo) -> date:
        van = info.data.get("van")
        if van is None:
            return tot
        if tot < van:
            raise clash(
                "Deze periode eindigt ({tot}) voor zij begint ({van}). Kijk beide dagen na.",
                tot=date_in_words(tot),
                van=date_in_words(van),
            )
        if (tot - van).days > LONGEST:
            raise clash(
                "Deze periode duurt langer dan een jaar: van {van} tot en met {tot}. Kies een "
                "eerdere laatste dag, en maak voor de tijd erna een nieuw bestand.",
                van=date_in_words(van),
                tot=date_in_words(tot),
            )
        return tot


class Rapportcijfer(Part, Internal):
    """A grade that somebody gave."""

    datum: Date
    """De dag van het gesprek."""
    cijfer: Annotated[Number, Field(ge=1, le=10)]
    """Het cijfer, van 1 (heel slecht) tot 10 (kan niet beter)."""
    dienst: Annotated[str, reference("diensten")] | None = None
    """De dienst waarover het gaat."""
    afdeling: Text | None = None
    """De afdeling waarover het gaat, als collega's een cijfer geven aan wie hen helpt:
    administratie, beheer van het gebouw."""
    opmerking: Text | None = None
    """Wat iemand erbij zei, zonder naam."""


class Wens(Part, Internal):
    """What somebody would like, and what was done with it."""

    text_key: ClassVar[str | None] = "wens"

    wens: Text
    """Wat iemand graag zou willen, in zijn eigen woorden, zonder naam."""
    wat_ermee_gedaan: Text | None = None
    """Wat jullie ermee deden, of waarom het niet kan."""

    @model_validator(mode="before")
    @classmethod
    def _read_text(cls, given: object) -> object:
        return {"wens": given} if isinstance(given, str) else given


class Afhaker(Part, Internal):
    """Somebody who stayed away, and why."""

    datum: Date
    """De dag waarop jullie het hoorden."""
    waardoor: Waardoor = "anders"
    """Waar het in het kort aan lag: tijd, vervoer, prijs, aanbod, contact, gezondheid, verhuisd,
    geholpen (het was niet meer nodig) of anders."""
    reden: Text
    """Wat iemand zei, zonder naam."""


class Klantstem(Thing, Internal):
    """What clients said in one period; internal, whole."""

    periode: Periode
    """Van wanneer tot wanneer jullie het vroegen."""
    cijfers: tuple[Rapportcijfer, ...] = ()
    """De cijfers die mensen gaven, met de dag en de dienst."""
    wensen: tuple[Wens, ...] = ()
    """Wat mensen graag zouden willen, en wat jullie ermee deden."""
    afhakers: tuple[Afhaker, ...] = ()
    """Wie wegbleef, en waarom."""


class Waardering(Part):
    """What the public may know of the grades of a service: all together, and of nobody alone."""

    gemiddelde: Number
    """The mean, on one decimal."""
    aantal: Integer
    """How many grades there are."""
    laagste: Number
    """The lowest of them."""
    hoogste: Number
    """The highest of them."""
    midden_van: Number
    """Where the half in the middle begins: a quarter of the grades lies below or on it."""
    midden_tot: Number
    """Where it ends: a quarter lies above or on it."""
    van: Date
    """The first day of the time in which people were asked."""
    tot: Date
    """Its last day."""


def weigh(cijfers: Iterable[Decimal], van: date, tot: date) -> Waardering:
    """All grades of a service together; `van` and `tot` are when people were asked. Raises
    ValueError without any grade.

    The half in the middle is that of the nearest ranks, so that it begins and ends with a grade
    that somebody gave.
    """
    found = sorted(cijfers)
    if not found:
        raise ValueError("no grades")
    quarter = (len(found) - 1) // 4
    return Waardering.model_construct(
        gemiddelde=(sum(found, Decimal(0)) / len(found)).quantize(Decimal("0.1"), ROUND_HALF_UP),
        aantal=len(found),
        laagste=found[0],
        hoogste=found[-1],
        midden_van=found[quarter],
        midden_tot=found[-1 - quarter],
        van=van,
        tot=tot,
    )


KIND = Kind(
    name="klantstem",
    model=Klantstem,
    article="de",
    singular="klantstem",
    plural="klantstemmen",
    naming=None,
    counted_as="keer geluisterd naar klanten",
    form_order=("periode", "cijfers", "wensen", "afhakers"),
)
