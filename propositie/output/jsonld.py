"""What search engines read of a page: schema.org data, only about what the page shows.

Every function is pure and takes the public view, so that nothing internal can be told here. An
address is only given when the site knows its own (`absolute_url` answers None without `site_url`).
There are no ratings or reviews: a quote is not a score.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from ..dutch.languages import DUTCH, read_language
from ..huis import (
    Bericht,
    Dienst,
    Klantgroep,
    Locatie,
    Medewerker,
    Organisatie,
    Partner,
    address_of,
    overview_of,
)
from ..huis.base import Adres
from ..huis.medewerkers import Profile
from ..huis.moments import Moment
from ..huis.parsing import dialable
from ..huis.sluitingen import Sluiting
from .output_file import ShownImage

Data = Mapping[str, object]
"""A thing in schema.org's words, ready for JSON."""
AbsoluteUrl = Callable[[str], str | None]
"""An address on the site → the whole address, or None when the site does not know its own."""

SCHEMA = "https://schema.org"
NETWORKS = ("linkedin", "facebook", "instagram", "mastodon")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def as_json(parts: Iterable[Data]) -> str:
    """The things of one page as JSON that can stand in a `<script>`: no text can end it."""
    text = json.dumps(
        {"@context": SCHEMA, "@graph": list(parts)}, ensure_ascii=False, separators=(",", ":")
    )
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def known(**properties: object) -> Data:
    """The properties that are known; `id` becomes `@id`."""
    return {
        "@id" if name == "id" else name: value
        for name, value in properties.items()
        if value is not None and value != [] and value != ""
    }


def thing(kind: str, **properties: object) -> Data:
    """A thing of type `kind`, with the properties that are known."""
    return {"@type": kind, **known(**properties)}


def _location(absolute_url: AbsoluteUrl, address: str, anchor: str) -> str | None:
    """The name (`@id`) of a thing that has no page of its own."""
    base = absolute_url(address)
    return f"{base}#{anchor}" if base else None


def organisatie_reference(org: Organisatie, absolute_url: AbsoluteUrl) -> Data:
    """The organisation as other things name it: the same `@id` as on the home page."""
    return thing(
        "NGO", id=_location(absolute_url, "", "organisatie"), name=org.naam, url=absolute_url("")
    )


def organisatie(
    org: Organisatie,
    absolute_url: AbsoluteUrl,
    description: str,
    logo: ShownImage | None,
    people: Iterable[Medewerker] = (),
) -> Data:
    """The organisation as the home page shows it; `people` are those who work there."""
    return {
        **organisatie_reference(org, absolute_url),
        **known(
            slogan=org.payoff,
            description=description,
            logo=image(logo, absolute_url),
            telephone=_phone_number(org.contact.telefoon),
            email=org.contact.email,
            address=postal_address(org.contact.adres),
            contactPoint=_contact_point(org, people),
            areaServed=werkgebied(org),
            sameAs=list(org.sociaal.values()),
            nonprofitStatus=f"{SCHEMA}/NonprofitANBI" if org.anbi else None,
            identifier=[
                thing("PropertyValue", propertyID=name, value=value)
                for name, value in (("KvK", org.kvk), ("RSIN", org.anbi and org.anbi.rsin))
                if value
            ],
        ),
    }


def _contact_point(org: Organisatie, people: Iterable[Medewerker]) -> Data | None:
    """Where to call or write, and when: hours belong to the desk, an organisation has none."""
    contact = org.contact
    if not contact.telefoon and not contact.email:
        return None
    return thing(
        "ContactPoint",
        contactType="customer service",
        telephone=_phone_number(contact.telefoon),
        email=contact.email,
        availableLanguage=spoken(people),
        hoursAvailable=[*openingstijden(contact.openingstijden), *closings(org.gesloten)],
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
        "WebSite", id=_location(absolute_url, "", "site"), name=org.naam, url=absolute_url(""),
        inLanguage="nl", publisher=organisatie_reference(org, absolute_url),
    )  # fmt: skip


def web_page(
    kind: str,
    absolute_url: AbsoluteUrl,
    address: str,
    title: str,
    description: str,
    **properties: object,
) -> Data:
    """A page of the given type (WebPage, AboutPage …) about whatever `properties` say."""
    return thing(
        kind, url=absolute_url(address), name=title, description=description, inLanguage="nl",
        **properties,
    )  # fmt: skip


def breadcrumbs(steps: Sequence[tuple[str, str]], absolute_url: AbsoluteUrl) -> Data:
    """The way from the home page to a page: (title, address) of each step, the page last."""
    return thing(
        "BreadcrumbList",
        itemListElement=[
            thing("ListItem", position=number, name=title, item=absolute_url(address))
            for number, (title, address) in enumerate(steps, 1)
        ],
    )


def medewerker(
    medewerker: Medewerker,
    org: Organisatie,
    locaties: Sequence[Locatie],
    portret: ShownImage | None,
    absolute_url: AbsoluteUrl,
) -> Data:
    """A page about a worker, and the worker as far as the public may know."""
    address, contact = address_of(medewerker), medewerker.contact
    networks = [getattr(contact, network, None) for network in NETWORKS]
    person = thing(
        "Person",
        id=_location(absolute_url, address, "mens"),
        name=medewerker.naam,
        alternateName=medewerker.roepnaam,
        jobTitle=medewerker.functie,
        description=medewerker.belofte,
        url=absolute_url(address),
        image=image(portret, absolute_url),
        telephone=_phone_number(contact.telefoon) if contact else None,
        email=contact.email if contact else None,
        sameAs=[network for network in networks if network],
        worksFor=organisatie_reference(org, absolute_url),
        workLocation=[place_reference(p, absolute_url) for p in locaties],
        knowsAbout=list(medewerker.deskundig_in),
        knowsLanguage=list(dict.fromkeys(read_language(t).tag for t in medewerker.talen)),
    )
    return web_page(
        "ProfilePage", absolute_url, address, medewerker.naam, medewerker.belofte, mainEntity=person
    )


def bericht_reference(absolute_url: AbsoluteUrl, address: str, bericht: Bericht) -> Data:
    """A post as an overview names it."""
    return thing(
        "BlogPosting", id=_location(absolute_url, address, "stuk"), headline=bericht.titel,
        url=absolute_url(address), datePublished=bericht.datum.isoformat(),
    )  # fmt: skip


def bericht(
    absolute_url: AbsoluteUrl,
    address: str,
    bericht: Bericht,
    authors: Sequence[Profile],
    org: Organisatie,
    description: str,
    photo: ShownImage | None = None,
) -> Data:
    """A post; of its authors only a name and a page, so that who left is told no more."""
    return {
        **bericht_reference(absolute_url, address, bericht),
        **known(
            description=description,
            inLanguage="nl",
            image=image(photo, absolute_url),
            author=[
                thing(
                    "Person", id=_location(absolute_url, address_of(s), "mens"), name=s.naam,
                    url=absolute_url(address_of(s)),
                )
                for s in authors
            ],
            publisher=organisatie_reference(org, absolute_url),
        ),
    }  # fmt: skip


def blog(
    absolute_url: AbsoluteUrl, title: str, description: str, berichten: Sequence[Data]
) -> Data:
    """The overview of all posts."""
    return thing(
        "Blog", name=title, description=description, url=absolute_url(overview_of("berichten")),
        inLanguage="nl", blogPost=list(berichten),
    )  # fmt: skip


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
        servicePhone=thing("ContactPoint", telephone=_phone_number(number)) if number else None,
        serviceLocation=[place_reference(p, absolute_url) for p in locaties],
        availableLanguage=spoken(people),
    )
    return thing(
        "Service",
        id=_location(absolute_url, address_of(service), "dienst"),
        name=service.naam,
        description=service.kort,
        url=absolute_url(address_of(service)),
        image=image(photo, absolute_url),
        provider=organisatie_reference(org, absolute_url),
        areaServed=werkgebied(org),
        audience=[audience(k) for k in klantgroepen],
        availableChannel=channel,
        hoursAvailable=openingstijden(service.wanneer),
        offers=_prijs(service, org, absolute_url),
    )


def _prijs(service: Dienst, org: Organisatie, absolute_url: AbsoluteUrl) -> Data | None:
    prijs = service.prijs
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


def subject(name: str, description: str | None = None) -> Data:
    """What a page is about, when there is no better type for it."""
    return thing("Thing", name=name, description=description)


def place_reference(locatie: Locatie, absolute_url: AbsoluteUrl) -> Data:
    """A place as other things name it."""
    return thing(
        "Place", id=absolute_url(address_of(locatie)), name=locatie.naam,
        address=postal_address(locatie.adres),
    )  # fmt: skip


def place(locatie: Locatie, absolute_url: AbsoluteUrl) -> Data:
    """A place with its hours and where it is on the map."""
    here = locatie.coordinaten
    return {
        **place_reference(locatie, absolute_url),
        **known(
            geo=here
            and thing("GeoCoordinates", latitude=float(here.breedte), longitude=float(here.lengte)),
            openingHoursSpecification=openingstijden(locatie.openingstijden),
            specialOpeningHoursSpecification=closings(locatie.gesloten),
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
        telephone=_phone_number(contact.telefoon) if contact else None,
        email=contact.email if contact else None,
    )


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


def openingstijden(row: Iterable[Moment]) -> list[Data]:
    """Hours by day of the week or on a date. What this form cannot say is left out: a first
    Tuesday would become every Tuesday."""
    return [
        thing(
            "OpeningHoursSpecification",
            dayOfWeek=_weekdays(moment),
            opens=opens, closes=closes, description=moment.toelichting,
            validFrom=_iso(day or moment.vanaf), validThrough=_iso(day or moment.tot_en_met),
        )
        for moment in row
        if (moment.is_weekly or (moment.datum and not moment.dag)) and not moment.behalve
        for opens, closes in _clock_of(moment)
        for day in moment.datum or (None,)
    ]  # fmt: skip


def closings(row: Iterable[Sluiting]) -> list[Data]:
    """Days on which it is closed: hours that end as they begin (schema.org, "opens")."""
    return [
        thing(
            "OpeningHoursSpecification",
            opens="00:00", closes="00:00", description=closed.reden,
            validFrom=_iso(closed.van), validThrough=_iso(closed.tot),
        )
        for closed in row
    ]  # fmt: skip


def _weekdays(moment: Moment) -> list[str] | str:
    found = [f"{SCHEMA}/{DAYS[number]}" for days in moment.days for number in days.weekdays]
    return found[0] if len(found) == 1 else found


def _clock_of(moment: Moment) -> list[tuple[str, str]]:
    """From when to when; nothing when that is not known. What closes before it opens closes on the
    next day."""
    if moment.hele_dag:
        return [("00:00", "23:59")]
    if moment.van is None or moment.tot is None:
        return []
    return [(f"{moment.van:%H:%M}", f"{moment.tot:%H:%M}")]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def image(shown: ShownImage | None, absolute_url: AbsoluteUrl) -> Data | None:
    """A published picture; a picture without a whole address cannot be named."""
    address = absolute_url(shown.address) if shown else None
    if shown is None or address is None:
        return None
    return thing(
        "ImageObject", url=address, width=shown.width, height=shown.height,
        caption=shown.alt,
    )  # fmt: skip


def _phone_number(telefoon: str | None) -> str | None:
    return dialable(telefoon) if telefoon else None
