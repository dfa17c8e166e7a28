"""The texts that the public reads, as the rules about language want them: without Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..huis import Huis, Kind, Thing, all_things
from ..huis.fields import KeyPath
from ..huis.walk import is_text, walk
from .readability import Measure, measure


@dataclass(slots=True)
class Text:
    """A text of a thing: where it stands, its words without Markdown, what these measure."""

    path: KeyPath
    plain: str
    _measure: Measure | None = field(default=None, init=False, repr=False)

    @property
    def measure(self) -> Measure:
        """The length of its sentences and words, worked out for the first rule that asks."""
        if self._measure is None:
            self._measure = measure(self.plain)
        return self._measure

    def can_have(self, words: int) -> bool:
        """Whether there are characters enough for so many words; most texts are short."""
        return len(self.plain) >= 2 * words - 1


Texts = Sequence[Text]
"""The texts of one thing, in the row of its kind."""


def texts_of(huis: Huis) -> Iterator[tuple[Thing, Texts]]:
    """Yield every thing that the public reads, with its texts without Markdown."""
    for kind, thing in all_things(huis):
        if kind.texts:
            yield thing, _texts_in(thing, kind)


def _texts_in(thing: Thing, kind: Kind) -> Texts:
    found = []
    for path, _, text in walk(thing, is_text):
        name = ".".join(step for step in path if isinstance(step, str))
        if name in kind.texts:
            found.append((kind.texts.index(name), path, text))
    found.sort(key=lambda text: text[0])
    return [Text(path, strip_markdown(text)) for _, path, text in found]


_BLOCK = r"^[ \t]*(?:#+|>|[-*+]|\d+[.)])[ \t]+"
"""A heading, quote or bullet begins a new sentence."""
_EMPHASIS = r"[*_`~][*_`~]{0,2}"
_MARKUP = re.compile(
    r"!?\[(?P<link>[^\[\]\n]{0,300})\]\([^()\[\]\n]{0,300}\)"  # a link or picture: keep its words
    rf"|<?https?://[^\s>]+>?|{_BLOCK}|(?P<nadruk>{_EMPHASIS})",
    re.M,
)
_BEGIN_OF_BLOCK = re.compile(_BLOCK, re.M)
_ANY_EMPHASIS = re.compile(_EMPHASIS)


def strip_markdown(text: str) -> str:
    """A text without Markdown; emphasis becomes a quotation mark, a new block a blank line."""
    if "](" not in text and "://" not in text:  # the two that are quick to find are the most of it
        return _ANY_EMPHASIS.sub('"', _BEGIN_OF_BLOCK.sub("\n\n", text))

    def plain(match: re.Match[str]) -> str:
        if match["link"] is not None:
            return match["link"]
        if match["nadruk"]:
            return '"'
        return "\n\n" if match[0][-1].isspace() else ""

    return _MARKUP.sub(plain, text)
