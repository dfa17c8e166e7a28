"""What is wrong, before it is a finding: at a line of the text, or at a value in the tree."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from ..edits import Certainty
from ..reading.tree import KeyPath


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What is wrong in the text of a file: a code, a Dutch sentence, and where (from 0).

    Without a line it is about the file as a whole. `correction` is the line as it should stand
    (or lines), `certainty` how sure that is: judged by what changes when left out.
    """

    code: str
    message: str
    line: int | None = None
    column: int = 0
    length: int = 1
    correction: str = ""
    certainty: Certainty | None = None


Repair: TypeAlias = Callable[[str], str]
"""What should stand in place of the text that a message points at; empty when nobody knows."""


@dataclass(frozen=True, slots=True)
class Defect:
    """What is wrong with a value: a code, a sentence, the path, and what to point at.

    `repair` turns the text that is pointed at into what should stand there; empty when it is
    not sure; with `whole_line` it gets the whole line. `below` does the same for the other
    lines of the value, and the keys `also` are to be mended in the same way. `word` leads in the
    corrected line. `certainty` is judged by what changes when left out.
    """

    code: str
    message: str
    path: KeyPath
    at_key: bool = False
    find: str = ""
    repair: Repair | None = None
    word: str = "Schrijf"
    whole_line: bool = False
    below: Repair | None = None
    also: Sequence[KeyPath] = ()
    certainty: Certainty | None = None
