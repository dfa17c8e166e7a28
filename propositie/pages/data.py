"""The page about open data, with the files beside it that others may read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from posixpath import relpath
from typing import NamedTuple

from markupsafe import Markup

from .. import opendata
from ..huis import Beeld, addresses
from ..output import jsonld
from ..output.literata import FAMILY
from ..output.output_file import OutputFile
from .builder import PageBuilder
from .content import size_in_words
from .formatting import render_markdown
from .over_ons import address_of_document
from .page import Page
from .plan import PagePlan

HOUSE = f"{addresses.DATA}propositie.json"
SCHEMA = f"{addresses.DATA}propositie.schema.json"
HSDS = f"{addresses.DATA}hsds/"
BRAND = f"{addresses.DATA}tokens.json"
FILES = {
    "propositie": HOUSE,
    "schema": SCHEMA,
    "services": f"{HSDS}services.json",
    "service_at_locations": f"{HSDS}service_at_locations.json",
    "organizations": f"{HSDS}organizations.json",
    "tokens": BRAND,
}
"""The files in the order of the page, by the key of the words that tell what stands in them."""


class ShownFile(NamedTuple):
    """A file as the page tells of it."""

    key: str
    address: str
    size: str


def pages(builder: PageBuilder) -> Iterator[PagePlan]:
    """Yield the page."""
    yield PagePlan(addresses.DATA, builder.say("data"), partial(data_page, builder))


def data_page(builder: PageBuilder) -> Page:
    """What there is for others to read, on which terms, and how fresh it is."""
    huis, say = builder.huis, builder.say
    pictures: list[str] = []
    files = {file.address: file for file in data_files(builder, pictures)}
    shown = [
        ShownFile(key, address, size_in_words(len(files[address].content)))
        for key, address in FILES.items()
    ]
    title = say("data")
    description = say("data_omschrijving", naam=huis.organisatie.naam)
    page = builder.render(
        addresses.DATA,
        "data",
        title,
        description,
        files=list(files.values()),
        jsonld=[
            jsonld.dataset(
                title, description, huis.organisatie, huis.on_date, builder.absolute_url,
                [(say(f"data_bestand_{key}"), address) for key, address in FILES.items()],
            )
        ],
        whole=[file for file in shown if not file.address.startswith(HSDS)],
        records=[file for file in shown if file.address.startswith(HSDS)],
        hsds_version=opendata.HSDS_VERSION,
        person=builder.today.contact_person(),
    )  # fmt: skip
    return replace(page, also_shown=tuple(dict.fromkeys(pictures)))


def data_files(builder: PageBuilder, pictures: list[str]) -> Iterator[OutputFile]:
    """Every file beside the page; the addresses of what they show are added to `pictures`."""
    huis = builder.huis

    def picture(kind: str, image: Beeld, use: str) -> str:
        shown = builder.publish_image(huis.organisatie, image, kind, use)
        pictures.append(shown.address)
        return _told_address(builder, shown.address)

    def document(file: str) -> str:
        return _told_address(builder, address_of_document(huis.organisatie.documenten, file))

    told = partial(_told_address, builder)
    writer = opendata.HouseWriter(huis, told, plain_paragraphs, picture, document)
    terms = _terms(builder)
    whole_site = builder.absolute_url("")
    yield OutputFile(
        HOUSE,
        opendata.house_json(writer, _told_address(builder, SCHEMA), whole_site, terms),
    )
    yield OutputFile(SCHEMA, opendata.house_schema(builder.absolute_url(SCHEMA)))
    logo = builder.logo()
    directory = opendata.Directory(
        huis, builder.relations, builder.say, plain_paragraphs, builder.absolute_url,
        builder.absolute_url(logo.address) if logo is not None else None,
    )  # fmt: skip
    yield from opendata.hsds_files(directory, HSDS)
    letter = huis.merk.letter.naam if huis.merk.letter is not None else FAMILY
    naam = huis.organisatie.naam
    yield OutputFile(BRAND, opendata.tokens_json(huis.merk, naam, letter, builder.say))


def _told_address(builder: PageBuilder, address: str) -> str:
    """An address as the files tell it: whole, else as it is reached from the file."""
    return builder.absolute_url(address) or _from_file(address)


def _from_file(address: str) -> str:
    path, mark, anchor = address.partition("#")
    folder = "/" if path.endswith("/") or not path else ""
    return relpath(f"/{path}", f"/{addresses.DATA}") + folder + mark + anchor


def _terms(builder: PageBuilder) -> dict[str, str]:
    """The licence, or whom to ask where there is none."""
    org = builder.huis.organisatie
    if org.open_data is None:
        contact = org.contact
        return {
            "vraag": contact.email or contact.telefoon or _told_address(builder, addresses.CONTACT)
        }
    found = {"licentie": org.open_data.licentie}
    return {**found, "url": org.open_data.url} if org.open_data.url else found


_MARKS = re.compile(r"[\\`*_\[\]<>&#|~=+!]|^\s*(?:[-•▪◦●·–]|\d+[.)])\s|^(?: {4}|\t)|-{3}", re.M)
"""Where Markdown may mean something other than the words themselves."""
_BLOCK_END = re.compile(r"</(?:p|li|h[1-6]|tr|pre|blockquote|summary|details)>|<(?:br|hr)\b[^>]*>")
_CELL_END = re.compile(r"</t[hd]>\s*")
_TAG = re.compile(r"<[^>]+>")


def plain_paragraphs(text: str) -> str:
    """The words of a Markdown text without marks, each paragraph or line on its own."""
    if _MARKS.search(text):
        html = _CELL_END.sub(" ", _BLOCK_END.sub("\n", render_markdown(text)))
        text = Markup(_TAG.sub("", html)).unescape()
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.splitlines())))
