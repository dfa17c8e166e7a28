"""Words in a sentence: several in a row, one or more of a thing, and where a sentence ends."""

from __future__ import annotations

import re
from collections.abc import Iterable

_END = re.compile(r"[.!?…][\"'”’)]*\s+(?=[\"'“‘(]*[A-ZÀ-Þ0-9])")
_SHORT = re.compile(
    r"(?:^|[\s(])(?:(?:[a-z]\.)+[a-z]|[A-Z]|bijv|bv|ca|dhr|dr|drs|ds|evt|excl|incl|ing|ir|mevr|mr|mw"
    r"|nr|prof|resp|st|tel)$",
    re.I,
)
"""What ends in a point that ends no sentence."""


def join_words(words: Iterable[str], conjunction: str = "en") -> str:
    """Words as a sentence lists them: `a, b en c`."""
    items = list(words)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {conjunction} {items[-1]}"


def counted(count: int, singular: str, plural: str) -> str:
    """How many of a thing: `1 fout`, `3 fouten`."""
    return f"{count} {singular if count == 1 else plural}"


def first_sentence(text: str) -> str:
    """The first sentence of a text of one line, with the mark that ends it.

    >>> first_sentence("Samen eten bij mw. Prins. Elke dinsdag.")
    'Samen eten bij mw. Prins.'
    """
    for end in _END.finditer(text):
        if not (end[0][0] == "." and _SHORT.search(text[: end.start()])):
            return text[: end.end()].strip()
    return text
