"""Is JSON-LD what schema.org says? A small table of the types and properties that we may use.

Written from https://schema.org (version 29), apart from the code that makes the data: for each
type its parent and properties, for each property what may be its value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

OUDERS = {
    "Thing": "", "Organization": "Thing", "NGO": "Organization", "Person": "Thing",
    "Place": "Thing", "Intangible": "Thing", "Service": "Intangible", "Offer": "Intangible",
    "Audience": "Intangible", "ServiceChannel": "Intangible", "StructuredValue": "Intangible",
    "ContactPoint": "StructuredValue", "PostalAddress": "ContactPoint",
    "GeoCoordinates": "StructuredValue", "OpeningHoursSpecification": "StructuredValue",
    "PropertyValue": "StructuredValue", "PriceSpecification": "StructuredValue",
    "UnitPriceSpecification": "PriceSpecification", "CreativeWork": "Thing",
    "WebSite": "CreativeWork", "WebPage": "CreativeWork", "ProfilePage": "WebPage",
    "ContactPage": "WebPage", "AboutPage": "WebPage", "MediaObject": "CreativeWork",
    "ImageObject": "MediaObject", "ItemList": "Intangible", "BreadcrumbList": "ItemList",
    "ListItem": "Intangible", "Article": "CreativeWork", "SocialMediaPosting": "Article",
    "BlogPosting": "SocialMediaPosting", "Blog": "CreativeWork",
}  # fmt: skip

TEKST, GETAL, ADRES, DAG, TIJD, DATUM = "tekst", "getal", "adres", "dag", "tijd", "datum"

EIGENSCHAPPEN: dict[str, dict[str, tuple[str, ...]]] = {
    "Thing": {
        "name": (TEKST,), "alternateName": (TEKST,), "description": (TEKST,), "url": (ADRES,),
        "image": ("ImageObject", ADRES), "sameAs": (ADRES,), "identifier": ("PropertyValue",),
    },
    "Organization": {
        "slogan": (TEKST,), "logo": ("ImageObject", ADRES), "telephone": (TEKST,),
        "email": (TEKST,), "address": ("PostalAddress",), "contactPoint": ("ContactPoint",),
        "areaServed": ("Place",), "nonprofitStatus": (ADRES,),
    },
    "Person": {
        "jobTitle": (TEKST,), "worksFor": ("Organization",), "workLocation": ("Place",),
        "knowsAbout": (TEKST,), "knowsLanguage": (TEKST,), "telephone": (TEKST,),
        "email": (TEKST,),
    },
    "Place": {
        "address": ("PostalAddress",), "geo": ("GeoCoordinates",),
        "openingHoursSpecification": ("OpeningHoursSpecification",),
    },
    "GeoCoordinates": {"latitude": (GETAL,), "longitude": (GETAL,)},
    "Service": {
        "provider": ("Organization",), "areaServed": ("Place",), "audience": ("Audience",),
        "availableChannel": ("ServiceChannel",), "offers": ("Offer",),
        "hoursAvailable": ("OpeningHoursSpecification",),
    },
    "ServiceChannel": {
        "serviceUrl": (ADRES,), "servicePhone": ("ContactPoint",), "serviceLocation": ("Place",),
        "availableLanguage": (TEKST,),
    },
    "Offer": {
        "price": (TEKST,), "priceCurrency": (TEKST,), "offeredBy": ("Organization",),
        "priceSpecification": ("PriceSpecification",),
    },
    "PriceSpecification": {"price": (TEKST,), "priceCurrency": (TEKST,)},
    "UnitPriceSpecification": {"unitText": (TEKST,)},
    "ContactPoint": {
        "contactType": (TEKST,), "telephone": (TEKST,), "email": (TEKST,),
        "availableLanguage": (TEKST,), "hoursAvailable": ("OpeningHoursSpecification",),
    },
    "PostalAddress": {
        "streetAddress": (TEKST,), "postalCode": (TEKST,), "addressLocality": (TEKST,),
        "addressCountry": (TEKST,),
    },
    "OpeningHoursSpecification": {"dayOfWeek": (DAG,), "opens": (TIJD,), "closes": (TIJD,)},
    "PropertyValue": {"propertyID": (TEKST,), "value": (TEKST,)},
    "Audience": {"audienceType": (TEKST,)},
    "CreativeWork": {
        "about": ("Thing",), "audience": ("Audience",), "inLanguage": (TEKST,),
        "mentions": ("Thing",), "publisher": ("Organization",), "mainEntity": ("Thing",),
        "author": ("Person", "Organization"), "datePublished": (DATUM,), "headline": (TEKST,),
    },
    "Blog": {"blogPost": ("BlogPosting",)},
    "MediaObject": {"width": (GETAL,), "height": (GETAL,)},
    "ImageObject": {"caption": (TEKST,)},
    "ItemList": {"itemListElement": ("ListItem",)},
    "ListItem": {"position": (GETAL,), "item": (ADRES,)},
}  # fmt: skip

DAGEN = {
    f"https://schema.org/{d}day" for d in ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")
}


def lijn(soort: str) -> list[str]:
    """A type and all types above it."""
    uit = []
    while soort:
        uit.append(soort)
        soort = OUDERS[soort]
    return uit


def fouten(ding: Any, plek: str = "") -> Iterator[str]:
    """Everything in a thing that schema.org does not know, with its place."""
    soort = ding.get("@type") if isinstance(ding, dict) else None
    if soort not in OUDERS:
        yield f"{plek}: unknown type {soort}"
        return
    mag = {n: w for s in reversed(lijn(soort)) for n, w in EIGENSCHAPPEN.get(s, {}).items()}
    for naam, waarde in ding.items():
        if naam in {"@type", "@id"}:
            continue
        hier = f"{plek}/{soort}.{naam}"
        if naam not in mag:
            yield f"{hier}: not a property of {soort}"
            continue
        for deel in waarde if isinstance(waarde, list) else [waarde]:
            if isinstance(deel, dict):
                if not set(lijn(deel.get("@type", "Thing"))) & set(mag[naam]):
                    yield f"{hier}: may not be a {deel.get('@type')}"
                yield from fouten(deel, hier)
            elif not any(_past(deel, w) for w in mag[naam]):
                yield f"{hier}: {deel!r} is not {mag[naam]}"


def _past(waarde: object, wat: str) -> bool:
    if wat == GETAL:
        return isinstance(waarde, int | float) and not isinstance(waarde, bool)
    if not isinstance(waarde, str) or not waarde.strip():
        return False
    if wat == ADRES:
        return waarde.startswith(("https://", "http://"))
    if wat == DAG:
        return waarde in DAGEN
    if wat == DATUM:
        return re.fullmatch(r"\d{4}-\d\d-\d\d", waarde) is not None
    if wat == TIJD:
        return len(waarde) == 5 and waarde[2] == ":"
    return wat == TEKST
