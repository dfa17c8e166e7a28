"""Competitors: the playing field. Internal, whole."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from .basis import Deel, Ding, Intern, Soortnaam
from .organisatie import Scores
from .velden import Bedrag, Datum, Id, Tekst, Url, Verwijzing


class Prijswaarneming(Deel, Intern):
    """A price seen at a competitor."""

    wat: Tekst
    """Waarvoor de prijs geldt."""
    bedrag: Bedrag
    """Het bedrag in euro's."""


class Bezoek(Deel, Intern):
    """A visit: look, taste, smell."""

    datum: Datum
    """De dag van het bezoek."""
    door: Annotated[Id, Verwijzing("medewerkers")] | None = None
    """Wie er ging kijken."""
    sterk: tuple[Tekst, ...] = ()
    """Wat zij goed doen."""
    zwak: tuple[Tekst, ...] = ()
    """Wat zij minder goed doen."""
    prijzen: tuple[Prijswaarneming, ...] = ()
    """Wat het daar kost."""
    producten: tuple[Tekst, ...] = ()
    """Wat er te krijgen is."""
    relatie: Tekst | None = None
    """Hoe zij met hun klanten omgaan."""
    service: Tekst | None = None
    """Hoe mensen er geholpen worden."""
    indruk: Tekst | None = None
    """Wat er te zien, te ruiken en te proeven was."""


class Concurrent(Ding, Intern):
    """Whoever else answers the same need."""

    naam_van_soort: ClassVar[Soortnaam] = Soortnaam("de", "concurrent")

    naam: Tekst
    """De naam van de concurrent."""
    soort: Literal["gelijk", "anders", "onverwacht"]
    """gelijk (een collega), anders (een ander soort antwoord) of onverwacht."""
    klantgroepen: Annotated[
        tuple[Annotated[Id, Verwijzing("klantgroepen")], ...], Field(min_length=1)
    ]
    """De klantgroepen die ook daarheen gaan."""
    behoeften: tuple[Annotated[Id, Verwijzing("behoeften")], ...] = ()
    """De behoeften waarop ook zij een antwoord geven."""
    website: Url | None = None
    """Hun webadres."""
    bezoeken: tuple[Bezoek, ...] = ()
    """Wanneer jullie er zijn gaan kijken, en wat jullie zagen."""
    scores: Scores = Scores()
    """Hoe zij scoren op prijs, product en klantrelatie."""
