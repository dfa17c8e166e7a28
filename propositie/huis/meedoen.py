"""Supporters: the ways in which somebody can take part, as volunteer, donor, member or friend."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from .base import Internal, Thing
from .diensten import Aanmelden
from .kinds import Kind, Listing
from .parsing import as_list
from .value_types import reference
from .values import UNRANKED, Integer, Text


class Rol(Thing):
    """A way to take part."""

    naam: Text
    """Wat iemand wordt: vrijwilliger, donateur, lid, vriend."""
    oproep: Text
    """Waarom iemand dat zou willen, in één zin."""
    wat_je_doet: Annotated[tuple[Text, ...], BeforeValidator(as_list)] = ()
    """Wat iemand doet, in gewone woorden: taken, en met wie."""
    uren: Text | None = None
    """Hoeveel tijd het kost: twee uur in de week, één keer per jaar."""
    bijdrage: Text | None = None
    """Wat het kost, als het geld kost: vanaf 25 euro per jaar."""
    wat_je_krijgt: Annotated[tuple[Text, ...], BeforeValidator(as_list)] = ()
    """Wat iemand terugkrijgt: een vaste begeleider, een verzekering, soep."""
    contact: Annotated[str, reference("medewerkers")] | None = None
    """De medewerker die mensen hierover bellen."""
    aanmelden: Aanmelden | None = None
    """Hoe iemand begint, als dat niet gewoon bij de medewerker kan."""
    volgorde: Integer = UNRANKED
    """De plaats in de rij; het laagste getal komt eerst."""
    zoekwoorden: tuple[Text, ...] = ()
    """Woorden waarop mensen zoeken en die niet in de tekst staan."""


class InternalRol(Rol, Internal):
    """A way to take part, with who cares for those who do."""

    coordinator: Annotated[str, reference("medewerkers")] | None = None
    """De medewerker die deze mensen begeleidt; komt nooit op de site."""
    aantal: Annotated[Integer, Field(ge=0)] | None = None
    """Hoeveel mensen dit nu doen; komt nooit op de site."""


KIND = Kind(
    name="meedoen",
    model=InternalRol,
    public=(Rol,),
    article="de",
    singular="rol",
    plural="rollen",
    naming="naam",
    address="meedoen",
    overview="meedoen",
    footer=Listing(3),
    in_llms=True,
    counted_as="manieren om mee te doen",
    texts=(
        "naam", "oproep", "wat_je_doet", "uren", "bijdrage", "wat_je_krijgt", "aanmelden.tekst",
    ),
    form_order=("naam", "oproep", "wat_je_doet", "uren", "bijdrage", "wat_je_krijgt", "contact"),
)  # fmt: skip
