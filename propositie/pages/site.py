"""The whole public site: every page, every file, and what header and footer need to know."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
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
    redirects,
    toegankelijkheid,
    voor_wie,
    waarom_wij,
)
from .builder import PageBuilder
from .layout import Layout, make_icons, make_layout, make_stylesheet
from .page import Page
from .sharing import add_share_images

OWN_WORDS = "<!--eigen-woorden-->"
"""Where a page has room for a free Markdown page of the organisation at the same address."""


@dataclass(frozen=True, slots=True)
class Site:
    """All that an engine has to publish."""

    pages: Sequence[Page]
    files: Sequence[OutputFile]
    layout: Layout
    copies: Mapping[str, Path] = field(default_factory=dict)
    """Files that lie ready on this machine, by the address at which they are published."""


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
    pages = list(
        chain(
            home.pages(builder),
            voor_wie.pages(builder),
            hulp_bij.pages(builder),
            aanbod.pages(builder),
            waarom_wij.pages(builder),
            mensen.pages(builder),
            waarom_wij.opdrachtgevers(builder),
            contact.pages(builder),
            blog.pages(builder),
            toegankelijkheid.pages(builder),
        )
    )
    brand_icons = make_icons(huis, images, cache)
    own = _load_font(builder)
    style = make_stylesheet(huis.merk.kleuren, template_dirs, own[1])
    builder.extra += [*redirects.files(builder, pages), *brand_icons.files, *own[0]]
    if site_url and share_images:
        pages, shared = add_share_images(pages, builder, cache)
        builder.extra += shared
    layout = {
        **make_layout(builder, pages, style.address, template_dirs),
        "iconen": brand_icons.addresses,
        "letter": own[0][0].address if own[0] else None,
    }
    cache.clean_up()
    return Site(pages, [style, *images.files(), *builder.extra, *crawlers.files(builder)], layout)


def _load_font(builder: PageBuilder) -> tuple[list[OutputFile], str]:
    """The brand's own font file and its style; nothing when the brand has none."""
    own = builder.huis.merk.letter
    if own is None:
        return [], ""
    file, css = font(builder.images.path("merk", own.bestand), own.naam)
    return [file], css
