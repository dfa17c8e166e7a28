"""The other process: does one job after another until nobody asks any more.

It starts with limits on its memory, and loads no more of this package than its jobs need.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import signal
import sys
from collections.abc import Mapping
from typing import IO

from .frames import read_frame, write_frame

JOBS: Mapping[str, tuple[str, str]] = {
    "describe": ("propositie.images.jobs", "describe"),
    "render": ("propositie.images.jobs", "render"),
    "typeset": ("propositie.output.press_jobs", "typeset"),
    "can_typeset": ("propositie.output.press_jobs", "can_typeset"),
}
"""What may be asked, and where it is done. A job is given plain data and bytes, and gives these."""
MAX_MEMORY = 900 * 2**20
"""Bytes of memory that a job may use."""


def main() -> None:
    """Serve on what were standard input and output; whatever prints, prints to nowhere."""
    with contextlib.suppress(ValueError, OSError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one who asked decides when this ends
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    limit_memory(MAX_MEMORY)
    for job in sys.argv[1:]:
        importlib.import_module(JOBS[job][0])
    while (request := read_frame(requests)) is not None:
        (job, arguments, seconds), blobs = request
        limit_time(seconds)
        _serve(answers, job, arguments, blobs)
        limit_time(0)


def _serve(answers: IO[bytes], job: str, arguments: object, blobs: list[bytes]) -> None:
    try:
        module, name = JOBS[job]
        result, out = getattr(importlib.import_module(module), name)(arguments, blobs)
    except MemoryError:
        os._exit(MEMORY)
    except BaseException as error:
        told = getattr(error, "told", None)
        write_frame(
            answers, {"error": told or f"{type(error).__name__}: {error}", "told": bool(told)}
        )
    else:
        write_frame(answers, {"result": result}, out)


COUNTS_WORK = hasattr(signal, "setitimer")
"""Whether the system can tell work from waiting."""
MEMORY = 77
"""How a worker ends that has no memory left."""


def limit_time(seconds: float) -> None:
    """Let the system end this process after so many seconds of work, where it can; 0 takes the
    limit away. Time in which a busy machine does something else does not count."""
    if COUNTS_WORK:
        signal.setitimer(signal.ITIMER_PROF, seconds)


def limit_memory(bytes_: int) -> None:
    """Let the system refuse more memory, where it can; elsewhere the limits on pixels must do."""
    try:
        import resource
    except ImportError:
        return
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (bytes_ + _ALREADY, bytes_ + _ALREADY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


_ALREADY = 300 * 2**20
"""Address space that programs and fonts take without using it, in bytes."""

if __name__ == "__main__":
    main()
