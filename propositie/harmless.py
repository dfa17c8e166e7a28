"""Whatever is printed passes here: what was typed elsewhere can then do no harm where it is shown.

A name of a file or a word from a text may hold a character that moves, hides or colours what a
terminal shows, that turns the direction of reading around, or that makes a line which a CI takes
for a command of its own.
"""

from __future__ import annotations

import re
import unicodedata

TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Characters that turn the direction of reading around for what follows (UAX #9)."""
LEANING = "\u061c\u200f"
"""Marks that have their place between letters written from right to left; elsewhere they do as the
others."""
ODD = re.compile(f"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff{TURNING}{LEANING}]")
"""What has no place in a name: what no keyboard types, what turns reading around, and bytes that
are no text in any writing (Python keeps them as halves of pairs)."""
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
"""The categories of what moves or hides other characters."""
_STAND_IN = "·"
_COMMAND = re.compile(r"^([ \t]*):(?=:)|##(?=\[)", re.M)
"""How a line begins that GitHub runs, after spaces or not (`::error::`), and the older way to
write one, which counts in the midst of a line (`##[error]`)."""


def make_visible(line: str) -> str:
    """A line with a stand-in for each character that would move or hide the others, line ends
    among them."""
    if line.isprintable():
        return line
    return "".join(
        " " if t == "\t" else _STAND_IN if unicodedata.category(t) in _INVISIBLE else t
        for t in line
    )


def make_harmless(text: str) -> str:
    """A text of several lines as it can be printed: each made visible, and none of them a command
    to a CI."""
    if not text.isascii() or not text.isprintable():
        text = "\n".join(map(make_visible, re.split(r"\r?\n", text)))
    if "::" in text or "##[" in text:
        text = _COMMAND.sub(lambda m: f"{m[1]}: " if m[1] is not None else "# #", text)
    return text


def escape_json(text: str) -> str:
    """JSON with an escape for each character that would move or hide others in what shows it, and
    for the beginning of a command to a CI."""
    text = text.replace("##[", "#\\u0023[")
    if text.isascii() and "\x7f" not in text:
        return text  # json itself has escaped what lies below the space
    return "".join(
        t if t == "\n" or unicodedata.category(t) not in _INVISIBLE else _as_escape(t) for t in text
    )


def _as_escape(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass")
    pairs = (units[i : i + 2] for i in range(0, len(units), 2))
    return "".join(f"\\u{pair.hex()}" for pair in pairs)
