"""Needs: what people come with, in their own words."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .base import FormerNames, Internal, Part, Thing
from .kinds import Kind, Listing
from .value_types import ANY_CASE, reference
from .values import UNRANKED, Date, Integer, Text

KlantvraagSource = Annotated[
    Literal["panel", "interview", "balie", "telefoon", "meting", "huisbezoek"], ANY_CASE
]


class Klantvraag(Part):
    """A client's question, literally."""

    vraag: Text
    """De vraag, in de eigen woorden van de klant."""
    bron: KlantvraagSource
    """Waar jullie de vraag hoorden."""
    datum: Date | None = None
    """Wanneer jullie de vraag hoorden."""


class InternalKlantvraag(Klantvraag, Internal):
    """A client's question with the note that stays inside."""

    notitie: Text | None = None
    """Wat collega's erbij moeten weten; komt nooit op de site."""


class Behoefte(Thing):
    """A need of one or more client groups."""

    naam: Text
    """De behoefte in gewone woorden."""
    klantgroepen: Annotated[
        tuple[Annotated[str, reference("klantgroepen")], ...], Field(min_length=1)
    ]
    """De klantgroepen die deze behoefte hebben."""
    klantvragen: Annotated[tuple[Klantvraag, ...], Field(min_length=1)]
    """De vragen zoals klanten ze stellen; zonder klantvraag is een behoefte een vermoeden."""
    pijn: Text | None = None
    """Wat er nu misgaat of zeer doet."""
    winst: Text | None = None
    """Wat er beter wordt als het geregeld is."""
    volgorde: Integer = UNRANKED
    """De plaats in rijen; het laagste getal komt eerst. Zonder getal beslist de rangorde."""
    zoekwoorden: tuple[Text, ...] = ()
    """Woorden waarop mensen zoeken en die niet in de tekst staan."""
    vroeger: FormerNames = ()
    """Hoe dit eerder heette in het adres; wie dat oude adres heeft, komt hier uit."""


class InternalBehoefte(Behoefte, Internal):
    """A need with the notes beside its questions."""

    klantvragen: Annotated[tuple[InternalKlantvraag, ...], Field(min_length=1)]
    """De vragen zoals klanten ze stellen; zonder klantvraag is een behoefte een vermoeden."""


KIND = Kind(
    name="behoeften",
    model=InternalBehoefte,
    public=(Behoefte,),
    article="de",
    singular="behoefte",
    plural="behoeften",
    naming="naam",
    address="hulp-bij",
    overview="hulp_bij",
    template="behoefte",
    footer=Listing(1),
    in_llms=True,
    counted_as="behoeften",
    texts=("naam", "pijn", "winst"),
)
