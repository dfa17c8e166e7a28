"""What can be wrong with a house that is read, as data; `explaining` makes sentences of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import TypeAlias

from pydantic import ValidationError

from ..finding import Location
from ..huis import Kind
from ..huis.links import LinkTarget
from ..huis.markdown import Link, LooseLabel
from .errors import Refusal
from .nowhere import HARMLESS, Nowhere
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
    UNUSABLE_PAGE_ID = auto()
    OTHER_MARKDOWN = auto()
    """A page with another suffix than .md."""
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
    PLAIN_TEXT = auto()
    """A thing in a file of plain text."""


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
_HARMLESS = (
    Oddity.UNREAD_BESIDE_POSTS, Oddity.NOT_ON_WINDOWS, Oddity.TWIN, Oddity.UNUSABLE_PAGE_ID,
)  # fmt: skip
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


class TableMistake(Enum):
    """Why a table, or a cell of one, cannot be read."""

    OFFICE = auto()
    """A file of Excel under another name."""
    EMPTY = auto()
    UNREADABLE = auto()
    NO_COLUMN = auto()
    """No column is called so; the words: that name, and those that there are."""
    SAME_COLUMN = auto()
    """Two columns are called so."""
    ONE_COLUMN = auto()
    """Years and values are looked for in one column."""
    NO_YEAR = auto()
    YEAR_TWICE = auto()
    """The words: the year, and the line where it stood before."""
    NO_NUMBER = auto()
    AMBIGUOUS = auto()
    """Three digits behind a comma; the words: what stands there, and the same with a point."""
    OVER_A_HUNDRED = auto()
    NO_ROWS = auto()


@dataclass(frozen=True, slots=True)
class BrokenTable:
    """What is wrong in a table that a thing names."""

    source: Source
    """The file of the thing."""
    mistake: TableMistake
    location: Location
    words: Sequence[str] = ()


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
    """A link to a thing of ours that does not exist."""

    source: Source
    path: KeyPath
    link: Link
    target: LinkTarget


@dataclass(frozen=True, slots=True)
class DeadLink:
    """A link or picture in a text that leads nowhere."""

    source: Source
    path: KeyPath
    link: Link
    nowhere: Nowhere
    is_image: bool = False


class Looseness(Enum):
    """Why a file beside the pages is told of."""

    OFFICE = auto()
    """A document that no page leads to, of a program in which drafts are written."""
    FORBIDDEN = auto()
    """No file for a website."""
    PDF = auto()
    """A document that no page leads to."""


@dataclass(frozen=True, slots=True)
class LooseFile:
    """A file beside the pages that nothing leads to, or that does not belong there."""

    looseness: Looseness
    path: Path
    shown_as: str

    @property
    def is_withheld(self) -> bool:
        """Whether it is not published."""
        return self.looseness in {Looseness.OFFICE, Looseness.FORBIDDEN}


@dataclass(frozen=True, slots=True)
class Collision:
    """A free page at the address of a page that is made from the house."""

    source: Source
    address: str
    made_from: str
    """The kind of thing that the page there is about; empty for another page of ours."""
    is_lost: bool
    """Whether what was written there would not come on the site."""


@dataclass(frozen=True, slots=True)
class LooseLink:
    """A link that names an address which stands nowhere in its text: `[words][label]`."""

    source: Source
    path: KeyPath
    label: LooseLabel


@dataclass(frozen=True, slots=True)
class MissingAttachment:
    """A picture or font that is named and does not lie beside the file that names it, or lies there
    and is something else."""

    source: Source
    path: KeyPath
    file: Path
    beside: Sequence[Path]
    """What does lie there."""
    find: str = ""
    """How a text names it, which holds more."""


@dataclass(frozen=True, slots=True)
class UnusableAttachment:
    """A picture or font that cannot be used as it is."""

    source: Source
    path: KeyPath
    reason: str
    find: str = ""


@dataclass(frozen=True, slots=True)
class TellingPhoto:
    """A photo in whose file stands where it was taken."""

    source: Source
    path: KeyPath
    find: str = ""


@dataclass(frozen=True, slots=True)
class UnfitPortrait:
    """A portrait of which too little can be shown."""

    source: Source
    path: KeyPath
    width: int
    height: int
    """In pixels."""


@dataclass(frozen=True, slots=True)
class UnmentionedFile:
    """A picture or font that nobody names."""

    path: Path
    shown_as: str
    is_beside_pages: bool = False


Problem: TypeAlias = (
    NoFolder
    | MissingFile
    | OddFile
    | BrokenThing
    | BrokenTable
    | DanglingReference
    | DanglingLink
    | DeadLink
    | LooseFile
    | Collision
    | LooseLink
    | MissingAttachment
    | UnusableAttachment
    | TellingPhoto
    | UnfitPortrait
    | UnmentionedFile
)


def is_error(problem: Problem) -> bool:
    """Whether a problem keeps the house from being used."""
    if isinstance(problem, OddFile):
        return problem.is_error
    if isinstance(problem, Collision):
        return problem.is_lost
    if isinstance(problem, DeadLink):
        return problem.nowhere.why not in HARMLESS
    return not isinstance(
        problem, LooseFile | LooseLink | TellingPhoto | UnfitPortrait | UnmentionedFile
    )
