"""A table beside the YAML, as registration systems and Excel save one: the values that a thing
takes from it by year, and what is wrong by row and column.

Such files come with a semicolon, a comma or a tab between cells, in UTF-8, UTF-16 or the letters of
an old Windows, with lines of explanation above the head and below the last row.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic_core import PydanticCustomError

from ..finding import Location
from ..huis.cijfers import KIND as CIJFERS
from ..huis.cijfers import LARGEST_SHARE, UNKNOWN_WORD, YEARS, is_share, is_unknown
from ..huis.parsing import CSV_SUFFIX, parse_number
from .errors import YamlError
from .problems import BrokenTable, TableMistake
from .source import Source
from .tree import KeyPath, Tree, parse_tree

FIELD = "reeks"
"""The field whose values may stand in a table."""
MAX_TOLD = 20
"""So many mistakes are told of one table."""
_HEAD_WITHIN = 30
"""So many rows are looked at to find the names of the columns."""
_SEPARATORS = ";\t,|"
_OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


def give_tables(
    sources: Mapping[tuple[str, str], Source], others: Iterable[Mapping[Path, str]]
) -> None:
    """Let the files of figures know of the tables in their folder; `others` are what lies beside
    the files in each layer, the lowest first."""
    found: dict[str, Source] = {}
    for files in others:
        for path, shown_as in files.items():
            if path.suffix.lower() == CSV_SUFFIX:
                found[path.name] = Source(path, shown_as)
    if not found:
        return
    tables = MappingProxyType(found)
    for (kind, _), source in sources.items():
        if kind == CIJFERS.name:
            source.tables, source.find_row = tables, row_of


def fill_in(
    source: Source, fields: dict[str, Tree]
) -> tuple[dict[str, Tree], Sequence[BrokenTable]]:
    """The fields of a thing with the values from the table that it names, and what is wrong in
    that; the same fields when it names none that is there."""
    asked = _asked_of(source, fields)
    if asked is None:
        return fields, ()
    table = _read(asked)
    reeks = fields[FIELD]
    assert isinstance(reeks, dict)
    years: dict[str, Tree] = {jaar: cell.value for jaar, cell in table.values.items()}
    return {**fields, FIELD: {**years, **reeks}}, table.wrong[:MAX_TOLD]


def row_of(source: Source, path: KeyPath) -> Location | None:
    """Where in a table the value at a path stands; None when it comes from none."""
    jaar = str(path[1]) if path[:1] == (FIELD,) and len(path) > 1 else ""
    if not jaar.isdecimal():
        return None
    try:
        tree = parse_tree(source.text())
    except YamlError:
        return None
    asked = _asked_of(source, tree) if isinstance(tree, dict) else None
    reeks = tree.get(FIELD) if isinstance(tree, dict) else None
    if asked is None or (isinstance(reeks, dict) and jaar in reeks):
        return None
    cell = _read(asked).values.get(jaar)
    return cell.location if cell is not None else None


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a thing asks of a table."""

    source: Source
    table: Source
    jaar: str
    waarde: str
    is_share: bool


@dataclass(frozen=True, slots=True)
class _Cell:
    value: str
    location: Location


@dataclass(slots=True)
class _Table:
    values: dict[str, _Cell] = field(default_factory=dict)
    wrong: list[BrokenTable] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of a table, cut by one separator."""

    separator: str
    rows: Sequence[tuple[int, Sequence[str]]]
    """The number of the first line of each, from 0, and its cells."""
    lines: Sequence[str]

    def location(self, table: Source, row: int, column: int = 0) -> Location:
        """Where a cell stands."""
        number = self.rows[row][0]
        line = self.lines[number]
        start, length = _span(line, self.separator, column)
        return Location(table.shown_as, number + 1, start + 1, length, line)


def _asked_of(source: Source, fields: Mapping[str, Any]) -> _Asked | None:
    reeks = fields.get(FIELD)
    if not source.tables or not isinstance(reeks, dict):
        return None
    named = [reeks.get(key) for key in ("bestand", "kolom_jaar", "kolom_waarde")]
    if not all(isinstance(word, str) for word in named):
        return None
    file, jaar, waarde = (str(word).strip() for word in named)
    table = source.tables.get(file)
    if table is None:
        return None
    return _Asked(source, table, jaar, waarde, is_share(str(fields.get("eenheid", ""))))


def _read(asked: _Asked) -> _Table:
    """The values in a table, and what is wrong with it."""
    found = _Table()
    text = _text_of(asked, found)
    if text is None:
        return found
    cut = [_cut(text, separator) for separator in _SEPARATORS]
    tables = [rows for rows in cut if rows is not None]
    if not tables:
        found.wrong.append(_whole(asked, TableMistake.UNREADABLE))
    elif not any(any(cells) for rows in tables for _, cells in rows.rows):
        found.wrong.append(_whole(asked, TableMistake.EMPTY))
    else:
        _read_rows(asked, tables, found)
    return found


def _whole(asked: _Asked, mistake: TableMistake) -> BrokenTable:
    return BrokenTable(asked.source, mistake, Location(asked.table.shown_as))


def _text_of(asked: _Asked, found: _Table) -> str | None:
    """The text of a table, whatever program saved it; None when it is none."""
    try:
        raw = asked.table.content()
    except YamlError:
        found.wrong.append(_whole(asked, TableMistake.UNREADABLE))
        return None
    if raw.startswith(_OFFICE):
        found.wrong.append(_whole(asked, TableMistake.OFFICE))
        return None
    text = _decode(raw)
    first, _, rest = text.partition("\n")
    # Excel may tell the separator in a line of its own; the line stays, for the others to keep
    # their numbers.
    return f"\n{rest}" if re.fullmatch(r"sep=.\r?", first) else text


def _decode(raw: bytes) -> str:
    """The letters of a file: in Unicode when it says or shows so, else those of Windows."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", "replace")
    if b"\0" in raw[:200]:
        return raw.decode("utf-16-be" if raw[:1] == b"\0" else "utf-16-le", "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _cut(text: str, separator: str) -> _Rows | None:
    """The rows of a text with one separator; None when it cannot be cut by that."""
    lines = list(io.StringIO(text, newline=None))
    reader = csv.reader(lines, delimiter=separator)
    rows, number = [], 0
    try:
        for cells in reader:
            rows.append((number, [" ".join(cell.split()) for cell in cells]))
            number = reader.line_num
    except csv.Error:
        return None
    return _Rows(separator, rows, [line.rstrip("\n") for line in lines])


@dataclass(frozen=True, slots=True)
class _Head:
    """Where the columns are, and in which row the values begin."""

    jaar: int
    waarde: int
    below: int


def _fold(name: str) -> str:
    return " ".join(name.split()).casefold()


def _heads(rows: _Rows) -> Iterator[tuple[int, list[str]]]:
    """What can be a head: a row, or two that say it together; with the row below it."""
    first = rows.rows[:_HEAD_WITHIN]
    for number, (_, cells) in enumerate(first):
        yield number + 1, [_fold(cell) for cell in cells]
    for number in range(len(first) - 1):
        above, below = first[number][1], first[number + 1][1]
        if len(above) == len(below):
            pairs = zip(above, below, strict=True)
            yield number + 2, [_fold(f"{one} {other}") for one, other in pairs]


def _read_rows(asked: _Asked, tables: Sequence[_Rows], found: _Table) -> None:
    wanted = _fold(asked.jaar), _fold(asked.waarde)
    if wanted[0] == wanted[1]:
        location = asked.source.location((FIELD, "kolom_waarde"))
        found.wrong.append(
            BrokenTable(asked.source, TableMistake.ONE_COLUMN, location, [asked.waarde])
        )
        return
    for rows in tables:
        for below, names in _heads(rows):
            if set(wanted) <= set(names):
                _read_below(asked, rows, below, names, found)
                return
    found.wrong += _missing_columns(asked, tables)


def _missing_columns(asked: _Asked, tables: Sequence[_Rows]) -> Iterator[BrokenTable]:
    """Which of the columns is not there, with the names that are."""
    heads = [
        (len(cells), number, rows)
        for rows in tables
        for number, (_, cells) in enumerate(rows.rows[:_HEAD_WITHIN])
        if any(cells)
    ]
    _, number, rows = max(heads, key=lambda head: (head[0], -head[1]))
    known = [cell for cell in rows.rows[number][1] if cell]
    for key, name in (("kolom_jaar", asked.jaar), ("kolom_waarde", asked.waarde)):
        if _fold(name) not in map(_fold, known):
            location = asked.source.location((FIELD, key))
            words = (name, asked.table.path.name, *known)
            yield BrokenTable(asked.source, TableMistake.NO_COLUMN, location, words)


def _read_below(
    asked: _Asked, rows: _Rows, below: int, names: Sequence[str], found: _Table
) -> None:
    """Read the rows below a head."""
    columns = {}
    for key, name in (("jaar", asked.jaar), ("waarde", asked.waarde)):
        places = [place for place, known in enumerate(names) if known == _fold(name)]
        columns[key] = places[0]
        if len(places) > 1:
            where = rows.location(asked.table, below - 1, places[1])
            found.wrong.append(BrokenTable(asked.source, TableMistake.SAME_COLUMN, where, [name]))
    if found.wrong:
        return
    head = _Head(columns["jaar"], columns["waarde"], below)
    for number in range(below, len(rows.rows)):
        _read_row(asked, rows, number, head, found)
    if not found.values and not found.wrong:
        where = rows.location(asked.table, below - 1)
        found.wrong.append(BrokenTable(asked.source, TableMistake.NO_ROWS, where))


def _read_row(asked: _Asked, rows: _Rows, number: int, head: _Head, found: _Table) -> None:
    cells = rows.rows[number][1]
    typed_year, typed = (cells[c] if c < len(cells) else "" for c in (head.jaar, head.waarde))
    jaar = year_in(typed_year)
    if jaar is None:
        if not _is_no_row(typed_year, typed, is_first=not found.values):
            where = rows.location(asked.table, number, head.jaar)
            words = [typed_year or typed]
            found.wrong.append(BrokenTable(asked.source, TableMistake.NO_YEAR, where, words))
        return
    if (before := found.values.get(str(jaar))) is not None:
        where = rows.location(asked.table, number, head.jaar)
        words = [str(jaar), str(before.location.line)]
        found.wrong.append(BrokenTable(asked.source, TableMistake.YEAR_TWICE, where, words))
        return
    where = rows.location(asked.table, number, head.waarde)
    value, mistake = read_value(typed, asked.is_share)
    found.values[str(jaar)] = _Cell(value, where)
    if mistake is not None:
        words = [typed, typed.replace(",", ".")]
        found.wrong.append(BrokenTable(asked.source, mistake, where, words))


def _is_no_row(jaar: str, value: str, *, is_first: bool) -> bool:
    """Whether a row without a year belongs to the table all the same: an empty one, a total, a
    line of explanation, a second line of the head."""
    if not value or re.match(r"(?:eind)?totaal\b|total\b|gemiddeld", jaar, re.I):
        return True
    return is_first and not jaar and read_value(value, False)[1] is not None


_MONTH = r"[a-z]{3,9}\.?"
_YEAR = re.compile(
    rf"""(?:jaar|year)?\s*(?:
        (?P<jaar>\d{{4}})(?:[.,]0+|JJ00)?\*{{0,2}}
      | \d{{1,2}}[-/. ]\d{{1,2}}[-/. ](?P<dag>\d{{4}})(?:[ T].*)?
      | (?P<iso>\d{{4}})[-/.](?:0?[1-9]|1[0-2])(?:[-/.]\d{{1,2}})?(?:[ T].*)?
      | (?:\d{{1,2}}\s+)?{_MONTH}\s+(?P<woord>\d{{4}})
    )""",
    re.X | re.I,
)


def year_in(text: str) -> int | None:
    """The year that a cell names, alone or in a date; None when there is none.

    >>> [year_in(cell) for cell in ("2023", "31-12-2023", "2023-01-01 00:00", "2023/2024")]
    [2023, 2023, 2023, None]
    """
    match = _YEAR.fullmatch(text.strip())
    if match is None:
        return None
    year = int(next(group for group in match.groups() if group))
    return year if year in YEARS else None


def read_value(typed: str, share: bool) -> tuple[str, TableMistake | None]:
    """The value in a cell as the YAML would have it, and what is wrong with it."""
    if is_unknown(typed):
        return UNKNOWN_WORD, None
    bare = re.sub(r"^(?:€|EUR)\s*|\s*(?:€|%|procent)$", "", typed.rstrip("*"), flags=re.I)
    bare = re.sub(r"(?<=\d)[\s\u2019'](?=\d{3}(?:\D|$))", "", bare.strip())
    if re.fullmatch(r"-?[1-9]\d{0,2},\d{3}", bare):
        return UNKNOWN_WORD, TableMistake.AMBIGUOUS
    try:
        number = parse_number(bare)
    except PydanticCustomError:
        return UNKNOWN_WORD, TableMistake.NO_NUMBER
    if share and number > LARGEST_SHARE:
        return UNKNOWN_WORD, TableMistake.OVER_A_HUNDRED
    return _written(number), None


def _written(number: Decimal) -> str:
    return f"{number:f}".replace(".", ",")


def _span(line: str, separator: str, column: int) -> tuple[int, int]:
    """Where a cell begins in a line, from 0, and how long it is; quotes hold separators."""
    start, cell, is_quoted = 0, 0, False
    for place, character in enumerate(line):
        if character == '"':
            is_quoted = not is_quoted
        elif character == separator and not is_quoted:
            if cell == column:
                return start, max(1, place - start)
            start, cell = place + 1, cell + 1
    return (start, max(1, len(line) - start)) if cell == column else (0, 1)
