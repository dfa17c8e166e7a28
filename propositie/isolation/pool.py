"""The processes that do dangerous work: started when first needed, used again, ended in time."""

from __future__ import annotations

import atexit
import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ..errors import PropositieError
from .frames import read_frame, write_frame
from .worker import COUNTS_WORK, MEMORY

MOST_SECONDS = 8.0
"""What asks for more work than this is wicked or broken; a large photo takes two seconds."""
_SLACK = 5 if COUNTS_WORK else 1
"""So many times as long by the clock may it take on a busy machine."""
_PATIENCE = 16.0
"""Seconds that all jobs together may lose by never ending; after that nobody is waited for long."""
_IMPATIENT = 1.0
PROGRAM = f"{__package__}.worker"
"""The module that a process runs."""
WORKERS = max(1, min(4, os.cpu_count() or 1))


class IsolationError(PropositieError):
    """A job that did not end well: `reason` is `time`, `memory` or `died`."""

    def __init__(self, reason: str) -> None:
        super().__init__("Dit bestand is niet te verwerken. Bewaar het opnieuw en kleiner.")
        self.reason = reason


class JobError(PropositieError):
    """What a job says of what it was given.

    `is_told` says that the text is a sentence for staff; else it is what a library says of it.
    """

    def __init__(self, text: str, is_told: bool) -> None:
        super().__init__(text)
        self.is_told = is_told


def run_isolated(
    job: str, arguments: object, blobs: Sequence[bytes] = (), seconds: float = MOST_SECONDS
) -> tuple[Any, list[bytes]]:
    """Do `job` (one of `worker.JOBS`) in another process; give what it gives.

    May be called by several threads. Raises `JobError` for what the job refuses, `IsolationError`
    when it asks for more work than `seconds`, more memory than it may, or the process with it.
    """
    return _pool().run(job, arguments, blobs, seconds)


def prepare(job: str) -> None:
    """Start a process that will soon be asked to do `job`, while this one goes on with something
    else: it takes as long to start as a small house to read."""
    _pool().prepare(job)


class _Pool:
    """Processes that wait for work."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        self._idle: list[_Worker] = []
        self._lock = threading.Lock()
        self._places = threading.Semaphore(WORKERS)
        self._lost = 0.0
        atexit.register(self.close)

    def prepare(self, job: str) -> None:
        with self._lock:
            if not self._idle:
                self._idle.append(_Worker(job))

    def run(
        self, job: str, arguments: object, blobs: Sequence[bytes], seconds: float
    ) -> tuple[Any, list[bytes]]:
        with self._places:
            with self._lock:
                worker = self._idle.pop() if self._idle else None
            worker = worker or _Worker()
            if self._lost >= _PATIENCE:
                seconds = min(seconds, _IMPATIENT)
            try:
                answer = worker.ask([job, arguments, seconds], blobs, seconds * _SLACK)
            except IsolationError as error:
                if error.reason == "time":
                    self._lost += seconds
                raise
            with self._lock:
                self._idle.append(worker)
        head, out = answer
        if "error" in head:
            raise JobError(str(head["error"]), bool(head["told"]))
        return head["result"], out

    def close(self) -> None:
        if os.getpid() == self.owner:
            with self._lock:
                for worker in self._idle:
                    worker.end()
                self._idle.clear()


class _Worker:
    """One process."""

    def __init__(self, job: str = "") -> None:
        """`job` is loaded before anybody asks for it."""
        root = str(Path(__file__).resolve().parent.parent.parent)
        paths = [root, *os.environ.get("PYTHONPATH", "").split(os.pathsep)]
        environment = os.environ | {
            "PYTHONPATH": os.pathsep.join(filter(None, paths)),
            "PYTHONDONTWRITEBYTECODE": os.environ.get("PYTHONDONTWRITEBYTECODE", ""),
        }
        self._process = subprocess.Popen(
            [sys.executable, "-m", PROGRAM, *([job] if job else [])],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )

    def ask(self, head: object, blobs: Sequence[bytes], seconds: float) -> tuple[Any, list[bytes]]:
        """Send a request and wait so many seconds for the answer; a worker that fails is ended."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        is_late = threading.Event()

        def stop() -> None:
            is_late.set()
            self._process.kill()

        timer = threading.Timer(seconds, stop)
        timer.daemon = True
        timer.start()
        answer = None
        try:
            with contextlib.suppress(OSError):
                write_frame(self._process.stdin, head, blobs)
                answer = read_frame(self._process.stdout)
        finally:
            timer.cancel()
            timer.join()
            if answer is None:
                self.end()
        if answer is None or not isinstance(answer[0], dict):
            status = self._process.returncode
            is_late_at_work = COUNTS_WORK and status == -signal.SIGPROF
            raise IsolationError(
                "time" if is_late_at_work or is_late.is_set()
                else "memory" if status == MEMORY
                else "died"
            )  # fmt: skip
        return answer

    def end(self) -> None:
        """End the process."""
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()
        try:
            self._process.wait(0.2)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


_the_pool: _Pool | None = None
_the_lock = threading.Lock()


def _pool() -> _Pool:
    """The processes of this process: a copy of it (`fork`) has none of its own yet."""
    global _the_pool
    with _the_lock:
        if _the_pool is None or _the_pool.owner != os.getpid():
            _the_pool = _Pool()
        return _the_pool
