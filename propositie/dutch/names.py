"""Names of people."""

from __future__ import annotations


def in_usual_order(naam: str) -> str:
    """A name that stands surname first, as lists have it, in the order in which it is spoken:
    `Dijkema, Noor` → `Noor Dijkema`, `Berg, van den, Anna` → `Anna van den Berg`. Empty for a name
    that is in that order."""
    parts = [part.strip() for part in naam.split(",") if part.strip()]
    if len(parts) < 2 or all(_is_degree(word) for part in parts[1:] for word in part.split()):
        return ""
    return " ".join(reversed(parts))


def _is_degree(word: str) -> bool:
    """Whether a word may follow a name behind a comma: `MSc`, `Ph.D.`, `RA`, `jr.`."""
    has_capitals = sum(t.isupper() for t in word) > 1
    return has_capitals or word.endswith(".") or word.lower() in {"jr", "sr"}
