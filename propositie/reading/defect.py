"""What is wrong with a value or field, before its place in the file is looked up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from ..edits import Certainty
from .tree import KeyPath

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
    certainty: Certainty = Certainty.CERTAIN


def did_you_mean(name: str | None) -> str:
    """The question that follows an unknown name."""
    return f' Bedoelt u "{name}"?' if name else ""


def join_quoted(words: list[str]) -> str:
    """Some words in a row: `"a", "b" join_quoted "c"`."""
    quoted = [f'"{w}"' for w in words]
    return " en ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)
