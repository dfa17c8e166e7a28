"""Explaining: what went wrong in reading → Dutch sentences, each with its place and the way out.

`explain` is the only door for a house; the names of `words` and `names` help who asks staff for
the name of a thing. In most houses nothing is wrong, so what explains is loaded when something is.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ..finding import Finding
from ..reading import LoadResult

if TYPE_CHECKING:
    from .codes import READING_CODES, Explanation
    from .names import MAX_NAME, find_nearest
    from .things import MAX_PER_FILE
    from .words import did_you_mean, shorten

__all__ = [
    "MAX_NAME",
    "MAX_PER_FILE",
    "READING_CODES",
    "Explanation",
    "did_you_mean",
    "explain",
    "find_nearest",
    "shorten",
]

_HOMES = {
    "MAX_NAME": "names",
    "MAX_PER_FILE": "things",
    "READING_CODES": "codes",
    "Explanation": "codes",
    "did_you_mean": "words",
    "find_nearest": "names",
    "shorten": "words",
}
"""Where each name lives that is loaded when somebody asks for it."""


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def explain(loaded: LoadResult) -> list[Finding]:
    """Everything that went wrong in reading a house, as staff are told it."""
    if not loaded.problems:
        return []
    from .house import explain_problems

    return explain_problems(loaded)
