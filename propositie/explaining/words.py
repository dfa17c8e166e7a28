"""Words of a message: a text cut short, names in a row, the nearest name, the corrected line."""

from __future__ import annotations


def shorten(text: str, length: int = 60) -> str:
    """A text cut to what fits in a message."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def did_you_mean(name: str | None) -> str:
    """The question that follows an unknown name."""
    return f' Bedoelt u "{name}"?' if name else ""


def join_quoted(words: list[str]) -> str:
    """Some words in a row: `"a", "b" en "c"`."""
    quoted = [f'"{w}"' for w in words]
    return " en ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)


MAX_CORRECTION = 160
"""A corrected line longer than this is not repeated: it could not be copied from a message."""


def suggest(old: str, new: str, word: str = "Schrijf") -> str:
    """The sentence that gives the corrected line `new` for the line `old`; empty without one.

    A line on which only the indentation changes also gets told how far it goes in.
    """
    bare = new.strip()
    if not bare or len(bare) > MAX_CORRECTION or new.rstrip() == old.rstrip() or "\n" in new:
        return ""
    spaces = len(new) - len(new.lstrip(" "))
    if old[: len(old) - len(old.lstrip())] == " " * spaces:
        return f" {word}: {bare}"
    if not spaces:
        return f" {word}, helemaal links: {bare}"
    how_many = "1 spatie" if spaces == 1 else f"{spaces} spaties"
    return f" {word}, met {how_many} ervoor: {bare}"
