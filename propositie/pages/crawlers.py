"""Files for machines that visit: robots.txt, and llms.txt for who reads with a language model."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from ..huis import (
    KINDS,
    Behoefte,
    Dienst,
    Kind,
    Klantgroep,
    Medewerker,
    Partner,
    Rol,
    Thing,
    Vernieuwing,
    addresses,
    things_of,
)
from ..output.output_file import OutputFile
from .builder import PageBuilder, vraag_of
from .formatting import strip_markdown
from .page import Page, ThingKey

Entry = tuple[str, str, str]
"""A link in llms.txt: its words, its address, and what it leads to."""


def files(builder: PageBuilder, pages: Sequence[Page]) -> list[OutputFile]:
    """The files that tell a machine what is here."""
    return [
        OutputFile("robots.txt", robots_txt(builder.absolute_url("sitemap.xml")).encode()),
        OutputFile("llms.txt", llms_txt(builder, pages).encode()),
    ]


def robots_txt(sitemap: str | None) -> str:
    """Everyone may read everything; `sitemap` is the whole address of the sitemap, when known."""
    return "User-agent: *\nAllow: /\n" + (f"\nSitemap: {sitemap}\n" if sitemap else "")


def llms_txt(builder: PageBuilder, pages: Sequence[Page]) -> str:
    """The organisation on one page of plain Markdown (https://llmstxt.org)."""
    org = builder.huis.organisatie
    page_of = {page.thing: page for page in pages if page.thing is not None}
    overviews = {page.address for page in pages}
    parts = [f"# {_bare(org.naam)}"]
    parts += [f"> {_bare(org.payoff)}"] if org.payoff else []
    parts += [_bare(strip_markdown(org.missie))] if org.missie else []
    if org.werkgebied:
        parts.append(_bare(builder.say("werkgebied", plaatsen=", ".join(org.werkgebied))))
    for kind in KINDS:
        if kind.in_llms:
            entries = _entries(builder, kind, page_of, overviews)
            parts += _section(builder, builder.say(kind.words), entries)
    parts += _section(
        builder,
        builder.say("contact"),
        [
            (builder.say("contact"), addresses.CONTACT, ", ".join(_contact_ways(builder))),
            (
                builder.say("gewoon"),
                addresses.GEWOON,
                builder.say("gewoon_omschrijving", naam=org.naam),
            ),
            (builder.say("data"), addresses.DATA, builder.say("data_omschrijving", naam=org.naam)),
        ],
    )
    return "\n\n".join(parts) + "\n"


def _entries(
    builder: PageBuilder, kind: Kind, page_of: Mapping[ThingKey, Page], addresses: Set[str]
) -> Iterator[Entry]:
    """The things of a kind that have a page, or a place on the overview of their kind."""
    is_listed = not kind.has_pages and f"{kind.address}/" in addresses
    for id_, thing in things_of(builder.huis, kind).items():
        if page := page_of.get((kind.name, id_)):
            yield kind.name_of(thing), page.address, _about(builder, thing) or page.description
        elif is_listed:
            yield kind.name_of(thing), f"{kind.address}/#{id_}", _about(builder, thing)


def _about(builder: PageBuilder, thing: Thing) -> str:
    """A thing in a few words; empty when what its page says of itself will do."""
    match thing:
        case Klantgroep():
            return thing.kernboodschap
        case Behoefte():
            return vraag_of(thing)
        case Dienst():
            return f"{thing.kort}{_cost(builder, thing)}"
        case Medewerker():
            return thing.functie
        case Partner():
            return thing.waarvoor
        case Rol():
            return thing.oproep
        case Vernieuwing():
            return thing.kort or ""
        case _:
            return ""


def _cost(builder: PageBuilder, dienst: Dienst) -> str:
    return f" ({dienst.prijs.in_words(builder.say)})" if dienst.prijs else ""


def _contact_ways(builder: PageBuilder) -> list[str]:
    contact = builder.huis.organisatie.contact
    return [part for part in (contact.telefoon, contact.email) if part]


def _section(builder: PageBuilder, heading: str, lines: Iterable[Entry]) -> list[str]:
    """A heading with a list of links; nothing when there are none."""
    items = [
        f"- [{_bare(name)}]({builder.absolute_url(address) or address})"
        + (f": {_bare(about)}" if about else "")
        for name, address, about in lines
    ]
    return [f"## {_bare(heading)}", "\n".join(items)] if items else []


def _bare(text: str) -> str:
    """A text on one line in which nothing means something in Markdown or HTML."""
    return re.sub(r"([\\`*_\[\]<>#])", r"\\\1", " ".join(text.split()))
