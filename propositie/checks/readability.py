"""How easy a Dutch text reads: syllables, and the formula of Flesch as Douma set it for Dutch.

W.H. Douma, De leesbaarheid van landbouwbladen (Wageningen, 1960): 206.84, less 0.93 for each word
in a sentence, less 77 for each syllable in a word. From 60 up is plain; below 45 is hard going.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

SENTENCE_END = re.compile(r"(?<=[.!?…:;])[\"'”’)]*\s+|\n\s*\n")
"""Where a sentence ends, or a block of text."""
WORD = re.compile(r"[^\W_]+(?:['’.,:-][^\W_]+)*")
"""A word or a number: `drie-eenheid`, `auto's`, `14.30`."""

_RESPELLINGS = (
    ("qu", "kw"),
    ("tion", "sjon"),
    ("eum", "ejum"),
    ("website", "websait"),
    ("online", "onlajn"),
    ("service", "servis"),
    ("intake", "inteek"),
    ("facebook", "feesboek"),
    ("team", "tiem"),
    ("coach", "koots"),
    ("toilet", "twalet"),
)
"""Spellings that are said otherwise than they look: museum, station, website."""

_VOWEL_GROUP = re.compile(
    r"eau|eeu|ieu|aai|ooi|oei"
    r"|aa|ee|oo|uu|ie|ei|ij|ui|eu|oe|au|ou|ai"
    r"|[aeiouäëïöüáàâéèêíìîóòôúùû]|y(?![aeiou])"
)
"""One sound of vowels; a trema begins a new one, so that "ideeën" has three."""


@lru_cache(maxsize=20_000)
def count_syllables(word: str) -> int:
    """The syllables of a Dutch word, by its groups of vowels; at least one.

    >>> count_syllables("boodschappentaxi")
    5
    """
    lower = word.lower()
    for spelling, pronounced in _RESPELLINGS:
        lower = lower.replace(spelling, pronounced)
    return max(1, len(_VOWEL_GROUP.findall(lower)))


def split_sentences(text: str) -> list[str]:
    """The sentences of a text; some may hold no word."""
    return SENTENCE_END.split(text)


def words_in(text: str) -> list[str]:
    """The words of a text; those that have more to them than letters and digits come last.

    No word holds a space, so only the others need the pattern: a tenth of the work.
    """
    pieces = text.split()
    words = [piece for piece in pieces if piece.isalnum()]
    if len(words) < len(pieces):
        words += WORD.findall(" ".join([piece for piece in pieces if not piece.isalnum()]))
    return words


def reading_ease(text: str, sentences: Sequence[str], minimum: int) -> float | None:
    """The reading ease by Flesch-Douma of a text in its sentences; None below `minimum` words."""
    words = words_in(text)
    if len(words) < minimum:
        return None
    count = sum([1 for sentence in sentences if sentence[:1].isalnum() or WORD.search(sentence)])
    syllables = sum(map(count_syllables, words))
    return 206.84 - 0.93 * len(words) / count - 77 * syllables / len(words)
