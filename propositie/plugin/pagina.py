"""Our `Pagina` as MkDocs knows a page."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from ..paginas import Pagina, Site
from ..paginas.site import EIGEN_WOORDEN

_NOOD = "nood"
NOODSITE = Site([Pagina("", _NOOD, "Voorvertoning", "", "")], [], {})
"""What a preview shows when the house has not been sound yet: one page with what is wrong."""


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


def paginameta(pagina: Pagina, config: MkDocsConfig) -> dict[str, object]:
    """What theme templates read as `page.meta`."""
    return {
        **({"template": f"{_NOOD}.html"} if pagina.soort == _NOOD else {}),
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


def _bewerkadres(config: MkDocsConfig, bron: str | None) -> str | None:
    """Where to edit the YAML file a page came from."""
    if not bron or not config.edit_uri or not config.repo_url:
        return None
    return urljoin(config.repo_url.rstrip("/") + "/", f"{config.edit_uri.split('/')[0]}/{bron}")
