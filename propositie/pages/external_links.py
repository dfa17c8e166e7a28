"""Links that lead to another site say so."""

from __future__ import annotations

import re
from html import escape
from urllib.parse import urlsplit

_LINK = re.compile(
    r"""<a\b([^<>]*?\shref=(["'])(https?://[^"'<>]*)\2[^<>]*)>((?:(?!<a\b).)*?)</a>""", re.S | re.I
)
_MARKER = 'class="buiten"'


def mark_external(html: str, site_url: str | None, words: str) -> str:
    """Give each link to another host `rel="noopener"`, a mark, and `words` for who hears it.

    `site_url` is the site's own address, when known. Numbers, e-mail addresses and the site's own
    pages stay as they are.
    """
    if "http" not in html:
        return html
    own = _host_of(site_url) if site_url else None
    mark = f'<span {_MARKER}><span class="alleen-hoorbaar"> {escape(words)}</span></span>'

    def add_mark(link: re.Match[str]) -> str:
        attributes, _, address, text = link.groups()
        if _host_of(address) == own or _MARKER in text:
            return link[0]
        rel = "" if re.search(r"\srel=", attributes) else ' rel="noopener"'
        return f"<a{attributes}{rel}>{text}{mark}</a>"

    return _LINK.sub(add_mark, html)


def _host_of(address: str) -> str | None:
    """The host of an address; None when it has none that can be read."""
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None
