"""What reading throws for a text that is no YAML, and how a message quotes and corrects."""

from __future__ import annotations


class YamlError(Exception):
    """YAML that cannot be read: a code, a Dutch sentence, and where (line and column from 0).

    Without a line it is about the file as a whole. `correction` is the line as it should stand.
    """

    def __init__(
        self,
        code: str,
        message: str,
        line: int | None = None,
        column: int = 0,
        length: int = 1,
        correction: str = "",
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.line = line
        self.column = column
        self.length = length
        self.correction = correction


def shorten(text: str, length: int = 60) -> str:
    """A text cut to what fits in a message."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


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
