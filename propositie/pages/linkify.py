"""Addresses and numbers in a text become links: nobody who copies a number by hand likes it.

Web addresses are those that begin with https://, http:// or www.; a full stop without a space after
it (`klaar.De`) makes no address.
"""

from __future__ import annotations

import re
from typing import Any

from linkify_it import LinkifyIt
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from ..huis.parsing import dialable

_REST_OF_WWW = re.compile(r"[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#][^\s<>\"]*)?")
_ENDS_SENTENCE = re.compile(r"[.,;:!?)\]'’”]+$")
_NUMBER = re.compile(
    r"(?<![\w/.,-])(?<![A-Z]{4} )(?:\+31[ -]?|0)[1-9](?:[ -]?\d){8}(?![\d/]|[.,-]\d)"
)
"""A telephone number of the Netherlands as people write it; a date, an amount or the end of a bank
account is none."""


def with_links(parser: MarkdownIt) -> MarkdownIt:
    """A parser that also makes links of what is none in Markdown."""
    linkify = LinkifyIt({}, {"fuzzy_link": False, "fuzzy_email": True, "fuzzy_ip": False})
    linkify.add("ftp:", None).add("//", None)
    linkify.add("www.", {"validate": _validate_www, "normalize": _normalize_www})
    linkify.tlds(["example"], True)
    linkify.pretest = _may_hold_an_address  # most texts hold none; its own look takes far longer
    parser.linkify = linkify
    parser.options["linkify"] = True
    parser.enable("linkify")
    parser.core.ruler.after("linkify", "telefoon", _link_numbers)
    return parser


def _may_hold_an_address(text: str) -> bool:
    return "@" in text or "://" in text or "www." in text.lower()


def _validate_www(_linkify: Any, text: str, position: int) -> int:
    """How many characters of an address follow `www.` at a position."""
    match = _REST_OF_WWW.match(text, position)
    return len(_ENDS_SENTENCE.sub("", match[0])) if match else 0


def _normalize_www(_linkify: Any, match: Any) -> None:
    match.url = f"https://{match.url}"


def _link_numbers(state: StateCore) -> None:
    for block in state.tokens:
        if block.type == "inline" and block.children and _NUMBER.search(block.content):
            block.children = _with_numbers(block.children)


def _with_numbers(tokens: list[Token]) -> list[Token]:
    """The parts of a line, with a link around each number that is not in one yet."""
    result: list[Token] = []
    depth = 0
    for token in tokens:
        depth += token.nesting if token.type in {"link_open", "link_close"} else 0
        if token.type == "text" and not depth:
            result += _split(token)
        else:
            result.append(token)
    return result


def _split(token: Token) -> list[Token]:
    parts: list[Token] = []
    here = 0
    for match in _NUMBER.finditer(token.content):
        if match.start() > here:
            parts.append(_text(token.content[here : match.start()]))
        attributes: dict[str, str | int | float] = {"href": f"tel:{dialable(match[0])}"}
        parts += [
            Token("link_open", "a", 1, attrs=attributes, markup="linkify", info="auto"),
            _text(match[0]),
            Token("link_close", "a", -1, markup="linkify", info="auto"),
        ]
        here = match.end()
    if not parts:
        return [token]
    if here < len(token.content):
        parts.append(_text(token.content[here:]))
    return parts


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)
