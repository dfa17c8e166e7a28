"""One walk through a thing, along its field tree; what it looks for is a question.

What to look at is worked out once per class and question, so that a thousand workers cost one plan.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from . import value_types as v
from .fields import Field, KeyPath, Question, fields_with


def everything(_field: Field) -> bool:
    """Every field with single values."""
    return True


def is_reference(field: Field) -> bool:
    """A field with the id of a thing."""
    return field.value_type.kind is not None


def is_file(field: Field) -> bool:
    """A field that names a picture or font."""
    return field.value_type in v.FILES


def is_date(field: Field) -> bool:
    """A field with a date."""
    return field.value_type in v.DATES


def is_text(field: Field) -> bool:
    """A field with words that staff chose themselves."""
    return field.value_type in v.TEXTS


def is_markup(field: Field) -> bool:
    """A field with Markdown that this package renders."""
    return field.value_type is v.MARKUP


def walk(part: BaseModel, wanted: Question = everything) -> Iterator[tuple[KeyPath, Field, Any]]:
    """Yield (path, field, value) of every single value in `part` whose field is wanted."""
    for field in fields_with(type(part), wanted):
        value = getattr(part, field.name)
        if value is not None:
            yield from _inside(field, value, (field.key,), wanted)


def _inside(
    field: Field, value: Any, path: KeyPath, wanted: Question
) -> Iterator[tuple[KeyPath, Field, Any]]:
    if field.is_list and isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _one(field, item, (*path, number), wanted)
    else:
        yield from _one(field, value, path, wanted)


def _one(
    field: Field, value: Any, path: KeyPath, wanted: Question
) -> Iterator[tuple[KeyPath, Field, Any]]:
    if field.value_type is v.GROUP:
        for below, found, inside in walk(value, wanted):
            yield (*path, *below), found, inside
    elif field.value_type is v.TABLE:
        for name, item in value.items():
            yield from _inside(field.fields[0], item, (*path, name), wanted)
    else:
        yield path, field, value


def walk_typed(
    tree: Mapping[str, Any], fields: Mapping[str, Field], path: KeyPath = ()
) -> Iterator[tuple[KeyPath, Field, str]]:
    """Yield (path, field, text) of every single value in a file as it was typed, wrong ones too."""
    for key, value in tree.items():
        if (field := fields.get(key)) is not None:
            yield from _inside_typed(field, value, (*path, key))


def _inside_typed(field: Field, value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, Field, str]]:
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from _inside_typed(field, item, (*path, number))
    elif isinstance(value, str):
        yield path, field, value
    elif isinstance(value, dict) and field.value_type is v.GROUP:
        yield from walk_typed(value, {f.key: f for f in field.fields}, path)
    elif isinstance(value, dict) and field.value_type is v.TABLE:
        yield from walk_typed(value, dict.fromkeys(value, field.fields[0]), path)
