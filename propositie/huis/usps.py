"""What makes the organisation different: the roof of the house."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .base import Internal, Part, Thing
from .kinds import Kind, Listing
from .value_types import reference
from .values import As, Markdown, Text


class Bewijs(Part):
    """Proof of a promise, in somebody's words."""

    citaat: Text
    """Wat iemand erover zei."""
    door: Text
    """Wie het zei: voornaam en leeftijd, of functie."""


class Difference(Part, Internal):
    """From whom we differ, and why; internal."""

    concurrent: Annotated[str, reference("concurrenten")]
    """De concurrent met wie jullie je vergelijken."""
    want: Text
    """Waarin jullie echt anders zijn."""


class Usp(Thing):
    """A promise that others cannot make."""

    belofte: Text
    """De belofte, in één zin."""
    as_: As = Field(alias="as")
    """De as waarop jullie verschillen: prijs, product of klantrelatie."""
    klantgroepen: Annotated[
        tuple[Annotated[str, reference("klantgroepen")], ...], Field(min_length=1)
    ]
    """De klantgroepen aan wie jullie dit beloven."""
    behoeften: tuple[Annotated[str, reference("behoeften")], ...] = ()
    """De behoeften waar de belofte over gaat."""
    toelichting: Markdown | None = None
    """Hoe jullie dat waarmaken."""
    bewijs: Annotated[tuple[Bewijs, ...], Field(min_length=1)]
    """Waaruit blijkt dat het waar is; zonder bewijs is een belofte reclame."""


class InternalUsp(Usp, Internal):
    """A promise with the competitors it was held against."""

    anders_dan: tuple[Difference, ...] = ()
    """Van welke concurrenten jullie hierin verschillen, en waarom."""


KIND = Kind(
    name="usps",
    model=InternalUsp,
    public=(Usp,),
    article="de",
    singular="usp",
    plural="usp's",
    naming="belofte",
    address="waarom-wij",
    overview="waarom_wij",
    footer=Listing(5),
    counted_as="beloften",
    texts=("belofte", "toelichting"),
)
