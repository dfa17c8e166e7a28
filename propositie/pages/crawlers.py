"""Files for machines that visit: robots.txt, and llms.txt for who reads with a language model."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..dutch import format_amount
from ..output.output_file import OutputFile
from .builder import PageBuilder, vraag_of
from .formatting import strip_markdown

Entry = tuple[str, str, str]
"""A link in llms.txt: its words, its address, and what it leads to."""


def files(builder: PageBuilder) -> list[OutputFile]:
    """The files that tell a machine what is here."""
    return [
        OutputFile("robots.txt", robots_txt(builder.absolute_url("sitemap.xml")).encode()),
        OutputFile("llms.txt", llms_txt(builder).encode()),
    ]


def robots_txt(sitemap: str | None) -> str:
    """Everyone may read everything; `sitemap` is the whole address of the sitemap, when known."""
    return "User-agent: *\nAllow: /\n" + (f"\nSitemap: {sitemap}\n" if sitemap else "")


def llms_txt(builder: PageBuilder) -> str:
    """The organisation on one page of plain Markdown (https://llmstxt.org)."""
    org, huis = builder.huis.organisatie, builder.huis
    parts = [f"# {_bare(org.naam)}", f"> {_bare(org.payoff)}", _bare(strip_markdown(org.missie))]
    if org.werkgebied:
        parts.append(_bare(builder.say("werkgebied", plaatsen=", ".join(org.werkgebied))))
    parts += _section(
        builder,
        builder.say("voor_wie"),
        ((k.naam, f"voor-wie/{k.id}/", k.kernboodschap) for k in huis.klantgroepen.values()),
    )
    parts += _section(
        builder,
        builder.say("hulp_bij"),
        ((b.naam, f"hulp-bij/{b.id}/", vraag_of(b)) for b in huis.behoeften.values()),
    )
    parts += _section(builder, builder.say("aanbod"), _diensten(builder))
    parts += _section(
        builder,
        builder.say("mensen"),
        ((m.naam, f"mensen/{m.id}/", m.functie) for m in huis.medewerkers.values()),
    )
    parts += _section(
        builder,
        builder.say("contact"),
        [(builder.say("contact"), "contact/", ", ".join(_contact_ways(builder)))],
    )
    return "\n\n".join(parts) + "\n"


def _diensten(builder: PageBuilder) -> Iterator[Entry]:
    for dienst in builder.huis.diensten.values():
        prijs = dienst.prijs
        cost = "" if prijs is None else f" ({format_amount(prijs.bedrag)})"
        if prijs and prijs.is_free:
            cost = f" ({builder.say('gratis')})"
        yield dienst.naam, f"aanbod/{dienst.id}/", f"{dienst.kort}{cost}"


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
