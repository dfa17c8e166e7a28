"""A folder that remembers what took long to make, by what it was made from.

A cache may be thrown away, shared, damaged or closed at any moment: what is missing or damaged
is made again, and what cannot be kept is made every time. No build ever fails on it.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import tempfile
import time
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path

DAY = 24 * 60 * 60
RETENTION = 30 * DAY
"""Seconds after which an entry that no build used is thrown away."""
_OWNERS = "van"
"""The folder in which everybody has one."""
_STARTED = time.time()
"""When this program began."""
_OF_NOBODY = re.compile(r"[0-9a-f]{64}")
_LAST_CLEANED = "opgeruimd"
"""Its date tells when the folder was last tidied: once a day is enough."""
_DIGEST_SIZE = hashlib.sha256().digest_size


_PNG = ".png"
_PNG_START = b"\x89PNG\r\n\x1a\n"
_PNG_END = b"IEND"


def is_whole_png(content: bytes) -> bool:
    """Whether every part of a picture is as it was written: each has a checksum of its own (PNG,
    section 5.3)."""
    if not content.startswith(_PNG_START):
        return False
    here, kind = len(_PNG_START), b""
    while here + 12 <= len(content) and kind != _PNG_END:
        length = int.from_bytes(content[here : here + 4])
        kind, end = content[here + 4 : here + 8], here + 8 + length
        if zlib.crc32(content[here + 4 : end]) != int.from_bytes(content[end : end + 4]):
            return False
        here = end + 4
    return kind == _PNG_END and here == len(content)


def make_key(*parts: bytes | str | int | float | None) -> str:
    """One name for everything that decides a result: other parts, another name."""
    fingerprint = hashlib.sha256()
    for part in parts:
        raw = part if isinstance(part, bytes) else repr(part).encode()
        fingerprint.update(len(raw).to_bytes(8) + raw)
    return fingerprint.hexdigest()


class Cache:
    """Keeps bytes by key in the folder `folder`; without a folder it remembers nothing."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def of(self, owner: str) -> Cache:
        """What is kept about one person or picture, in a folder of its own: it can be forgotten.

        `owner` is the name of a folder (`beeld-…`).
        """
        return Cache(self._folder / _OWNERS / owner if self._folder is not None else None)

    def forget_all_but(self, prefix: str, owners: Iterable[str]) -> None:
        """Throw away at once what is kept about others, of those whose name begins with `prefix`.

        What was kept before anybody had a folder goes too: nobody knows whose it was.
        """
        if self._folder is None:
            return
        kept, folder = set(owners), self._folder / _OWNERS
        with contextlib.suppress(OSError):
            if not folder.exists():
                folder.mkdir(parents=True)
                for path in self._folder.iterdir():
                    if _OF_NOBODY.fullmatch(path.name) and path.stat().st_mtime < _STARTED:
                        path.unlink(missing_ok=True)
            for name in os.listdir(folder):  # noqa: PTH208 (thousands of names)
                if name.startswith(prefix) and name not in kept:
                    shutil.rmtree(folder / name, ignore_errors=True)

    def png(self, key: str) -> tuple[Path, bytes] | None:
        """The picture that was kept under `key`, and where it lies, to be published as it is; None
        when there is none, or none that is whole."""
        if self._folder is None:
            return None
        path = self._folder / f"{key}{_PNG}"
        try:
            content = path.read_bytes()
            if time.time() - path.stat().st_mtime > DAY:
                os.utime(path)  # still in use
        except OSError:
            return None
        return (path, content) if is_whole_png(content) else None

    def save_png(self, key: str, content: bytes) -> None:
        """Keep a picture as a file by itself, when that is possible."""
        self._write(f"{key}{_PNG}", content)

    def get(self, key: str) -> bytes | None:
        """What was kept under `key`; None when there is nothing, or nothing whole."""
        if self._folder is None:
            return None
        path = self._folder / key
        try:
            raw = path.read_bytes()
            if time.time() - path.stat().st_mtime > DAY:
                os.utime(path)  # still in use
        except OSError:
            return None
        fingerprint, content = raw[:_DIGEST_SIZE], raw[_DIGEST_SIZE:]
        return content if hashlib.sha256(content).digest() == fingerprint else None

    def save(self, key: str, content: bytes) -> None:
        """Keep `content` when that is possible; another build never sees half of it."""
        self._write(key, hashlib.sha256(content).digest() + content)

    def _write(self, name: str, content: bytes) -> None:
        if self._folder is None:
            return
        temporary = ""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=self._folder, prefix=".half-")
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            os.utime(temporary)  # by the clock that tells its age: a file server has its own
            Path(temporary).chmod(0o644)  # it may be published as it is; mkstemp thinks not
            Path(temporary).replace(self._folder / name)
        except OSError:
            with contextlib.suppress(OSError):
                Path(temporary).unlink(missing_ok=True)

    def make(self, key: str, maker: Callable[[], bytes]) -> bytes:
        """What was kept under `key`, else what `maker` makes, which is then kept."""
        content = self.get(key)
        if content is None:
            content = maker()
            self.save(key, content)
        return content

    def clean_up(self) -> None:
        """Throw away what no build used for `RETENTION`; looks once a day at the most."""
        if self._folder is None:
            return
        stamp, now = self._folder / _LAST_CLEANED, time.time()
        with contextlib.suppress(OSError):
            if stamp.exists() and now - stamp.stat().st_mtime < DAY:
                return
            for path in list(self._folder.iterdir()):
                if path.is_dir():
                    continue
                if now - path.stat().st_mtime > RETENTION:
                    path.unlink(missing_ok=True)
            stamp.touch()
            os.utime(stamp)
