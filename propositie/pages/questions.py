"""What a page asked of the house while it was made, and whether the answers are still the same.

A page that is kept falls when anything that it came from changes. Nobody writes down by hand what
that is: every mapping of the house, and every relation, notes what is looked up in it.
"""

from __future__ import annotations

from collections.abc import (
    Callable,
    ItemsView,
    Iterable,
    Iterator,
    KeysView,
    Mapping,
    Sequence,
    ValuesView,
)
from dataclasses import fields, replace
from functools import cached_property
from hashlib import blake2b
from typing import Any, TypeVar, overload

from pydantic import BaseModel

from ..edition import PublicHuis
from ..huis.relations import BerichtIndex, Relations

T = TypeVar("T")
D = TypeVar("D")

EVERYTHING = "*"
"""What is asked by who goes through all of a mapping. No id is called so."""
Question = tuple[str, str]
"""In which mapping somebody looked (`medewerkers`, `medewerkers_of_dienst`), and for which id."""
_ABSENT = b"\0"


class Questions:
    """Notes what is asked while a page is made."""

    def __init__(self) -> None:
        self.asked: dict[Question, None] = {}

    def begin(self) -> None:
        """From here on for another page."""
        self.asked = {}


class Watched(Mapping[str, T]):
    """A mapping that notes what is looked up in it."""

    __slots__ = ("_name", "_questions", "content")

    def __init__(self, name: str, content: Mapping[str, T], questions: Questions) -> None:
        self._name = name
        self._questions = questions
        self.content = content
        """The mapping itself; who looks here is not noted."""

    def __getitem__(self, id_: str) -> T:
        self._questions.asked[self._name, id_] = None
        return self.content[id_]

    def __contains__(self, id_: object) -> bool:
        self._questions.asked[self._name, str(id_)] = None
        return id_ in self.content

    @overload
    def get(self, id_: str, /) -> T | None: ...
    @overload
    def get(self, id_: str, default: T | D, /) -> T | D: ...
    def get(self, id_: str, default: T | D | None = None, /) -> T | D | None:
        """What stands under an id, else `default`."""
        self._questions.asked[self._name, id_] = None
        return self.content.get(id_, default)

    def __iter__(self) -> Iterator[str]:
        self._questions.asked[self._name, EVERYTHING] = None
        return iter(self.content)

    def keys(self) -> KeysView[str]:
        """Every id."""
        self._questions.asked[self._name, EVERYTHING] = None
        return self.content.keys()

    def values(self) -> ValuesView[T]:
        """What stands under every id."""
        self._questions.asked[self._name, EVERYTHING] = None
        return self.content.values()

    def items(self) -> ItemsView[str, T]:
        """Every id with what stands under it."""
        self._questions.asked[self._name, EVERYTHING] = None
        return self.content.items()

    def __len__(self) -> int:
        self._questions.asked[self._name, EVERYTHING] = None
        return len(self.content)


def watch_huis(huis: PublicHuis, questions: Questions) -> PublicHuis:
    """The same house, whose mappings note what is looked up in them."""
    watched: dict[str, Any] = {
        name: Watched(name, value, questions) for name, value in mappings_of(huis)
    }
    return replace(huis, **watched)


def mappings_of(huis: PublicHuis) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every mapping of a house with its name."""
    for field in fields(huis):
        value = getattr(huis, field.name)
        if isinstance(value, Mapping):
            yield field.name, value


def watch_relations(
    index: Relations | BerichtIndex, questions: Questions
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Make every relation in `index` note what is looked up in it; yield each as it was."""
    names = [n for n, v in vars(type(index)).items() if isinstance(v, cached_property)]
    found = {name: getattr(index, name) for name in [*names, *vars(index)] if name[0] != "_"}
    for name, content in found.items():
        if isinstance(content, Mapping):
            vars(index)[name] = Watched(name, content, questions)
            yield name, content


class Fingerprints:
    """Fingerprints of what the house answers: the same answer, the same fingerprint."""

    def __init__(
        self,
        mappings: Mapping[str, Mapping[str, Any]],
        others: Mapping[str, Callable[[str], object]],
    ) -> None:
        """`others` answer questions about what stands in no mapping, such as a picture."""
        self._mappings = mappings
        self._others = others
        self._known: dict[Question, bytes] = {}
        self._things: dict[int, bytes] = {}

    def fingerprint(self, questions: Iterable[Question]) -> str:
        """One fingerprint for all answers to `questions`."""
        known = self._known
        digest = blake2b(digest_size=16)
        for question in questions:
            answer = known.get(question)
            if answer is None:
                answer = known[question] = self._answer(*question)
            digest.update(answer)
        return digest.hexdigest()

    def _answer(self, of: str, which: str) -> bytes:
        if of in self._others:
            return _digest(repr(self._others[of](which)).encode())
        mapping = self._mappings.get(of, {})
        if which == EVERYTHING:
            parts = (part for id_, value in mapping.items() for part in (id_, value))
            return _digest(b"".join(map(self._of_value, parts)))
        return self._of_value(mapping[which]) if which in mapping else _ABSENT

    def _of_value(self, value: object) -> bytes:
        if isinstance(value, BaseModel):
            found = self._things.get(id(value))
            if found is None:
                found = self._things[id(value)] = fingerprint_of(value)
            return found
        if isinstance(value, str):
            return _digest(value.encode("utf-8", "surrogatepass"))
        if isinstance(value, Sequence):
            return _digest(b"".join(map(self._of_value, value)))
        raise TypeError(f"{type(value).__name__} has no fingerprint")


def fingerprint_of(thing: BaseModel) -> bytes:
    """What tells a thing from one of which anything differs."""
    return _digest(
        type(thing).__name__.encode() + thing.__pydantic_serializer__.to_json(thing, warnings=False)
    )


def _digest(raw: bytes) -> bytes:
    return blake2b(raw, digest_size=16).digest()
