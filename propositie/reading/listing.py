"""What lies in the folders of a house and its pages: the files of each thing, and all others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path

from ..huis.berichten import BLOG
from ..huis.berichten import KIND as BERICHTEN
from ..huis.paginas import KIND as PAGINAS
from ..images import SUFFIXES
from .beside_pages import is_document
from .blog import INDEX_PAGE, BlogSource, PagesFolder, place_beside_posts
from .door import Admitted, Door
from .folder import take_inventory
from .free_pages import PageSource, no_page, odd_page
from .layers import Layer, stack
from .problems import OddFile, Oddity
from .references import Sources
from .source import Source
from .tables import give_tables


@dataclass(frozen=True, slots=True)
class FolderListing:
    """What lies in the folders."""

    sources: Sources
    """The files of each thing, by (kind, id)."""
    others: Mapping[Path, str]
    """Pictures and fonts beside them, by path, as staff know them."""
    odd: Sequence[OddFile]
    """What is not read as it stands."""
    pages: Mapping[str, Admitted]
    """Every file in the folder with pages that may be published, seen from that folder."""
    beside_pages: Set[Path]
    """The pictures among `others` that lie beside free pages."""


@dataclass(slots=True)
class _Pages:
    """What lies in the folder with free pages and posts."""

    sources: dict[tuple[str, str], Source] = field(default_factory=dict)
    images: dict[Path, str] = field(default_factory=dict)
    odd: list[OddFile] = field(default_factory=list)
    beside_pages: set[Path] = field(default_factory=set)
    admitted: dict[str, Admitted] = field(default_factory=dict)

    def place(self, file: Admitted) -> None:
        """Put a file where it belongs."""
        name = file.path.name
        below = f"{file.folder}/{name}" if file.folder else name
        self.admitted[below] = file
        is_in_blog = below.startswith(f"{BLOG}/") and not is_document(name)
        if file.is_junk:
            return
        if is_in_blog and below != f"{BLOG}/{INDEX_PAGE}":
            found = place_beside_posts(file)
            if isinstance(found, BlogSource):
                self.sources[BERICHTEN.name, file.path.stem] = found
            elif found is not None:
                self.odd.append(found)
            else:
                self.images[file.path] = file.shown_as
        elif name.endswith(".md"):
            id_ = below.removesuffix(".md")
            self.sources[PAGINAS.name, id_] = PageSource(file.path, file.shown_as)
            self.odd += odd_page(file)
        elif odd := no_page(file):
            self.odd.append(odd)
        elif file.path.suffix.lower() in SUFFIXES:
            self.images[file.path] = file.shown_as
            self.beside_pages.add(file.path)


def take_inventories(layers: Sequence[Layer], pages: PagesFolder) -> FolderListing:
    """List the folders of a house, the lowest layer first, and the one with free pages and
    posts."""
    inventories = [take_inventory(layer.path, layer.shown_as) for layer in layers]
    for inventory in inventories:
        give_tables(inventory.sources, [lists.others for lists in inventories])
    own = _take_page_inventory(pages)
    return FolderListing(
        {**stack([inventory.sources for inventory in inventories]), **own.sources},
        {p: label for lists in inventories for p, label in lists.others.items()} | own.images,
        _once([*(file for inventory in inventories for file in inventory.odd), *own.odd]),
        own.admitted,
        own.beside_pages,
    )


def _once(odd: Sequence[OddFile]) -> Sequence[OddFile]:
    """What is odd, without what goes by itself when something graver about the same file is
    mended: its name is then another."""
    graver = {file.path for file in odd if file.oddity not in _OF_NAMES}
    return [file for file in odd if file.oddity not in _OF_NAMES or file.path not in graver]


_OF_NAMES = (Oddity.NOT_ON_WINDOWS, Oddity.TWIN)


def _take_page_inventory(pages: PagesFolder) -> _Pages:
    found = _Pages()
    door = Door(pages.path, pages.shown_as)
    for file in door.walk():
        found.place(file)
    found.odd += door.odd
    found.sources = dict(sorted(found.sources.items()))
    return found
