"""A list, text or group where another form belongs: what to say, and how it should be written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from pydantic import BaseModel, TypeAdapter, ValidationError

from ..edits import Certainty
from ..huis.fields import Field, field_at, fields_of, keys_of
from ..huis.parsing import fold_to_line
from ..huis.value_types import IMAGE, LINE
from ..reading.tree import KeyPath
from .characters import describe_bullet, parse_bullet
from .diagnosis import Repair
from .repair import quote, quote_if_needed

_FORM_NAMES: Mapping[type, str] = {
    str: "één tekst",
    list: "een lijst",
    dict: "een groep met eigen velden",
}
_QUOTE_ADVICE = "Staat er een dubbele punt in de tekst? Zet er dan aanhalingstekens omheen."


class Form(NamedTuple):
    """What to say of a wrong form, and how to write what was typed in the right one."""

    sentence: str
    repair: Repair | None = None
    below: Repair | None = None
    """What does so for the other lines of the value."""
    certainty: Certainty | None = None
    """How sure that is; judged by what changes when left out."""


def explain_form(
    kind: str, typed: object, field: str, class_: type[BaseModel], path: KeyPath
) -> Form:
    """What form a value should have had, and how to write what was typed in that form."""
    actual = _FORM_NAMES.get(type(typed), "iets anders")
    in_list = bool(path) and isinstance(path[-1], int)
    if kind == "tuple_type":
        form = _explain_list(typed, class_, path)
        lead = f'Bij "{field}" hoort een lijst, maar er staat {actual}.'
        return form._replace(sentence=f"{lead} {form.sentence}")
    if kind in {"model_type", "model_attributes_type", "dict_type", "mapping_type"}:
        return _group(typed, field, class_, path, actual)
    if in_list:
        lead = f'Bij "{field}" hoort een lijst van teksten, maar er staat {actual}.'
        return Form(f"{lead} {_QUOTE_ADVICE}", _quote if isinstance(typed, dict) else None)
    lead = f'Bij "{field}" hoort één tekst, maar er staat {actual}.'
    if isinstance(typed, dict):
        return Form(f"{lead} {_QUOTE_ADVICE}")
    only = typed[0] if isinstance(typed, list) and len(typed) == 1 else None
    repair = _strip_brackets if isinstance(only, str) else None
    return Form(f"{lead} Haal de streepjes of haken weg.", repair)


def _quote(piece: str) -> str:
    """The text in quotes; the flow around it, if any, stays."""
    return quote(piece.replace('"', "").strip())


def _strip_brackets(piece: str) -> str:
    match = re.fullmatch(r"\[\s*(.*?)\s*\]|-\s+(.*)", piece)
    return (match[1] or match[2] or "") if match else ""


def _explain_list(typed: object, class_: type[BaseModel], path: KeyPath) -> Form:
    """How to write a list where `typed` was typed."""
    has_parts = group_at(class_, path) is not None
    if isinstance(typed, dict) and has_parts:
        sentence = "Zet voor elk deel een streepje, en de velden van dat deel eronder."
        return Form(sentence, lambda piece: f"- {piece}", lambda piece: f"  {piece}")
    if not isinstance(typed, str):
        return Form("Zet voor elk deel een streepje, en een spatie erachter.")
    if found := parse_bullet(typed):
        return Form(describe_bullet(found[0]), _put_dash, _put_dash)
    if re.match(r"-\S", typed):
        return Form("Achter het streepje hoort een spatie.", _space_dash, _space_dash)
    if "\n" in typed:
        return Form("Haal de | weg, en zet voor elk deel een streepje en een spatie.")
    if has_parts:
        fields = keys_of(group_at(class_, path))
        return Form(f"Zet eronder voor elk deel een streepje, met de velden {', '.join(fields)}.")
    parts = _split_parts(typed, class_, path)
    brackets = f"[{', '.join(quote_if_needed(d) for d in parts)}]"
    return Form(
        "Zet er rechte haken omheen.", lambda piece: brackets if _is_whole(piece, typed) else ""
    )


def _put_dash(piece: str) -> str:
    """A part of a list with a dash in place of its mark; empty when it has none."""
    return (parse_bullet(piece) or ("", ""))[1]


def _space_dash(piece: str) -> str:
    """A part of a list with a space behind its dash; empty when it is no part."""
    return re.sub(r"^-(?=\S)", "- ", piece) if piece.startswith("-") else ""


def _split_parts(text: str, class_: type[BaseModel], path: KeyPath) -> list[str]:
    """The parts of a text that should have been a list: names and short words, never sentences."""
    bare = fold_to_line(text).strip("()")
    parts = [d.strip() for d in re.split(r"[,;]|\s+en\s+", bare) if d.strip()]
    field = field_at(class_, path)
    if field is not None and (field.kind is not None or field.choices):
        return parts
    is_short_enough = all(len(d.split()) <= 3 for d in parts) and not bare.endswith((".", "?", "!"))
    return [d.strip() for d in re.split(r"[,;]", bare)] if is_short_enough else [fold_to_line(text)]


def _is_whole(piece: str, typed: str) -> bool:
    """Whether the piece of a line that is pointed at is the whole of what was typed."""
    return fold_to_line(piece.strip("\"'")) == fold_to_line(typed)


def _group(typed: object, field: str, class_: type[BaseModel], path: KeyPath, actual: str) -> Form:
    """What to say where a group with fields of its own belongs."""
    in_list = bool(path) and isinstance(path[-1], int)
    model = group_at(class_, path)
    keys = keys_of(model)
    expected = "horen groepen" if in_list else "hoort een groep"
    sentence = f'Bij "{field}" {expected} met eigen velden, maar er staat {actual}.'
    if isinstance(typed, str) and model and (part := _find_fitting_field(typed, model, in_list)):
        missing = [s for s in _required_keys(model) if s != part.partition(":")[0]]
        extra = f" Vul ook in: {', '.join(missing)}." if missing else ""
        good = part if in_list else f"{{{part}}}"
        certainty = Certainty.SHOWN_ONLY if missing else None  # the rest only a person knows
        return Form(
            sentence + extra,
            lambda piece: good if _is_whole(piece, typed) else "",
            certainty=certainty,
        )
    if isinstance(typed, str) and re.match(rf"(?:{'|'.join(keys) or '-'}):\S", typed):
        sentence += " Achter de dubbele punt hoort een spatie."
        return Form(sentence, _space_colon, _space_colon)
    if isinstance(typed, list) and not in_list:
        sentence += " Haal de streepjes weg, zodat de velden zonder streepje onder elkaar staan."
        return Form(sentence, _drop_dash, _drop_dash)
    return Form(sentence + (f" Hier kunnen staan: {', '.join(keys)}." if keys else ""))


def _space_colon(piece: str) -> str:
    """A field with a space behind its colon; empty when it is no field."""
    return re.sub(r"^(\w+):(?=\S)", r"\1: ", piece) if re.match(r"\w+:", piece) else ""


def _drop_dash(piece: str) -> str:
    """A field without the dash before it; empty when it has none."""
    return piece.removeprefix("- ") if piece.startswith("- ") else ""


def build_group(typed: object, class_: type[BaseModel], path: KeyPath) -> str | None:
    """The group, between braces, in which a text that was typed in its place belongs."""
    model = group_at(class_, path)
    if not isinstance(typed, str) or model is None:
        return None
    part = _find_fitting_field(typed, model, False)
    return f"{{{part}}}" if part else None


def _find_fitting_field(typed: str, model: type[BaseModel], bare: bool) -> str | None:
    """The field of `model` that takes this text, with the text behind it."""
    fields = fields_of(model)
    for field in [f for f in fields if f.required] or fields:
        if field.group is not None or _is_plain(field):
            continue
        if field.value_type is IMAGE and not re.search(r"\.\w{3,4}$", typed):
            continue
        if _type_accepts(field, typed):
            value = fold_to_line(typed) if bare else quote_if_needed(fold_to_line(typed))
            return f"{field.key}: {value}"
    first = fields[0]
    if bare and first.required and _is_plain(first):
        text = fold_to_line(typed)
        return f"{first.key}: {quote(text) if ': ' in text else text}"
    return None


def _is_plain(field: Field) -> bool:
    """Whether a field holds one text that may be anything."""
    return field.value_type is LINE and not field.is_list


def _required_keys(model: type[BaseModel]) -> list[str]:
    return [field.key for field in fields_of(model) if field.required]


def group_at(class_: type[BaseModel], path: KeyPath) -> type[BaseModel] | None:
    """The class of the groups that the field at `path` holds; None when it holds none."""
    field = field_at(class_, path)
    return field.group if field is not None else None


def accepts(class_: type[BaseModel], path: KeyPath, value: object) -> bool:
    """Whether the field at `path` takes this value."""
    field = field_at(class_, path)
    if field is None:
        return False
    in_list = bool(path) and isinstance(path[-1], int)
    return _type_accepts(field, [value] if in_list else value)


def _type_accepts(field: Field, value: object) -> bool:
    """Whether a field takes a value."""
    try:
        _adapter(field).validate_python(value)
    except ValidationError:
        return False
    return True


@cache
def _adapter(field: Field) -> TypeAdapter[object]:
    """What reads the values of a field; making one costs more than a hundred values."""
    return TypeAdapter(field.annotation)
