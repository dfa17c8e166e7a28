"""What can be wrong with a house that is read, as data; `explaining` makes sentences of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import TypeAlias

from pydantic import ValidationError

from ..huis import Kind
from ..huis.links import LinkTarget
from ..huis.markdown import Link, LooseLabel
from .errors import Refusal
from .source import Source
from .tree import KeyPath


@dataclass(frozen=True, slots=True)
class NoFolder:
    """There is no folder of this name."""

    shown_as: str


@dataclass(frozen=True, slots=True)
class MissingFile:
    """A kind of which there is one has no file."""

    kind: Kind
    folder: str
    """The folder that it should be in, as staff know it."""

    @property
    def shown_as(self) -> str:
        """The path that the file should have."""
        return f"{self.folder}/{self.kind.name}.yml"


class Oddity(Enum):
    """Why a file or folder is not read as it stands."""

    CLOSED_FOLDER = auto()
    LINKED_FOLDER = auto()
    FOLDER_NAMED_AS_FILE = auto()
    UNREAD = auto()
    """A file that nothing reads."""
    UNUSABLE_ID = auto()
    """A file whose name cannot be an address."""
    UNREAD_BESIDE_POSTS = auto()
    POST_TOO_DEEP = auto()
    UNUSABLE_POST_ID = auto()
    LINK_OUT = auto()
    """A link to a file elsewhere, or to nothing."""
    NO_FILE = auto()
    """A pipe, a socket or a device."""
    ODD_NAME = auto()
    """A name with a character that cannot be seen, or that is none."""
    NOT_ON_WINDOWS = auto()
    TWIN = auto()
    """A name that is the same as another on Windows or a Mac."""
    COPY = auto()
    """A copy of a file beside it, as its name says."""
    HIDDEN_SUFFIX = auto()
    """A file that an editor gave another suffix than who saved it can see."""


YAML_SUFFIXES = (".yml", ".yaml")


@dataclass(frozen=True, slots=True)
class OddFile:
    """A file or folder that is not read as it stands."""

    oddity: Oddity
    path: Path
    shown_as: str
    folder: str = ""
    """The folder that it lies in, seen from the house."""
    free_id: str = ""
    """The id that the file could have instead."""
    twin: str = ""
    """The name beside it that is meant: of which it is a copy, or the same."""

    @property
    def is_yaml(self) -> bool:
        """Whether somebody meant it to be read."""
        return self.path.suffix.lower() in YAML_SUFFIXES

    @property
    def is_outside(self) -> bool:
        """Whether it is not let in, whoever names it."""
        return self.oddity in _OUTSIDE

    @property
    def is_error(self) -> bool:
        """Whether content would be missing without it."""
        if self.oddity is Oddity.UNREAD:
            return self.is_yaml
        return self.oddity not in _HARMLESS


_OUTSIDE = (Oddity.LINK_OUT, Oddity.LINKED_FOLDER, Oddity.NO_FILE, Oddity.ODD_NAME)
"""What is not let in."""
_HARMLESS = (Oddity.UNREAD_BESIDE_POSTS, Oddity.NOT_ON_WINDOWS, Oddity.TWIN)
"""What is read or published all the same, or was never meant to be."""


@dataclass(frozen=True, slots=True)
class BrokenThing:
    """What is wrong with the content of one file."""

    source: Source
    kind: Kind
    refusal: Refusal | None = None
    """What keeps its text from being read."""
    repeated: Sequence[Refusal] = ()
    """Keys that were given twice."""
    repeated_paths: Sequence[KeyPath] = ()
    empty: Sequence[tuple[KeyPath, bool]] = ()
    """Keys without a value, and whether they stand between brackets."""
    rejected: ValidationError | None = None
    """What the model says of its values."""
    names_id: bool = False
    is_empty: bool = False


@dataclass(frozen=True, slots=True)
class DanglingReference:
    """A reference to a thing that does not exist."""

    source: Source
    kind: str
    """The kind of the thing that refers."""
    path: KeyPath
    target: str
    """The kind that is referred to."""
    value: str


@dataclass(frozen=True, slots=True)
class DanglingLink:
    """A link in a post to a page of ours that does not exist."""

    source: Source
    link: Link
    target: LinkTarget


@dataclass(frozen=True, slots=True)
class LooseLink:
    """A link that names an address which stands nowhere in its text: `[words][label]`."""

    source: Source
    path: KeyPath
    label: LooseLabel


@dataclass(frozen=True, slots=True)
class MissingAttachment:
    """A picture or font that is named and does not lie beside the file that names it."""

    source: Source
    path: KeyPath
    file: Path
    beside: Sequence[Path]
    """What does lie there."""


@dataclass(frozen=True, slots=True)
class UnusableAttachment:
    """A picture or font that cannot be used as it is."""

    source: Source
    path: KeyPath
    reason: str


@dataclass(frozen=True, slots=True)
class TellingPhoto:
    """A photo in whose file stands where it was taken."""

    source: Source
    path: KeyPath


@dataclass(frozen=True, slots=True)
class UnmentionedFile:
    """A picture or font that nobody names."""

    path: Path
    shown_as: str


Problem: TypeAlias = (
    NoFolder
    | MissingFile
    | OddFile
    | BrokenThing
    | DanglingReference
    | DanglingLink
    | LooseLink
    | MissingAttachment
    | UnusableAttachment
    | TellingPhoto
    | UnmentionedFile
)


def is_error(problem: Problem) -> bool:
    """Whether a problem keeps the house from being used."""
    if isinstance(problem, OddFile):
        return problem.is_error
    return not isinstance(problem, LooseLink | TellingPhoto | UnmentionedFile)
