"""The JSON Schema of `propositie.json` (draft 2020-12), from the same public models."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel

from ..huis import Kind, Toestemming
from ..huis import value_types as v
from ..huis.fields import Field, fields_of
from .house import ADDRESS, END, FORMAT, VERSION, data_kinds, told_fields

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = Mapping[str, object]

_TEXT: Schema = {"type": "string", "minLength": 1}
_DAY: Schema = {"type": "string", "format": "date"}
_CLOCK: Schema = {"type": "string", "pattern": r"^([01]\d|2[0-3]):[0-5]\d$"}
_NUMBER: Schema = {"type": "number"}
_REFERENCE: Schema = {"type": "string", "format": "iri-reference"}
_FORMS: Mapping[v.ValueType, Schema] = {
    **dict.fromkeys(
        (v.LINE, v.DOOR, v.MARKUP, v.FREE_MARKUP, v.DAYS, v.PHONE, v.POSTCODE, v.POSTCODE_AREA,
         v.COLOUR, v.FONT, v.YEAR_DAY, v.CSV),
        _TEXT,
    ),
    **dict.fromkeys((v.DATE, v.WITHDRAWN), _DAY),
    **dict.fromkeys((v.TIME, v.END_TIME), _CLOCK),
    **dict.fromkeys((v.NUMBER, v.AMOUNT, v.PRICE), _NUMBER),
    v.INTEGER: {"type": "integer"},
    v.YES_NO: {"type": "boolean"},
    v.EMAIL: {"type": "string", "format": "idn-email"},
    v.URL: {"type": "string", "format": "iri"},
    v.IMAGE: _REFERENCE,
    v.DOCUMENT: _REFERENCE,
}  # fmt: skip
"""What each type of value looks like in the file."""
_MAY_GO = frozenset({v.GROUP, v.TABLE, v.MARKUP, v.FREE_MARKUP})
"""What may turn out empty in public, and is then left out, though the house asks for it."""
_END: Schema = {**_DAY, "description": "De laatste dag dat u dit mag laten zien."}


def house_schema(address: str | None) -> bytes:
    """The schema; `address` is where it stands, when the site knows its own address."""
    kinds = data_kinds()
    whole = {
        "$schema": DIALECT,
        **({"$id": address} if address else {}),
        "title": "Propositie",
        "description": (
            "Wat een organisatie openbaar maakt, als gegevens. Lege velden ontbreken. Bij een "
            "nieuwe versie van het programma kunnen er velden en soorten bij komen; lees over wat "
            "u niet kent heen."
        ),
        "type": "object",
        "properties": {**_about(), **{kind.name: _place_of(kind) for kind in kinds}},
        "required": [
            "formaat", "versie", "gemaakt_op", "houdbaar_tot", "voorwaarden",
            *(kind.name for kind in kinds),
        ],
        "additionalProperties": False,
        "$defs": {kind.singular: _thing(kind) for kind in kinds},
    }  # fmt: skip
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _about() -> Mapping[str, Schema]:
    return {
        "$schema": {**_REFERENCE, "description": "Waar dit schema staat."},
        "formaat": {"const": FORMAT},
        "versie": {"const": VERSION, "description": "De versie van dit formaat."},
        "site": {"type": "string", "format": "iri", "description": "Het adres van de site."},
        "gemaakt_op": {**_DAY, "description": "De dag waarop dit bestand gemaakt is."},
        "houdbaar_tot": {
            **_DAY,
            "description": "Gebruik dit bestand na deze dag niet meer: haal dan een nieuw op.",
        },
        "voorwaarden": {
            "description": "Onder welke licentie u dit mag gebruiken, of wie u het vraagt.",
            "type": "object",
            "properties": {
                "licentie": _TEXT,
                "url": {"type": "string", "format": "iri"},
                "vraag": {**_TEXT, "description": "Er is geen licentie: vraag het eerst."},
            },
            "additionalProperties": False,
        },
    }


def _place_of(kind: Kind) -> Schema:
    one = {"$ref": f"#/$defs/{kind.singular}"}
    return one if kind.is_single else {"type": "array", "items": one}


def _thing(kind: Kind) -> Schema:
    """What one thing of a kind looks like. Its fields are those of the public side; whether a part
    can end is known from the side that reading yields."""
    public = {field.name for field in told_fields(kind.public[0])}
    fields = [field for field in told_fields(kind.model) if field.name in public]
    inside = _object(fields, kind.model)
    own: dict[str, Schema] = {
        "id": {**_TEXT, "description": "Hoe het hier heet; blijft gelijk, ook als de naam wijzigt."}
    }
    if kind.address or kind.is_single:
        own[ADDRESS] = {**_REFERENCE, "description": "Waar mensen hierover lezen."}
    if kind.ends or _can_end(kind.model):
        own[END] = _END
    properties = {**own, **inside["properties"]}
    required = [*(key for key in own if key != END), *inside["required"]]
    return {"title": kind.singular, **inside, "properties": properties, "required": required}


def _object(fields: Iterable[Field], class_: type[BaseModel]) -> dict[str, Any]:
    shown = [field for field in fields if not field.is_internal]
    properties: dict[str, object] = {field.key: _described(field) for field in shown}
    if _can_end(class_):
        properties[END] = _END
    return {
        "type": "object",
        "properties": properties,
        "required": [field.key for field in shown if _is_always_there(field)],
        "additionalProperties": False,
    }


def _can_end(class_: type[BaseModel]) -> bool:
    """Whether it stands on somebody's consent."""
    groups = (field.group for field in fields_of(class_))
    return any(group is not None and issubclass(group, Toestemming) for group in groups)


def _is_always_there(field: Field) -> bool:
    return field.required and field.kind is None and field.value_type not in _MAY_GO


def _described(field: Field) -> Schema:
    told = field.explanation
    if field.kind is not None:
        told = f"{told} Het id van een van de {field.kind} hierboven."
    return {**({"description": told} if told else {}), **_form(field)}


def _form(field: Field) -> Schema:
    one = _form_of_one(field)
    return {"type": "array", "items": one, "minItems": 1} if field.is_list else one


def _form_of_one(field: Field) -> Schema:
    if field.value_type is v.GROUP and field.model is not None:
        whole = _object(field.fields, field.model)
        if field.named is not None:
            whole["patternProperties"] = {field.named_pattern: _form(field.named)}
        return whole
    if field.value_type is v.TABLE:
        value = _form(field.fields[0])
        if not field.choices:
            return {"type": "object", "additionalProperties": value}
        known = dict.fromkeys(field.choices, value)
        return {"type": "object", "properties": known, "additionalProperties": False}
    if field.value_type is v.CHOICE:
        return {"enum": list(field.choices)}
    if field.kind is not None:
        return _TEXT
    return _FORMS.get(field.value_type, {})
