"""Which keys can stand where in a thing, as its models say."""

from __future__ import annotations

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ..huis.walk import model_in
from .tree import KeyPath


def keys_of(model: type[BaseModel] | None) -> list[str]:
    """The keys that can stand in a group of the class `model`."""
    if model is None:
        return []
    return [v.alias or n for n, v in model.model_fields.items() if n != "id"]


def field_of(model: type[BaseModel], key: str) -> FieldInfo | None:
    """The field of `model` with the key `key`."""
    for name, info in model.model_fields.items():
        if (info.alias or name) == key and name != "id":
            return info
    return None


def model_at(class_: type[BaseModel], path: KeyPath) -> type[BaseModel] | None:
    """The model class of the mapping at `path` inside a thing of class `class_`."""
    current: type[BaseModel] | None = class_
    for step in path:
        if current is None or isinstance(step, int):
            continue
        found = field_of(current, step)
        current = model_in(found.annotation) if found else None
    return current
