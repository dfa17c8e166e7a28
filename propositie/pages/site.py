"""The whole public site as data: every page, every file, and what stands around each page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from ..edition import PublicHuis
from ..output.cache import Cache
from ..output.fonts import font
from ..output.output_file import OutputFile
from ..output.site_images import ImagePath, Images
from . import (
    aanbod,
    blog,
    contact,
    crawlers,
    home,
    hulp_bij,
    mensen,
    partners,
    redirects,
    toegankelijkheid,
    voor_wie,
    waarom_wij,
)
from .builder import PageBuilder
from .layout import Layout, make_icons, make_layout, make_stylesheet
from .page import Page
from .sharing import with_share_images


@dataclass(frozen=True, slots=True)
class Site:
    """All that there is to publish. Whoever publishes only writes it."""

    pages: Sequence[Page]
    files: Sequence[OutputFile]
    """Files that belong to no page."""
    layout: Layout
    copies: Mapping[str, Path] = field(default_factory=dict)
    """Files that lie ready on this machine, by the address at which they are published."""

    def all_files(self) -> Iterator[OutputFile]:
        """Every file, each once: those of the site, and those of its pages."""
        seen: set[str] = set()
        for file in chain(self.files, *(page.files for page in self.pages)):
            if file.address not in seen:
                seen.add(file.address)
                yield file


def build_site(
    huis: PublicHuis,
    template_dirs: Sequence[Path],
    image_path: ImagePath,
    source: Callable[[str, str], str],
    site_url: str | None = None,
    cache: Cache | None = None,
    share_images: bool = True,
) -> Site:
    """Make every page and file of the public edition.

    `template_dirs` are the theme's folders, nearest first; `source` tells the source file of a
    thing by its kind and id; `site_url` is the full address of the site, when known. `cache`
    remembers what took long; `share_images` asks for a share picture per page, which only a site
    that knows its address can have. The house must have been checked: a reference to what does
    not exist raises KeyError here, and a damaged picture `ImageError`.
    """
    cache = cache or Cache()
    images = Images(image_path, cache)
    builder = PageBuilder(huis, template_dirs, images, source, site_url, cache)
    pages = with_linked_sources(list(make_pages(builder)))
    brand_icons = make_icons(huis, images, cache)
    letter, letter_css = _load_font(builder)
    style = make_stylesheet(huis.merk.kleuren, template_dirs, letter_css)
    layout = make_layout(builder, pages, style.address, brand_icons.addresses, letter)
    files = [
        style,
        *images.files(_shown(pages, layout)),
        *redirects.files(builder, pages),
        *brand_icons.files,
        *letter,
        *crawlers.files(builder, pages),
    ]
    if site_url and share_images:
        pages = with_share_images(pages, huis.organisatie.naam, huis.merk, images, cache)
        layout = replace(layout, share_image=pages[0].share_image)
    cache.clean_up()
    return Site(pages, files, layout)


def make_pages(builder: PageBuilder) -> Iterator[Page]:
    """Every page, the home page first."""
    yield from home.pages(builder)
    yield from voor_wie.pages(builder)
    yield from hulp_bij.pages(builder)
    yield from aanbod.pages(builder)
    yield from waarom_wij.pages(builder)
    yield from mensen.pages(builder)
    yield from waarom_wij.opdrachtgevers(builder)
    yield from partners.pages(builder)
    yield from contact.pages(builder)
    yield from blog.pages(builder)
    yield from toegankelijkheid.pages(builder)


def with_linked_sources(pages: Sequence[Page]) -> list[Page]:
    """The same pages, each with the files of what it leads to as well: it says what that is called.

    A need or a service is often shown by a template, without its maker handing it over.
    """
    source_of = {page.address: page.source for page in pages if page.source is not None}
    return [
        replace(page, sources=tuple(dict.fromkeys([*page.sources, *_linked(page, source_of)])))
        for page in pages
    ]


def _linked(page: Page, source_of: Mapping[str, str]) -> Iterator[str]:
    return (source_of[target] for target in page.links if target in source_of)


def dead_links(site: Site, other: Iterable[str] = ()) -> Iterator[tuple[str, str]]:
    """Yield (address of a page, address it leads to) for what will not be there.

    `other` are the addresses of what a host adds, such as pages of free text.
    """
    there = {*other, *site.copies, *(page.address for page in site.pages)}
    there.update(file.address for file in site.all_files())
    for page in site.pages:
        yield from ((page.address, target) for target in page.links if target not in there)


def _shown(pages: Sequence[Page], layout: Layout) -> Iterator[str]:
    """The addresses that pages lead to or show; pictures are among them."""
    if layout.logo is not None:
        yield from layout.logo.addresses
    for page in pages:
        yield from page.links
        if page.image is not None:
            yield from page.image.addresses


def _load_font(builder: PageBuilder) -> tuple[list[OutputFile], str]:
    """The brand's own font file and its style; nothing when the brand has none."""
    own = builder.huis.merk.letter
    if own is None:
        return [], ""
    file, css = font(builder.images.path("merk", own.bestand), own.naam)
    return [file], css
