"""From MkDocs' pages to whole documents: what MkDocs tells, brought into our own layout."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from ..output.cache import Cache
from ..pages import Documents, Layout, MenuItem, Page, Script, search_index
from .files import address_of
from .options import cache_dir
from .page import HuisPage, free_page

Pages = Mapping[str, Page]
"""The pages of the house by their address."""


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


def make_documents(
    layout: Layout, files: Files, by_address: Pages, config: MkDocsConfig
) -> Documents:
    """What makes documents, now that every title is known: the footer leads to the free pages."""
    free = [
        MenuItem(str(file.page.title), file.url)
        for file in files.documentation_pages()
        if file.page is not None and _is_free(file, by_address)
    ]
    folders = [Path(folder) for folder in config.theme.dirs]
    return Documents(replace(layout, free_pages=free), folders, Cache(cache_dir(config)))


def _is_free(file: File, by_address: Pages) -> bool:
    """Whether a page is the organisation's own, and none that lies deeper than the footer."""
    return (
        file.generated_by is None
        and address_of(file) not in by_address
        and "/" not in file.url.rstrip("/")
    )


def add_closing_files(
    documents: Documents, files: Files, by_address: Pages, config: MkDocsConfig
) -> None:
    """Put in what tells of all pages: the search index, and the page for who is lost."""
    closing = [search_index(_all_pages(files, by_address))]
    if not documents.layout.is_internal:
        closing.append(documents.not_found())
    for file in closing:
        if file.address not in files.src_uris:
            files.append(File.generated(config, file.address, content=file.content))


def _all_pages(files: Files, by_address: Pages) -> Iterator[Page]:
    """Every page as one of ours, in the order of MkDocs."""
    for file in files.documentation_pages():
        if file.page is not None and not _is_left_out(file.page.meta.get("search")):
            yield our_page(file.page, by_address)


def _is_left_out(search: object) -> bool:
    """Whether the head of a page asks that search does not find it (`search: {exclude: true}`)."""
    return isinstance(search, dict) and bool(search.get("exclude"))


def our_page(page: MkDocsPage, by_address: Pages) -> Page:
    """A page of MkDocs as one of ours."""
    if isinstance(page, HuisPage):
        return page.our_page
    return free_page(page, by_address.get(page.url))


def preview_html(
    env: Environment, context: TemplateContext, origin: Mapping[str, object] | None
) -> str:
    """What a preview shows on a page besides the page; `origin` is where it came from."""
    huis = context["config"].extra["huis"]
    template = env.get_template("partials/preview.html")
    return template.render(**context, huis=huis, meta={"herkomst": origin})
