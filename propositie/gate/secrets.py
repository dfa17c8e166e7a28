"""What may not leave the house: every internal text that is distinctive, and how to reach people
whose time here is up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, fields
from functools import cache, cached_property

from pydantic import BaseModel

from ..edition import PublicHuis
from ..huis import KINDS, Huis, Kind, Thing, all_things, kinds, things_of
from ..huis import value_types as v
from ..huis.fields import Field, KeyPath, fields_of
from ..huis.moments import find_moment
from ..huis.walk import walk

MIN_LENGTH = 12
"""Characters; a shorter text says too little to be recognised."""
_SHOWN = 12
"""So many characters of a secret are told: enough to find it, not enough to give it away."""


_NAMES_OF_OTHERS = {"opdrachtgever", "afdeling"}
"""Fields that only say who somebody is."""
_COLUMNS = {"kolom_jaar", "kolom_waarde"}
"""Fields that only say where in a table something stands."""


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


def secrets_of(huis: Huis, public: PublicHuis) -> Sequence[Secret]:
    """Every secret of a house of which `public` may be seen, each once.

    Some of these texts may stand elsewhere for everybody to read: `OpenTexts` tells.
    """
    found: dict[tuple[bytes, bool], Secret] = {}
    for kind, thing in all_things(huis):
        view = _view_of(kind, thing, public)
        if kind.is_markdown and view is not None:
            continue
        for secret in _secrets_in(kind, thing, view):
            found.setdefault((secret.words, secret.is_number), secret)
    return list(found.values())


def _view_of(kind: Kind, thing: Thing, public: PublicHuis) -> Thing | None:
    """What may be seen of a thing; None when it is nothing."""
    if not kind.public:
        return None
    return things_of(public, kind).get(thing.id)


def _secrets_in(kind: Kind, thing: Thing, view: Thing | None) -> Iterator[Secret]:
    for path, field, value in walk(thing, _says_something):
        if view is not None and _is_shown(view, path):
            continue
        if not kind.public and (path == (kind.naming,) or path[-1] in _NAMES_OF_OTHERS):
            continue  # what somebody else is called is no secret
        if path[-1] in _COLUMNS:
            continue
        key, where = (kind.name, thing.id), ".".join(map(str, path))
        text = str(value)
        if field.value_type is v.PHONE:
            if number := digits_of(text):
                yield Secret(number, text[:4], key, where, is_number=True)
            continue
        for piece in _pieces(text, field):
            words = words_of(piece.encode())
            if len(piece) >= MIN_LENGTH and len(words) > 1 and not _is_a_time(piece):
                yield Secret(_joined(words), piece[:_SHOWN], key, where)


def _is_a_time(piece: str) -> bool:
    """Whether a text only says when: many things are on Fridays, and that is nobody's secret."""
    found = find_moment(piece)
    return found is not None and "toelichting" not in found


def _is_shown(view: Thing, path: KeyPath) -> bool:
    """Whether what stands at `path` is in the public view too."""
    here: object = view
    for step in path:
        if isinstance(here, BaseModel):
            name = _names_of(type(here)).get(str(step))
            here = getattr(here, name) if name is not None else None
        elif isinstance(here, Mapping):
            here = here.get(str(step))
        elif isinstance(here, Sequence) and isinstance(step, int) and step < len(here):
            here = here[step]
        else:
            return False
    return here is not None


@cache
def _names_of(class_: type[BaseModel]) -> Mapping[str, str]:
    """The attribute behind each key of a class."""
    return {field.key: field.name for field in fields_of(class_)}


class OpenTexts:
    """What everybody may read of a house; worked out when it is first asked for."""

    def __init__(self, public: PublicHuis, also: Iterable[str] = ()) -> None:
        """`also` are other texts that are open, such as those of the interface."""
        self._public = public
        self._also = list(also)

    def has(self, secret: Secret) -> bool:
        """Whether a text is no secret after all."""
        if secret.is_number:
            return secret.words in self._numbers
        if secret.words in self._house:
            return True
        return kinds()[secret.thing[0]].is_markdown and secret.words in self._written

    @cached_property
    def _texts(self) -> Sequence[str]:
        return [*_texts_of(self._public, is_markdown=False), *self._also]

    @cached_property
    def _house(self) -> bytes:
        return _joined(word for text in self._texts for word in words_of(text.encode()))

    @cached_property
    def _written(self) -> bytes:
        """What stands in pages and posts: staff may have written it there by mistake, so it opens
        nothing but what will stand in a page or post."""
        texts = _texts_of(self._public, is_markdown=True)
        return _joined(word for text in texts for word in words_of(text.encode()))

    @cached_property
    def _numbers(self) -> Set[bytes]:
        return frozenset(filter(None, map(digits_of, self._texts)))


def _says_something(field: Field) -> bool:
    return field.value_type in {*v.TEXTS, v.FREE_MARKUP, v.PHONE, v.EMAIL, v.URL}


_ADDRESS = re.compile(r"\.{0,2}/|[a-z]+:", re.I)
"""Where a link in Markdown leads to tells nothing."""
_MARKS = re.compile(r"[\n*_`\[\]()#<>|]+")


def _pieces(text: str, field: Field) -> Iterator[str]:
    """A text in pieces that come out as they are: what Markdown turns into something else parts
    them."""
    parts = _MARKS.split(text) if field.value_type in {v.MARKUP, v.FREE_MARKUP} else [text]
    pieces = (" ".join(part.split()) for part in parts)
    yield from (piece for piece in pieces if not _ADDRESS.match(piece))


def _texts_of(public: PublicHuis, *, is_markdown: bool) -> Iterator[str]:
    markdown = {kind.name for kind in KINDS if kind.is_markdown}
    for field in fields(public):
        if (field.name in markdown) is is_markdown:
            held = getattr(public, field.name)
            for thing in held.values() if isinstance(held, Mapping) else [held]:
                if isinstance(thing, BaseModel):
                    yield from (str(value) for _, _, value in walk(thing))


def digits_of(text: str) -> bytes:
    """The last nine digits of a telephone number, the same however it is written; empty for what
    is none."""
    digits = re.sub(r"\D", "", text)
    return digits[-9:].encode() if 9 <= len(digits) <= 15 else b""
