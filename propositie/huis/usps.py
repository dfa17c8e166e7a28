"""What makes the organisation different: the roof of the house."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from .base import Internal, Part, Thing
from .kinds import Kind, Listing
from .parsing import error
from .toestemming import Toestemming
from .value_types import reference
from .values import As, Markdown, Text


class Bewijs(Part):
    """Proof of a promise: a story, a figure, or what somebody said of it."""

    one_of: ClassVar[tuple[str, ...]] = ("citaat", "verhaal", "cijfer")

    verhaal: Annotated[str, reference("verhalen")] | None = None
    """Een verhaal waaruit het blijkt."""
    cijfer: Annotated[str, reference("cijfers")] | None = None
    """Een cijfer waaruit het blijkt."""
    citaat: Text | None = None
    """Wat iemand erover zei."""
    door: Text | None = None
    """Wie het zei: voornaam en leeftijd, of functie."""

    @model_validator(mode="after")
    def _is_one_thing(self) -> Bewijs:
        if sum(getattr(self, name) is not None for name in self.one_of) != 1:
            raise error(
                "Een bewijs is een verhaal, een cijfer of een citaat. Zet hier één daarvan neer; "
                "een tweede bewijs krijgt een eigen streepje."
            )
        if self.citaat is not None and self.door is None:
            raise error(
                "Bij een citaat hoort wie het zei. Zet erbij: door, met een voornaam en leeftijd "
                "of een functie."
            )
        return self


class InternalBewijs(Bewijs, Internal):
    """Proof of a promise, with the consent of who said it."""

    toestemming: Toestemming | None = None
    """Wanneer deze persoon toestemming gaf voor het citaat."""


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

    bewijs: Annotated[tuple[InternalBewijs, ...], Field(min_length=1)]
    """Waaruit blijkt dat het waar is; zonder bewijs is een belofte reclame."""
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
