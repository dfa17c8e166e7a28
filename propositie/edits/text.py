"""Changing a text at exact places: what lies between them stays as it was."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextEdit:
    """What comes in the place of a part of a text."""

    start: int
    end: int
    text: str


def line_starts(text: str) -> list[int]:
    """Where each line of a text begins, counted as the YAML parser and an editor count lines."""
    return [0, *(m.end() for m in re.finditer(r"\r\n|\r|\n", text))]


def apply_edits(text: str, edits: Iterable[TextEdit]) -> str:
    """The text with every change made. No two may overlap."""
    for edit in sorted(edits, key=lambda i: i.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def smallest_edit(old: str, new: str) -> TextEdit:
    """The one change that makes `new` of `old`, without what both begin and end with."""
    start = _count_same(old, new)
    end = _count_same(old[start:][::-1], new[start:][::-1])
    return TextEdit(start, len(old) - end, new[start : len(new) - end])


def _count_same(one: str, other: str) -> int:
    """With how many of the same characters two texts begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))
