"""What this program is: what it made earlier may be kept only as long as it is the same."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path


@cache
def program_fingerprint() -> str:
    """Another fingerprint for another Python, another version of any package, other source.

    The source counts by size and time of change of each of our own files, so that nobody who works
    on it sees what yesterday's made.
    """
    digest = hashlib.sha256(sys.version.encode())
    for line in sorted([*_packages(), *_own_files()]):
        digest.update(line.encode("utf-8", "surrogateescape") + b"\0")
    return digest.hexdigest()


def _packages() -> Iterator[str]:
    """The name and version of every package that is installed, as their folders say."""
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")  # noqa: PTH208 (many names, no paths)
        except OSError:
            continue
        yield from (name for name in names if name.endswith((".dist-info", ".egg-info")))


def _own_files() -> Iterator[str]:
    root = Path(__file__).parent
    for path in (*root.rglob("*.py"), *root.glob("search/*.yml"), *root.glob("letters/*/*")):
        stat = path.stat()
        yield f"{path.relative_to(root).as_posix()} {stat.st_size} {stat.st_mtime_ns}"
