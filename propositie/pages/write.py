"""A site in a folder, without any host: every page a document, every file as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ..output.cache import Cache
from ..output.output_file import OutputFile
from .document import Documents
from .kept import Keeper
from .layout import FRAMES_SCRIPT
from .publish import Folder, Publisher
from .searching import SEARCH_FILES, search_files
from .site import Site, ready
from .sitemap import sitemap

ASSETS = "assets"
"""The folder of the theme whose files are published as they are."""


def write_site(
    site: Site, folder: Path, template_dirs: Sequence[Path], cache: Cache | None = None
) -> None:
    """Write all of `site` in `folder`, which must be empty or not yet there.

    `template_dirs` are the theme's folders, nearest first. The sitemap tells no days: only a host
    knows when a file changed.
    """
    cache, target = cache or Cache(), Folder(folder)
    documents = Documents(site.layout, template_dirs, cache)
    publisher = Publisher(ready(site), documents, target, Keeper(), cache)
    publisher.write("")
    if SEARCH_FILES[0] not in {file.address for file in site.files}:
        for file in search_files(ready(site)):
            publisher.put(file)
    if not site.layout.is_internal:
        publisher.put(documents.not_found())
        publisher.put(sitemap((address, "") for address in _told(site)))
    for file in _assets(template_dirs):
        if site.layout.frames or file.address != FRAMES_SCRIPT:
            publisher.put(file)


def _told(site: Site) -> Iterator[str]:
    """The whole addresses of the pages that search engines are told of."""
    for page in site.pages:
        whole = site.layout.absolute_url(page.address)
        if whole and page.in_sitemap:
            yield whole


def _assets(template_dirs: Sequence[Path]) -> Iterator[OutputFile]:
    """The theme's own files, of each name the nearest."""
    seen: set[str] = set()
    for root in template_dirs:
        for path in sorted((root / ASSETS).rglob("*")):
            address = path.relative_to(root).as_posix()
            if path.is_file() and address not in seen:
                seen.add(address)
                yield OutputFile(address, path.read_bytes())
