"""YAML text → a tree of text, lists and mappings; with the place of each part when asked.

A text with nothing odd in it takes the short way of `plain_tree`. Any other takes one pass over
the parser's events, without recursion: every scalar stays text, empty values count as absent, and
what staff never need (anchors, tags, several documents) is refused before it can do harm. Places
cost time and memory, so they are only kept in a second reading, once something is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Any, TypeAlias

import yaml
from yaml._yaml import CParser
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

from .errors import Mistake, Refusal, YamlError
from .plain_tree import parse_plain
from .suspicious import (
    CONTROL_CHARACTER,
    TRAILING_HASH,
    find_hash_in_text,
    find_leading_hash,
    find_list_in_text,
    refuse,
    refuse_turning,
)

Tree: TypeAlias = "str | list[Tree] | dict[str, Tree]"
KeyPath: TypeAlias = tuple[str | int, ...]

MAX_CHARACTERS = 500_000
"""No proposition needs a file of more than this many characters."""
MAX_DEPTH = 12
"""No value in the contract lies deeper than this."""


MAX_DUPLICATES = 20
"""With more keys given twice than this, somebody pasted a file into itself."""
MAX_IN_A_ROW = 9
"""So many keys in a row that were given twice are told of together."""


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

    duplicates: list[Refusal] = field(default_factory=list)
    """Keys that were given twice, those in a row together; the first counts."""
    duplicate_paths: list[KeyPath] = field(default_factory=list)
    """The paths of those keys."""
    empty: list[tuple[KeyPath, bool]] = field(default_factory=list)
    """Keys without a value, and whether they stand between brackets."""

    def forget(self, is_foreign: Callable[[object], bool]) -> None:
        """Forget what was seen of the fields whose key is foreign."""
        pairs = zip(self.duplicates, self.duplicate_paths, strict=False)
        kept = [(error, path) for error, path in pairs if not is_foreign(path[0])]
        self.duplicates[:] = [error for error, _ in kept]
        self.duplicate_paths[:] = [path for _, path in kept]
        self.empty[:] = [entry for entry in self.empty if not is_foreign(entry[0][0])]


def lines_of(text: str) -> list[str]:
    """The lines of a text as both the YAML parser and an editor count them."""
    return list(_split_lines(text))


def parsed_lines(text: str) -> list[str]:
    """The lines of a text as the parser gets to see them."""
    return lines_of(text.translate(_OTHER_LINE_ENDS) if _has_other_line_ends(text) else text)


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
        raise YamlError(Refusal(Mistake.TOO_LARGE))
    refuse_turning(text)
    if locations is None and not _has_other_line_ends(text):
        fields = parse_plain(text, MAX_DEPTH)
        if fields is not None:
            return fields
    return _TreeBuilder(text, locations, seen or Seen()).build()


_OTHER_LINE_ENDS = str.maketrans("\x85\u2028\u2029", "   ")
"""Line ends that only YAML knows (they come along from a word processor) count as a space."""


def _has_other_line_ends(text: str) -> bool:
    return "\u2028" in text or "\u2029" in text or "\x85" in text


class _Node:
    """A list or mapping under construction."""

    __slots__ = ("content", "duplicates", "emptied", "fields", "key", "start")

    def __init__(self, fields: dict[str, Tree] | None, start: Any) -> None:
        self.fields = fields
        """Its keys and values; None for a list."""
        self.content: list[Tree] = []
        """The values of a list."""
        self.start = start
        """The event that began it."""
        self.key: str | None = None
        """The key whose value comes next."""
        self.emptied: set[str] = set()
        """The keys without a value."""
        self.duplicates: tuple[int, int] | None = None
        """How many keys there were at the last key given twice, and which refusal tells of it."""

    def has(self, key: str) -> bool:
        """Whether a key was given before, with or without a value."""
        return self.fields is not None and (key in self.fields or key in self.emptied)

    @property
    def count(self) -> int:
        """How many different keys were given."""
        return len(self.fields or ()) + len(self.emptied)


class _TreeBuilder:
    """Builds the tree from events, with a stack of its own."""

    def __init__(self, text: str, locations: Locations | None, seen: Seen) -> None:
        self.text = text.translate(_OTHER_LINE_ENDS) if _has_other_line_ends(text) else text
        self.locations = locations
        self.seen = seen
        self.stack: list[_Node] = []
        self.root: Tree | None = None
        self.documents = 0
        self.has_trailing_hash = " #" in self.text and TRAILING_HASH.search(self.text) is not None

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text; only asked for once something looks wrong."""
        return lines_of(self.text)

    def build(self) -> Tree | None:
        """Build the tree. The loop is tight: it turns a million times in a large house."""
        next_: Callable[[], Any] = CParser(self.text).get_event
        stack = self.stack
        foreign_anywhere, places = self.has_trailing_hash, self.locations is not None
        try:
            while (kind := type(g := next_())) is not StreamEndEvent:
                if kind is ScalarEvent:
                    value: str = g.value
                    style = g.style
                    if g.anchor is not None or g.tag is not None or style == '"':
                        self._check_scalar(g)
                    node = stack[-1] if stack else None
                    if node is not None and node.key is None and node.fields is not None:
                        self._set_key(node, g)
                        continue
                    if not style and (not value or foreign_anywhere or " - " in value):
                        self._check_plain_text(g, value)
                    if places or not value or node is None:
                        self._set(value, g, g)
                    elif node.fields is None:
                        node.content.append(value)
                    else:
                        self._set_field(node, value)
                elif kind is MappingStartEvent or kind is SequenceStartEvent:
                    self._open(g)
                elif kind is MappingEndEvent or kind is SequenceEndEvent:
                    node = stack.pop()
                    content = node.content if node.fields is None else node.fields
                    self._set(content, node.start, g)
                elif kind is AliasEvent:
                    raise YamlError(refuse(g, Mistake.SPECIAL, "*"))
                elif kind is DocumentStartEvent:
                    self._document(g)
        except yaml.YAMLError as error:
            raise YamlError(_refusal_of(error)) from None
        return self.root

    def _check_scalar(self, g: Any) -> None:
        if g.anchor is not None or g.tag is not None:
            raise YamlError(refuse(g, Mistake.SPECIAL, "&" if g.anchor is not None else "!"))
        if g.style == '"' and CONTROL_CHARACTER.search(g.value):
            raise YamlError(refuse(g, Mistake.ODD_CHARACTER))

    def _check_plain_text(self, g: Any, value: str) -> None:
        """Refuse a text without quotation marks that cannot be meant."""
        if refusal := self._find_in_plain_text(g, value):
            raise YamlError(refusal)

    def _find_in_plain_text(self, g: Any, value: str) -> Refusal | None:
        """What is wrong with a text without quotation marks, if anything."""
        if not value:
            return find_leading_hash(self.lines, g)
        if " - " in value and g.start_mark.line != g.end_mark.line:
            return find_list_in_text(self.lines, g)
        return find_hash_in_text(self.lines, g) if self.has_trailing_hash else None

    def _set_key(self, node: _Node, g: Any) -> None:
        key = g.value.strip()
        if not key:
            raise YamlError(refuse(g, Mistake.NO_KEY))
        node.key = key
        if node.has(key):
            self._note_duplicate(g, node, key)
        elif self.locations is not None:
            self.locations.keys[self._current_path()] = _span(g)

    def _open(self, g: Any) -> None:
        if g.anchor is not None or g.tag is not None:
            raise YamlError(refuse(g, Mistake.SPECIAL, "&" if g.anchor is not None else "!"))
        if len(self.stack) >= MAX_DEPTH:
            raise YamlError(refuse(g, Mistake.TOO_DEEP))
        if self.stack and (node := self.stack[-1]).key is None and node.fields is not None:
            raise YamlError(refuse(g, Mistake.KEY_IS_GROUP))
        self.stack.append(_Node({} if type(g) is MappingStartEvent else None, g))

    def _note_duplicate(self, g: Any, node: _Node, key: str) -> None:
        """Note a key that was given before in the same group; those in a row are one mistake."""
        self.seen.duplicate_paths.append(self._current_path())
        told = self.seen.duplicates
        if node.duplicates and node.duplicates[0] == node.count:
            previous = told[node.duplicates[1]]
            if len(previous.words) < MAX_IN_A_ROW:
                told[node.duplicates[1]] = replace(previous, words=(*previous.words, key))
                return
        refusal = replace(
            refuse(g, Mistake.REPEATED, key),
            start=(node.start.start_mark.line, 0),
            in_list=len(self.stack) > 1 and self.stack[-2].fields is None,
        )
        if len(told) >= MAX_DUPLICATES:
            raise YamlError(refusal)
        node.duplicates = node.count, len(told)
        told.append(refusal)

    def _document(self, g: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            raise YamlError(refuse(g, Mistake.SECOND_DOCUMENT))

    def _set(self, value: Tree, start: Any, end: Any) -> None:
        """Put a finished value in its place; an empty one is dropped."""
        if self.locations is not None:
            span = _span_between(start.start_mark, end.end_mark)
            self.locations.values.setdefault(self._current_path(), span)
        if not self.stack:
            self.root = value or None
            return
        node = self.stack[-1]
        if node.fields is not None:
            self._set_field(node, value)
        elif value:
            node.content.append(value)
        elif self.locations is not None:
            self.locations.values.pop(self._current_path(), None)

    def _set_field(self, node: _Node, value: Tree) -> None:
        """Give the key that was read last its value; of a key given twice, the first counts."""
        key, fields = node.key or "", node.fields
        assert fields is not None
        if not value:
            self.seen.empty.append((self._current_path(), node.start.flow_style))
            if key not in fields:
                node.emptied.add(key)
        elif key not in fields and key not in node.emptied:
            fields[key] = value
        node.key = None

    def _current_path(self) -> KeyPath:
        """The path of the value that comes next."""
        return tuple(len(k.content) if k.fields is None else k.key or "" for k in self.stack)


_LIMIT_OF_LIBYAML = "maximum nesting depth"
"""In what the parser tells when it looks further ahead than it is willing to."""


def _refusal_of(error: yaml.YAMLError) -> Refusal:
    mark = getattr(error, "problem_mark", None)
    if _LIMIT_OF_LIBYAML in str(getattr(error, "problem", "")) and mark is not None:
        return Refusal(Mistake.TOO_DEEP, mark.line, mark.column, cause=error)
    return Refusal(Mistake.SYNTAX, cause=error)


def _span(g: Any) -> Span:
    return _span_between(g.start_mark, g.end_mark)


def _span_between(start: Any, end: Any) -> Span:
    length = end.column - start.column if end.line == start.line else 1_000
    return Span(start.line, start.column, max(1, length))
