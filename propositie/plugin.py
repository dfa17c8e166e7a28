"""The MkDocs adapter and nothing more: options, watching, putting pages in, reporting.

Runs unchanged in ProperDocs. Everything up to `Pagina` is made before MkDocs touches the site
folder, so that a house with mistakes leaves the site that stood there whole.
"""

from __future__ import annotations

import logging
from datetime import date
from html import escape
from pathlib import Path
from urllib.parse import urljoin

from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils.templates import TemplateContext

from .bevinding import Ernst, als_tekst, samenvatting
from .controle import Controle, controleer
from .editie import publiek_huis
from .huis.velden import lees_datum
from .paginas import Pagina, Site, maak_site
from .paginas.site import EIGEN_WOORDEN

log = logging.getLogger("mkdocs.plugins.propositie")


class Opties(base.Config):
    """What can be set under `plugins: - propositie:` in mkdocs.yml."""

    huis = c.Type(str, default="site_src/huis")
    editie = c.Choice(("publiek",), default="publiek")
    op = c.Optional(c.Type((str, date)))


class HuisPagina(Page):
    """A page whose HTML is ready: no Markdown pass, no table of contents."""

    def __init__(self, pagina: Pagina, file: File, config: MkDocsConfig) -> None:
        self.pagina = pagina
        super().__init__(pagina.titel, file, config)
        self.edit_url = _bewerkadres(config, pagina.bron)

    @property
    def html(self) -> str:
        """The HTML between header and footer."""
        return self.pagina.inhoud.replace(EIGEN_WOORDEN, "")

    def read_source(self, config: MkDocsConfig) -> None:
        """Set what templates read; there is no source to parse."""
        self.markdown = ""
        self.meta = paginameta(self.pagina, config)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Set the HTML that was made already."""
        self.content = self.html
        self.toc = TableOfContents([])
        self.present_anchor_ids = set()


class PropositiePlugin(BasePlugin[Opties]):
    """Reads and checks the house, and gives MkDocs its pages."""

    def __init__(self) -> None:
        self.site: Site | None = None
        self.bij_adres: dict[str, Pagina] = {}
        self.serveert = False

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Live as long as the command, so that a preview can fall back on the last good pages."""
        self.serveert = command == "serve"
        self.site = None

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Make all pages; stop here, before anything is cleaned, when the house has a fout."""
        controleer_instellingen(config)
        huismap = Path(config.config_file_path or "mkdocs.yml").parent / self.config.huis
        config.watch.append(str(huismap))
        op = peildatum(self.config.op)
        controle = controleer(huismap, op, self.config.huis.rstrip("/"))
        meld(controle)
        if controle.huis is not None:
            self.site = bouw(controle, op, config)
        elif not (self.serveert and self.site):
            raise Abort(
                f"{samenvatting(controle.bevindingen)} De site is niet gebouwd; "
                "wat er stond, staat er nog. Verbeter de fouten en probeer het opnieuw."
            )
        self.bij_adres = {p.adres: p for p in self.site.paginas}
        config.extra["huis"] = {**self.site.schil, "zoekindex": zoekindex(config)}
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put our pages and files in; a free page at the same address keeps its place."""
        assert self.site is not None
        verwijder_ongebruikt(files)
        vrij = {adres_van(f): f for f in files.documentation_pages()}
        for pagina in self.site.paginas:
            if pagina.adres not in vrij:
                file = File.generated(
                    config,
                    f"{pagina.adres}index.md",
                    content="",
                    inclusion=InclusionLevel.NOT_IN_NAV,
                )
                file.edit_uri = None
                HuisPagina(pagina, file, config)
                files.append(file)
        for bestand in self.site.bestanden:
            files.append(File.generated(config, bestand.adres, content=bestand.inhoud))
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
        pagina = self.bij_adres.get(page.url)
        if pagina is None or isinstance(page, HuisPagina):
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
        """Put the HTML of the page back for the template."""
        if isinstance(page, HuisPagina):
            page.content = page.html
        return context

    on_page_context = CombinedEvent(_voor_zoeken, _na_zoeken)

    def on_env(self, env: object, *, config: MkDocsConfig, files: Files) -> None:
        """Now that titles are known: the free pages that the footer leads to."""
        config.extra["huis"]["vrij"] = [
            {"titel": f.page.title, "adres": f.url}
            for f in files.documentation_pages()
            if f.page and f.generated_by is None and adres_van(f) not in self.bij_adres
            and "/" not in f.url.rstrip("/")
        ]  # fmt: skip


def controleer_instellingen(config: MkDocsConfig) -> None:
    """Raise ConfigurationError, in Dutch, for settings with which the site would not work."""
    if "search" in config.plugins and "material/search" not in config.plugins:
        raise ConfigurationError(
            "Schrijf in mkdocs.yml bij plugins: material/search in plaats van search; "
            "anders verdwijnt het zoekvak."
        )
    if not config.use_directory_urls:
        raise ConfigurationError(
            "Haal use_directory_urls weg uit mkdocs.yml: de adressen van de site gaan ervan uit."
        )


def peildatum(op: object) -> date:
    """The day for which the site is built: the option `op`, default today."""
    if op is None:
        return date.today()
    if isinstance(op, date):
        return op
    try:
        return lees_datum(op)
    except ValueError as fout:
        raise ConfigurationError(f"De instelling op: van de plugin propositie: {fout}") from fout


def meld(controle: Controle) -> None:
    """Tell every finding.

    What does not stop a build is told at information level, so that `--strict` does not stop on it.
    """
    for bevinding in controle.bevindingen:
        niveau = logging.ERROR if bevinding.ernst is Ernst.FOUT else logging.INFO
        log.log(niveau, "%s", als_tekst(bevinding))
    log.info(samenvatting(controle.bevindingen))


def bouw(controle: Controle, op: date, config: MkDocsConfig) -> Site:
    """Make the public site of a house that was found sound."""
    assert controle.huis is not None
    lezing = controle.lezing
    return maak_site(
        publiek_huis(controle.huis, op),
        [Path(map_) for map_ in config.theme.dirs],
        lezing.beeldpad,
        lambda soort, id_: lezing.bronnen[soort, id_].getoond,
        config.site_url or None,
    )


def zoekindex(config: MkDocsConfig) -> str | None:
    """The address of the search index, or None when nothing makes one."""
    return "search/search_index.json" if "material/search" in config.plugins else None


def paginameta(pagina: Pagina, config: MkDocsConfig) -> dict[str, object]:
    """What theme templates read as `page.meta`."""
    beeld = pagina.beeld
    deelbeeld = beeld and config.site_url and {
        "url": urljoin(config.site_url.rstrip("/") + "/", beeld.adres),
        "alt": beeld.alt, "breedte": beeld.breedte, "hoogte": beeld.hoogte,
    }  # fmt: skip
    return {
        "title": pagina.titel,
        "description": pagina.omschrijving,
        "soort": pagina.soort,
        "kruimels": [{"titel": k.titel, "adres": k.adres} for k in pagina.kruimels if pagina.adres],
        "onder": pagina.kruimels[-1].adres if pagina.kruimels else "",
        "deelbeeld": deelbeeld or None,
    }


def adres_van(file: File) -> str:
    """The address of a page as `Pagina` writes it: empty for the home page."""
    return "" if file.url in {".", "./"} else file.url


def zonder_kop(html: str) -> str:
    """Leave out a first heading: the page has one of its own."""
    voor, kop, na = html.partition("</h1>")
    return na if kop and voor.lstrip().startswith("<h1") else html


def verwijder_ongebruikt(files: Files) -> None:
    """Drop Material's own scripts, styles and pictures: our pages load none of them."""
    for file in list(files):
        if (
            file.src_dir
            and "material" in Path(file.src_dir).parts
            and not file.is_documentation_page()
        ) or (file.src_uri.startswith(("stijl/", "woorden/")) and file.src_dir):
            files.remove(file)


def _bewerkadres(config: MkDocsConfig, bron: str | None) -> str | None:
    """Where to edit the YAML file a page came from."""
    if not bron or not config.edit_uri or not config.repo_url:
        return None
    return urljoin(config.repo_url.rstrip("/") + "/", f"{config.edit_uri.split('/')[0]}/{bron}")
