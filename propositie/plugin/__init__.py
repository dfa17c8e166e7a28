"""The MkDocs adapter and nothing more: options, watching, publishing, reporting.

Runs unchanged in ProperDocs. The pages of the house do not pass through MkDocs: they are written
beside its own, or shown when a preview is asked for them. A house with mistakes leaves the site
that stood there whole.
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
from ..images import ImageError
from ..inspection import Inspection, inspect
from ..output.cache import Cache
from ..output.output_file import OutputFile
from ..pages import Documents, Page, SitePlan
from ..pages.environment import TemplateCache
from ..staging import Staging
from .build import log_findings, plan_edition, tell_damaged
from .documents import free_pages, in_host, with_free_pages
from .errors import told_by_mkdocs
from .files import address_of, remove_berichten, remove_free_pages, remove_unused
from .forms import add_forms, build_forms
from .options import (
    Options,
    build_date,
    cache_dir,
    check_settings,
    huis_layers,
    is_werkboek,
    leave_out_material_search,
    pages_folder,
)
from .page import HOST_TEMPLATE, free_content, free_page, free_page_meta
from .publishing import HostedSite, begin_staging, has_warned

if TYPE_CHECKING:  # what only a preview needs is loaded by a preview
    from mkdocs.livereload import LiveReloadServer

    from .live import LiveSite, PageMemory
    from .preview import Preview

__all__ = ["PropositiePlugin"]


class PropositiePlugin(BasePlugin[Options]):
    """Reads and checks the house, and publishes its pages."""

    def __init__(self) -> None:
        self.last_good: SitePlan | None = None
        """The last plan that could be made: while a mistake stands, a preview goes on with it."""
        self.plan: SitePlan
        """What is being built."""
        self.planned: Mapping[str, Callable[[], Page]] = {}
        """What makes the page of ours at an address."""
        self.documents: Documents
        """What makes the documents of this build, in the layout that all its pages share."""
        self.inspection: Inspection
        self.free_page_meta: Mapping[str, Mapping[str, str]] = {}
        """What the heads of free pages say in our words, by file."""
        self.form_files: list[OutputFile] = []
        self.hosted: HostedSite | None = None
        self.staging: Staging | None = None
        self.is_serving = False
        self.preview: Preview | None = None
        self.live: LiveSite | None = None
        self.memory: PageMemory = {}
        self.token = ""
        """What a page of this preview knows and no other page can."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Live as long as the command, so that a preview can fall back on the last good pages."""
        self.is_serving = command == "serve"
        self.last_good = None
        self.preview = None
        self.live = None
        self.memory = {}
        self.token = token_urlsafe(32)

    @event_priority(100)
    @told_by_mkdocs()
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read, check and plan; stop here, before anything is cleaned, when the house has a
        fout."""
        check_settings(config)
        leave_out_material_search(config)
        root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        layers = huis_layers(config, self.config)
        config.watch.extend(str(layer.path) for layer in layers)
        on_date = build_date(self.config.op)
        self.inspection = inspect(layers, on_date, pages=pages_folder(config))
        log_findings(self.inspection)
        self.form_files = build_forms(config, self.config, self.inspection)
        if self.is_serving:
            from ..schema import refresh

            refresh(root, layers[-1].shown_as, [layer.path for layer in layers[:-1]])
        share_images = self.config.deelbeelden and not self.is_serving
        plan = plan_edition(
            self.inspection, on_date, config, self.config, share_images=share_images
        )
        if plan is not None:
            self.last_good = plan
        elif not self.is_serving:
            self._stop()
        self.staging = None if self.is_serving else begin_staging(config)
        if self.is_serving and self.last_good is None:
            from .live import FALLBACK

            self.plan = FALLBACK
        else:
            assert self.last_good is not None
            layout = in_host(self.last_good.layout, config, is_preview=self.is_serving)
            self.plan = replace(self.last_good, layout=layout)
        self.planned = {page.address: page.make for page in self.plan.pages}
        self.free_page_meta = free_page_meta(self.inspection)
        config.theme.static_templates.clear()  # our own sitemap and page for who is lost
        if self.is_serving:
            from .preview import Preview

            is_fallback = self.last_good is None
            self.preview = Preview(self.inspection, root, self.token, is_fallback=is_fallback)
        return config

    def _stop(self) -> None:
        if self.staging is not None:
            self.staging.discard()
        raise Abort(
            f"{summarise(self.inspection.findings)} De site is niet gebouwd; "
            "wat er stond, staat er nog. Verbeter de fouten en probeer het opnieuw."
        )

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Let a preview notice changes soon, survive a mistake in mkdocs.yml, show and mend."""
        from .live import with_live_pages
        from .mending import with_findings
        from .preview import poll_faster, without_traceback

        poll_faster(server, config)
        server.builder = without_traceback(builder)
        pages = with_live_pages(server.serve_request, server, lambda: self.live)
        server.set_app(with_findings(pages, lambda: self.preview, self.token))
        return server

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take out what MkDocs need not publish. A free page at an address of ours keeps its
        place."""
        remove_unused(files, config)
        remove_berichten(files)
        if self.last_good is None or is_werkboek(self.config):
            remove_free_pages(files, config)
        add_forms(self.form_files, files, config)
        return files

    def on_page_markdown(
        self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Give a free page its own title, and one at the address of ours the face of that page."""
        page.meta.update(self.free_page_meta.get(page.file.src_uri, {}))
        page.meta["template"] = HOST_TEMPLATE
        if our_page := self._our_page(page):
            page.meta.setdefault("title", our_page.title)
            page.meta.setdefault("description", our_page.description)
            page.meta["in_sitemap"] = our_page.in_sitemap
        return markdown

    def on_page_content(
        self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Put the words of a free page into the page of ours at the same address."""
        return free_content(html, self.plan.layout, self._our_page(page))

    def _our_page(self, page: MkDocsPage) -> Page | None:
        """The page of ours at the address of a free page."""
        make = self.planned.get(address_of(page.file))
        return make() if make is not None else None

    @event_priority(-100)
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Now that every free page has its words: publish ours, or stand ready to show them."""
        env.bytecode_cache = TemplateCache(Cache(cache_dir(config)), "mkdocs")
        self.env = env
        layout = self.plan.layout
        if self.last_good is not None:
            layout = with_free_pages(layout, files, self.planned)
            self.plan = replace(self.plan, layout=layout)
        folders = [Path(folder) for folder in config.theme.dirs]
        self.documents = Documents(layout, folders, Cache(cache_dir(config)))
        if self.is_serving:
            self._show(files, config)
        else:
            self._publish(files, config)

    def _publish(self, files: Files, config: MkDocsConfig) -> None:
        assert self.staging is not None
        self.hosted = HostedSite(self.plan, self.documents, self.staging, config, self.config)
        try:
            self.documents = self.hosted.write(files)
        except ImageError as error:
            tell_damaged(error, self.inspection)
            self._stop()

    def _show(self, files: Files, config: MkDocsConfig) -> None:
        from .live import LiveSite

        assert self.preview is not None
        self.preview.env = self.env
        free = [free_page(page, self._our_page(page)) for _, page in free_pages(files)]
        self.live = LiveSite(
            self.plan,
            self.documents,
            self.memory,
            self.preview.below,
            free,
            [address_of(file) for file, _ in free_pages(files)],
        )
        if self.last_good is not None:
            not_found = self.documents.not_found()
            (Path(config.site_dir) / not_found.address).write_bytes(not_found.content)

    @event_priority(-100)
    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Make the document of a free page, once other plugins are ready with it."""
        if page.meta.get("template") == HOST_TEMPLATE:
            below = self.preview.below_file(page) if self.preview is not None else ""
            ours = self.hosted.beside if self.hosted is not None else {}
            our_page = ours.get(address_of(page.file)) or self._our_page(page)
            document = self.documents.render(free_page(page, our_page), below)
            page.meta["document"] = document
        return context

    @event_priority(-100)
    @told_by_mkdocs()
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Let what was written take the place of the site that stood there, once every plugin is
        ready with it."""
        if self.staging is None or self.hosted is None:
            return
        config.site_dir = str(self.staging.target)
        if has_warned(config):  # MkDocs ends the build after this
            self.staging.discard()
        else:
            self.staging.replace()
            self.hosted.remember()
        self.staging = self.hosted = None

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the site that stood there."""
        if self.staging is not None:
            self.staging.discard()
            self.staging = None
