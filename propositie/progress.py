"""One line that tells how far long work is, for as long as it lasts and somebody watches.

Who does the work tells how far it is (`tell`); whether anything comes of it is for the door that
began (`shown`). In a CI, in a file or a pipe nothing does.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import TextIO, TypeVar

from .dutch import format_number

T = TypeVar("T")

PATIENCE = 0.7
"""Seconds for which nobody wonders whether anything happens."""
INTERVAL = 0.1
"""Seconds between two changes of the line."""
_CLEAR = "\r\x1b[K"


class ProgressLine:
    """The line at the foot of a terminal."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._began = time.monotonic()
        self._last = 0.0
        self._is_shown = False

    def show(self, what: str, done: int, total: int) -> None:
        """Show how far the work is, unless that was just done or nobody wonders yet."""
        now = time.monotonic()
        if now - self._began < PATIENCE or now - self._last < INTERVAL:
            return
        self._last, self._is_shown = now, True
        line = f"{what}: {_in_words(done)} van {_in_words(total)}"
        width = shutil.get_terminal_size().columns - 1
        self._write(f"{_CLEAR}{line[:width]}")

    def clear(self) -> None:
        """Take the line away, so that something else can be printed."""
        if self._is_shown:
            self._is_shown = False
            self._write(_CLEAR)

    def _write(self, text: str) -> None:
        write_at_once(self._stream, text)


def write_at_once(stream: TextIO, text: str) -> None:
    """Write past what a stream still holds back: a signal may come in the midst of writing, and
    what it tells cannot wait. A terminal that is gone is no reason to stop."""
    with contextlib.suppress(OSError, ValueError):
        os.write(stream.fileno(), text.encode(stream.encoding or "utf-8", "replace"))


def _in_words(number: int) -> str:
    return format_number(Decimal(number))


_line: ProgressLine | None = None


@contextmanager
def shown() -> Iterator[None]:
    """Show a line until the block ends, if there is somebody to watch it."""
    begin()
    try:
        yield
    finally:
        end()


def begin() -> None:
    """Show a line from here on, if there is somebody to watch it."""
    global _line
    _line = ProgressLine(sys.stderr) if somebody_watches(sys.stderr) else None


def end() -> None:
    """Show no line any more."""
    global _line
    clear()
    _line = None


def somebody_watches(stream: TextIO | None) -> bool:
    """Whether a stream is a terminal that can take a line back, and no CI."""
    is_terminal = stream is not None and not stream.closed and stream.isatty()
    return is_terminal and not os.environ.get("CI") and os.environ.get("TERM") != "dumb"


def tell(what: str, done: int, total: int) -> None:
    """Tell that `done` of `total` things are done of the work that is called `what`."""
    if _line is not None and what:
        _line.show(what, done, total)


def counted(what: str, things: Collection[T]) -> Iterator[T]:
    """These things one by one, telling how far it is."""
    for number, thing in enumerate(things):
        tell(what, number, len(things))
        yield thing


def clear() -> None:
    """Take the line away for now: something else is printed."""
    if _line is not None:
        _line.clear()
