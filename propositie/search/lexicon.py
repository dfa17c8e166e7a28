"""Everyday words for what welfare work calls otherwise: the list that comes with the product."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from .words import words_in


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What people say, what is meant by it, and what to do with it."""

    meanings: Sequence[tuple[Sequence[str], Sequence[str]]]
    """What people type, and words for it that a site may use; each word folded."""
    answers: Mapping[str, Sequence[str]]
    """Of each practical question (`openingstijden`) the words in which it is asked."""
    stop: frozenset[str]
    """Words that say nothing about what somebody looks for."""
    elsewhere: Sequence[str]
    """What others do: who asks for it is not helped by a page that has the word by chance."""
    phrases: Mapping[str, Sequence[str]]
    """What means something only as a whole (`rood staan`), and words for it that a site may use."""
    weak: Sequence[str]
    """Words that are about anything: they count for little beside one that tells more."""
    professional: Sequence[str]
    """Words of those who send people or pay: who asks in them wants what is for them."""
    overviews: Mapping[str, Sequence[str]]
    """Of the page of all things of a kind (`mensen`) the words in which it is asked for."""


@cache
def lexicon() -> Lexicon:
    """The list, as it lies beside this module."""
    text = files(__package__).joinpath("lexicon.yml").read_text("utf-8")
    raw: Any = yaml.load(text, Loader=yaml.CSafeLoader)
    return Lexicon(
        tuple((_folded(row["zegt"]), _folded(row["bedoelt"])) for row in raw["betekenissen"]),
        {name: _folded(words) for name, words in raw["antwoorden"].items()},
        frozenset(_folded(raw["stopwoorden"])),
        (*_folded(raw["elders"]), *(" ".join(words_in(one)) for one in raw["elders_samen"])),
        {
            " ".join(words_in(said)): _folded(row["bedoelt"])
            for row in raw["uitdrukkingen"]
            for said in row["zegt"]
        },
        _folded(raw["zwak"]),
        _folded(raw["vakwoorden"]),
        {address: _folded(words) for address, words in raw["overzichten"].items()},
    )


def _folded(words: str) -> tuple[str, ...]:
    """The words of a line, each once."""
    return tuple(dict.fromkeys(words_in(words)))
