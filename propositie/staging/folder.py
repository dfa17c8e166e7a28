"""A folder is replaced whole or not at all.

What is new is written in a folder beside it, and then takes its place in one step. Whatever
happens before that step, a full disk, a signal, a pulled plug, leaves what stood there as it was.
"""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import os
import shutil
import sys
import tempfile
import weakref
from collections.abc import Collection, Iterator, Mapping, Set
from pathlib import Path
from typing import IO

from ..dutch.refusals import reason_and_way_out
from ..errors import PropositieError
from .spare import Spare, remove_empty

_MARK = ".propositie-"
"""In the name of a folder that is being written."""
_LOCK = ".bezig"
"""A file that is locked as long as somebody writes in the folder around it."""


class StagingError(PropositieError):
    """A folder could not be replaced; what stood there still stands. The text is Dutch."""


class Staging:
    """A folder in which something is written that will take the place of `target`.

    Use it as a context: leaving it without `replace` throws away what was written.
    """

    def __init__(self, target: Path, spares: Path | None = None) -> None:
        """`target` is made when it is not there. Raises `StagingError` when nothing can be written
        beside it. `spares` is a folder where a spare may lie for the next time."""
        self.target = Path(os.path.realpath(target))
        """The folder itself, when `target` is a link to it."""
        with told(self.target):
            if self.target.exists() and not self.target.is_dir():
                raise StagingError(
                    f'Op de plek van de map "{target}" staat een bestand. Haal dat weg, of kies '
                    "een andere map."
                )
            self.target.parent.mkdir(parents=True, exist_ok=True)
            with _one_at_a_time(self.target):
                _remove_leftovers(self.target)
                prefix = f".{self.target.name}{_MARK}"
                self.folder = Path(tempfile.mkdtemp(prefix=prefix, dir=self.target.parent))
                self._lock = _lock(self.folder / _LOCK)
            self.folder.chmod(0o755)  # what is published is for everybody; mkdtemp thinks not
        self._known: set[str] = set()
        self._spare = Spare(spares, self.target) if spares is not None else None
        self._same: Set[str] = frozenset()
        """What is here already, the same as what stands there."""
        self._clean_up = weakref.finalize(self, _remove, self.folder, os.getpid())
        """Runs at the end of the program too, whatever ends it but a kill."""

    @property
    def previous(self) -> Path | None:
        """What stands there until now; None when there is nothing."""
        return self.target if self.target.is_dir() else None

    def adopt(self, ours: Collection[str]) -> None:
        """Begin with the files `ours` of what stands there, where there is a spare of it; `settle`
        removes what is then not wanted. Nobody else may have written here yet."""
        if self._spare is not None and self.previous is not None:
            self._same = self._spare.move_into(self.folder, ours)

    def settle(self, wanted: Collection[str]) -> None:
        """Remove what was adopted and is not among the addresses `wanted`."""
        unused = self._same - set(wanted)
        with told(self.target):
            for address in unused:
                Path(self.folder, address).unlink(missing_ok=True)
            remove_empty(self.folder, {address.rpartition("/")[0] for address in unused})
        self._same = frozenset()

    def put(self, address: str, content: bytes) -> None:
        """Write a file at `address`, seen from the folder."""
        with told(self.target):
            path = self._place(address)
            try:
                _write_new(path, content)
            except FileExistsError:  # perhaps a second name of a file that stands
                os.unlink(path)  # noqa: PTH108 (thousands of files)
                _write_new(path, content)

    def keep(self, address: str) -> None:
        """Take over a file of what stands there, as `take` does."""
        if address not in self._same:
            self.take(address, f"{self.target}/{address}")

    def take(self, address: str, source: Path | str) -> None:
        """Take over a file that lies elsewhere: the same file under a second name, where the system
        has those, else a copy with the same time."""
        with told(self.target):
            path = self._place(address)
            try:
                os.link(source, path)
            except FileExistsError:
                if os.path.samefile(source, path):  # noqa: PTH121 (thousands)
                    return
                os.unlink(path)  # noqa: PTH108
                os.link(source, path)
            except OSError:
                shutil.copy2(source, path)

    def _place(self, address: str) -> str:
        folder = address.rpartition("/")[0]
        if folder not in self._known:
            _make_folder(f"{self.folder}/{folder}")
            self._known.add(folder)
        return f"{self.folder}/{address}"

    def files(self) -> Mapping[str, list[int]]:
        """Size and time of every file that was written, by address."""
        with told(self.target):
            return {a: stamp for a, stamp in files_of(self.folder).items() if a != _LOCK}

    def replace(self) -> None:
        """Let what was written take the place of `target`. Raises `StagingError` when that cannot
        be; then what stood there still stands."""
        with told(self.target):
            self._unlock()
            old = _swap(self.folder, self.target)
        self._clean_up.detach()
        if old is not None and self._spare is not None:
            self._spare.keep(old)
        elif old is not None:
            shutil.rmtree(old, ignore_errors=True)

    def discard(self) -> None:
        """Throw away what was written, unless it has taken its place."""
        self._unlock()
        self._clean_up()

    def _unlock(self) -> None:
        if self._lock is not None:
            self._lock.close()
            self._lock = None
            with contextlib.suppress(OSError):
                (self.folder / _LOCK).unlink()

    def __enter__(self) -> Staging:
        return self

    def __exit__(self, *_: object) -> None:
        self.discard()


def _write_new(path: str, content: bytes) -> None:
    with open(path, "xb", buffering=0) as file:  # noqa: PTH123 (thousands of files)
        view = memoryview(content)
        while view:
            view = view[file.write(view) :]


def _make_folder(path: str) -> None:
    try:
        os.mkdir(path)  # noqa: PTH102 (thousands, and mostly what lies above is there)
    except FileExistsError:
        return
    except FileNotFoundError:
        os.makedirs(path, exist_ok=True)  # noqa: PTH103


def files_of(folder: Path) -> Mapping[str, list[int]]:
    """Size and time (in nanoseconds) of every file in a folder, by its address in it."""
    found: dict[str, list[int]] = {}
    inner = [""]
    while inner:
        here = inner.pop()
        with os.scandir(f"{folder}/{here}") as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    inner.append(f"{here}{entry.name}/")
                else:
                    state = entry.stat(follow_symlinks=False)
                    found[f"{here}{entry.name}"] = [state.st_size, state.st_mtime_ns]
    return found


@contextlib.contextmanager
def told(target: Path) -> Iterator[None]:
    """Tell what the system refuses in a sentence with the way out."""
    try:
        yield
    except OSError as error:
        raise StagingError(
            f'De map "{target}" kon niet worden geschreven: {reason_and_way_out(error)} '
            "Wat er stond, staat er nog."
        ) from error


def _swap(new: Path, target: Path) -> Path | None:
    """Put `new` in the place of `target`; tell where what stood there is now."""
    if not target.exists():
        new.rename(target)
        return None
    if _exchange(new, target):
        return new
    aside = new.with_name(f"{new.name}-oud")
    target.rename(aside)
    try:
        new.rename(target)
    except OSError:
        aside.rename(target)
        raise
    return aside


_AT_CWD, _LINUX_EXCHANGE, _MACOS_SWAP = -100, 2, 2


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; False where the system has no such step."""
    try:
        if sys.platform == "linux":
            rename = ctypes.CDLL(None, use_errno=True).renameat2
            names = os.fsencode(one), os.fsencode(other)
            failed = rename(_AT_CWD, names[0], _AT_CWD, names[1], _LINUX_EXCHANGE)
        elif sys.platform == "darwin":
            rename = ctypes.CDLL(None, use_errno=True).renamex_np
            failed = rename(os.fsencode(one), os.fsencode(other), _MACOS_SWAP)
        else:
            return False
    except (OSError, AttributeError):
        return False
    return not failed


def _remove_leftovers(target: Path) -> None:
    """Throw away what a build that was killed left beside `target`.

    A folder in which somebody still writes is locked. One that was put aside in the middle of an
    exchange goes back when its place is empty.
    """
    for folder in sorted(target.parent.glob(f".{target.name}{_MARK}*")):
        if folder.name.endswith("-oud") and not target.exists():
            folder.rename(target)
            continue
        lock = _lock(folder / _LOCK)
        if lock is not None:
            lock.close()
            shutil.rmtree(folder, ignore_errors=True)


def _remove(folder: Path, owner: int) -> None:
    if os.getpid() == owner:  # a copy of this process leaves it to the one that began
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def _one_at_a_time(target: Path) -> Iterator[None]:
    """Between making a folder and locking it, nobody may take it for a leftover."""
    name = hashlib.sha256(os.fsencode(target)).hexdigest()[:16]
    lock = _lock(Path(tempfile.gettempdir()) / f"propositie-{name}.lock", wait=True)
    try:
        yield
    finally:
        if lock is not None:
            lock.close()


def _lock(path: Path, *, wait: bool = False) -> IO[bytes] | None:
    """Lock a file for as long as the result is open; None when somebody else has it, or when it
    cannot be made."""
    try:
        file = path.open("wb")
    except OSError:
        return None
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        return None
    return file
