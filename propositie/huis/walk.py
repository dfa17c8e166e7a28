"""One walk through a thing, along its field tree; what it looks for is a question.

What to look at is worked out once per class and question, so that a thousand workers cost one plan.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum, auto
from functools import cache
from typing import Any

from pydantic import BaseModel

from . import value_types as v
from .fields import Field, KeyPath, Question, fields_of, fields_with


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


Found = tuple[KeyPath, Field, Any]
"""The path of a value, its field, and the value."""


def walk(part: BaseModel, wanted: Question = everything) -> list[Found]:
    """The (path, field, value) of every single value in `part` whose field is wanted."""
    found: list[Found] = []
    _gather(part, (), wanted, found)
    return found


def _gather(part: BaseModel, path: KeyPath, wanted: Question, found: list[Found]) -> None:
    """Note the values inside a thing or group; a list, for generators in generators cost more
    than what they find. What is met most is told apart by the plan, and done here."""
    for name, field, shape in _plan(type(part), wanted):
        value = getattr(part, name)
        if value is None or (field.is_list and not value):
            continue
        if shape is _Shape.VALUE:
            found.append(((*path, field.key), field, value))
        elif shape is _Shape.VALUES and isinstance(value, tuple):
            here = (*path, field.key)
            found += [((*here, number), field, item) for number, item in enumerate(value)]
        elif shape is _Shape.GROUPS and isinstance(value, tuple):
            for number, item in enumerate(value):
                _gather(item, (*path, field.key, number), wanted, found)
        else:
            _gather_inside(field, value, (*path, field.key), wanted, found)


class _Shape(Enum):
    """How the value of a field is built."""

    VALUE = auto()
    VALUES = auto()
    GROUPS = auto()
    OTHER = auto()


def _shape_of(field: Field) -> _Shape:
    if field.value_type is v.GROUP:
        return _Shape.GROUPS if field.is_list else _Shape.OTHER
    if field.value_type is v.TABLE:
        return _Shape.OTHER
    return _Shape.VALUES if field.is_list else _Shape.VALUE


@cache
def _plan(class_: type[BaseModel], wanted: Question) -> tuple[tuple[str, Field, _Shape], ...]:
    """Of each field that is wanted or holds one that is: its name, and how its value is built."""
    return tuple((field.name, field, _shape_of(field)) for field in fields_with(class_, wanted))


def _gather_inside(
    field: Field, value: Any, path: KeyPath, wanted: Question, found: list[Found]
) -> None:
    if field.is_list and isinstance(value, tuple):
        for number, item in enumerate(value):
            _gather_one(field, item, (*path, number), wanted, found)
    else:
        _gather_one(field, value, path, wanted, found)


def _gather_one(
    field: Field, value: Any, path: KeyPath, wanted: Question, found: list[Found]
) -> None:
    if field.value_type is v.GROUP:
        _gather(value, path, wanted, found)
    elif field.value_type is v.TABLE:
        for name, item in value.items():
            _gather_inside(field.fields[0], item, (*path, name), wanted, found)
    else:
        found.append((path, field, value))


def replaced(whole: Any, path: KeyPath, value: object) -> Any:
    """`whole` (a thing, a group, a list or a table) with another value at a path that exists."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(whole, BaseModel):
        name = next(field.name for field in fields_of(type(whole)) if field.key == step)
        return whole.model_copy(update={name: replaced(getattr(whole, name), rest, value)})
    if isinstance(step, int):
        return (*whole[:step], replaced(whole[step], rest, value), *whole[step + 1 :])
    return {**whole, step: replaced(whole[step], rest, value)}


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
