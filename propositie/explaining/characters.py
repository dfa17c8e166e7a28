"""Characters that come along from a word processor, and what to type instead."""

from __future__ import annotations

import re

from .diagnosis import Diagnosis
from .repair import CURLY_CLOSE, CURLY_OPEN, quote

INVISIBLE = "\u200b\u200c\u200d\u2060\u00ad\ufeff\u200e\u200f"
"""Characters without width: joiners, soft hyphens, marks of direction."""
FIXED_SPACES = "\u00a0\u2007\u202f\u2002\u2003\u2009\u3000"
"""Spaces that look like one and are none to YAML."""
DASHES = "–—−‐‑―"
BULLETS = "•·▪◦●○■□➢►✓*+"
"""What word processors and people put before the parts of a list."""

_REPLACEMENTS = str.maketrans(
    {
        **dict.fromkeys(INVISIBLE, None),
        **dict.fromkeys(FIXED_SPACES, " "),
        **dict.fromkeys(DASHES, "-"),
    }
)
_DROP_CURLY = str.maketrans(dict.fromkeys(CURLY_OPEN + CURLY_CLOSE, None))
_ODD = re.compile(rf"[{INVISIBLE}{FIXED_SPACES}]")
_BULLET_LINE = re.compile(
    rf"(?P<voor>[ \t]*)"
    rf"(?P<teken>[{DASHES}{re.escape(BULLETS)}]|-(?=[{FIXED_SPACES}])|\d{{1,2}}[.)]|[a-z]\))"
    rf"(?P<ruimte>[ \t{FIXED_SPACES}]+)(?P<tekst>\S.*)$"
)


def clean(text: str) -> str:
    """A short text without what a word processor put in: quotes, long dashes, odd spaces."""
    return text.translate(_REPLACEMENTS).translate(_DROP_CURLY).strip()


def parse_bullet(line: str) -> tuple[str, str] | None:
    """The mark that stands in place of the dash of a list, and the line with a dash."""
    match = _BULLET_LINE.match(line)
    if match is None:
        return None
    return match["teken"], f"{match['voor']}- {match['tekst']}"


def find_wrong_dash(lines: list[str], number: int) -> Diagnosis | None:
    """A line of a list that begins with a long dash, a bullet or a number."""
    found = parse_bullet(lines[number])
    if found is None:
        return None
    character, correction = found
    column = lines[number].index(character)
    return Diagnosis("V02", describe_bullet(character), number, column, len(character), correction)


def describe_bullet(character: str) -> str:
    """What to say of a list whose parts begin with `character`."""
    if character == "-":
        return "Achter het streepje staat een vaste spatie. Typ er een gewone."
    letter = re.match(r"\w", character)
    found = (
        "een lang streepje" if character in DASHES else "een nummer" if letter else f'"{character}"'
    )
    return f"Elk deel van een lijst begint met een gewoon streepje en een spatie, niet met {found}."


def find_odd_space(lines: list[str], number: int) -> Diagnosis | None:
    """An odd space or a character without width where YAML reads it as part of a word."""
    match = _ODD.search(lines[number])
    if match is None:
        return None
    correction = lines[number].translate(_REPLACEMENTS)
    if match[0] in INVISIBLE:
        message = (
            "Hier staat een teken dat niet te zien is. Zo'n teken komt vaak mee uit een "
            "tekstverwerker of van een website. Typ de regel opnieuw, of haal het teken weg."
        )
        return Diagnosis("V01", message, number, match.start(), 1, correction)
    message = (
        "Hier staat een vaste spatie, zoals een tekstverwerker die maakt. Die telt niet als "
        "spatie. Typ er gewone spaties."
    )
    length = len(re.match(rf"[{FIXED_SPACES} ]+", lines[number][match.start() :])[0])  # type: ignore[index]
    return Diagnosis("V02", message, number, match.start(), length, correction)


def find_odd_indentation(lines: list[str]) -> Diagnosis | None:
    """The first field or dash that goes in with odd spaces: it stands elsewhere than it seems."""
    for number, line in enumerate(lines):
        if line[:1] in " \t" + FIXED_SPACES + INVISIBLE:
            before = line[: len(line) - len(line.lstrip(" \t" + FIXED_SPACES + INVISIBLE))]
            rest = line[len(before) :]
            if _ODD.search(before) and re.match(r"- |[\w\"']+:(?:\s|$)", rest):
                return find_odd_space(lines, number)
    return None


def find_curly_quotes(lines: list[str], number: int) -> Diagnosis | None:
    """A text between quotation marks of which one at least is curly."""
    match = re.match(
        rf"(?P<voor>\s*(?:- +)*(?:[\w-]+ *: +)?)"
        rf"(?P<open>[{CURLY_OPEN}\"'])(?P<tekst>[^\"{CURLY_OPEN}]*?)(?P<dicht>[{CURLY_CLOSE}\"'])\s*$",
        lines[number],
    )
    if match is None or (match["open"] in "\"'" and match["dicht"] in "\"'"):
        return None
    position = match.start("open") if match["open"] not in "\"'" else match.start("dicht")
    message = (
        f"Hier staat een gekruld aanhalingsteken {lines[number][position]}, zoals een "
        'tekstverwerker dat maakt. Om een tekst horen twee rechte: ".'
    )
    correction = f"{match['voor']}{quote(match['tekst'])}"
    return Diagnosis("V02", message, number, position, 1, correction)


def find_wide_colon(lines: list[str], number: int) -> Diagnosis | None:
    """A colon that is none: from another script, or a sign that looks like it."""
    match = re.match(r"(\s*(?:- +)*[\w-]+)\s?([：∶꞉ː﹕])\s*(.*)$", lines[number])
    if match is None:
        return None
    message = f"Het teken {match[2]} lijkt op een dubbele punt, maar is het niet. Typ een gewone."
    correction = f"{match[1]}: {match[3]}".rstrip()
    return Diagnosis("V02", message, number, match.start(2), 1, correction)
