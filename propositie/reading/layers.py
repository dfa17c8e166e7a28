"""Folders of one house that lie on top of each other, and where a value of theirs comes from.

A thing may have a file in several layers. A key in a higher layer replaces the same key below:
a group is merged key by key, a list or text is replaced whole, and a key without a value takes
away what stands below it. A picture is the one in the highest layer that has a file of its name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..finding import Location
from ..huis import kinds
from .errors import YamlError
from .source import Source
from .tree import KeyPath, Seen, Tree, parse_tree


@dataclass(frozen=True, slots=True)
class Layer:
    """A folder of a house, and how staff know it."""

    path: Path
    shown_as: str

    def folder_of(self, kind: str) -> Path:
        """Where the files of a kind lie in this layer."""
        return self.path if kinds()[kind].is_single else self.path / kind


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value comes from."""

    layer: str
    location: Location


def merge(lower: dict[str, Tree], upper: dict[str, Tree]) -> dict[str, Tree]:
    """The fields of a thing with those of a higher layer over them."""
    result = dict(lower)
    for key, value in upper.items():
        below = result.get(key)
        if isinstance(below, dict) and isinstance(value, dict):
            value = merge(below, value)
        result[key] = value
    return result


def without(tree: dict[str, Tree], paths: Iterable[KeyPath]) -> dict[str, Tree]:
    """The fields of a thing without the keys that a higher layer leaves empty."""
    for path in paths:
        tree = _without(tree, path)
    return tree


def _without(tree: dict[str, Tree], path: KeyPath) -> dict[str, Tree]:
    key, rest = path[0], path[1:]
    if not isinstance(key, str) or key not in tree:
        return tree
    below = tree[key]
    if not rest:
        return {k: v for k, v in tree.items() if k != key}
    return {**tree, key: _without(below, rest)} if isinstance(below, dict) else tree


@dataclass(slots=True)
class LayeredSource(Source):
    """The files of one thing in several layers; it shows itself as the highest."""

    files: Sequence[Source] = ()
    """The files, the lowest first."""
    _held: list[tuple[Tree | None, set[KeyPath]]] | None = field(default=None, repr=False)

    @classmethod
    def of(cls, files: Sequence[Source]) -> LayeredSource:
        """The source of a thing with these files, the lowest first."""
        top = files[-1]
        return cls(top.path, top.shown_as, top.layer, tables=top.tables, files=files)

    @property
    def parts(self) -> Sequence[Source]:
        """The files that the thing is made of, the lowest first."""
        return self.files

    def at(self, path: KeyPath) -> Source:
        """The file in which the value at `path` stands; for one that is nowhere, the file that
        holds the nearest group around it, and the highest of these."""
        best, deepest = self.files[-1], 0
        for file, (tree, emptied) in zip(
            reversed(self.files), reversed(self._trees()), strict=True
        ):
            depth, whole = _reach(tree, path)
            if whole or any(path[: len(e)] == e for e in emptied):
                return file
            if depth > deepest:
                best, deepest = file, depth
        return best

    def location(self, path: KeyPath = (), *, key: bool = False, find: str = "") -> Location:
        """Where the value at `path` stands, in the file that it comes from."""
        return self.at(path).location(path, key=key, find=find)

    def forget_locations(self) -> None:
        """Give back the memory that looking up places took."""
        self._held = None
        for file in self.files:
            file.forget_locations()

    def _trees(self) -> list[tuple[Tree | None, set[KeyPath]]]:
        if self._held is None:
            self._held = [_read(file) for file in self.files]
        return self._held


def _read(file: Source) -> tuple[Tree | None, set[KeyPath]]:
    """The tree in a file, and the keys that it leaves empty."""
    seen = Seen()
    try:
        return parse_tree(file.text(), seen=seen), {path for path, _ in seen.empty}
    except YamlError:
        return None, set()


def _reach(tree: Tree | None, path: KeyPath) -> tuple[int, bool]:
    """How far `path` goes in a tree, and whether what it reaches decides: the value itself, or a
    list or text that stands in place of all below it."""
    here = tree
    for depth, step in enumerate(path):
        if isinstance(here, list):
            return depth, True
        if not isinstance(here, dict) or step not in here:
            return depth, isinstance(here, str)
        here = here[str(step)]
    return len(path), True


def origin_of(source: Source, path: KeyPath) -> Origin:
    """Where the value at `path` of a thing comes from."""
    return Origin(source.at(path).layer, source.location(path))


def stack(layers: Sequence[dict[tuple[str, str], Source]]) -> dict[tuple[str, str], Source]:
    """The file or files of each thing, of folders that lie on top of each other."""
    if len(layers) == 1:
        return layers[0]
    files: dict[tuple[str, str], list[Source]] = {}
    for sources in layers:
        for thing, source in sources.items():
            files.setdefault(thing, []).append(source)
    return {
        thing: own[0] if len(own) == 1 else LayeredSource.of(own)
        for thing, own in sorted(files.items())
    }
