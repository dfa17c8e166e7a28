"""A mistake and the file it is in → a finding with its place and the edit that mends it."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from ..edits import Certainty, Edit, Fix, Point, digest_of, smallest_edit
from ..finding import Finding, Location, Severity
from ..reading.source import Source
from ..reading.tree import lines_of
from .attempt import Trial
from .diagnosis import Defect, Diagnosis, Repair


def to_finding(source: Source, defect: Defect) -> Finding:
    """The finding for a value or field that is wrong."""
    source = source.at(defect.path)
    location = source.location(defect.path, key=defect.at_key, find=defect.find)
    line, new = location.line_text, _mend_line(source, defect, location)
    certainty = defect.certainty or _judge(line, new)
    lines = {location.line: (line, new)}
    if defect.below is not None and new:
        more = _mend_lines_below(source, location, defect.below)
        certainty = Certainty.SHOWN_ONLY if more is None else certainty
        lines |= more or {}
    for path in defect.also:
        other = source.location(path, key=True)
        mended = _mend_line(source, defect, other)
        if other.line in lines or not mended:
            certainty = Certainty.SHOWN_ONLY  # two on one line: each would be for the old line
        lines[other.line] = lines.get(other.line, (other.line_text, mended))
    fix = _make_fix(source, lines, certainty)
    return Finding(defect.code, Severity.ERROR, defect.message, location, fix, defect.word)


def at_line(source: Source, diagnosis: Diagnosis) -> Finding:
    """The finding for a text that cannot be read."""
    location = source.location_at(diagnosis.line, diagnosis.column, diagnosis.length)
    line, new = location.line_text, diagnosis.correction
    certainty = diagnosis.certainty or _judge(line, new)
    fix = _make_fix(source, {location.line: (line, new)}, certainty)
    return Finding(diagnosis.code, Severity.ERROR, diagnosis.message, location, fix)


def fix_piece(
    source: Source, location: Location, new: str, certainty: Certainty = Certainty.LIKELY
) -> Fix | None:
    """The fix that puts `new` in place of what is pointed at."""
    line, start = location.line_text, location.column - 1
    mended = line[:start] + new + line[start + location.length :]
    return _make_fix(source, {location.line: (line, mended)}, certainty)


@lru_cache(maxsize=64)
def _judge(old: str, new: str) -> Certainty:
    """How sure a line is: certain when every letter and digit stays, and no remark becomes text."""
    change = smallest_edit(old, new)
    if _letters(old[change.start : change.end]) != _letters(change.text):
        return Certainty.LIKELY
    is_quoted = re.search(r"\s#", old[change.start : change.end]) and new.rstrip()[-1:] in {
        '"',
        "'",
    }
    return Certainty.LIKELY if is_quoted else Certainty.CERTAIN


def _letters(line: str) -> Counter[str]:
    return Counter(c for c in line.casefold() if c.isalnum())


def _make_fix(
    source: Source, lines: dict[int, tuple[str, str]], certainty: Certainty
) -> Fix | None:
    """The edits that make of lines (by number) what they should be; None when nothing changes."""
    changed = {n: (old, new) for n, (old, new) in lines.items() if _changes(old, new)}
    if not changed or 0 in changed:
        return None
    content = source.content()
    digest, newline = digest_of(content), _newline_of(content)
    edits = []
    for number, (old, new) in changed.items():
        change = smallest_edit(old, new)
        start, end = (Point(number, column + 1) for column in (change.start, change.end))
        text = change.text.replace("\n", newline)
        edits.append(Edit(source.shown_as, start, end, text, digest))
    return Fix(edits, certainty)


def _changes(old: str, new: str) -> bool:
    return bool(new.strip()) and new.rstrip() != old.rstrip()


def _newline_of(content: bytes) -> str:
    """How the lines of a file end."""
    found = re.search(rb"\r\n|\r|\n", content)
    return found[0].decode() if found else "\n"


def _mend_line(source: Source, defect: Defect, location: Location) -> str:
    """The line as it should be, when that can be told; empty otherwise."""
    if defect.repair is None or not location.line:
        return ""
    line = location.line_text
    if defect.whole_line:
        new = defect.repair(line)
        return new if _is_readable_with(source, location.line - 1, new) else ""
    start, end = location.column - 1, location.column - 1 + location.length
    piece = defect.repair(line[start:end])
    return line[:start] + piece + line[end:] if piece else ""


def _mend_lines_below(
    source: Source, location: Location, repair: Repair
) -> dict[int, tuple[str, str]] | None:
    """The other lines of a value that begins at `location`; None when one cannot be mended.

    They begin on its column; what goes in further belongs to the line above it.
    """
    column = location.column - 1
    if location.line_text[:column].strip():
        return None  # behind the name of the field no list can begin
    mended: dict[int, tuple[str, str]] = {}
    for number, line in _lines_below(source, location.line, column):
        if new := repair(line[column:].rstrip()):
            mended[number] = line, line[:column] + new
        else:
            return None
    return mended


def _lines_below(source: Source, number: int, column: int) -> Iterator[tuple[int, str]]:
    """The lines after `number` that begin on a column, until one that begins before it."""
    lines = lines_of(source.text())
    for below, line in enumerate(lines[number:], number + 1):
        indent = len(line) - len(line.lstrip())
        if line.strip() and indent < column:
            return
        if line.strip() and indent == column:
            if line.lstrip().startswith("#") or (not column and re.match(r"[\w-]+:(?:\s|$)", line)):
                return
            yield below, line


def _is_readable_with(source: Source, number: int, line: str) -> bool:
    """Whether the file can still be read with `line` as line `number` (from 0)."""
    lines = lines_of(source.text())
    return number < len(lines) and Trial(lines, -1).stop_with(number, line) == math.inf
