"""The words of which an organisation is invented, from the lists beside this file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from ..reading.tree import parse_tree


@cache
def _read(name: str) -> Mapping[str, Any]:
    tree = parse_tree(Path(__file__).with_name(name).read_text("utf-8"))
    assert isinstance(tree, dict)
    return tree


def themes(key: str) -> Any:
    """What stands under a key in `themes.yml`: groups, needs, services and who is around."""
    return _read("themes.yml")[key]


def typed(key: str, number: int) -> Any:
    """One of the values of `values.yml`, as people write them; the same number has the same one."""
    found: Sequence[Any] = _read("values.yml")[key]
    return found[number % len(found)]


def pieces(key: str) -> Sequence[str]:
    """The loose pieces of names and sentences under a key in `people.yml`."""
    found: Sequence[str] = _read("people.yml")[key]
    return found
