"""Words in a sentence: several in a row, and one or more of a thing."""

from __future__ import annotations

from collections.abc import Iterable


def join_words(words: Iterable[str], conjunction: str = "en") -> str:
    """Words as a sentence lists them: `a, b en c`."""
    items = list(words)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {conjunction} {items[-1]}"


def counted(count: int, singular: str, plural: str) -> str:
    """How many of a thing: `1 fout`, `3 fouten`."""
    return f"{count} {singular if count == 1 else plural}"
