"""Reading: a folder of YAML → a `Huis`, or every mistake in it with its place.

`load_huis` is the only door. The fast path reads scalars as text and lets the models decide;
places are looked up only for what turns out to be wrong.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from pydantic import ValidationError

from ..finding import Finding, Location, Severity, sort_findings
from ..huis import Huis, InternalBericht, Kind, Thing, kinds
from ..huis.berichten import BLOG
from .attachments import check_attachments
from .blog import BlogFolder, take_blog_inventory
from .characters import find_odd_indentation
from .codes import READING_CODES
from .errors import YamlError
from .folder import Inventory, make_id, take_inventory
from .message import finding_from_error, to_finding
from .pasted import find_pasted
from .references import BERICHT, Sources, Things, find_dangling_links, find_dangling_references
from .source import Source
from .translation import find_defects, required_fields
from .tree import Seen, Tree, lines_of, parse_tree
from .yaml_messages import guess

__all__ = [
    "MAX_PER_FILE",
    "READING_CODES",
    "BlogFolder",
    "LoadResult",
    "Source",
    "load_huis",
    "make_id",
    "read_again",
]

MAX_PER_FILE = 20
"""So many mistakes are told of one file; whoever has more mends these first."""


@dataclass(frozen=True, slots=True)
class LoadResult:
    """What reading gave: the house (None when any file is wrong), the files, the findings."""

    huis: Huis | None
    sources: Sources
    findings: list[Finding]
    huis_folder: Path
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
        message = f'De map "{shown_as}" is er niet. Kijk na of u in de goede map staat.'
        return LoadResult(None, {}, [Finding("V15", Severity.ERROR, message)], huis_folder)
    inventory = take_inventory(huis_folder, shown_as)
    errors = inventory.findings
    blog = blog or BlogFolder.beside(huis_folder, shown_as)
    bericht_sources = dict(take_blog_inventory(blog, errors, inventory.others))
    sources: Sources = {**inventory.sources, **bericht_sources}
    with _pause_gc():
        things = _read_all(inventory.sources, errors)
        parsed = _read_all(bericht_sources, errors)
    berichten = {b.id: b for b in parsed.values() if isinstance(b, InternalBericht)}
    errors += _find_missing_files(inventory, shown_as)
    errors += find_dangling_references({**things, **parsed}, sources)
    errors += find_dangling_links(berichten, sources)
    errors += check_attachments({**things, **parsed}, sources, inventory.others)
    is_sound = not any(b.severity is Severity.ERROR for b in errors)
    huis = _build(things) if is_sound else None
    return LoadResult(huis, sources, errors, huis_folder, berichten, blog.path)


def read_again(loaded: LoadResult, source: Source, content: bytes) -> list[Finding]:
    """The mistakes in one file of a house when it would hold `content`; the rest stays as it is."""
    key = next(k for k, own in loaded.sources.items() if own is source)
    sources = {key: replace(source, instead=content, _lines=None, _locations=None)}
    errors: list[Finding] = []
    things = _read_all(sources, errors)
    berichten = {b.id: b for b in things.values() if isinstance(b, InternalBericht)}
    errors += find_dangling_references(things, {**loaded.sources, **sources})
    errors += find_dangling_links(berichten, {**loaded.sources, **sources})
    return sort_findings(errors)


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


def _read_all(sources: Sources, errors: list[Finding]) -> Things:
    all_kinds = {**kinds(), BLOG: BERICHT}
    things = {}
    for (name, id_), source in sources.items():
        own: list[Finding] = []
        thing = _read_thing(source, all_kinds[name], id_, own)
        errors += own if len(own) <= MAX_PER_FILE else _truncate(own)
        if thing is not None:
            things[name, id_] = thing
    return things


def _truncate(errors: list[Finding]) -> list[Finding]:
    """The first mistakes of one file; the last of these says how many more there are."""
    first = sort_findings(errors)[:MAX_PER_FILE]
    rest = len(errors) - len(first)
    note = f" (Dit bestand heeft nog {rest} fouten. Los deze eerst op.)"
    return [*first[:-1], replace(first[-1], note=note)]


def _read_thing(source: Source, kind: Kind, id_: str, errors: list[Finding]) -> Thing | None:
    """Read one thing. None when it cannot be made; what is wrong is added to `errors`."""

    def error(code: str, message: str, location: Location) -> None:
        errors.append(Finding(code, Severity.ERROR, message, location))

    seen = Seen()
    thing, rejected = None, None
    try:
        tree = _parse_fields(source.tekst(), seen)
        if tree.pop("id", None) is not None:
            message = 'Het veld "id" kan hier weg: de naam van het bestand is de id.'
            error("V04", message, source.location(("id",), key=True))
        if not tree and not errors:
            fields = ", ".join(required_fields(kind.model))
            message = f"Dit bestand is leeg. Vul minstens in: {fields}."
            error("V06", message, Location(source.shown_as))
            errors += (
                to_finding(source, g) for g in find_defects(None, kind.model, seen.empty, [])
            )
            return None
        thing = kind.model.model_validate({**source.complete(tree), "id": id_})
    except YamlError as e:
        errors += (finding_from_error(source, y) for y in (*seen.duplicates, e))
        return None
    except ValidationError as e:
        rejected = e
    found = list(find_defects(rejected, kind.model, seen.empty, seen.duplicate_paths))
    if found and (whole := _check_whole_file(source)):
        errors.append(finding_from_error(source, whole))
        return None
    errors += (finding_from_error(source, duplicate) for duplicate in seen.duplicates)
    errors += (to_finding(source, g) for g in found)
    return thing


def _check_whole_file(source: Source) -> YamlError | None:
    """What is wrong with a file as a whole, so that what was found in its parts follows from it."""
    lines = lines_of(source.tekst())
    return find_pasted(lines, is_readable=True) or find_odd_indentation(lines)


def _parse_fields(text: str, seen: Seen) -> dict[str, Tree]:
    """The fields that stand in a text. Raises `YamlError` when it holds something else."""
    tree = parse_tree(text, seen=seen)
    if tree is None:
        return {}
    if isinstance(tree, dict):
        return tree
    if isinstance(tree, str) and (error := guess(lines_of(text))):
        raise error
    raise YamlError("V07", "Dit bestand hoort te bestaan uit regels als naam: waarde.", 0)


def _find_missing_files(inventory: Inventory, shown_as: str) -> Iterator[Finding]:
    for kind in kinds().values():
        if kind.is_single and (kind.name, kind.name) not in inventory.sources:
            fields = ", ".join(required_fields(kind.model))
            message = (
                f'Het bestand "{kind.name}.yml" ontbreekt in de map {shown_as}. '
                f"Maak het, en vul minstens in: {fields}."
            )
            yield Finding("V15", Severity.ERROR, message, Location(f"{shown_as}/{kind.name}.yml"))


def _build(things: Things) -> Huis:
    parts: dict[str, object] = {}
    for kind in kinds().values():
        if kind.is_single:
            parts[kind.name] = things[kind.name, kind.name]
        else:
            parts[kind.name] = {id_: d for (s, id_), d in things.items() if s == kind.name}
    return Huis(**parts)  # type: ignore[arg-type]
