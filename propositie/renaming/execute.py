"""Doing what was planned: all of it, or nothing at all."""

from __future__ import annotations

from ..edits import ChangedMeanwhile, NotWritable, write_all
from .plan import Plan, RenameError


def execute(plan: Plan) -> None:
    """Carry out a plan.

    Raises `RenameError`, with every file as it was, when one cannot be written or
    changed meanwhile.
    """
    try:
        write_all(plan.changes)
    except ChangedMeanwhile as error:
        raise RenameError(
            f"{error.name} is intussen veranderd. Er is niets hernoemd. Probeer het opnieuw."
        ) from error
    except NotWritable as error:
        raise RenameError(
            f"Niet alle bestanden zijn te schrijven ({error.reason}). Er is niets veranderd."
        ) from error
