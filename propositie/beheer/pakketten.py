"""What the page stands on and others wrote: fetched once, checked, and served by the site itself.

Each package has one version and one hash here. `npm pack` gets it from where npm gets anything,
and runs nothing of it. What comes in is kept as it came, and checked each time it is used.
"""

from __future__ import annotations

import base64
import hashlib
import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..uitvoer.cache import Cache, sleutel_van

_MAX_BYTES = 64_000_000
_GEDULD = 180
"""Seconds that fetching one package may take."""


class PakketFout(Exception):
    """A package cannot be had; the message says why and what to do, in Dutch."""


@dataclass(frozen=True, slots=True)
class Pakket:
    """A package of npm, and which of its files go where in the folder of the page."""

    naam: str
    versie: str
    sha512: str
    """In base64, as npm writes it."""
    bestanden: Mapping[str, str]
    """Path in the package → address; a path that ends in a slash is a whole folder of scripts."""


TAALBESTAND = "pakket@0.221.1/locales/nl.json"
SVELTIA = Pakket(
    "@sveltia/cms",
    "0.221.1",
    "J+Qoik9kGMk2L7vNpOQrnDmFRi+NB6vwJ0f657YtsxWH0P8WYSYRRSRC2pQ/jGGbVlM//Pg/WIgmkpswqoo3gQ==",
    {
        "dist/sveltia-cms.js": "pakket/sveltia-cms.js",
        "locales/nl.json": TAALBESTAND,
        "LICENSE.txt": "pakket/LICENSE.txt",
    },
)
_YAML = Pakket(
    "yaml",
    "2.9.1",
    "3NxN8+78OdzbT7C/WjGsyfPAtJaN3FNDsWxv7Y7mcDsT/oOmgW8BpyQQFFBnvZE3j9Y2Sdz1ULFLezL7Eb2yFw==",
    {"browser/": "yaml/", "LICENSE": "yaml/LICENSE"},
)
_LETTERS = (
    Pakket(
        "@fontsource-variable/source-sans-3",
        "5.3.0",
        "dpi0GZk7EQe2tYpg6Q0Fx0OmUgnuGu+0rHPgtXqtKhglYmJuP7jZ12Mu1uN+NfRaJRY1Emn8AQJEWzmoZ4wa9g==",
        {"files/source-sans-3-latin-wght-normal.woff2": "letters/source-sans-3.woff2"},
    ),
    Pakket(
        "@fontsource-variable/material-symbols-outlined",
        "5.3.8",
        "vKpCnuTqRehg5RUVrqEQ/A8a52KykOJ65wqal9nxFXFVTYKlJOhx7r0TUbTgd2SN7oh31NJblxvX2CJxBNVqJg==",
        {"files/material-symbols-outlined-latin-wght-normal.woff2": "letters/iconen.woff2"},
    ),
    Pakket(
        "@fontsource/noto-mono",
        "5.3.0",
        "QZieY3OyKEImCXg3HRiF6p6/H0GXX94uEb53ayLyQgCTB20LdkvsyJIgigo6lAGmVw3WEs40DdG5KTqpxfwgGg==",
        {"files/noto-mono-latin-400-normal.woff2": "letters/noto-mono.woff2"},
    ),
)
PAKKETTEN = (SVELTIA, _YAML, *_LETTERS)

_ADRESSEN = {
    "https://unpkg.com/@sveltia/cms": "./pakket",
    "https://www.githubstatus.com/api/v2/status.json": "./pakket/status.json",
    "https://cdn.jsdelivr.net/fontsource/fonts/source-sans-3:vf@5.3.0/latin-wght-normal.woff2": (
        "letters/source-sans-3.woff2"
    ),
    "https://cdn.jsdelivr.net/fontsource/fonts/material-symbols-outlined:vf@5.3.7/"
    "latin-wght-normal.woff2": "letters/iconen.woff2",
    "https://cdn.jsdelivr.net/fontsource/fonts/noto-mono@5.3.0/latin-400-normal.woff2": (
        "letters/noto-mono.woff2"
    ),
}
"""Where the editor would ask something of another host, and where we serve it ourselves."""


def bestanden(bewaard: Cache) -> Iterator[tuple[str, bytes]]:
    """Yield address and bytes of every file that is not ours. Raises `PakketFout`."""
    for pakket in PAKKETTEN:
        for adres, inhoud in _uitgepakt(pakket, tarbal(pakket, bewaard)):
            yield adres, _eigen_adressen(inhoud) if adres.endswith("sveltia-cms.js") else inhoud
    yield "pakket/package.json", f'{{"version": "{SVELTIA.versie}"}}\n'.encode()
    yield "pakket/status.json", b'{"status": {"indicator": "none"}}\n'


def tarbal(pakket: Pakket, bewaard: Cache) -> bytes:
    """A package as npm gives it, from `bewaard` when it is there. Raises `PakketFout`."""
    sleutel = sleutel_van("npm", pakket.naam, pakket.versie)
    inhoud = bewaard.haal(sleutel)
    if inhoud is None or not _klopt(pakket, inhoud):
        inhoud = _haal(pakket)
        if not _klopt(pakket, inhoud):
            raise PakketFout(
                f"Het pakket {pakket.naam} {pakket.versie} is anders dan verwacht (de sha512 klopt "
                "niet), en wordt daarom niet gebruikt. Probeer het later opnieuw; blijft het zo, "
                "laat het dan de makers van propositie weten."
            )
        bewaard.bewaar(sleutel, inhoud)
    return inhoud


def _klopt(pakket: Pakket, inhoud: bytes) -> bool:
    return hashlib.sha512(inhoud).digest() == base64.b64decode(pakket.sha512)


def _haal(pakket: Pakket) -> bytes:
    """Get a package with npm, from wherever npm is set to get things."""
    uitweg = (
        "Installeer Node (daar hoort npm bij), of haal beheer: weg bij de plugin propositie in "
        "mkdocs.yml; de site zelf doet het zonder."
    )
    with tempfile.TemporaryDirectory() as map_:
        try:
            subprocess.run(
                ["npm", "pack", "--silent", "--ignore-scripts", f"{pakket.naam}@{pakket.versie}"],
                cwd=map_,
                check=True,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_GEDULD,
            )
        except FileNotFoundError:
            raise PakketFout(
                f"Voor de beheerpagina is npm nodig, en dat is er niet. {uitweg}"
            ) from None
        except (subprocess.SubprocessError, OSError) as fout:
            raise PakketFout(
                f"Het pakket {pakket.naam} is niet op te halen met npm. Kijk of er internet is en "
                f"of `npm view {pakket.naam}` iets laat zien. {_gezegd(fout)}".strip()
            ) from None
        gevonden = list(Path(map_).glob("*.tgz"))
        if len(gevonden) != 1 or gevonden[0].stat().st_size > _MAX_BYTES:
            raise PakketFout(f"npm gaf voor {pakket.naam} geen pakket. {uitweg}")
        return gevonden[0].read_bytes()


def _gezegd(fout: Exception) -> str:
    regels = (getattr(fout, "stderr", None) or b"").decode("utf-8", "replace").splitlines()
    return next((r for r in regels if "ERR" in r or "error" in r), "")[:200]


def _uitgepakt(pakket: Pakket, inhoud: bytes) -> Iterator[tuple[str, bytes]]:
    """Only the files that are asked for, read in memory: nothing is written anywhere."""
    gezien = set()
    with tarfile.open(fileobj=io.BytesIO(inhoud), mode="r:gz") as tar:
        for lid in tar:
            pad = lid.name.partition("/")[2]
            bron = next((b for b in pakket.bestanden if _hoort(pad, b)), None)
            if bron is None:
                continue
            lees = tar.extractfile(lid) if lid.isreg() else None
            if lees is None or ".." in pad.split("/"):
                raise PakketFout(f"In het pakket {pakket.naam} staat {pad}, en dat kan niet.")
            gezien.add(bron)
            rest = pad.removeprefix(bron) if bron[-1] == "/" else ""
            yield pakket.bestanden[bron] + rest, lees.read(_MAX_BYTES)
    if mist := set(pakket.bestanden) - gezien:
        raise PakketFout(f"In het pakket {pakket.naam} ontbreekt {', '.join(sorted(mist))}.")


def _hoort(pad: str, bron: str) -> bool:
    return pad.startswith(bron) and pad.endswith(".js") if bron[-1] == "/" else pad == bron


@cache
def _eigen_adressen(script: bytes) -> bytes:
    """The editor with our addresses in place of those on other hosts."""
    for ver, hier in _ADRESSEN.items():
        if script.count(ver.encode()) != 1:
            raise PakketFout(f"In {SVELTIA.naam} {SVELTIA.versie} staat {ver} niet één keer.")
        script = script.replace(ver.encode(), hier.encode())
    return script
