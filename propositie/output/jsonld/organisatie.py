"""The organisation, its places and its partners."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from ...dutch.languages import DUTCH, read_language
from ...huis import Locatie, Medewerker, Organisatie, Partner, address_of, addresses
from ...huis.base import Adres
from ..output_file import ShownImage
from .core import SCHEMA, AbsoluteUrl, Data, image, known, location, phone_number, thing
from .times import closings, openingstijden


def organisatie_reference(org: Organisatie, absolute_url: AbsoluteUrl) -> Data:
    """The organisation as other things name it: the same `@id` as on the home page."""
    return thing(
        "NGO", id=location(absolute_url, "", "organisatie"), name=org.naam, url=absolute_url("")
    )


def organisatie(
    org: Organisatie,
    absolute_url: AbsoluteUrl,
    description: str,
    logo: ShownImage | None,
    people: Iterable[Medewerker],
    on_date: date,
) -> Data:
    """The organisation as the home page shows it on a day; `people` are those who work there."""
    return {
        **organisatie_reference(org, absolute_url),
        **known(
            slogan=org.payoff,
            description=description,
            logo=image(logo, absolute_url),
            telephone=phone_number(org.contact.telefoon),
            email=org.contact.email,
            address=postal_address(org.contact.adres),
            contactPoint=_contact_point(org, people, on_date),
            areaServed=werkgebied(org),
            sameAs=list(org.sociaal.values()),
            nonprofitStatus=f"{SCHEMA}/NonprofitANBI" if org.anbi else None,
            legalName=org.anbi.statutaire_naam if org.anbi else None,
            taxID=org.anbi.rsin if org.anbi else None,
            identifier=[
                thing("PropertyValue", propertyID=name, value=value)
                for name, value in (("KvK", org.kvk), ("RSIN", org.anbi and org.anbi.rsin))
                if value
            ],
        ),
    }


def _contact_point(org: Organisatie, people: Iterable[Medewerker], on_date: date) -> Data | None:
    """Where to call or write, and when: hours belong to the desk, an organisation has none."""
    contact = org.contact
    if not contact.telefoon and not contact.email:
        return None
    return thing(
        "ContactPoint",
        contactType="customer service",
        telephone=phone_number(contact.telefoon),
        email=contact.email,
        availableLanguage=spoken(people),
        hoursAvailable=[
            *openingstijden(contact.openingstijden),
            *closings(org.gesloten, on_date),
        ],
    )


def spoken(people: Iterable[Medewerker]) -> list[str]:
    """The languages in which somebody is helped: Dutch, and what `people` speak well enough to say
    so without reserve, most spoken first. A code where there is one, else the Dutch name."""
    found = [read_language(words) for person in people for words in person.talen]
    counts = Counter(language.tag for language in found if not language.is_little)
    return list(dict.fromkeys([DUTCH, *(tag for tag, _ in counts.most_common())]))


def website(org: Organisatie, absolute_url: AbsoluteUrl) -> Data:
    """The site itself, by which search engines know its name."""
    return thing(
        "WebSite", id=location(absolute_url, "", "site"), name=org.naam, url=absolute_url(""),
        inLanguage="nl", publisher=organisatie_reference(org, absolute_url),
    )  # fmt: skip


def dataset(
    name: str,
    description: str,
    org: Organisatie,
    made_on: date,
    absolute_url: AbsoluteUrl,
    files: Iterable[tuple[str, str]],
) -> Data:
    """What others may read as data: (name, address) of each file, all of them JSON."""
    return thing(
        "Dataset",
        id=location(absolute_url, addresses.DATA, "gegevens"),
        name=name,
        description=description,
        url=absolute_url(addresses.DATA),
        inLanguage="nl",
        dateModified=made_on.isoformat(),
        license=org.open_data.url if org.open_data else None,
        isAccessibleForFree=True,
        creator=organisatie_reference(org, absolute_url),
        distribution=[
            thing(
                "DataDownload", name=title, contentUrl=absolute_url(address),
                encodingFormat="application/json",
            )
            for title, address in files
            if absolute_url(address)
        ],
    )  # fmt: skip


def werkgebied(org: Organisatie) -> list[Data]:
    """The towns and villages where the organisation works."""
    return [thing("Place", name=name) for name in org.werkgebied]


def postal_address(address: Adres | None) -> Data | None:
    """A Dutch address."""
    if address is None:
        return None
    return thing(
        "PostalAddress", streetAddress=address.straat, postalCode=address.postcode,
        addressLocality=address.plaats, addressCountry="NL",
    )  # fmt: skip


def place_reference(locatie: Locatie, absolute_url: AbsoluteUrl) -> Data:
    """A place as other things name it."""
    return thing(
        "Place", id=absolute_url(address_of(locatie)), name=locatie.naam,
        address=postal_address(locatie.adres),
    )  # fmt: skip


def place(locatie: Locatie, absolute_url: AbsoluteUrl, on_date: date) -> Data:
    """A place with its hours from a day on, and where it is on the map."""
    here = locatie.coordinaten
    return {
        **place_reference(locatie, absolute_url),
        **known(
            geo=here
            and thing("GeoCoordinates", latitude=float(here.breedte), longitude=float(here.lengte)),
            openingHoursSpecification=openingstijden(locatie.openingstijden),
            specialOpeningHoursSpecification=closings(locatie.gesloten, on_date),
        ),
    }


def partner(partner: Partner, absolute_url: AbsoluteUrl) -> Data:
    """A partner: another organisation, with its own address."""
    contact = partner.contact
    return thing(
        "Organization",
        id=absolute_url(address_of(partner)),
        name=partner.naam,
        url=partner.website,
        telephone=phone_number(contact.telefoon) if contact else None,
        email=contact.email if contact else None,
    )
