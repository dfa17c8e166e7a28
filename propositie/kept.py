"""Files that keep results for the next run, and are made anew when anything about them is odd.

A file holds plain data and never code, so that one which somebody else put there can do no harm:
it must bear the fingerprint of this very program and the checksum of its own content. It is written
beside and then put in place, so that nobody reads half of one, and two at once do no harm. Nothing
here ever fails: what cannot be read is worked out again, and what cannot be kept is not.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
from pathlib import Path

from .program import program_fingerprint

MAX_SIZE = 256 * 2**20
"""No file of ours becomes as large as this, in bytes."""


_HALF = ".half-kept-"
"""How a file is called while it is written."""


def remove_halves(folder: Path | None) -> None:
    """Throw away what a process that was ended left half written in a folder of such files.

    Another one that is writing at this very moment finds that it cannot keep its result.
    """
    with contextlib.suppress(OSError):
        for path in folder.iterdir() if folder is not None else ():
            if path.name.startswith(_HALF):
                path.unlink(missing_ok=True)


class KeptFile:
    """One such file; without a path it keeps nothing."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._holds: bytes | None = None
        """What the file is known to hold."""

    def load(self) -> bytes | None:
        """What was kept; None when there is nothing, or nothing that is whole and ours."""
        if self._path is None:
            return None
        try:
            if not _is_sensible(self._path.stat()):
                return None
            head, _, content = self._path.read_bytes().partition(b"\n")
        except OSError:
            return None
        if head != _head_of(content):
            return None
        self._holds = content
        return content

    def save(self, content: bytes) -> None:
        """Keep `content` in place of what was kept, when that is possible."""
        if self._path is None or content == self._holds:
            return
        self._holds = None
        beside = self._path.with_name(f"{_HALF}{self._path.name}-{os.getpid()}")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            beside.unlink(missing_ok=True)
            with open(beside, "xb", opener=_for_us_alone) as file:
                file.write(_head_of(content) + b"\n" + content)
            beside.replace(self._path)
            self._holds = content
        except OSError:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)
            self.remove()  # rather nothing than what should be forgotten

    def remove(self) -> None:
        """Keep nothing."""
        self._holds = None
        if self._path is not None:
            with contextlib.suppress(OSError):
                self._path.unlink(missing_ok=True)


def _for_us_alone(path: str, flags: int) -> int:
    """Open a file that nobody else may read: there are people in it."""
    return os.open(path, flags, 0o600)


def _is_sensible(found: os.stat_result) -> bool:
    """Whether a file can be read to its end: no pipe, no device, no disk full of nothing."""
    return stat.S_ISREG(found.st_mode) and found.st_size <= MAX_SIZE


def _head_of(content: bytes) -> bytes:
    checksum = hashlib.blake2b(content, digest_size=16).hexdigest()
    return f"{program_fingerprint()} {checksum}".encode()
