"""What may not leave the house: every internal text that is distinctive, and how to reach people
whose time here is up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields

from pydantic import BaseModel

from ..edition import PublicHuis
from ..huis import KINDS, Huis, Kind, Thing, all_things
from ..huis import value_types as v
from ..huis.fields import Field
from ..huis.walk import walk

MIN_LENGTH = 12
"""Characters; a shorter text says too little to be recognised."""
_SHOWN = 12
"""So many characters of a secret are told: enough to find it, not enough to give it away."""


@dataclass(frozen=True, slots=True)
class Secret:
    """A text that may not be on the site."""

    words: bytes
    """Its words as `words_of` tells them, or the digits of a telephone number."""
    begins: str
    """How it begins."""
    thing: tuple[str, str]
    """Whose it is: kind and id."""
    field: str
    """The field that it stands in (`bezoeken.0.sterk`)."""
    is_number: bool = False
    """Whether it is a telephone number, in whatever way that is written."""


_WORD = re.compile(rb"[0-9a-z\x80-\xff]{3,}")


_CAPITAL = re.compile(rb"\xc3([\x80-\x9e])")


def words_of(raw: bytes) -> list[bytes]:
    """The words of three letters or more, in lower case: what is left of a text whatever stands
    between the words, a space, an escape or a line end."""
    small = _CAPITAL.sub(lambda m: bytes((0xC3, m[1][0] + 0x20)), raw)  # É is é, as E is e
    return _WORD.findall(small.lower())


def _joined(words: Iterable[bytes]) -> bytes:
    return b" " + b" ".join(words) + b" "


def secrets_of(huis: Huis, public: PublicHuis, also_open: Iterable[str] = ()) -> Sequence[Secret]:
    """Every secret of a house of which `public` may be seen, each once.

    `also_open` are texts that everybody may read besides, such as those of the interface.
    """
    texts, written = [*_public_texts(public), *also_open], [*_written_texts(public)]
    open_texts = _joined(word for text in texts for word in words_of(text.encode()))
    written_texts = _joined(word for text in written for word in words_of(text.encode()))
    open_numbers = set(filter(None, map(digits_of, texts)))
    found: dict[tuple[bytes, bool], Secret] = {}
    for kind, thing in all_things(huis):
        if kind.is_markdown and thing.id in getattr(public, kind.name):
            continue
        for secret in _secrets_in(kind, thing):
            if secret.is_number:
                is_open = secret.words in open_numbers
            else:
                is_open = secret.words in open_texts or (
                    kind.is_markdown and secret.words in written_texts
                )
            if not is_open:
                found.setdefault((secret.words, secret.is_number), secret)
    return list(found.values())


def _secrets_in(kind: Kind, thing: Thing) -> Iterator[Secret]:
    for path, field, value in walk(thing, _says_something):
        if path == (kind.naming,) and not kind.public:
            continue  # what somebody else is called is no secret
        key, where = (kind.name, thing.id), ".".join(map(str, path))
        text = str(value)
        if field.value_type is v.PHONE:
            if number := digits_of(text):
                yield Secret(number, text[:4], key, where, is_number=True)
            continue
        for piece in _pieces(text, field):
            words = words_of(piece.encode())
            if len(piece) >= MIN_LENGTH and len(words) > 1:
                yield Secret(_joined(words), piece[:_SHOWN], key, where)


def _says_something(field: Field) -> bool:
    return field.value_type in {v.LINE, v.MARKUP, v.FREE_MARKUP, v.PHONE, v.EMAIL, v.URL}


_ADDRESS = re.compile(r"\.{0,2}/|[a-z]+:", re.I)
"""Where a link in Markdown leads to tells nothing."""
_MARKS = re.compile(r"[\n*_`\[\]()#<>|]+")


def _pieces(text: str, field: Field) -> Iterator[str]:
    """A text in pieces that come out as they are: what Markdown turns into something else parts
    them."""
    parts = _MARKS.split(text) if field.value_type in {v.MARKUP, v.FREE_MARKUP} else [text]
    pieces = (" ".join(part.split()) for part in parts)
    yield from (piece for piece in pieces if not _ADDRESS.match(piece))


_MARKDOWN = {kind.name for kind in KINDS if kind.is_markdown}
"""Kinds in which staff write what they like: that something stands there does not make it open."""


def _public_texts(public: PublicHuis) -> Iterator[str]:
    for field in fields(public):
        if field.name not in _MARKDOWN:
            yield from _texts_in(getattr(public, field.name))


def _written_texts(public: PublicHuis) -> Iterator[str]:
    for name in _MARKDOWN:
        yield from _texts_in(getattr(public, name))


def _texts_in(held: object) -> Iterator[str]:
    things = held.values() if isinstance(held, Mapping) else [held]
    for thing in things:
        if isinstance(thing, BaseModel):
            yield from (str(value) for _, _, value in walk(thing))


def digits_of(text: str) -> bytes:
    """The last nine digits of a telephone number, the same however it is written; empty for what
    is none."""
    digits = re.sub(r"\D", "", text)
    return digits[-9:].encode() if 9 <= len(digits) <= 15 else b""
