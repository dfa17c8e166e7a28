"""One line of the table for every page, and what that page misses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from helpers.measurement import Measurement

from .tools import CATEGORIES, MINIMUM, LighthouseReport

_ROW_FORMAT = "{:<6} {:<17} {:>5} {:>5} {:>5} {:>5} {:>5} {:>6} {:>6} {:>5} {:>8} {:>6}"
HEADER = _ROW_FORMAT.format(
    "site", "page", "html", "perf", "acc", "best", "seo", "shift", "kB", "req", "+photos", "hosts"
)


@dataclass(frozen=True, slots=True)
class TableLine:
    """A line as it is printed, and the figures missed."""

    text: str
    misses: Sequence[str]


def make_line(
    site: str,
    kind: str,
    html: Sequence[str],
    measurement: Measurement,
    report: LighthouseReport | None,
) -> TableLine:
    """The line of a page; Lighthouse does not look at 404, which answers that it is not there."""
    misses = [*(f"html {error}" for error in html), *measurement.misses(kind)]
    layout_shift = measurement.layout_shift
    if report is not None:
        layout_shift = max(layout_shift, report.layout_shift)
        if report.layout_shift > 0:
            misses.append(f"layout shift {report.layout_shift:.3f} (Lighthouse)")
        misses += [
            f"{category} {score} (at least {minimum})"
            for category, score, minimum in zip(CATEGORIES, report.scores, MINIMUM, strict=True)
            if score < minimum
        ]
        misses += report.complaints
    text = _ROW_FORMAT.format(
        site,
        kind,
        len(html),
        *(report.scores if report else ("·",) * len(CATEGORIES)),
        f"{layout_shift:.3f}",
        f"{measurement.bytes / 1000:.1f}",
        measurement.requests,
        f"{measurement.photo_bytes / 1000:.0f} kB",
        len(measurement.elsewhere),
    )
    return TableLine(text, [f"{site} {kind}: {error}" for error in misses])
