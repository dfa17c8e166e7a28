"""A preview makes the page that is asked for, and nothing else.

A page that was made stays as long as its answers do (`pages.questions`): after a save, only what
depends on the saved file is made again, and only when somebody looks at it.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING
from urllib.parse import quote

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage

from ..images import ImageError
from ..output.output_file import OutputFile
from ..pages import Documents, Layout, Page, PagePlan, SitePlan, search_files
from ..pages.publish import base_of
from ..pages.questions import Question
from ..pages.searching import SEARCH_FILES
from .documents import free_pages, is_found
from .files import address_of
from .page import free_page
from .preview import Preview, mark_start_texts
from .run import FreePageMeta, Run

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from mkdocs.livereload import LiveReloadServer


@dataclass(frozen=True, slots=True)
class _Remembered:
    base: str
    questions: tuple[Question, ...]
    answers: str
    page: Page


FALLBACK = SitePlan(
    [], Layout(naam="", payoff="", words={}, stylesheet="", icons={}, theme_colours={}, menu=()), []
)
"""What a preview shows when the house has not been sound yet: what is wrong, and nothing else."""
PageMemory = dict[str, _Remembered]
"""Pages that were made in this preview, by address; it outlives every rebuild."""


class LiveSite:
    """The pages and files of one plan, made when they are asked for."""

    def __init__(
        self,
        plan: SitePlan,
        documents: Documents,
        memory: PageMemory,
        shown_below: Callable[[Page | None], str],
        free_pages: Iterable[Page],
        not_ours: Iterable[str],
        *,
        is_fallback: bool = False,
    ) -> None:
        """`shown_below` is what a preview adds to a page; `free_pages` are also found by search;
        `not_ours` are the addresses of pages that MkDocs writes."""
        others = set(not_ours)
        self._plans = {p.address: p for p in plan.pages if p.address not in others}
        self._former = {old: p for p in self._plans.values() for old in p.former_addresses}
        self._plan = plan
        self._documents = documents
        self._memory = memory
        self._base = base_of(plan, documents)
        """A document is made anew each time; only what pages say is remembered."""
        self._shown_below = shown_below
        self._is_fallback = is_fallback
        self._free_pages = list(free_pages)
        self._files = {file.address: file for file in plan.files}
        self._lock = Lock()

    def find(self, address: str) -> bytes | None:
        """What stands at an address (`mensen/gijs/index.html`); None when it is not ours.

        Raises `ImageError` for a page that shows a damaged picture.
        """
        with self._lock:
            if self._is_fallback:
                html = self._documents.fallback(self._shown_below(None))
                return html.encode() if address == "index.html" else None
            folder = address.removesuffix("index.html")
            if folder in self._plans:
                page = self._page(self._plans[folder])
                html = self._documents.render(page, self._shown_below(page))
                return mark_start_texts(html).encode()
            return self._file(address)

    def has_page(self, address: str) -> bool:
        """Whether a page stands at an address."""
        return address in self._plans

    def _file(self, address: str) -> bytes | None:
        if address in self._files:
            return self._files[address].content
        if address in self._plan.copies:
            return self._plan.copies[address].read_bytes()
        if address in SEARCH_FILES:
            return _content(search_files(self._plan, self._free_pages), address)
        beside = self._beside(address)
        if beside is not None:
            return _content(self._page(beside).files, address)
        return self._image(address) or self._closing_file(address)

    def _beside(self, address: str) -> PagePlan | None:
        """The page that a file belongs to: the nearest one in whose folder it lies."""
        folder = address
        while "/" in folder:
            folder = folder.rpartition("/")[0]
            if found := self._plans.get(f"{folder}/") or self._former.get(f"{folder}/"):
                return found
        return None

    def _image(self, address: str) -> bytes | None:
        """A picture that a page shows; a page that a browser remembers may ask before it is made
        here."""
        builder = self._plan.builder
        if builder is None or not address.startswith("beelden/"):
            return None
        if not builder.images.knows(address):
            for plan in self._plans.values():
                self._page(plan)
        return _content(builder.images.files([address]), address)

    def _closing_file(self, address: str) -> bytes | None:
        if "/" in address or not address.endswith(".txt"):
            return None
        pages = [self._page(plan) for plan in self._plans.values()]
        return _content(self._plan.closing_files(pages), address)

    def _page(self, plan: PagePlan) -> Page:
        builder = self._plan.builder
        if builder is None:
            return plan.make()
        kept = self._memory.get(plan.address)
        if (
            kept is not None
            and kept.base == self._base
            and builder.answers.fingerprint(kept.questions) == kept.answers
        ):
            return kept.page
        page, questions = builder.make(plan)
        answers = builder.answers.fingerprint(questions)
        self._memory[plan.address] = _Remembered(self._base, questions, answers, page)
        return page


class LivePreview(Run):
    """A build that is shown."""

    def __init__(
        self,
        plan: SitePlan,
        config: MkDocsConfig,
        meta: FreePageMeta,
        form_files: list[OutputFile],
        published: Set[str],
        preview: Preview,
        memory: PageMemory,
    ) -> None:
        super().__init__(plan, config, meta, form_files, published, is_preview=True)
        self.preview = preview
        self.site: LiveSite | None = None
        """There once every title is known."""
        self._is_fallback = plan is FALLBACK
        self._memory = memory

    def on_files(self, files: Files, config: MkDocsConfig, *, with_free_pages: bool) -> Files:
        """Without a house there are no free pages either: what is wrong stands alone."""
        has_free_pages = with_free_pages and not self._is_fallback
        return super().on_files(files, config, with_free_pages=has_free_pages)

    def on_env(self, env: Environment, files: Files, config: MkDocsConfig) -> None:
        """Stand ready to make the page that is asked for."""
        super().on_env(env, files, config)
        self.preview.env = env
        pages = list(free_pages(files))
        self.site = LiveSite(
            self.plan,
            self.documents,
            self._memory,
            self.preview.below,
            [free_page(page, self.our_page(page)) for _, page in pages if is_found(page)],
            [address_of(file) for file, _ in pages],
            is_fallback=self._is_fallback,
        )
        if not self._is_fallback:
            not_found = self.documents.not_found()
            folder = Path(config.site_dir)
            folder.mkdir(parents=True, exist_ok=True)
            (folder / not_found.address).write_bytes(not_found.content)

    def document(self, page: MkDocsPage) -> str:
        """The document of a free page, with what a preview adds."""
        below = self.preview.below_file(page)
        return mark_start_texts(self.documents.render(free_page(page, self.our_page(page)), below))


def _content(files: Iterable[OutputFile], address: str) -> bytes | None:
    return next((file.content for file in files if file.address == address), None)


def with_live_pages(
    app: WSGIApplication, server: LiveReloadServer, site: Callable[[], LiveSite | None]
) -> WSGIApplication:
    """The server of MkDocs, that first asks the live site for what is asked of it."""

    def answer(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        address = _address(environ, server.mount_path)
        live = site()
        epoch = getattr(server, "_visible_epoch", None)
        if address is None or live is None:
            return app(environ, start)
        try:
            content = live.find(address)
        except ImageError as error:
            content = f"<!doctype html><title>Beeld</title><p>{error}</p></body>".encode()
        if content is None and live.has_page(f"{address}/"):
            start("302 Found", [("Location", quote(f"{server.mount_path}{address}/"))])
            return []
        if content is None:
            return app(environ, start)
        if address.endswith(".html") and epoch is not None:
            content = _reloading(server, content, epoch)
        kind = mimetypes.guess_type(address)[0] or "application/octet-stream"
        is_text = kind.startswith("text/") or kind.endswith(("json", "xml"))
        start(
            f"{HTTPStatus.OK.value} {HTTPStatus.OK.phrase}",
            [
                ("Content-Type", f"{kind}; charset=utf-8" if is_text else kind),
                ("Content-Length", str(len(content))),
            ],
        )
        return [content]

    return answer


def _address(environ: Mapping[str, str], mount_path: str) -> str | None:
    """The address on the site that a request is for; None when it is for something else."""
    path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
    if not path.startswith(mount_path):
        return None
    address = path.removeprefix(mount_path)
    return f"{address}index.html" if address.endswith("/") or not address else address


def _reloading(server: LiveReloadServer, content: bytes, epoch: int) -> bytes:
    """A page with the script of MkDocs' server that asks for news; as it is, when there is none."""
    inject: Callable[[bytes, int], bytes] | None = getattr(server, "_inject_js_into_html", None)
    return inject(content, epoch) if inject is not None else content
