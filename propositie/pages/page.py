"""What a page is, before any engine sees it."""

from __future__ import annotations

from dataclasses import dataclass

from ..output.output_file import ShownImage


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the way from the home page to this one."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A list of posts that a program can follow: its title, address and media type."""

    title: str
    address: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its address (`mensen/gijs/`; empty for the home page) and all an engine needs."""

    address: str
    kind: str
    """What kind of page this is; becomes a class in the HTML."""
    title: str
    description: str
    """For search engines and shared links; one or two sentences, plain text."""
    content: str
    """The HTML between header and footer."""
    search_text: str = ""
    """What search looks through besides the title: the page's own words, plain text."""
    crumbs: tuple[Crumb, ...] = ()
    image: ShownImage | None = None
    """The picture that the page is about: a portrait, a scene."""
    share_image: ShownImage | None = None
    """What is shown when somebody shares the address of the page."""
    jsonld: str = ""
    """What search engines read of this page: JSON that can stand in a `<script>` as it is."""
    source: str | None = None
    """The YAML file that most of this page came from, as staff know it."""
    feeds: tuple[Feed, ...] = ()
    """What can be followed of the page's subject, besides what the whole site has."""
