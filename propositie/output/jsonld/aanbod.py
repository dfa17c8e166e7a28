"""Services, with what they cost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...huis import Dienst, Klantgroep, Locatie, Medewerker, Organisatie, address_of
from ...huis.prijs import Prijs
from ..output_file import ShownImage
from .core import AbsoluteUrl, Data, image, location, phone_number, thing
from .organisatie import organisatie_reference, place_reference, spoken, werkgebied
from .times import openingstijden


def dienst(
    service: Dienst,
    org: Organisatie,
    locaties: Sequence[Locatie],
    klantgroepen: Sequence[Klantgroep],
    photo: ShownImage | None,
    absolute_url: AbsoluteUrl,
    people: Iterable[Medewerker] = (),
) -> Data:
    """A service: for whom, where, when, and what it costs; `people` are those who do it."""
    aanmelden = service.aanmelden
    number = (aanmelden and aanmelden.telefoon) or org.contact.telefoon
    channel = thing(
        "ServiceChannel",
        serviceUrl=(aanmelden and aanmelden.url) or absolute_url(address_of(service)),
        servicePhone=thing("ContactPoint", telephone=phone_number(number)) if number else None,
        serviceLocation=[place_reference(p, absolute_url) for p in locaties],
        availableLanguage=spoken(people),
    )
    return thing(
        "Service",
        id=location(absolute_url, address_of(service), "dienst"),
        name=service.naam,
        description=service.kort,
        url=absolute_url(address_of(service)),
        image=image(photo, absolute_url),
        provider=organisatie_reference(org, absolute_url),
        areaServed=werkgebied(org),
        audience=[audience(k) for k in klantgroepen],
        availableChannel=channel,
        hoursAvailable=openingstijden(service.wanneer),
        offers=offer(service.prijs, org, absolute_url),
    )


def offer(prijs: Prijs | None, org: Organisatie, absolute_url: AbsoluteUrl) -> Data | None:
    """What something costs; nothing when nobody said so."""
    if prijs is None:
        return None
    bedrag, low, high = (
        None if w is None else f"{w:.2f}" for w in (prijs.bedrag, prijs.vanaf, prijs.tot)
    )
    is_amount = bedrag is not None
    has_specification = not is_amount or prijs.per is not None
    specification = thing(
        "UnitPriceSpecification", price=bedrag, minPrice=low, maxPrice=high, priceCurrency="EUR",
        unitText=prijs.per,
    )  # fmt: skip
    return thing(
        "Offer",
        price=bedrag,
        priceCurrency="EUR" if is_amount else None,
        description=". ".join(filter(None, (prijs.tekst, prijs.toelichting))) or None,
        offeredBy=organisatie_reference(org, absolute_url),
        priceSpecification=specification if has_specification and not prijs.tekst else None,
    )


def audience(klantgroep: Klantgroep) -> Data:
    """A client group as an audience."""
    return thing("Audience", audienceType=klantgroep.naam)
