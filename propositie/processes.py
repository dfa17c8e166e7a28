"""The same work on many things, by two processes where the system can split one cheaply.

The other process is a copy of this one (`fork`), so that nothing has to be sent to it. It takes
pieces of the work from a pipe, as this one does, and its results come back in a file. When it dies,
whatever it had taken is done here.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import IO, TypeVar

from . import progress

T = TypeVar("T")
R = TypeVar("R")

WORTH_IT = 200
"""With fewer things than this, such as pages, splitting costs as much as it saves."""
_PIECE = 16
"""Things in one piece of work: small enough to end together, large enough to take seldom."""
_TICKET = 4
"""Bytes that name a piece of work; the system hands so few over in one go, to one reader."""
_MOST_PIECES = 8192
"""What a pipe can hold of these at once."""


def map_in_two(
    work: Callable[[T], R], things: Sequence[T], worth_it: int = WORTH_IT, what: str = ""
) -> list[R]:
    """The result of `work` for each of `things`, in order; with fewer than `worth_it` things, by
    this process alone. `what` is how the work is called while somebody watches it.

    `work` may leave nothing behind in this process that its result does not hold. What it raises
    is raised here, by doing the same work again in this process.
    """
    if not _can_split() or len(things) < worth_it:
        return [work(thing) for thing in progress.counted(what, things)]
    size = max(_PIECE, -(-len(things) // _MOST_PIECES))
    pieces = [range(start, min(start + size, len(things))) for start in range(0, len(things), size)]
    reader, writer = os.pipe()
    os.write(writer, b"".join(number.to_bytes(_TICKET) for number in range(len(pieces))))
    os.close(writer)
    with tempfile.TemporaryFile() as answer:
        child = _start(work, things, pieces, reader, answer)
        try:
            done = {}
            for number in _tickets(reader):
                progress.tell(what, pieces[number].start, len(things))
                done[number] = [work(things[i]) for i in pieces[number]]
        except BaseException:
            _stop(child)
            raise
        finally:
            os.close(reader)
        done |= _answer_of(child, answer)
    for number, piece in enumerate(pieces):
        if number not in done:
            done[number] = [work(things[i]) for i in piece]
    return [result for number in range(len(pieces)) for result in done[number]]


def _can_split() -> bool:
    """Whether this process can be copied: there are two cores, and no thread holds anything."""
    return (
        sys.platform == "linux"
        and len(os.sched_getaffinity(0)) > 1
        and threading.active_count() == 1
    )


def _start(
    work: Callable[[T], R],
    things: Sequence[T],
    pieces: Sequence[range],
    reader: int,
    answer: IO[bytes],
) -> int:
    """Begin the other process; return its number, or 0 when the system refuses one."""
    gc.freeze()  # what is there already is copied only when somebody writes in it
    try:
        parent = os.getpid()
        child = os.fork()
    except OSError:
        return 0
    finally:
        gc.unfreeze()
    if child:
        return child
    status = 1
    try:
        for stop in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM):
            signal.signal(stop, signal.SIG_IGN)  # the one who waits decides when this ends
        gc.disable()
        done = {}
        for number in _tickets(reader):
            if os.getppid() != parent:  # nobody waits for this any more
                break
            done[number] = [work(things[i]) for i in pieces[number]]
        pickle.dump(done, answer, pickle.HIGHEST_PROTOCOL)
        answer.flush()
        status = 0
    finally:
        os._exit(status)


def _stop(child: int) -> None:
    """End the other process: what it makes is of no use."""
    if child:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _tickets(reader: int) -> Iterator[int]:
    while ticket := os.read(reader, _TICKET):
        yield int.from_bytes(ticket)


def _answer_of(child: int, answer: IO[bytes]) -> dict[int, list[R]]:
    """What the other process did; nothing when it did not end well."""
    if not child:
        return {}
    _, status = os.waitpid(child, 0)
    if status:
        return {}
    answer.seek(0)
    done: dict[int, list[R]] = pickle.load(answer)
    return done
