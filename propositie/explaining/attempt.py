"""Trying a correction out before it is given: does the parser then get further than it did?"""

from __future__ import annotations

import math
from collections.abc import Sequence

import yaml

MAX_TRIALS = 40
MAX_CHARACTERS = 1_000_000
"""So many readings, and so many characters in all, are spent on one file that is wrong."""


class Trial:
    """The lines of a file, and the line (from 0) where the parser stopped."""

    def __init__(self, lines: Sequence[str], stop: int) -> None:
        self.lines = lines
        self.stop = stop
        self._trials_left = MAX_TRIALS
        self._characters_left = MAX_CHARACTERS

    def stop_with(self, number: int, new: str) -> float:
        """Where the parser stops when line `number` reads `new`; infinite when it does not."""
        text = "\n".join([*self.lines[:number], new, *self.lines[number + 1 :]])
        self._trials_left -= 1
        self._characters_left -= len(text)
        if self._trials_left < 0 or self._characters_left < 0:
            return -1
        return find_stop(text)

    def helps(self, number: int, new: str) -> bool:
        """Whether the parser gets further with `new` as line `number`."""
        return self.stop_with(number, new) > self.stop


def find_stop(text: str) -> float:
    """The line (from 0) at which the parser gives up; infinite when it reads all."""
    try:
        for _ in yaml.parse(text, Loader=yaml.CBaseLoader):
            pass
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return mark.line if mark else -1
    except yaml.YAMLError:
        return -1
    return math.inf
