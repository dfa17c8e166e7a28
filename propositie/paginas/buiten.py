"""Links that lead to another site say so."""

from __future__ import annotations

import re
from html import escape
from urllib.parse import urlsplit

_LINK = re.compile(
    r"""<a\b([^<>]*?\shref=(["'])(https?://[^"'<>]*)\2[^<>]*)>((?:(?!<a\b).)*?)</a>""", re.S | re.I
)
_KENMERK = 'class="buiten"'


def merk_buiten(html: str, site_url: str | None, woorden: str) -> str:
    """Give each link to another host `rel="noopener"`, a mark, and `woorden` for who hears it.

    `site_url` is the site's own address, when known. Numbers, e-mail addresses and the site's own
    pages stay as they are.
    """
    if "http" not in html:
        return html
    eigen = _gastheer(site_url) if site_url else None
    teken = f'<span {_KENMERK}><span class="alleen-hoorbaar"> {escape(woorden)}</span></span>'

    def met_teken(link: re.Match[str]) -> str:
        kenmerken, _, adres, tekst = link.groups()
        if _gastheer(adres) == eigen or _KENMERK in tekst:
            return link[0]
        rel = "" if re.search(r"\srel=", kenmerken) else ' rel="noopener"'
        return f"<a{kenmerken}{rel}>{tekst}{teken}</a>"

    return _LINK.sub(met_teken, html)


def _gastheer(adres: str) -> str | None:
    """The host of an address; None when it has none that can be read."""
    try:
        return urlsplit(adres).hostname
    except ValueError:
        return None
