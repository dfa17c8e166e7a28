"""Which files MkDocs publishes: ours go in, what nobody loads goes out, each gets its day."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import get_theme_dir

from ..huis import overview_of
from ..huis.berichten import BLOG
from ..output.last_changed import last_changed
from ..pages import Site
from .options import seen_from
from .page import HuisPage


def address_of(file: File) -> str:
    """The address of a page as `Page` writes it: empty for the home page."""
    return "" if file.url in {".", "./"} else file.url


def remove_unused(files: Files) -> None:
    """Drop what lies in the theme and no page loads: what pages are made from."""
    own = get_theme_dir("propositie")
    for file in list(files):
        if file.src_dir == own and not file.src_uri.startswith("assets/"):
            files.remove(file)


def remove_berichten(files: Files) -> None:
    """Drop the files of posts: they are pages of ours, and only when their day has come."""
    overview = overview_of("berichten")
    for file in list(files):
        if file.src_dir and file.src_uri.startswith(f"{BLOG}/") and file.url != overview:
            files.remove(file)


def set_update_dates(files: Sequence[File], config: MkDocsConfig, folders: Sequence[str]) -> None:
    """Give the sitemap the day on which each page's source changed, where git knows it.

    A page of many sources, such as an overview, changed when anything in the house did. Without
    git MkDocs' own date stays: that of the build.
    """
    root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
    days = last_changed(root, [*folders, config.docs_dir])
    inside = tuple(f"{folder}/" for folder in folders)
    huis_days = [day for path, day in days.items() if path.startswith(inside)]
    for file in files:
        page = file.page
        if isinstance(page, HuisPage):
            day = days.get(page.our_page.source or "", max(huis_days, default=None))
        else:
            day = days.get(seen_from(root, file.abs_src_path or root))
        if page is not None and day:
            page.update_date = day


def add_pages(site: Site, files: Files, config: MkDocsConfig) -> None:
    """Put pages and files of `site` in `files`; a free page at the same address keeps its place."""
    free = {address_of(f): f for f in files.documentation_pages()}
    for our_page in site.pages:
        if our_page.address not in free:
            file = File.generated(
                config,
                f"{our_page.address}index.md",
                content="",
                inclusion=InclusionLevel.NOT_IN_NAV,
            )
            file.edit_uri = None
            HuisPage(our_page, file, config)
            files.append(file)
    for output_file in site.all_files():
        if output_file.address not in files.src_uris:
            files.append(File.generated(config, output_file.address, content=output_file.content))
    for address, path in site.copies.items():
        files.append(File.generated(config, address, abs_src_path=str(path)))


_PUBLIC_ONLY = {"sitemap.xml"}


def remove_free_pages(files: Files, config: MkDocsConfig) -> None:
    """Drop the organisation's free pages, what lies beside them, and what belongs to a public site.

    What is no template of this build would be published as the template's own text.
    """
    for file in list(files):
        if file.src_dir == config.docs_dir or file.src_uri in _PUBLIC_ONLY:
            files.remove(file)
