"""A mistake and the file it is in → a finding with its place and the corrected line."""

from __future__ import annotations

import math

from ..finding import Finding, Location, Severity
from ..reading.source import Source
from ..reading.tree import lines_of
from .attempt import Trial
from .diagnosis import Defect, Diagnosis
from .words import suggest


def to_finding(source: Source, defect: Defect) -> Finding:
    """The finding for a value or field that is wrong."""
    source = source.at(defect.path)
    location = source.location(defect.path, key=defect.at_key, find=defect.find)
    message = defect.message + _describe_correction(source, defect, location)
    return Finding(defect.code, Severity.ERROR, message, location)


def at_line(source: Source, diagnosis: Diagnosis) -> Finding:
    """The finding for a text that cannot be read."""
    location = source.location_at(diagnosis.line, diagnosis.column, diagnosis.length)
    message = diagnosis.message + (
        suggest(location.line_text, diagnosis.correction) if diagnosis.correction else ""
    )
    return Finding(diagnosis.code, Severity.ERROR, message, location)


def _describe_correction(source: Source, defect: Defect, location: Location) -> str:
    """The sentence with the line as it should be, when that can be told."""
    if defect.repair is None or not location.line:
        return ""
    line = location.line_text
    if defect.whole_line:
        new = defect.repair(line)
        new = new if _is_readable_with(source, location.line - 1, new) else ""
    else:
        start, end = location.column - 1, location.column - 1 + location.length
        piece = defect.repair(line[start:end])
        new = line[:start] + piece + line[end:] if piece else ""
    return suggest(line, new, defect.word) if new else ""


def _is_readable_with(source: Source, number: int, line: str) -> bool:
    """Whether the file can still be read with `line` as line `number` (from 0)."""
    lines = lines_of(source.tekst())
    return number < len(lines) and Trial(lines, -1).stop_with(number, line) == math.inf
