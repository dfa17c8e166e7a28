"""Chapters in Markdown → pages in HTML, with links and pictures that hold on any site."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from posixpath import dirname, join, normpath, relpath

from markdown_it import MarkdownIt
from markdown_it.token import Token

HOOFDSTUKKEN = Path(__file__).parent / "hoofdstukken"
"""The folder with the chapters; README.md is the first, for GitHub shows it with the folder."""

VOORIN = "handboek/"
"""The address of the first chapter, below which all others stand."""

_MERK = re.compile(r"^<!--.*?-->\n", re.M)
"""A marker of the generator: a line of its own."""


@dataclass(frozen=True, slots=True)
class Bladzijde:
    """A chapter as a page."""

    adres: str
    """Relative to the site, ending in a slash: `handboek/eerste-uur/`."""
    titel: str
    """The text of its `<h1>`."""
    html: str
    """The body, `<h1>` included; every heading has an id. No style or script stands in it."""
    tekst: str
    """The words without markup, for a search."""


@cache
def bladzijden() -> Sequence[Bladzijde]:
    """All chapters, in the order in which the contents of the first name them."""
    return tuple(_bladzijde(naam) for naam in volgorde())


def volgorde() -> Sequence[str]:
    """The files of the chapters (`soorten/diensten.md`) in the order of the contents."""
    inhoud = _lees("README.md").partition("\n## Inhoud\n")[2].partition("\n## ")[0]
    genoemd = re.findall(r"\]\(([\w/-]+\.md)\)", inhoud)
    return tuple(dict.fromkeys(["README.md", *genoemd]))


@cache
def beelden() -> Mapping[str, bytes]:
    """The pictures of the chapters, by their address."""
    paden = sorted(HOOFDSTUKKEN.rglob("*.webp"))
    return {f"{VOORIN}{p.relative_to(HOOFDSTUKKEN).as_posix()}": p.read_bytes() for p in paden}


def adres_van_code(code: str) -> str:
    """Where a code is explained: `K33` → `handboek/meldingen/#k33`."""
    return f"{VOORIN}meldingen/#{code.lower()}"


def adres_van(naam: str) -> str:
    """The address of a chapter's file: `soorten/diensten.md` → `handboek/soorten/diensten/`."""
    kaal = naam.removesuffix(".md").removesuffix("README").rstrip("/")
    return f"{VOORIN}{kaal}/" if kaal else VOORIN


def anker(kop: str) -> str:
    """The id of a heading, as GitHub makes it, so that a link holds there too."""
    return re.sub(r"[^\w\- ]", "", kop.strip().lower()).replace(" ", "-")


def _lees(naam: str) -> str:
    return (HOOFDSTUKKEN / naam).read_text("utf-8")


def _bladzijde(naam: str) -> Bladzijde:
    md = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = md.parse(_MERK.sub("", _lees(naam)))
    _geef_ankers(tokens)
    for deel in _inline(tokens):
        _verleg(deel, naam)
    # A block that scrolls sideways must be reachable by keyboard.
    html = md.renderer.render(tokens, md.options, {}).replace("<pre>", '<pre tabindex="0">')
    tekst = "\n".join(filter(None, (_woorden(t) for t in tokens)))
    return Bladzijde(adres_van(naam), tekst.partition("\n")[0], html, tekst)


def _geef_ankers(tokens: Sequence[Token]) -> None:
    eerder: Counter[str] = Counter()
    for open_, inhoud in pairwise(tokens):
        if open_.type == "heading_open":
            id_ = anker(_woorden(inhoud))
            open_.attrSet("id", f"{id_}-{eerder[id_]}" if eerder[id_] else id_)
            eerder[id_] += 1


def _inline(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _inline(token.children or ())


def _verleg(deel: Token, naam: str) -> None:
    """Let a link or picture between files lead from page to page."""
    attribuut = {"link_open": "href", "image": "src"}.get(deel.type)
    doel = str(deel.attrs.get(attribuut, "")) if attribuut else ""
    if attribuut and not re.match(r"[a-z][a-z0-9+.-]*:|#", doel):
        deel.attrSet(attribuut, _naar(doel, naam))
    if deel.type == "image":
        deel.attrSet("loading", "lazy")


def _naar(doel: str, naam: str) -> str:
    pad, hekje, plek = doel.partition("#")
    bestand = normpath(join(dirname(naam), pad))
    adres = adres_van(bestand) if bestand.endswith(".md") else f"{VOORIN}{bestand}"
    slot = "/" if adres.endswith("/") else ""
    return f"{relpath(adres, adres_van(naam))}{slot}{hekje}{plek}"


def _woorden(token: Token) -> str:
    if token.type in {"fence", "code_block"}:
        return token.content.strip()
    if token.type != "inline":
        return ""
    return "".join(
        " " if t.type in {"softbreak", "hardbreak"} else t.content for t in token.children or ()
    )
