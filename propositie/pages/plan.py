"""A page before it is made: where it will stand, what it is called, and what makes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .page import Page, ThingKey


@dataclass(frozen=True, slots=True)
class PagePlan:
    """A page that can be made at any moment, in any order, or not at all when it is kept."""

    address: str
    title: str
    make: Callable[[], Page]
    """Makes it. Whatever it needs besides the thing of the page it asks of the house: what is
    handed over here would not be noticed when it changes."""
    thing: ThingKey | None = None
    """The thing that the page is about; None for one about many, such as an overview."""
    former_addresses: tuple[str, ...] = ()
    """Where the page stood before its thing was renamed."""
