"""MkDocs' page as ours, and ours as MkDocs knows one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import TableOfContents

from ..huis import Pagina
from ..pages import FREE, OWN_WORDS, Layout, Page
from ..pages.external_links import mark_external
from ..pages.sections import words_of

HOST_TEMPLATE = "host.html"
"""Our template in which MkDocs does no more than pass a finished document on."""


def host_page(our_page: Page, config: MkDocsConfig) -> MkDocsPage:
    """A finished page of ours as plugins of others know a page."""
    file = File.generated(config, f"{our_page.address}index.md", content="")
    file.edit_uri = None
    page = MkDocsPage(our_page.title, file, config)
    page.markdown = ""
    page.meta = {
        "title": our_page.title,
        "description": our_page.description,
        "soort": our_page.kind,
        "in_sitemap": our_page.in_sitemap,
        "template": HOST_TEMPLATE,
    }
    page.content = our_page.content.replace(OWN_WORDS, "")
    page.toc = TableOfContents([])
    return page


def free_content(html: str, layout: Layout, our_page: Page | None) -> str:
    """The words of a free page as they stand on the site.

    `our_page` is the page of the house at the same address, when there is one: it takes the words
    in, under its own heading.
    """
    html = mark_external(html, layout.site_url, layout.words["andere_site"])
    if our_page is None:
        return html
    return our_page.content.replace(OWN_WORDS, _below_heading(html, our_page.title), 1)


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


def free_page_meta(paginas: Mapping[str, Pagina]) -> Mapping[str, Mapping[str, str]]:
    """What the heads of free pages say in our words, as MkDocs calls it, by file."""
    found = {
        f"{id_}.md": {
            "title": p.titel,
            "description": p.beschrijving,
            _SEARCH_WORDS: " ".join(p.zoekwoorden),
        }
        for id_, p in paginas.items()
    }
    return {file: {n: w for n, w in meta.items() if w} for file, meta in found.items()}


_FIRST_HEADING = re.compile(r"\s*<h1[^>]*>(.*?)</h1>", re.S)


def _below_heading(html: str, title: str) -> str:
    """The words below the heading of a page of ours: their own first heading is one level lower, or
    left out when it says the same."""
    match = _FIRST_HEADING.match(html)
    if match is None:
        return html
    words = Markup(match[1]).striptags()
    heading = "" if words.casefold() == title.casefold() else f"<h2>{match[1]}</h2>"
    return heading + html[match.end() :]
