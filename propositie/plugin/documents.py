"""What MkDocs knows of the organisation's own pages and settings, brought into our layout."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from ..pages import Layout, MenuItem, Page, Script
from .files import address_of


def in_host(layout: Layout, config: MkDocsConfig, *, is_preview: bool) -> Layout:
    """The layout with what mkdocs.yml adds to it."""
    return replace(
        layout,
        language=str(config.theme["language"]),
        description=config.site_description,
        stylesheets=[str(path) for path in config.extra_css],
        scripts=[_script(script) for script in config.extra_javascript],
        is_preview=is_preview,
    )


def _script(script: ExtraScriptValue | str) -> Script:
    if isinstance(script, str):
        return Script(script)
    return Script(script.path, script.type, script.defer, script.async_)


def with_free_pages(layout: Layout, files: Files, ours: Collection[str]) -> Layout:
    """The layout whose footer leads to the free pages, now that every title is known.

    `ours` are the addresses of the pages of the house.
    """
    free = [
        MenuItem(str(page.title), file.url)
        for file, page in free_pages(files)
        if _is_in_footer(file, ours)
    ]
    return replace(layout, free_pages=free)


def free_pages(files: Files) -> Iterator[tuple[File, MkDocsPage]]:
    """Every page of Markdown, in the order of MkDocs."""
    for file in files.documentation_pages():
        if file.page is not None:
            yield file, file.page


def _is_in_footer(file: File, ours: Collection[str]) -> bool:
    """Whether a page is the organisation's own, and none that lies deeper than the footer."""
    return (
        file.generated_by is None
        and address_of(file) not in ours
        and "/" not in file.url.rstrip("/")
    )


def is_found(page: MkDocsPage) -> bool:
    """Whether search finds a page: its head may ask otherwise (`search: {exclude: true}`)."""
    search = page.meta.get("search")
    return not (isinstance(search, dict) and search.get("exclude"))


def in_sitemap(page: MkDocsPage, our_page: Page | None) -> bool:
    """Whether search engines are told of a page of Markdown."""
    default = our_page.in_sitemap if our_page is not None else True
    return not page.is_link and bool(page.meta.get("in_sitemap", default))
