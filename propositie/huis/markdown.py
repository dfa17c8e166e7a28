"""What stands in a Markdown text, by the tokens of the parser: links, pictures, headings.

Each has its place in the text (line and column from 0). What stands in code is no link, and an
address is read as a browser gets it, whatever notation hides it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # loaded by the first text that needs it: most commands never do
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token


@dataclass(frozen=True, slots=True)
class Link:
    """A link or picture."""

    address: str
    words: str
    """What is clicked on, as it was typed; of a picture, its description."""
    line: int
    """Where the address stands; of a picture, where the picture does."""
    column: int
    length: int


@dataclass(frozen=True, slots=True)
class LooseLabel:
    """A link whose address should stand elsewhere in the text and does not: `[words][label]`."""

    typed: str
    words: str
    label: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its level, its words as they were typed, the line after it."""

    level: int
    words: str
    line: int
    end: int


@dataclass(frozen=True, slots=True)
class Markdown:
    """What stands in a text."""

    links: Sequence[Link] = ()
    images: Sequence[Link] = ()
    loose: Sequence[LooseLabel] = ()
    headings: Sequence[Heading] = ()
    definitions: Sequence[str] = ()
    """Addresses that stand by themselves, for links to name; used or not."""
    unread: str = ""
    """How the first part begins that was not looked into, so that a text with one is refused."""


_NOTHING = Markdown()
MAX_STEPS = 1_000_000
"""Each opening bracket costs the parser a look at all that follows in its paragraph. So many looks
in all are spent on a text: many times what the longest post asks for."""
_MAY_HOLD_SOMETHING = re.compile(r"[\[<#]|^ {0,3}=+ *$", re.M)


@lru_cache(maxsize=4096)
def read_markdown(text: str) -> Markdown:
    """What stands in `text`; most texts hold nothing, and are not parsed."""
    if not any(sign in text for sign in "[<#=") or not _MAY_HOLD_SOMETHING.search(text):
        return _NOTHING
    env: dict[str, Any] = {}
    tokens = _parser().parse(text, env)
    reader = _Reader(text.split("\n"), env)
    for number, token in enumerate(tokens):
        if token.type == "inline":
            reader.read_inline(token)
        if token.type == "heading_open":
            reader.read_heading(token, tokens[number + 1])
    definitions = list(reader.definitions)
    unread = env.get("unread", "")
    return Markdown(reader.links, reader.images, reader.loose, reader.headings, definitions, unread)


_SCHEME = re.compile(r"([a-z][a-z0-9+.\-]*)\s*:", re.I)
_IGNORED_BY_BROWSERS = re.compile(r"[\x00-\x20\x7f\xad\u200b-\u200f\u2028\u2029\ufeff]")


_ALMOST_WEB = re.compile(
    r"(?P<scheme>h{0,2}t{1,3}p{1,2}s{0,2}|httsp)\s*(?:[:;]\s*/{0,3}|/{1,3}):?\s*/*\s*"
    r"(?P<rest>(?:[\w-]+\.)+[a-z]{2,}(?:[:/?#].*)?)",
    re.I | re.S,
)
_ALMOST_WWW = re.compile(r"www\s*[,;]\s*(?P<rest>(?:[\w-]+\.)+[a-z]{2,}(?:[:/?#].*)?)", re.I | re.S)
_WEB = re.compile(r"https?://[^\s/]", re.I)


def mended_web_address(address: str) -> str:
    """The address of another site as it was meant, of one with slips before its name:
    `https:/x.nl`, `htp://x.nl`, `http;//x.nl`; empty for any other."""
    if _WEB.match(address):
        return ""
    if match := _ALMOST_WEB.fullmatch(address.strip()):
        secure = "s" if "s" in match["scheme"].lower() else ""
        return f"http{secure}://{match['rest']}"
    match = _ALMOST_WWW.fullmatch(address.strip())
    return f"https://www.{match['rest']}" if match else ""


def is_almost_web(scheme: str) -> bool:
    """Whether a scheme is `http` or `https` with a slip in it."""
    return scheme.lower() not in {"http", "https"} and bool(mended_web_address(f"{scheme}://x.nl"))


def scheme_of(address: str) -> str:
    """What stands before the first colon of an address, as a browser reads it; mostly nothing."""
    match = _SCHEME.match(_IGNORED_BY_BROWSERS.sub("", address))
    return match[1] if match else ""


def schemes_in(text: str) -> Iterator[str]:
    """The scheme of every address in a text that has one."""
    found = read_markdown(text)
    for address in (*(p.address for p in (*found.links, *found.images)), *found.definitions):
        if scheme := scheme_of(address):
            yield scheme


class _Reader:
    """Collects what the tokens of one text hold."""

    def __init__(self, lines: Sequence[str], env: Mapping[str, Any]) -> None:
        self.lines = lines
        references: Mapping[str, Mapping[str, Any]] = env.get("references", {})
        self.definitions = {str(r["href"]): r["map"] for r in reversed([*references.values()])}
        """The lines of each address that stands by itself."""
        self._loose: Mapping[str, Mapping[int, tuple[int, int]]] = env.get("loose", {})
        self.links: list[Link] = []
        self.images: list[Link] = []
        self.loose: list[LooseLabel] = []
        self.headings: list[Heading] = []

    def read_heading(self, token: Token, inline: Token) -> None:
        """Note a heading."""
        start, end = token.map or (0, 0)
        self.headings.append(Heading(int(token.tag[1:]), inline.content, start, end))

    def read_inline(self, token: Token) -> None:
        """Note the links and pictures in a paragraph, heading or part of a list."""
        children = token.children or []
        for child in children:
            if child.type in {"link_open", "image"} and "span" in child.meta:
                self._read_link(token, child)
        for start, (middle, end) in self._loose.get(token.content, {}).items():
            typed = token.content[start:end]
            words, label = token.content[start + 1 : middle], token.content[middle + 2 : end - 1]
            line, column = self._place(token, start)
            self.loose.append(LooseLabel(typed, words, label or words, line, column))

    def _read_link(self, token: Token, child: Token) -> None:
        start, end = child.meta["span"]
        is_image = child.type == "image"
        address = str(child.attrs["src" if is_image else "href"])
        line, column = self._place(token, start)
        link = Link(address, child.meta.get("words", ""), line, column, end - start)
        if is_image:
            self.images.append(link)
            return
        if "address" in child.meta:
            first, last = child.meta["address"]
            line, column = self._place(token, first)
            link = replace(link, line=line, column=column, length=last - first)
        else:
            link = self._at_definition(link)
        self.links.append(link)

    def _at_definition(self, link: Link) -> Link:
        """A link that names its address: where that address stands, when it can be found."""
        for line in range(*self.definitions.get(link.address, (0, 0))):
            column = self.lines[line].find(link.address)
            if column >= 0:
                return replace(link, line=line, column=column, length=len(link.address))
        return link

    def _place(self, token: Token, position: int) -> tuple[int, int]:
        """The line and column in the text of a position in the content of a block."""
        before = token.content[:position]
        number = before.count("\n")
        inside = position - (before.rfind("\n") + 1)
        line = min((token.map or [0])[0] + number, len(self.lines) - 1)
        piece = token.content.split("\n")[number]
        return line, max(self.lines[line].find(piece), 0) + inside


Rule = Callable[["StateInline", bool], bool]


@cache
def _parser() -> MarkdownIt:
    """The parser, which lets every address through and notes where each link begins and ends."""
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import autolink, image, link

    class Parser(MarkdownIt):
        """Finds what is dangerous too, so that it can be told."""

        def validateLink(self, url: str) -> bool:
            return True

        def normalizeLink(self, url: str) -> str:
            return url

    parser = Parser("commonmark", {"html": False, "typographer": False})
    parser.disable("code")  # an indent before a paragraph makes no code of it (`as_meant`)
    for name, rule, opening in (("link", link, 1), ("image", image, 2), ("autolink", autolink, 0)):
        parser.inline.ruler.at(name, _noting(rule, opening))
    parser.core.ruler.at("inline", _read_within_bounds)
    return parser


def _read_within_bounds(state: StateCore) -> None:
    """Look into each paragraph for as long as `MAX_STEPS` last, and note the first left out."""
    left = MAX_STEPS
    for token in state.tokens:
        if token.type != "inline" or token.children is None:
            continue
        left -= token.content.count("[") * len(token.content)
        if left >= 0:
            state.md.inline.parse(token.content, state.md, state.env, token.children)
        else:
            start = token.content.find("[")
            state.env.setdefault("unread", token.content[max(start, 0) :].split("\n")[0][:20])


def _noting(rule: Rule, opening: int) -> Rule:
    """The rule of the parser, that also notes where what it found stands.

    `opening` is how many characters stand before the words; without any it is `<address>`.
    """

    def note(state: StateInline, silent: bool) -> bool:
        start, count = state.pos, len(state.tokens)
        if not rule(state, silent):
            if not silent and opening == 1:
                _note_loose(state)
            return False
        if silent:
            return True
        token = next(t for t in state.tokens[count:] if t.type in {"link_open", "image"})
        token.meta["span"] = start, state.pos
        if not opening:
            token.meta |= {"address": (start + 1, state.pos - 1)}
            return True
        end = _label_end(state, start + opening - 1)
        token.meta["words"] = state.src[start + opening : end]
        if state.src[end + 1 : end + 2] == "(" and (span := _destination(state, end + 2)):
            token.meta["address"] = span
        return True

    return note


def _label_end(state: StateInline, opening: int) -> int:
    """Where the label ends that begins at the bracket at `opening`; -1 when it does not."""
    from markdown_it.helpers import parseLinkLabel

    position, level = state.pos, state.level
    end: int = parseLinkLabel(state, opening, False)
    state.pos, state.level = position, level
    return end


def _destination(state: StateInline, position: int) -> tuple[int, int] | None:
    """From where to where the address stands that begins at `position`, without its brackets."""
    from markdown_it.helpers import parseLinkDestination

    while state.src[position : position + 1] in {" ", "\n", "\t"}:
        position += 1
    found = parseLinkDestination(state.src, position, len(state.src))
    if not found.ok:
        return None
    return (position + 1, found.pos - 1) if state.src[position] == "<" else (position, found.pos)


def _note_loose(state: StateInline) -> None:
    """Note a link that names an address which stands nowhere."""
    if state.src[state.pos] != "[":
        return
    middle = _label_end(state, state.pos)
    if middle < 0 or state.src[middle + 1 : middle + 2] != "[":
        return
    end = state.src.find("]", middle + 2)
    label = state.src[middle + 2 : end]
    if end > 0 and "[" not in label and middle > state.pos + 1:
        found = state.env.setdefault("loose", {}).setdefault(state.src, {})
        found[state.pos] = middle, end + 1
