"""YAML text → a tree of text, lists and mappings; with the place of each part when asked.

One pass over the parser's events, without recursion: every scalar stays text, empty values count
as absent, and what staff never need (anchors, tags, several documents) is refused before it can
do harm. Places cost time and memory, so they are only kept in a second reading, once something
is wrong.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from .errors import YamlError
from .rejections import (
    CONTROL_CHARACTER,
    TRAILING_HASH,
    describe_duplicates,
    duplicate,
    find_hash_in_text,
    find_leading_hash,
    find_list_in_text,
    refuse,
    refuse_key,
    refuse_special,
)
from .yaml_messages import explain

Tree: TypeAlias = "str | list[Tree] | dict[str, Tree]"
KeyPath: TypeAlias = tuple[str | int, ...]

MAX_CHARACTERS = 500_000
"""No proposition needs a file of more than this many characters."""
MAX_DEPTH = 12
"""No value in the contract lies deeper than this."""


MAX_DUPLICATES = 20
"""With more keys given twice than this, somebody pasted a file into itself."""


@dataclass(frozen=True, slots=True)
class Span:
    """Where a key or value stands: line and column from 0, length on that first line."""

    line: int
    column: int
    length: int


@dataclass(slots=True)
class Locations:
    """Where keys and values stand, by path."""

    keys: dict[KeyPath, Span] = field(default_factory=dict)
    values: dict[KeyPath, Span] = field(default_factory=dict)


@dataclass(slots=True)
class Seen:
    """What was left out of the tree, and is still worth a look."""

    duplicates: list[YamlError] = field(default_factory=list)
    """Keys that were given twice; the first counts."""
    duplicate_paths: list[KeyPath] = field(default_factory=list)
    """The paths of those keys."""
    empty: list[tuple[KeyPath, bool]] = field(default_factory=list)
    """Keys without a value, and whether they stand between brackets."""


def lines_of(text: str) -> list[str]:
    """The lines of a text as both the YAML parser and an editor count them."""
    return list(_split_lines(text))


@lru_cache(maxsize=4)  # every mistake in a file asks for the lines of that file
def _split_lines(text: str) -> tuple[str, ...]:
    return tuple(re.split(r"\r\n|\r|\n", text))


def parse_tree(
    text: str, locations: Locations | None = None, seen: Seen | None = None
) -> Tree | None:
    """Read `text`; return the tree, or None when there is nothing in it.

    Empty values, lists and mappings are left out. Raises `YamlError` for what cannot be read.
    With `locations`, also notes there where every key and value stands; with `seen`, what was
    left out.
    """
    if len(text) > MAX_CHARACTERS:
        raise too_large_error()
    return _TreeBuilder(text, locations, seen or Seen()).build()


def too_large_error() -> YamlError:
    """What to say of a file that is too large to be a proposition."""
    return YamlError(
        "V11",
        "Dit bestand is veel te groot. Misschien is er per ongeluk iets in geplakt: "
        "haal eruit wat er niet in hoort.",
    )


_OTHER_LINE_ENDS = str.maketrans("\x85\u2028\u2029", "   ")
"""Line ends that only YAML knows (they come along from a word processor) count as a space."""


def _has_other_line_ends(text: str) -> bool:
    return "\u2028" in text or "\u2029" in text or "\x85" in text


@dataclass(slots=True)
class _Node:
    """A list or mapping under construction."""

    content: list[Tree] | dict[str, Tree]
    is_group: bool
    start: Any
    """The event that began it."""
    key: str | None = None
    seen: set[str] = field(default_factory=set)
    duplicates: tuple[int, list[str], YamlError] | None = None
    """How many keys there were at the last key given twice, those keys in a row, the message."""


class _TreeBuilder:
    """Builds the tree from events, with a stack of its own."""

    def __init__(self, text: str, locations: Locations | None, seen: Seen) -> None:
        self.tekst = text.translate(_OTHER_LINE_ENDS) if _has_other_line_ends(text) else text
        self.locations = locations
        self.seen = seen
        self.stack: list[_Node] = []
        self.root: Tree | None = None
        self.documents = 0
        self.has_trailing_hash = " #" in self.tekst and TRAILING_HASH.search(self.tekst) is not None

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text; only asked for once something looks wrong."""
        return lines_of(self.tekst)

    def build(self) -> Tree | None:
        """Build the tree. The loop is tight: it turns a million times in a large house."""
        try:
            next_ = yaml.CBaseLoader(self.tekst).get_event
            while (kind := type(g := next_())) is not StreamEndEvent:
                if kind is ScalarEvent:
                    self._scalar(g)
                elif kind is MappingStartEvent or kind is SequenceStartEvent:
                    self._open(g)
                elif kind is MappingEndEvent or kind is SequenceEndEvent:
                    node = self.stack.pop()
                    self._set(node.content, node.start, g)
                elif kind is AliasEvent:
                    raise refuse_special(self.lines, g, "*")
                elif kind is DocumentStartEvent:
                    self._document(g)
        except yaml.YAMLError as error:
            raise explain(error, self.lines) from None
        return self.root

    def _scalar(self, g: Any) -> None:
        if g.anchor is not None or g.tag is not None:
            raise refuse_special(self.lines, g, "&" if g.anchor is not None else "!")
        value: str = g.value
        style = g.style
        if style == '"' and CONTROL_CHARACTER.search(value):
            raise refuse(
                g, "V01", "In deze tekst staat een teken dat niet te zien is. Typ de tekst opnieuw."
            )
        if self.stack and (node := self.stack[-1]).key is None and node.is_group:
            self._set_key(node, g)
            return
        foreign = not style and (not value or self.has_trailing_hash or " - " in value)
        if foreign and (error := self._check_plain_text(g, value)):
            raise error
        self._set(value, g, g)

    def _check_plain_text(self, g: Any, value: str) -> YamlError | None:
        """What is wrong with a text without quotation marks, if anything."""
        if not value:
            return find_leading_hash(self.lines, g)
        if " - " in value and g.start_mark.line != g.end_mark.line:
            return find_list_in_text(self.lines, g)
        return find_hash_in_text(self.lines, g) if self.has_trailing_hash else None

    def _set_key(self, node: _Node, g: Any) -> None:
        key = g.value.strip()
        if not key:
            raise refuse(g, "V02", "Voor de dubbele punt ontbreekt de naam van het veld.")
        node.key = key
        if key in node.seen:
            self._note_duplicate(g, node, key)
        elif self.locations is not None:
            self.locations.keys[self._current_path()] = _span(g)

    def _open(self, g: Any) -> None:
        if g.anchor is not None or g.tag is not None:
            raise refuse_special(self.lines, g, "&" if g.anchor is not None else "!")
        if len(self.stack) >= MAX_DEPTH:
            raise refuse(
                g, "V11", "Dit zit te diep genest. Kijk of er haken of streepjes te veel staan."
            )
        if self.stack and (node := self.stack[-1]).key is None and node.is_group:
            raise refuse_key(self.lines, g)
        group = type(g) is MappingStartEvent
        self.stack.append(_Node({} if group else [], group, g))

    def _note_duplicate(self, g: Any, node: _Node, key: str) -> None:
        """Note a key that was given before in the same group; those in a row are one mistake."""
        self.seen.duplicate_paths.append(self._current_path())
        if node.duplicates and node.duplicates[0] == len(node.seen) and len(node.duplicates[1]) < 9:
            _, keys, previous = node.duplicates
            keys.append(key)
            in_list = len(self.stack) > 1 and not self.stack[-2].is_group
            previous.message = describe_duplicates(keys, in_list)
            return
        error = duplicate(self.lines, g, key, node.start.start_mark.line)
        if len(self.seen.duplicates) >= MAX_DUPLICATES:
            raise error
        node.duplicates = len(node.seen), [key], error
        self.seen.duplicates.append(error)

    def _document(self, g: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            raise refuse(
                g, "V02", 'De regel "---" kan hier niet staan: één bestand gaat over één ding. '
                "Haal die regel weg."
            )  # fmt: skip

    def _set(self, value: Tree, start: Any, end: Any) -> None:
        """Put a finished value in its place; an empty one is dropped."""
        if self.locations is not None:
            span = _span_between(start.start_mark, end.end_mark)
            self.locations.values.setdefault(self._current_path(), span)
        if not self.stack:
            self.root = value or None
            return
        node = self.stack[-1]
        content = node.content
        if isinstance(content, list):
            if value:
                content.append(value)
            elif self.locations is not None:
                self.locations.values.pop(self._current_path(), None)
            return
        key = node.key or ""
        if not value:
            self.seen.empty.append((self._current_path(), node.start.flow_style))
        elif key not in node.seen:
            content[key] = value
        node.seen.add(key)
        node.key = None

    def _current_path(self) -> KeyPath:
        """The path of the value that comes next."""
        return tuple(
            len(k.content) if isinstance(k.content, list) else k.key or "" for k in self.stack
        )


def _span(g: Any) -> Span:
    return _span_between(g.start_mark, g.end_mark)


def _span_between(start: Any, end: Any) -> Span:
    length = end.column - start.column if end.line == start.line else 1_000
    return Span(start.line, start.column, max(1, length))
