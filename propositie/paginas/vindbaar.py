"""Files for machines that visit: robots.txt, and llms.txt for who reads with a language model."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..uitvoer.bestand import Bestand
from .opmaak import bedrag, kale_tekst
from .werkbank import Werkbank, vraag_van

Regel = tuple[str, str, str]
"""A link in llms.txt: its words, its address, and what it leads to."""


def bestanden(werk: Werkbank) -> list[Bestand]:
    """The files that tell a machine what is here."""
    return [
        Bestand("robots.txt", robots_txt(werk.volledig("sitemap.xml")).encode()),
        Bestand("llms.txt", llms_txt(werk).encode()),
    ]


def robots_txt(kaart: str | None) -> str:
    """Everyone may read everything; `kaart` is the whole address of the sitemap, when known."""
    return "User-agent: *\nAllow: /\n" + (f"\nSitemap: {kaart}\n" if kaart else "")


def llms_txt(werk: Werkbank) -> str:
    """The organisation on one page of plain Markdown (https://llmstxt.org)."""
    org, huis = werk.huis.organisatie, werk.huis
    delen = [f"# {_kaal(org.naam)}", f"> {_kaal(org.payoff)}", _kaal(kale_tekst(org.missie))]
    if org.werkgebied:
        delen.append(_kaal(werk.zeg("werkgebied", plaatsen=", ".join(org.werkgebied))))
    delen += _hoofdstuk(
        werk,
        werk.zeg("voor_wie"),
        ((k.naam, f"voor-wie/{k.id}/", k.kernboodschap) for k in huis.klantgroepen.values()),
    )
    delen += _hoofdstuk(
        werk,
        werk.zeg("hulp_bij"),
        ((b.naam, f"hulp-bij/{b.id}/", vraag_van(b)) for b in huis.behoeften.values()),
    )
    delen += _hoofdstuk(werk, werk.zeg("aanbod"), _diensten(werk))
    delen += _hoofdstuk(
        werk,
        werk.zeg("mensen"),
        ((m.naam, f"mensen/{m.id}/", m.functie) for m in huis.medewerkers.values()),
    )
    delen += _hoofdstuk(
        werk,
        werk.zeg("contact"),
        [(werk.zeg("contact"), "contact/", ", ".join(_bereikbaar(werk)))],
    )
    return "\n\n".join(delen) + "\n"


def _diensten(werk: Werkbank) -> Iterator[Regel]:
    for dienst in werk.huis.diensten.values():
        prijs = dienst.prijs
        kosten = "" if prijs is None else f" ({bedrag(prijs.bedrag)})"
        if prijs and prijs.gratis:
            kosten = f" ({werk.zeg('gratis')})"
        yield dienst.naam, f"aanbod/{dienst.id}/", f"{dienst.kort}{kosten}"


def _bereikbaar(werk: Werkbank) -> list[str]:
    contact = werk.huis.organisatie.contact
    return [deel for deel in (contact.telefoon, contact.email) if deel]


def _hoofdstuk(werk: Werkbank, kop: str, regels: Iterable[Regel]) -> list[str]:
    """A heading with a list of links; nothing when there are none."""
    lijst = [
        f"- [{_kaal(naam)}]({werk.volledig(adres) or adres})" + (f": {_kaal(zegt)}" if zegt else "")
        for naam, adres, zegt in regels
    ]
    return [f"## {_kaal(kop)}", "\n".join(lijst)] if lijst else []


def _kaal(tekst: str) -> str:
    """A text on one line in which nothing means something in Markdown or HTML."""
    return re.sub(r"([\\`*_\[\]<>#])", r"\\\1", " ".join(tekst.split()))
