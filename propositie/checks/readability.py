"""How easy a Dutch text reads: syllables, and the formula of Flesch as Douma set it for Dutch.

W.H. Douma, De leesbaarheid van landbouwbladen (Wageningen, 1960): 206.84, less 0.93 for each word
in a sentence, less 77 for each syllable in a word. From 60 up is plain; below 45 is hard going.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress

SENTENCE_END = re.compile(r"(?<=[.!?…:;])[\"'”’)]*\s+|\n\s*\n")
"""Where a sentence ends, or a block of text. `measure` does the same faster."""
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


_BLANK_LINE = re.compile(r"\n\s*\n")
_ENDS = frozenset(".!?…:;")
_CLOSING = "\"'”’)"


@dataclass(frozen=True, slots=True)
class Measure:
    """What a text measures."""

    sentences: tuple[int, ...]
    """How many words each sentence has that has any."""
    words: Sequence[str]
    """Its words, those first that are letters and digits only."""

    @property
    def longest(self) -> int:
        """The words of the longest sentence."""
        return max(self.sentences, default=0)

    def ease(self, minimum: int) -> float | None:
        """The reading ease by Flesch-Douma; None below `minimum` words."""
        words = len(self.words)
        if words < minimum:
            return None
        syllables = sum(map(count_syllables, self.words))
        return 206.84 - 0.93 * words / len(self.sentences) - 77 * syllables / words


def measure(text: str) -> Measure:
    """Measure a text: its sentences, as `SENTENCE_END` parts them, and its words, as `WORD` does.

    Both patterns part a text at spaces only. So it is split there, and only the pieces that are
    more than letters and digits are looked at: one in ten.
    """
    sentences: list[int] = []
    words: list[str] = []
    for block in _BLANK_LINE.split(text):
        pieces = block.split()
        is_bare = list(map(str.isalnum, pieces))
        words += compress(pieces, is_bare)
        start, extra = 0, 0
        for number in [number for number, bare in enumerate(is_bare) if not bare]:
            piece = pieces[number]
            found = WORD.findall(piece)
            words += found
            extra += len(found) - 1
            if piece.rstrip(_CLOSING)[-1:] in _ENDS:
                sentences.append(number + 1 - start + extra)
                start, extra = number + 1, 0
        sentences.append(len(pieces) - start + extra)
    return Measure(tuple(filter(None, sentences)), words)
