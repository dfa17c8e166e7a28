"""What search engines read of a page: schema.org data, only about what the page shows.

Every function is pure and takes the public view, so that nothing internal can be told here. An
address is only given when the site knows its own (`volledig` answers None without `site_url`).
There are no ratings or reviews: a quote is not a score.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence

from ..huis import Bericht, Dienst, Klantgroep, Locatie, Medewerker, Organisatie
from ..huis.basis import Adres, Openingstijd
from ..huis.medewerkers import Persoon
from ..huis.velden import belbaar
from .bestand import Getoond

Gegevens = Mapping[str, object]
"""A thing in schema.org's words, ready for JSON."""
Volledig = Callable[[str], str | None]
"""An address on the site → the whole address, or None when the site does not know its own."""

SCHEMA = "https://schema.org"
NETTEN = ("linkedin", "facebook", "instagram", "mastodon")
DAGEN = {
    "maandag": "Monday",
    "dinsdag": "Tuesday",
    "woensdag": "Wednesday",
    "donderdag": "Thursday",
    "vrijdag": "Friday",
    "zaterdag": "Saturday",
    "zondag": "Sunday",
}


def als_json(delen: Iterable[Gegevens]) -> str:
    """The things of one page as JSON that can stand in a `<script>`: no text can end it."""
    tekst = json.dumps(
        {"@context": SCHEMA, "@graph": list(delen)}, ensure_ascii=False, separators=(",", ":")
    )
    for teken in "<>&\u2028\u2029":
        tekst = tekst.replace(teken, f"\\u{ord(teken):04x}")
    return tekst


def bekend(**eigenschappen: object) -> Gegevens:
    """The properties that are known; `id` becomes `@id`."""
    return {
        "@id" if naam == "id" else naam: waarde
        for naam, waarde in eigenschappen.items()
        if waarde is not None and waarde != [] and waarde != ""
    }


def ding(soort: str, **eigenschappen: object) -> Gegevens:
    """A thing of type `soort`, with the properties that are known."""
    return {"@type": soort, **bekend(**eigenschappen)}


def _plek(volledig: Volledig, adres: str, anker: str) -> str | None:
    """The name (`@id`) of a thing that has no page of its own."""
    basis = volledig(adres)
    return f"{basis}#{anker}" if basis else None


def organisatie_kort(org: Organisatie, volledig: Volledig) -> Gegevens:
    """The organisation as other things name it: the same `@id` as on the home page."""
    return ding("NGO", id=_plek(volledig, "", "organisatie"), name=org.naam, url=volledig(""))


def organisatie(
    org: Organisatie, volledig: Volledig, omschrijving: str, logo: Getoond | None
) -> Gegevens:
    """The organisation as the home page shows it."""
    return {
        **organisatie_kort(org, volledig),
        **bekend(
            slogan=org.payoff,
            description=omschrijving,
            logo=beeld(logo, volledig),
            telephone=_nummer(org.contact.telefoon),
            email=org.contact.email,
            address=postadres(org.contact.adres),
            contactPoint=_loket(org),
            areaServed=werkgebied(org),
            sameAs=list(org.sociaal.values()),
            nonprofitStatus=f"{SCHEMA}/NonprofitANBI" if org.anbi else None,
            identifier=[
                ding("PropertyValue", propertyID=naam, value=waarde)
                for naam, waarde in (("KvK", org.kvk), ("RSIN", org.anbi and org.anbi.rsin))
                if waarde
            ],
        ),
    }


def _loket(org: Organisatie) -> Gegevens | None:
    """Where to call or write, and when: hours belong to the desk, an organisation has none."""
    contact = org.contact
    if not contact.telefoon and not contact.email:
        return None
    return ding(
        "ContactPoint",
        contactType="customer service",
        telephone=_nummer(contact.telefoon),
        email=contact.email,
        availableLanguage="nl",
        hoursAvailable=openingstijden(contact.openingstijden),
    )


def website(org: Organisatie, volledig: Volledig) -> Gegevens:
    """The site itself, by which search engines know its name."""
    return ding(
        "WebSite", id=_plek(volledig, "", "site"), name=org.naam, url=volledig(""),
        inLanguage="nl", publisher=organisatie_kort(org, volledig),
    )  # fmt: skip


def webpagina(
    soort: str,
    volledig: Volledig,
    adres: str,
    titel: str,
    omschrijving: str,
    **eigenschappen: object,
) -> Gegevens:
    """A page of the given type (WebPage, AboutPage …) about whatever `eigenschappen` say."""
    return ding(
        soort, url=volledig(adres), name=titel, description=omschrijving, inLanguage="nl",
        **eigenschappen,
    )  # fmt: skip


def kruimelpad(stappen: Sequence[tuple[str, str]], volledig: Volledig) -> Gegevens:
    """The way from the home page to a page: (title, address) of each step, the page last."""
    return ding(
        "BreadcrumbList",
        itemListElement=[
            ding("ListItem", position=nummer, name=titel, item=volledig(adres))
            for nummer, (titel, adres) in enumerate(stappen, 1)
        ],
    )


def medewerker(
    mens: Medewerker,
    org: Organisatie,
    locaties: Sequence[Locatie],
    portret: Getoond | None,
    volledig: Volledig,
) -> Gegevens:
    """A page about a worker, and the worker as far as the public may know."""
    adres, contact = f"mensen/{mens.id}/", mens.contact
    netten = [getattr(contact, net, None) for net in NETTEN]
    persoon = ding(
        "Person",
        id=_plek(volledig, adres, "mens"),
        name=mens.naam,
        alternateName=mens.roepnaam,
        jobTitle=mens.functie,
        description=mens.belofte,
        url=volledig(adres),
        image=beeld(portret, volledig),
        telephone=_nummer(contact.telefoon) if contact else None,
        email=contact.email if contact else None,
        sameAs=[net for net in netten if net],
        worksFor=organisatie_kort(org, volledig),
        workLocation=[plek_kort(p, volledig) for p in locaties],
        knowsAbout=list(mens.deskundig_in),
        knowsLanguage=list(mens.talen),
    )
    return webpagina("ProfilePage", volledig, adres, mens.naam, mens.belofte, mainEntity=persoon)


def bericht_kort(volledig: Volledig, adres: str, stuk: Bericht) -> Gegevens:
    """A post as an overview names it."""
    return ding(
        "BlogPosting", id=_plek(volledig, adres, "stuk"), headline=stuk.titel, url=volledig(adres),
        datePublished=stuk.datum.isoformat(),
    )  # fmt: skip


def bericht(
    volledig: Volledig,
    adres: str,
    stuk: Bericht,
    schrijvers: Sequence[Persoon],
    org: Organisatie,
    omschrijving: str,
    foto: Getoond | None = None,
) -> Gegevens:
    """A post; of its authors only a name and a page, so that who left is told no more."""
    return {
        **bericht_kort(volledig, adres, stuk),
        **bekend(
            description=omschrijving,
            inLanguage="nl",
            image=beeld(foto, volledig),
            author=[
                ding(
                    "Person", id=_plek(volledig, f"mensen/{s.id}/", "mens"), name=s.naam,
                    url=volledig(f"mensen/{s.id}/"),
                )
                for s in schrijvers
            ],
            publisher=organisatie_kort(org, volledig),
        ),
    }  # fmt: skip


def blog(
    volledig: Volledig, titel: str, omschrijving: str, stukken: Sequence[Gegevens]
) -> Gegevens:
    """The overview of all posts."""
    return ding(
        "Blog", name=titel, description=omschrijving, url=volledig("blog/"), inLanguage="nl",
        blogPost=list(stukken),
    )  # fmt: skip


def dienst(
    aanbod: Dienst,
    org: Organisatie,
    locaties: Sequence[Locatie],
    klantgroepen: Sequence[Klantgroep],
    foto: Getoond | None,
    volledig: Volledig,
) -> Gegevens:
    """A service: for whom, where, when, and what it costs."""
    aanmelden = aanbod.aanmelden
    nummer = (aanmelden and aanmelden.telefoon) or org.contact.telefoon
    kanaal = ding(
        "ServiceChannel",
        serviceUrl=(aanmelden and aanmelden.url) or volledig(f"aanbod/{aanbod.id}/"),
        servicePhone=ding("ContactPoint", telephone=_nummer(nummer)) if nummer else None,
        serviceLocation=[plek_kort(p, volledig) for p in locaties],
        availableLanguage="nl",
    )
    return ding(
        "Service",
        id=_plek(volledig, f"aanbod/{aanbod.id}/", "dienst"),
        name=aanbod.naam,
        description=aanbod.kort,
        url=volledig(f"aanbod/{aanbod.id}/"),
        image=beeld(foto, volledig),
        provider=organisatie_kort(org, volledig),
        areaServed=werkgebied(org),
        audience=[doelgroep(k) for k in klantgroepen],
        availableChannel=kanaal,
        hoursAvailable=openingstijden(aanbod.wanneer),
        offers=_prijs(aanbod, org, volledig),
    )


def _prijs(aanbod: Dienst, org: Organisatie, volledig: Volledig) -> Gegevens | None:
    prijs = aanbod.prijs
    if prijs is None:
        return None
    bedrag = f"{prijs.bedrag:.2f}"
    return ding(
        "Offer",
        price=bedrag,
        priceCurrency="EUR",
        description=prijs.toelichting,
        offeredBy=organisatie_kort(org, volledig),
        priceSpecification=prijs.per
        and ding("UnitPriceSpecification", price=bedrag, priceCurrency="EUR", unitText=prijs.per),
    )


def doelgroep(klantgroep: Klantgroep) -> Gegevens:
    """A client group as an audience."""
    return ding("Audience", audienceType=klantgroep.naam)


def onderwerp(naam: str, omschrijving: str | None = None) -> Gegevens:
    """What a page is about, when there is no better type for it."""
    return ding("Thing", name=naam, description=omschrijving)


def plek_kort(locatie: Locatie, volledig: Volledig) -> Gegevens:
    """A place as other things name it."""
    return ding(
        "Place", id=_plek(volledig, "contact/", locatie.id), name=locatie.naam,
        address=postadres(locatie.adres),
    )  # fmt: skip


def plek(locatie: Locatie, volledig: Volledig) -> Gegevens:
    """A place with its hours and where it is on the map."""
    hier = locatie.coordinaten
    return {
        **plek_kort(locatie, volledig),
        **bekend(
            geo=hier
            and ding("GeoCoordinates", latitude=float(hier.breedte), longitude=float(hier.lengte)),
            openingHoursSpecification=openingstijden(locatie.openingstijden),
        ),
    }


def werkgebied(org: Organisatie) -> list[Gegevens]:
    """The towns and villages where the organisation works."""
    return [ding("Place", name=naam) for naam in org.werkgebied]


def postadres(adres: Adres | None) -> Gegevens | None:
    """A Dutch address."""
    if adres is None:
        return None
    return ding(
        "PostalAddress", streetAddress=adres.straat, postalCode=adres.postcode,
        addressLocality=adres.plaats, addressCountry="NL",
    )  # fmt: skip


def openingstijden(rij: Iterable[Openingstijd]) -> list[Gegevens]:
    """Hours by day of the week."""
    return [
        ding(
            "OpeningHoursSpecification", dayOfWeek=f"{SCHEMA}/{DAGEN[t.dag]}",
            opens=f"{t.van:%H:%M}", closes=f"{t.tot:%H:%M}", description=t.toelichting,
        )
        for t in rij
    ]  # fmt: skip


def beeld(getoond: Getoond | None, volledig: Volledig) -> Gegevens | None:
    """A published picture; a picture without a whole address cannot be named."""
    adres = volledig(getoond.adres) if getoond else None
    if getoond is None or adres is None:
        return None
    return ding(
        "ImageObject", url=adres, width=getoond.breedte, height=getoond.hoogte,
        caption=getoond.alt,
    )  # fmt: skip


def _nummer(telefoon: str | None) -> str | None:
    return belbaar(telefoon) if telefoon else None
