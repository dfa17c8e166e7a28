"""Stopping quietly: who presses Ctrl-C, closes the window or shuts down gets one sentence.

What was half done is undone on the way out by whoever was doing it, as for any other error.
"""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, NoReturn

from . import progress

STOPPED = "Gestopt voordat het klaar was."
_SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)


@contextmanager
def stopping_quietly(sentence: str = STOPPED) -> Iterator[None]:
    """Until the block ends, a signal to stop prints `sentence` and ends the program in 128 and the
    number of the signal (130 for Ctrl-C), as a shell expects."""
    before = stop_quietly(sentence)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def stop_quietly(sentence: str = STOPPED) -> dict[int, Any]:
    """The same from here on; return how signals were handled before.

    A signal that is ignored stays so (`nohup`), and only the first thread hears of any.
    """
    before: dict[int, Any] = {}
    if threading.current_thread() is not threading.main_thread():
        return before

    def stop(number: int, _frame: FrameType | None) -> NoReturn:
        for other in before:
            signal.signal(other, signal.SIG_DFL if other != number else signal.SIG_IGN)
        progress.clear()
        below = "\n" if sys.stderr.isatty() else ""  # where Ctrl-C is shown as it is typed
        progress.write_at_once(sys.stderr, f"{below}{sentence}\n")
        raise SystemExit(128 + number)

    for number in _SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            before[number] = signal.signal(number, stop)
    return before
