"""A list, text or group where another form belongs: what to say, and how it should be written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError

from ..huis.values import Text, fold_to_line
from ..huis.walk import model_in
from ..reading.keys import field_of, keys_of, model_at
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


def explain_form(
    kind: str, typed: object, field: str, class_: type[BaseModel], path: KeyPath
) -> tuple[str, Repair | None]:
    """What form a value should have had, and how to write what was typed in that form."""
    actual = _FORM_NAMES.get(type(typed), "iets anders")
    in_list = bool(path) and isinstance(path[-1], int)
    if kind == "tuple_type":
        sentence, repair = _explain_list(typed, field, class_, path)
        return f'Bij "{field}" hoort een lijst, maar er staat {actual}. {sentence}', repair
    if kind in {"model_type", "model_attributes_type", "dict_type", "mapping_type"}:
        return _group(typed, field, class_, path, actual)
    if in_list:
        lead = f'Bij "{field}" hoort een lijst van teksten, maar er staat {actual}.'
        return f"{lead} {_QUOTE_ADVICE}", _quote if isinstance(typed, dict) else None
    lead = f'Bij "{field}" hoort één tekst, maar er staat {actual}.'
    if isinstance(typed, dict):
        return f"{lead} {_QUOTE_ADVICE}", None
    only = typed[0] if isinstance(typed, list) and len(typed) == 1 else None
    repair = _strip_brackets if isinstance(only, str) else None
    return f"{lead} Haal de streepjes of haken weg.", repair


def _quote(piece: str) -> str:
    """The text in quotes; the flow around it, if any, stays."""
    return quote(piece.replace('"', "").strip())


def _strip_brackets(piece: str) -> str:
    match = re.fullmatch(r"\[\s*(.*?)\s*\]|-\s+(.*)", piece)
    return (match[1] or match[2] or "") if match else ""


def _explain_list(
    typed: object, field: str, class_: type[BaseModel], path: KeyPath
) -> tuple[str, Repair | None]:
    """How to write a list where `typed` was typed."""
    has_parts = model_in(annotation(class_, path)) is not None
    if isinstance(typed, dict) and has_parts:
        sentence = "Zet voor elk deel een streepje, en de velden van dat deel eronder."
        return sentence, lambda piece: f"- {piece}"
    if not isinstance(typed, str):
        return "Zet voor elk deel een streepje, en een spatie erachter.", None
    if found := parse_bullet(typed):
        character = found[0]
        return describe_bullet(character), lambda piece: (parse_bullet(piece) or ("", ""))[1]
    if re.match(r"-\S", typed):
        return "Achter het streepje hoort een spatie.", lambda piece: re.sub("^-", "- ", piece)
    if "\n" in typed:
        return "Haal de | weg, en zet voor elk deel een streepje en een spatie.", None
    if has_parts:
        fields = keys_of(model_in(annotation(class_, path)))
        sentence = f"Zet eronder voor elk deel een streepje, met de velden {', '.join(fields)}."
        return sentence, None
    parts = _split_parts(typed, class_, path)
    brackets = f"[{', '.join(quote_if_needed(d) for d in parts)}]"
    return "Zet er rechte haken omheen.", lambda piece: brackets if _is_whole(piece, typed) else ""


def _split_parts(text: str, class_: type[BaseModel], path: KeyPath) -> list[str]:
    """The parts of a text that should have been a list: names and short words, never sentences."""
    bare = fold_to_line(text).strip("()")
    parts = [d.strip() for d in re.split(r"[,;]|\s+en\s+", bare) if d.strip()]
    if _is_reference(annotation(class_, path)):
        return parts
    is_short_enough = all(len(d.split()) <= 3 for d in parts) and not bare.endswith((".", "?", "!"))
    return [d.strip() for d in re.split(r"[,;]", bare)] if is_short_enough else [fold_to_line(text)]


def _is_reference(annotation_: Any) -> bool:
    return "Verwijzing(" in repr(annotation_) or "Literal[" in repr(annotation_)


def _is_whole(piece: str, typed: str) -> bool:
    """Whether the piece of a line that is pointed at is the whole of what was typed."""
    return fold_to_line(piece.strip("\"'")) == fold_to_line(typed)


def _group(
    typed: object, field: str, class_: type[BaseModel], path: KeyPath, actual: str
) -> tuple[str, Repair | None]:
    """What to say where a group with fields of its own belongs."""
    in_list = bool(path) and isinstance(path[-1], int)
    model = model_in(annotation(class_, path))
    keys = keys_of(model)
    expected = "horen groepen" if in_list else "hoort een groep"
    sentence = f'Bij "{field}" {expected} met eigen velden, maar er staat {actual}.'
    if isinstance(typed, str) and model and (part := _find_fitting_field(typed, model, in_list)):
        missing = [s for s in _required_keys(model) if s != part.partition(":")[0]]
        extra = f" Vul ook in: {', '.join(missing)}." if missing else ""
        good = part if in_list else f"{{{part}}}"
        return sentence + extra, lambda piece: good if _is_whole(piece, typed) else ""
    if isinstance(typed, str) and re.match(rf"(?:{'|'.join(keys) or '-'}):\S", typed):
        sentence += " Achter de dubbele punt hoort een spatie."
        return sentence, lambda piece: re.sub(r"^(\w+):(?=\S)", r"\1: ", piece)
    if isinstance(typed, list) and not in_list:
        return (
            f"{sentence} Haal de streepjes weg, zodat de velden zonder streepje onder elkaar "
            "staan.",
            (lambda piece: piece.removeprefix("- ") if piece.startswith("- ") else ""),
        )
    return sentence + (f" Hier kunnen staan: {', '.join(keys)}." if keys else ""), None


def build_group(typed: object, class_: type[BaseModel], path: KeyPath) -> str | None:
    """The group, between braces, in which a text that was typed in its place belongs."""
    model = model_in(annotation(class_, path))
    if not isinstance(typed, str) or model is None:
        return None
    part = _find_fitting_field(typed, model, False)
    return f"{{{part}}}" if part else None


def _find_fitting_field(typed: str, model: type[BaseModel], bare: bool) -> str | None:
    """The field of `model` that takes this text, with the text behind it."""
    fields = model.model_fields.items()
    needed = [(n, i) for n, i in fields if i.is_required()] or fields
    for name, info in needed:
        kind = info.rebuild_annotation()
        if model_in(kind) is not None or kind in _TEXT:
            continue
        if "Afbeelding" in repr(kind) and not re.search(r"\.\w{3,4}$", typed):
            continue
        if type_accepts(kind, typed):
            value = fold_to_line(typed) if bare else quote_if_needed(fold_to_line(typed))
            return f"{info.alias or name}: {value}"
    first = next(iter(model.model_fields.items()))
    if bare and first[1].is_required() and first[1].rebuild_annotation() in _TEXT:
        text = fold_to_line(typed)
        return f"{first[0]}: {quote(text) if ': ' in text else text}"
    return None


_TEXT = (Text, Text | None)


def _required_keys(model: type[BaseModel]) -> list[str]:
    return [i.alias or n for n, i in model.model_fields.items() if i.is_required()]


def annotation(class_: type[BaseModel], path: KeyPath) -> Any:
    """The type of the field at `path`, the list around it included."""
    steps = [s for s in path if isinstance(s, str)]
    model = model_at(class_, tuple(steps[:-1]))
    info = field_of(model, steps[-1]) if model and steps else None
    if info is None and len(steps) > 1:
        row = get_args(annotation(class_, tuple(steps[:-1])))
        return row[1] if len(row) == 2 and row[0] is str else None
    return info.rebuild_annotation() if info else None


def accepts(class_: type[BaseModel], path: KeyPath, value: str) -> bool:
    """Whether the field at `path` takes this text."""
    kind = annotation(class_, path)
    if kind is None:
        return False
    return type_accepts(kind, [value] if path and isinstance(path[-1], int) else value)


def type_accepts(kind: Any, value: object) -> bool:
    """Whether a field of this type takes a value."""
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return False
    return True
