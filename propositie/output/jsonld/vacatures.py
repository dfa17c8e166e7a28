"""Work that one can apply for."""

from __future__ import annotations

from collections.abc import Mapping

from ...huis import Locatie, Organisatie, Vacature, address_of
from .core import AbsoluteUrl, Data, location, thing
from .organisatie import organisatie_reference, place_reference, postal_address

_EMPLOYMENT: Mapping[str, str] = {"vrijwillig": "VOLUNTEER", "stage": "INTERN"}
"""What search engines call it. Whether paid work is a whole week nobody can read in free words."""


def vacature(
    vacancy: Vacature,
    description: str,
    org: Organisatie,
    locatie: Locatie | None,
    absolute_url: AbsoluteUrl,
) -> Data | None:
    """A vacancy as search engines for work read it; `description` is HTML.

    They ask since when it is open and where the work is. Of a vacancy of which nobody told one of
    these there is no data: guessing would be untrue.
    """
    place = _place(org, locatie, absolute_url)
    if vacancy.sinds is None or place is None:
        return None
    return thing(
        "JobPosting",
        id=location(absolute_url, address_of(vacancy), "vacature"),
        title=vacancy.naam,
        description=description,
        url=absolute_url(address_of(vacancy)),
        datePosted=vacancy.sinds.isoformat(),
        validThrough=f"{vacancy.sluit_op.isoformat()}T23:59:59",
        employmentType=_EMPLOYMENT.get(vacancy.soort),
        hiringOrganization=organisatie_reference(org, absolute_url),
        jobLocation=place,
        jobBenefits=", ".join(vacancy.wat_je_krijgt),
        workHours=vacancy.uren,
    )


def _place(org: Organisatie, locatie: Locatie | None, absolute_url: AbsoluteUrl) -> Data | None:
    """Where the work is: the place that the vacancy names, else where the organisation is."""
    if locatie is not None and locatie.adres is not None:
        return place_reference(locatie, absolute_url)
    address = postal_address(org.contact.adres)
    return thing("Place", address=address) if address is not None else None
