"""Which files MkDocs itself publishes, and on which day each changed."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence, Set
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.utils import get_build_date, get_theme_dir

from ..huis import overview_of
from ..huis.berichten import BLOG
from ..output.last_changed import last_changed
from ..pages.layout import FRAMES_SCRIPT
from ..pages.sitemap import SITEMAP
from ..reading.beside_pages import is_document
from .options import seen_from


def address_of(file: File) -> str:
    """The address of a page as `Page` writes it: empty for the home page."""
    return "" if file.url in {".", "./"} else file.url


def remove_unused(files: Files, config: MkDocsConfig, *, with_frames: bool) -> None:
    """Drop what lies in the theme and no page loads: what pages are made from, and without films or
    maps of others the script for them.

    MkDocs has a template of its own for the sitemap, which would be published as it is.
    """
    own = get_theme_dir("propositie")
    for file in list(files):
        is_source = file.src_dir == own and (
            not file.src_uri.startswith("assets/")
            or (file.src_uri == FRAMES_SCRIPT and not with_frames)
        )
        if is_source or (file.src_uri == SITEMAP and file.src_dir != config.docs_dir):
            files.remove(file)


def remove_refused(files: Files, config: MkDocsConfig, published: Set[str]) -> None:
    """Drop every file of the organisation's pages that was not let in: MkDocs follows a link
    wherever it leads. `published` is what was, seen from that folder."""
    for file in list(files):
        if file.src_dir == config.docs_dir and file.src_uri not in published:
            files.remove(file)


def has_documents(files: Files) -> bool:
    """Whether a document lies beside the posts."""
    return any(f.src_uri.startswith(f"{BLOG}/") and is_document(f.src_uri) for f in files)


def remove_berichten(files: Files, shown: Iterable[str]) -> None:
    """Drop the files of posts: they are pages of ours, and only when their day has come. A document
    that lies beside them is published when one of the texts that are `shown` names it."""
    overview = overview_of("berichten")
    words = unquote("\n".join(shown))
    for file in list(files):
        if not file.src_dir or not file.src_uri.startswith(f"{BLOG}/") or file.url == overview:
            continue
        if not (is_document(file.src_uri) and PurePosixPath(file.src_uri).name in words):
            files.remove(file)


def remove_unfinished(files: Files, config: MkDocsConfig, shown: Container[str]) -> None:
    """Drop the free pages in which everything has yet to be filled in. `shown` are the ids of those
    that the public house has."""
    for file in list(files):
        is_page = file.is_documentation_page() and file.src_dir == config.docs_dir
        if (
            is_page
            and not file.src_uri.startswith(f"{BLOG}/")
            and (file.src_uri.removesuffix(".md") not in shown)
        ):
            files.remove(file)


def remove_free_pages(files: Files, config: MkDocsConfig) -> None:
    """Drop the organisation's free pages and what lies beside them."""
    for file in list(files):
        if file.src_dir == config.docs_dir:
            files.remove(file)


class ChangeDays:
    """Tells on which day the source of a page last changed: as git knows it, else that of the
    build."""

    def __init__(self, config: MkDocsConfig, folders: Sequence[str]) -> None:
        """`folders` are those of the house, seen from mkdocs.yml."""
        self._root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        self._days = last_changed(self._root, [*folders, config.docs_dir])
        self._today = get_build_date()
        inside = tuple(f"{folder}/" for folder in folders)
        huis_days = (day for path, day in self._days.items() if path.startswith(inside))
        self._newest = max(huis_days, default=self._today)

    def of_page(self, source: str | None) -> str:
        """The day of a page of the house. One of many sources, such as an overview, changed when
        anything in the house did."""
        return self._days.get(source or "", self._newest)

    def of_file(self, path: str | None) -> str:
        """The day of a file of the organisation's own."""
        return self._days.get(seen_from(self._root, path or self._root), self._today)
