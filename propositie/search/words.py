"""Words as a search compares them: without capitals and marks, and in families.

A family holds the forms of one word (`boodschap`, `boodschappen`). Two forms are of one family when
a stemmer for Dutch says so; there are two, that of Kraaij and Pohlmann (`dutch`) and that of Porter
(`dutch_porter`), and each knows what the other misses: `klusje` and `klus`, `schulden` and
`schuld`. Only the build knows stemmers: a browser gets the forms with their families.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

import snowballstemmer

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d"}
)
"""Letters that do not come apart in a letter and a mark."""
_MARKS = re.compile("[\u0300-\u036f]+")
_WORD = re.compile(r"[^\W_]+")
_STEMMERS = tuple(snowballstemmer.stemmer(name) for name in ("dutch", "dutch_porter"))
_APART = {
    "ouder": "ouder", "ouders": "ouder", "oudere": "oudere", "ouderen": "oudere",
    "rits": "rits", "ritsen": "rits",
}  # fmt: skip
"""Forms that stemmers join and that are not the same word, with their family."""
_SHORTEST = 4
"""Shorter words have no endings worth taking off."""


def fold(text: str) -> str:
    """A text in small letters, without marks on them: `Ayşe` → `ayse`. Any script stays."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFD", text.casefold().translate(_LETTERS))
    return unicodedata.normalize("NFC", _MARKS.sub("", apart))


def words_in(text: str) -> list[str]:
    """The words of a text, folded, in their order."""
    return _WORD.findall(fold(text))


class Families:
    """Which forms are the same word; found as forms come by."""

    def __init__(self) -> None:
        self._name_of: dict[str, str] = {}
        self._by_stem: dict[tuple[int, str], str] = {}
        self._members: dict[str, list[str]] = {}

    def add(self, forms: Iterable[str]) -> None:
        """Get to know forms."""
        for form in forms:
            if form not in self._name_of:
                self._place(form)

    def _place(self, form: str) -> None:
        self._name_of[form] = form
        self._members[form] = [form]
        if form in _APART:
            self._by_stem.setdefault((-1, _APART[form]), form)
            self._join(form, self._by_stem[-1, _APART[form]])
            return
        if len(form) < _SHORTEST:
            return
        for key in enumerate(_stems(form)):
            other = self._by_stem.setdefault(key, form)
            self._join(form, other)

    def _join(self, form: str, other: str) -> None:
        mine, theirs = self._name_of[form], self._name_of[other]
        if mine == theirs or not _is_alike(form, other):
            return
        keep, go = sorted((mine, theirs), key=lambda name: (len(name), name))
        for member in self._members.pop(go):
            self._name_of[member] = keep
            self._members[keep].append(member)

    def name_of(self, form: str) -> str:
        """The shortest form of its family; the form itself when nobody knows it."""
        return self._name_of.get(form, form)

    def others(self) -> Mapping[str, str]:
        """Every form that is not the name of its family, with that name."""
        return {form: name for form, name in self._name_of.items() if form != name}


@lru_cache(maxsize=20_000)
def _stems(form: str) -> tuple[str, ...]:
    """What each stemmer leaves of a form."""
    return tuple(stemmer.stemWord(form) for stemmer in _STEMMERS)


def _is_alike(one: str, other: str) -> bool:
    """Whether two forms begin enough alike to be one word: stemmers also join what only looks so
    once its endings are gone."""
    shared = next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    return shared >= 3 and shared >= min(len(one), len(other)) - 2
