"""A worker whose jobs misbehave, for tests of the room for dangerous work."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable

from propositie.isolation import worker


def _forever() -> None:
    while True:
        pass


def _asleep() -> None:
    while True:
        time.sleep(60)


def _memory() -> None:
    held = []
    while True:
        held.append(bytearray(64 * 2**20))


def _panic() -> None:
    raise type("PanicException", (BaseException,), {})("panicked")


BAD: dict[str, Callable[[], None]] = {
    "forever": _forever,
    "asleep": _asleep,
    "kept waiting": lambda: time.sleep(0.6),
    "memory": _memory,
    "panic": _panic,
    "exit": lambda: os._exit(0),
    "killed": lambda: os.kill(os.getpid(), signal.SIGKILL),
}


def misbehave(arguments: str, blobs: list[bytes]) -> tuple[object, list[bytes]]:
    """Do what is asked; `well` gives back what was sent."""
    if arguments != "well":
        BAD[arguments]()
    return os.getpid(), blobs


if __name__ == "__main__":
    worker.JOBS = {**worker.JOBS, "misbehave": (__spec__.name, "misbehave")}
    worker.main()
