"""Partners: who helps where we do not, so that nobody is told "no"."""

from __future__ import annotations

from typing import Annotated

from .base import Internal, Part, Thing
from .kinds import Kind, Listing
from .value_types import reference
from .values import Date, Email, Phone, Text, Url, YesNo


class PartnerContact(Part):
    """How to reach a partner."""

    telefoon: Phone | None = None
    """Het nummer dat mensen zelf kunnen bellen."""
    email: Email | None = None
    """Het e-mailadres waar mensen zelf naartoe kunnen schrijven."""


class Partner(Thing):
    """Another organisation that helps with what we do not do, or not alone."""

    naam: Text
    """De naam van de partner, zoals mensen die kennen."""
    waarvoor: Text
    """Waarmee zij helpen, wanneer en voor wie."""
    klantgroepen: tuple[Annotated[str, reference("klantgroepen")], ...] = ()
    """De klantgroepen die bij hen terechtkunnen."""
    diensten: tuple[Annotated[str, reference("diensten")], ...] = ()
    """De diensten die jullie samen met hen doen."""
    website: Url | None = None
    """Hun webadres."""
    contact: PartnerContact | None = None
    """Hoe mensen hen zelf bereiken."""


class Afspraak(Part, Internal):
    """What was agreed with a partner, to look back on; internal."""

    wat: Text
    """Wat jullie afspraken, en wie het zou doen."""
    datum: Date | None = None
    """De dag waarop het gebeurd moet zijn."""
    nagekomen: YesNo = False
    """Ja als het gebeurd is."""


class InternalPartner(Partner, Internal):
    """A partner with what was agreed."""

    afspraken: tuple[Afspraak, ...] = ()
    """Wat jullie met hen afspraken; komt nooit op de site."""


KIND = Kind(
    name="partners",
    model=InternalPartner,
    public=(Partner,),
    article="de",
    singular="partner",
    plural="partners",
    naming="naam",
    address="partners",
    overview="partners",
    footer=Listing(2),
    in_llms=True,
    counted_as="partners",
    texts=("naam", "waarvoor"),
)
