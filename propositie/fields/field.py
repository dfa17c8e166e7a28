"""One field as staff meet it, worked out from the annotation of a model's field."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Le, MinLen
from pydantic import AfterValidator, BaseModel, BeforeValidator
from pydantic.fields import FieldInfo

from ..huis import values as v
from ..huis.base import Internal, Part, Thing
from ..huis.docs import read_explanations


class FieldType(Enum):
    """In what form a value is written; the value is the Dutch word for it."""

    LINE = "tekst op één regel"
    MARKUP = "tekst van meer regels, met opmaak"
    NUMBER = "getal"
    INTEGER = "heel getal"
    AMOUNT = "bedrag in euro's"
    DATE = "datum"
    WITHDRAWN = "datum of ja"
    TIME = "tijd"
    YES_NO = "ja of nee"
    PHONE = "telefoonnummer"
    EMAIL = "e-mailadres"
    URL = "webadres"
    POSTCODE = "postcode"
    COLOUR = "kleurcode"
    CHOICE = "keuze"
    REFERENCE = "id"
    IMAGE = "naam van een beeldbestand"
    FONT = "naam van een letterbestand"
    GROUP = "groep met eigen velden"
    TABLE = "eigen namen met een waarde erachter"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a thing, or of a group inside it."""

    key: str
    """The key in the YAML."""
    explanation: str
    """What the field is for, in Dutch, for staff; empty for what stands inside a TABEL."""
    field_type: FieldType
    is_list: bool = False
    """Whether it holds a list of values of this form."""
    can_be_single: bool = False
    """Whether a list of one may be written as one value."""
    required: bool = False
    is_internal: bool = False
    """Whether it never reaches the public edition; then what stands inside it does not either."""
    choices: tuple[str, ...] = ()
    """What can be chosen (KEUZE), or which names a TABEL may have (none: all names)."""
    kind: str | None = None
    """The kind of thing that an id refers to (VERWIJZING)."""
    fields: tuple[Field, ...] = ()
    """The fields of a GROEP; the one field that stands behind each name of a TABEL."""
    short_word: str | None = None
    """A word that may stand in place of a GROEP, such as `is_free`."""
    minimum: int | None = None
    maximum: int | None = None
    default: str | None = None
    """What holds when the field is left out, as text; None when nothing does."""

    @property
    def label(self) -> str:
        """The key as a word: `te_vinden` → `Te vinden`."""
        return self.key.replace("_", " ").capitalize()


_PARSERS: Mapping[Callable[..., Any], FieldType] = {
    v.parse_number: FieldType.NUMBER,
    v.parse_amount: FieldType.AMOUNT,
    v.parse_integer: FieldType.INTEGER,
    v.parse_date: FieldType.DATE,
    v.parse_withdrawn: FieldType.WITHDRAWN,
    v.parse_time: FieldType.TIME,
    v.parse_yes_no: FieldType.YES_NO,
    v.parse_phone: FieldType.PHONE,
    v.parse_email: FieldType.EMAIL,
    v.parse_url: FieldType.URL,
    v.parse_postcode: FieldType.POSTCODE,
    v.parse_colour: FieldType.COLOUR,
}
_PLAIN_TYPES = {str, bool, date, time, Decimal}
_MARKS: Mapping[type, FieldType] = {
    v.Markup: FieldType.MARKUP,
    v.ImageFile: FieldType.IMAGE,
    v.FontFile: FieldType.FONT,
}


@cache
def fields_of(class_: type[BaseModel]) -> tuple[Field, ...]:
    """The fields that staff fill in for `class_`, in the order of the model, without `id`."""
    text = read_explanations(class_)
    public = _public_fields(class_)
    return tuple(
        _with_default(
            replace(
                _field_from(_annotation(field)),
                key=field.alias or name,
                explanation=text.get(name, ""),
                required=field.is_required(),
                is_internal=name not in public,
            ),
            field,
        )
        for name, field in class_.model_fields.items()
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


def _field_from(annotation: Any) -> Field:
    """The form that an annotation asks for; key, help and the like are filled in elsewhere."""
    bare = Field("", "", FieldType.LINE)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return replace(bare, field_type=FieldType.GROUP, fields=fields_of(annotation))
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _with_marks(_field_from(parts[0]), parts[1:])
    if origin is Literal:
        return replace(bare, field_type=FieldType.CHOICE, choices=tuple(parts))
    if origin in {Union, types.UnionType}:
        return _field_from(next(d for d in parts if d is not type(None)))
    if origin is tuple:
        return replace(_field_from(parts[0]), is_list=True)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return replace(
            bare,
            field_type=FieldType.TABLE,
            choices=_field_from(parts[0]).choices,
            fields=(_field_from(parts[1]),),
        )
    if annotation is int:
        return replace(bare, field_type=FieldType.INTEGER)
    if annotation in _PLAIN_TYPES:
        return bare
    raise TypeError(f"no form for {annotation!r}")


def _with_marks(field: Field, marks: tuple[Any, ...]) -> Field:
    """`field` with what the marks of an annotation say of it."""
    for mark in marks:
        if isinstance(mark, FieldInfo):
            field = _with_marks(field, tuple(mark.metadata))
        elif isinstance(mark, v.Reference):
            field = replace(field, field_type=FieldType.REFERENCE, kind=mark.kind)
        elif type(mark) in _MARKS:
            field = replace(field, field_type=_MARKS[type(mark)])
        elif isinstance(mark, v.ShortWord):
            field = replace(field, short_word=mark.word)
        elif isinstance(mark, BeforeValidator | AfterValidator):
            if mark.func is v.as_list:
                field = replace(field, can_be_single=True)
            elif (field_type := _PARSERS.get(mark.func)) is not None:
                field = replace(field, field_type=field_type)
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
    if (
        source.is_required()
        or field.is_list
        or field.field_type in {FieldType.GROUP, FieldType.TABLE}
        or value is None
    ):
        return field
    if isinstance(value, bool):
        value = "ja" if value else "nee"
    text = (
        str(value).replace(".", ",")
        if field.field_type in {FieldType.NUMBER, FieldType.AMOUNT}
        else str(value)
    )
    return replace(field, default=text)
