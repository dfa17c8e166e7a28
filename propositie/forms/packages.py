"""What the page stands on and others wrote: fetched once, checked, and served by the site itself.

Each package has one version and one hash here. `npm pack` gets it from where npm gets anything,
and runs nothing of it. What comes in is kept as it came, and checked each time it is used.
"""

from __future__ import annotations

import base64
import hashlib
import io
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..errors import PropositieError
from ..output.cache import Cache, make_key

_MAX_BYTES = 64_000_000
_TIMEOUT = 180
"""Seconds that fetching one package may take."""


class PackageError(PropositieError):
    """A package cannot be had; the message says why and what to do, in Dutch."""


@dataclass(frozen=True, slots=True)
class Package:
    """A package of npm, and which of its files go where in the folder of the page."""

    name: str
    version: str
    sha512: str
    """In base64, as npm writes it."""
    files: Mapping[str, str]
    """Path in the package → address; a path that ends in a slash is a whole folder of scripts."""


LANGUAGE_FILE = "pakket@0.221.1/locales/nl.json"
SVELTIA = Package(
    "@sveltia/cms",
    "0.221.1",
    "J+Qoik9kGMk2L7vNpOQrnDmFRi+NB6vwJ0f657YtsxWH0P8WYSYRRSRC2pQ/jGGbVlM//Pg/WIgmkpswqoo3gQ==",
    {
        "dist/sveltia-cms.js": "pakket/sveltia-cms.js",
        "locales/nl.json": LANGUAGE_FILE,
        "LICENSE.txt": "pakket/LICENSE.txt",
    },
)
_YAML = Package(
    "yaml",
    "2.9.1",
    "3NxN8+78OdzbT7C/WjGsyfPAtJaN3FNDsWxv7Y7mcDsT/oOmgW8BpyQQFFBnvZE3j9Y2Sdz1ULFLezL7Eb2yFw==",
    {"browser/": "yaml/", "LICENSE": "yaml/LICENSE"},
)
_FONTS = (
    Package(
        "@fontsource-variable/source-sans-3",
        "5.3.0",
        "dpi0GZk7EQe2tYpg6Q0Fx0OmUgnuGu+0rHPgtXqtKhglYmJuP7jZ12Mu1uN+NfRaJRY1Emn8AQJEWzmoZ4wa9g==",
        {"files/source-sans-3-latin-wght-normal.woff2": "letters/source-sans-3.woff2"},
    ),
    Package(
        "@fontsource-variable/material-symbols-outlined",
        "5.3.8",
        "vKpCnuTqRehg5RUVrqEQ/A8a52KykOJ65wqal9nxFXFVTYKlJOhx7r0TUbTgd2SN7oh31NJblxvX2CJxBNVqJg==",
        {"files/material-symbols-outlined-latin-wght-normal.woff2": "letters/iconen.woff2"},
    ),
    Package(
        "@fontsource/noto-mono",
        "5.3.0",
        "QZieY3OyKEImCXg3HRiF6p6/H0GXX94uEb53ayLyQgCTB20LdkvsyJIgigo6lAGmVw3WEs40DdG5KTqpxfwgGg==",
        {"files/noto-mono-latin-400-normal.woff2": "letters/noto-mono.woff2"},
    ),
)
PACKAGES = (SVELTIA, _YAML, *_FONTS)

_ADDRESSES = {
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


def package_files(store: Cache) -> Iterator[tuple[str, bytes]]:
    """Yield address and bytes of every file that is not ours. Raises `PackageError`."""
    for package in PACKAGES:
        for address, data in _unpack(package, get_tarball(package, store)):
            yield address, _use_own_addresses(data) if address.endswith("sveltia-cms.js") else data
    yield "pakket/package.json", f'{{"version": "{SVELTIA.version}"}}\n'.encode()
    yield "pakket/status.json", b'{"status": {"indicator": "none"}}\n'


def get_tarball(package: Package, store: Cache) -> bytes:
    """A package as npm gives it, from `store` when it is there. Raises `PackageError`."""
    key = make_key("npm", package.name, package.version)
    data = store.get(key)
    if data is None or not _has_right_hash(package, data):
        data = _download(package)
        if not _has_right_hash(package, data):
            raise PackageError(
                f"Het pakket {package.name} {package.version} is anders dan verwacht (de sha512 "
                "klopt niet), en wordt daarom niet gebruikt. Probeer het later opnieuw; blijft het "
                "zo, laat het dan de makers van propositie weten."
            )
        store.save(key, data)
    return data


def _has_right_hash(package: Package, data: bytes) -> bool:
    return hashlib.sha512(data).digest() == base64.b64decode(package.sha512)


def _download(package: Package) -> bytes:
    """Get a package with npm, from wherever npm is set to get things."""
    way_out = (
        "Installeer Node (daar hoort npm bij), of haal beheer: weg bij de plugin propositie in "
        "mkdocs.yml; de site zelf doet het zonder."
    )
    npm = shutil.which("npm") or "npm"  # on Windows its name is npm.cmd
    with tempfile.TemporaryDirectory() as folder:
        try:
            subprocess.run(
                [npm, "pack", "--silent", "--ignore-scripts", f"{package.name}@{package.version}"],
                cwd=folder,
                check=True,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_TIMEOUT,
            )
        except FileNotFoundError:
            raise PackageError(
                f"Voor de beheerpagina is npm nodig, en dat is er niet. {way_out}"
            ) from None
        except (subprocess.SubprocessError, OSError) as error:
            raise PackageError(
                f"Het pakket {package.name} is niet op te halen met npm. Kijk of er internet is en "
                f"of `npm view {package.name}` iets laat zien. {_npm_error(error)}".strip()
            ) from None
        found = list(Path(folder).glob("*.tgz"))
        if len(found) != 1 or found[0].stat().st_size > _MAX_BYTES:
            raise PackageError(f"npm gaf voor {package.name} geen pakket. {way_out}")
        return found[0].read_bytes()


def _npm_error(error: Exception) -> str:
    lines = (getattr(error, "stderr", None) or b"").decode("utf-8", "replace").splitlines()
    return next((r for r in lines if "ERR" in r or "error" in r), "")[:200]


def _unpack(package: Package, data: bytes) -> Iterator[tuple[str, bytes]]:
    """Only the files that are asked for, read in memory: nothing is written anywhere."""
    seen = set()
    with tarfile.open(fileobj=io.BytesIO(data), mode="r:gz") as tar:
        for member in tar:
            path = member.name.partition("/")[2]
            source = next((b for b in package.files if _is_wanted(path, b)), None)
            if source is None:
                continue
            stream = tar.extractfile(member) if member.isreg() else None
            if stream is None or ".." in path.split("/"):
                raise PackageError(f"In het pakket {package.name} staat {path}, en dat kan niet.")
            seen.add(source)
            rest = path.removeprefix(source) if source[-1] == "/" else ""
            yield package.files[source] + rest, stream.read(_MAX_BYTES)
    if missing := set(package.files) - seen:
        raise PackageError(f"In het pakket {package.name} ontbreekt {', '.join(sorted(missing))}.")


def _is_wanted(path: str, source: str) -> bool:
    return path.startswith(source) and path.endswith(".js") if source[-1] == "/" else path == source


@cache
def _use_own_addresses(script: bytes) -> bytes:
    """The editor with our addresses in place of those on other hosts."""
    for remote, local in _ADDRESSES.items():
        if script.count(remote.encode()) != 1:
            raise PackageError(f"In {SVELTIA.name} {SVELTIA.version} staat {remote} niet één keer.")
        script = script.replace(remote.encode(), local.encode())
    return script
