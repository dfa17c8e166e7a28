"""A preview (`mkdocs serve`) in a process of its own, on a free port of this machine."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Condition, Thread

from hulp.bouwen import omgevingsvariabelen


class Voorvertoning:
    """A running preview: its address, and what it said so far."""

    def __init__(self, adres: str) -> None:
        self.adres = adres
        self._regels: list[str] = []
        self._nieuws = Condition()

    @property
    def gezegd(self) -> str:
        """All that it printed."""
        return "".join(self._regels)

    def hoort(self, regel: str) -> None:
        """Take in a line that it printed."""
        with self._nieuws:
            self._regels.append(regel)
            self._nieuws.notify_all()

    def wacht_op(self, woorden: str, hoogstens: float = 30) -> None:
        """Wait until it has printed these words; fail after so many seconds."""
        with self._nieuws:
            assert self._nieuws.wait_for(lambda: woorden in self.gezegd, hoogstens), self.gezegd


def _luister(voorvertoning: Voorvertoning, uitvoer: Iterable[str]) -> None:
    for regel in uitvoer:
        voorvertoning.hoort(regel)


@contextmanager
def serveer(map_: Path, *opties: str) -> Iterator[Voorvertoning]:
    """Serve the organisation in `map_`; gives the preview once it answers."""
    with socket.socket() as vrij:
        vrij.bind(("127.0.0.1", 0))
        poort = vrij.getsockname()[1]
    proces = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{poort}", *opties],
        cwd=map_, env=omgevingsvariabelen() | {"PYTHONUNBUFFERED": "1"}, text=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    assert proces.stdout is not None
    voorvertoning = Voorvertoning("")
    try:
        for regel in proces.stdout:
            voorvertoning.hoort(regel)
            if gevonden := re.search(r"Serving on (http://\S+)", regel):
                voorvertoning.adres = gevonden[1]
                break
        assert voorvertoning.adres, voorvertoning.gezegd
        luisteraar = Thread(target=_luister, args=(voorvertoning, proces.stdout))
        luisteraar.start()
        yield voorvertoning
    finally:
        proces.terminate()
        proces.wait()
    luisteraar.join()
