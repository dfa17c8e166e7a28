"""The MkDocs adapter and nothing more: options, watching, putting pages in, reporting.

Runs unchanged in ProperDocs. Everything up to `Page` is made before MkDocs touches the site
folder, so that a house with mistakes leaves the site that stood there whole.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from secrets import token_urlsafe
from typing import TYPE_CHECKING

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from ..finding import summarise
from ..inspection import inspect
from ..output.cache import Cache
from ..output.output_file import OutputFile
from ..pages import Documents, Page, Site
from ..pages.environment import TemplateCache
from .build import build, log_findings
from .documents import add_closing_files, in_host, make_documents, our_page, preview_html
from .errors import told_by_mkdocs
from .files import (
    add_pages,
    remove_berichten,
    remove_free_pages,
    remove_unused,
    set_update_dates,
)
from .forms import add_forms, build_forms
from .options import (
    Options,
    build_date,
    cache_dir,
    check_settings,
    huis_folders,
    huis_layers,
    is_werkboek,
    leave_out_material_search,
    pages_folder,
)
from .page import FALLBACK_SITE, HOST_TEMPLATE, HuisPage, free_content, free_page_meta

if TYPE_CHECKING:  # what only a preview needs is loaded by a preview
    from mkdocs.livereload import LiveReloadServer

    from .preview import Preview

__all__ = ["PropositiePlugin"]


class PropositiePlugin(BasePlugin[Options]):
    """Reads and checks the house, and gives MkDocs its pages."""

    def __init__(self) -> None:
        self.last_good: Site | None = None
        """The last site that could be made: while a mistake stands, a preview goes on with it."""
        self.site: Site = FALLBACK_SITE
        """What is being built."""
        self.by_address: dict[str, Page] = {}
        self.documents: Documents
        """What makes the documents of this build, in the layout that all its pages share."""
        self.free_page_meta: Mapping[str, Mapping[str, str]] = {}
        """What the heads of free pages say in our words, by file."""
        self.form_files: list[OutputFile] = []
        self.is_serving = False
        self.preview: Preview | None = None
        self.token = ""
        """What a page of this preview knows and no other page can."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Live as long as the command, so that a preview can fall back on the last good pages."""
        self.is_serving = command == "serve"
        self.last_good = None
        self.preview = None
        self.token = token_urlsafe(32)

    @event_priority(100)
    @told_by_mkdocs()
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Make all pages; stop here, before anything is cleaned, when the house has a fout."""
        check_settings(config)
        leave_out_material_search(config)
        root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        layers = huis_layers(config, self.config)
        config.watch.extend(str(layer.path) for layer in layers)
        on_date = build_date(self.config.op)
        inspection = inspect(layers, on_date, pages=pages_folder(config))
        log_findings(inspection)
        self.form_files = build_forms(config, self.config, inspection)
        if self.is_serving:
            from ..schema import refresh

            refresh(root, layers[-1].shown_as, [layer.path for layer in layers[:-1]])
        share_images = self.config.deelbeelden and not self.is_serving
        built = build(inspection, on_date, config, self.config, share_images=share_images)
        if built is not None:
            self.last_good = built
        elif not self.is_serving:
            raise Abort(
                f"{summarise(inspection.findings)} De site is niet gebouwd; "
                "wat er stond, staat er nog. Verbeter de fouten en probeer het opnieuw."
            )
        site = self.last_good or FALLBACK_SITE
        self.site = replace(site, layout=in_host(site.layout, config, is_preview=self.is_serving))
        self.by_address = {p.address: p for p in self.site.pages}
        self.free_page_meta = free_page_meta(inspection)
        if self.is_serving:
            from .preview import Preview

            is_fallback = self.last_good is None
            self.preview = Preview(inspection, root, self.token, is_fallback=is_fallback)
            config.extra["huis"] = {"voorvertoning": self.preview.data}
        if self._is_without_free_pages:
            config.theme.static_templates.clear()  # no sitemap
        return config

    @property
    def _is_without_free_pages(self) -> bool:
        """Whether only pages of ours are made: the free ones belong to the public edition."""
        return self.last_good is None or is_werkboek(self.config)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Let a preview notice changes soon, survive a mistake in mkdocs.yml, and mend."""
        from .mending import with_findings
        from .preview import poll_faster, without_traceback

        poll_faster(server, config)
        server.builder = without_traceback(builder)
        server.set_app(with_findings(server.serve_request, lambda: self.preview, self.token))
        return server

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put our pages and files in; a free page at the same address keeps its place."""
        remove_unused(files)
        remove_berichten(files)
        if self._is_without_free_pages:
            remove_free_pages(files, config)
        add_pages(self.site, files, config)
        add_forms(self.form_files, files, config)
        return files

    def on_page_markdown(
        self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Give a free page its own title, and one at the address of ours the face of that page."""
        if isinstance(page, HuisPage):
            return markdown
        page.meta.update(self.free_page_meta.get(page.file.src_uri, {}))
        page.meta["template"] = HOST_TEMPLATE
        if our_page := self.by_address.get(page.url):
            page.meta.setdefault("title", our_page.title)
            page.meta.setdefault("description", our_page.description)
            page.meta["in_sitemap"] = our_page.in_sitemap
        return markdown

    def on_page_content(
        self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Put the words of a free page into the page of ours at the same address."""
        if isinstance(page, HuisPage):
            return html
        return free_content(html, self.site.layout, self.by_address.get(page.url))

    @event_priority(-100)
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Now that every page has its words: what tells of all of them."""
        env.bytecode_cache = TemplateCache(Cache(cache_dir(config)), "mkdocs")
        self.env = env
        if self.preview is not None:
            self.preview.env = env
        self.documents = make_documents(self.site.layout, files, self.by_address, config)
        if self.last_good is not None:
            add_closing_files(self.documents, files, self.by_address, config)
        if not self.is_serving:
            set_update_dates(files.documentation_pages(), config, huis_folders(self.config))

    @event_priority(-100)
    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Make the document, once other plugins are ready with the page."""
        preview = ""
        if self.preview is not None:
            page.meta["herkomst"] = self.preview.origin(page, config)
            preview = preview_html(self.env, context, page.meta["herkomst"])
        if page.meta.get("template") == HOST_TEMPLATE:
            document = self.documents.render(our_page(page, self.by_address), preview)
            page.meta["document"] = document
        return context
