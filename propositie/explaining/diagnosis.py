"""What is wrong, before it is a finding: at a line of the text, or at a value in the tree."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from ..reading.tree import KeyPath


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What is wrong in the text of a file: a code, a Dutch sentence, and where (from 0).

    Without a line it is about the file as a whole. `correction` is the line as it should stand.
    """

    code: str
    message: str
    line: int | None = None
    column: int = 0
    length: int = 1
    correction: str = ""


Repair: TypeAlias = Callable[[str], str]
"""What should stand in place of the text that a message points at; empty when nobody knows."""


@dataclass(frozen=True, slots=True)
class Defect:
    """What is wrong with a value: a code, a sentence, the path, and what to point at.

    `repair` turns the text that is pointed at into what should stand there; empty when it is
    not sure; with `whole_line` it gets the whole line. `word` leads in the corrected line.
    """

    code: str
    message: str
    path: KeyPath
    at_key: bool = False
    find: str = ""
    repair: Repair | None = None
    word: str = "Schrijf"
    whole_line: bool = False
