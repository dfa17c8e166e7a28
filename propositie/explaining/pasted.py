"""A file in which something else was pasted: a web page, a table, two versions at once.

Such a file is wrong as a whole, so one message says what it is; its lines are not worth a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from ..edits import Certainty
from .diagnosis import Diagnosis
from .repair import quote_if_needed

MAX_LINE = 400
"""What was pasted shows at the beginning of a line."""
_ONE_OF_MANY = Certainty.SHOWN_ONLY
"""The line that is told is one of all the lines that were pasted."""
_FIELD = r"[A-Za-z_][\w-]*"


def find_pasted(lines: list[str], is_readable: bool = False) -> Diagnosis | None:
    """What was pasted in a file; None when it looks like one of ours.

    `is_readable`: YAML can read it, so that whole JSON is good enough.
    """
    lines = [r[:MAX_LINE] for r in lines]
    first = next((n for n, r in enumerate(lines) if r.strip() and not r.startswith("# ")), None)
    if first is None:
        return None
    for check in _CHECKS:
        if (check is not _find_half_json or not is_readable) and (found := check(lines, first)):
            return found
    return None


def find_conflict(lines: list[str], _first: int = 0) -> Diagnosis | None:
    """The marks that Git leaves where two people changed the same lines."""
    for number, line in enumerate(lines):
        if re.match(r"<{7}(?: |$)|>{7}(?: |$)", line):
            message = (
                "Hier staan twee versies van dezelfde regels onder elkaar, want twee mensen "
                "pasten ze tegelijk aan. Kies de goede regels, en haal de andere weg, samen met "
                "de regels die met <<<<<<<, ======= en >>>>>>> beginnen."
            )
            return Diagnosis("V02", message, number, 0, len(line.rstrip()))
    return None


def _find_code_block(lines: list[str], first: int) -> Diagnosis | None:
    for number, line in enumerate(lines):
        if number >= first and re.match(r"(?:```|~~~)\w*\s*$", line):
            message = (
                "De tekens ``` horen niet in dit bestand; zij komen mee uit een chat of een "
                "handleiding. Haal alle regels met ``` weg."
            )
            return Diagnosis("V02", message, number, 0, len(line.rstrip()))
    return None


def _find_markup(lines: list[str], first: int) -> Diagnosis | None:
    """Names of fields in bold, as a report has them."""
    match = re.match(rf"(?:\*\*|__|\*|_)({_FIELD})(?::(?:\*\*|__|\*|_)|(?:\*\*|__|\*|_):)\s*(.*)$",
                      lines[first])  # fmt: skip
    if match is None:
        return None
    message = "Om de naam van een veld horen geen sterretjes. Haal ze overal weg."
    correction = f"{match[1].lower()}: {quote_if_needed(match[2].strip())}"
    return Diagnosis("V02", message, first, 0, match.end(1), correction, _ONE_OF_MANY)


_FROM_ELSEWHERE = (
    "Dit lijkt geplakt uit een ander programma, en hier horen velden. Schrijf elk veld op een "
    "eigen regel: de naam, een dubbele punt, een spatie en de tekst, zoals: "
    "naam: Koffie in de buurt."
)
_FOREIGN = re.compile(
    rf"""\s*<[!a-z]                               # a web page
      | [>+]\s?{_FIELD}:                          # a quoted mail, a comparison of two versions
      | \s*\d+[.:|)]?\s+{_FIELD}:                # numbered lines
      | {_FIELD}(?:;\w*){{2,}}\s*$ | {_FIELD}\t+\S  # a table
    """,
    re.I | re.X,
)
_HALF_JSON = re.compile(rf"\s*\[?\s*\{{\s*\"{_FIELD}\"\s*:")


def _find_foreign(lines: list[str], first: int) -> Diagnosis | None:
    """What another program made, whichever that is."""
    if not _FOREIGN.match(lines[first]):
        return None
    return Diagnosis("V02", _FROM_ELSEWHERE, first, 0, len(lines[first].rstrip()))


def _find_half_json(lines: list[str], first: int) -> Diagnosis | None:
    if not _HALF_JSON.match("\n".join(lines[first : first + 3])):
        return None
    return Diagnosis("V02", _FROM_ELSEWHERE, first, 0, len(lines[first].rstrip()))


_CHECKS: tuple[Callable[[list[str], int], Diagnosis | None], ...] = (
    find_conflict,
    _find_code_block,
    _find_markup,
    _find_foreign,
    _find_half_json,
)
