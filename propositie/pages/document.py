"""A page with everything around it: the whole HTML document, ready to be written."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Template
from markupsafe import Markup

from ..output.cache import Cache, make_key
from ..output.output_file import OutputFile
from ..output.qr import QR_REVISION, inline_qr_svg
from .environment import make_environment
from .layout import Layout
from .links import is_elsewhere, relative, with_addresses
from .page import Page

OWN_WORDS = "<!--eigen-woorden-->"
"""Where a page has room for a free Markdown page of the organisation at the same address."""
SEARCH_FORM = "<!--zoekvak-->"
"""Where a page has the search form itself; the header has none there."""
FREE = "vrij"
"""The kind of a page of the organisation's own, with nothing of the house in it."""
_NOT_FOUND = Page("", FREE, "", "", "")
Frame = Mapping[str, Markup]
"""What stands around the content of a page, by the name of its template in `partials/`."""
_FRAME = ("icons", "styles", "notices", "header", "search_form", "footer", "scripts")
_QR = "\x1dqr\x1d"
"""Where the code of a page goes in the footer that many pages share."""


class Documents:
    """Makes whole documents in one layout; the same page always makes the same one."""

    def __init__(self, layout: Layout, template_dirs: Sequence[Path], cache: Cache) -> None:
        self.layout = layout
        self._template_dirs = template_dirs
        self._cache = cache
        self._environment = make_environment(template_dirs, cache, keep_spaces=True)
        words = {key: Markup(text) for key, text in layout.words.items()}
        self._environment.globals.update(layout=layout, w=words)
        self._listed = {item.address for item in (*layout.menu, *layout.footer, *layout.free_pages)}

        self._frames: dict[tuple[str, ...], Frame] = {}

    def render(self, page: Page, host_html: str = "") -> str:
        """The document of a page. `host_html` is what a host adds at its end, as a preview does."""
        address = self.layout.absolute_url(page.address)
        url = partial(relative, here=page.address)
        frame = self._frame(page, url)
        if address:
            footer = frame["footer"].replace(_QR, Markup(self._qr(address)))
            frame = {**frame, "footer": footer}
        return self._environment.get_template("main.html").render(
            page=page,
            content=Markup(
                page.content.replace(OWN_WORDS, "").replace(SEARCH_FORM, frame["search_form"])
            ),
            url=url,
            address=address,
            frame=frame,
            host_html=Markup(host_html),
        )

    def without_share_image(self) -> Documents:
        """The same for a site whose own words cannot be set in a share picture."""
        layout = replace(self.layout, share_image=None)
        return Documents(layout, self._template_dirs, self._cache)

    def template_fingerprint(self) -> str:
        """One fingerprint for everything that lies in the theme's folders."""
        digest = hashlib.sha256()
        for folder in self._template_dirs:
            for path in sorted(p for p in folder.rglob("*") if p.is_file()):
                digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
                digest.update(hashlib.sha256(path.read_bytes()).digest())
        return digest.hexdigest()

    def _frame(self, page: Page, url: Callable[[str], str]) -> Frame:
        """What stands around a page: made once for all pages in one folder of which the same item
        of the menu is the current one and the style is the same."""
        folder = page.address[: page.address.rstrip("/").rfind("/") + 1]
        crumb = page.crumbs[-1].address if page.crumbs else ""
        own = page.address if page.address in self._listed else ""
        kind = page.kind if page.kind in self.layout.page_styles else ""
        key = (folder, own, crumb, "/" * page.address.count("/"), kind)
        found = self._frames.get(key)
        if found is None:
            qr = _QR if self.layout.site_url else ""
            found = self._frames[key] = self._render_frame(page, url, qr)
        return found

    def _render_frame(self, page: Page, url: Callable[[str], str], qr: str) -> Frame:
        values = {"page": page, "here": page.address, "url": url, "qr": Markup(qr)}
        return {
            name: Markup(with_addresses(self._partial(name).render(values), url)) for name in _FRAME
        }

    def _partial(self, name: str) -> Template:
        return self._environment.get_template(f"partials/{name}.html")

    def fallback(self, host_html: str) -> str:
        """A document without anything of the house, for a preview of one that was never sound."""
        template = self._environment.get_template("nood.html")
        return template.render(host_html=Markup(host_html))

    def not_found(self) -> OutputFile:
        """The page for who is lost: it may be shown at any address, so its links are whole."""
        base = urlsplit(self.layout.site_url or "/").path
        url = _from(base)
        html = self._environment.get_template("404.html").render(
            page=_NOT_FOUND,
            content="",
            url=url,
            address=None,
            host_html="",
            frame=self._render_frame(_NOT_FOUND, url, ""),
        )
        return OutputFile("404.html", html.encode())

    def _qr(self, address: str) -> str:
        """The code that leads to a page from paper."""
        key = make_key("qr in html", QR_REVISION, address)
        return self._cache.make(key, partial(inline_qr_svg, address)).decode()


def _from(base: str) -> Callable[[str], str]:
    """The way to an address from anywhere on the host."""
    return lambda target: target if is_elsewhere(target) else posixpath.join(base, target or ".")
