"""When each file last changed, as git knows it: one question for all files, never one per page."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

TIMEOUT = 20
"""Seconds that git may take; a site is worth more than the dates in its sitemap."""


def last_changed(folder: Path, paths: Sequence[str]) -> Mapping[str, str]:
    """The day (`2026-11-22`) of the last commit of each file in `paths`, by its path from `folder`.

    Empty without git, outside a repository, or when git takes too long. In a shallow clone the
    oldest commit that is there counts as the day on which all older files changed.
    """
    command = [
        "git", "-c", "core.quotePath=false", "log", "--format=@%cs", "--name-only", "--relative",
        "--no-renames", "--", *paths,
    ]  # fmt: skip
    try:
        result = subprocess.run(
            command, cwd=folder, capture_output=True, timeout=TIMEOUT, check=True,
        ).stdout.decode("utf-8", "replace")  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return {}
    return parse_log(result)


def parse_log(output: str) -> Mapping[str, str]:
    """The first day that each path is named under: git tells the newest commit first."""
    days: dict[str, str] = {}
    day = ""
    for line in output.splitlines():
        if line.startswith("@"):
            day = line[1:]
        elif line:
            days.setdefault(line, day)
    return days
