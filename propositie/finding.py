"""A finding: what is wrong or could be better, where, and how it is told.

Three ways to tell it: for people at a terminal, for a pull request on GitHub, and as JSON.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from .dutch import counted
from .edits import Fix, TextEdit, apply_edits
from .harmless import escape_json, make_harmless, make_visible


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
    """One finding, in its parts. `code` is explained in the handbook."""

    code: str
    severity: Severity
    sentence: str
    """What is wrong and what to do: whole Dutch sentences."""
    location: Location | None = None
    fix: Fix | None = None
    """What mends it, when that is known."""
    lead: str = "Schrijf"
    """The word before the mended line."""
    note: str = ""
    """What is said last."""

    @property
    def message(self) -> str:
        """The sentence, the line as it should be when that is known, and the note."""
        return f"{self.sentence}{_quote_mended(self)}{self.note}"

    @property
    def can_be_mended(self) -> bool:
        """Whether a program may write what mends it."""
        return self.fix is not None and self.fix.can_be_written


MAX_QUOTED = 160
"""A mended line longer than this is not repeated: it could not be copied from a message."""


def mended_line(finding: Finding) -> str | None:
    """The line that is pointed at as it should be; None when it becomes several, or stays."""
    location, fix = finding.location, finding.fix
    if location is None or fix is None:
        return None
    here = [edit for edit in fix.edits if location.line in {edit.start.line, edit.end.line}]
    if not here or any(
        edit.start.line != edit.end.line or re.search(r"[\r\n]", edit.text) for edit in here
    ):
        return None
    changes = [TextEdit(edit.start.column - 1, edit.end.column - 1, edit.text) for edit in here]
    return apply_edits(location.line_text, changes)


def _quote_mended(finding: Finding) -> str:
    """The sentence that gives the mended line; empty without one.

    A line on which only the indentation changes also gets told how far it goes in.
    """
    old, new = finding.location.line_text if finding.location else "", mended_line(finding) or ""
    bare = new.strip()
    if not bare or len(bare) > MAX_QUOTED or new.rstrip() == old.rstrip():
        return ""
    spaces = len(new) - len(new.lstrip(" "))
    if old[: len(old) - len(old.lstrip())] == " " * spaces:
        return f" {finding.lead}: {bare}"
    if not spaces:
        return f" {finding.lead}, helemaal links: {bare}"
    how_many = counted(spaces, "spatie", "spaties")
    return f" {finding.lead}, met {how_many} ervoor: {bare}"


def as_text(finding: Finding) -> str:
    """The message of section 6 of the contract: place, line, mark, what is wrong, what to do."""
    location = finding.location
    heading = f"{finding.severity.word} {finding.code}"
    message = make_visible(finding.message)
    if location is None:
        return f"{heading}\n  {message}\n"
    file = make_visible(location.file)
    if not location.line:
        return f"{file}  {heading}\n  {message}\n"
    number = str(location.line).rjust(4)
    shortened, offset = _window(location.line_text, location.column - 1)
    space = " " * _display_width(shortened[:offset])
    underline = "^" * max(1, _display_width(shortened[offset : offset + location.length]))
    return (
        f"{file}:{location.line}:{location.column}  {heading}\n"
        f"{number} | {shortened}\n"
        f"     | {space}{underline}\n"
        f"  {message}\n"
    )


def _display_width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(
        0 if unicodedata.combining(t) else 2 if unicodedata.east_asian_width(t) in "WF" else 1
        for t in text
    )


_MAX_WIDTH = 100


def _window(line: str, column: int) -> tuple[str, int]:
    """The part of a long line around `column`, made visible, and the column in that part."""
    if len(line) <= _MAX_WIDTH:
        return make_visible(line), column
    start = max(0, min(column - 20, len(line) - _MAX_WIDTH))
    before, after = ("…" if start else ""), ("…" if start + _MAX_WIDTH < len(line) else "")
    shown = make_visible(line[start : start + _MAX_WIDTH])
    return f"{before}{shown}{after}", column - start + len(before)


def parts(finding: Finding) -> Mapping[str, object]:
    """A finding in the parts that a page shows: the line before, in and after the mark, too.

    Keys: ernst, code, bericht, bestand, regel, kolom, voor, fout, na; the place is empty or 0 when
    the finding has none.
    """
    location = finding.location or Location("")
    shortened, start = _window(location.line_text, max(0, location.column - 1))
    end = start + max(1, location.length)
    return {
        "ernst": finding.severity.word,
        "code": finding.code,
        "bericht": make_visible(finding.message),
        "bestand": make_visible(location.file),
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
    """A text as it stands in a workflow command."""
    return make_harmless(make_visible(text)).replace("%", "%25")


def _github_property(text: str) -> str:
    return github_text(text).replace(":", "%3A").replace(",", "%2C")


def as_json(findings: Iterable[Finding], extra: Iterable[Mapping[str, object]] = ()) -> str:
    """All findings as one JSON list of objects, then `extra`.

    Keys: code, ernst, bericht, plaats, herstel.
    """
    rows = [*(_as_row(finding) for finding in findings), *extra]
    return escape_json(json.dumps(rows, ensure_ascii=False, indent=2))


def _as_row(finding: Finding) -> Mapping[str, object]:
    """A finding under the Dutch keys that programs of others read."""
    location, fix = finding.location, finding.fix if finding.can_be_mended else None
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
        "herstel": [edit.as_row(fix.certainty) for edit in fix.edits] if fix else [],
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
