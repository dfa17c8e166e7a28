"""What a value may look like in each form, as an editor sees it: after YAML, before our reader.

An editor reads YAML 1.2: `0612345670` and `9.30` are numbers to it, `ja` and `2026-03-01` text.
So these are wide: whatever the reader takes must pass. They refuse only what is certainly wrong.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from ..vorm import Vorm

Schema: TypeAlias = dict[str, Any]

_GETAL = (
    r"-?(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?"
    r"|[0-9]+(?:[,.](?:[0-9]{1,2}|[0-9]{4,}))?|[0-9]+,[0-9]{3})"
)
_MAAND31, _MAAND30 = "(?:0?[13578]|1[02])", "(?:0?[469]|11)"
_DAG29, _MAAND = "(?:0?[1-9]|[12][0-9])", "(?:0?[1-9]|1[0-2])"


def _datum(volgorde: str, streep: str) -> str:
    """A pattern for dates of which the day is in the month, written in this order."""
    soorten = ((_DAG29, _MAAND), ("30", f"(?:{_MAAND30}|{_MAAND31})"), ("31", _MAAND31))
    return "|".join(
        volgorde.format(d=dag, m=maand, j="[0-9]{4}", s=streep) for dag, maand in soorten
    )


_DATUM = "|".join((_datum("{j}{s}{m}{s}{d}", "-"), _datum("{d}{s}{m}{s}{j}", "[-/.]")))
_JA_NEE = "[Jj][Aa]|[Nn][Ee][Ee]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]|[Yy][Ee][Ss]|[Nn][Oo]"
_TIJD = r"(?:[01]?[0-9]|2[0-3])[:.][0-5][0-9](?:\s*uur)?"
_POSTCODE = r"[1-9][0-9]{3}\s*[A-Za-z]{2}"
_NAAM = r"[^@\s<>\"',;:()\[\]\\]+"
_URL = r"[Hh][Tt][Tt][Pp][Ss]?://[^\s<>\"/?#]+[^\s<>\"]*"
_BESTAND = r"(?!\.)[^/\\]+"
_VEEL = 1e20
"""The reader takes numbers of at most twenty characters."""


def _tekst(patroon: str, melding: str) -> Schema:
    return {"type": "string", "pattern": rf"^\s*(?:{patroon})\s*$", "errorMessage": melding}


def _getal(patroon: str, melding: str, **grenzen: float) -> Schema:
    return {
        **_tekst(patroon, melding),
        "type": ["number", "string"],
        "exclusiveMaximum": _VEEL,
        **grenzen,
    }


_REGEL: Schema = {
    "type": ["string", "number", "boolean"],
    "errorMessage": "Hier hoort één tekst: geen lijst en geen groep. "
    "Staat er een dubbele punt in, zet de tekst dan tussen aanhalingstekens.",
}

VORMEN: Mapping[Vorm, Schema] = {
    Vorm.REGEL: _REGEL,
    Vorm.OPMAAK: _REGEL,
    Vorm.GETAL: _getal(_GETAL, "Dit is geen getal. Schrijf bijvoorbeeld 12 of 0,75 of 1.250."),
    Vorm.GEHEEL: _getal(
        r"-?(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,0+)?|[0-9]+(?:[,.]0+)?)",
        "Dit is geen heel getal. Schrijf bijvoorbeeld 12 of 1.250.",
    ),
    Vorm.BEDRAG: _getal(
        rf"€?(?:EUR)?\s*{_GETAL}(?:,-)?",
        "Dit is geen bedrag. Schrijf bijvoorbeeld 0,75 of 2,50 of 1.250.",
        minimum=0,
    ),
    Vorm.DATUM: _tekst(_DATUM, "Dit is geen datum. Schrijf 2026-03-01 of 1-3-2026."),
    Vorm.INGETROKKEN: {
        **_tekst(f"{_JA_NEE}|{_DATUM}", "Schrijf ja, of een datum: 2026-03-01 of 1-3-2026."),
        "type": ["string", "boolean"],
    },
    Vorm.TIJD: {
        **_tekst(_TIJD, "Dit is geen tijd. Schrijf bijvoorbeeld 9:30 of 14.00."),
        "type": ["string", "number"],
        "minimum": 0,
        "maximum": 23.59,
    },
    Vorm.JA_NEE: {**_tekst(_JA_NEE, "Schrijf ja of nee."), "type": ["string", "boolean"]},
    Vorm.TELEFOON: {
        # The reader finds a number of five digits or more in any text around it.
        "type": ["string", "number"],
        "pattern": r"^(?:[^0-9A-Za-z]*[0-9A-Za-z]){5}",
        "errorMessage": "Dit is geen telefoonnummer dat te bellen is. "
        "Schrijf bijvoorbeeld 0599 123 456 of 06 1234 5678.",
    },
    Vorm.EMAIL: _tekst(
        rf"{_NAAM}@{_NAAM}\.[A-Za-z]{{2,}}",
        "Dit is geen e-mailadres. Schrijf bijvoorbeeld naam@organisatie.nl.",
    ),
    Vorm.URL: _tekst(
        _URL,
        "Dit is geen webadres. Een webadres begint met https://, "
        "bijvoorbeeld https://www.organisatie.nl.",
    ),
    Vorm.POSTCODE: _tekst(_POSTCODE, "Dit is geen postcode. Schrijf bijvoorbeeld 1234 AB."),
    Vorm.KLEUR: _tekst(
        "#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})",
        'Dit is geen kleur. Schrijf de kleurcode tussen aanhalingstekens: "#1f5c4d".',
    ),
    Vorm.BEELD: {
        **_tekst(
            _BESTAND,
            "Schrijf alleen de naam van een bestand, zonder map, en zet het naast dit bestand.",
        ),
        "type": ["string", "number", "boolean"],
    },
    Vorm.LETTER: _tekst(
        rf"{_BESTAND}\.[Ww][Oo][Ff][Ff]2", "Gebruik een letterbestand dat op .woff2 eindigt."
    ),
}
"""By form: what a value that is not empty must be. `errorMessage` is what the editor then says."""

ANDERS_GESCHREVEN: Mapping[Vorm, tuple[str, ...]] = {
    Vorm.GETAL: ("0,75", "1.250"),
    Vorm.BEDRAG: ("0,75", "1.250"),
    Vorm.DATUM: ("2026-03-01", "1-3-2026"),
    Vorm.INGETROKKEN: ("ja", "2026-03-01"),
    Vorm.TIJD: ("9:30", "14.00"),
    Vorm.JA_NEE: ("ja", "nee"),
}
"""Ways of writing that an editor may offer, of forms that have more than one.

An editor fills in a lone example by itself, and nobody's name or number should be put on a site
that way; so other forms only show theirs in the help.
"""
