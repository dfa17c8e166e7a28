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

_GZIPPED = ("text/", "application/javascript", "application/json", "application/xml", "image/svg")
"""Kinds of file that GitHub Pages compresses."""

_gzip = cache(partial(compress, compresslevel=6, mtime=0))


class _Pages(SimpleHTTPRequestHandler):
    """Serves a folder under a path; what is not there gets the site's own 404.html."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".vcf": "text/vcard",
        ".webp": "image/webp",
        ".woff2": "font/woff2",
    }

    protocol_version = "HTTP/1.1"
    prefix = "/"
    compressed = False

    def send_head(self) -> BytesIO | BinaryIO | None:
        requested = unquote(urlsplit(self.path).path)
        if not requested.startswith(self.prefix):
            return self._send_not_found()
        file = Path(self.directory, requested.removeprefix(self.prefix))
        if file.is_dir() and requested.endswith("/"):
            file /= "index.html"
        elif file.is_dir():
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", requested + "/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return None
        return self._send(file, HTTPStatus.OK) if file.is_file() else self._send_not_found()

    def _send_not_found(self) -> BytesIO:
        return self._send(Path(self.directory, "404.html"), HTTPStatus.NOT_FOUND)

    def _send(self, file: Path, status: HTTPStatus) -> BytesIO:
        contents = file.read_bytes() if file.is_file() else b""
        kind = self.guess_type(file.name)
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if self.compressed or kind != "text/html":
            self.send_header("Cache-Control", "max-age=600")
        asked = "gzip" in self.headers.get("Accept-Encoding", "")
        if self.compressed and asked and kind.startswith(_GZIPPED):
            contents = _gzip(contents)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(contents)))
        self.end_headers()
        return BytesIO(contents)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that closes its page halfway is no fault."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def serve(site: Path, prefix: str = "/", *, compressed: bool = False) -> Iterator[str]:
    """Serve the folder `site` under `prefix`, on this machine only; gives the address with a slash.

    As GitHub Pages it keeps connections open and lets a browser keep files. With `compressed` it
    compresses them too, and lets it keep pages, for measuring; else a page may be made anew.
    """
    own = {"prefix": prefix, "compressed": compressed}
    class_ = type("_PagesOnderPad", (_Pages,), own)
    handler = partial(class_, directory=str(site))
    with _Server(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{prefix}"
        finally:
            server.shutdown()
