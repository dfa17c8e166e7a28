"""What a value may look like in an editor, by its type: after YAML, before our reader.

An editor reads YAML 1.2: `0612345670` and `9.30` are numbers to it, `ja` and `2026-03-01` text.
So these are wide: whatever the reader takes must pass. They refuse only what is certainly wrong.
"""

from __future__ import annotations

from typing import Any, TypeAlias

Schema: TypeAlias = dict[str, Any]

_NUMBER = (
    r"-?(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?"
    r"|[0-9]+(?:[,.](?:[0-9]{1,2}|[0-9]{4,}))?|[0-9]+,[0-9]{3})"
)
_MONTH31, _MONTH30 = "(?:0?[13578]|1[02])", "(?:0?[469]|11)"
_DAY29, _MONTH = "(?:0?[1-9]|[12][0-9])", "(?:0?[1-9]|1[0-2])"


def _build_date_pattern(order: str, separator: str) -> str:
    """A pattern for dates of which the day is in the month, written in this order."""
    kinds = ((_DAY29, _MONTH), ("30", f"(?:{_MONTH30}|{_MONTH31})"), ("31", _MONTH31))
    return "|".join(order.format(d=day, m=month, j="[0-9]{4}", s=separator) for day, month in kinds)


_WRITTEN_DATE = r"(?:[A-Za-z]+dag,? )?(?:de )?[0-9]{1,2}(?:e|de|ste)? [A-Za-z]{3,9}\.? [0-9]{4}"
_DATE = "|".join(
    (
        _build_date_pattern("{j}{s}{m}{s}{d}", "-"),
        _build_date_pattern("{d}{s}{m}{s}{j}", "[-/.]"),
        _WRITTEN_DATE,
    )
)
_YEAR_DAY = (
    rf"(?:{_DAY29}[-/]{_MONTH}|30[-/](?:{_MONTH30}|{_MONTH31})|31[-/]{_MONTH31})"
    r"|(?:[Dd]e\s+)?[0-9]{1,2}(?:e|de|ste)?(?:\s+|-)[A-Za-z]{3,9}\.?"
)
_YES_NO = "[Jj][Aa]|[Nn][Ee][Ee]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]|[Yy][Ee][Ss]|[Nn][Oo]"
_CLOCK = r"(?:[01]?[0-9]|2[0-3])(?:\s?[:.u]\s?[0-5][0-9])?"
_TIME = rf"(?:om )?{_CLOCK}\s?(?:uur|u|h)?\.?"
_END_TIME = rf"(?:{_TIME}|24(?:\s?[:.u]\s?00)?\s?(?:uur|u|h)?\.?)"
_POSTCODE = r"[1-9][0-9]{3}\s*[A-Za-z]{2}"
_NAME = r"[^@\s<>\"',;:()\[\]\\]+"
_MAILBOX = r"[^@\s<>\",;:()\[\]\\‘’“”]+"
_URL = r"(?:[Hh][Tt][Tt][Pp][Ss]?:\s*//\s*|[Ww]{3}\.)[^\s<>\"/?#]+[^\s<>\"]*"
_FILE = r"(?!\.)[^/\\]+"
_MAX_NUMBER = 1e20
"""The reader takes numbers of at most twenty characters."""


def _build_text(pattern: str, message: str) -> Schema:
    return {"type": "string", "pattern": rf"^\s*(?:{pattern})\s*$", "errorMessage": message}


def _build_number(pattern: str, message: str, **bounds: float) -> Schema:
    return {
        **_build_text(pattern, message),
        "type": ["number", "string"],
        "exclusiveMaximum": _MAX_NUMBER,
        **bounds,
    }


LINE: Schema = {
    "type": ["string", "number", "boolean"],
    "errorMessage": "Hier hoort één tekst: geen lijst en geen groep. "
    "Staat er een dubbele punt in, zet de tekst dan tussen aanhalingstekens.",
}

DOOR_LENGTH = 34
"""So many characters stand on one line of a door (the brief of the looks, section 5)."""

DOOR: Schema = {
    "type": ["string", "number", "boolean"],
    # The reader makes one space of a row of them, and none at the ends.
    "pattern": rf"^\s*(?:\S|\s+(?=\S)){{0,{DOOR_LENGTH}}}\s*$",
    "errorMessage": f"Op de deur is plaats voor {DOOR_LENGTH} tekens. Maak het korter, "
    "of laat deur weg: dan staat alleen de naam erop.",
}

NUMBER: Schema = _build_number(
    _NUMBER, "Dit is geen getal. Schrijf bijvoorbeeld 12 of 0,75 of 1.250."
)
INTEGER: Schema = _build_number(
    r"-?(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,0+)?|[0-9]+(?:[,.]0+)?)",
    "Dit is geen heel getal. Schrijf bijvoorbeeld 12 of 1.250.",
)
_NO_THOUSANDS = r"(?![1-9][0-9]{0,2},[0-9]{3}(?![0-9]))"
"""A comma before three digits: thousands, or cents? The reader asks."""
_NO_CENTS = r"(?:[,.]?(?:--?|[=–—]))?"
_EUROS = rf"€?(?:EUR)?\s*{_NO_THOUSANDS}{_NUMBER}(?:\s[0-9]{{3}})*{_NO_CENTS}\s*€?"
AMOUNT: Schema = _build_number(
    _EUROS, "Dit is geen bedrag. Schrijf bijvoorbeeld 0,75 of 2,50 of 1.250.", minimum=0
)
PRICE: Schema = {
    "type": ["string", "number", "boolean"],
    "pattern": rf"[A-Za-z]|^\s*{_EUROS}(?:\s*[-–/]\s*{_EUROS})*\s*$",
    "errorMessage": "Dit is geen bedrag. Schrijf bijvoorbeeld 0,75 of 2,50, of woorden.",
}
DATE: Schema = _build_text(_DATE, "Dit is geen datum. Schrijf 2026-03-01 of 1-3-2026.")
WITHDRAWN: Schema = {
    **_build_text(f"{_YES_NO}|{_DATE}", "Schrijf ja, of een datum: 2026-03-01 of 1-3-2026."),
    "type": ["string", "boolean"],
}
TIME: Schema = {
    **_build_text(_TIME, "Dit is geen tijd. Schrijf bijvoorbeeld 9:30 of 14.00."),
    "type": ["string", "number"],
    "minimum": 0,
    "maximum": 23.59,
}
END_TIME: Schema = {
    **TIME,
    **_build_text(_END_TIME, "Dit is geen tijd. Schrijf bijvoorbeeld 9:30 of 24:00."),
    "type": ["string", "number"],
    "maximum": 24,
}
_DAY_WORDS = [
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
    "dag",
    "werkdag",
]
_DAYS = "|".join(
    rf"[{word[0].upper()}{word[0]}](?:{word[1:]}(?:s|en)?{f'|{word[1]}' if len(word) > 5 else ''})"
    for word in _DAY_WORDS
)
DAYS: Schema = {
    # Which rhythms there are, the reader knows; an editor says it of what names no day.
    "type": "string",
    "pattern": rf"(?:^|[^A-Za-z])(?:{_DAYS}|[Dd]agelijks|[Dd]oordeweeks|[Ww]eek|[Ww]eekend)"
    r"(?:$|[^A-Za-z])",
    "errorMessage": "Schrijf een dag: dinsdag, maandag t/m vrijdag, eerste dinsdag van de maand.",
}
YEAR_DAY: Schema = _build_text(
    rf"{_DATE}|{_YEAR_DAY}",
    "Dit is geen dag van het jaar. Schrijf een dag en een maand, bijvoorbeeld 31 december.",
)
YES_NO: Schema = {**_build_text(_YES_NO, "Schrijf ja of nee."), "type": ["string", "boolean"]}
PHONE: Schema = {
    # How many digits it has to have, the reader knows; an editor says it of letters.
    "type": ["string", "number"],
    "pattern": r"^(?:[^0-9A-Za-z]*[0-9]){3}[^A-Za-z]*$",
    "errorMessage": "Dit is geen telefoonnummer dat te bellen is. "
    "Schrijf bijvoorbeeld 0599 123 456 of 06 1234 5678.",
}
EMAIL: Schema = _build_text(
    rf"{_MAILBOX}\s*@\s*{_NAME}\s*\.\s*[A-Za-z]{{2,}}",
    "Dit is geen e-mailadres. Schrijf bijvoorbeeld naam@organisatie.nl.",
)
URL: Schema = _build_text(
    _URL,
    "Dit is geen webadres. Een webadres begint met https://, "
    "bijvoorbeeld https://www.organisatie.nl.",
)
POSTCODE: Schema = _build_text(_POSTCODE, "Dit is geen postcode. Schrijf bijvoorbeeld 1234 AB.")
POSTCODE_AREA: Schema = {
    # How long a row may be, the reader knows.
    **_build_text(
        r"[1-9][0-9]{3}(?:\s*[A-Za-z]{2}|\s*(?:[-\u2010-\u2015]|t/m|tot en met)\s*[1-9][0-9]{3})?",
        "Dit is geen postcode. Schrijf vier cijfers, bijvoorbeeld 1234, of 1234 AB, of 1234-1239.",
    ),
    "type": ["string", "number"],
    "minimum": 1000,
    "maximum": 9999,
}
COLOUR: Schema = _build_text(
    "#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})",
    'Dit is geen kleur. Schrijf de kleurcode tussen aanhalingstekens: "#1f5c4d".',
)
IMAGE: Schema = {
    **_build_text(
        _FILE,
        "Schrijf alleen de naam van een bestand, zonder map, en zet het naast dit bestand.",
    ),
    "type": ["string", "number", "boolean"],
}
FONT: Schema = _build_text(
    rf"{_FILE}\.[Ww][Oo][Ff][Ff]2", "Gebruik een letterbestand dat op .woff2 eindigt."
)
DOCUMENT: Schema = _build_text(
    rf"{_FILE}\.[Pp][Dd][Ff]",
    "Schrijf alleen de naam van een pdf, zonder map, en zet hem naast dit bestand.",
)
CSV: Schema = _build_text(
    rf"{_FILE}\.[Cc][Ss][Vv]", "Noem een csv-bestand: een bestand dat op .csv eindigt."
)
