"""Which field somebody meant who typed another word, and which fields there are at all."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from typing import Any

from ..huis import kinds
from ..huis.fields import fields_of
from .synonyms import SYNONYMS

MAX_NAME = 80
"""Who types a longer name did not mean one of ours."""


def find_nearest(word: str, choices: Mapping[str, Any] | list[str]) -> str | None:
    """The nearest of `choices` to `word`, or None when none comes near."""
    if not word or len(word) > MAX_NAME:
        return None
    lower = {k.lower(): k for k in choices}
    start = [k for k in lower if len(word) > 1 and k.startswith(word.lower())]
    if len(start) == 1:
        return lower[start[0]]
    match = get_close_matches(word.lower(), lower, n=1, cutoff=0.6)
    return lower[match[0]] if match else None


def find_same_word(word: str, choices: Collection[str]) -> str | None:
    """The one of `choices` that differs from `word` only in capitals, accents or what joins it."""
    plain = _normalized(word)
    return next((k for k in choices if plain and _normalized(k) == plain), None)


def find_synonym(word: str, choices: Collection[str]) -> str | None:
    """The one of `choices` that is another word for `word`, or its singular or plural."""
    if len(word) > MAX_NAME:
        return None
    plain = _normalized(word)
    intended = (*SYNONYMS.get(plain, ()), *_forms(plain))
    return next((k for name in intended if (k := find_same_word(name, choices))), None)


def _forms(plain: str) -> Iterator[str]:
    """Singular and plural of a word, as Dutch mostly makes them."""
    yield from (f"{plain}{suffix}" for suffix in ("en", "s", "n"))
    yield from (plain.removesuffix(suffix) for suffix in ("en", "s", "n") if plain.endswith(suffix))


def _normalized(word: str) -> str:
    without = unicodedata.normalize("NFKD", word.lower())
    return re.sub(r"[^a-z0-9]", "", without)


@cache
def all_fields() -> frozenset[str]:
    """Every key that can stand somewhere in a house or above a post."""
    found: set[str] = set()
    open_ = [field for kind in kinds().values() for field in fields_of(kind.model)]
    while open_:
        field = open_.pop()
        found.add(field.key)
        open_ += field.fields
    return frozenset(found - {""})
