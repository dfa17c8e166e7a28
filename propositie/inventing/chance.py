"""Chance that is the same everywhere."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Chance:
    """Draws that follow from a seed alone.

    Of Python's generator only `random` is used: what it gives for a seed is promised to stay the
    same (documentation of the module `random`, Notes on Reproducibility).
    """

    def __init__(self, *seed: object) -> None:
        self._random = random.Random(" ".join(map(str, seed))).random

    def below(self, limit: int) -> int:
        """A whole number from 0 up to `limit`."""
        return int(self._random() * limit)

    def happens(self, chance: float) -> bool:
        """Whether something happens whose chance is this, from 0 to 1."""
        return self._random() < chance

    def pick(self, things: Sequence[T]) -> T:
        """One of these."""
        return things[self.below(len(things))]

    def some(self, things: Sequence[T], count: int) -> list[T]:
        """So many of these, each once, in no order; all when there are fewer."""
        left = list(things)
        drawn: list[T] = []
        while left and len(drawn) < count:
            drawn.append(left.pop(self.below(len(left))))
        return drawn
