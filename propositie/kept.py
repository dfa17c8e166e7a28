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
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent
MAX_SIZE = 256 * 2**20
"""No file of ours becomes as large as this, in bytes."""


@cache
def fingerprint() -> str:
    """What tells this program from any other that might read differently: its own source, the
    versions of all that is installed beside it, and the version of Python."""
    digest = hashlib.blake2b(digest_size=16)
    for part in (sys.version.encode(), *_installed(), *_own_source()):
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def _installed() -> Iterator[bytes]:
    """The names, with versions, of what is installed: that is how its folders are called."""
    for folder in dict.fromkeys(sys.path):
        with contextlib.suppress(OSError):
            names = os.listdir(folder) if folder.endswith("-packages") else ()  # noqa: PTH208 (fast)
            yield from sorted(n.encode() for n in names if n.endswith((".dist-info", ".egg-info")))


def _own_source() -> Iterator[bytes]:
    """Every module of this package: a developer never sees what yesterday's code made."""
    for folder, folders, names in os.walk(PACKAGE):
        folders.sort()
        for name in sorted(name for name in names if name.endswith(".py")):
            with contextlib.suppress(OSError), open(f"{folder}/{name}", "rb") as file:  # noqa: PTH123 (fast)
                yield f"{folder}/{name}".encode() + file.read()


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
        temporary = ""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=self._path.parent, prefix=".half-")
            with os.fdopen(handle, "wb") as file:
                file.write(_head_of(content) + b"\n" + content)
            Path(temporary).replace(self._path)
            self._holds = content
        except OSError:
            with contextlib.suppress(OSError):
                Path(temporary).unlink(missing_ok=True)
            self.remove()  # rather nothing than what should be forgotten

    def remove(self) -> None:
        """Keep nothing."""
        self._holds = None
        if self._path is not None:
            with contextlib.suppress(OSError):
                self._path.unlink(missing_ok=True)


def _is_sensible(found: os.stat_result) -> bool:
    """Whether a file can be read to its end: no pipe, no device, no disk full of nothing."""
    return stat.S_ISREG(found.st_mode) and found.st_size <= MAX_SIZE


def _head_of(content: bytes) -> bytes:
    checksum = hashlib.blake2b(content, digest_size=16).hexdigest()
    return f"{fingerprint()} {checksum}".encode()
