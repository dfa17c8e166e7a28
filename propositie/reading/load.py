"""From a folder of files to a `Huis`, or to what is wrong with it, as data."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ..huis import KINDS, Huis, Kind, Thing, kind_of, kinds
from ..huis.fields import keys_of, model_at
from .attachments import check_attachments
from .blog import PagesFolder, take_blog_inventory
from .errors import Mistake, Refusal, YamlError
from .folder import take_inventory
from .free_pages import take_page_inventory
from .layers import Layer, LayeredSource, merge, stack, without
from .problems import BrokenThing, MissingFile, NoFolder, Problem, is_error
from .references import (
    Sources,
    Things,
    find_dangling_links,
    find_dangling_references,
    find_loose_links,
)
from .source import Source
from .tree import KeyPath, Seen, Tree, parse_tree


@dataclass(frozen=True, slots=True)
class LoadResult:
    """What reading gave: the house (None when any file is wrong), the files, what is wrong."""

    huis: Huis | None
    sources: Sources
    problems: Sequence[Problem]
    huis_folder: Path
    things: Things = field(default_factory=dict)
    """The things that could be read, by (kind, id)."""
    pages_folder: Path = Path()
    """The folder with free pages and posts, and the pictures that belong to them."""
    layers: Sequence[Layer] = ()
    """The folders of the house that lie on top of each other, the lowest first."""

    def source_of(self, thing: Thing) -> Source:
        """The file that `thing` was read from."""
        return self.sources[kind_of(thing).name, thing.id]

    def image_path(self, kind: str, file: str) -> Path:
        """Where the picture `file`, named by a thing of kind `kind`, lies."""
        declared = kinds()[kind]
        if declared.is_markdown:
            return self.pages_folder / declared.folder_name / file
        files = [layer.folder_of(kind) / file for layer in reversed(self.layers)]
        return next((f for f in files[:-1] if f.is_file()), files[-1])


def load_huis(
    huis: Path | Sequence[Layer], shown_as: str | None = None, pages: PagesFolder | None = None
) -> LoadResult:
    """Read the whole house in the folder `huis`. Never raises for anything that staff can write.

    `shown_as` is how the folder is called in messages; the path itself when left out. Several
    layers lie on top of each other, the lowest first. `pages` is the folder with free pages and
    posts; the one beside the house when left out.
    """
    layers = _as_layers(huis, shown_as)
    top = layers[-1]
    absent = [NoFolder(layer.shown_as) for layer in layers if not _is_folder(layer.path)]
    if absent:
        return LoadResult(None, {}, absent, top.path, layers=layers)
    inventories = [take_inventory(layer.path, layer.shown_as) for layer in layers]
    others = {p: label for inventory in inventories for p, label in inventory.others.items()}
    odd = [file for inventory in inventories for file in inventory.odd]
    pages = pages or PagesFolder.beside(top.path, top.shown_as)
    sources: Sources = {
        **stack([inventory.sources for inventory in inventories]),
        **dict(take_blog_inventory(pages.blog, odd, others)),
        **dict(take_page_inventory(pages)),
    }
    problems: list[Problem] = [*odd]
    with pause_gc():
        things = _read_all(sources, problems)
    problems += _find_missing_files(sources, top.shown_as)
    problems += find_dangling_references(things, sources)
    problems += find_dangling_links(things, sources)
    problems += find_loose_links(things, sources)
    problems += check_attachments(things, sources, others, layers)
    found = None if any(map(is_error, problems)) else _build(things)
    return LoadResult(found, sources, problems, top.path, things, pages.path, layers)


def _as_layers(huis: Path | Sequence[Layer], shown_as: str | None) -> Sequence[Layer]:
    if not isinstance(huis, Path):
        return huis
    return [Layer(huis, shown_as if shown_as is not None else huis.as_posix())]


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 (Path.is_dir raises for a closed folder)


def read_again(loaded: LoadResult, source: Source, content: bytes) -> LoadResult:
    """The house as it would be if one file held `content`; the problems are that file's only."""
    key, whole = next((k, s) for k, s in loaded.sources.items() if source in s.parts)
    changed = replace(source, instead=content, _lines=None, _locations=None)
    if isinstance(whole, LayeredSource):
        changed = LayeredSource.of([changed if p is source else p for p in whole.parts])
    own = {key: changed}
    sources = {**loaded.sources, **own}
    problems: list[Problem] = []
    things = _read_all(own, problems)
    problems += find_dangling_references(things, sources)
    problems += find_dangling_links(things, sources)
    every = {**{k: thing for k, thing in loaded.things.items() if k != key}, **things}
    return replace(loaded, sources=sources, problems=problems, things=every)


@contextmanager
def pause_gc() -> Iterator[None]:
    """Pause the garbage collector: reading makes many objects and none of them is garbage."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _read_all(sources: Sources, problems: list[Problem]) -> Things:
    things = {}
    for (name, id_), source in sources.items():
        read = _read_layered if isinstance(source, LayeredSource) else _read_thing
        thing, broken = read(source, kinds()[name], id_)
        if thing is not None:
            things[name, id_] = thing
        problems += broken
    return things


def _read_thing(source: Source, kind: Kind, id_: str) -> tuple[Thing | None, list[BrokenThing]]:
    """Read one thing: the thing, unless it cannot be made, and what is wrong with it."""
    seen = Seen()
    names_id = False
    try:
        tree = source.own_fields(_parse_fields(source.text(), seen), seen)
        names_id = tree.pop("id", None) is not None
        if not tree and not names_id and _needs_fields(kind):
            return None, [BrokenThing(source, kind, empty=seen.empty, is_empty=True)]
        tree = source.complete(tree)
    except YamlError as error:
        refusal = error.refusal
        return None, [BrokenThing(source, kind, refusal, seen.duplicates, names_id=names_id)]
    return _validate(source, kind, {**tree, "id": id_}, seen, names_id)


def _read_layered(source: Source, kind: Kind, id_: str) -> tuple[Thing | None, list[BrokenThing]]:
    """Read one thing whose fields stand in several layers."""
    broken: list[BrokenThing] = []
    merged: dict[str, Tree] = {}
    all_seen = Seen()
    for part in source.parts:
        seen = Seen()
        try:
            tree = _parse_fields(part.text(), seen)
        except YamlError as error:
            broken.append(BrokenThing(part, kind, error.refusal, seen.duplicates))
            continue
        if not tree and not seen.empty:
            broken.append(BrokenThing(part, kind, is_empty=True))
        if seen.duplicates:
            broken.append(BrokenThing(part, kind, repeated=seen.duplicates))
        merged = merge(without(merged, (path for path, _ in seen.empty)), tree)
        all_seen.empty += seen.empty
        all_seen.duplicate_paths += seen.duplicate_paths
    if any(problem.refusal for problem in broken):
        return None, broken
    names_id = merged.pop("id", None) is not None
    thing, rejected = _validate(source, kind, {**merged, "id": id_}, all_seen, names_id)
    return thing, [*broken, *rejected]


def _validate(
    source: Source, kind: Kind, tree: dict[str, Tree], seen: Seen, names_id: bool
) -> tuple[Thing | None, list[BrokenThing]]:
    """Let the model of a kind judge the fields of a thing."""
    try:
        thing = kind.model.model_validate(tree)
    except ValidationError as rejected:
        return None, [_broken(source, kind, seen, rejected, names_id)]
    if names_id or seen.duplicates or _has_unknown_key(kind, seen.empty):
        return thing, [_broken(source, kind, seen, None, names_id)]
    return thing, []


def _needs_fields(kind: Kind) -> bool:
    """Whether a file of this kind says nothing without fields."""
    fields = kind.model.model_fields.items()
    return any(field.is_required() for name, field in fields if name != "id")


def _broken(
    source: Source, kind: Kind, seen: Seen, rejected: ValidationError | None, names_id: bool
) -> BrokenThing:
    return BrokenThing(
        source, kind, None, seen.duplicates, seen.duplicate_paths, seen.empty, rejected, names_id
    )


def _has_unknown_key(kind: Kind, empty: Sequence[tuple[KeyPath, bool]]) -> bool:
    """Whether a key without a value is none of ours; one of ours is only absent."""
    groups = ((path[-1], model_at(kind.model, path[:-1])) for path, _ in empty)
    return any(model is not None and key not in keys_of(model) for key, model in groups)


def _parse_fields(text: str, seen: Seen) -> dict[str, Tree]:
    """The fields that stand in a text. Raises `YamlError` when it holds something else."""
    tree = parse_tree(text, seen=seen)
    if tree is None:
        return {}
    if isinstance(tree, dict):
        return tree
    mistake = Mistake.ONE_TEXT if isinstance(tree, str) else Mistake.NOT_FIELDS
    raise YamlError(Refusal(mistake, 0))


def _find_missing_files(sources: Sources, shown_as: str) -> Iterator[MissingFile]:
    for kind in kinds().values():
        if kind.is_single and (kind.name, kind.name) not in sources:
            yield MissingFile(kind, shown_as)


def _build(things: Things) -> Huis:
    by_kind: dict[str, dict[str, Thing]] = {name: {} for name in kinds()}
    for (name, id_), thing in things.items():
        by_kind[name][id_] = thing
    parts: dict[str, Any] = {
        kind.name: by_kind[kind.name][kind.name] if kind.is_single else by_kind[kind.name]
        for kind in KINDS
    }
    return Huis(**parts)
