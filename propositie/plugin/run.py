"""One build of MkDocs, as far as our pages go: what a site that is written and a preview share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from dataclasses import replace
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage

from ..huis import KINDS, things_of
from ..huis.as_meant import as_meant
from ..huis.start_text import is_placeholder, without_start_text
from ..huis.walk import is_markup, walk
from ..output.cache import Cache
from ..output.output_file import OutputFile
from ..pages import Documents, Page, SitePlan
from ..pages.questions import Question
from .documents import in_host, with_free_pages
from .files import (
    address_of,
    has_documents,
    remove_berichten,
    remove_free_pages,
    remove_refused,
    remove_unfinished,
    remove_unused,
)
from .forms import add_forms
from .free_text import finish_free_page, replace_images
from .options import cache_dir
from .page import HOST_TEMPLATE, free_content, free_page

FreePageMeta = Mapping[str, Mapping[str, str]]
"""What the heads of free pages say in our words, by file."""


class Run:
    """One build. MkDocs renders the free pages; all others it never sees."""

    def __init__(
        self,
        plan: SitePlan,
        config: MkDocsConfig,
        meta: FreePageMeta,
        form_files: list[OutputFile],
        published: Set[str],
        *,
        is_preview: bool = False,
    ) -> None:
        """`published` is what may be published of the folder with pages."""
        layout = in_host(plan.layout, config, is_preview=is_preview)
        self.plan = replace(plan, layout=layout)
        self.documents: Documents
        """What makes the documents, in the layout that all pages share; there from `ready` on."""
        self._planned: Mapping[str, Callable[[], Page]] = {p.address: p.make for p in plan.pages}
        self._meta = meta
        self._form_files = form_files
        self._published = published
        self._is_preview = is_preview
        self._links: dict[str, None] = {}
        """What the free pages lead to or show on the site."""
        self._asked: dict[Question, None] = {}
        """What they asked of the house."""
        config.theme.static_templates.clear()  # our own sitemap and page for who is lost

    def on_files(self, files: Files, config: MkDocsConfig, *, with_free_pages: bool) -> Files:
        """Take out what MkDocs need not publish. A free page at an address of ours keeps its
        place."""
        remove_unused(files, config, with_frames=bool(self.plan.layout.frames))
        remove_refused(files, config, self._published)
        remove_berichten(files, self._shown_texts() if has_documents(files) else ())
        if self.plan.builder is not None and not self._is_preview:
            remove_unfinished(files, config, self.plan.builder.huis.paginas)
        if not with_free_pages:
            remove_free_pages(files, config)
        add_forms(self._form_files, files, config)
        return files

    def _shown_texts(self) -> list[str]:
        """The long texts that the public can read today: of posts, free pages and things."""
        if self.plan.builder is None:
            return []
        huis = self.plan.builder.huis
        pages = [page.tekst for page in huis.paginas.values()]
        things = [t for k in KINDS if k.public for t in things_of(huis, k).values()]
        return [*pages, *(text for thing in things for _, _, text in walk(thing, is_markup))]

    def on_markdown(self, page: MkDocsPage, markdown: str) -> str:
        """Give a free page its own title, and one at the address of ours the face of that page; and
        its words, without what still has to be filled in unless this is a preview."""
        if not self._is_preview:
            for key, value in list(page.meta.items()):
                if isinstance(value, str) and is_placeholder(value):
                    del page.meta[key]
        page.meta.update(self._meta.get(page.file.src_uri, {}))
        page.meta["template"] = HOST_TEMPLATE
        if our_page := self.our_page(page):
            page.meta.setdefault("title", our_page.title)
            page.meta.setdefault("description", our_page.description)
            page.meta["in_sitemap"] = our_page.in_sitemap
        left = markdown if self._is_preview else without_start_text(markdown)
        return as_meant(left, keeps_html=True)

    def on_content(self, html: str, page: MkDocsPage) -> str:
        """Give the words of a free page what ours have (links that lead somewhere, pictures that
        fit, blocks), and put them into the page of ours at the same address."""
        if self.plan.builder is not None:
            text = finish_free_page(html, page, self.plan.builder)
            self._links.update(dict.fromkeys(text.links))
            self._asked.update(dict.fromkeys(text.asked))
            html = text.html
        return free_content(html, self.plan.layout, self.our_page(page))

    def our_page(self, page: MkDocsPage) -> Page | None:
        """The page of ours at the address of a free page."""
        make = self._planned.get(address_of(page.file))
        return make() if make is not None else None

    def on_env(self, env: Environment, files: Files, config: MkDocsConfig) -> None:
        """Now that every free page has its words, every title is known."""
        layout = with_free_pages(self.plan.layout, files, self._planned)
        if self.plan.builder is not None:
            new = replace_images(files, config, self.plan.builder, self._asked)
            self._asked.update(dict.fromkeys(new))
        self.plan = replace(
            self.plan, layout=layout, also_shown=[*self._links], also_asked=[*self._asked]
        )
        folders = [Path(folder) for folder in config.theme.dirs]
        self.documents = Documents(layout, folders, Cache(cache_dir(config)))

    def document(self, page: MkDocsPage) -> str:
        """The document of a free page, once other plugins are ready with it."""
        return self.documents.render(free_page(page, self.our_page(page)))

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Everything is written."""

    def on_error(self) -> None:
        """The build ends here."""
