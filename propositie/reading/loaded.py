"""What reading gives: the house, the files it came from, and what is wrong with them."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence, Set
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from ..huis import KINDS, Huis, Thing, kind_of, kinds
from ..images import ImageMemory
from .layers import Layer
from .names import beside
from .problems import Problem, is_error
from .references import Sources, Things
from .source import Source


@dataclass(frozen=True)
class LoadResult:
    """What reading gave. The things are made when somebody first asks for them: of a house in
    which nothing changed, it may be enough to know that."""

    sources: Sources
    """The files of each thing, by (kind, id)."""
    problems: Sequence[Problem]
    """What is wrong."""
    huis_folder: Path
    make_things: Callable[[], Things] = field(default=dict, repr=False, compare=False)
    """Makes the things, or gives those that were made before."""
    pages_folder: Path = Path()
    """The folder with free pages and posts, and the pictures that belong to them."""
    layers: Sequence[Layer] = ()
    """The folders of the house that lie on top of each other, the lowest first."""
    digests: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """What tells the content of each thing's files, of all layers together, from any other, by
    (kind, id). One that could not be read has none."""
    images: ImageMemory = field(default_factory=ImageMemory, repr=False, compare=False)
    """What was learned of the pictures."""
    published: Set[str] = frozenset()
    """Every file in the folder with pages that may be published, seen from that folder."""

    @cached_property
    def file_sizes(self) -> Mapping[str, int]:
        """Of each file beside the pages that may be published: its size in bytes, by its path seen
        from their folder."""
        found: dict[str, int] = {}
        for name in sorted(self.published):
            if not name.endswith(".md"):
                with suppress(OSError):
                    found[name] = (self.pages_folder / name).stat().st_size
        return found

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong that keeps the house from being used."""
        return bool(self.sources) and not any(map(is_error, self.problems))

    @cached_property
    def things(self) -> Things:
        """The things that could be read, by (kind, id)."""
        return self.make_things()

    @cached_property
    def huis(self) -> Huis | None:
        """The house; None when any file is wrong."""
        return _build(self.things) if self.is_sound else None

    def source_of(self, thing: Thing) -> Source:
        """The file that `thing` was read from."""
        return self.sources[kind_of(thing).name, thing.id]

    def image_path(self, kind: str, file: str) -> Path:
        """Where the picture `file`, named by a thing of kind `kind`, lies."""
        declared = kinds()[kind]
        if declared.is_markdown:
            folder = self.pages_folder / declared.folder
            path = Path(os.path.normpath(folder / file))
            return beside(path.parent, path.name)
        files = [beside(layer.folder_of(kind), file) for layer in reversed(self.layers)]
        return next((f for f in files[:-1] if f.is_file()), files[-1])


def _build(things: Things) -> Huis:
    by_kind: dict[str, dict[str, Thing]] = {name: {} for name in kinds()}
    for (name, id_), thing in things.items():
        by_kind[name][id_] = thing
    parts: dict[str, Any] = {
        kind.name: by_kind[kind.name][kind.name] if kind.is_single else by_kind[kind.name]
        for kind in KINDS
    }
    return Huis(**parts)
