"""How wide a text may turn out with the letters that a visitor happens to have.

The site asks for no letters from elsewhere, so the drawing cannot know which face it gets: a
phone, a Mac, Windows and Linux each have their own. What must fit is therefore measured with the
widest of what they fall back on, letter by letter, rounded up.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping


def _per_letter(groups: Mapping[float, str]) -> Mapping[str, float]:
    return {letter: width for width, letters in groups.items() for letter in letters}


SERIF = _per_letter({
    0.35: " ',-.:;ijl‘’‚·łı",
    0.40: "()I[]f",
    0.45: "!Jt¡",
    0.50: '"*/_`r°',
    0.55: "?sz–§¿",
    0.60: "acevxy“”„•",
    0.65: "$0123456789\\bdghknopqu{|}€£«»øđðþ",
    0.70: "FLPSTYZßŁÞ",
    0.75: "ABEKVX",
    0.80: "CGR",
    0.85: "#+<=>DOQU^~×ØĐÐ",
    0.90: "&HNw",
    0.95: "mæ",
    1.00: "%@…œ",
    1.05: "MW—Æ",
    1.15: "Œ",
})  # fmt: skip
"""Ems per letter, upright or italic: DejaVu Serif, Noto Serif, Liberation Serif, Caladea, P052."""

SANS = _per_letter({
    0.30: "'ijlłı",
    0.35: " ,.:;I‘’‚·",
    0.40: "()-[]ft",
    0.45: "!/\\r¡",
    0.50: '"`°',
    0.55: "csz“”„",
    0.60: "*?JL_kvxy|•Ł",
    0.65: "$0123456789FTabdeghnopqu{}€£§«»¿ßøđðþ",
    0.70: "ABEKPSVXYZ–Þ",
    0.75: "CRU",
    0.80: "&DGHNOQØĐÐ",
    0.85: "#+<=>^w~×",
    0.95: "M",
    1.00: "%Wm—…æÆ",
    1.05: "@œ",
    1.10: "Œ",
})  # fmt: skip
"""Ems per letter: DejaVu Sans, Noto Sans, Roboto, Liberation Sans, Carlito."""

UNKNOWN = 1.0
"""Ems for a letter of another script."""


def width(text: str, face: Mapping[str, float] = SERIF) -> float:
    """The most ems that `text` takes, in `SERIF` or `SANS`."""
    # An accent takes no room of its own; it is drawn over its letter.
    letters = (c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return sum(face.get(letter, UNKNOWN) for letter in letters)
