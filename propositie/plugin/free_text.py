"""The words and pictures of free pages, as MkDocs made them → as they stand on the site."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from ..huis.derden import PROVIDERS
from ..images import SUFFIXES, ImageError
from ..pages.builder import PageBuilder
from ..pages.content import Content, clean_free_html
from ..pages.formatting import link_in_html
from ..pages.links import settle
from ..pages.questions import Question
from .files import address_of

PRIVACY = "privacy/"
"""The page that also tells of films and maps of others."""


@dataclass(frozen=True, slots=True)
class FreeText:
    """The text of a free page."""

    html: str
    links: tuple[str, ...]
    """What it leads to or shows on the site."""
    asked: tuple[Question, ...]
    """What it asked of the house; the pictures that it shows are among these."""


def finish_free_page(html: str, page: MkDocsPage, builder: PageBuilder) -> FreeText:
    """What MkDocs made of a free page, cleaned, with links that lead somewhere, pictures in fitting
    sizes, and blocks."""
    address = address_of(page.file)
    builder.questions.begin()
    content = Content(builder, "paginas", page.file.src_uri.removesuffix(".md"))
    finished = str(content.finish(link_in_html(clean_free_html(html))))
    derden = builder.huis.organisatie.derden
    if address == PRIVACY and derden:
        finished += content.render_macro("derden_uitleg", [PROVIDERS[name] for name in derden])
    settled, links = settle(finished, address)
    return FreeText(settled, links, tuple(builder.questions.asked))


def replace_images(
    files: Files, config: MkDocsConfig, builder: PageBuilder, asked: Iterable[Question]
) -> list[Question]:
    """Take out the pictures beside free pages: those that pages show are published in sizes that
    fit, and any other as it is seen and no more, without what the camera wrote in it. Give back
    what this asked of the house."""
    shown = {file for kind, file in builder.images_among(asked) if kind == "paginas"}
    new: list[Question] = []
    for file in list(files):
        if file.src_dir != config.docs_dir or not file.src_uri.lower().endswith(SUFFIXES):
            continue
        files.remove(file)
        if file.src_uri in shown:
            continue
        builder.questions.begin()
        try:
            content = builder.clean_copy("paginas", file.src_uri)
        except ImageError:
            continue  # nothing shows it, and it cannot be looked into
        new += builder.questions.asked
        files.append(File.generated(config, file.src_uri, content=content))
    return new
