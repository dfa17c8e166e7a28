"""The brand as design programs read it (Design Tokens Community Group, format 2025.10)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from ..huis import Merk
from ..huis.base import Say
from ..output.palette import palette

TOKENS = (
    "grond", "blad", "inkt", "zacht", "lijn", "haarlijn", "hoofd", "op-hoofd", "hoofd-tekst",
    "hoofd-tint", "accent", "op-accent", "accent-tekst", "accent-tint",
)  # fmt: skip
"""The colours, each with a sentence in nl.yml that says what it is for."""
_OTHERS = ("Georgia", "serif")
"""What stands in where the typeface is not there."""


def tokens_json(merk: Merk, naam: str, typeface: str, say: Say) -> bytes:
    """The colours of the brand, light and dark, as they were worked out, and its typeface."""
    both = palette(merk.kleuren.hoofd, merk.kleuren.accent)
    whole = {
        "$description": say("token_over", naam=naam),
        "kleur": {
            "$type": "color",
            **{theme: _colours(both[theme], say) for theme in ("licht", "donker")},
        },
        "letter": {
            "$type": "fontFamily",
            "tekst": _token([typeface, *_OTHERS], say("token_letter")),
        },
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _colours(values: Mapping[str, str], say: Say) -> Mapping[str, object]:
    return {
        name: _token(_colour(values[name]), say(f"token_{name.replace('-', '_')}"))
        for name in TOKENS
    }


def _token(value: object, description: str) -> Mapping[str, object]:
    return {"$value": value, "$description": description}


def _colour(shown: str) -> Mapping[str, object]:
    """A colour by its parts from 0 to 1, and as people write it."""
    return {"colorSpace": "srgb", "components": _components(shown), "hex": shown}


def _components(shown: str) -> Sequence[float]:
    return [round(int(shown[at : at + 2], 16) / 255, 4) for at in (1, 3, 5)]
