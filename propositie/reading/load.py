"""From a folder of files to a `Huis`, or to what is wrong with it, as data."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ..huis import KINDS, Huis, Kind, Thing, kind_of, kinds
from ..huis.fields import keys_of, model_at
from .attachments import check_attachments
from .blog import PagesFolder, take_blog_inventory
from .errors import Mistake, Refusal, YamlError
from .folder import Inventory, take_inventory
from .free_pages import take_page_inventory
from .problems import BrokenThing, MissingFile, NoFolder, Problem, is_error
from .references import Sources, Things, find_dangling_links, find_dangling_references
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

    def source_of(self, thing: Thing) -> Source:
        """The file that `thing` was read from."""
        return self.sources[kind_of(thing).name, thing.id]

    def image_path(self, kind: str, file: str) -> Path:
        """Where the picture `file`, named by a thing of kind `kind`, lies."""
        declared = kinds()[kind]
        root = self.pages_folder if declared.is_markdown else self.huis_folder
        return root / ("" if declared.is_single else declared.folder_name) / file


def load_huis(
    huis_folder: Path, shown_as: str | None = None, pages: PagesFolder | None = None
) -> LoadResult:
    """Read the whole house in `huis_folder`. Never raises for anything that staff can write.

    `shown_as` is how the folder is called in messages; the path itself when left out. `pages`
    is the folder with free pages and posts; the one beside the house when left out.
    """
    shown_as = shown_as if shown_as is not None else huis_folder.as_posix()
    if not os.path.isdir(huis_folder):  # noqa: PTH112 (Path.is_dir raises for a closed folder)
        return LoadResult(None, {}, [NoFolder(shown_as)], huis_folder)
    inventory = take_inventory(huis_folder, shown_as)
    pages = pages or PagesFolder.beside(huis_folder, shown_as)
    sources: Sources = {
        **inventory.sources,
        **dict(take_blog_inventory(pages.blog, inventory.odd, inventory.others)),
        **dict(take_page_inventory(pages)),
    }
    problems: list[Problem] = [*inventory.odd]
    with _pause_gc():
        things = _read_all(sources, problems)
    problems += _find_missing_files(inventory, shown_as)
    problems += find_dangling_references(things, sources)
    problems += find_dangling_links(things, sources)
    problems += check_attachments(things, sources, inventory.others)
    huis = None if any(map(is_error, problems)) else _build(things)
    return LoadResult(huis, sources, problems, huis_folder, things, pages.path)


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
    things = {}
    for (name, id_), source in sources.items():
        thing, broken = _read_thing(source, kinds()[name], id_)
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
        tree = source.own_fields(_parse_fields(source.tekst(), seen), seen)
        names_id = tree.pop("id", None) is not None
        if not tree and not names_id and _needs_fields(kind):
            return None, BrokenThing(source, kind, empty=seen.empty, is_empty=True)
        thing = kind.model.model_validate({**source.complete(tree), "id": id_})
    except YamlError as error:
        return None, BrokenThing(source, kind, error.refusal, seen.duplicates, names_id=names_id)
    except ValidationError as rejected:
        return None, _broken(source, kind, seen, rejected, names_id)
    if names_id or seen.duplicates or _has_unknown_key(kind, seen.empty):
        return thing, _broken(source, kind, seen, None, names_id)
    return thing, None


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


def _find_missing_files(inventory: Inventory, shown_as: str) -> Iterator[MissingFile]:
    for kind in kinds().values():
        if kind.is_single and (kind.name, kind.name) not in inventory.sources:
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
