"""What stands around every page: style, icons, and what header and footer need to know."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from ..edition import PublicHuis
from ..huis import KINDS, Listing
from ..huis.merk import Kleuren
from ..huis.parsing import dialable
from ..output.cache import Cache
from ..output.icons import Icons, make_brand_icons
from ..output.output_file import OutputFile
from ..output.palette import palette, to_css
from ..output.site_images import Images
from .builder import PageBuilder, read_words
from .page import Page

Layout = Mapping[str, object]
"""What the theme's header and footer read as `config.extra.huis`."""

OTHER_FOOTER: Mapping[str, Listing] = {
    "opdrachtgevers/": Listing(2),
    "contact/": Listing(4),
    "toegankelijkheid/": Listing(5),
}
"""The places in the foot of pages that belong to no kind."""


def _in_order(listed: Mapping[str, Listing | None]) -> tuple[str, ...]:
    """Addresses in the order of their places; without a place one is left out."""
    return tuple(address for _, address in sorted((p, a) for a, p in listed.items() if p))


MENU = _in_order({f"{kind.address}/": kind.menu for kind in KINDS})
FOOTER = _in_order({**{f"{kind.address}/": kind.footer for kind in KINDS}, **OTHER_FOOTER})


def make_icons(huis: PublicHuis, images: Images, cache: Cache) -> Icons:
    """The icons, from the beeldmerk when the brand has one."""
    merk = huis.merk
    colours = palette(merk.kleuren.hoofd, merk.kleuren.accent)["licht"]
    return make_brand_icons(images, merk.beeldmerk, huis.organisatie.naam, colours, cache)


def make_stylesheet(
    colours: Kleuren, template_dirs: Sequence[Path], own_font: str = "", extra: str = ""
) -> OutputFile:
    """One stylesheet: the brand's palette and letter, then every part of the theme's own style.

    `extra` is a part that only some editions have, by its path in the theme.
    """
    parts = [to_css(colours), own_font]
    found: dict[str, Path] = {}
    for folder in template_dirs:
        for part in sorted((folder / "styles").glob("*.css")):
            found.setdefault(part.name, part)
    if extra:
        own = next(folder / extra for folder in template_dirs if (folder / extra).is_file())
        found["99"] = own
    parts += [found[name].read_text(encoding="utf-8") for name in sorted(found)]
    content = "".join(parts).encode()
    return OutputFile(f"assets/stijl.{hashlib.sha256(content).hexdigest()[:10]}.css", content)


def make_layout(
    builder: PageBuilder, pages: Sequence[Page], style: str, template_dirs: Sequence[Path]
) -> Layout:
    """What the theme reads on every page of the public edition."""
    organisatie, merk = builder.huis.organisatie, builder.huis.merk
    titles = {p.address: p.title for p in pages}
    colours = palette(merk.kleuren.hoofd, merk.kleuren.accent)
    logo = builder.logo()
    telefoon, whatsapp = organisatie.contact.telefoon, organisatie.contact.whatsapp
    return {
        "naam": organisatie.naam,
        "payoff": organisatie.payoff,
        "telefoon": telefoon,
        "telefoon_link": f"tel:{dialable(telefoon)}" if telefoon else None,
        "whatsapp_link": f"https://wa.me/{dialable(whatsapp).lstrip('+')}" if whatsapp else None,
        "email": organisatie.contact.email,
        "adres": organisatie.contact.adres,
        "kvk": organisatie.kvk,
        "rsin": organisatie.anbi.rsin if organisatie.anbi else None,
        "logo": logo,
        "stijl": style,
        "themakleur": {"licht": colours["licht"]["grond"], "donker": colours["donker"]["grond"]},
        "menu": [{"titel": titles[a], "adres": a} for a in MENU if a in titles],
        "voet": [{"titel": titles[a], "adres": a} for a in FOOTER if a in titles],
        "feeds": next((p.feeds for p in pages if p.address == "blog/"), ()),
        "gemaakt": list(titles),
        "woorden": read_words(template_dirs, organisatie.aanspreekvorm),
    }
