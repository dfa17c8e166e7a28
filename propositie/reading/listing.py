"""What lies in the folders of a house and its pages: the files of each thing, and all others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from .blog import PagesFolder, take_blog_inventory
from .folder import take_inventory
from .free_pages import take_page_inventory
from .layers import Layer, stack
from .problems import OddFile
from .references import Sources


def take_inventories(
    layers: Sequence[Layer], pages: PagesFolder
) -> tuple[Sources, Mapping[Path, str], Sequence[OddFile]]:
    """The files of each thing, the files beside them, and what is not read as it stands."""
    inventories = [take_inventory(layer.path, layer.shown_as) for layer in layers]
    others = {p: label for inventory in inventories for p, label in inventory.others.items()}
    odd = [file for inventory in inventories for file in inventory.odd]
    sources: Sources = {
        **stack([inventory.sources for inventory in inventories]),
        **dict(take_blog_inventory(pages.blog, odd, others)),
        **dict(take_page_inventory(pages)),
    }
    return sources, others, odd
