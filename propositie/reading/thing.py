"""Reading one thing: its file or files → the thing, or what is wrong with it as data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from ..huis import Kind, Thing
from ..huis.fields import may_hold, model_at
from .errors import Mistake, Refusal, YamlError
from .layers import LayeredSource, merge, without
from .problems import BrokenTable, BrokenThing
from .source import Source
from .tables import fill_in
from .tree import KeyPath, Seen, Tree, parse_tree


@dataclass(frozen=True, slots=True)
class Reading:
    """What the files of one thing gave."""

    thing: Thing | None
    broken: Sequence[BrokenThing | BrokenTable]
    """What is wrong; a thing with a key given twice is there, and broken."""
    fields: dict[str, Tree] | None = None
    """The fields that the model took, when nothing is wrong."""


def read_thing(source: Source, kind: Kind, id_: str) -> Reading:
    """Read one thing: the thing, unless it cannot be made, and what is wrong with it."""
    if isinstance(source, LayeredSource):
        return _read_layered(source, kind, id_)
    return _read_single(source, kind, id_)


def read_content(source: Source, kind: Kind, id_: str, contents: Sequence[bytes]) -> Reading:
    """`read_thing`, of what its files were just found to hold."""
    files = source.read_from
    for part, content in zip(files, contents, strict=True):
        part.instead = content
    try:
        return read_thing(source, kind, id_)
    finally:
        for part in files:
            part.instead = None


def revive(kind: Kind, id_: str, fields: dict[str, Tree]) -> Thing:
    """The thing that has these fields. Raises `ValidationError` when there can be none."""
    return kind.model.model_validate({**fields, "id": id_})


def _read_single(source: Source, kind: Kind, id_: str) -> Reading:
    """Read one thing whose fields stand in one file."""
    seen = Seen()
    names_id = False
    try:
        tree = source.own_fields(_parse_fields(source.text(), seen), seen)
        names_id = tree.pop("id", None) is not None
        if not tree and not names_id and _needs_fields(kind):
            return Reading(None, [BrokenThing(source, kind, empty=seen.empty, is_empty=True)])
        tree = source.complete(tree)
    except YamlError as error:
        refusal = error.refusal
        broken = BrokenThing(source, kind, refusal, seen.duplicates, names_id=names_id)
        return Reading(None, [broken])
    return _validate(source, kind, id_, tree, seen, names_id)


def _read_layered(source: LayeredSource, kind: Kind, id_: str) -> Reading:
    """Read one thing whose fields stand in several layers."""
    broken: list[BrokenThing | BrokenTable] = []
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
    if any(isinstance(problem, BrokenThing) and problem.refusal for problem in broken):
        return Reading(None, broken)
    names_id = merged.pop("id", None) is not None
    found = _validate(source, kind, id_, merged, all_seen, names_id)
    if not broken:
        return found
    return Reading(found.thing, [*broken, *found.broken])


def _validate(
    source: Source, kind: Kind, id_: str, fields: dict[str, Tree], seen: Seen, names_id: bool
) -> Reading:
    """Let the model of a kind judge the fields of a thing, with those that stand in a table."""
    fields, wrong = fill_in(source, fields)
    if wrong:
        return Reading(None, wrong)
    try:
        thing = revive(kind, id_, fields)
    except ValidationError as rejected:
        return Reading(None, [_broken(source, kind, seen, rejected, names_id)])
    if names_id or seen.duplicates or _has_unknown_key(kind, seen.empty):
        return Reading(thing, [_broken(source, kind, seen, None, names_id)])
    return Reading(thing, (), fields)


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
    return any(model is not None and not may_hold(model, key) for key, model in groups)


def _parse_fields(text: str, seen: Seen) -> dict[str, Tree]:
    """The fields that stand in a text. Raises `YamlError` when it holds something else."""
    tree = parse_tree(text, seen=seen)
    if tree is None:
        return {}
    if isinstance(tree, dict):
        return tree
    mistake = Mistake.ONE_TEXT if isinstance(tree, str) else Mistake.NOT_FIELDS
    raise YamlError(Refusal(mistake, 0))
