"""Looks whether what a finished page leads to is there."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

_ADDRESS = re.compile(rb"""[\s"'](?:href|src|poster|data-index)=(?:"([^"]*)"|'([^']*)')""")
_SRCSET = re.compile(rb"""[\s"'](?:srcset|imagesrcset)="([^"]*)\"""")
_ID = re.compile(rb"""\s(?:id|name)=(?:"([^"]*)"|'([^']*)')""")
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
    if address.endswith(".css"):
        raws: Iterable[bytes] = _IN_STYLE.findall(content)
        return Linked(frozenset(_targets(address, raws, base)), frozenset())
    raws = {one or other for one, other in _ADDRESS.findall(content)}
    for row in _SRCSET.findall(content):
        raws |= {part.split()[0] for part in row.split(b",") if part.split()}
    found = frozenset(
        (one or other).decode("utf-8", "replace") for one, other in _ID.findall(content)
    )
    return Linked(frozenset(_targets(address, raws, base)), found)


def _targets(address: str, raws: Iterable[bytes], base: str) -> Iterator[str]:
    folder = address.rpartition("/")[0]
    for raw in raws:
        target = _resolve(raw.decode("utf-8", "replace"), folder, address, base)
        if target is not None:
            yield target


def _resolve(link: str, folder: str, address: str, base: str) -> str | None:
    """The address on the site that a link leads to; None when it leads elsewhere."""
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
