"""Doing what was planned: all of it, or nothing at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from .plan import FileChange, Plan, RenameError


def execute(plan: Plan) -> None:
    """Carry out a plan.

    Everything is first written beside the files it is for, then put in their place. Raises
    `RenameError`, with every file as it was, when one cannot be written or changed meanwhile.
    """
    undo_steps: list[Callable[[], object]] = []
    staged = {w: w.target.with_name(f".{w.target.name}.nieuw") for w in plan.changes}
    try:
        for change, temporary in staged.items():
            _stage(change, temporary)
        for change, temporary in staged.items():
            undo_steps.append(_undo(change))
            temporary.replace(change.target)
        for change in staged:
            if change.source != change.target:
                change.source.unlink()
    except BaseException as error:
        for step in reversed(undo_steps):
            step()
        if isinstance(error, OSError):
            raise RenameError(
                f"Niet alle bestanden zijn te schrijven ({error.strerror}). Er is niets veranderd."
            ) from error
        raise
    finally:
        for temporary in staged.values():
            temporary.unlink(missing_ok=True)


def _stage(change: FileChange, temporary: Path) -> None:
    if change.source.read_bytes() != change.before:
        raise RenameError(
            f"{change.source.name} is intussen veranderd. Er is niets hernoemd. "
            "Probeer het opnieuw."
        )
    temporary.write_bytes(change.after)
    shutil.copymode(change.source, temporary)


def _undo(change: FileChange) -> Callable[[], object]:
    """What puts a file back as it was, wherever the work stopped."""
    source, target, before, mode = (
        change.source,
        change.target,
        change.before,
        change.source.stat().st_mode,
    )

    def undo() -> None:
        if source != target:
            target.unlink(missing_ok=True)
        if not source.exists() or source.read_bytes() != before:
            temporary = source.with_name(f".{source.name}.terug")
            temporary.write_bytes(before)
            os.chmod(temporary, mode)  # noqa: PTH101
            temporary.replace(source)

    return undo
