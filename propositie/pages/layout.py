"""What stands around every page, as data: style, icons, header and footer."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from markupsafe import Markup

from ..edition import PublicHuis
from ..huis import KINDS, Adres, Listing, addresses
from ..huis.derden import PROVIDERS
from ..huis.merk import Kleuren
from ..huis.parsing import dialable
from ..output.cache import Cache
from ..output.fonts import Letters
from ..output.icons import Icons, make_brand_icons
from ..output.output_file import OutputFile, ShownImage
from ..output.palette import palette, to_css
from ..output.site_images import Images
from . import blog, mededelingen
from .builder import PageBuilder
from .links import find_links
from .mededelingen import Notice
from .page import Feed
from .plan import PagePlan

_STYLE_OF = {
    "thuis": "thuis.css", "blog": "blog.css", "bericht": "blog.css", "vacatures": "vacatures.css",
    "vacature": "vacatures.css", "over_ons": "over_ons.css", "toegankelijkheid": "over_ons.css",
    "meedoen": "meedoen.css",
    "cijfers": "cijfers.css", "verhalen": "verhalen.css",
    "verhaal": "verhalen.css", "wijk": "cijfers.css",
}  # fmt: skip
"""The part of the style, in `styles/pages/` of the theme, that only pages of a kind need."""
FRAMES_SCRIPT = "assets/derden.js"
"""What shows a film or map of others after a click; a site without any does not have it."""
OTHER_MENU: Mapping[str, Listing] = {addresses.OVER_ONS: Listing(5)}
"""The places in the menu of pages that belong to no kind."""
OTHER_FOOTER: Mapping[str, Listing] = {
    addresses.OPDRACHTGEVERS: Listing(2),
    addresses.CONTACT: Listing(4),
    addresses.GEWOON: Listing(5),
    addresses.ZOEKEN: Listing(6),
    addresses.TOEGANKELIJKHEID: Listing(7),
    addresses.DATA: Listing(8),
}
"""The places in the foot of pages that belong to no kind."""


def _in_order(listed: Mapping[str, Listing | None]) -> tuple[str, ...]:
    """Addresses in the order of their places; without a place one is left out."""
    return tuple(address for _, address in sorted((p, a) for a, p in listed.items() if p))


MENU = _in_order({**{kind.overview_address: kind.menu for kind in KINDS}, **OTHER_MENU})
FOOTER = _in_order({**{kind.overview_address: kind.footer for kind in KINDS}, **OTHER_FOOTER})


@dataclass(frozen=True, slots=True)
class MenuItem:
    """A line of the menu or the footer."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Script:
    """A script that the organisation adds to every page."""

    address: str
    media_type: str = ""
    is_deferred: bool = False
    is_async: bool = False


@dataclass(frozen=True, slots=True)
class Office:
    """When the general number is answered."""

    lines: Sequence[str]
    """The hours in short, or where they stand."""
    data: str
    """The same for a browser that tells how it is now (`presence`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What header, footer and `<head>` have on every page."""

    naam: str
    payoff: str
    words: Mapping[str, str]
    """The sentences of the interface."""
    stylesheet: str
    icons: Mapping[str, str | None]
    theme_colours: Mapping[str, str]
    """The colour of a browser's own bars, `licht` and `donker`."""
    menu: Sequence[MenuItem]
    footer: Sequence[MenuItem] = ()
    free_pages: Sequence[MenuItem] = ()
    """Pages of the organisation's own that the footer leads to."""
    feeds: Sequence[Feed] = ()
    telefoon: str | None = None
    telefoon_link: str | None = None
    whatsapp_link: str | None = None
    email: str | None = None
    office: Office | None = None
    spoed: Markup | None = None
    """What to do when it cannot wait, on every page."""
    notices: Sequence[Notice] = ()
    """What nobody may miss today, above every page."""
    adres: Adres | None = None
    kvk: str | None = None
    rsin: str | None = None
    logo: ShownImage | None = None
    has_flat_logo: bool = False
    """Whether the logo has one colour, and takes another in the dark."""
    letter: str | None = None
    """The font file that every page needs, which is loaded first; None where pages are opened from
    a folder, for a browser refuses that there."""
    share_image: ShownImage | None = None
    """For a page that has none of its own."""
    site_url: str | None = None
    """The whole address of the site, when known."""
    frames: Sequence[str] = ()
    """From where a film or map of others may come, after a click."""
    start: str = ""
    """The address of the home page in the header."""
    search_fallback: str = ""
    """Where the search button leads for who has no script."""
    contact: str = ""
    """The address of every way to reach the organisation."""
    gewoon: str = ""
    """The address of the page for who reads little Dutch."""
    is_internal: bool = False
    """Whether these are pages for colleagues only."""
    is_anonymous: bool = False
    """Whether the organisation has yet to say who it is: search engines are asked to stay away."""
    is_preview: bool = False
    language: str = "nl"
    description: str | None = None
    """For a page that has none of its own."""
    page_styles: Mapping[str, str] = field(default_factory=dict)
    """By kind of page the address of a style that only such pages need."""
    stylesheets: Sequence[str] = ()
    """Of the organisation's own, after that of the theme."""
    scripts: Sequence[Script] = field(default=())

    def absolute_url(self, address: str) -> str | None:
        """The whole address of `address`, or None when the site does not know its own."""
        return f"{self.site_url.rstrip('/')}/{address}" if self.site_url else None

    @property
    def links(self) -> Iterator[str]:
        """The addresses inside the site that texts around every page lead to."""
        for text in (self.spoed, *(text for _, text in self.notices)):
            yield from find_links(text or "")

    @property
    def last_day(self) -> date | None:
        """The last day on which one of the notices above every page stands there."""
        return max((notice.tot for notice, _ in self.notices), default=None)


def _office(builder: PageBuilder) -> Office | None:
    """The hours of the general number; None when nobody told them."""
    if not builder.huis.organisatie.contact.openingstijden:
        return None
    return Office(builder.today.office_hours[:2], builder.today.office.data)


def make_icons(huis: PublicHuis, images: Images, cache: Cache) -> Icons:
    """The icons, from the beeldmerk when the brand has one."""
    merk = huis.merk
    colours = palette(merk.kleuren.hoofd, merk.kleuren.accent)["licht"]
    return make_brand_icons(images, merk.beeldmerk, huis.organisatie.naam, colours, cache)


def make_stylesheet(
    colours: Kleuren,
    template_dirs: Sequence[Path],
    letters: Letters,
    rules: str = "",
    extra: str = "",
) -> OutputFile:
    """One stylesheet: the brand's palette, the letters, then every part of the theme's own style.

    `rules` belong to this house alone; `extra` is a part that only some editions have, by its path
    in the theme.
    """
    found = _style_files(template_dirs, "styles")
    if extra:
        own = next(folder / extra for folder in template_dirs if (folder / extra).is_file())
        found["99"] = own
    own_rules = [to_css(colours), letters.css, rules]
    return _style(
        "stijl", own_rules + [found[name].read_text(encoding="utf-8") for name in sorted(found)]
    )


def make_page_styles(template_dirs: Sequence[Path]) -> Mapping[str, OutputFile]:
    """By kind of page the style that only such pages need, so that no other page carries it."""
    found = _style_files(template_dirs, "styles/pages")
    made = {
        name: _style(path.stem, [path.read_text(encoding="utf-8")]) for name, path in found.items()
    }
    return {kind: made[name] for kind, name in _STYLE_OF.items()}


def _style_files(template_dirs: Sequence[Path], folder: str) -> dict[str, Path]:
    """The parts of a style by name; a folder that comes first may replace a part."""
    found: dict[str, Path] = {}
    for templates in template_dirs:
        for part in sorted((templates / folder).glob("*.css")):
            found.setdefault(part.name, part)
    return found


def _style(name: str, parts: Sequence[str]) -> OutputFile:
    content = "".join(parts).encode()
    return OutputFile(f"assets/{name}.{hashlib.sha256(content).hexdigest()[:10]}.css", content)


def theme_colours(colours: Kleuren) -> Mapping[str, str]:
    """The colours of a browser's own bars."""
    both = palette(colours.hoofd, colours.accent)
    return {"licht": both["licht"]["grond"], "donker": both["donker"]["grond"]}


def make_layout(
    builder: PageBuilder,
    pages: Sequence[PagePlan],
    stylesheet: str,
    page_styles: Mapping[str, str],
    icons: Mapping[str, str | None],
    letters: Letters,
) -> Layout:
    """What stands around every page of the public edition."""
    organisatie = builder.huis.organisatie
    titles = {p.address: p.title for p in pages}
    telefoon, whatsapp = organisatie.contact.telefoon, organisatie.contact.whatsapp
    return Layout(
        naam=organisatie.naam,
        payoff=organisatie.payoff,
        words=builder.words,
        stylesheet=stylesheet,
        page_styles=page_styles,
        icons=icons,
        theme_colours=theme_colours(builder.huis.merk.kleuren),
        menu=[MenuItem(titles[a], a) for a in MENU if a in titles],
        footer=[MenuItem(titles[a], a) for a in FOOTER if a in titles],
        feeds=[*blog.site_feeds(builder), *mededelingen.site_feeds(builder)],
        notices=mededelingen.everywhere(builder),
        telefoon=telefoon,
        telefoon_link=f"tel:{dialable(telefoon)}" if telefoon else None,
        whatsapp_link=f"https://wa.me/{dialable(whatsapp).lstrip('+')}" if whatsapp else None,
        email=organisatie.contact.email,
        office=_office(builder),
        spoed=builder.render_text(organisatie.spoed) if organisatie.spoed else None,
        adres=organisatie.contact.adres,
        kvk=organisatie.kvk,
        rsin=organisatie.anbi.rsin if organisatie.anbi else None,
        logo=builder.logo(),
        letter=letters.first,
        site_url=builder.site_url,
        search_fallback=addresses.ZOEKEN,
        contact=addresses.CONTACT,
        gewoon=addresses.GEWOON,
        frames=[PROVIDERS[name].host for name in organisatie.derden],
        is_anonymous=builder.huis.is_anonymous,
    )
