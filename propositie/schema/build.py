"""The fields of a kind → a JSON Schema (draft-07, which the YAML extension knows best).

Three kinds of file refer to one another by name: `vormen.json` holds what values look like,
`ids.json` what exists in the house (so that a new thing changes one file), and each kind has
one with its fields. An empty value counts as absent, as it does for the reader; so nothing here
says `type` outright, but: empty, or of this type.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ..example import example_of
from ..huis import Kind, value_types
from ..huis.fields import Field
from ..huis.notation import Schema

DIALECT = "http://json-schema.org/draft-07/schema#"
TYPES_FILE = "vormen.json"
IDS_FILE = "ids.json"

_EMPTY_DEPTH = 4
"""So deep can what is empty lie in what is empty. A schema that refers to itself would say it for
any depth, but the extension cannot check such a schema."""


def _empty(depth: int = _EMPTY_DEPTH) -> Schema:
    """What counts as absent: nothing, or a list or group of nothing."""
    otherwise = _empty(depth - 1) if depth else {"type": "null"}
    return {
        "anyOf": [
            {"type": "null"},
            {"type": "string", "maxLength": 0},
            {"type": "array", "items": otherwise},
            {"type": "object", "additionalProperties": otherwise},
        ]
    }


def _unless_empty(requirement: Schema) -> Schema:
    return {"if": {"$ref": "#/definitions/leeg"}, "else": requirement}


def types_schema() -> Schema:
    """What values look like, by form; the same for every house."""
    return {
        "$schema": DIALECT,
        "definitions": {
            "leeg": _empty(),
            "alleen_leeg": _unless_empty({"not": {}}),
            "gevuld": {
                "if": {"$ref": "#/definitions/leeg"},
                # Nothing empty is a boolean: this refuses it with a sentence of our own.
                "then": {"type": "boolean", "errorMessage": "Dit veld is verplicht: vul het in."},
            },
            "lijst": _unless_empty({
                "type": "array",
                "errorMessage": "Hier hoort een lijst. Zet voor elk deel een streepje.",
            }),
            "groep": _unless_empty({
                "type": "object",
                "errorMessage": "Hier hoort een groep met eigen velden, elk op een regel.",
            }),
            **{
                value_type.key: _unless_empty(value_type.schema or {})
                for value_type in value_types.VALUE_TYPES
            },
        },
    }  # fmt: skip


def ids_schema(ids: Mapping[str, Mapping[str, str]], singular: Mapping[str, str]) -> Schema:
    """What exists in the house: per kind, id → name."""
    return {
        "$schema": DIALECT,
        "definitions": {
            **{kind: _ids(kind, names, singular[kind]) for kind, names in ids.items()},
            **{f"{kind}-namen": _names(names.values()) for kind, names in ids.items()},
        },
    }


def _ids(kind: str, names: Mapping[str, str], singular: str) -> Schema:
    message = (
        f"Er is geen {singular} met deze naam. Noem een bestand uit de map {kind}, zonder .yml. "
        "Staat het er nog maar net, draai dan eerst: propositie schema"
    )
    if not names:
        return {"type": "null", "errorMessage": message}
    pairs = [(value, name) for id_, name in names.items() for value in _as_read(id_)]
    return {
        "enum": [value for value, _ in pairs],
        "enumDescriptions": [name for _, name in pairs],
        "errorMessage": message,
    }


def _names(names: Iterable[str]) -> Schema:
    """What things are called, which the reader takes for their ids; no editor offers it."""
    choices = sorted({" ".join(name.split()) for name in names if name})
    return {
        "type": "string",
        "pattern": rf"^\s*(?:{'|'.join(map(_any_case, choices))})\s*$",
        "errorMessage": "Er is niets met deze naam.",
    }


def _any_case(name: str) -> str:
    """A pattern for a name with capitals or without, and with any number of spaces."""
    letters = (
        f"[{c.upper()}{c.lower()}]" if c.isalpha() and c.upper() != c.lower() else re.escape(c)
        for c in name
    )
    return "".join(letters).replace("\\ ", r"\s+")


def _as_read(text: str) -> Iterable[str | int | float | bool]:
    """A word as it was typed, and as an editor reads it when it looks like a number or truth."""
    yield text
    if text in {"true", "false"}:
        yield text == "true"
    elif re.fullmatch(r"[0-9]+", text):
        yield int(text)
    elif re.fullmatch(r"0x[0-9a-f]+|0o[0-7]+", text):
        yield int(text, 0)
    elif re.fullmatch(r"[0-9]+e-?[0-9]{1,3}", text):
        yield float(text)


def kind_schema(kind: Kind, fields: tuple[Field, ...]) -> Schema:
    """The schema of one file of a kind."""
    example = example_of(kind.name)
    return {
        "$schema": DIALECT,
        "title": kind.singular.capitalize(),
        "type": "object",
        **_build_fields(fields, example),
        "allOf": [_build_required(v) for v in fields if v.required],
    }


def _build_fields(fields: Iterable[Field], example: object) -> Schema:
    """The keys that a group knows, and what stands behind each."""
    row = example if isinstance(example, list) else [example]
    merged = {k: w for part in reversed(row) if isinstance(part, dict) for k, w in part.items()}
    own = {v.key: _field(v, merged.get(v.key)) for v in fields}
    return {
        "properties": own,
        "additionalProperties": False,
        "errorMessage": f"Dit veld bestaat hier niet. Hier kunnen staan: {', '.join(own)}.",
    }


def _build_required(field: Field) -> Schema:
    return {
        "required": [field.key],
        "properties": {field.key: _ref("gevuld")},
        "errorMessage": f'Het verplichte veld "{field.key}" ontbreekt. {field.explanation}',
    }


def _field(field: Field, example: object) -> Schema:
    """The schema of a field: what staff read, and what may stand there."""
    result: Schema = {"title": field.label, "description": description(field)}
    result["markdownDescription"] = "\n\n".join([result["description"], *_example_lines(example)])
    if isinstance(example, str) and field.value_type.notations:
        result["examples"] = list(dict.fromkeys([example, *field.value_type.notations]))
    return {**result, **_requirement(field, example)}


def description(field: Field) -> str:
    """What a field is for, with what else staff must know of it, on one line."""
    parts = [
        field.explanation,
        f"Vorm: {field.value_type.name}{', een lijst' if field.is_list else ''}.",
    ]
    if field.required:
        parts.append("Verplicht.")
    if field.default is not None:
        parts.append(f"Laat u het weg, dan geldt: {field.default}.")
    if field.is_internal and "nooit op de site" not in field.explanation:
        parts.append("Intern: komt nooit op de site.")
    return " ".join(parts)


def _example_lines(example: object) -> Iterable[str]:
    """The example of a text, or of a list of texts."""
    if isinstance(example, list) and all(isinstance(w, str) for w in example):
        yield "Bijvoorbeeld: " + ", ".join(f"`{w}`" for w in example)
    elif isinstance(example, str) and "\n" not in example:
        yield f"Bijvoorbeeld: `{example}`"


def _requirement(field: Field, example: object) -> Schema:
    if field.value_type is value_types.GROUP:
        value = _group(field, example)
    elif field.value_type is value_types.TABLE:
        value = _table(field)
    else:
        value = _build_value(field)
    if not field.is_list:
        return value
    if field.can_be_single:
        return {"items": value, "anyOf": [value, {"type": "array"}]}
    return {"items": value, "allOf": [_ref("lijst")]}


def _build_value(field: Field) -> Schema:
    """One value that is no group."""
    if field.value_type is value_types.CHOICE:
        *others, last = field.choices
        message = f"Kies {', '.join(others)} of {last}." if others else f"Schrijf {last}."
        choice = {"enum": list(field.choices), "errorMessage": message}
        spelled = "|".join(map(_any_case, field.choices)).replace("_", r"[_\s]+")
        # As the reader takes it, with capitals; no editor offers it.
        other = {"type": "string", "pattern": rf"^\s*(?:{spelled})\s*$", "errorMessage": message}
        return {"anyOf": [choice, other, _ref("alleen_leeg")]}
    if field.kind is not None:
        # An id between quotes may have spaces around it; only the reader sees through those.
        padded = {"type": "string", "pattern": r"^\s|\s$"}
        choice = {"$ref": f"{IDS_FILE}#/definitions/{field.kind}"}
        named = {"$ref": f"{IDS_FILE}#/definitions/{field.kind}-namen"}
        return {"anyOf": [choice, padded, named, _ref("alleen_leeg")]}
    # `anyOf` of one: the extension then knows that the value follows on the same line.
    return {
        "anyOf": [_ref(field.value_type.key)],
        **({} if field.is_list else _bounds(field)),
    }


def _bounds(field: Field) -> Schema:
    """What a number must lie between, as far as an editor can tell.

    To an editor `1.250` is less than two: a lower bound above one would refuse it.
    """
    bounds: Schema = {}
    if field.minimum is not None and field.minimum <= 1:
        bounds["minimum"] = field.minimum
    if field.maximum is not None:
        bounds["maximum"] = field.maximum
    if not bounds:
        return {}
    message = field.bounds_in_words
    return {"if": bounds, "else": {"type": "null", "errorMessage": message}}


def _group(field: Field, example: object) -> Schema:
    """A group; what is required in it is so once anything in it is filled in."""
    requirements = [_ref("groep")]
    required = [_build_required(v) for v in field.fields if v.required]
    if required:
        requirements.append({"if": _ref("leeg"), "else": {"allOf": required}})
    result = _build_fields(field.fields, example)
    if field.named is not None:
        result["patternProperties"] = {field.named_pattern: _requirement(field.named, None)}
    if field.text_key:
        is_text = {"type": ["string", "number", "boolean"]}
        return {**result, "if": is_text, "else": {"allOf": requirements}}
    return {**result, "allOf": requirements}


def _table(field: Field) -> Schema:
    """Names of one's own, or from a row, each with a value behind it."""
    value = _requirement(field.fields[0], None)
    if not field.choices:
        return {"additionalProperties": value, "allOf": [_ref("groep")]}
    otherwise = {"type": "null", "errorMessage": f"Hier kunnen staan: {', '.join(field.choices)}."}
    return {
        "properties": {name: {"title": name.capitalize(), **value} for name in field.choices},
        "additionalProperties": {"if": _ref("leeg"), "else": otherwise},
        "allOf": [_ref("groep")],
    }


def _ref(name: str) -> Schema:
    return {"$ref": f"{TYPES_FILE}#/definitions/{name}"}
