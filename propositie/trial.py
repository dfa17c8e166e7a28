"""A trial copy of a built site: a folder that opens with a double click, for who looks at a
proposal before it is published.

Links on the site lead to folders, which a server turns into pages; here they lead to the pages
themselves.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from .errors import PropositieError
from .staging import Staging, told

BANNER = (
    '<p class="inleiding lopend" role="note"><strong>Proefexemplaar.</strong> '
    "Dit staat nog niet op de site; zoeken en kaartjes opslaan werken hier niet.</p>"
)
"""What stands at the top of every page of a trial copy."""
_LINK = re.compile(r'(<a\b[^>]*?\shref=")([^"]*)(")')
_PRELOAD = re.compile(r'<link rel="preload"[^>]*>\s*')
"""What a browser refuses to load before it is asked for, from a folder."""
_LEFT_OUT = shutil.ignore_patterns("404.html", "sitemap.xml*", "robots.txt")


class TrialError(PropositieError):
    """There is nothing to copy, or no place for it; the text is Dutch sentences."""


def make_trial(site: Path, target: Path) -> int:
    """Copy the built site in the folder `site` to `target`; return how many pages it has.

    A trial copy that stood in `target` goes; anything else there is left alone and refused with
    `TrialError`, as is a folder without a site.
    """
    if not (site / "index.html").is_file():
        raise TrialError(
            f'In de map "{site.as_posix()}" staat geen gebouwde site. Bouw haar eerst: propositie '
            "bouw"
        )
    if target.exists() and any(target.iterdir()) and not _is_trial(target):
        raise TrialError(
            f'In de map "{target.as_posix()}" staat iets anders. Kies met --naar een andere map.'
        )
    with Staging(target) as new, told(new.target):
        shutil.copytree(site, new.folder, ignore=_LEFT_OUT, dirs_exist_ok=True)
        pages = sorted(new.folder.rglob("*.html"))
        for path in pages:
            path.write_bytes(trial_page(path.read_bytes().decode()).encode())
        new.replace()
    return len(pages)


def _is_trial(folder: Path) -> bool:
    start = folder / "index.html"
    return start.is_file() and BANNER in start.read_text("utf-8", errors="replace")


def trial_page(html: str) -> str:
    """A page whose links lead to files, that says what it is, and that no search engine keeps."""
    html = _LINK.sub(lambda m: f"{m[1]}{file_address(m[2])}{m[3]}", html)
    html = _PRELOAD.sub("", html)
    html = html.replace("<head>", '<head>\n  <meta name="robots" content="noindex">', 1)
    return re.sub(r"(<main\b[^>]*>)", lambda m: f"{m[1]}{BANNER}", html, count=1)


def file_address(address: str) -> str:
    """The file behind an address inside the site: `../mensen/#x` → `../mensen/index.html#x`."""
    path = re.split(r"[?#]", address, maxsplit=1)[0]
    rest = address[len(path) :]
    if not path or re.match(r"[a-z][a-z0-9+.-]*:|//|/", path, re.I):
        return address
    if path in {".", ".."} or path.endswith(("/.", "/..")):
        path += "/"
    return f"{path}index.html{rest}" if path.endswith("/") else address
