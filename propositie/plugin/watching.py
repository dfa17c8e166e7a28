"""Lets a preview notice a saved file: the system tells of it, where it can.

A shared drive tells nothing of what another machine wrote; there the files are looked at, again
and again.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from threading import Event, Lock, Thread

from watchdog.events import FileModifiedEvent, FileSystemEventHandler
from watchdog.observers.polling import PollingObserver

log = logging.getLogger("mkdocs.plugins.propositie")

POLL_INTERVAL = 0.1
"""Seconds between two looks at the files of a shared drive."""
_STEP, _DEBOUNCE = 20, 60
"""Milliseconds: how long to wait for more changes, and how long at the most."""
_WAKE = 200
"""Milliseconds in which the end of a preview is noticed."""
_SHARED = {
    "9p", "afs", "afpfs", "cifs", "davfs", "drvfs", "fuse.sshfs", "ncpfs", "nfs", "nfs4", "prl_fs",
    "smb3", "smbfs", "vboxsf", "virtiofs", "vmhgfs", "fuse.vmhgfs-fuse",
}  # fmt: skip
"""File systems on which another machine may write."""


def make_observer(paths: Iterable[str]) -> PollingObserver | ToldObserver:
    """Who watches `paths`: by what the system tells, or by looking on a shared drive."""
    if os.environ.get("WATCHFILES_FORCE_POLLING") or any(map(is_shared, paths)):
        return PollingObserver(timeout=POLL_INTERVAL)
    return ToldObserver()


def is_shared(path: str, mounts: Path = Path("/proc/mounts")) -> bool:
    """Whether a folder lies on a drive that other machines write on, as far as the system says."""
    if sys.platform == "win32":
        return os.path.abspath(path).startswith("\\\\")  # noqa: PTH100 (a share, not yet resolved)
    try:
        rows = [line.split() for line in mounts.read_text("utf-8").splitlines()]
    except OSError:
        return False
    whole = os.path.realpath(path)
    best = max(
        (row for row in rows if len(row) > 2 and f"{whole}/".startswith(f"{row[1].rstrip('/')}/")),
        key=lambda row: len(row[1]),
        default=None,
    )
    return best is not None and best[2] in _SHARED


class ToldObserver:
    """Watches by what the system tells; to be used as an observer of watchdog."""

    def __init__(self) -> None:
        self._watched: dict[object, tuple[FileSystemEventHandler, str]] = {}
        self._lock = Lock()
        self._changed = Event()
        """The folders to watch are others."""
        self._is_stopping = False
        self._thread = Thread(target=self._run, name="watching", daemon=True)

    def schedule(
        self, event_handler: FileSystemEventHandler, path: str, *, recursive: bool = False
    ) -> object:
        """Tell `event_handler` of every change in `path`; gives what ends it."""
        watch = object()
        with self._lock:
            self._watched[watch] = event_handler, path
        self._changed.set()
        return watch

    def unschedule(self, watch: object) -> None:
        """Watch this no longer."""
        with self._lock:
            self._watched.pop(watch, None)
        self._changed.set()

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End, soon."""
        self._is_stopping = True
        self._changed.set()

    def join(self, timeout: float | None = None) -> None:
        """Wait for the end."""
        self._thread.join(timeout)

    def _run(self) -> None:
        from watchfiles import watch

        while not self._is_stopping:
            self._changed.clear()
            with self._lock:
                watched = list(self._watched.values())
            there = sorted({path for _, path in watched if os.path.exists(path)})  # noqa: PTH110
            if not there:
                self._changed.wait(1)
                continue
            try:
                for changes in watch(
                    *there, watch_filter=None, step=_STEP, debounce=_DEBOUNCE,
                    stop_event=self._changed, rust_timeout=_WAKE, raise_interrupt=False,
                ):  # fmt: skip
                    self._tell({handler for handler, _ in watched}, {p for _, p in changes})
            except (OSError, RuntimeError) as error:  # a folder went, or there are too many
                log.debug("watching begins again: %s", error)
                self._changed.wait(1)

    @staticmethod
    def _tell(handlers: Iterable[FileSystemEventHandler], paths: Iterable[str]) -> None:
        """Tell of changed files. All handlers of a preview do the same, so that each hears all."""
        for path in paths:
            if not os.path.isdir(path):  # noqa: PTH112
                for handler in handlers:
                    handler.dispatch(FileModifiedEvent(path))
