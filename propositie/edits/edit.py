"""A change to a file as data: where, what comes there, and how sure it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from typing import NamedTuple


class Certainty(Enum):
    """How sure it is that a change is what was meant. The value is the word that staff see."""

    CERTAIN = "zeker"
    """There is one way to read it: a space, a quotation mark, a tab."""
    LIKELY = "waarschijnlijk"
    """There is one nearest name, or one place where a line fits: worth a question."""
    SHOWN_ONLY = "alleen om te zien"
    """An example of how it should be, not the whole of the change: a person has to write it."""


class Point(NamedTuple):
    """A place in a text. Line and column count from 1, in characters."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Edit:
    """What comes in the place of a part of a file."""

    file: str
    """The file as staff know it."""
    start: Point
    end: Point
    text: str
    digest: str
    """Of the file as it was read: an edit is for that text and no other."""

    def as_row(self, certainty: Certainty) -> Mapping[str, object]:
        """The edit under the Dutch keys that programs of others read."""
        return {
            "bestand": self.file,
            "van": {"regel": self.start.line, "kolom": self.start.column},
            "tot": {"regel": self.end.line, "kolom": self.end.column},
            "tekst": self.text,
            "zekerheid": certainty.value,
        }


@dataclass(frozen=True, slots=True)
class Fix:
    """The edits that mend one thing together, and how sure they are."""

    edits: Sequence[Edit]
    certainty: Certainty

    @property
    def can_be_written(self) -> bool:
        """Whether a program may write it, asked or unasked."""
        return self.certainty is not Certainty.SHOWN_ONLY


def digest_of(content: bytes) -> str:
    """What tells one content of a file from another."""
    return sha256(content).hexdigest()
