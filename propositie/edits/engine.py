"""From edits to the new content of a file, refused when the file is another than was read."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ..errors import PropositieError
from .edit import Edit, Point, digest_of
from .text import TextEdit, apply_edits, line_starts

_BOM = "\ufeff"


class EditError(PropositieError):
    """Why nothing was written."""


class ChangedMeanwhile(EditError):
    """A file changed after it was read; `name` is what it is called."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} is intussen veranderd. Er is niets geschreven. Probeer het opnieuw."
        )
        self.name = name


class NotWritable(EditError):
    """A file cannot be written; `reason` is what the system says."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name} is niet te schrijven ({reason}). Er is niets veranderd.")
        self.name = name
        self.reason = reason


class OverlapError(EditError):
    """Two edits are about the same part of a file."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Twee verbeteringen gaan over hetzelfde stuk van {name}. Er is niets geschreven. "
            "Doe ze een voor een."
        )


def apply_to_bytes(content: bytes, edits: Sequence[Edit]) -> bytes:
    """The content of a file with every edit made; every other byte stays.

    Raises `ChangedMeanwhile` when an edit was made for another content, `OverlapError` when two
    are about the same part.
    """
    digest = digest_of(content)
    for edit in edits:
        if edit.digest != digest:
            raise ChangedMeanwhile(edit.file)
    text = content.decode("utf-8", "surrogateescape")  # what is no UTF-8 comes back as it was
    bom = _BOM if text.startswith(_BOM) else ""
    text = text.removeprefix(_BOM)
    starts = line_starts(text)
    changes = sorted((_in_text(edit, starts) for edit in edits), key=lambda c: (c.start, c.end))
    for before, after in pairwise(changes):
        if after.start < before.end or after.start == before.start:
            raise OverlapError(edits[0].file)
    return (bom + apply_edits(text, changes)).encode("utf-8", "surrogateescape")


def _in_text(edit: Edit, starts: Sequence[int]) -> TextEdit:
    return TextEdit(_offset(edit.start, starts), _offset(edit.end, starts), edit.text)


def _offset(point: Point, starts: Sequence[int]) -> int:
    return starts[point.line - 1] + point.column - 1
