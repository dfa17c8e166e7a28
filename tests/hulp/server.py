"""A web server on this machine that answers as GitHub Pages does for a project page."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from gzip import compress
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any, BinaryIO
from urllib.parse import unquote, urlsplit

_GEZIPT = ("text/", "application/javascript", "application/json", "application/xml", "image/svg")
"""Kinds of file that GitHub Pages compresses."""

_ingepakt = cache(partial(compress, compresslevel=6, mtime=0))


class _Pages(SimpleHTTPRequestHandler):
    """Serves a folder under a path; what is not there gets the site's own 404.html."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".vcf": "text/vcard",
        ".webp": "image/webp",
        ".woff2": "font/woff2",
    }

    pad = "/"
    inpakken = False

    def send_head(self) -> BytesIO | BinaryIO | None:
        gevraagd = unquote(urlsplit(self.path).path)
        if not gevraagd.startswith(self.pad):
            return self._niet_gevonden()
        bestand = Path(self.directory, gevraagd.removeprefix(self.pad))
        if bestand.is_dir() and gevraagd.endswith("/"):
            bestand /= "index.html"
        elif bestand.is_dir():
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", gevraagd + "/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return None
        return self._stuur(bestand, HTTPStatus.OK) if bestand.is_file() else self._niet_gevonden()

    def _niet_gevonden(self) -> BytesIO:
        return self._stuur(Path(self.directory, "404.html"), HTTPStatus.NOT_FOUND)

    def _stuur(self, bestand: Path, status: HTTPStatus) -> BytesIO:
        inhoud = bestand.read_bytes() if bestand.is_file() else b""
        soort = self.guess_type(bestand.name)
        self.send_response(status)
        self.send_header("Content-Type", soort)
        if self.inpakken:
            self.send_header("Cache-Control", "max-age=600")
            if soort.startswith(_GEZIPT) and "gzip" in self.headers.get("Accept-Encoding", ""):
                inhoud = _ingepakt(inhoud)
                self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(inhoud)))
        self.end_headers()
        return BytesIO(inhoud)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that closes its page halfway is no fault."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def bediend(site: Path, pad: str = "/", *, inpakken: bool = False) -> Iterator[str]:
    """Serve the folder `site` under `pad`, on this machine only; gives the address with a slash.

    With `inpakken` it compresses and keeps connections open, as GitHub Pages does, for measuring.
    """
    eigen = {"pad": pad, "inpakken": inpakken}
    if inpakken:
        eigen["protocol_version"] = "HTTP/1.1"
    klasse = type("_PagesOnderPad", (_Pages,), eigen)
    afhandelaar = partial(klasse, directory=str(site))
    with _Server(("127.0.0.1", 0), afhandelaar) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{pad}"
        finally:
            server.shutdown()
