"""The texts that the public reads, as the rules about language want them: without Markdown."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cache, cached_property

from ..huis import Kind, Thing, kinds
from ..huis.fields import KeyPath, Question, field_at
from ..huis.walk import walk
from .readability import Measure, measure


@dataclass
class Text:
    """A text of a thing: where it stands, and its words without Markdown."""

    path: KeyPath
    plain: str

    @cached_property
    def measure(self) -> Measure:
        """Its sentences and words, counted for the first rule that asks."""
        return measure(self.plain)

    def can_have(self, words: int) -> bool:
        """Whether there are characters enough for so many words; most texts are short."""
        return len(self.plain) >= 2 * words - 1


def texts_in(thing: Thing, kind: Kind) -> Sequence[Text]:
    """The texts of a thing that the public reads, in the row of its kind."""
    if not kind.texts:
        return ()
    order = kind.texts.index
    found = []
    for path, _, text in walk(thing, _is_public_text(kind.name)):
        name = ".".join(step for step in path if isinstance(step, str))
        if name in kind.texts:
            found.append((order(name), path, text))
    found.sort(key=lambda text: text[0])
    return [Text(path, strip_markdown(text)) for _, path, text in found]


@cache
def _is_public_text(kind: str) -> Question:
    """Whether a field may be one of the texts of a kind; it is, at the paths that the kind names.

    So no walk goes where there are none.
    """
    own = kinds()[kind]
    fields = [field_at(own.model, tuple(name.split("."))) for name in own.texts]
    return lambda field: any(field is text for text in fields)


_WORD = re.compile(r"\w+")


def folded_words(text: str) -> Set[str]:
    """The words of a text, such that two that differ only by capitals are the same; also where
    Turkish has an i with a point and one without."""
    pieces = set(text.replace("İ", "i").casefold().replace("ı", "i").split())
    odd = [piece for piece in pieces if not piece.isalnum()]
    return pieces.difference(odd).union(_WORD.findall(" ".join(odd)))


_BLOCK = r"^[ \t]*(?:#+|>|[-*+]|\d+[.)])[ \t]+"
"""A heading, quote or bullet begins a new sentence."""
_EMPHASIS = r"[*_`~][*_`~]{0,2}"
_MARKUP = re.compile(
    r"!?\[(?P<link>[^\[\]\n]{0,300})\]\([^()\[\]\n]{0,300}\)"  # a link or picture: keep its words
    rf"|<?https?://[^\s>]+>?|{_BLOCK}|(?P<nadruk>{_EMPHASIS})",
    re.M,
)
_BEGIN_OF_BLOCK = re.compile(_BLOCK)
_ANY_EMPHASIS = re.compile(_EMPHASIS)


def strip_markdown(text: str) -> str:
    """A text without Markdown; emphasis becomes a quotation mark, a new block a blank line."""
    if "](" not in text and "://" not in text:  # the two that are quick to find are the most of it
        if "\n" in text or not text[:1].isalpha():
            text = "\n".join(map(_begin_block, text.split("\n")))
        if "*" in text or "_" in text or "`" in text or "~" in text:
            return _ANY_EMPHASIS.sub('"', text)
        return text

    def plain(match: re.Match[str]) -> str:
        if match["link"] is not None:
            return match["link"]
        if match["nadruk"]:
            return '"'
        return "\n\n" if match[0][-1].isspace() else ""

    return _MARKUP.sub(plain, text)


def _begin_block(line: str) -> str:
    """A line, with a blank one in place of what makes it a heading, quote or bullet."""
    return _BEGIN_OF_BLOCK.sub("\n\n", line) if not line[:1].isalpha() else line
