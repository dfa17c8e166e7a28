"""A site in a folder, without any host: every page a document, every file as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from shutil import copyfile

from ..output.cache import Cache
from ..output.output_file import OutputFile
from .document import Documents
from .search_index import search_index
from .site import Site

ASSETS = "assets"
"""The folder of the theme whose files are published as they are."""


def write_site(
    site: Site, folder: Path, template_dirs: Sequence[Path], cache: Cache | None = None
) -> None:
    """Write all of `site` in `folder`, which must be empty or not yet there.

    `template_dirs` are the theme's folders, nearest first.
    """
    for file in site_files(site, template_dirs, cache or Cache()):
        path = folder / file.address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    for address, source in site.copies.items():
        path = folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        copyfile(source, path)


def site_files(site: Site, template_dirs: Sequence[Path], cache: Cache) -> Iterator[OutputFile]:
    """Every file that a site becomes, one at a time."""
    documents = Documents(site.layout, template_dirs, cache)
    for page in site.pages:
        yield OutputFile(f"{page.address}index.html", documents.render(page).encode())
    yield from site.all_files()
    yield search_index(site.pages)
    if not site.layout.is_internal:
        yield documents.not_found()
    yield from _assets(template_dirs)


def _assets(template_dirs: Sequence[Path]) -> Iterator[OutputFile]:
    """The theme's own files, of each name the nearest."""
    seen: set[str] = set()
    for root in template_dirs:
        for path in sorted((root / ASSETS).rglob("*")):
            address = path.relative_to(root).as_posix()
            if path.is_file() and address not in seen:
                seen.add(address)
                yield OutputFile(address, path.read_bytes())
