"""The MkDocs adapter and nothing more: options, watching, putting pages in, reporting.

Runs unchanged in ProperDocs. Everything up to `Pagina` is made before MkDocs touches the site
folder, so that a house with mistakes leaves the site that stood there whole.
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Sequence
from datetime import date
from functools import partial
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
from mkdocs.utils import get_theme_dir
from mkdocs.utils.templates import TemplateContext

from .beeld import BeeldFout
from .bevinding import Bevinding, Ernst, Plaats, als_tekst, samenvatting
from .controle import Controle, controleer
from .editie import publiek_huis
from .huis.berichten import BLOG
from .huis.velden import lees_datum
from .lezen import Blogmap
from .paginas import Pagina, Site, maak_site
from .paginas.buiten import merk_buiten
from .paginas.site import EIGEN_WOORDEN
from .uitvoer.cache import Cache, sleutel_van
from .uitvoer.qr import QR_MAKER, qr_in_html
from .uitvoer.wijziging import laatst_gewijzigd

log = logging.getLogger("mkdocs.plugins.propositie")


class Opties(base.Config):
    """What can be set under `plugins: - propositie:` in mkdocs.yml.

    - `huis`: the folder with the house.
    - `editie`: which edition to build.
    - `op`: the day for which to build; today when left out.
    - `deelbeelden`: whether each page gets a picture of its own for when somebody shares it
      (only a site with a `site_url` can have them).
    """

    huis = c.Type(str, default="site_src/huis")
    editie = c.Choice(("publiek",), default="publiek")
    op = c.Optional(c.Type((str, date)))
    deelbeelden = c.Type(bool, default=True)


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
        controle = controleer(huismap, op, self.config.huis.rstrip("/"), blogmap(config))
        meld(controle)
        gebouwd = bouw(controle, op, config, self.config)
        if gebouwd is not None:
            self.site = gebouwd
        elif not (self.serveert and self.site):
            raise Abort(
                f"{samenvatting(controle.bevindingen)} De site is niet gebouwd; "
                "wat er stond, staat er nog. Verbeter de fouten en probeer het opnieuw."
            )
        self.bij_adres = {p.adres: p for p in self.site.paginas}
        config.extra["huis"] = {
            **self.site.schil,
            "zoekindex": zoekindex(config),
            "voorvertoning": self.serveert,
            "deelbeeld": "" in self.bij_adres and deelbeeld(self.bij_adres[""], config),
        }
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put our pages and files in; a free page at the same address keeps its place."""
        assert self.site is not None
        verwijder_ongebruikt(files)
        verwijder_stukken(files)
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
            if bestand.adres not in files.src_uris:
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
        if not self.serveert:
            dateer(files.documentation_pages(), config, self.config.huis)


def controleer_instellingen(config: MkDocsConfig) -> None:
    """Raise ConfigurationError, in Dutch, for settings with which the site would not work."""
    if "search" in config.plugins and "material/search" not in config.plugins:
        raise ConfigurationError(
            "Schrijf in mkdocs.yml bij plugins: material/search in plaats van search; "
            "anders verdwijnt het zoekvak."
        )
    if "material/blog" in config.plugins:
        raise ConfigurationError(
            "Haal material/blog weg uit mkdocs.yml: stukken in de map blog komen vanzelf op de "
            "site, met de schrijver uit de map medewerkers."
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


def bouw(controle: Controle, op: date, config: MkDocsConfig, opties: Opties) -> Site | None:
    """Make the public site of a house that was found sound; None when it cannot be made.

    A picture may turn out to be damaged only when it is unpacked: that is told as a finding too.
    """
    if controle.huis is None:
        return None
    lezing = controle.lezing
    try:
        return maak_site(
            publiek_huis(controle.huis, op, lezing.berichten),
            [Path(map_) for map_ in config.theme.dirs],
            lezing.beeldpad,
            lambda soort, id_: lezing.bronnen[soort, id_].getoond,
            config.site_url or None,
            Cache(cachemap(config)),
            opties.deelbeelden,
        )
    except BeeldFout as fout:
        plek = None
        if fout.pad is not None:
            relatief = fout.pad.relative_to(lezing.huismap).as_posix()
            plek = Plaats(f"{opties.huis.rstrip('/')}/{relatief}")
        bevinding = Bevinding("V14", Ernst.FOUT, str(fout), plek)
        log.error("%s", als_tekst(bevinding))
        controle.bevindingen.append(bevinding)
        return None


def cachemap(config: MkDocsConfig) -> Path:
    """Where what took long is kept: beside mkdocs.yml, in a folder that may be thrown away."""
    return Path(config.config_file_path or "mkdocs.yml").parent / ".cache" / "propositie"


def dateer(files: Sequence[File], config: MkDocsConfig, huis: str) -> None:
    """Give the sitemap the day on which each page's source changed, where git knows it.

    A page of many sources, such as an overview, changed when anything in the house did. Without
    git MkDocs' own date stays: that of the build.
    """
    wortel = Path(config.config_file_path or "mkdocs.yml").resolve().parent
    dagen = laatst_gewijzigd(wortel, [huis, config.docs_dir])
    van_huis = [dag for pad, dag in dagen.items() if pad.startswith(f"{huis.rstrip('/')}/")]
    for file in files:
        page = file.page
        if isinstance(page, HuisPagina):
            dag = dagen.get(page.pagina.bron or "", max(van_huis, default=None))
        else:
            dag = dagen.get(os.path.relpath(file.abs_src_path or wortel, wortel))
        if page is not None and dag:
            page.update_date = dag


def zoekindex(config: MkDocsConfig) -> str | None:
    """The address of the search index, or None when nothing makes one."""
    return "search/search_index.json" if "material/search" in config.plugins else None


def paginameta(pagina: Pagina, config: MkDocsConfig) -> dict[str, object]:
    """What theme templates read as `page.meta`."""
    return {
        "title": pagina.titel,
        "description": pagina.omschrijving,
        "soort": pagina.soort,
        "jsonld": pagina.jsonld,
        "kruimels": [{"titel": k.titel, "adres": k.adres} for k in pagina.kruimels if pagina.adres],
        "onder": pagina.kruimels[-1].adres if pagina.kruimels else "",
        "deelbeeld": deelbeeld(pagina, config),
        "feeds": [{"titel": f.titel, "adres": f.adres, "soort": f.soort} for f in pagina.feeds],
    }


def deelbeeld(pagina: Pagina, config: MkDocsConfig) -> dict[str, object] | None:
    """What is shown when the page is shared; its address must be whole, or it is not shown."""
    beeld = pagina.deelbeeld
    if beeld is None or not config.site_url:
        return None
    return {
        "url": urljoin(config.site_url.rstrip("/") + "/", beeld.adres),
        "alt": beeld.alt, "breedte": beeld.breedte, "hoogte": beeld.hoogte,
    }  # fmt: skip


def adres_van(file: File) -> str:
    """The address of a page as `Pagina` writes it: empty for the home page."""
    return "" if file.url in {".", "./"} else file.url


def zonder_kop(html: str) -> str:
    """Leave out a first heading: the page has one of its own."""
    voor, kop, na = html.partition("</h1>")
    return na if kop and voor.lstrip().startswith("<h1") else html


_UITLIJNING = re.compile(r'(<t[hd])\s+style="text-align:\s*(left|center|right);?"')


def zonder_stijl(html: str) -> str:
    """Markdown's own inline style, the alignment of a table's column, as a class.

    The pages run under a policy that forbids inline style.
    """
    return _UITLIJNING.sub(r'\1 class="uitgelijnd-\2"', html)


def verwijder_ongebruikt(files: Files) -> None:
    """Drop what themes bring and our pages do not load: all of Material, and our own sources."""
    eigen, material = (get_theme_dir(naam) for naam in ("propositie", "material"))
    for file in list(files):
        van_ons = file.src_dir == eigen and not file.src_uri.startswith("assets/")
        if van_ons or file.src_dir == material:
            files.remove(file)


def blogmap(config: MkDocsConfig) -> Blogmap:
    """The folder with posts, inside that of the free pages."""
    wortel = Path(config.config_file_path or "mkdocs.yml").resolve().parent
    getoond = Path(os.path.relpath(config.docs_dir, wortel)).as_posix()
    return Blogmap(Path(config.docs_dir) / BLOG, f"{getoond}/{BLOG}")


def verwijder_stukken(files: Files) -> None:
    """Drop the files of posts: they are pages of ours, and only when their day has come."""
    for file in list(files):
        if file.src_dir and file.src_uri.startswith(f"{BLOG}/") and file.url != f"{BLOG}/":
            files.remove(file)


def _bewerkadres(config: MkDocsConfig, bron: str | None) -> str | None:
    """Where to edit the YAML file a page came from."""
    if not bron or not config.edit_uri or not config.repo_url:
        return None
    return urljoin(config.repo_url.rstrip("/") + "/", f"{config.edit_uri.split('/')[0]}/{bron}")
