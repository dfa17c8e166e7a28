"""Vacancies: paid work, voluntary work, an internship; gone the day after they close."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, ValidationInfo, field_validator

from ..dutch import date_in_words
from .base import FormerNames, Thing
from .diensten import Aanmelden
from .kinds import Kind, Listing
from .parsing import as_list, clash
from .value_types import ANY_CASE, reference
from .values import Date, Markdown, Text

SOORTEN = ("betaald", "vrijwillig", "stage")
"""What a vacancy can be, in the order in which people see them."""


class Vacature(Thing):
    """Work that somebody can do here."""

    naam: Text
    """Wat iemand wordt: buurtwerker, chauffeur van de boodschappentaxi."""
    soort: Annotated[Literal["betaald", "vrijwillig", "stage"], ANY_CASE]
    """Betaald werk, vrijwilligerswerk of een stage."""
    kort: Text | None = None
    """Het werk in één zin."""
    wat: Markdown
    """Wat iemand doet, met wie, en wat daarvoor nodig is, in een paar alinea's."""
    uren: Text | None = None
    """Hoeveel uur in de week, of wanneer: 24 uur, dinsdagochtend."""
    salaris: Text | None = None
    """Wat het betaalt, met de cao of de vergoeding erbij."""
    wat_je_krijgt: Annotated[tuple[Text, ...], BeforeValidator(as_list)] = ()
    """Wat iemand terugkrijgt: een inwerkmaatje, reiskosten, een jas."""
    locatie: Annotated[str, reference("locaties")] | None = None
    """De locatie waar het werk is."""
    sinds: Date | None = None
    """De eerste dag dat de vacature op de site staat. Zonder deze dag nemen zoekmachines haar niet
    op in hun lijst met banen."""
    sluit_op: Date
    """De laatste dag om te reageren; de dag erna is de vacature vanzelf van de site. Geen vaste
    dag? Kies er een over drie maanden, en schuif hem later op."""
    contact: Annotated[str, reference("medewerkers")] | None = None
    """De medewerker die meer over het werk kan vertellen."""
    aanmelden: Aanmelden | None = None
    """Hoe iemand reageert, als dat niet gewoon bij de medewerker kan."""
    zoekwoorden: tuple[Text, ...] = ()
    """Woorden waarop mensen zoeken en die niet in de tekst staan."""
    vroeger: FormerNames = ()
    """Hoe dit eerder heette in het adres; wie dat oude adres heeft, komt hier uit."""

    @field_validator("sluit_op")
    @classmethod
    def _closes_later(cls, sluit_op: date, info: ValidationInfo) -> date:
        sinds = info.data.get("sinds")
        if sinds is not None and sluit_op < sinds:
            raise clash(
                "Deze vacature sluit ({sluit_op}) voor zij op de site komt ({sinds}). Kijk beide "
                "dagen na.",
                sluit_op=date_in_words(sluit_op),
                sinds=date_in_words(sinds),
            )
        return sluit_op

    def is_open(self, on_date: date) -> bool:
        """Whether somebody can apply on the day `on_date`; on the closing day one still can."""
        return (self.sinds or on_date) <= on_date <= self.sluit_op


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
    ends="sluit_op",
    kit=Listing(4, "Vacatures"),
    counted_as="vacatures",
    texts=("naam", "kort", "wat", "uren", "salaris", "wat_je_krijgt", "aanmelden.tekst"),
    form_order=("naam", "soort", "sluit_op", "sinds", "kort", "wat", "uren", "contact"),
)
