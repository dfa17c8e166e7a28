"""Where a field belongs that stands in a place where it cannot be: deeper, higher, or elsewhere."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel

from ..huis import yaml_kinds
from ..huis.fields import field_at, fields_of, keys_of, model_at
from ..reading.tree import KeyPath
from .names import find_same_word, find_synonym


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a field belongs: in a group beside it, higher up, or in a file of another kind."""

    direction: Literal["dieper", "hoger", "anders"]
    name: str
    """The name of the field there."""
    owner: str
    """The group it belongs in; for another kind, how that is called."""
    path: KeyPath = ()
    """The group with that field, when it is in this file."""
    in_list: bool = False
    """Whether that group is one of a list."""


def find_placement(
    class_: type[BaseModel], path: KeyPath, loose: bool, missing: Collection[KeyPath]
) -> Placement | None:
    """Where the field at `path` belongs; `loose`: another word for it will do as well.

    When it could belong in several groups, the one that misses it is meant, else nobody knows.
    """
    group, _, word = str(path[-1]).rpartition(".")

    def intended(model: type[BaseModel] | None) -> str | None:
        keys = keys_of(model)
        return find_same_word(word, keys) or (find_synonym(word, keys) if loose else None)

    here = model_at(class_, path[:-1])
    candidates: list[Placement] = []
    for key in keys_of(here):
        field = field_at(class_, (*path[:-1], key))
        inside = field.group if field else None
        if field and inside and group in {"", key} and (name := intended(inside)):
            position = (*path[:-1], key)
            candidates.append(Placement("dieper", name, key, position, field.is_list))
    missed = [k for k in candidates if any(m[: len(k.path)] == k.path for m in missing)]
    if len(missed or candidates) == 1:
        return (missed or candidates)[0]
    for depth in range(len(path) - 1, 0, -1):
        above = path[: depth - 1]
        name = find_same_word(word, keys_of(model_at(class_, above)))
        if name and isinstance(path[depth - 1], str):
            owner = next((str(s) for s in reversed(above) if isinstance(s, str)), "")
            return Placement("hoger", name, owner, above)
    return None


def find_other_list(
    class_: type[BaseModel], path: KeyPath, keys: Collection[str], missing: Collection[KeyPath]
) -> str | None:
    """The list beside this one in which a part with these keys belongs; `path` is the part's.

    Only when the part has nothing that a part of the list it stands in must have.
    """
    if len(path) < 2 or not isinstance(path[-1], int):
        return None
    here = model_at(class_, path)
    needed = [field.key for field in fields_of(here) if field.required] if here else []
    if not needed or not all((*path, key) in missing for key in needed):
        return None
    above = model_at(class_, path[:-2])
    for name in keys_of(above):
        field = field_at(class_, (*path[:-2], name))
        inside = keys_of(field.group) if field else []
        if field and name != path[-2] and field.is_list and set(keys) <= set(inside):
            return name
    return None


def find_other_kind(class_: type[BaseModel], path: KeyPath) -> str | None:
    """The kind of thing that does have the field which stands at the top of this file."""
    if len(path) > 1:
        return None
    for kind in yaml_kinds().values():
        if kind.model is not class_ and str(path[0]) in keys_of(kind.model):
            return f"{kind.article} {kind.singular}"
    return None
