"""Why a link or picture in a text leads nowhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto


class Lost(Enum):
    """Why a link leads nowhere."""

    PAGE = auto()
    FILE = auto()
    FRAGMENT = auto()
    """The page is there, and has no such heading."""
    NO_SCHEME = auto()
    """The address of another site or of a mailbox, without what a browser needs before it."""
    MANGLED = auto()
    """The address of another site, with slips in what stands before the name."""
    OTHER_FORM = auto()
    """A page of ours that is there, at an address of another form."""
    OWN_COMPUTER = auto()
    """A file on the computer of who wrote it."""
    EMPTY = auto()
    ELSEWHERE = auto()
    """A picture on another site."""
    NO_WORDS = auto()
    """A picture without words for who does not see it."""


HARMLESS = (Lost.FRAGMENT, Lost.ELSEWHERE, Lost.NO_WORDS)
"""What is shown all the same, if less well."""


@dataclass(frozen=True, slots=True)
class Nowhere:
    """Where a link that leads nowhere was meant to go."""

    why: Lost
    name: str
    """What it names: a page, a file, a heading."""
    better: str = ""
    """The address to write, when it is certain."""
    near: Sequence[str] = ()
    """Names of what is there, for the nearest to be found."""
