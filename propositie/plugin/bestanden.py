"""Which files MkDocs publishes: ours go in, what nobody loads goes out, each gets its day."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import get_theme_dir

from ..huis.berichten import BLOG
from ..paginas import Site
from ..uitvoer.wijziging import laatst_gewijzigd
from .pagina import HuisPagina


def adres_van(file: File) -> str:
    """The address of a page as `Pagina` writes it: empty for the home page."""
    return "" if file.url in {".", "./"} else file.url


def verwijder_ongebruikt(files: Files) -> None:
    """Drop what themes bring and our pages do not load: all of Material, and our own sources."""
    eigen, material = (get_theme_dir(naam) for naam in ("propositie", "material"))
    for file in list(files):
        van_ons = file.src_dir == eigen and not file.src_uri.startswith("assets/")
        if van_ons or file.src_dir == material:
            files.remove(file)


def verwijder_stukken(files: Files) -> None:
    """Drop the files of posts: they are pages of ours, and only when their day has come."""
    for file in list(files):
        if file.src_dir and file.src_uri.startswith(f"{BLOG}/") and file.url != f"{BLOG}/":
            files.remove(file)


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


def voeg_toe(site: Site, files: Files, config: MkDocsConfig) -> None:
    """Put pages and files of `site` in `files`; a free page at the same address keeps its place."""
    vrij = {adres_van(f): f for f in files.documentation_pages()}
    for pagina in site.paginas:
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
    for bestand in site.bestanden:
        if bestand.adres not in files.src_uris:
            files.append(File.generated(config, bestand.adres, content=bestand.inhoud))
    for adres, pad in site.kopieen.items():
        files.append(File.generated(config, adres, abs_src_path=str(pad)))


_ALLEEN_OPENBAAR = {"404.html", "sitemap.xml"}


def verwijder_vrije(files: Files, config: MkDocsConfig) -> None:
    """Drop the organisation's free pages, what lies beside them, and what belongs to a public site.

    What is no template of this build would be published as the template's own text.
    """
    for file in list(files):
        if file.src_dir == config.docs_dir or file.src_uri in _ALLEEN_OPENBAAR:
            files.remove(file)
