"""A page with everything around it: the whole HTML document, ready to be written."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from markupsafe import Markup

from ..output.cache import Cache, make_key
from ..output.output_file import OutputFile
from ..output.qr import QR_REVISION, inline_qr_svg
from .environment import make_environment
from .layout import Layout
from .links import relative
from .page import Page

OWN_WORDS = "<!--eigen-woorden-->"
"""Where a page has room for a free Markdown page of the organisation at the same address."""
FREE = "vrij"
"""The kind of a page of the organisation's own, with nothing of the house in it."""
_NOT_FOUND = Page("", FREE, "", "", "")


class Documents:
    """Makes whole documents in one layout; the same page always makes the same one."""

    def __init__(self, layout: Layout, template_dirs: Sequence[Path], cache: Cache) -> None:
        self.layout = layout
        self._cache = cache
        self._environment = make_environment(template_dirs, cache, keep_spaces=True)
        words = {key: Markup(text) for key, text in layout.words.items()}
        self._environment.globals.update(layout=layout, w=words)

    def render(self, page: Page, host_html: str = "", template: str = "main.html") -> str:
        """The document of a page. `host_html` is what a host adds at its end, as a preview does."""
        address = self.layout.absolute_url(page.address)
        return self._environment.get_template(template).render(
            page=page,
            content=Markup(page.content.replace(OWN_WORDS, "")),
            url=partial(_way, here=page.address),
            address=address,
            qr=Markup(self._qr(address)) if address else "",
            host_html=Markup(host_html),
        )

    def not_found(self) -> OutputFile:
        """The page for who is lost: it may be shown at any address, so its links are whole."""
        base = urlsplit(self.layout.site_url or "/").path
        html = self._environment.get_template("404.html").render(
            page=_NOT_FOUND, content="", url=_from(base), address=None, qr="", host_html=""
        )
        return OutputFile("404.html", html.encode())

    def _qr(self, address: str) -> str:
        """The code that leads to a page from paper."""
        key = make_key("qr in html", QR_REVISION, address)
        return self._cache.make(key, partial(inline_qr_svg, address)).decode()


def _way(target: str, here: str) -> str:
    return relative(target, here)


def _from(base: str) -> Callable[[str], str]:
    """The way to an address from anywhere on the host."""
    return lambda target: posixpath.join(base, target or ".")
