"""How a page leads to others: marked while it is made, relative once it stands at its address.

A template writes `link(address_of(thing))` without knowing where its page will stand. The mark
that this leaves is replaced when the page is finished, and tells what the page leads to.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

_MARK = "\x1a"
"""Begins an address inside the site. Nothing that staff write can hold it: reading refuses it."""
_TARGET = re.compile(_MARK + r"([^\"'#?\s<>]*)")


def link(address: str) -> str:
    """An address inside the site (`mensen/gijs/`; empty for the home page), marked as such."""
    return _MARK + address


def settle(html: str, address: str) -> tuple[str, tuple[str, ...]]:
    """The HTML of the page at `address` with relative links, and every address it leads to."""
    found = find_links(html)
    up = "../" * address.count("/")
    if not up:
        html = re.sub(_MARK + r"(?=[\"'#?\s<>])", "./", html)
    return html.replace(_MARK, up), found


def find_links(html: str) -> tuple[str, ...]:
    """Every address inside the site that marked HTML leads to, each once."""
    return tuple(dict.fromkeys(_TARGET.findall(html)))


def with_addresses(html: str, whole: Callable[[str], str]) -> str:
    """The HTML with whole addresses, for who reads it away from the site."""
    return _TARGET.sub(lambda m: whole(m[1]), html)


def relative(target: str, here: str) -> str:
    """The shortest way from the page at `here` to `target`; an address elsewhere stays as it is."""
    if is_elsewhere(target):
        return target
    own = here.split("/")[:-1]
    parts = [part for part in target.split("/") if part not in {"", "."}]
    common = 0
    for one, other in zip(own, parts, strict=False):
        if one != other:
            break
        common += 1
    way = "/".join([".."] * (len(own) - common) + parts[common:]) or "."
    return f"{way}/" if target.endswith("/") else way


@lru_cache(maxsize=1024)
def is_elsewhere(target: str) -> bool:
    """Whether an address leads to another site, or is whole already."""
    return re.match(r"[a-z][a-z0-9+.\-]*:|/|#", target, re.I) is not None
