"""A folder that remembers what took long to make, by what it was made from.

A cache may be thrown away, shared, damaged or closed at any moment: what is missing or damaged
is made again, and what cannot be kept is made every time. No build ever fails on it.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

DAG = 24 * 60 * 60
BEWAARTIJD = 30 * DAG
"""Seconds after which an entry that no build used is thrown away."""
_OPGERUIMD = "opgeruimd"
"""Its date tells when the folder was last tidied: once a day is enough."""
_VINGER = hashlib.sha256().digest_size


def sleutel_van(*delen: bytes | str | int | float | None) -> str:
    """One name for everything that decides a result: other parts, another name."""
    vinger = hashlib.sha256()
    for deel in delen:
        ruw = deel if isinstance(deel, bytes) else repr(deel).encode()
        vinger.update(len(ruw).to_bytes(8) + ruw)
    return vinger.hexdigest()


class Cache:
    """Keeps bytes by key in the folder `map_`; without a folder it remembers nothing."""

    def __init__(self, map_: Path | None = None) -> None:
        self._map = map_

    def haal(self, sleutel: str) -> bytes | None:
        """What was kept under `sleutel`; None when there is nothing, or nothing whole."""
        if self._map is None:
            return None
        pad = self._map / sleutel
        try:
            ruw = pad.read_bytes()
            if time.time() - pad.stat().st_mtime > DAG:
                os.utime(pad)  # still in use
        except OSError:
            return None
        vinger, inhoud = ruw[:_VINGER], ruw[_VINGER:]
        return inhoud if hashlib.sha256(inhoud).digest() == vinger else None

    def bewaar(self, sleutel: str, inhoud: bytes) -> None:
        """Keep `inhoud` when that is possible; another build never sees half of it."""
        if self._map is None:
            return
        tijdelijk = ""
        try:
            self._map.mkdir(parents=True, exist_ok=True)
            greep, tijdelijk = tempfile.mkstemp(dir=self._map, prefix=".half-")
            with os.fdopen(greep, "wb") as bestand:
                bestand.write(hashlib.sha256(inhoud).digest() + inhoud)
            Path(tijdelijk).replace(self._map / sleutel)
        except OSError:
            with contextlib.suppress(OSError):
                Path(tijdelijk).unlink(missing_ok=True)

    def maak(self, sleutel: str, maker: Callable[[], bytes]) -> bytes:
        """What was kept under `sleutel`, else what `maker` makes, which is then kept."""
        inhoud = self.haal(sleutel)
        if inhoud is None:
            inhoud = maker()
            self.bewaar(sleutel, inhoud)
        return inhoud

    def ruim_op(self) -> None:
        """Throw away what no build used for `BEWAARTIJD`; looks once a day at the most."""
        if self._map is None:
            return
        teken, nu = self._map / _OPGERUIMD, time.time()
        with contextlib.suppress(OSError):
            if teken.exists() and nu - teken.stat().st_mtime < DAG:
                return
            for pad in list(self._map.iterdir()):
                if nu - pad.stat().st_mtime > BEWAARTIJD:
                    pad.unlink(missing_ok=True)
            teken.touch()
