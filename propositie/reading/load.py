"""From a folder of files to a `Huis`, or to what is wrong with it, as data."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from ..huis import Huis, InternalBericht, Kind, Thing, kinds
from ..huis.berichten import BLOG
from .attachments import check_attachments
from .blog import BlogFolder, take_blog_inventory
from .errors import Mistake, Refusal, YamlError
from .folder import Inventory, take_inventory
from .keys import keys_of, model_at
from .problems import BrokenThing, MissingFile, NoFolder, Problem, is_error
from .references import (
    BERICHT,
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
    """The things that could be read, by (kind, id), posts too."""
    berichten: Mapping[str, InternalBericht] = field(default_factory=dict)
    """The posts, by id; they are no part of the house."""
    blog_folder: Path = Path()
    """The folder with posts, and the pictures that belong to them."""

    def source_of(self, thing: Thing) -> Source:
        """The file that `thing` was read from."""
        return self.sources[kind_of(thing), thing.id]

    def image_path(self, kind: str, file: str) -> Path:
        """Where the picture `file`, named by a thing of kind `kind` or a post, lies."""
        if kind == BLOG:
            return self.blog_folder / file
        return self.huis_folder / ("" if kinds()[kind].is_single else kind) / file


def kind_of(thing: Thing) -> str:
    """The kind (folder name) that a thing belongs to."""
    if isinstance(thing, InternalBericht):
        return BLOG
    return next(s.name for s in kinds().values() if isinstance(thing, s.model))


def load_huis(
    huis_folder: Path, shown_as: str | None = None, blog: BlogFolder | None = None
) -> LoadResult:
    """Read the whole house in `huis_folder`. Never raises for anything that staff can write.

    `shown_as` is how the folder is called in messages; the path itself when left out. `blog` is
    the folder with posts; the one beside the house when left out.
    """
    shown_as = shown_as if shown_as is not None else huis_folder.as_posix()
    if not os.path.isdir(huis_folder):  # noqa: PTH112 (Path.is_dir raises for a closed folder)
        return LoadResult(None, {}, [NoFolder(shown_as)], huis_folder)
    inventory = take_inventory(huis_folder, shown_as)
    blog = blog or BlogFolder.beside(huis_folder, shown_as)
    bericht_sources = dict(take_blog_inventory(blog, inventory.odd, inventory.others))
    sources: Sources = {**inventory.sources, **bericht_sources}
    problems: list[Problem] = [*inventory.odd]
    with _pause_gc():
        things = _read_all(sources, problems)
    berichten = {b.id: b for b in things.values() if isinstance(b, InternalBericht)}
    problems += _find_missing_files(inventory, shown_as)
    problems += find_dangling_references(things, sources)
    problems += find_dangling_links(berichten, sources)
    problems += find_loose_links(things, sources)
    problems += check_attachments(things, sources, inventory.others)
    huis = None if any(map(is_error, problems)) else _build(things)
    return LoadResult(huis, sources, problems, huis_folder, things, berichten, blog.path)


@contextmanager
def _pause_gc() -> Iterator[None]:
    """Pause the garbage collector: reading makes many objects and none of them is garbage."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _read_all(sources: Sources, problems: list[Problem]) -> Things:
    all_kinds = {**kinds(), BLOG: BERICHT}
    things = {}
    for (name, id_), source in sources.items():
        thing, broken = _read_thing(source, all_kinds[name], id_)
        if thing is not None:
            things[name, id_] = thing
        if broken is not None:
            problems.append(broken)
    return things


def _read_thing(source: Source, kind: Kind, id_: str) -> tuple[Thing | None, BrokenThing | None]:
    """Read one thing: the thing, unless it cannot be made, and what is wrong with it."""
    seen = Seen()
    names_id = False
    try:
        tree = _parse_fields(source.tekst(), seen)
        names_id = tree.pop("id", None) is not None
        if not tree and not names_id:
            return None, BrokenThing(source, kind, empty=seen.empty, is_empty=True)
        thing = kind.model.model_validate({**source.complete(tree), "id": id_})
    except YamlError as error:
        return None, BrokenThing(source, kind, error.refusal, seen.duplicates, names_id=names_id)
    except ValidationError as rejected:
        return None, _broken(source, kind, seen, rejected, names_id)
    if names_id or seen.duplicates or _has_unknown_key(kind, seen.empty):
        return thing, _broken(source, kind, seen, None, names_id)
    return thing, None


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


def _find_missing_files(inventory: Inventory, shown_as: str) -> Iterator[MissingFile]:
    for kind in kinds().values():
        if kind.is_single and (kind.name, kind.name) not in inventory.sources:
            yield MissingFile(kind, shown_as)


def _build(things: Things) -> Huis:
    parts: dict[str, object] = {}
    for kind in kinds().values():
        if kind.is_single:
            parts[kind.name] = things[kind.name, kind.name]
        else:
            parts[kind.name] = {id_: d for (s, id_), d in things.items() if s == kind.name}
    return Huis(**parts)  # type: ignore[arg-type]
