"""Names that a thing had before: whoever still uses one means that thing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from .base import Thing

T = TypeVar("T", bound=Thing)


def called_before(thing: Thing) -> tuple[str, ...]:
    """The ids that a thing had before (its field `vroeger`)."""
    former: tuple[str, ...] = getattr(thing, "vroeger", ())
    return former


def find_thing(things: Mapping[str, T], id_: str) -> T | None:
    """The thing with this id, else the one that had it before; None without either."""
    if (found := things.get(id_)) is not None:
        return found
    return next((thing for thing in things.values() if id_ in called_before(thing)), None)
