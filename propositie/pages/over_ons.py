"""About us: why we are here, who governs, what a duty asks, and the documents for everybody."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from ..edition import PublicHuis
from ..huis import addresses
from ..huis.parsing import DOCUMENT_SUFFIX
from ..huis.verantwoording import OpenbaarStuk, documents_by_year
from ..output import jsonld
from ..output.site_images import ImagePath
from .builder import PageBuilder
from .content import size_in_words
from .page import Page
from .plan import PagePlan

FACES = 4
"""Enough to see that people work here; the others are behind a link."""


@dataclass(frozen=True, slots=True)
class Download:
    """A document as a page shows it."""

    titel: str | None
    """What it is called; None when its kind says enough beside the year."""
    soort: str
    """What kind of document it is."""
    address: str | None
    """Where it stands on this site; None when it stands elsewhere."""
    url: str | None
    """Where else it stands."""
    suffix: str
    """What kind of file it is, as its name ends: `pdf`; empty when that cannot be known."""
    size: str
    """How large it is, in words; empty when that cannot be known."""


def pages(builder: PageBuilder) -> Iterator[PagePlan]:
    """Yield the page about the organisation, when it tells what no other page does."""
    if builder.huis.organisatie.gives_account:
        yield PagePlan(addresses.OVER_ONS, builder.say("over_ons"), partial(over_ons_page, builder))


def over_ons_page(builder: PageBuilder) -> Page:
    """The page about the organisation."""
    huis, organisatie = builder.huis, builder.huis.organisatie
    over_ons = organisatie.over_ons
    people = builder.today.people(huis.medewerkers.values())
    press = huis.medewerkers.get(over_ons.pers) if over_ons and over_ons.pers else None
    title = builder.say("over_ons")
    description = builder.say("over_ons_omschrijving", naam=organisatie.naam)
    places = list(huis.locaties.values())
    return builder.render(
        addresses.OVER_ONS,
        "over_ons",
        title,
        description,
        thing=("organisatie", organisatie),
        jsonld=[
            jsonld.web_page(
                "AboutPage",
                builder.absolute_url,
                addresses.OVER_ONS,
                title,
                description,
                about=jsonld.organisatie_reference(organisatie, builder.absolute_url),
            )
        ],
        faces=people[:FACES],
        has_more_faces=len(people) > FACES,
        documents=[
            (year, [_download(builder, document) for document in row])
            for year, row in documents_by_year(organisatie.documenten)
        ],
        press=press,
        locaties=places,
        told=[*people[:FACES], *places, *([press] if press is not None else [])],
        person=builder.today.contact_person(),
    )


def _download(builder: PageBuilder, document: OpenbaarStuk) -> Download:
    """A document as it stands in the row of its year."""
    told = document.titel, document.soort
    if document.bestand is None:
        suffix = posixpath.splitext(urlsplit(document.url or "").path)[1].removeprefix(".").lower()
        known = suffix if len(suffix) <= _LONGEST else ""
        return Download(*told, None, document.url, known, "")
    address = address_of_document(builder.huis.organisatie.documenten, document.bestand)
    size = size_in_words(builder.size_of_document(document.bestand))
    return Download(*told, address, document.url, DOCUMENT_SUFFIX.removeprefix("."), size)


_LONGEST = 4
"""What is longer after a point is no kind of file."""


def address_of_document(documenten: Sequence[OpenbaarStuk], file: str) -> str:
    """Where a document that lies beside the organisation's file stands on the site."""
    return f"{addresses.OVER_ONS}{_names_of(documenten)[file]}"


def _names_of(documenten: Sequence[OpenbaarStuk]) -> Mapping[str, str]:
    """Of each document that lies beside the organisation's file: its name in an address."""
    names: dict[str, str] = {}
    for document in documenten:
        file = document.bestand
        if file is None or file in names:
            continue
        stem, suffix = posixpath.splitext(file)
        bare = _in_address(stem) or "stuk"
        name, number = f"{bare}{suffix.lower()}", 2
        while name in names.values():
            name, number = f"{bare}-{number}{suffix.lower()}", number + 1
        names[file] = name
    return names


def _in_address(name: str) -> str:
    """What of a name can stand in an address that people type over."""
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def documents_of(huis: PublicHuis, path_of: ImagePath) -> Mapping[str, Path]:
    """The documents that lie beside the organisation's file, by their address on the site."""
    documenten = huis.organisatie.documenten
    return {
        f"{addresses.OVER_ONS}{name}": path_of("organisatie", file)
        for file, name in _names_of(documenten).items()
    }
