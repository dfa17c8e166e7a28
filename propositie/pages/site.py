"""The whole public site as data: every page, every file, and what stands around each page.

First it is planned: every address and title, and what stands around the pages. Then its pages are
made, all of them (`build_site`), only those that changed (`publish`), or the one that is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from pathlib import Path

from ..edition import PublicHuis
from ..images import ImageMemory
from ..output.cache import Cache
from ..output.fonts import Letters, own_letters
from ..output.literata import screen_letters
from ..output.output_file import OutputFile
from ..output.palette import look_up_palette, palette
from ..output.share_image import ShareStyle, plan_share_image
from ..output.site_images import ImagePath, Images
from . import (
    aanbod,
    agenda,
    blog,
    cijfers,
    contact,
    crawlers,
    data,
    gewoon,
    home,
    hulp_bij,
    mededelingen,
    meedoen,
    mensen,
    over_ons,
    partners,
    plekken,
    toegankelijkheid,
    vacatures,
    verhalen,
    vernieuwing,
    voor_wie,
    waarom_wij,
    wijken,
    zoeken,
)
from .builder import PageBuilder
from .choices import choice_rules
from .dark_logo import dark_logo_rule
from .facets import count_answers
from .layout import Layout, make_icons, make_layout, make_page_styles, make_stylesheet
from .page import Page
from .plan import PagePlan
from .questions import Question
from .searching import search_files
from .sharing import with_share_images


@dataclass(frozen=True, slots=True)
class SitePlan:
    """A site of which no page is made yet."""

    pages: Sequence[PagePlan]
    """The home page first."""
    layout: Layout
    files: Sequence[OutputFile]
    """Files that follow from no page: style, icons, letters."""
    builder: PageBuilder | None = None
    """What makes the pages; None when they lie ready, and none can be kept."""
    share_style: ShareStyle | None = None
    """What share pictures look like; None when the site has none."""
    copies: Mapping[str, Path] = field(default_factory=dict)
    """Files that lie ready on this machine, by the address at which they are published."""
    pictures: Set[str] = frozenset()
    """The pictures that belong to no page, such as the logo, as the cache knows them."""
    also_shown: Sequence[str] = ()
    """The addresses of pictures on pages that a host writes."""
    also_asked: Sequence[Question] = ()
    """What those pages asked of the house."""

    def shown_in(self, pages: Iterable[Page]) -> Iterator[str]:
        """The addresses that pages lead to or show; pictures are among them."""
        if self.layout.logo is not None:
            yield from self.layout.logo.addresses
        yield from self.layout.links
        yield from self.also_shown
        for page in pages:
            yield from page.links
            yield from page.also_shown
            if page.image is not None:
                yield from page.image.addresses

    def closing_files(self, pages: Sequence[Page]) -> Sequence[OutputFile]:
        """The files that tell of all pages, except for those to which a host adds its own."""
        return crawlers.files(self.builder, pages) if self.builder is not None else ()


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


def plan_site(
    huis: PublicHuis,
    template_dirs: Sequence[Path],
    image_path: ImagePath,
    source: Callable[[str, str], str],
    site_url: str | None = None,
    cache: Cache | None = None,
    share_images: bool = True,
    image_memory: ImageMemory | None = None,
    files: Mapping[str, int] | None = None,
) -> SitePlan:
    """Plan every page of the public edition, and make what stands around each.

    `template_dirs` are the theme's folders, nearest first; `source` tells the source file of a
    thing by its kind and id; `site_url` is the full address of the site, when known. `cache`
    remembers what took long; `share_images` asks for a share picture per page, which only a site
    that knows its address can have; `image_memory` is what was learned of pictures; `files` are
    what lies beside the free pages, with its size in bytes. The house must
    have been checked: a reference to what does not exist raises KeyError when its page is made, and
    a damaged picture `ImageError`.
    """
    cache = cache or Cache()
    images = Images(image_path, cache, image_memory)
    look_up_palette(huis.merk.kleuren, cache)
    builder = PageBuilder(huis, template_dirs, images, source, site_url, cache, files)
    pages = list(plan_pages(builder))
    brand_icons = make_icons(huis, images, cache)
    letters = _letters(builder)
    logo_css = dark_logo_rule(builder.logo(), images)
    style = make_stylesheet(
        huis.merk.kleuren, template_dirs, letters, logo_css + choice_rules(count_answers(huis))
    )
    page_styles = make_page_styles(template_dirs)
    layout = make_layout(
        builder,
        pages,
        style.address,
        {kind: file.address for kind, file in page_styles.items()},
        brand_icons.addresses,
        letters,
    )
    layout = replace(layout, has_flat_logo=bool(logo_css))
    share_style = None
    if site_url and share_images:
        colours = palette(huis.merk.kleuren.hoofd, huis.merk.kleuren.accent)["licht"]
        share_style = ShareStyle(huis.organisatie.naam, colours)
        layout = replace(
            layout, share_image=plan_share_image(home.share_text(builder), share_style)
        )
    return SitePlan(
        pages,
        layout,
        [style, *dict.fromkeys(page_styles.values()), *brand_icons.files, *letters.files],
        builder,
        share_style,
        over_ons.documents_of(huis, image_path),
        pictures=images.owners,
    )


def ready(site: Site) -> SitePlan:
    """The plan of a site whose pages are made already."""
    pages = [PagePlan(p.address, p.title, partial(_same, p), p.thing) for p in site.pages]
    return SitePlan(pages, site.layout, site.files, copies=site.copies)


def _same(page: Page) -> Page:
    return page


def build_site(
    huis: PublicHuis,
    template_dirs: Sequence[Path],
    image_path: ImagePath,
    source: Callable[[str, str], str],
    site_url: str | None = None,
    cache: Cache | None = None,
    share_images: bool = True,
) -> Site:
    """Make every page and file of the public edition; what is asked is as for `plan_site`."""
    cache = cache or Cache()
    plan = plan_site(huis, template_dirs, image_path, source, site_url, cache, share_images)
    pages = with_linked_sources([page.make() for page in plan.pages])
    layout, files = plan.layout, [*plan.files]
    if plan.builder is not None:
        images = plan.builder.images
        files += [*images.files(plan.shown_in(pages)), *plan.closing_files(pages)]
        if plan.share_style is not None:
            pages = with_share_images(pages, plan.share_style, images, cache)
            layout = replace(layout, share_image=pages[0].share_image)
        files += search_files(plan)
    cache.clean_up()
    return Site(pages, files, layout, plan.copies)


def plan_pages(builder: PageBuilder) -> Iterator[PagePlan]:
    """The plan of every page, the home page first."""
    yield from home.pages(builder)
    yield from voor_wie.pages(builder)
    yield from hulp_bij.pages(builder)
    yield from aanbod.pages(builder)
    yield from waarom_wij.pages(builder)
    yield from mensen.pages(builder)
    yield from agenda.pages(builder)
    yield from mededelingen.pages(builder)
    yield from plekken.pages(builder)
    yield from wijken.pages(builder)
    yield from waarom_wij.opdrachtgevers(builder)
    yield from partners.pages(builder)
    yield from vacatures.pages(builder)
    yield from over_ons.pages(builder)
    yield from meedoen.pages(builder)
    yield from vernieuwing.pages(builder)
    yield from verhalen.pages(builder)
    yield from cijfers.pages(builder)
    yield from contact.pages(builder)
    yield from gewoon.pages(builder)
    yield from blog.pages(builder)
    yield from toegankelijkheid.pages(builder)
    yield from data.pages(builder)
    yield from zoeken.pages(builder)


def make_pages(builder: PageBuilder) -> Iterator[Page]:
    """Every page, made, the home page first."""
    return (plan.make() for plan in plan_pages(builder))


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


def _letters(builder: PageBuilder) -> Letters:
    """The brand's own letter, or the one that everybody has who brings none."""
    own = builder.huis.merk.letter
    if own is None:
        return screen_letters()
    return own_letters(builder.images.path("merk", own.bestand), own.naam)
