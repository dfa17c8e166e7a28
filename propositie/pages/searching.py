"""The files that the search in a browser reads, for either edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from ..huis import addresses
from ..output.output_file import OutputFile
from ..search import ADDRESS, TEXTS_ADDRESS, Document, Weight, index_files
from ..search.lexicon import lexicon
from .document import FREE
from .page import Page
from .search_documents import search_documents
from .sections import sections

if TYPE_CHECKING:  # the plan of a site is made with this
    from .site import SitePlan

_NO_ANSWER = {addresses.HOME, addresses.ZOEKEN, addresses.DATA}
"""Pages that only lead on, and that of the open data: who asks for `open` asks for a door."""
SEARCH_FILES = (ADDRESS, TEXTS_ADDRESS)
"""Where these files can be; a small site has only the first."""


def search_files(plan: SitePlan, free_pages: Iterable[Page] = ()) -> Sequence[OutputFile]:
    """The index of all that may be found; `free_pages` are the pages of free text, and those of
    ours that take the words of one in."""
    documents = list(_documents(plan, list(free_pages)))
    words = plan.layout.words
    said = {key: words[key] for key in words if key.startswith(("zoek_", "soort_"))}
    files = index_files(documents, said)
    return [OutputFile(address, content) for address, content in files.items()]


def _documents(plan: SitePlan, free_pages: Sequence[Page]) -> Iterator[Document]:
    """Each address once: what is told best comes first."""
    seen: set[str] = set()
    for document in _all_documents(plan, free_pages):
        key = f"{document.address} {document.answer}"
        if key not in seen:
            seen.add(key)
            yield document


def _all_documents(plan: SitePlan, free_pages: Sequence[Page]) -> Iterator[Document]:
    if (builder := plan.builder) is not None:
        found = search_documents(builder)
        yield from (document for document in found if builder.is_found(document.address))
    for page in free_pages:
        if page.in_search:
            yield from _of_page(page)
    for planned in plan.pages:
        if builder is None:  # the werkboek: its pages are made already
            page = planned.make()
            if page.in_search:
                yield from _of_page(page)
        elif planned.thing is None and planned.address not in _NO_ANSWER:
            if not builder.is_found(planned.address):
                continue
            asked = _asked_for(planned.address)
            yield Document(
                "pagina", planned.address, planned.title, words={Weight.SEARCH_WORD: asked}
            )


def _asked_for(address: str) -> str:
    """The words in which people ask for a page that every site has."""
    return " ".join(lexicon().overviews.get(address.strip("/"), ()))


def _of_page(page: Page) -> Iterator[Document]:
    """A page, and each part of a free page that has an address of its own."""
    if page.kind != FREE:
        yield Document("pagina", page.address, page.title, words={Weight.TEXT: page.search_text})
        return
    for section in sections(page.content):
        anchor = f"#{section.anchor}" if section.anchor else ""
        if anchor and not section.text.strip() and not section.title:
            continue
        yield Document(
            "pagina", page.address + anchor, section.title if anchor else page.title,
            "" if anchor else page.description,
            words={Weight.SEARCH_WORD: "" if anchor else _asked_for(page.address),
                   Weight.SHORT: "" if anchor else page.search_text, Weight.TEXT: section.text},
        )  # fmt: skip
