"""Times as people say them, in figures: `half tien` is 9.30, `kwart over negen` 9.15."""

from __future__ import annotations

import re

_HOURS = {
    word: number
    for number, word in enumerate(
        ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf",
         "twaalf"), 1,
    )
} | {"één": 1}  # fmt: skip
_HOUR = rf"(?:1[0-2]|[1-9]|{'|'.join(_HOURS)})"
_SPOKEN = re.compile(
    rf"\b(?:(?P<half>half)|kwart (?P<side>over|voor)) (?P<hour>{_HOUR})\b(?:\s*uur\b)?"
    r"(?!\s*[.:]\s*\d)",
    re.I,
)
_WRITTEN = re.compile(
    rf"(?P<before>\b(?:van|tot|om|tussen|vanaf|t/m)\s|[-–—]\s?)(?P<hour>{'|'.join(_HOURS)})\b"
    r"(?=\s*(?:uur\b|tot\b|en\b|[-–—,;)]|$))",
    re.I,
)


def in_figures(line: str) -> str:
    """A line with its times in figures; everything else as it was. A half hour counts down to the
    hour that is named, as in all of the Netherlands."""
    line = _SPOKEN.sub(lambda m: _clock(m), line)
    return _WRITTEN.sub(lambda m: f"{m['before']}{_HOURS[m['hour'].lower()]}", line)


def _clock(match: re.Match[str]) -> str:
    word = match["hour"].lower()
    hour = _HOURS.get(word) or int(word)
    if match["side"] and match["side"].lower() == "over":
        return f"{hour}.15 uur"
    before = hour - 1 or 12
    return f"{before}.{'30' if match['half'] else '45'} uur"
