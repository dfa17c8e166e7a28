"""How wide a text may turn out with the letters that a visitor gets to see.

Most get Literata; who is on a slow line gets what his device has in its place, and a phone, a Mac,
Windows and Linux each have their own. What must fit is therefore measured with the widest of
these, letter by letter, rounded up.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping


def _per_letter(groups: Mapping[float, str]) -> Mapping[str, float]:
    return {letter: width for width, letters in groups.items() for letter in letters}


WIDTHS = _per_letter({
    0.35: " ',.ijl·ıł",
    0.40: "()-:;f‘’‚",
    0.45: "!I[]t¡",
    0.50: '"`/r°',
    0.55: "sz",
    0.60: "*?J_acevxy¿–•",
    0.65: "$\\bdgkopqu{|}£§«»ðøþđ“”„",
    0.70: "0123456789FPShnÞß",
    0.75: "ELTZŁ€",
    0.80: "BCR",
    0.85: "#+<=>ADGKOQUVXY^~Ð×ØĐ",
    0.90: "HNw",
    0.95: "&æ",
    1.00: "%mœ",
    1.05: "MÆ",
    1.10: "@",
    1.15: "WŒ",
    1.20: "—…",
})  # fmt: skip
"""Ems per letter, upright or italic: Literata, those that stand in for it at the size that they
then have (Georgia, Noto Serif, Times New Roman, Liberation Serif), and DejaVu Serif."""

UNKNOWN = 1.0
"""Ems for a letter of another script."""


def width(text: str) -> float:
    """The most ems that `text` takes."""
    # An accent takes no room of its own; it is drawn over its letter.
    letters = (c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return sum(WIDTHS.get(letter, UNKNOWN) for letter in letters)
