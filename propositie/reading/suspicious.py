"""What YAML can read and staff cannot have meant: each function looks at one event of the parser.

`g` is that event and `lines` are the lines of the text; what comes out says what is wrong, where.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from ..harmless import LEANING, TURNING
from .errors import Mistake, Refusal, YamlError

TRAILING_HASH = re.compile(r"[^\s#] +#[^\s#]")
"""Text, and then a # that makes the rest of the line vanish."""
CONTROL_CHARACTER = re.compile(rf"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff{TURNING}]")
_TURNING = re.compile(
    rf"[{TURNING}{LEANING}]"
    r"|&#(?:x0*(?:202[a-e]|206[6-9]|200f|61c)|0*(?:823[4-8]|829[4-7]|8207|1564))\b;?",
    re.I,
)
"""What turns the direction of reading around, as it is or as HTML writes it by number."""


def refuse_turning(text: str) -> None:
    """Raise `YamlError` for a text in which a name or a number can stand the other way around than
    it was typed (UAX #9, explicit directional formatting)."""
    if (text.isascii() and "&#" not in text) or not _TURNING.search(text):
        return
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text)):
        for found in _TURNING.finditer(line):
            if found[0] not in LEANING or not _holds_right_to_left(line):
                raise YamlError(Refusal(Mistake.TURNING, number, found.start(), len(found[0])))


def _holds_right_to_left(line: str) -> bool:
    return any(unicodedata.bidirectional(t) in {"R", "AL"} for t in line if t not in LEANING)


def refuse(g: Any, mistake: Mistake, *words: str) -> Refusal:
    """A refusal of all that the event spans."""
    start, end = g.start_mark, g.end_mark
    length = end.column - start.column if end.line == start.line else 1_000
    return Refusal(mistake, start.line, start.column, max(1, length), words)


def line_of(lines: Sequence[str], number: int) -> str:
    """The line with this number; the parser may say that something lies below the last one."""
    return lines[number] if number < len(lines) else ""


def find_leading_hash(lines: Sequence[str], g: Any) -> Refusal | None:
    """A value that vanishes because it begins with #, as a colour or number does."""
    number, after = g.start_mark.line, g.start_mark.column
    line = line_of(lines, number).rstrip()
    rest = line[after:].strip()
    if not re.match(r"#[^\s#]", rest):
        return None
    return Refusal(Mistake.LEADING_HASH, number, line.index("#", after), len(rest))


def find_hash_in_text(lines: Sequence[str], g: Any) -> Refusal | None:
    """A text that loses its end because a # stands in it: `naam: De #1 van de buurt`."""
    number: int = g.end_mark.line
    tail = re.match(r" +(#[^\s#].*)$", line_of(lines, number)[g.end_mark.column :])
    if tail is None:
        return None
    lost = tail[1].rstrip()
    column = g.end_mark.column + tail.start(1)
    start = g.start_mark.line, g.start_mark.column
    return Refusal(Mistake.HASH_IN_TEXT, number, column, len(lost), (g.value, lost), start)


def find_list_in_text(lines: Sequence[str], g: Any) -> Refusal | None:
    """A text that swallows a line of a list, because that line goes in too far."""
    first = g.start_mark.line
    for number in range(first + 1, min(g.end_mark.line + 1, len(lines))):
        bare = lines[number].lstrip()
        if bare.startswith("- "):
            column = len(lines[number]) - len(bare)
            length = len(bare.rstrip())
            return Refusal(Mistake.LIST_IN_TEXT, number, column, length, start=(first, 0))
    return None
