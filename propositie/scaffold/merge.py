"""Merging three texts by lines: what two people made of the same text, when that can be said.

A stretch of lines that only one of them changed is as that one left it; one that both changed in
the same way is so; where they differ, nobody but a person can tell (Khanna, Kunal and Pierce, A
Formal Investigation of Diff3, 2007).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class Conflict:
    """Lines that both changed, and each in another way."""

    line: int
    """Where ours begin in our text; it counts from 1."""
    ours: Sequence[str]
    theirs: Sequence[str]


@dataclass(frozen=True, slots=True)
class Merged:
    """The text that came of it; without conflicts it holds what both changed."""

    text: str
    conflicts: Sequence[Conflict] = ()


def merge_texts(base: str, ours: str, theirs: str) -> Merged:
    """Merge what `ours` and `theirs` made of `base`; in a conflict the text has our lines."""
    if base == theirs or ours == theirs:
        return Merged(ours)
    if base == ours:
        return Merged(theirs)
    lines = [_lines(text) for text in (base, ours, theirs)]
    merged: list[str] = []
    conflicts: list[Conflict] = []
    for (b0, b1), (o0, o1), (t0, t1) in _stretches(*lines):
        before, own, other = lines[0][b0:b1], lines[1][o0:o1], lines[2][t0:t1]
        if own in (before, other):
            merged += other
        else:
            merged += own
            if other != before:
                conflicts.append(Conflict(o0 + 1, own, other))
    return Merged("".join(merged), conflicts)


_Range = tuple[int, int]


def _stretches(
    base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]
) -> Iterator[tuple[_Range, _Range, _Range]]:
    """The texts in stretches that lie beside each other: as far as all three agree, and between."""
    here = (0, 0, 0)
    for start, o_start, t_start, length in _agreements(base, ours, theirs):
        yield (here[0], start), (here[1], o_start), (here[2], t_start)
        here = (start + length, o_start + length, t_start + length)
        yield (start, here[0]), (o_start, here[1]), (t_start, here[2])


def _agreements(
    base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]
) -> Iterator[tuple[int, int, int, int]]:
    """Where lines of the base stand in both others: the places of the first, and how many."""
    in_ours = SequenceMatcher(None, base, ours, autojunk=False).get_matching_blocks()
    in_theirs = SequenceMatcher(None, base, theirs, autojunk=False).get_matching_blocks()
    for o_block in in_ours:
        for t_block in in_theirs:
            start = max(o_block.a, t_block.a)
            length = min(o_block.a + o_block.size, t_block.a + t_block.size) - start
            if length > 0:
                yield (
                    start, o_block.b + start - o_block.a, t_block.b + start - t_block.a, length
                )  # fmt: skip
    yield len(base), len(ours), len(theirs), 0


def _lines(text: str) -> list[str]:
    """The lines of a text, each with its end; the last one gets one, so that it compares."""
    return (
        f"{text}\n".splitlines(keepends=True)
        if text and text[-1] != "\n"
        else text.splitlines(keepends=True)
    )
