"""Files beside the pages: which nothing leads to, which belong on no site, and which page lies at
an address that is made from the house."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from ..huis import KINDS, kind_at
from ..huis.berichten import BLOG
from ..huis.links import page_address, thing_at
from ..huis.paginas import KIND as PAGINAS
from .door import Admitted
from .free_pages import no_page
from .places import Places, is_image
from .problems import Collision, LooseFile, Looseness
from .references import NamedByThing, Sources

_OFFICE = {
    ".doc", ".docx", ".docm", ".dot", ".dotx", ".xls", ".xlsx", ".xlsm", ".ppt", ".pptx", ".odt",
    ".ods", ".odp", ".rtf", ".pages", ".numbers", ".key", ".pub",
}  # fmt: skip
"""What programs write in which drafts are made, with what was changed and by whom."""
_READABLE = {
    ".pdf", ".csv", ".ics", ".vcf", ".txt", ".epub", ".mp3", ".m4a", ".ogg", ".wav", ".mp4",
    ".webm", ".vtt", ".srt", ".zip",
}  # fmt: skip
"""What a visitor can be given."""
_OF_SITES = {
    "", ".css", ".js", ".mjs", ".json", ".xml", ".webmanifest", ".ico", ".woff", ".woff2", ".map",
    ".geojson", ".kml", ".gpx", ".asc", ".yml", ".yaml", ".md",
}  # fmt: skip
"""What belongs to a site without a link to it: styles, a name for the host, a key."""
_VERIFICATION = re.compile(r"google[0-9a-f]{8,24}\.html")
"""By which a search engine knows whose site it is."""
_NO_ROOM = {"zoeken", "404", "beheer", "data", "assets", "beelden"}
"""Addresses of ours that take no words in."""


def is_document(name: str) -> bool:
    """Whether a file is something to give a visitor, which may lie beside posts as well."""
    suffix = PurePosixPath(name).suffix.lower()
    return suffix in _READABLE - {".txt"}  # that may be a post with another name


def find_loose_files(
    pages: Mapping[str, Admitted], named: NamedByThing, places: Places, *, is_complete: bool
) -> Iterator[LooseFile]:
    """Files that belong on no site, and documents that nothing leads to. Unless `is_complete`, a
    text that could not be read may lead to more."""
    linked: set[str] = set()
    for key, names in named.items():
        addresses = [link.address for _, link in names.links]
        linked.update(f for a in addresses if (f := places.file_at(a, *key)) is not None)
    for name, file in pages.items():
        is_of_posts = name.startswith(f"{BLOG}/") and not is_document(name)
        if file.is_junk or is_image(name) or is_of_posts or no_page(file):
            continue
        looseness = _looseness(name, is_linked=name in linked)
        if looseness is Looseness.FORBIDDEN or (looseness is not None and is_complete):
            yield LooseFile(looseness, file.path, file.shown_as)


def _looseness(name: str, *, is_linked: bool) -> Looseness | None:
    suffix = PurePosixPath(name).suffix.lower()
    if suffix in _OF_SITES or _VERIFICATION.fullmatch(name):
        return None
    if suffix in _OFFICE:
        return None if is_linked else Looseness.OFFICE
    if suffix == ".pdf":
        return None if is_linked else Looseness.PDF
    return None if suffix in _READABLE else Looseness.FORBIDDEN


def find_collisions(sources: Sources) -> Iterator[Collision]:
    """Free pages at the address of a page that is made from the house."""
    for (kind, id_), source in sources.items():
        if kind != PAGINAS.name:
            continue
        address = page_address(id_)
        target = thing_at(address)
        if target is not None and (target.kind, target.id) in sources:
            yield Collision(source, address, target.kind, is_lost=True)
        elif address.partition("/")[0] in _NO_ROOM and address.count("/") == 1:
            yield Collision(source, address, "", is_lost=True)
        elif overview := next((k for k in KINDS if _is_overview(k.name, address)), None):
            has_any = any(key[0] == overview.name for key in sources)
            if has_any and kind_at(address.rstrip("/")) is not None:
                yield Collision(source, address, overview.name, is_lost=False)
        elif not address:
            yield Collision(source, address, "", is_lost=False)


def _is_overview(name: str, address: str) -> bool:
    kind = next(k for k in KINDS if k.name == name)
    return kind.overview is not None and kind.overview_address == address
