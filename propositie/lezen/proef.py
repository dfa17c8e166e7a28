"""Trying a correction out before it is given: does the parser then get further than it did?"""

from __future__ import annotations

import math
from collections.abc import Sequence

import yaml

MAX_PROEVEN = 40
MAX_TEKENS = 1_000_000
"""So many readings, and so many characters in all, are spent on one file that is wrong."""


class Proef:
    """The lines of a file, and the line (from 0) where the parser stopped."""

    def __init__(self, regels: Sequence[str], stop: int) -> None:
        self.regels = regels
        self.stop = stop
        self._proeven = MAX_PROEVEN
        self._tekens = MAX_TEKENS

    def stop_met(self, nummer: int, nieuw: str) -> float:
        """Where the parser stops when line `nummer` reads `nieuw`; infinite when it does not."""
        tekst = "\n".join([*self.regels[:nummer], nieuw, *self.regels[nummer + 1 :]])
        self._proeven -= 1
        self._tekens -= len(tekst)
        if self._proeven < 0 or self._tekens < 0:
            return -1
        return waar_het_stopt(tekst)

    def helpt(self, nummer: int, nieuw: str) -> bool:
        """Whether the parser gets further with `nieuw` as line `nummer`."""
        return self.stop_met(nummer, nieuw) > self.stop


def waar_het_stopt(tekst: str) -> float:
    """The line (from 0) at which the parser gives up; infinite when it reads all."""
    try:
        for _ in yaml.parse(tekst, Loader=yaml.CBaseLoader):
            pass
    except yaml.MarkedYAMLError as fout:
        mark = fout.problem_mark or fout.context_mark
        return mark.line if mark else -1
    except yaml.YAMLError:
        return -1
    return math.inf
