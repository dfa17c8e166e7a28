"""A trial copy of a built site: a folder that opens with a double click, for who looks at a
proposal before it is published.

Links on the site lead to folders, which a server turns into pages; here they lead to the pages
themselves.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

STROOK = (
    '<p class="inleiding lopend" role="note"><strong>Proefexemplaar.</strong> '
    "Dit staat nog niet op de site; zoeken en kaartjes opslaan werken hier niet.</p>"
)
"""What stands at the top of every page of a trial copy."""
_KOPPELING = re.compile(r'(<a\b[^>]*?\shref=")([^"]*)(")')
_NIET_MEE = shutil.ignore_patterns("404.html", "sitemap.xml*", "robots.txt")


class ProefFout(Exception):
    """There is nothing to copy, or no place for it; the text is Dutch sentences."""


def maak_proef(site: Path, naar: Path) -> int:
    """Copy the built site in the folder `site` to `naar`; return how many pages it has.

    A trial copy that stood in `naar` goes; anything else there is left alone and refused with
    `ProefFout`, as is a folder without a site.
    """
    if not (site / "index.html").is_file():
        raise ProefFout(
            f'In de map "{site.as_posix()}" staat geen gebouwde site. Bouw haar eerst: mkdocs build'
        )
    if naar.exists() and any(naar.iterdir()) and not _is_proef(naar):
        raise ProefFout(
            f'In de map "{naar.as_posix()}" staat iets anders. Kies met --naar een andere map.'
        )
    naar.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=naar.parent, prefix=".proef-") as tijdelijk:
        half = Path(tijdelijk) / "proef"
        shutil.copytree(site, half, ignore=_NIET_MEE)
        paginas = sorted(half.rglob("*.html"))
        for pad in paginas:
            pad.write_text(proefpagina(pad.read_text("utf-8")), "utf-8")
        shutil.rmtree(naar, ignore_errors=True)
        half.rename(naar)
    return len(paginas)


def _is_proef(map_: Path) -> bool:
    begin = map_ / "index.html"
    return begin.is_file() and STROOK in begin.read_text("utf-8", errors="replace")


def proefpagina(html: str) -> str:
    """A page whose links lead to files, that says what it is, and that no search engine keeps."""
    html = _KOPPELING.sub(lambda m: f"{m[1]}{bestandsadres(m[2])}{m[3]}", html)
    html = html.replace("<head>", '<head>\n  <meta name="robots" content="noindex">', 1)
    return re.sub(r"(<main\b[^>]*>)", lambda m: f"{m[1]}{STROOK}", html, count=1)


def bestandsadres(adres: str) -> str:
    """The file behind an address inside the site: `../mensen/#x` → `../mensen/index.html#x`."""
    pad = re.split(r"[?#]", adres, maxsplit=1)[0]
    rest = adres[len(pad) :]
    if not pad or re.match(r"[a-z][a-z0-9+.-]*:|//|/", pad, re.I):
        return adres
    if pad in {".", ".."} or pad.endswith(("/.", "/..")):
        pad += "/"
    return f"{pad}index.html{rest}" if pad.endswith("/") else adres
