"""Where a long word may break: soft hyphens, set at build, for few browsers know Dutch."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache

from .cache import Cache, make_key

SOFT_HYPHEN = "\u00ad"
SHORTEST = 7
"""A word of fewer letters fits in any column."""
WIDER_THAN_BESIDE_A_WINDOW = 11
"""So many letters are wider than what a portrait leaves of a narrow phone."""
WIDER_THAN_A_PHONE = 17
"""So many letters of a headline are wider than a window of 320 pixels."""
AT_EITHER_SIDE = 3
"""So many letters stay together at the begin and the end of a word."""
_LONG_WORD = re.compile(rf"[^\W\d_]{{{SHORTEST},}}")
_LANGUAGES = {"CYRILLIC": "ru", "GREEK": "el"}
"""By script; Dutch for every other. Of the languages in Cyrillic, the patterns of Russian break a
name between syllables in the others too."""
_REVISION = 2


class Hyphens:
    """Breaks the long words of some texts. The patterns of Dutch take longer to read than a preview
    may, so what came of them is kept in `cache`."""

    def __init__(self, texts: Iterable[str], cache: Cache) -> None:
        words = sorted({word for text in texts for word in _LONG_WORD.findall(text)})
        key = make_key("afbreken", _REVISION, SHORTEST, AT_EITHER_SIDE, *words)
        made = cache.make(key, lambda: json.dumps(_break(words)).encode()) if words else b"{}"
        self._broken: Mapping[str, str] = json.loads(made)

    def in_narrow_place(self, text: str) -> str:
        """One of these texts on a door or below a window, where long words may break; its letters
        stay as they are."""
        return self._insert(text, SHORTEST)

    def beside_a_window(self, text: str) -> str:
        """One of these texts beside a portrait, where it is who somebody is and does."""
        return self._insert(text, WIDER_THAN_BESIDE_A_WINDOW)

    def in_headline(self, text: str) -> str:
        """One of these texts as a headline, in which only words may break that are wider than a
        narrow phone: all others are found by who searches in the page."""
        return self._insert(text, WIDER_THAN_A_PHONE)

    def _insert(self, text: str, shortest: int) -> str:
        def broken(match: re.Match[str]) -> str:
            return self._broken.get(match[0], match[0]) if len(match[0]) >= shortest else match[0]

        return _LONG_WORD.sub(broken, text)


def _break(words: Iterable[str]) -> Mapping[str, str]:
    from pyphen import Pyphen  # its patterns are only read when a word is new

    @cache
    def dictionary(language: str) -> Pyphen:
        return Pyphen(lang=language, left=AT_EITHER_SIDE, right=AT_EITHER_SIDE)

    return {word: str(dictionary(_language_of(word)).inserted(word, SOFT_HYPHEN)) for word in words}


def _language_of(word: str) -> str:
    """The language by whose rules a word breaks, as far as its letters tell."""
    script = unicodedata.name(word[0], "").split(" ")[0]
    return _LANGUAGES.get(script, "nl")
