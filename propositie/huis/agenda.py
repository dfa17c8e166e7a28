"""What is on: an event with its days, its place and whom it is for."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field, model_validator

from .base import Beeld, FormerNames, Part, Thing
from .diensten import Aanmelden
from .kinds import Kind, Listing
from .moments import Moments
from .parsing import as_list
from .prijs import Prijs
from .value_types import reference
from .values import Date, Markdown, Text, YesNo


class Afgelasting(Part):
    """That something is not on, and what there is instead."""

    text_key: ClassVar[str | None] = "in_plaats"

    op: Annotated[tuple[Date, ...], BeforeValidator(as_list)] = ()
    """De dagen waarop het niet doorgaat. Zonder dag gaat het helemaal niet door."""
    reden: Text | None = None
    """Waarom het niet doorgaat, in een paar woorden."""
    in_plaats: Text | None = None
    """Wat er in plaats daarvan is."""

    @model_validator(mode="before")
    @classmethod
    def _read(cls, given: object) -> object:
        """Only `ja`, or what there is instead, is enough."""
        if not isinstance(given, str):
            return given
        return {} if given.strip().lower() in {"ja", "true"} else {"in_plaats": given}

    def holds(self, day: date) -> bool:
        """Whether it is off on a day."""
        return not self.op or day in self.op


def _none_when_no(value: object) -> object:
    return () if isinstance(value, str) and value.strip().lower() in {"nee", "false"} else value


class Activiteit(Thing):
    """An event: what somebody can come to."""

    naam: Text
    """Hoe het heet, in gewone woorden."""
    wanneer: Annotated[Moments, Field(min_length=1)]
    """De dag en de tijd, of meer dan een."""
    kort: Text | None = None
    """Wat het is, in één zin."""
    omschrijving: Markdown | None = None
    """Het hele verhaal, in een paar alinea's."""
    locatie: Annotated[str, reference("locaties")] | None = None
    """De locatie waar het is."""
    waar: Text | None = None
    """Waar het is, als het geen locatie van jullie is."""
    diensten: Annotated[
        tuple[Annotated[str, reference("diensten")], ...], BeforeValidator(as_list)
    ] = ()
    """De diensten waar het bij hoort."""
    klantgroepen: Annotated[
        tuple[Annotated[str, reference("klantgroepen")], ...], BeforeValidator(as_list)
    ] = ()
    """Voor wie het is; leeg is voor iedereen."""
    medewerkers: Annotated[
        tuple[Annotated[str, reference("medewerkers")], ...], BeforeValidator(as_list)
    ] = ()
    """Wie er van jullie is."""
    prijs: Prijs | None = None
    """Wat het kost: een bedrag, het woord gratis, of andere woorden."""
    aanmelden: Aanmelden | None = None
    """Hoe iemand zich aanmeldt."""
    vol: YesNo = False
    """Ja als er geen plaats meer is."""
    afgelast: Annotated[
        tuple[Afgelasting, ...], BeforeValidator(as_list), BeforeValidator(_none_when_no)
    ] = ()
    """Of het niet doorgaat: ja, of wat er in plaats daarvan is, of op welke dagen."""
    beeld: Beeld | None = None
    """Een foto of tekening."""
    zoekwoorden: tuple[Text, ...] = ()
    """Woorden waarop mensen zoeken en die niet in de tekst staan."""
    vroeger: FormerNames = ()
    """Hoe dit eerder heette in het adres; wie dat oude adres heeft, komt hier uit."""

    def cancelled_on(self, day: date) -> Afgelasting | None:
        """Why it is not on upon a day; None when it is."""
        return next((off for off in self.afgelast if off.holds(day)), None)

    @property
    def is_cancelled(self) -> bool:
        """Whether none of it is on."""
        return any(not off.op for off in self.afgelast)


KIND = Kind(
    name="agenda",
    model=Activiteit,
    public=(Activiteit,),
    article="de",
    singular="activiteit",
    plural="activiteiten",
    naming="naam",
    address="agenda",
    overview="agenda",
    template="activiteit",
    menu=Listing(4),
    in_llms=True,
    ends="wanneer",
    counted_as="activiteiten",
    texts=(
        "naam", "kort", "omschrijving", "waar", "prijs.tekst", "prijs.toelichting",
        "wanneer.tekst", "wanneer.toelichting", "aanmelden.tekst", "afgelast.in_plaats",
        "afgelast.reden",
    ),
    form_order=("naam", "wanneer", "locatie", "waar", "kort", "afgelast", "vol"),
)  # fmt: skip
