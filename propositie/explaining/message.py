"""A mistake and the file it is in → a finding with its place and the edit that mends it."""

from __future__ import annotations

import math

from ..edits import Certainty, Edit, Fix, Point, digest_of, smallest_edit
from ..finding import Finding, Location, Severity
from ..reading.source import Source
from ..reading.tree import lines_of
from .attempt import Trial
from .diagnosis import Defect, Diagnosis


def to_finding(source: Source, defect: Defect) -> Finding:
    """The finding for a value or field that is wrong."""
    location = source.location(defect.path, key=defect.at_key, find=defect.find)
    new = _mend_line(source, defect, location)
    fix = _line_fix(source, location, new, defect.certainty)
    return Finding(defect.code, Severity.ERROR, defect.message, location, fix, defect.word)


def at_line(source: Source, diagnosis: Diagnosis) -> Finding:
    """The finding for a text that cannot be read."""
    location = source.location_at(diagnosis.line, diagnosis.column, diagnosis.length)
    fix = _line_fix(source, location, diagnosis.correction, diagnosis.certainty)
    return Finding(diagnosis.code, Severity.ERROR, diagnosis.message, location, fix)


def _line_fix(source: Source, location: Location, new: str, certainty: Certainty) -> Fix | None:
    """The edit that makes `new` of the line that is pointed at; None when nothing changes."""
    old = location.line_text
    if not new.strip() or "\n" in new or new.rstrip() == old.rstrip() or not location.line:
        return None
    change = smallest_edit(old, new)
    start, end = (Point(location.line, column + 1) for column in (change.start, change.end))
    digest = digest_of(source.content())
    return Fix([Edit(source.shown_as, start, end, change.text, digest)], certainty)


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


def _is_readable_with(source: Source, number: int, line: str) -> bool:
    """Whether the file can still be read with `line` as line `number` (from 0)."""
    lines = lines_of(source.tekst())
    return number < len(lines) and Trial(lines, -1).stop_with(number, line) == math.inf
