"""The field tree: every field of a thing and of the groups inside it, made once from the models.

Whoever walks through things asks this tree: references, pictures, dates, texts, the public side,
renaming, schemas, forms, the handbook, and where a mistake stands.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Le, MinLen
from pydantic import BaseModel, BeforeValidator
from pydantic.fields import FieldInfo

from ..dutch import join_words
from . import value_types as v
from .base import Internal, Part, Thing
from .docs import read_explanations
from .parsing import as_list
from .value_types import ValueType

KeyPath = tuple[str | int, ...]
"""The way to a value, as it stands in the file: keys, and places in lists."""


_INITIALS = {"anbi": "ANBI", "kvk": "KvK", "rsin": "RSIN"}
"""Keys that are no words."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a thing, or of a group inside it."""

    owner: type[BaseModel]
    """The class that it is a field of."""
    name: str
    """The attribute that holds its value; empty for what stands behind the names of a TABLE."""
    key: str
    """The key in the YAML."""
    value_type: ValueType
    is_list: bool = False
    """Whether it holds a list of values of this type."""
    can_be_single: bool = False
    """Whether a list of one may be written as one value."""
    required: bool = False
    is_internal: bool = False
    """Whether it never reaches the public edition; then what stands inside it does not either."""
    choices: tuple[str, ...] = ()
    """What can be chosen (CHOICE), or which names a TABLE may have (none: all names)."""
    annotation: Any = dataclasses.field(default=None, repr=False, compare=False)
    """The type as Python knows it, for who asks whether a value would do."""
    model: type[BaseModel] | None = None
    """The class of a GROUP."""
    fields: tuple[Field, ...] = ()
    """The fields of a GROUP; the one field that stands behind each name of a TABLE."""
    named: Field | None = None
    """What stands behind names of one's own in a GROUP, beside its fields."""
    named_pattern: str = ""
    """What these names look like."""
    one_of: tuple[str, ...] = ()
    """The fields of a GROUP of which exactly one is filled in."""
    text_key: str | None = None
    """The field of a GROUP that a text belongs in, which may stand in place of the group."""
    minimum: int | None = None
    maximum: int | None = None
    default: str | None = None
    """What holds when the field is left out, as text; None when nothing does."""

    @property
    def kind(self) -> str | None:
        """The kind of thing that its id refers to; None for any other field."""
        return self.value_type.kind

    @property
    def explanation(self) -> str:
        """What the field is for, in Dutch, for staff; empty for what stands inside a TABLE."""
        return read_explanations(self.owner).get(self.name, "") if self.name else ""

    @property
    def bounds_in_words(self) -> str:
        """Between what a number must lie, as a sentence; empty when anything goes."""
        limits = (("minstens", self.minimum), ("hoogstens", self.maximum))
        words = [f"{word} {limit}" for word, limit in limits if limit is not None]
        return f"Hier hoort een getal van {join_words(words)}." if words else ""

    @property
    def label(self) -> str:
        """The key as a word: `te_vinden` → `Te vinden`."""
        return _INITIALS.get(self.key) or self.key.replace("_", " ").capitalize()

    @property
    def group(self) -> type[BaseModel] | None:
        """The class of the groups it holds, also behind the names of a table; None without."""
        return self.fields[0].group if self.value_type is v.TABLE else self.model


@cache
def fields_of(class_: type[BaseModel]) -> tuple[Field, ...]:
    """The fields that staff fill in for `class_`, in the order of the model, without `id`."""
    public = _public_fields(class_)
    return tuple(
        _with_default(
            replace(
                _field_from(class_, _annotation(info)),
                name=name,
                key=info.alias or name,
                annotation=_annotation(info),
                required=info.is_required(),
                is_internal=name not in public,
            ),
            info,
        )
        for name, info in class_.model_fields.items()
        if name != "id"
    )


def _public_fields(class_: type[BaseModel]) -> frozenset[str]:
    """The names of the fields that the public sides of `class_` have.

    There may be more than one: of a worker who left, the farewell is public.
    """
    shared_bases = {Part, Thing, BaseModel}
    views = [k for k in class_.__mro__ if issubclass(k, Part) and k not in shared_bases]
    for view in views:
        views += [k for k in view.__subclasses__() if k not in views]
    public = (k for k in views if not issubclass(k, Internal))
    return frozenset(name for k in public for name in k.model_fields)


def _annotation(field: FieldInfo) -> Any:
    """The annotation as it was written: pydantic keeps what `Annotated` held apart."""
    return Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation


def _field_from(owner: type[BaseModel], annotation: Any) -> Field:
    """The field that an annotation asks for; its name and the like are filled in elsewhere.

    Raises TypeError for a type that says nowhere how it is read.
    """
    bare = Field(owner, "", "", v.LINE)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        group = annotation if issubclass(annotation, Part) else Part
        behind = group.named_part
        named = replace(_field_from(owner, behind), annotation=behind) if behind else None
        return replace(
            bare, value_type=v.GROUP, model=annotation, fields=fields_of(annotation),
            named=named, named_pattern=group.named_pattern, one_of=group.one_of,
            text_key=group.text_key,
        )  # fmt: skip
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        marks = list(_flatten(parts[1:]))
        own = next((m for m in reversed(marks) if isinstance(m, ValueType)), None)
        inside = replace(bare, value_type=own) if own else _field_from(owner, parts[0])
        return _with_marks(inside, marks)
    if origin is Literal:
        return replace(bare, value_type=v.CHOICE, choices=tuple(parts))
    if origin in {Union, types.UnionType}:
        return _field_from(owner, next(d for d in parts if d is not type(None)))
    if origin is tuple:
        return replace(_field_from(owner, parts[0]), is_list=True)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        names = () if parts[0] is str else _field_from(owner, parts[0]).choices
        part = replace(_field_from(owner, parts[1]), annotation=parts[1])
        return replace(bare, value_type=v.TABLE, choices=names, fields=(part,))
    if annotation is int:
        return replace(bare, value_type=v.INTEGER)
    raise TypeError(f"no value type for {annotation!r} in {owner.__name__}")


def _flatten(marks: tuple[Any, ...]) -> list[Any]:
    """The marks of an annotation, with those that pydantic's `Field` holds."""
    found: list[Any] = []
    for mark in marks:
        found += _flatten(tuple(mark.metadata)) if isinstance(mark, FieldInfo) else [mark]
    return found


def _with_marks(field: Field, marks: list[Any]) -> Field:
    """`field` with what the other marks of an annotation say of it."""
    for mark in marks:
        if isinstance(mark, BeforeValidator) and mark.func is as_list:
            field = replace(field, can_be_single=True)
        elif isinstance(mark, Ge):
            field = replace(field, minimum=_as_int(mark.ge))
        elif isinstance(mark, Le):
            field = replace(field, maximum=_as_int(mark.le))
        elif isinstance(mark, MinLen) and field.is_list:
            field = replace(field, minimum=mark.min_length)
    return field


def _as_int(limit: object) -> int:
    assert isinstance(limit, int)
    return limit


def _with_default(field: Field, source: FieldInfo) -> Field:
    """`field` with the value that holds when it is left out, where that is worth telling."""
    value = source.default
    is_group = field.value_type in (v.GROUP, v.TABLE)
    if source.is_required() or field.is_list or is_group or value in (None, ""):
        return field
    return replace(field, default=field.value_type.write(value))


def field_at(class_: type[BaseModel], path: KeyPath) -> Field | None:
    """The field at a path in a thing of class `class_`; of a name in a table, what stands behind
    it. None when there is none."""
    field: Field | None = None
    row: tuple[Field, ...] = fields_of(class_)
    for step in path:
        if isinstance(step, int):
            continue
        if field is not None and field.value_type is v.TABLE:
            field = field.fields[0]
        else:
            named = field.named if field is not None else None
            field = next((f for f in row if f.key == step), named)
        if field is None:
            return None
        row = field.fields if field.value_type is v.GROUP else ()
    return field


def model_at(class_: type[BaseModel], path: KeyPath) -> type[BaseModel] | None:
    """The class of the group at a path inside a thing of class `class_`; None without one."""
    if not any(isinstance(step, str) for step in path):
        return class_
    field = field_at(class_, path)
    return field.model if field is not None else None


def keys_of(model: type[BaseModel] | None) -> list[str]:
    """The keys that can stand in a group of the class `model`."""
    return [field.key for field in fields_of(model)] if model is not None else []


def may_hold(model: type[BaseModel], key: str | int) -> bool:
    """Whether a key can stand in a group of the class `model`."""
    has_own_names = issubclass(model, Part) and model.named_part is not None
    return has_own_names or key in keys_of(model)


Question = Callable[[Field], bool]
"""Whether a field with single values is one that a walk looks for."""


@cache
def fields_with(class_: type[BaseModel], wanted: Question) -> tuple[Field, ...]:
    """The fields of a class that are wanted, or hold one that is."""
    return tuple(field for field in fields_of(class_) if holds(field, wanted))


def holds(field: Field, wanted: Question) -> bool:
    """Whether a field is wanted, or holds one that is."""
    if field.value_type in (v.GROUP, v.TABLE):
        return any(holds(inside, wanted) for inside in field.fields)
    return wanted(field)
