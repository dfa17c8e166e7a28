"""The findings of a check as one readable page of Markdown, for a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from .dutch import date_in_words
from .finding import Finding, Severity, as_text, mended_line, summarise
from .harmless import make_harmless, make_visible

if TYPE_CHECKING:
    from .forecast import Dated

MAX_FINDINGS = 200
"""So many findings stand in a report: GitHub shows no page without end."""
_HEADINGS = {
    Severity.ERROR: "Fouten: eerst dit verbeteren",
    Severity.WARNING: "Waarschuwingen",
    Severity.TIP: "Tips",
}


def report(findings: Sequence[Finding], upcoming: Sequence[Dated] = ()) -> str:
    """All findings by severity and file, and what the calendar will change.

    `findings` come gravest first, as the check gives them. What staff typed is shown as text:
    no Markdown or HTML in it does anything.
    """
    errors = sum(b.severity is Severity.ERROR for b in findings)
    pieces = [f"## Het huis: {summarise(findings)}"]
    if errors:
        pieces.append(
            "De site wordt pas gebouwd als de fouten weg zijn. Wat er nu op staat, blijft zo lang "
            "staan."
        )
    elif findings:
        pieces.append("De site kan gebouwd worden. Dit kan nog beter:")
    shown = findings[:MAX_FINDINGS]
    for severity, row in groupby(shown, key=lambda b: b.severity):
        pieces += _group_section(severity, list(row))
    if len(findings) > MAX_FINDINGS:
        pieces.append(f"En nog {len(findings) - MAX_FINDINGS}: kijk met `propositie controleer`.")
    if upcoming:
        pieces.append("### Wat er vanzelf verandert")
        pieces.append(
            "\n".join(f"- {date_in_words(v.day)}: {_escape_text(v.message)}" for v in upcoming)
        )
    return make_harmless("\n\n".join(pieces)) + "\n"


def _group_section(severity: Severity, row: Sequence[Finding]) -> Iterator[str]:
    """The findings of one severity, by file; tips are folded in."""
    heading = f"{_HEADINGS[severity]} ({len(row)})"
    is_folded = severity is Severity.TIP
    yield f"<details><summary>{heading}</summary>" if is_folded else f"### {heading}"
    for file, parts in groupby(row, key=lambda b: b.location.file if b.location else ""):
        if file:
            yield f"**{_escape_text(file)}**"
        yield "\n".join(_list_item(b) for b in parts)
    if is_folded:
        yield "</details>"


def _list_item(finding: Finding) -> str:
    """One finding as an item of a list, with the line, its mark and what mends it below."""
    location = finding.location
    position = f"regel {location.line}, " if location is not None and location.line else ""
    lines = [f"- {position}{finding.code}: {_escape_text(finding.message)}"]
    if location is not None and location.line and finding.severity is not Severity.TIP:
        excerpt = as_text(finding).splitlines()[1:3]
        lines += ["", *(f"      {line}" for line in excerpt), ""]
    if finding.can_be_mended and location is not None and (new := mended_line(finding)):
        lines += [*_as_diff(location.line_text, new), ""]
    return "\n".join(lines)


def _as_diff(old: str, new: str) -> list[str]:
    """A line as it is and as it should be, in the colours of a comparison."""
    changed = [f"-{make_visible(old)}", f"+{make_visible(new)}"]
    ticks = re.findall(r"`+", old + new)
    fence = "`" * max(3, *(len(run) + 1 for run in ticks), 0)
    return [f"  {line}" for line in (f"{fence}diff", *changed, fence)]


def _escape_text(text: str) -> str:
    """A text that Markdown and HTML leave alone."""
    return re.sub(r"([\\`*_{}\[\]()#+!|~@-])", r"\\\1", escape(make_visible(text), quote=False))
