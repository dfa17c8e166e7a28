"""What reading throws for a text that is no YAML, and how a message quotes."""

from __future__ import annotations

from ..edits import Certainty


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
        certainty: Certainty = Certainty.CERTAIN,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.line = line
        self.column = column
        self.length = length
        self.correction = correction
        self.certainty = certainty


def shorten(text: str, length: int = 60) -> str:
    """A text cut to what fits in a message."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
