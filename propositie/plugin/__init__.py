"""The MkDocs adapter and nothing more: options, watching, publishing, reporting.

Runs unchanged in ProperDocs. The pages of the house do not pass through MkDocs: they are written
beside its own (`building`), or shown when a preview is asked for them (`live`). A house with
mistakes leaves the site that stood there whole.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from secrets import token_urlsafe
from typing import TYPE_CHECKING

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from .. import progress
from ..edition import KnownViews
from ..inspection import Inspector, inspect
from ..kept import KeptFile
from ..output.cache import Cache
from ..pages import SitePlan
from ..pages.environment import TemplateCache
from ..stopping import STOPPED, stop_quietly
from .build import listen, log, log_findings, plan_edition, stop
from .building import Build
from .errors import refuse_linked_folders, speak_dutch, tell_harmlessly, told_by_mkdocs
from .forms import build_forms, forms_address
from .options import (
    Options,
    build_date,
    cache_dir,
    check_settings,
    huis_layers,
    is_werkboek,
    leave_out_material_search,
    pages_folder,
    read_pages_our_way,
)
from .page import HOST_TEMPLATE, free_page_meta
from .run import Run
from .unchanged import LastBuild, Unchanged, inputs_of, load_last_build

if TYPE_CHECKING:  # what only a preview needs is loaded by a preview
    from mkdocs.livereload import LiveReloadServer

    from .live import LivePreview, LiveSite, PageMemory
    from .preview import Preview

__all__ = ["PropositiePlugin"]


class PropositiePlugin(BasePlugin[Options]):
    """Reads and checks the house, and publishes its pages."""

    def __init__(self) -> None:
        speak_dutch()
        self.run: Run | Unchanged
        """The build that is going on."""
        self.shown: LivePreview | None = None
        """The build that a preview answers from."""
        self.last_good: SitePlan | None = None
        """The last plan that could be made: while a mistake stands, a preview goes on with it."""
        self.is_serving = False
        self.inspector: Inspector | None = None
        """Reads the house of a preview again and again."""
        self.views = KnownViews()
        self.memory: PageMemory = {}
        self.token = ""
        """What a page of this preview knows and no other page can."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Live as long as the command, so that a preview can fall back on the last good pages."""
        tell_harmlessly(log)
        self.is_serving = command == "serve"
        if not self.is_serving:  # a preview is stopped this way every day
            stop_quietly(f"{STOPPED} Wat er op de site stond, staat er nog.")
            progress.begin()
        self.shown = None
        self.last_good = None
        self.inspector = None
        self.memory = {}
        self.token = token_urlsafe(32)

    @event_priority(100)
    @told_by_mkdocs()
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read, check and plan; stop here, before anything is written, when the house has a
        fout."""
        check_settings(config)
        leave_out_material_search(config)
        read_pages_our_way(config)
        config.watch.extend(str(layer.path) for layer in huis_layers(config, self.config))
        self.run = self._preview(config) if self.is_serving else self._build(config)
        return config

    def _build(self, config: MkDocsConfig) -> Run | Unchanged:
        """A build that is written; one that does nothing when nothing changed."""
        layers, on_date = huis_layers(config, self.config), build_date(self.config.op)
        memory = KeptFile(cache_dir(config) / f"build-{self.config.editie}")
        inputs = inputs_of(config, [layer.path for layer in layers], on_date)
        last = load_last_build(memory)
        if last.stands(inputs, Path(config.site_dir)):
            return Unchanged(last, config)
        with listen() as listener:
            inspection = inspect(
                layers, on_date, pages=pages_folder(config), cache=cache_dir(config)
            )
            log_findings(inspection)
        form_files = build_forms(config, self.config, inspection)
        plan = plan_edition(
            inspection, on_date, config, self.config, share_images=self.config.deelbeelden
        )
        if plan is None:
            stop(inspection)
        meta = free_page_meta(plan.builder.huis.paginas if plan.builder is not None else {})
        return Build(plan, config, meta, form_files, self.config, inspection, last.files,
                     lambda site: LastBuild.save(memory, inputs, site, listener.told))  # fmt: skip

    def _preview(self, config: MkDocsConfig) -> Run:
        """A build that is shown: with a mistake in the house, what was good last."""
        from ..schema import refresh
        from .live import FALLBACK, LivePreview
        from .preview import Preview

        root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        layers, on_date = huis_layers(config, self.config), build_date(self.config.op)
        if self.inspector is None:
            self.inspector = Inspector(cache_dir(config))
        inspection = self.inspector.inspect(layers, on_date, pages=pages_folder(config))
        log_findings(inspection)
        refuse_linked_folders(inspection.loaded)
        refresh(root, layers[-1].shown_as, [layer.path for layer in layers[:-1]])
        plan = plan_edition(
            inspection, on_date, config, self.config,
            share_images=False, known=self.views, keep_start_texts=True,
        )  # fmt: skip
        self.last_good = plan or self.last_good
        meta = free_page_meta(inspection.huis.paginas if inspection.huis is not None else {})
        form_files = build_forms(config, self.config, inspection)
        preview = Preview(
            inspection, root, self.token, is_fallback=self.last_good is None,
            forms=forms_address(config) if form_files else "",
        )  # fmt: skip
        shown = self.last_good or FALLBACK
        published = inspection.loaded.published
        return LivePreview(shown, config, meta, form_files, published, preview, self.memory)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Let a preview notice changes soon, survive a mistake in mkdocs.yml, show and mend."""
        from .live import LivePreview, with_live_pages
        from .mending import with_findings
        from .serving import notice_sooner, tell_taken_place, without_traceback

        def shown() -> LivePreview | None:
            """The build that stands ready: while the next is made, the one before it."""
            if isinstance(self.run, LivePreview) and self.run.site is not None:
                self.shown = self.run
            return self.shown

        def site() -> LiveSite | None:
            ready = shown()
            return ready.site if ready else None

        def preview() -> Preview | None:
            ready = shown()
            return ready.preview if ready else None

        tell_taken_place(server)
        notice_sooner(server, config)
        settings = Path(config.config_file_path or "mkdocs.yml")
        server.builder = without_traceback(builder, settings)
        pages = with_live_pages(server.serve_request, server, site)
        server.set_app(with_findings(pages, preview, self.token))
        return server

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Choose what MkDocs publishes."""
        has_free_pages = not is_werkboek(self.config)
        return self.run.on_files(files, config, with_free_pages=has_free_pages)

    def on_page_markdown(
        self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Give a free page its title, and take out what still has to be filled in."""
        return self.run.on_markdown(page, markdown)

    def on_page_content(
        self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Give a free page its face."""
        return self.run.on_content(html, page)

    @event_priority(-100)
    @told_by_mkdocs()
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Now that every free page has its words: publish ours, or stand ready to show them."""
        env.bytecode_cache = TemplateCache(Cache(cache_dir(config)), "mkdocs")
        self.run.on_env(env, files, config)

    @event_priority(-100)
    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Make the document of a free page, once other plugins are ready with it."""
        if page.meta.get("template") == HOST_TEMPLATE:
            page.meta["document"] = self.run.document(page)
        return context

    @event_priority(-100)
    @told_by_mkdocs()
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Let what was written take its place, once every plugin is ready with it."""
        self.run.on_post_build(config)
        progress.end()

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the site that stood there."""
        progress.end()
        if hasattr(self, "run"):
            self.run.on_error()
