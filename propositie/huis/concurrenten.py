"""Competitors: the playing field. Internal, whole."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .base import Internal, Part, Thing
from .kinds import Kind
from .organisatie import Scores
from .value_types import ANY_CASE, reference
from .values import Amount, Date, Text, Url


class ObservedPrijs(Part, Internal):
    """A price seen at a competitor."""

    wat: Text
    """Waarvoor de prijs geldt."""
    bedrag: Amount
    """Het bedrag in euro's."""


class Bezoek(Part, Internal):
    """A visit: look, taste, smell."""

    datum: Date
    """De dag van het bezoek."""
    door: Annotated[str, reference("medewerkers")] | None = None
    """Wie er ging kijken."""
    sterk: tuple[Text, ...] = ()
    """Wat zij goed doen."""
    zwak: tuple[Text, ...] = ()
    """Wat zij minder goed doen."""
    prijzen: tuple[ObservedPrijs, ...] = ()
    """Wat het daar kost."""
    producten: tuple[Text, ...] = ()
    """Wat er te krijgen is."""
    relatie: Text | None = None
    """Hoe zij met hun klanten omgaan."""
    service: Text | None = None
    """Hoe mensen er geholpen worden."""
    indruk: Text | None = None
    """Wat er te zien, te ruiken en te proeven was."""


class Concurrent(Thing, Internal):
    """Whoever else answers the same need."""

    naam: Text
    """De naam van de concurrent."""
    soort: Annotated[Literal["gelijk", "anders", "onverwacht"], ANY_CASE]
    """gelijk (een collega), anders (een ander soort antwoord) of onverwacht."""
    klantgroepen: Annotated[
        tuple[Annotated[str, reference("klantgroepen")], ...], Field(min_length=1)
    ]
    """De klantgroepen die ook daarheen gaan."""
    behoeften: tuple[Annotated[str, reference("behoeften")], ...] = ()
    """De behoeften waarop ook zij een antwoord geven."""
    website: Url | None = None
    """Hun webadres."""
    bezoeken: tuple[Bezoek, ...] = ()
    """Wanneer jullie er zijn gaan kijken, en wat jullie zagen."""
    scores: Scores = Field(default_factory=Scores)
    """Hoe zij scoren op prijs, product en klantrelatie."""


KIND = Kind(
    name="concurrenten",
    model=Concurrent,
    article="de",
    singular="concurrent",
    plural="concurrenten",
    naming="naam",
    counted_as="concurrenten",
)
