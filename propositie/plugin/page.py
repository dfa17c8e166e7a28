"""Our `Page` as MkDocs knows a page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import TableOfContents

from ..inspection import Inspection
from ..pages import Page, Site
from ..pages.site import OWN_WORDS

_FALLBACK = "nood"
FALLBACK_SITE = Site([Page("", _FALLBACK, "Voorvertoning", "", "")], [], {})
"""What a preview shows when the house has not been sound yet: one page with what is wrong."""


class HuisPage(MkDocsPage):
    """A page whose HTML is ready: no Markdown pass, no table of contents."""

    def __init__(self, our_page: Page, file: File, config: MkDocsConfig) -> None:
        self.our_page = our_page
        super().__init__(our_page.title, file, config)
        self.edit_url = _edit_address(config, our_page.source)

    @property
    def html(self) -> str:
        """The HTML between header and footer."""
        return self.our_page.content.replace(OWN_WORDS, "")

    def read_source(self, config: MkDocsConfig) -> None:
        """Set what templates read; there is no source to parse."""
        self.markdown = ""
        self.meta = page_meta(self.our_page, config)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Set the HTML that was made already."""
        self.content = self.html
        self.toc = TableOfContents([])
        self.present_anchor_ids = set()


def page_meta(our_page: Page, config: MkDocsConfig) -> dict[str, object]:
    """What theme templates read as `page.meta`."""
    return {
        **({"template": f"{_FALLBACK}.html"} if our_page.kind == _FALLBACK else {}),
        "title": our_page.title,
        "description": our_page.description,
        "soort": our_page.kind,
        "jsonld": our_page.jsonld,
        "kruimels": [
            {"titel": k.title, "adres": k.address} for k in our_page.crumbs if our_page.address
        ],
        "onder": our_page.crumbs[-1].address if our_page.crumbs else "",
        "deelbeeld": share_image(our_page, config),
        "feeds": [
            {"titel": f.title, "adres": f.address, "soort": f.media_type} for f in our_page.feeds
        ],
    }


def free_page_meta(inspection: Inspection) -> Mapping[str, Mapping[str, str]]:
    """What the heads of free pages say in our words, as MkDocs calls it, by file."""
    paginas = inspection.huis.paginas if inspection.huis is not None else {}
    found = {
        f"{id_}.md": {"title": p.titel, "description": p.beschrijving} for id_, p in paginas.items()
    }
    return {file: {n: w for n, w in meta.items() if w} for file, meta in found.items()}


def share_image(our_page: Page, config: MkDocsConfig) -> dict[str, object] | None:
    """What is shown when the page is shared; its address must be whole, or it is not shown."""
    image = our_page.share_image
    if image is None or not config.site_url:
        return None
    return {
        "url": urljoin(config.site_url.rstrip("/") + "/", image.address),
        "alt": image.alt, "breedte": image.width, "hoogte": image.height,
    }  # fmt: skip


def strip_heading(html: str) -> str:
    """Leave out a first heading: the page has one of its own."""
    before, heading, after = html.partition("</h1>")
    return after if heading and before.lstrip().startswith("<h1") else html


_ALIGNMENT = re.compile(r'(<t[hd])\s+style="text-align:\s*(left|center|right);?"')


def strip_style(html: str) -> str:
    """Markdown's own inline style, the alignment of a table's column, as a class.

    The pages run under a policy that forbids inline style.
    """
    return _ALIGNMENT.sub(r'\1 class="uitgelijnd-\2"', html)


def _edit_address(config: MkDocsConfig, source: str | None) -> str | None:
    """Where to edit the YAML file a page came from."""
    if not source or not config.edit_uri or not config.repo_url:
        return None
    return urljoin(config.repo_url.rstrip("/") + "/", f"{config.edit_uri.split('/')[0]}/{source}")
