"""What search engines read of a page: schema.org data, only about what the page shows.

Every function is pure and takes the public view, so that nothing internal can be told here. An
address is only given when the site knows its own (`absolute_url` answers None without `site_url`).
There are no ratings or reviews: a quote is not a score.
"""

from .aanbod import audience, dienst
from .agenda import activiteit, schedules
from .core import (
    SCHEMA,
    AbsoluteUrl,
    Data,
    as_json,
    breadcrumbs,
    image,
    known,
    location,
    phone_number,
    subject,
    thing,
    web_page,
)
from .mensen import NETWORKS, bericht, bericht_reference, blog, medewerker
from .organisatie import (
    dataset,
    organisatie,
    organisatie_reference,
    partner,
    place,
    place_reference,
    postal_address,
    spoken,
    website,
    werkgebied,
)
from .times import DAYS, closings, openingstijden
from .vacatures import vacature
from .verhalen import verhaal
from .wijken import wijk

__all__ = [
    "DAYS",
    "NETWORKS",
    "SCHEMA",
    "AbsoluteUrl",
    "Data",
    "activiteit",
    "as_json",
    "audience",
    "bericht",
    "bericht_reference",
    "blog",
    "breadcrumbs",
    "closings",
    "dataset",
    "dienst",
    "image",
    "iso",
    "known",
    "location",
    "medewerker",
    "offer",
    "openingstijden",
    "organisatie",
    "organisatie_reference",
    "partner",
    "phone_number",
    "place",
    "place_reference",
    "postal_address",
    "schedules",
    "spoken",
    "subject",
    "thing",
    "vacature",
    "verhaal",
    "web_page",
    "website",
    "werkgebied",
    "wijk",
]
