"""Vacancies: paid work, voluntary work, an internship; gone on the day that they close."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator

from .base import FormerNames, Thing
from .kinds import Kind, Listing
from .parsing import as_list
from .value_types import ANY_CASE, reference
from .values import Date, Markdown, Text

Soort = Annotated[Literal["betaald", "vrijwillig", "stage"], ANY_CASE]


class Vacature(Thing):
    """Work that somebody can do here."""

    naam: Text
    """Wat iemand wordt: buurtwerker, chauffeur van de boodschappentaxi."""
    soort: Soort
    """betaald, vrijwillig of stage."""
    wat: Markdown
    """Wat iemand doet, en met wie, in een paar alinea's."""
    kort: Text | None = None
    """Het werk in één zin."""
    uren: Text | None = None
    """Hoeveel uur in de week, of wanneer: 24 uur, dinsdagochtend."""
    salaris: Text | None = None
    """Wat het betaalt, met de cao erbij."""
    wat_je_krijgt: Annotated[tuple[Text, ...], BeforeValidator(as_list)] = ()
    """Wat iemand terugkrijgt: begeleiding, reiskosten, een jas."""
    locatie: Annotated[str, reference("locaties")] | None = None
    """De locatie waar het werk is."""
    sluit_op: Date
    """De laatste dag om te reageren; daarna is de vacature van de site."""
    contact: Annotated[str, reference("medewerkers")] | None = None
    """De medewerker die er meer van weet."""
    zoekwoorden: tuple[Text, ...] = ()
    """Woorden waarop mensen zoeken en die niet in de tekst staan."""
    vroeger: FormerNames = ()
    """Hoe dit eerder heette in het adres; wie dat oude adres heeft, komt hier uit."""

    def is_open(self, on_date: date) -> bool:
        """Whether somebody can still apply on a day."""
        return on_date <= self.sluit_op


KIND = Kind(
    name="vacatures",
    model=Vacature,
    public=(Vacature,),
    article="de",
    singular="vacature",
    plural="vacatures",
    naming="naam",
    address="vacatures",
    overview="vacatures",
    template="vacature",
    footer=Listing(3),
    in_llms=True,
    kit=Listing(4, "Vacatures"),
    counted_as="vacatures",
    texts=("naam", "wat", "kort", "uren", "salaris", "wat_je_krijgt"),
    form_order=("naam", "soort", "sluit_op", "wat", "uren", "contact"),
)
