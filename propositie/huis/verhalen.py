"""Stories: what somebody tells, in their own name or under another, for as long as they allow."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, ValidationInfo, field_validator

from .base import Beeld, FormerNames, Internal, Part, Thing
from .kinds import Kind, Listing
from .parsing import as_list, clash
from .toestemming import Toestemming
from .value_types import reference
from .values import Date, Markdown, Text, YesNo


class Wie(Part):
    """Who tells it."""

    naam: Text
    """De naam die erbij staat: voornaam, of voornaam en leeftijd. Wil iemand niet met de eigen naam
    op de site, schrijf dan een andere en zet pseudoniem op ja. De echte naam hoort nergens in dit
    bestand."""
    pseudoniem: YesNo = False
    """Of de naam een andere is dan de echte. Op de site staat dan: De naam is veranderd."""

    @property
    def count(self) -> int:
        """How many people tell it together: `Fatma, Rosa en Ineke` are three."""
        names = re.split(r",|\ben\b|&", re.sub(r"\d+", "", self.naam))
        return max(1, sum(bool(name.strip()) for name in names))


class InternalVerhaalBeeld(Beeld, Internal):
    """The picture of a story, and whether somebody can be known by it."""

    herkenbaar: YesNo = True
    """Of iemand op het beeld te herkennen is. Zet hier nee bij een voorwerp, een tekening van een
    plek, handen of een rug."""


class Verhaal(Thing):
    """Something that happened, told by whom it happened to."""

    titel: Text
    """De titel, in gewone woorden."""
    datum: Date
    """De dag waarop het verteld is."""
    wie: Wie
    """Wie het vertelt."""
    klantgroep: Annotated[str, reference("klantgroepen")] | None = None
    """De klantgroep waar de verteller bij hoort."""
    behoefte: Annotated[str, reference("behoeften")] | None = None
    """De behoefte waar het mee begon."""
    dienst: Annotated[str, reference("diensten")] | None = None
    """De dienst die hielp."""
    medewerkers: Annotated[
        tuple[Annotated[str, reference("medewerkers")], ...], BeforeValidator(as_list)
    ] = ()
    """De medewerkers die erin voorkomen."""
    tekst: Markdown
    """Het verhaal, in een paar alinea's: klein, precies, en zonder grote woorden."""
    citaat: Text | None = None
    """Eén zin van de verteller, die ook op andere bladzijden mag staan."""
    beeld: Beeld | None = None
    """Een foto of tekening."""
    zoekwoorden: tuple[Text, ...] = ()
    """Woorden waarop mensen zoeken en die niet in de tekst staan."""
    vroeger: FormerNames = ()
    """Hoe dit eerder heette in het adres; wie dat oude adres heeft, komt hier uit."""


class InternalVerhaal(Verhaal, Internal):
    """A story with the consent it needs."""

    beeld: InternalVerhaalBeeld | None = None
    """Een foto of tekening. Bij een veranderde naam alleen iets waarop niemand te herkennen is."""
    toestemming: Toestemming
    """Wanneer de verteller goedvond dat dit op de site staat."""

    @field_validator("beeld")
    @classmethod
    def _shows_nobody(
        cls, beeld: InternalVerhaalBeeld | None, info: ValidationInfo
    ) -> InternalVerhaalBeeld | None:
        wie = info.data.get("wie")
        if beeld is not None and beeld.herkenbaar and wie is not None and wie.pseudoniem:
            raise clash(
                "De naam bij dit verhaal is veranderd, en op een foto is iemand te herkennen. Haal "
                "het beeld weg. Staat er niemand herkenbaar op, zet dan onder beeld: "
                "herkenbaar: nee."
            )
        return beeld

    def is_told(self, on_date: date) -> bool:
        """Whether it may be public on the day `on_date`: consent holds, is for the story, and for
        the name when that is the real one."""
        return self.toestemming.allows("verhaal", on_date) and (
            self.wie.pseudoniem or self.toestemming.covers("naam")
        )


KIND = Kind(
    name="verhalen",
    model=InternalVerhaal,
    public=(Verhaal,),
    article="het",
    singular="verhaal",
    plural="verhalen",
    naming="titel",
    address="verhalen",
    overview="verhalen",
    template="verhaal",
    footer=Listing(2),
    counted_as="verhalen",
    texts=("titel", "tekst"),
    form_order=("titel", "datum", "wie", "toestemming", "citaat", "tekst"),
)
