"""A preview (`mkdocs serve`) in a process of its own, on a free port of this machine."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from hulp.bouwen import omgevingsvariabelen


class Voorvertoning:
    """A running preview: its address, and what it said so far."""

    def __init__(self, adres: str) -> None:
        self.adres = adres
        self.regels: list[str] = []

    @property
    def gezegd(self) -> str:
        """All that it printed."""
        return "".join(self.regels)


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
            voorvertoning.regels.append(regel)
            if gevonden := re.search(r"Serving on (http://\S+)", regel):
                voorvertoning.adres = gevonden[1]
                break
        assert voorvertoning.adres, voorvertoning.gezegd
        luisteraar = Thread(target=lambda: voorvertoning.regels.extend(proces.stdout or ()))
        luisteraar.start()
        yield voorvertoning
    finally:
        proces.terminate()
        proces.wait()
    luisteraar.join()
