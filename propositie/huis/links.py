"""Links inside the site: which thing of the house an address in a text leads to."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from urllib.parse import unquote

from .berichten import BLOG, Bericht
from .berichten import KIND as BERICHTEN
from .huis import kind_at
from .markdown import read_markdown
from .paginas import KIND as PAGINAS
from .schemes import THING_SCHEMES


class LinkTarget(NamedTuple):
    """What a link in a post leads to: a kind of thing, and its id."""

    kind: str
    id: str


FEEDS = (".ics", ".xml", ".json")
"""What a site makes beside an overview; a document there is one of the organisation's own."""


def find_links(text: str) -> Iterator[tuple[str, LinkTarget | None]]:
    """Every link in a Markdown text, and the thing of ours that it leads to."""
    for link in read_markdown(text).links:
        yield link.address, target_of(link.address)


def internal_path(address: str) -> str | None:
    """The path inside the site of an address as people type it: `../aanbod/koffie/` → the same
    without dots; None for an address on another site, a number or a place on the same page."""
    if re.match(r"[a-z][a-z0-9+.\-]*:|//|#", address, re.I):
        return None
    return re.sub(r"^(?:\.{0,2}/)+", "", address)


def target_of(address: str) -> LinkTarget | None:
    """The thing of the house, or the post, whose page an address inside the site is."""
    scheme, _, rest = address.partition(":")
    if kind_name := THING_SCHEMES.get(scheme.lower()):
        return LinkTarget(kind_name, rest.strip())
    if sibling := re.fullmatch(r"(?:\./)?([^/]+)\.md", address):
        return LinkTarget(BERICHTEN.name, sibling[1])
    return thing_at(re.split(r"[?#]", internal_path(address) or "")[0])


def mentioned_ids(bericht: Bericht, kind: str) -> Sequence[str]:
    """The ids of a kind that a post is about: named at the top, or linked to in its text."""
    mentioned: Iterable[str] = getattr(bericht, kind)
    linked = (d.id for _, d in find_links(bericht.tekst) if d is not None and d.kind == kind)
    return list(dict.fromkeys([*mentioned, *linked]))


def thing_at(path: str) -> LinkTarget | None:
    """The thing of ours whose page has this address: `mensen/gijs/`."""
    match = re.fullmatch(r"([a-z-]+)/([^/]+?)(?:\.md|/|/index\.html)?", path)
    kind = kind_at(match[1]) if match else None
    return LinkTarget(kind.name, match[2]) if match and kind else None


def page_address(id_: str) -> str:
    """The address of a free page, as MkDocs makes it of the path of its file without `.md`."""
    folder, _, name = id_.rpartition("/")
    if name in {"index", "README"}:
        return f"{folder}/" if folder else ""
    return f"{id_}/"


def candidates(path: str, kind: str, id_: str) -> list[str]:
    """The paths, seen from the folder of pages or the start of the site, that a path in a text of a
    thing may mean."""
    if path.startswith("/"):
        return [_join("", path.lstrip("/"))]
    from_root = path_from_start(path)
    if kind == PAGINAS.name:
        folders = [posixpath.dirname(id_), page_address(id_).rstrip("/")]
    elif kind == BERICHTEN.name:
        folders = [BLOG, f"{BLOG}/{id_}"]
    else:
        folders = []
    found = [_join(folder, path) for folder in folders]
    return [c for c in dict.fromkeys((*found, from_root)) if not c.startswith("..")] or [from_root]


def path_from_start(path: str) -> str:
    """What a path means that was written from the start of the site."""
    return _join("", re.sub(r"^(?:\.{0,2}/)+", "", path))


def _join(folder: str, path: str) -> str:
    whole = posixpath.normpath(posixpath.join(folder, path))
    whole = "" if whole == "." else whole
    return f"{whole}/" if path.endswith("/") and whole else whole


def image_path(address: str, kind: str, id_: str) -> str:
    """The file of a picture in a text, seen from the folder in which the text lies."""
    path = unquote(re.split(r"[?#]", address.strip())[0])
    folder = BLOG if kind == BERICHTEN.name else posixpath.dirname(id_)
    if path.startswith("/"):
        return posixpath.relpath(path.lstrip("/"), folder or ".")
    return posixpath.normpath(path)
