"""What a page is, before any engine sees it."""

from __future__ import annotations

from dataclasses import dataclass

from ..uitvoer.bestand import Getoond


@dataclass(frozen=True, slots=True)
class Kruimel:
    """One step of the way from the home page to this one."""

    titel: str
    adres: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A list of posts that a program can follow: its title, address and media type."""

    titel: str
    adres: str
    soort: str


@dataclass(frozen=True, slots=True)
class Pagina:
    """A page: its address (`mensen/gijs/`; empty for the home page) and all an engine needs."""

    adres: str
    soort: str
    """What kind of page this is; becomes a class in the HTML."""
    titel: str
    omschrijving: str
    """For search engines and shared links; one or two sentences, plain text."""
    inhoud: str
    """The HTML between header and footer."""
    zoektekst: str = ""
    """What search looks through besides the title: the page's own words, plain text."""
    kruimels: tuple[Kruimel, ...] = ()
    beeld: Getoond | None = None
    """The picture that the page is about: a portrait, a scene."""
    deelbeeld: Getoond | None = None
    """What is shown when somebody shares the address of the page."""
    jsonld: str = ""
    """What search engines read of this page: JSON that can stand in a `<script>` as it is."""
    bron: str | None = None
    """The YAML file that most of this page came from, as staff know it."""
    feeds: tuple[Feed, ...] = ()
    """What can be followed of the page's subject, besides what the whole site has."""
