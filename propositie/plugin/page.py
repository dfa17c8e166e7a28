"""Our `Page` as MkDocs knows a page, and MkDocs' page as ours."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urljoin

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import TableOfContents

from ..inspection import Inspection
from ..pages import FREE, OWN_WORDS, Layout, Page, Site
from ..pages.external_links import mark_external
from ..pages.search_index import words_of

_FALLBACK = "nood"
FALLBACK_SITE = Site(
    [Page("", _FALLBACK, "Voorvertoning", "", "")],
    [],
    Layout(naam="", payoff="", words={}, stylesheet="", icons={}, theme_colours={}, menu=()),
)
"""What a preview shows when the house has not been sound yet: one page with what is wrong."""
HOST_TEMPLATE = "host.html"
"""Our template in which MkDocs does no more than pass a finished document on."""


class HuisPage(MkDocsPage):
    """A page whose HTML is ready: no Markdown pass, no table of contents."""

    def __init__(self, our_page: Page, file: File, config: MkDocsConfig) -> None:
        self.our_page = our_page
        super().__init__(our_page.title, file, config)
        self.edit_url = _edit_address(config, our_page.source)

    def read_source(self, config: MkDocsConfig) -> None:
        """Set what other plugins read; there is no source to parse."""
        is_fallback = self.our_page.kind == _FALLBACK
        self.markdown = ""
        self.meta = {
            "title": self.our_page.title,
            "description": self.our_page.description,
            "soort": self.our_page.kind,
            "in_sitemap": self.our_page.in_sitemap,
            "template": f"{_FALLBACK}.html" if is_fallback else HOST_TEMPLATE,
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Set the HTML that was made already."""
        self.content = self.our_page.content.replace(OWN_WORDS, "")
        self.toc = TableOfContents([])
        self.present_anchor_ids = set()


def free_content(html: str, layout: Layout, our_page: Page | None) -> str:
    """What MkDocs made of a page of Markdown, as it stands on the site.

    `our_page` is the page of the house at the same address, when there is one: it takes the words
    in.
    """
    html = mark_external(_strip_style(html), layout.site_url, layout.words["andere_site"])
    if our_page is None:
        return html
    return our_page.content.replace(OWN_WORDS, _strip_heading(html), 1)


def free_page(page: MkDocsPage, our_page: Page | None) -> Page:
    """A page of Markdown as a page of ours, once MkDocs and its plugins are ready with it.

    One at the address of a page of the house keeps the face of that page, except for a title or
    description that it gives itself.
    """
    content, words = page.content or "", str(page.meta.get(_SEARCH_WORDS) or "")
    title = str(page.meta.get("title") or Markup(page.title or "").striptags())
    description = str(page.meta.get("description") or "")
    if our_page is None:
        return Page(page.url, FREE, title, description, content, words)
    return replace(
        our_page,
        title=title,
        description=description,
        content=content,
        search_text=f"{words_of(content)} {words}",
    )


_SEARCH_WORDS = "zoekwoorden"


def free_page_meta(inspection: Inspection) -> Mapping[str, Mapping[str, str]]:
    """What the heads of free pages say in our words, as MkDocs calls it, by file."""
    paginas = inspection.huis.paginas if inspection.huis is not None else {}
    found = {
        f"{id_}.md": {
            "title": p.titel,
            "description": p.beschrijving,
            _SEARCH_WORDS: " ".join(p.zoekwoorden),
        }
        for id_, p in paginas.items()
    }
    return {file: {n: w for n, w in meta.items() if w} for file, meta in found.items()}


def _strip_heading(html: str) -> str:
    """Leave out a first heading: the page has one of its own."""
    before, heading, after = html.partition("</h1>")
    return after if heading and before.lstrip().startswith("<h1") else html


_ALIGNMENT = re.compile(r'(<t[hd])\s+style="text-align:\s*(left|center|right);?"')


def _strip_style(html: str) -> str:
    """Markdown's own inline style, the alignment of a table's column, as a class.

    The pages run under a policy that forbids inline style.
    """
    return _ALIGNMENT.sub(r'\1 class="uitgelijnd-\2"', html)


def _edit_address(config: MkDocsConfig, source: str | None) -> str | None:
    """Where to edit the YAML file a page came from."""
    if not source or not config.edit_uri or not config.repo_url:
        return None
    return urljoin(config.repo_url.rstrip("/") + "/", f"{config.edit_uri.split('/')[0]}/{source}")
