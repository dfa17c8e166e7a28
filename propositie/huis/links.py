"""Links inside the site: which thing of the house an address in a text leads to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from .berichten import KIND as BERICHTEN
from .berichten import Bericht
from .huis import kind_at
from .markdown import read_markdown


class LinkTarget(NamedTuple):
    """What a link in a post leads to: a kind of thing, and its id."""

    kind: str
    id: str


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
    if sibling := re.fullmatch(r"(?:\./)?([^/]+)\.md", address):
        return LinkTarget(BERICHTEN.name, sibling[1])
    path = re.split(r"[?#]", internal_path(address) or "")[0]
    match = re.fullmatch(r"([a-z-]+)/([^/]+?)(?:\.md|/|/index\.html)?", path)
    kind = kind_at(match[1]) if match else None
    return LinkTarget(kind.name, match[2]) if match and kind else None


def mentioned_ids(bericht: Bericht, kind: str) -> Sequence[str]:
    """The ids of a kind that a post is about: named at the top, or linked to in its text."""
    mentioned: Iterable[str] = getattr(bericht, kind)
    linked = (d.id for _, d in find_links(bericht.tekst) if d is not None and d.kind == kind)
    return list(dict.fromkeys([*mentioned, *linked]))
