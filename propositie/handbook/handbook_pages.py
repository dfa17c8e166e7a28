"""Chapters in Markdown → pages in HTML, with links and pictures that hold on any site."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from posixpath import dirname, join, normpath, relpath

from markdown_it import MarkdownIt
from markdown_it.token import Token

CHAPTERS = Path(__file__).parent / "chapters"
"""The folder with the chapters; README.md is the first, for GitHub shows it with the folder."""

HANDBOOK_ADDRESS = "handboek/"
"""The address of the first chapter, below which all others stand."""

_MARKER = re.compile(r"^<!--.*?-->\n", re.M)
"""A marker of the generator: a line of its own."""


@dataclass(frozen=True, slots=True)
class HandbookPage:
    """A chapter as a page."""

    address: str
    """Relative to the site, ending in a slash: `handboek/eerste-uur/`."""
    title: str
    """The text of its `<h1>`."""
    html: str
    """The body, `<h1>` included; every heading has an id. No style or script stands in it."""
    text: str
    """The words without markup, for a search."""


@cache
def handbook_pages() -> Sequence[HandbookPage]:
    """All chapters, in the order in which the contents of the first name them."""
    return tuple(_render_page(name) for name in chapter_order())


def chapter_order() -> Sequence[str]:
    """The files of the chapters (`soorten/diensten.md`) in the order of the contents."""
    content = _read("README.md").partition("\n## Inhoud\n")[2].partition("\n## ")[0]
    mentioned = re.findall(r"\]\(([\w/-]+\.md)\)", content)
    return tuple(dict.fromkeys(["README.md", *mentioned]))


@cache
def images() -> Mapping[str, bytes]:
    """The pictures of the chapters, by their address."""
    paths = sorted(CHAPTERS.rglob("*.webp"))
    return {
        f"{HANDBOOK_ADDRESS}{p.relative_to(CHAPTERS).as_posix()}": p.read_bytes() for p in paths
    }


def address_of_code(code: str) -> str:
    """Where a code is explained: `K33` → `handboek/meldingen/#k33`."""
    return f"{HANDBOOK_ADDRESS}meldingen/#{code.lower()}"


def address_of(name: str) -> str:
    """The address of a chapter's file: `soorten/diensten.md` → `handboek/soorten/diensten/`."""
    bare = name.removesuffix(".md").removesuffix("README").rstrip("/")
    return f"{HANDBOOK_ADDRESS}{bare}/" if bare else HANDBOOK_ADDRESS


def anchor(heading: str) -> str:
    """The id of a heading, as GitHub makes it, so that a link holds there too."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def _read(name: str) -> str:
    return (CHAPTERS / name).read_text("utf-8")


def _render_page(name: str) -> HandbookPage:
    md = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = md.parse(_MARKER.sub("", _read(name)))
    _add_anchors(tokens)
    for token in _inline(tokens):
        _relink(token, name)
    # A block that scrolls sideways must be reachable by keyboard.
    html = md.renderer.render(tokens, md.options, {}).replace("<pre>", '<pre tabindex="0">')
    text = "\n".join(filter(None, (_text_of(t) for t in tokens)))
    return HandbookPage(address_of(name), text.partition("\n")[0], html, text)


def _add_anchors(tokens: Sequence[Token]) -> None:
    seen: Counter[str] = Counter()
    for open_, content in pairwise(tokens):
        if open_.type == "heading_open":
            id_ = anchor(_text_of(content))
            open_.attrSet("id", f"{id_}-{seen[id_]}" if seen[id_] else id_)
            seen[id_] += 1


def _inline(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _inline(token.children or ())


def _relink(token: Token, name: str) -> None:
    """Let a link or picture between files lead from page to page."""
    attribute = {"link_open": "href", "image": "src"}.get(token.type)
    target = str(token.attrs.get(attribute, "")) if attribute else ""
    if attribute and not re.match(r"[a-z][a-z0-9+.-]*:|#", target):
        token.attrSet(attribute, _relative_link(target, name))
    if token.type == "image":
        token.attrSet("loading", "lazy")


def _relative_link(target: str, name: str) -> str:
    path, hash_mark, position = target.partition("#")
    file = normpath(join(dirname(name), path))
    address = address_of(file) if file.endswith(".md") else f"{HANDBOOK_ADDRESS}{file}"
    ending = "/" if address.endswith("/") else ""
    return f"{relpath(address, address_of(name))}{ending}{hash_mark}{position}"


def _text_of(token: Token) -> str:
    if token.type in {"fence", "code_block"}:
        return token.content.strip()
    if token.type != "inline":
        return ""
    return "".join(
        " " if t.type in {"softbreak", "hardbreak"} else t.content for t in token.children or ()
    )
