"""A validation error of pydantic → a Dutch sentence with a code, and the line as it should be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import BaseModel, ValidationError

from ..dutch import join_words
from ..edits import Certainty
from ..huis.fields import field_at, may_hold, model_at
from ..huis.parsing import fold_to_line
from ..reading.tree import KeyPath
from .characters import clean
from .diagnosis import Defect, Repair
from .intent import guess_value
from .names import find_nearest, find_same_word
from .repair import quote, quote_if_needed, repair_brackets
from .shapes import accepts, build_group, explain_form
from .synonyms import CHOICES
from .unknown_fields import find_field_defects, summarise
from .words import did_you_mean, shorten

MAX_DEFECTS = 1000
"""So many mistakes of one file are worked out and counted."""


def find_defects(
    error: ValidationError | None,
    class_: type[BaseModel],
    empty: list[tuple[KeyPath, bool]],
    duplicates: list[KeyPath],
) -> Iterator[Defect]:
    """Yield what is wrong with a thing of class `class_`, in Dutch.

    `empty` holds the keys without a value (and whether they stand between brackets), `duplicates`
    those that were given twice. An empty field that exists is only absent.
    """
    entries = error.errors(include_url=False)[:MAX_DEFECTS] if error else []
    unknown: dict[KeyPath, object] = {
        _parse_path(r["loc"]): r["input"] for r in entries if r["type"] == "extra_forbidden"
    }
    missing = [_parse_path(r["loc"]) for r in entries if r["type"] == "missing"]
    after_comma = []
    for path, in_brackets in empty[:MAX_DEFECTS]:
        model = model_at(class_, path[:-1])
        if model is None or may_hold(model, path[-1]):
            continue
        if in_brackets:
            after_comma.append(path)
        else:
            unknown[path] = None
    piece = {p[:-1] for p in after_comma}
    duplicates = [*duplicates, *(_find_tot_in_van(r) for r in entries)]
    for path in after_comma:
        yield _explain_comma(path)
    yield from find_field_defects(
        class_, unknown, [m for m in missing if not _is_consequence(m, duplicates, piece)]
    )
    values = []
    for entry in entries:
        path = _parse_path(entry["loc"])
        if _is_about_a_broken_group(entry, path, entries, [*unknown, *after_comma]):
            continue
        # empty lists never get here: one with wrong parts does
        if (
            entry["type"] not in {"extra_forbidden", "missing", "too_short"}
            and path[:-1] not in piece
        ):
            values.append(_explain_value(dict(entry), class_, path))
    yield from summarise(g for g in values if g.code == "V07")
    yield from (g for g in values if g.code != "V07")


def _is_about_a_broken_group(
    entry: Any, path: KeyPath, entries: Sequence[Any], keys: Sequence[KeyPath]
) -> bool:
    """Whether an entry says what a group lacks as a whole, of one with a mistake inside."""
    if not isinstance(entry["input"], dict) or entry["type"] != "waarde":
        return False
    inside = (*keys, *(_parse_path(other["loc"]) for other in entries))
    return any(len(other) > len(path) and other[: len(path)] == path for other in inside)


def _is_consequence(path: KeyPath, duplicates: list[KeyPath], piece: set[KeyPath]) -> bool:
    """Whether a field is missing because its group was given twice, or fell apart at a comma."""
    return path[:-1] in piece or any(path[: len(d)] == d for d in duplicates)


def _find_tot_in_van(entry: Any) -> KeyPath:
    """The time that is missing because it was put in one field with the other."""
    path = _parse_path(entry["loc"])
    both = path[-1:] == ("van",) and _TIME_RANGE.fullmatch(str(entry.get("input")))
    return (*path[:-1], "tot") if both else ("",)


def _explain_comma(path: KeyPath) -> Defect:
    """A key without a value between brackets: mostly the second half of a text or amount."""
    key = shorten(fold_to_line(str(path[-1])))
    if re.match(r"\w+:\S", key):
        sentence = "Achter de dubbele punt hoort een spatie."
        return Defect("V02", sentence, path, True, repair=_repair_brackets, whole_line=True)
    message = (
        f'Voor "{key}" staat een komma, en die scheidt hier twee delen. '
        "Zet een tekst of bedrag met een komma tussen aanhalingstekens."
    )
    return Defect("V02", message, path, True, repair=_repair_brackets, whole_line=True)


def _repair_brackets(entry: str) -> str:
    brackets = repair_brackets(entry)
    return brackets.line if brackets else ""


def _parse_path(loc: tuple[str | int, ...]) -> KeyPath:
    return tuple(step for step in loc if step != "[key]")


def required_fields(class_: type[BaseModel]) -> list[str]:
    """The keys without which no thing of this class can be."""
    fields = class_.model_fields.items()
    return [v.alias or n for n, v in fields if v.is_required() and n != "id"]


_SEARCHED = {"onveilig": "V16", "te_veel_haken": "V11"}
"""The code of what is pointed at by a word that stands in the text."""


def _explain_value(entry: dict[str, Any], class_: type[BaseModel], path: KeyPath) -> Defect:
    kind, typed, context = entry["type"], entry.get("input"), entry.get("ctx") or {}
    field = next((s for s in reversed(path) if isinstance(s, str)), "")
    if kind in _SEARCHED:
        return Defect(_SEARCHED[kind], entry["msg"], path, find=str(context.get("zoek", "")))
    if kind == "strijdig":
        return Defect("V08", entry["msg"], path, find=str(context.get("zoek", "")))
    if kind == "waarde":
        return _explain_not_understood(typed, entry["msg"], class_, path)
    if kind == "literal_error" and isinstance(typed, str):
        return _explain_choice(typed, str(context.get("expected", "")), class_, path)
    if kind in {"greater_than_equal", "less_than_equal"}:
        limit = f"minstens {context['ge']}" if "ge" in context else f"hoogstens {context['le']}"
        message = f'"{shorten(str(typed))}" kan niet bij {field}: het moet {limit} zijn.'
        return Defect("V08", message, path)
    kind = "string_type" if kind == "literal_error" else kind
    form = explain_form(kind, typed, field, class_, path)
    return Defect(
        "V07", form.sentence, path,
        repair=form.repair, below=form.below, certainty=form.certainty,
    )  # fmt: skip


def _replace(typed: str, new: str) -> Repair:
    """Put `new` in place of a value when the text pointed at is that value and nothing else."""

    def repair(piece: str) -> str:
        return new if fold_to_line(piece.strip("\"'")) == fold_to_line(typed) else ""

    return repair


_TIME_RANGE = re.compile(r"(\d{1,2}[:.]\d\d) ?(?:-|–|tot|t/m) ?(\d{1,2}[:.]\d\d)(?: uur)?")


def _explain_not_understood(
    typed: object, message: str, class_: type[BaseModel], path: KeyPath
) -> Defect:
    """A value that its field does not understand, with another spelling that it does."""
    if not isinstance(typed, str):
        return Defect("V08", message, path)
    if path[-1] == "van" and (range_ := _TIME_RANGE.fullmatch(typed)):
        sentence = "Hier staan twee tijden. Zet de eerste bij van, en de tweede bij tot."
        new = f"{range_[1]}, tot: {range_[2]}"
        return Defect("V08", sentence, path, repair=_replace(typed, new))
    good = guess_value(typed, lambda choice: accepts(class_, path, choice))
    if good is not None:
        bare = message.partition(". Schrijf ")[0].rstrip(".") + "."
        repair = _replace(typed, quote_if_needed(good.text))
        return Defect("V08", bare, path, repair=repair, certainty=good.certainty)
    if ", schrijf dan: {tekst:" in message:
        return _offer_own_words(typed, message, path)
    if group := build_group(typed, class_, path):
        bare = re.sub(r": \w+: \{.*", ".", message)  # the example gives way to the line itself
        return Defect("V08", bare, path, repair=_replace(typed, group))
    return Defect("V08", message, path)


def _offer_own_words(typed: str, message: str, path: KeyPath) -> Defect:
    """A sentence that says too much or too little for the calendar: its words can stay."""
    sentence = message.partition(", schrijf dan:")[0] + "?"
    words = f"{{tekst: {quote(fold_to_line(typed))}}}"
    return Defect(
        "V08", sentence, path,
        repair=_replace(typed, words), word="Schrijf dan", certainty=Certainty.LIKELY,
    )  # fmt: skip


def _explain_choice(typed: str, expected: str, class_: type[BaseModel], path: KeyPath) -> Defect:
    choices = re.findall(r"'([^']*)'", expected)
    options = join_words(choices, "of")
    lead = f'"{shorten(fold_to_line(typed))}" kan hier niet. Kies {options}.'
    parts = [find_same_word(d, choices) for d in re.split(r"[,;/+&]|\s+en\s+", typed)]
    if len(parts) > 1 and None not in parts and (field := field_at(class_, path)) and field.is_list:
        brackets = ", ".join(d for d in parts if d)
        if not isinstance(path[-1], int) or path[-1] == 0:
            return Defect("V17", lead, path, repair=_replace(typed, f"[{brackets}]"))
        return Defect("V17", lead, path, repair=_replace(typed, brackets))
    if len(typed.split()) > 1 and "maandag" in choices:
        return Defect("V17", f"{lead} Zet elke dag in een eigen deel van de lijst.", path)
    if "#" in typed:
        return Defect("V17", lead, path)  # what stands behind it would be lost
    bare = clean(typed)
    if same := find_same_word(bare, choices):
        return Defect("V17", lead, path, repair=_replace(typed, same))
    if known := next((k for k in CHOICES.get(bare.lower(), ()) if k in choices), None):
        is_short = known.startswith(bare.lower())
        certainty = Certainty.CERTAIN if is_short else Certainty.LIKELY
        return Defect("V17", lead, path, repair=_replace(typed, known), certainty=certainty)
    nearest = find_nearest(bare, choices)
    repair = _replace(typed, nearest) if nearest else None
    sentence = lead + did_you_mean(nearest)
    return Defect(
        "V17", sentence, path, repair=repair, word="Schrijf dan", certainty=Certainty.LIKELY
    )
