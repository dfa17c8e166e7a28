"""What a page is, before any engine sees it."""

from __future__ import annotations

from dataclasses import dataclass

from ..output.output_file import OutputFile, ShownImage
from ..output.share_image import ShareText
from .calling import Call

ThingKey = tuple[str, str]
"""Which thing: its kind, as the house calls the folder, and its id."""


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
    in_search: bool = True
    """Whether search finds it at all."""
    in_sitemap: bool = True
    """Whether search engines are told of it."""
    crumbs: tuple[Crumb, ...] = ()
    image: ShownImage | None = None
    """The picture that the page is about: a portrait, a scene."""
    share: ShareText | None = None
    """The words of the picture that is shown when somebody shares the address of the page."""
    share_image: ShownImage | None = None
    """That picture, once it is made."""
    jsonld: str = ""
    """What search engines read of this page: JSON that can stand in a `<script>` as it is."""
    feeds: tuple[Feed, ...] = ()
    """What can be followed of the page's subject, besides what the whole site has."""
    call: Call | None = None
    """Whom one calls from here; None where the general number is the one."""
    thing: ThingKey | None = None
    """The thing that the page is about; None for one about many, such as an overview."""
    former_addresses: tuple[str, ...] = ()
    """Where the page stood before its thing was renamed."""
    files: tuple[OutputFile, ...] = ()
    """What lies beside the page: a vCard, feeds."""
    links: tuple[str, ...] = ()
    """Every address inside the site that the content leads to or shows, without anchors."""
    also_shown: tuple[str, ...] = ()
    """The addresses of pictures that a file beside it leads to."""
    sources: tuple[str, ...] = ()
    """The files whose words stand in it, as staff know them; that of its thing first. Those of
    organisation and brand, which every page shows, are not named."""

    @property
    def source(self) -> str | None:
        """The file that most of this page came from."""
        return self.sources[0] if self.thing is not None and self.sources else None
