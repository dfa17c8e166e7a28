"""A preview (`mkdocs serve`) in a process of its own, on a free port of this machine."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Condition, Thread

from helpers.build import command_environment


class PreviewServer:
    """A running preview: its address, and what it said so far."""

    def __init__(self, address: str, pid: int = 0) -> None:
        self.address = address
        self._pid = pid
        self._lines: list[str] = []
        self._changed = Condition()

    @property
    def output(self) -> str:
        """All that it printed."""
        return "".join(self._lines)

    def processor_time(self) -> float:
        """Seconds of a core that it used so far (on Linux)."""
        fields = Path(f"/proc/{self._pid}/stat").read_text("utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def receive(self, line: str) -> None:
        """Take in a line that it printed."""
        with self._changed:
            self._lines.append(line)
            self._changed.notify_all()

    def wait_for(self, words: str, timeout: float = 30) -> None:
        """Wait until it has printed these words; fail after so many seconds."""
        with self._changed:
            assert self._changed.wait_for(lambda: words in self.output, timeout), self.output


def _listen(preview: PreviewServer, output: Iterable[str]) -> None:
    for line in output:
        preview.receive(line)


@contextmanager
def serve_preview(folder: Path, *options: str) -> Iterator[PreviewServer]:
    """Serve the organisation in `folder`; gives the preview once it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}", *options],
        cwd=folder, env=command_environment() | {"PYTHONUNBUFFERED": "1"}, text=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    assert process.stdout is not None
    preview = PreviewServer("", process.pid)
    try:
        for line in process.stdout:
            preview.receive(line)
            if found := re.search(r"Bekijk de site op (http://\S+)", line):
                preview.address = found[1]
                break
        assert preview.address, preview.output
        listener = Thread(target=_listen, args=(preview, process.stdout))
        listener.start()
        yield preview
    finally:
        process.terminate()
        process.wait()
    listener.join()
