"""Texts on their way to the printing press: cut to what can be read, set in letters that exist."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..output.press import PLAIN, can_typeset

_INVISIBLE = {"Cc", "Cs", "Co", "Cn", "Cf", "Zl", "Zp"}
_JOINERS = {"\u200c", "\u200d"}
"""Join or part letters in some scripts; other invisible marks only turn text around."""
_COMBINING = {"Mn", "Mc", "Me", "Cf", "Sk"}
"""What shows only together with the character before it."""
LONG_WORD = 22
"""Letters after which a word may be broken: no name is to run off the paper."""

JsonValue = Any
"""What JSON can hold."""


def clean(text: str) -> str:
    """The text on one line, composed, without invisible marks."""
    visible = (
        t if t in _JOINERS or unicodedata.category(t) not in _INVISIBLE else " "
        for t in unicodedata.normalize("NFC", text)
    )  # fmt: skip
    return _STRAY_JOINERS.sub("", " ".join("".join(visible).split()))


_STRAY_JOINERS = re.compile(r"(?<!\S)[\u200c\u200d\ufe00-\ufe0f]+|[\u200c\u200d]+(?!\S)")
"""Joiners that join nothing."""


class Trimmer:
    """Cuts texts to size, and remembers which fields it had to cut."""

    def __init__(self) -> None:
        self.cut_fields: list[tuple[str | int, ...]] = []

    def cut(self, text: str | None, length: int, *field: str | int) -> str:
        """The text, at most `length` characters; `field` is where it came from."""
        whole = text if text and text.isascii() and text.isprintable() else clean(text or "")
        if len(whole) <= length:
            return whole
        if field and field not in self.cut_fields:
            self.cut_fields.append(field)
        before, _, _ = whole[:length].rpartition(" ")
        return (before or whole[: length - 1]).rstrip(",;:–- ") + "…"


@dataclass(frozen=True, slots=True)
class TypesetData:
    """Data that can be set: all its texts hold characters that some font has."""

    data: dict[str, JsonValue]
    all_fonts: bool
    """Whether fonts of this machine are needed."""
    removed: frozenset[str]
    """Characters that were left out, for no font has them."""


def to_typeset_data(data: dict[str, JsonValue]) -> TypesetData:
    """Make every text in `data` one that can be set."""
    characters = frozenset[str]().union(*map(frozenset, _texts(data)))
    foreign = {t for t in characters - PLAIN if not _is_combining(t) and not can_typeset(t, False)}
    removed = frozenset(t for t in foreign if not can_typeset(t, True))
    return TypesetData(_without(data, removed), bool(foreign - removed), removed)


def with_own_fonts(data: dict[str, JsonValue]) -> TypesetData:
    """The same with typst's own letters only: the way out when a font of the machine fails."""
    characters = frozenset[str]().union(*map(frozenset, _texts(data)))
    removed = frozenset(
        t for t in characters - PLAIN if _is_combining(t) or not can_typeset(t, False)
    )
    return TypesetData(_without(data, removed), False, removed)


def _is_combining(character: str) -> bool:
    return unicodedata.category(character) in _COMBINING and character not in PLAIN


def _texts(value: JsonValue) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)


def _without(value: JsonValue, removed: frozenset[str]) -> JsonValue:
    if isinstance(value, str):
        return make_breakable(_strip_marks(value, removed))
    if isinstance(value, dict):
        return {key: _without(part, removed) for key, part in value.items()}
    if isinstance(value, list):
        return [_without(part, removed) for part in value]
    return value


def _strip_marks(text: str, removed: frozenset[str]) -> str:
    """The text without `removed`, and without marks that hung on what is gone."""
    if removed.isdisjoint(text):
        return text
    result: list[str] = []
    is_loose = True
    for character in text:
        is_loose = character in removed or (is_loose and _is_combining(character))
        if not is_loose:
            result.append(character)
    return " ".join("".join(result).split())


_LONG = re.compile(rf"[^\s\u200b]{{{LONG_WORD + 1},}}")


def make_breakable(text: str) -> str:
    """The text with places to break in words that are far too long; addresses stay as they are."""
    if len(text) <= LONG_WORD:
        return text
    return _LONG.sub(lambda m: _break_word(m[0]), text)


def _break_word(word: str) -> str:
    if "@" in word or "/" in word or word.startswith("#"):
        return word
    return "\u200b".join(word[n : n + LONG_WORD] for n in range(0, len(word), LONG_WORD))
