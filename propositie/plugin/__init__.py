"""The MkDocs adapter and nothing more: options, watching, putting pages in, reporting.

Runs unchanged in ProperDocs. Everything up to `Pagina` is made before MkDocs touches the site
folder, so that a house with mistakes leaves the site that stood there whole.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from ..bevinding import samenvatting
from ..controle import controleer
from ..paginas import Pagina, Site
from ..paginas.buiten import merk_buiten
from ..paginas.omgeving import Bewaard
from ..paginas.site import EIGEN_WOORDEN
from ..uitvoer.bestand import Bestand
from ..uitvoer.cache import Cache, sleutel_van
from ..uitvoer.qr import QR_MAKER, qr_in_html
from .beheer import beheer_van, voeg_beheer_toe
from .bestanden import (
    adres_van,
    dateer,
    verwijder_ongebruikt,
    verwijder_stukken,
    verwijder_vrije,
    voeg_toe,
)
from .bouwen import bouw, meld
from .opties import (
    Opties,
    blogmap,
    cachemap,
    controleer_instellingen,
    is_werkboek,
    peildatum,
    zoekindex,
)
from .pagina import NOODSITE, HuisPagina, deelbeeld, paginameta, zonder_kop, zonder_stijl

if TYPE_CHECKING:  # what only a preview needs is loaded by a preview
    from mkdocs.livereload import LiveReloadServer

    from .voorvertoning import Voorvertoning

__all__ = ["PropositiePlugin"]


class PropositiePlugin(BasePlugin[Opties]):
    """Reads and checks the house, and gives MkDocs its pages."""

    def __init__(self) -> None:
        self.goed: Site | None = None
        """The last site that could be made: while a mistake stands, a preview goes on with it."""
        self.site: Site = NOODSITE
        """What is being built."""
        self.bij_adres: dict[str, Pagina] = {}
        self.beheer: list[Bestand] = []
        self.serveert = False
        self.voorvertoning: Voorvertoning | None = None

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Live as long as the command, so that a preview can fall back on the last good pages."""
        self.serveert = command == "serve"
        self.goed = None
        self.voorvertoning = None

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Make all pages; stop here, before anything is cleaned, when the house has a fout."""
        controleer_instellingen(config)
        wortel = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        huismap = wortel / self.config.huis
        config.watch.append(str(huismap))
        op = peildatum(self.config.op)
        controle = controleer(huismap, op, self.config.huis.rstrip("/"), blogmap(config))
        meld(controle)
        self.beheer = beheer_van(config, self.config, controle)
        if self.serveert:
            from ..schema import ververs

            ververs(wortel, self.config.huis.rstrip("/"))
        deelbeelden = self.config.deelbeelden and not self.serveert
        gebouwd = bouw(controle, op, config, self.config, deelbeelden=deelbeelden)
        if gebouwd is not None:
            self.goed = gebouwd
        elif not self.serveert:
            raise Abort(
                f"{samenvatting(controle.bevindingen)} De site is niet gebouwd; "
                "wat er stond, staat er nog. Verbeter de fouten en probeer het opnieuw."
            )
        self.site = self.goed or NOODSITE
        self.bij_adres = {p.adres: p for p in self.site.paginas}
        if self.serveert:
            from .voorvertoning import Voorvertoning

            self.voorvertoning = Voorvertoning(controle, wortel, nood=self.goed is None)
        config.extra["huis"] = {
            **self.site.schil,
            "zoekindex": zoekindex(config),
            "voorvertoning": self.voorvertoning and self.voorvertoning.gegevens,
            "deelbeeld": "" in self.bij_adres and deelbeeld(self.bij_adres[""], config),
        }
        if self._zonder_vrije_paginas:
            config.theme.static_templates.clear()  # no sitemap, no page for who is lost
        return config

    @property
    def _zonder_vrije_paginas(self) -> bool:
        """Whether only pages of ours are made: the free ones belong to the public edition."""
        return self.site is NOODSITE or is_werkboek(self.config)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Let a preview notice changes soon, and survive a mistake in mkdocs.yml."""
        from .voorvertoning import kijk_vaker, zonder_terugloop

        kijk_vaker(server, config)
        server.builder = zonder_terugloop(builder)
        return server

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put our pages and files in; a free page at the same address keeps its place."""
        verwijder_ongebruikt(files)
        verwijder_stukken(files)
        if self._zonder_vrije_paginas:
            verwijder_vrije(files, config)
        voeg_toe(self.site, files, config)
        voeg_beheer_toe(self.beheer, files, config)
        return files

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Give a free page at the address of one of ours the face of that page."""
        pagina = self.bij_adres.get(page.url)
        if pagina is not None and not isinstance(page, HuisPagina):
            for sleutel, waarde in paginameta(pagina, config).items():
                page.meta.setdefault(sleutel, waarde)
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put the words of a free page into the page of ours at the same address."""
        if isinstance(page, HuisPagina):
            return html
        woorden = config.extra["huis"]["woorden"]
        html = merk_buiten(zonder_stijl(html), config.site_url, woorden["andere_site"])
        pagina = self.bij_adres.get(page.url)
        if pagina is None:
            return html
        return pagina.inhoud.replace(EIGEN_WOORDEN, zonder_kop(html), 1)

    @event_priority(100)
    def _voor_zoeken(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Let search plugins read the page's own words only, not its whole HTML."""
        if isinstance(page, HuisPagina):
            page.content = f"<p>{escape(page.pagina.zoektekst)}</p>"
        return context

    @event_priority(-100)
    def _na_zoeken(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Put the HTML of the page back, and beside it the code that leads to it from paper."""
        if isinstance(page, HuisPagina):
            page.content = page.html
        if url := page.canonical_url:
            sleutel = sleutel_van("qr in html", QR_MAKER, url)
            code = Cache(cachemap(config)).maak(sleutel, partial(qr_in_html, url))
            page.meta["qr"] = code.decode()
        if self.voorvertoning is not None:
            page.meta["herkomst"] = self.voorvertoning.herkomst(page, config)
        return context

    on_page_context = CombinedEvent(_voor_zoeken, _na_zoeken)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Now that titles are known: the free pages that the footer leads to."""
        env.bytecode_cache = Bewaard(Cache(cachemap(config)))
        config.extra["huis"]["vrij"] = [
            {"titel": f.page.title, "adres": f.url}
            for f in files.documentation_pages()
            if f.page and f.generated_by is None and adres_van(f) not in self.bij_adres
            and "/" not in f.url.rstrip("/")
        ]  # fmt: skip
        if not self.serveert:
            dateer(files.documentation_pages(), config, self.config.huis)
