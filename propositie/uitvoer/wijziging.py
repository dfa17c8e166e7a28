"""When each file last changed, as git knows it: one question for all files, never one per page."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

HOOGSTENS = 20
"""Seconds that git may take; a site is worth more than the dates in its sitemap."""


def laatst_gewijzigd(map_: Path, paden: Sequence[str]) -> Mapping[str, str]:
    """The day (`2026-11-22`) of the last commit of each file in `paden`, by its path from `map_`.

    Empty without git, outside a repository, or when git takes too long. In a shallow clone the
    oldest commit that is there counts as the day on which all older files changed.
    """
    opdracht = [
        "git", "-c", "core.quotePath=false", "log", "--format=@%cs", "--name-only", "--relative",
        "--no-renames", "--", *paden,
    ]  # fmt: skip
    try:
        uit = subprocess.run(
            opdracht, cwd=map_, capture_output=True, timeout=HOOGSTENS, check=True,
        ).stdout.decode("utf-8", "replace")  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return {}
    return lees_log(uit)


def lees_log(uitvoer: str) -> Mapping[str, str]:
    """The first day that each path is named under: git tells the newest commit first."""
    dagen: dict[str, str] = {}
    dag = ""
    for regel in uitvoer.splitlines():
        if regel.startswith("@"):
            dag = regel[1:]
        elif regel:
            dagen.setdefault(regel, dag)
    return dagen
