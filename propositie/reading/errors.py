"""What reading refuses, as data: which mistake, where it stands, and what of the text shows it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

import yaml

from ..errors import PropositieError


class Mistake(Enum):
    """A mistake that keeps a text from being read."""

    OTHER_PROGRAM = auto()
    """A file of another program; the word says which."""
    NOT_UTF8 = auto()
    NOT_A_FILE = auto()
    CLOSED = auto()
    TOO_LARGE = auto()
    TOO_DEEP = auto()
    SYNTAX = auto()
    """What the YAML parser itself stumbles over; `cause` is its complaint."""
    ONE_TEXT = auto()
    """One piece of text where fields belong."""
    NOT_FIELDS = auto()
    ODD_CHARACTER = auto()
    """A character that cannot be seen, in what looks like good text."""
    NO_KEY = auto()
    KEY_IS_GROUP = auto()
    SECOND_DOCUMENT = auto()
    SPECIAL = auto()
    """A text that begins with a sign of YAML's own; the word is that sign."""
    LEADING_HASH = auto()
    """A value that vanishes because it begins with #."""
    HASH_IN_TEXT = auto()
    """A text that loses its end because a # stands in it; the words: what is left, what is lost."""
    LIST_IN_TEXT = auto()
    """A text that swallows a line of a list, because that line goes in too far."""
    REPEATED = auto()
    """Keys that were given before in the same group; the words are those keys."""
    NO_HEAD = auto()
    """A post that does not begin with its fields."""
    OPEN_HEAD = auto()
    """A post whose fields do not end."""
    BARE_FIELDS = auto()
    LATE_HEAD = auto()
    """The fields of a page below an empty line, where they count as text."""
    ODD_HEAD_LINE = auto()
    """A line above fields that is no `---`, so that these count as text."""
    TEXT_IN_HEAD = auto()
    CONFLICT = auto()
    """The marks that Git leaves where two people changed the same lines."""
    ODD_CHARACTER_IN_TEXT = auto()
    TURNING = auto()
    """A character that turns the direction of reading around."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A mistake with its place (line and column from 0; without a line it is the whole file)."""

    mistake: Mistake
    line: int | None = None
    column: int = 0
    length: int = 1
    words: tuple[str, ...] = ()
    """What of the text shows the mistake."""
    start: tuple[int, int] = (0, 0)
    """Line and column where the value or group begins in which the mistake is."""
    in_list: bool = False
    """Whether that group is a part of a list."""
    cause: yaml.YAMLError | None = None


class YamlError(PropositieError):
    """Raised for a text that cannot be read."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__("Deze tekst is niet te lezen. Kijk hem na met propositie controleer.")
        self.refusal = refusal
