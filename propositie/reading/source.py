"""A file of the house: its text, and where in that text something stands."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from ..finding import Location
from .errors import Mistake, Refusal, YamlError
from .tree import MAX_CHARACTERS, KeyPath, Locations, Seen, Span, Tree, lines_of, parse_tree

_OTHER_PROGRAMS = {
    b"PK\x03\x04": "office",
    b"\xd0\xcf\x11\xe0": "old office",
    b"%PDF": "pdf",
    b"{\\rtf": "rtf",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
"""How files begin that are no plain text, and what they are."""
_FOREIGN_BEGINNINGS = tuple(_OTHER_PROGRAMS)


_NO_TABLES: Mapping[str, Source] = MappingProxyType({})


def _no_tables() -> Mapping[str, Source]:
    return _NO_TABLES


@dataclass(slots=True)
class Source:
    """One YAML file. `shown_as` is the path as staff see it."""

    path: Path
    shown_as: str
    layer: str = ""
    """The folder of the house that the file lies in, as staff know it."""
    instead: bytes | None = None
    """What is read in place of what the file holds, to see how it would read."""
    tables: Mapping[str, Source] = field(default_factory=_no_tables, repr=False)
    """The tables in the same folder that it may name, by name."""
    find_row: Callable[[Source, KeyPath], Location | None] | None = field(default=None, repr=False)
    """Tells where a value stands that comes from one of them."""
    _lines: list[str] | None = field(default=None, repr=False)
    _locations: Locations | None = field(default=None, repr=False)

    def text(self) -> str:
        """The text of the file. Raises `YamlError` when it is no text that can be read."""
        raw = self.content()
        if raw.startswith(_FOREIGN_BEGINNINGS):
            program = next(p for begin, p in _OTHER_PROGRAMS.items() if raw.startswith(begin))
            raise YamlError(Refusal(Mistake.OTHER_PROGRAM, words=(program,)))
        try:
            return raw.decode("utf-8-sig")
        except UnicodeDecodeError as e:
            before = lines_of(raw[: e.start].decode("utf-8-sig", "replace"))
            refusal = Refusal(Mistake.NOT_UTF8, len(before) - 1, len(before[-1]))
            raise YamlError(refusal) from None

    @property
    def parts(self) -> Sequence[Source]:
        """The files that the thing is made of, the lowest layer first: mostly this one."""
        return (self,)

    @property
    def read_from(self) -> Sequence[Source]:
        """Every file on which the thing depends: its parts, and the tables that they name."""
        if not self.tables:
            return self.parts
        named = {t.path: t for part in self.parts for t in part.named_tables()}
        return (*self.parts, *named.values())

    def named_tables(self) -> list[Source]:
        """The tables whose names stand in the file."""
        try:
            content = self.content()
        except YamlError:
            return []
        return [table for name, table in self.tables.items() if name.encode() in content]

    def at(self, path: KeyPath) -> Source:
        """The file in which the value at `path` stands."""
        return self

    def own_fields(self, fields: dict[str, Tree], seen: Seen) -> dict[str, Tree]:
        """The fields that are read; what was seen of others is forgotten."""
        return fields

    def complete(self, fields: dict[str, Tree]) -> dict[str, Tree]:
        """The fields of the thing, when the file holds more than its YAML."""
        return fields

    def glance(self) -> os.stat_result:
        """What the system knows of the file. Raises `YamlError` when it cannot be read."""
        try:
            return self.path.stat()
        except OSError:
            raise YamlError(Refusal(Mistake.CLOSED)) from None

    def content(self, known: os.stat_result | None = None) -> bytes:
        """What is in the file. Raises `YamlError` when it cannot be read.

        `known` is what a glance just told of it.
        """
        if self.instead is not None:
            return self.instead
        known = known or self.glance()
        if not stat.S_ISREG(known.st_mode):
            raise YamlError(Refusal(Mistake.NOT_A_FILE))
        if known.st_size > 4 * MAX_CHARACTERS:
            raise YamlError(Refusal(Mistake.TOO_LARGE))
        try:
            with self.path.open("rb", buffering=0) as file:
                return file.read()
        except OSError:
            raise YamlError(Refusal(Mistake.CLOSED)) from None

    def location(self, path: KeyPath = (), *, key: bool = False, find: str = "") -> Location:
        """Where the value at `path` stands (or its key); the nearest part around it otherwise.

        With `find`, points at that word inside the value when it is there.
        """
        if self.find_row is not None and (row := self.find_row(self, path)) is not None:
            return row
        lines, locations = self._read()
        for length in range(len(path), 0, -1):
            piece = path[:length]
            key_span, value_span = locations.keys.get(piece), locations.values.get(piece)
            span = key_span or value_span if key else value_span or key_span
            if span is not None:
                return _make_location(self.shown_as, lines, _find(lines, span, find))
            if isinstance(
                path[length - 1], str
            ):  # absent: point at the name of what should hold it
                key = True
        return Location(self.shown_as)

    def location_at(self, line: int | None, column: int = 0, length: int = 1) -> Location:
        """The place at a line and column that count from 0; the whole file without a line."""
        if line is None:
            return Location(self.shown_as)
        try:
            raw = self.content()
        except YamlError:
            return Location(self.shown_as)
        lines = lines_of(raw.decode("utf-8-sig", "replace"))
        return _make_location(self.shown_as, lines, Span(line, column, length))

    def location_in_text(self, line: int, column: int, length: int) -> Location:
        """The place at a line and column of the text, where a file holds more than its YAML."""
        return self.location_at(line, column, length)

    def location_of_link(
        self, path: KeyPath, line: int, column: int, length: int, address: str
    ) -> Location:
        """Where an address stands in the text at `path`, by its line and column in that text."""
        return self.location(path, find=address)

    def forget_locations(self) -> None:
        """Give back the memory that looking up places took."""
        self._lines = self._locations = None

    def _read(self) -> tuple[list[str], Locations]:
        if self._lines is None or self._locations is None:
            locations = Locations()
            try:
                text = self.text()
                parse_tree(text, locations)
            except YamlError:
                text = ""
            self._lines, self._locations = lines_of(text), locations
        return self._lines, self._locations


_SEARCH_LINES = 200
"""A value is looked through for a word over this many lines."""


def _find(lines: list[str], span: Span, word: str) -> Span:
    """The span of `word` from `span` on; `span` itself when it is not there."""
    if not word.strip():
        return span
    end = min(span.line + _SEARCH_LINES, len(lines))
    for part in dict.fromkeys([word, word.split()[0]]):  # the whole, else where it begins
        pattern = re.compile(rf"(?<!\w){re.escape(part)}(?!\w)")
        for number in range(span.line, end):
            match = pattern.search(lines[number], span.column if number == span.line else 0)
            if match:
                return Span(number, match.start(), len(part))
    return span


def _make_location(shown_as: str, lines: list[str], span: Span) -> Location:
    line_text = lines[span.line] if span.line < len(lines) else ""
    length = max(1, min(span.length, len(line_text.rstrip()) - span.column))
    return Location(shown_as, span.line + 1, span.column + 1, length, line_text)
