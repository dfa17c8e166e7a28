"""A finding: what is wrong or could be better, where, and how it is told.

Three ways to tell it: for people at a terminal, for a pull request on GitHub, and as JSON.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from .dutch import counted


class Severity(IntEnum):
    """How grave a finding is: only an error keeps a site from being built."""

    TIP = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The Dutch word that staff see."""
        return _WORDS[self]


_WORDS = {Severity.TIP: "tip", Severity.WARNING: "waarschuwing", Severity.ERROR: "fout"}


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a file. Line and column count from 1; `line_text` is empty when there is none."""

    file: str
    line: int = 0
    column: int = 0
    length: int = 1
    line_text: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. `code` is explained in the handbook; `message` is whole Dutch sentences."""

    code: str
    severity: Severity
    message: str
    location: Location | None = None


def as_text(finding: Finding) -> str:
    """The message of section 6 of the contract: place, line, mark, what is wrong, what to do."""
    location = finding.location
    heading = f"{finding.severity.word} {finding.code}"
    if location is None:
        return f"{heading}\n  {finding.message}\n"
    if not location.line:
        return f"{location.file}  {heading}\n  {finding.message}\n"
    number = str(location.line).rjust(4)
    shortened, offset = _shorten(_make_visible(location.line_text), location.column - 1)
    space = " " * _display_width(shortened[:offset])
    underline = "^" * max(1, _display_width(shortened[offset : offset + location.length]))
    return (
        f"{location.file}:{location.line}:{location.column}  {heading}\n"
        f"{number} | {shortened}\n"
        f"     | {space}{underline}\n"
        f"  {finding.message}\n"
    )


def _make_visible(line: str) -> str:
    """A line with a stand-in for each character that would move or hide the others."""
    return "".join(
        " " if t == "\t" else "·" if unicodedata.category(t) in _INVISIBLE else t for t in line
    )


_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def _display_width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(
        0 if unicodedata.combining(t) else 2 if unicodedata.east_asian_width(t) in "WF" else 1
        for t in text
    )


_MAX_WIDTH = 100


def _shorten(line: str, column: int) -> tuple[str, int]:
    """Cut a long line to a window around `column`; return it and the column in the window."""
    if len(line) <= _MAX_WIDTH:
        return line, column
    start = max(0, min(column - 20, len(line) - _MAX_WIDTH))
    before, after = ("…" if start else ""), ("…" if start + _MAX_WIDTH < len(line) else "")
    return before + line[start : start + _MAX_WIDTH] + after, column - start + len(before)


def parts(finding: Finding) -> Mapping[str, object]:
    """A finding in the parts that a page shows: the line before, in and after the mark, too.

    Keys: ernst, code, bericht, bestand, regel, kolom, voor, fout, na; the place is empty or 0 when
    the finding has none.
    """
    location = finding.location or Location("")
    shortened, start = _shorten(_make_visible(location.line_text), max(0, location.column - 1))
    end = start + max(1, location.length)
    return {
        "ernst": finding.severity.word,
        "code": finding.code,
        "bericht": finding.message,
        "bestand": location.file,
        "regel": location.line,
        "kolom": location.column,
        "voor": shortened[:start],
        "fout": shortened[start:end] or " ",
        "na": shortened[end:],
    }


def as_github(finding: Finding) -> str:
    """A workflow command that GitHub shows as an annotation at the line."""
    kind = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.TIP: "notice"}
    fields = []
    if finding.location is not None:
        fields.append(f"file={_github_property(finding.location.file)}")
        if finding.location.line:
            fields += [f"line={finding.location.line}", f"col={finding.location.column}"]
    fields.append(f"title={finding.severity.word} {finding.code}")
    return f"::{kind[finding.severity]} {','.join(fields)}::{github_text(finding.message)}"


def github_text(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _github_property(text: str) -> str:
    return github_text(text).replace(":", "%3A").replace(",", "%2C")


def as_json(findings: Iterable[Finding], extra: Iterable[Mapping[str, object]] = ()) -> str:
    """All findings as one JSON list of objects (code, ernst, bericht, plaats), then `extra`."""
    rows = [*(_as_row(finding) for finding in findings), *extra]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _as_row(finding: Finding) -> Mapping[str, object]:
    """A finding under the Dutch keys that programs of others read."""
    location = finding.location
    return {
        "code": finding.code,
        "ernst": finding.severity.word,
        "bericht": finding.message,
        "plaats": location
        and {
            "bestand": location.file,
            "regel": location.line,
            "kolom": location.column,
            "lengte": location.length,
            "regeltekst": location.line_text,
        },
    }


def summarise(findings: Sequence[Finding]) -> str:
    """One sentence that counts the findings."""
    if not findings:
        return "Het huis is in orde: niets gevonden."
    parts = []
    for severity, plural in (
        (Severity.ERROR, "fouten"),
        (Severity.WARNING, "waarschuwingen"),
        (Severity.TIP, "tips"),
    ):
        count = sum(b.severity is severity for b in findings)
        if count:
            parts.append(counted(count, severity.word, plural))
    return ", ".join(parts) + "."


def sort_findings(findings: Iterable[Finding]) -> list[Finding]:
    """Gravest first, then by place."""

    def key(b: Finding) -> tuple[int, str, int, int, str]:
        p = b.location or Location("")
        return (-b.severity, p.file, p.line, p.column, b.code)

    return sorted(findings, key=key)
