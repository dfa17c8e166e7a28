"""Is JSON-LD what schema.org says? A small table of the types and properties that we may use.

Written from https://schema.org (version 29), apart from the code that makes the data: for each
type its parent and properties, for each property what may be its value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

PARENTS = {
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
    "BlogPosting": "SocialMediaPosting", "Blog": "CreativeWork", "JobPosting": "Intangible",
    "Event": "Thing", "Schedule": "Intangible", "Dataset": "CreativeWork",
    "DataDownload": "MediaObject",
}  # fmt: skip

TEXT, NUMBER, ADDRESS, DAY, TIME, DATE = "tekst", "getal", "adres", "dag", "tijd", "datum"
MOMENT, YES_NO = "moment", "ja of nee"

PROPERTIES: dict[str, dict[str, tuple[str, ...]]] = {
    "Thing": {
        "name": (TEXT,), "alternateName": (TEXT,), "description": (TEXT,), "url": (ADDRESS,),
        "image": ("ImageObject", ADDRESS), "sameAs": (ADDRESS,), "identifier": ("PropertyValue",),
    },
    "Organization": {
        "slogan": (TEXT,), "logo": ("ImageObject", ADDRESS), "telephone": (TEXT,),
        "email": (TEXT,), "address": ("PostalAddress",), "contactPoint": ("ContactPoint",),
        "areaServed": ("Place",), "nonprofitStatus": (ADDRESS,), "legalName": (TEXT,),
        "taxID": (TEXT,),
    },
    "Person": {
        "jobTitle": (TEXT,), "worksFor": ("Organization",), "workLocation": ("Place",),
        "knowsAbout": (TEXT,), "knowsLanguage": (TEXT,), "telephone": (TEXT,),
        "email": (TEXT,),
    },
    "Place": {
        "address": ("PostalAddress",), "geo": ("GeoCoordinates",),
        "openingHoursSpecification": ("OpeningHoursSpecification",),
        "specialOpeningHoursSpecification": ("OpeningHoursSpecification",),
        "containsPlace": ("Place",),
    },
    "GeoCoordinates": {"latitude": (NUMBER,), "longitude": (NUMBER,)},
    "Service": {
        "provider": ("Organization",), "areaServed": ("Place",), "audience": ("Audience",),
        "availableChannel": ("ServiceChannel",), "offers": ("Offer",),
        "hoursAvailable": ("OpeningHoursSpecification",),
    },
    "ServiceChannel": {
        "serviceUrl": (ADDRESS,), "servicePhone": ("ContactPoint",), "serviceLocation": ("Place",),
        "availableLanguage": (TEXT,),
    },
    "Offer": {
        "price": (TEXT,), "priceCurrency": (TEXT,), "offeredBy": ("Organization",),
        "priceSpecification": ("PriceSpecification",), "availability": (ADDRESS,),
    },
    "PriceSpecification": {"price": (TEXT,), "priceCurrency": (TEXT,)},
    "UnitPriceSpecification": {"unitText": (TEXT,)},
    "ContactPoint": {
        "contactType": (TEXT,), "telephone": (TEXT,), "email": (TEXT,),
        "availableLanguage": (TEXT,), "hoursAvailable": ("OpeningHoursSpecification",),
    },
    "PostalAddress": {
        "streetAddress": (TEXT,), "postalCode": (TEXT,), "addressLocality": (TEXT,),
        "addressCountry": (TEXT,),
    },
    "OpeningHoursSpecification": {
        "dayOfWeek": (DAY,), "opens": (TIME,), "closes": (TIME,), "validFrom": (DATE,),
        "validThrough": (DATE,),
    },
    "PropertyValue": {"propertyID": (TEXT,), "value": (TEXT,)},
    "Audience": {"audienceType": (TEXT,)},
    "CreativeWork": {
        "about": ("Thing",), "audience": ("Audience",), "inLanguage": (TEXT,),
        "mentions": ("Thing",), "publisher": ("Organization",), "mainEntity": ("Thing",),
        "author": ("Person", "Organization"), "datePublished": (DATE,), "headline": (TEXT,),
        "dateModified": (DATE,), "creator": ("Organization", "Person"), "license": (ADDRESS,),
        "isAccessibleForFree": (YES_NO,),
    },
    "Dataset": {"distribution": ("DataDownload",)},
    "JobPosting": {
        "title": (TEXT,), "datePosted": (DATE,), "validThrough": (MOMENT,),
        "employmentType": (TEXT,), "hiringOrganization": ("Organization",),
        "jobLocation": ("Place",), "jobBenefits": (TEXT,), "workHours": (TEXT,),
    },
    "Event": {
        "startDate": (DATE, MOMENT), "endDate": (DATE, MOMENT), "eventStatus": (ADDRESS,),
        "eventAttendanceMode": (ADDRESS,), "eventSchedule": ("Schedule",), "location": ("Place",),
        "organizer": ("Organization", "Person"), "contributor": ("Organization", "Person"),
        "audience": ("Audience",), "offers": ("Offer",), "isAccessibleForFree": (YES_NO,),
    },
    "Schedule": {
        "repeatFrequency": (TEXT,), "byDay": (DAY,), "byMonthWeek": (NUMBER,), "startDate": (DATE,),
        "endDate": (DATE,), "startTime": (TIME,), "endTime": (TIME,), "exceptDate": (DATE,),
        "scheduleTimezone": (TEXT,),
    },
    "Blog": {"blogPost": ("BlogPosting",)},
    "MediaObject": {
        "width": (NUMBER,), "height": (NUMBER,), "contentUrl": (ADDRESS,),
        "encodingFormat": (TEXT,),
    },
    "ImageObject": {"caption": (TEXT,)},
    "ItemList": {"itemListElement": ("ListItem",)},
    "ListItem": {"position": (NUMBER,), "item": (ADDRESS,)},
}  # fmt: skip

DAYS = {
    f"https://schema.org/{d}day" for d in ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")
}


def ancestors(kind: str) -> list[str]:
    """A type and all types above it."""
    result = []
    while kind:
        result.append(kind)
        kind = PARENTS[kind]
    return result


def errors(thing: Any, position: str = "") -> Iterator[str]:
    """Everything in a thing that schema.org does not know, with its place."""
    kind = thing.get("@type") if isinstance(thing, dict) else None
    if kind not in PARENTS:
        yield f"{position}: unknown type {kind}"
        return
    allowed = {n: w for s in reversed(ancestors(kind)) for n, w in PROPERTIES.get(s, {}).items()}
    for name, value in thing.items():
        if name in {"@type", "@id"}:
            continue
        here = f"{position}/{kind}.{name}"
        if name not in allowed:
            yield f"{here}: not a property of {kind}"
            continue
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, dict):
                if not set(ancestors(part.get("@type", "Thing"))) & set(allowed[name]):
                    yield f"{here}: may not be a {part.get('@type')}"
                yield from errors(part, here)
            elif not any(_fits(part, w) for w in allowed[name]):
                yield f"{here}: {part!r} is not {allowed[name]}"


def _fits(value: object, expected: str) -> bool:
    if expected == NUMBER:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if expected == YES_NO:
        return isinstance(value, bool)
    if not isinstance(value, str) or not value.strip():
        return False
    if expected == ADDRESS:
        return value.startswith(("https://", "http://"))
    if expected == DAY:
        return value in DAYS
    if expected == DATE:
        return re.fullmatch(r"\d{4}-\d\d-\d\d", value) is not None
    if expected == MOMENT:
        return re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([+-]\d\d:\d\d)?", value) is not None
    if expected == TIME:
        return len(value) == 5 and value[2] == ":"
    return expected == TEXT
