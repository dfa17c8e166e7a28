"""Walk through a thing and find the values whose field bears a mark (a reference, a picture).

What to look at is worked out once per class, so that a thousand workers cost one plan.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from functools import cache
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel

M = TypeVar("M", bound=Hashable)

PlanStep = tuple[str, str, object | None, bool]
"""Attribute, key in the YAML, the mark (or None: look inside), and whether it is a list."""


def marked_values(
    part: BaseModel, mark_type: type[M]
) -> Iterator[tuple[tuple[str | int, ...], M, str]]:
    """Yield (YAML path, mark, value) for each text in `part` whose field bears a `mark_type`."""
    for attribute, key, mark, is_list in _plan(type(part), mark_type):
        value = getattr(part, attribute)
        if value is None:
            continue
        row = enumerate(value) if is_list else [(None, value)]
        for number, item in row:
            path: tuple[str | int, ...] = (key,) if number is None else (key, number)
            if mark is not None:
                yield path, mark, item  # type: ignore[misc]
            else:
                for inner_path, m, w in marked_values(item, mark_type):
                    yield (*path, *inner_path), m, w


@cache
def _plan(class_: type[BaseModel], mark_type: type) -> tuple[PlanStep, ...]:
    steps: list[PlanStep] = []
    for name, field in class_.model_fields.items():
        own = next((m for m in field.metadata if isinstance(m, mark_type)), None)
        found = (own, False) if own else _find(field.annotation, mark_type)
        if found is not None:
            steps.append((name, field.alias or name, *found))
    return tuple(steps)


def _find(annotation: Any, mark_type: type) -> tuple[object | None, bool] | None:
    """Find a mark, or a model that holds one, inside `annotation`; say whether it is in a list."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return (None, False) if _plan(annotation, mark_type) else None
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        own = next((m for m in parts[1:] if isinstance(m, mark_type)), None)
        return (own, False) if own else _find(parts[0], mark_type)
    for part in parts:
        if (found := _find(part, mark_type)) is not None:
            return found[0], found[1] or origin is tuple
    return None


def model_in(annotation: Any) -> type[BaseModel] | None:
    """The model class that stands in an annotation, inside lists and options; None without one."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in get_args(annotation):
        if (found := model_in(part)) is not None:
            return found
    return None
