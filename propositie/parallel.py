"""Long work done by two processes at once, where the system can copy a running one.

A copy costs nothing to start and knows all that is in memory; only what it found comes back. Where
there is no copying, or nobody to share with, the work is done here, and so it is when the copy
dies: no result depends on it.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import NoReturn, TypeVar

T = TypeVar("T")
R = TypeVar("R")


def in_two(work: Callable[[Sequence[T]], R], items: Sequence[T], least: int) -> list[R]:
    """What `work` makes of `items`, done in parts, and one result for each part.

    Below `least` items it is one part. `work` leaves nothing behind but its result, which must be
    plain data.
    """
    if len(items) < least or not _can_copy():
        return [work(items)]
    here, there = items[::2], items[1::2]
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _work_and_end(work, there, writing)
    os.close(writing)
    try:
        with open(reading, "rb") as pipe:  # noqa: PTH123 (a number, not a path)
            first = work(here)
            raw = pipe.read()
    except BaseException:
        with suppress(OSError):
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        raise
    _, status = os.waitpid(child, 0)
    # Only our own copy can have written in this pipe, so what is in it can be trusted.
    return [first, pickle.loads(raw) if status == 0 else work(there)]


def _work_and_end(work: Callable[[Sequence[T]], R], items: Sequence[T], writing: int) -> NoReturn:
    """Do the work of a copy, and end it without a word, whatever happens."""
    status = 1
    try:
        with open(writing, "wb") as pipe:
            pickle.dump(work(items), pipe, pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        os._exit(status)  # nothing of the parent's is closed or flushed twice


def _can_copy() -> bool:
    """Whether this process can be copied safely, and a second processor is there for the copy.

    A copy has one thread only: what another thread held locked would stay locked for ever. On macOS
    the system's own libraries do not survive copying.
    """
    return (
        hasattr(os, "fork")
        and sys.platform != "darwin"
        and threading.active_count() == 1
        and _processors() > 1
    )


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
