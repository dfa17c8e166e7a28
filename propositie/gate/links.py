"""Looks whether what a finished page leads to is there."""

from __future__ import annotations

import html
import posixpath
import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote, urlsplit

_ATTRIBUTE = re.compile(
    rb"""[\s"'](href|src|poster|data-index|srcset|imagesrcset|id|name)=(?:"([^"]*)"|'([^']*)')"""
)
_IN_STYLE = re.compile(rb"""url\(\s*["']?([^"')]+)""")


@dataclass(frozen=True, slots=True)
class Linked:
    """What a file leads to, and what in it can be led to."""

    targets: frozenset[str]
    """Addresses on the site (`mensen/gijs/index.html`), perhaps with `#` and a fragment."""
    fragments: frozenset[str]


def linked(address: str, content: bytes, base: str) -> Linked:
    """What the file at `address` leads to. `base` is the path under which the site stands
    (`/repo/`)."""
    folder = address.rpartition("/")[0]
    targets, fragments = set(), set()
    if address.endswith(".css"):
        for raw in _IN_STYLE.findall(content):
            targets.add(_resolve(raw, folder, address, base))
    for name, one, other in _ATTRIBUTE.findall(content):
        value = one or other
        if name in {b"id", b"name"}:
            fragments.add(value.decode("utf-8", "replace"))
        elif name.endswith(b"srcset"):
            for part in value.split(b","):
                targets.update(_resolve(raw, folder, address, base) for raw in part.split()[:1])
        else:
            targets.add(_resolve(value, folder, address, base))
    own = {f"{address}#{fragment}" for fragment in fragments}  # these are there, as was just seen
    return Linked(frozenset(filter(None, targets - own)), frozenset(fragments))


@lru_cache(maxsize=65536)
def _resolve_in(link: bytes, folder: str, base: str) -> str | None:
    return _follow(link.decode("utf-8", "replace"), folder, base)


def _resolve(link: bytes, folder: str, address: str, base: str) -> str | None:
    """The address on the site that a link leads to; None when it leads elsewhere."""
    depth = folder.count("/") + 1 if folder else 0
    if link.startswith(b"../" * depth) and not link.startswith(b"../" * (depth + 1)):
        folder = "-/" * (depth - 1) + "-" if depth else ""  # the same from every folder as deep
    if not link or link.startswith((b"#", b"?")):
        return _follow(link.decode("utf-8", "replace"), folder, base, address)
    return _resolve_in(link, folder, base)


def _follow(link: str, folder: str, base: str, address: str = "") -> str | None:
    if "&" in link:
        link = html.unescape(link)
    link = link.strip()
    try:
        parts = urlsplit(link)
    except ValueError:
        return None
    if parts.scheme or parts.netloc or link.startswith("//") or not link:
        return None
    path, fragment = unquote(parts.path), unquote(parts.fragment)
    if not path:
        target = address
    elif path.startswith("/"):
        if not f"{path}/".startswith(base):
            return None
        target = path.removeprefix(base.rstrip("/")).lstrip("/")
    else:
        target = posixpath.join(folder, path)
    target = posixpath.normpath(target)
    target = "" if target == "." else target
    if path.endswith(("/", "/.", "/..")) or path in {".", ".."} or not target:
        target = f"{target.rstrip('/')}/index.html".lstrip("/")
    return f"{target}#{fragment}" if fragment else target
