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

from .base import Beeld, FormerNames, Internal, KindName, Thing
from .markdown import read_markdown
from .values import Date, Id, Markdown, Reference, Text, YesNo, as_list

BLOG = "blog"
"""The name of the folder, and the first word of the address of every post."""

KIND_OF_FOLDER: Mapping[str, str] = {
    "voor-wie": "klantgroepen",
    "hulp-bij": "behoeften",
    "aanbod": "diensten",
    "mensen": "medewerkers",
    BLOG: BLOG,
}
"""Which kind of thing has its pages under which word in the address."""


class LinkTarget(NamedTuple):
    """What a link in a post leads to: a kind of thing, and its id."""

    kind: str
    id: str


class Bericht(Thing):
    """A post as the public may read it."""

    kind_name: ClassVar[KindName] = KindName("het", "stuk")

    titel: Text
    """De titel; mag ook als kop (# …) boven de tekst staan."""
    datum: Date
    """De dag waarop het stuk verschijnt."""
    auteur: Annotated[
        tuple[Annotated[Id, Reference("medewerkers")], ...],
        BeforeValidator(as_list),
        Field(min_length=1),
    ]
    """Wie het schreef: de id van een medewerker, of een lijst."""
    behoeften: tuple[Annotated[Id, Reference("behoeften")], ...] = ()
    """De behoeften waar het stuk over gaat."""
    klantgroepen: tuple[Annotated[Id, Reference("klantgroepen")], ...] = ()
    """De klantgroepen voor wie het stuk is."""
    beschrijving: Text | None = None
    """Waar het over gaat, in één zin; zonder deze zin telt de eerste alinea."""
    beeld: Beeld | None = None
    """Een foto of tekening bij het stuk; het bestand staat ernaast, in de map blog."""
    vroeger: FormerNames = ()
    """Vroegere namen van dit bestand; het oude adres leidt hierheen."""
    tekst: Markdown
    """De tekst van het stuk, onder de tweede regel met drie streepjes."""

    def mentioned_ids(self, kind: str) -> Sequence[str]:
        """The ids of a kind that the post is about: named at the top, or linked to in its text."""
        mentioned: Iterable[str] = getattr(self, kind)
        linked = (d.id for _, d in find_links(self.tekst) if d is not None and d.kind == kind)
        return list(dict.fromkeys([*mentioned, *linked]))


class InternalBericht(Bericht, Internal):
    """A post with what decides whether it is published."""

    concept: YesNo = False
    """Ja zolang het stuk nog niet af is; dan staat het niet op de site."""

    def has_appeared(self, on_date: date) -> bool:
        """Whether the post is finished and its day has come."""
        return not self.concept and self.datum <= on_date


def find_links(text: str) -> Iterator[tuple[str, LinkTarget | None]]:
    """Every link in a Markdown text, and the thing of ours that it leads to."""
    for link in read_markdown(text).links:
        yield link.address, target_of(link.address)


def internal_path(address: str) -> str | None:
    """The path inside the site of an address as people type it: `../aanbod/koffie/` → the same
    without dots; None for an address on another site, a number or a place on the same page."""
    if re.match(r"[a-z][a-z0-9+.\-]*:|//|#", address, re.I):
        return None
    return re.sub(r"^(?:\.{0,2}/)+", "", address)


def target_of(address: str) -> LinkTarget | None:
    """The thing of the house, or the post, whose page an address inside the site is."""
    if sibling := re.fullmatch(r"(?:\./)?([^/]+)\.md", address):
        return LinkTarget(BLOG, sibling[1])
    path = re.split(r"[?#]", internal_path(address) or "")[0]
    match = re.fullmatch(r"([a-z-]+)/([^/]+?)(?:\.md|/|/index\.html)?", path)
    kind = KIND_OF_FOLDER.get(match[1]) if match else None
    return LinkTarget(kind, match[2]) if match and kind else None


class BerichtIndex:
    """Which posts belong on whose page; each attribute maps an id to posts, newest first."""

    def __init__(self, berichten: Iterable[Bericht]) -> None:
        newest = sorted(berichten, key=lambda b: (b.datum, b.id), reverse=True)
        self.all: Sequence[Bericht] = newest
        self.of_medewerker = _index((b, b.auteur) for b in newest)
        self.of_behoefte = _index((b, b.mentioned_ids("behoeften")) for b in newest)
        self.of_klantgroep = _index((b, b.mentioned_ids("klantgroepen")) for b in newest)


def _index(pairs: Iterable[tuple[Bericht, Iterable[str]]]) -> Mapping[str, list[Bericht]]:
    index: dict[str, list[Bericht]] = {}
    for bericht, ids in pairs:
        for id_ in dict.fromkeys(ids):
            index.setdefault(id_, []).append(bericht)
    return index
