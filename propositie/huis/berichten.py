"""Posts: what workers write themselves, as Markdown files beside the free pages.

A post is no part of the house: it lies in `paginas/blog/`, and the house goes on without it. But
its authors, needs and client groups come from the house, and are checked against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Annotated, ClassVar, NamedTuple

from pydantic import BeforeValidator, Field

from .basis import Beeld, Ding, Intern, Soortnaam, VroegereNamen
from .velden import Datum, Id, JaNee, Markdown, Tekst, Verwijzing, als_lijst

BLOG = "blog"
"""The name of the folder, and the first word of the address of every post."""

SOORT_VAN_MAP: Mapping[str, str] = {
    "voor-wie": "klantgroepen",
    "hulp-bij": "behoeften",
    "aanbod": "diensten",
    "mensen": "medewerkers",
    BLOG: BLOG,
}
"""Which kind of thing has its pages under which word in the address."""


class Doel(NamedTuple):
    """What a link in a post leads to: a kind of thing, and its id."""

    soort: str
    id: str


class Bericht(Ding):
    """A post as the public may read it."""

    naam_van_soort: ClassVar[Soortnaam] = Soortnaam("het", "stuk")

    titel: Tekst
    """De titel; mag ook als kop (# …) boven de tekst staan."""
    datum: Datum
    """De dag waarop het stuk verschijnt."""
    auteur: Annotated[
        tuple[Annotated[Id, Verwijzing("medewerkers")], ...],
        BeforeValidator(als_lijst),
        Field(min_length=1),
    ]
    """Wie het schreef: de id van een medewerker, of een lijst."""
    behoeften: tuple[Annotated[Id, Verwijzing("behoeften")], ...] = ()
    """De behoeften waar het stuk over gaat."""
    klantgroepen: tuple[Annotated[Id, Verwijzing("klantgroepen")], ...] = ()
    """De klantgroepen voor wie het stuk is."""
    beschrijving: Tekst | None = None
    """Waar het over gaat, in één zin; zonder deze zin telt de eerste alinea."""
    beeld: Beeld | None = None
    """Een foto of tekening bij het stuk; het bestand staat ernaast, in de map blog."""
    vroeger: VroegereNamen = ()
    """Vroegere namen van dit bestand; het oude adres leidt hierheen."""
    tekst: Markdown
    """De tekst van het stuk, onder de tweede regel met drie streepjes."""

    def noemt(self, soort: str) -> Sequence[str]:
        """The ids of a kind that the post is about: named at the top, or linked to in its text."""
        genoemd: Iterable[str] = getattr(self, soort)
        gelinkt = (d.id for _, d in links(self.tekst) if d is not None and d.soort == soort)
        return list(dict.fromkeys([*genoemd, *gelinkt]))


class BerichtIntern(Bericht, Intern):
    """A post with what decides whether it is published."""

    concept: JaNee = False
    """Ja zolang het stuk nog niet af is; dan staat het niet op de site."""

    def verschenen(self, op: date) -> bool:
        """Whether the post is finished and its day has come."""
        return not self.concept and self.datum <= op


_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(\s*<?(?P<doel>[^)\s>]+)")


def links(tekst: str) -> Iterator[tuple[str, Doel | None]]:
    """Every link in a Markdown text as it was typed, and the thing of ours that it leads to."""
    for vondst in _LINK.finditer(tekst):
        yield vondst["doel"], doel_van(vondst["doel"])


def binnenpad(adres: str) -> str | None:
    """The path inside the site of an address as people type it: `../aanbod/koffie/` → the same
    without dots; None for an address on another site, a number or a place on the same page."""
    if re.match(r"[a-z][a-z0-9+.\-]*:|//|#", adres, re.I):
        return None
    return re.sub(r"^(?:\.{0,2}/)+", "", adres)


def doel_van(adres: str) -> Doel | None:
    """The thing of the house, or the post, whose page an address inside the site is."""
    if buur := re.fullmatch(r"(?:\./)?([^/]+)\.md", adres):
        return Doel(BLOG, buur[1])
    pad = re.split(r"[?#]", binnenpad(adres) or "")[0]
    vondst = re.fullmatch(r"([a-z-]+)/([^/]+?)(?:\.md|/|/index\.html)?", pad)
    soort = SOORT_VAN_MAP.get(vondst[1]) if vondst else None
    return Doel(soort, vondst[2]) if vondst and soort else None


class Stukken:
    """Which posts belong on whose page; each attribute maps an id to posts, newest first."""

    def __init__(self, berichten: Iterable[Bericht]) -> None:
        nieuwste = sorted(berichten, key=lambda b: (b.datum, b.id), reverse=True)
        self.alle: Sequence[Bericht] = nieuwste
        self.van_medewerker = _index((b, b.auteur) for b in nieuwste)
        self.van_behoefte = _index((b, b.noemt("behoeften")) for b in nieuwste)
        self.van_klantgroep = _index((b, b.noemt("klantgroepen")) for b in nieuwste)


def _index(paren: Iterable[tuple[Bericht, Iterable[str]]]) -> Mapping[str, list[Bericht]]:
    index: dict[str, list[Bericht]] = {}
    for bericht, ids in paren:
        for id_ in dict.fromkeys(ids):
            index.setdefault(id_, []).append(bericht)
    return index
