"""Innovations: what was tried, for whom, and what became of it; with a test on five criteria."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from .base import Internal, Part, Thing
from .diensten import Status
from .kinds import Kind, Listing
from .oordelen import Toets
from .value_types import ANY_CASE, reference
from .values import Date, Markdown, Text

CRITERIA = ("nieuw", "toegepast", "breuk", "impact", "missie")
"""What makes something an innovation, in the order in which the source asks."""


Reikwijdte = Annotated[Literal["lokaal", "regionaal", "landelijk"], ANY_CASE]


class Criteria(Part, Internal):
    """The five criteria of an innovation; internal."""

    nieuw: Toets | None = None
    """Bestond dit nog nergens, of hier nog niet?"""
    toegepast: Toets | None = None
    """Wordt het echt gedaan, en is het meer dan een plan?"""
    breuk: Toets | None = None
    """Breekt het met hoe jullie het altijd deden?"""
    impact: Toets | None = None
    """Is het voor mensen beter geworden? Zet er een cijfer bij."""
    missie: Toets | None = None
    """Brengt het jullie dichter bij jullie missie?"""

    @property
    def judged(self) -> Iterator[tuple[str, Toets | None]]:
        """Each criterion, in order, with how it was judged."""
        for name in CRITERIA:
            yield name, getattr(self, name)


class Vernieuwing(Thing):
    """Something new, as the public may know it."""

    naam: Text
    """Hoe het heet, in gewone woorden."""
    kort: Text | None = None
    """Wat er nieuw aan is, in één zin."""
    omschrijving: Markdown | None = None
    """Wat er nieuw is en voor wie, in een paar zinnen."""
    geprobeerd: Markdown | None = None
    """Wat jullie probeerden."""
    geworden: Markdown | None = None
    """Wat ervan geworden is, ook als het niet lukte."""
    klantgroepen: tuple[Annotated[str, reference("klantgroepen")], ...] = ()
    """Voor welke klantgroepen het is."""
    diensten: tuple[Annotated[str, reference("diensten")], ...] = ()
    """Bij welke diensten het hoort."""
    reikwijdte: Reikwijdte = "lokaal"
    """Tot waar het werkt: lokaal (alleen bij jullie), regionaal of landelijk (anderen doen het
    ook)."""
    begonnen: Date | None = None
    """De dag waarop jullie begonnen."""
    status: Status = "proef"
    """proef (jullie proberen het uit), actief (het blijft) of gestopt."""


class InternalVernieuwing(Vernieuwing, Internal):
    """An innovation with how it was judged, and why it stopped."""

    criteria: Criteria = Field(default_factory=Criteria)
    """De toets op vijf punten; komt nooit op de site."""
    waarom_gestopt: Markdown | None = None
    """Waarom jullie ermee stopten, en wat jullie ervan leerden; komt nooit op de site."""
    zichtbaar: Annotated[Literal["publiek", "intern"], ANY_CASE] = "intern"
    """publiek als het op de site mag; anders blijft het binnen."""

    def is_public(self, on_date: date) -> bool:
        """Whether it stands on the site: marked so, begun, and with something to tell."""
        has_begun = self.begonnen is None or self.begonnen <= on_date
        return self.zichtbaar == "publiek" and self.omschrijving is not None and has_begun


KIND = Kind(
    name="vernieuwingen",
    model=InternalVernieuwing,
    public=(Vernieuwing,),
    article="de",
    singular="vernieuwing",
    plural="vernieuwingen",
    naming="naam",
    address="vernieuwing",
    overview="vernieuwing",
    footer=Listing(3),
    in_llms=True,
    counted_as="vernieuwingen",
    texts=("naam", "kort", "omschrijving", "geprobeerd", "geworden"),
    form_order=("naam", "kort", "omschrijving", "status", "zichtbaar", "geprobeerd", "geworden"),
)
