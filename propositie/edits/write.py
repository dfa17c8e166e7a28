"""Writing changed files: all of them, or nothing at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..dutch.refusals import reason_of
from .engine import ChangedMeanwhile, NotWritable


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file that changes, or gets another name, or both."""

    source: Path
    target: Path
    shown_as: str
    """How staff know the file, under its new name."""
    before: bytes
    after: bytes
    places: int = 0
    """In how many places something changed."""


def write_all(changes: Sequence[FileChange]) -> None:
    """Write every change.

    Everything is first written beside the files it is for, then put in their place. Raises
    `ChangedMeanwhile` or `NotWritable`, with every file as it was, when one is another than was
    read or cannot be written.
    """
    undo_steps: list[Callable[[], object]] = []
    staged = {w: w.target.with_name(f".{w.target.name}.nieuw") for w in changes}
    try:
        for change, temporary in staged.items():
            _stage(change, temporary)
        for change, temporary in staged.items():
            _check_unchanged(change)
            undo_steps.append(_undo(change))
            temporary.replace(change.target)
        for change in staged:
            if change.source != change.target:
                change.source.unlink()
    except BaseException as error:
        for step in reversed(undo_steps):
            step()
        if isinstance(error, OSError):
            name = Path(error.filename or "").name
            raise NotWritable(name, reason_of(error)) from error
        raise
    finally:
        for temporary in staged.values():
            temporary.unlink(missing_ok=True)


def _stage(change: FileChange, temporary: Path) -> None:
    _check_unchanged(change)
    with temporary.open("wb") as file:
        file.write(change.after)
        file.flush()
        os.fsync(file.fileno())  # a power cut leaves the old file or the new one, never half
    shutil.copymode(change.source, temporary)


def _check_unchanged(change: FileChange) -> None:
    if change.source.read_bytes() != change.before:
        raise ChangedMeanwhile(change.source.name)


def _undo(change: FileChange) -> Callable[[], object]:
    """What puts a file back as it was, wherever the work stopped."""
    source, target, before = change.source, change.target, change.before
    mode = source.stat().st_mode

    def undo() -> None:
        if source != target:
            target.unlink(missing_ok=True)
        if not source.exists() or source.read_bytes() != before:
            temporary = source.with_name(f".{source.name}.terug")
            temporary.write_bytes(before)
            temporary.chmod(mode)
            temporary.replace(source)

    return undo
