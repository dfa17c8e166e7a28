"""Every value type in every nesting: nothing internal leaks, and whatever is asked is found."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

import pytest
from pydantic import ValidationError, create_model

from propositie.edition import public_class, public_view
from propositie.explaining.rejected import find_defects
from propositie.forms.config import _field as form_of
from propositie.huis.base import Internal, Part, Thing
from propositie.huis.dates import YearDay
from propositie.huis.days import Days
from propositie.huis.fields import Field, KeyPath, field_at, fields_of, model_at
from propositie.huis.value_types import (
    DATES,
    FILES,
    FREE_MARKUP,
    LINE,
    VALUE_TYPES,
    ValueType,
    reference,
)
from propositie.huis.walk import everything, is_date, is_file, is_reference, walk, walk_typed
from propositie.reading import Source
from propositie.reading.references import find_dangling_references, named_by
from propositie.reading.tree import parse_tree
from propositie.schema.build import _build_fields as schema_of

REFERENCE = reference("diensten")
TYPES: tuple[ValueType, ...] = (*VALUE_TYPES, FREE_MARKUP, REFERENCE)
PYTHON: Mapping[str, Any] = {
    "number": Decimal, "amount": Decimal, "price": Decimal, "integer": int, "date": date,
    "withdrawn": date | None, "time": time, "end_time": time, "days": Days, "yes_no": bool,
    "year_day": YearDay,
}  # fmt: skip
BROKEN: Mapping[str, Any] = {
    "line": {"kapot": "x"}, "reference": {"kapot": "x"}, "markup": "[kapot](javascript:kapot)",
    "image": "map/kapot.webp", "door": "kapot: dit is langer dan op een deur past",
}  # fmt: skip
"""What a type refuses; any other refuses a word."""
NESTINGS = ("los", "lijst", "namen", "namen_lijst")


def nested(inside: Any) -> Mapping[str, Any]:
    """An annotation in every nesting, by its name."""
    return {
        "los": inside,
        "lijst": tuple[inside, ...],
        "namen": Mapping[str, inside],
        "namen_lijst": Mapping[str, tuple[inside, ...]],
    }


def nest(nesting: str, value: Any) -> Any:
    """A value in one of those nestings."""
    return {
        "los": value,
        "lijst": [value],
        "namen": {"naam": value},
        "namen_lijst": {"naam": [value]},
    }[nesting]


def name_of(value_type: ValueType) -> str:
    """A key for a type: two have the same word for schemas."""
    return "vrij" if value_type is FREE_MARKUP else value_type.key


def annotation_of(value_type: ValueType) -> Any:
    return Annotated[PYTHON.get(value_type.key, str), value_type]


ROWS: dict[str, Any] = {
    f"{name_of(t)}_{nesting}": (annotation, ...)
    for t in TYPES
    for nesting, annotation in nested(annotation_of(t)).items()
}
Deel: Any = create_model("Deel", __base__=Part, **ROWS)
SIDES: Any = (Deel, Internal)
InternalDeel: Any = create_model("InternalDeel", __base__=SIDES, geheim=(annotation_of(LINE), ...))
PUBLIC: dict[str, Any] = {f"deel_{n}": (a, ...) for n, a in nested(Deel).items()}
INTERNAL: dict[str, Any] = {f"deel_{n}": (a, ...) for n, a in nested(InternalDeel).items()}
Ding: Any = create_model("Ding", __base__=Thing, **ROWS, **PUBLIC)
DING_SIDES: Any = (Ding, Internal)
InternalDing: Any = create_model(
    "InternalDing", __base__=DING_SIDES, **INTERNAL, geheim=(annotation_of(LINE), ...)
)
GEHEIM = "dit blijft binnen"

TYPED_PART = {f"{name_of(t)}_{n}": nest(n, t.example) for t in TYPES for n in NESTINGS}
TYPED = {
    **TYPED_PART,
    **{f"deel_{n}": nest(n, {**TYPED_PART, "geheim": GEHEIM}) for n in NESTINGS},
    "geheim": GEHEIM,
}
"""What staff would type: every field, in every nesting, on both levels."""


@pytest.fixture(scope="module")
def thing() -> Thing:
    read = InternalDing.model_validate({**TYPED, "id": "ding"})
    assert isinstance(read, Thing)
    return read


def keys_in(paths: list[KeyPath]) -> set[tuple[str, ...]]:
    return {tuple(step for step in path if isinstance(step, str)) for path in paths}


def expected(types: tuple[ValueType, ...]) -> int:
    """How many values of these types there are: in each nesting, on both levels."""
    return len(types) * len(NESTINGS) * (1 + len(NESTINGS))


def test_the_tree_knows_every_type_in_every_nesting() -> None:
    for value_type in TYPES:
        for nesting in NESTINGS:
            path = (f"{name_of(value_type)}_{nesting}", *(["naam"] if "namen" in nesting else []))
            field = field_at(InternalDing, path)
            assert field is not None, path
            assert field.value_type is value_type
            assert field.is_list is ("lijst" in nesting)


def test_every_value_is_walked_through_once(thing: Thing) -> None:
    paths = [path for path, _, _ in walk(thing, everything)]
    assert len(paths) == len(set(paths)) == expected(TYPES) + 1 + len(NESTINGS)


def test_references_files_and_dates_are_found_at_any_depth(thing: Thing) -> None:
    found = list(walk(thing, is_reference))
    assert len(found) == expected((REFERENCE,))
    assert {field.kind for _, field, _ in found} == {"diensten"}
    assert len(list(walk(thing, is_file))) == expected(FILES)
    days = list(walk(thing, is_date))
    assert len(days) == expected(DATES)
    assert all(isinstance(day, date) for _, _, day in days)


def test_a_reference_in_a_mapping_of_parts_that_leads_nowhere_is_told_in_its_place(
    tmp_path: Path,
) -> None:
    part = {**TYPED_PART, "geheim": GEHEIM, "reference_los": "nergens"}
    typed = {**TYPED, "deel_namen": {"naam": part}}
    text = json.dumps(typed, indent=1)
    (tmp_path / "ding.yml").write_text(text, "utf-8")
    read = InternalDing.model_validate({**typed, "id": "ding"})
    key = ("diensten", "ding")
    assert isinstance(read, Thing)
    sources = {key: Source(tmp_path / "ding.yml", "ding.yml")}
    found = [
        p
        for p in find_dangling_references({key: named_by(read)}, sources, {})
        if p.value == "nergens"
    ]
    assert [p.path for p in found] == [("deel_namen", "naam", "reference_los")]
    line = sources[key].location(found[0].path).line
    assert "nergens" in text.splitlines()[line - 1]


def test_what_is_typed_is_walked_through_as_what_is_read(thing: Thing) -> None:
    fields = {field.key: field for field in fields_of(InternalDing)}
    typed = {path: field.value_type for path, field, _ in walk_typed(TYPED, fields)}
    assert typed == {path: field.value_type for path, field, _ in walk(thing, everything)}


def instances(value: Any) -> list[Any]:
    """Every part inside a value, whatever holds it."""
    if isinstance(value, Part):
        inside = [w for name in type(value).model_fields for w in instances(getattr(value, name))]
        return [value, *inside]
    if isinstance(value, Mapping):
        return [w for item in value.values() for w in instances(item)]
    if isinstance(value, tuple):
        return [w for item in value for w in instances(item)]
    return []


def test_nothing_internal_reaches_the_public_side(thing: Thing) -> None:
    public = public_view(thing, Ding)
    found = instances(public)
    assert len(found) == 1 + len(NESTINGS)
    assert {type(part) for part in found} == {Ding, Deel}
    assert GEHEIM not in repr(public)
    assert repr(thing).count(GEHEIM) == 1 + len(NESTINGS)
    assert public_class(InternalDing) is Ding


def broken_values(value_type: ValueType) -> Mapping[KeyPath, Any]:
    """A broken value in place of each of a type, by its path, on both levels."""
    below: Mapping[str, KeyPath] = {
        "los": (), "lijst": (0,), "namen": ("naam",), "namen_lijst": ("naam", 0),
    }  # fmt: skip
    paths: list[KeyPath] = [(f"{name_of(value_type)}_{n}", *below[n]) for n in NESTINGS]
    paths += [(f"deel_{n}", *below[n], *path) for n in NESTINGS for path in tuple(paths)]
    return dict.fromkeys(paths, BROKEN.get(value_type.key, "kapot"))


def with_broken(path: KeyPath, value: Any) -> Any:
    """Everything that was typed, with one value broken."""
    tree: Any = json.loads(json.dumps(TYPED))
    spot = tree
    for step in path[:-1]:
        spot = spot[step]
    spot[path[-1]] = value
    return tree


@pytest.mark.parametrize("value_type", [t for t in TYPES if t is not FREE_MARKUP], ids=name_of)
def test_a_broken_value_has_its_place(value_type: ValueType, tmp_path: Path) -> None:
    file = tmp_path / "ding.yml"
    values = broken_values(value_type)
    assert len(values) == expected((value_type,))
    for path, value in values.items():
        text = json.dumps(with_broken(path, value), indent=1, ensure_ascii=False)
        file.write_text(text, "utf-8")
        tree = parse_tree(text)
        assert isinstance(tree, dict)
        with pytest.raises(ValidationError) as error:
            InternalDing.model_validate({**tree, "id": "ding"})
        [defect] = list(find_defects(error.value, InternalDing, [], []))
        assert defect.path == path
        found = field_at(InternalDing, path)
        assert found is not None
        assert found.value_type is value_type
        place = Source(file, "ding.yml").location(defect.path)
        assert place.line is not None
        assert "kapot" in "".join(text.splitlines()[place.line - 1 : place.line + 1])


@pytest.mark.parametrize("value_type", TYPES, ids=name_of)
def test_what_a_type_writes_it_reads_as_the_same(value_type: ValueType) -> None:
    assert value_type.parse is not None
    for typed in (value_type.example, *value_type.notations):
        read = value_type.parse(typed)
        assert value_type.parse(value_type.write(read)) == read


def test_a_type_says_everything_of_itself() -> None:
    for value_type in VALUE_TYPES:
        assert all((value_type.name, value_type.key, value_type.example, value_type.parse))
        assert value_type.schema is not None
        assert value_type.schema["errorMessage"]
    assert len({t.key for t in VALUE_TYPES}) == len(VALUE_TYPES)


def test_forms_and_schemas_can_show_every_nesting() -> None:
    fields = fields_of(InternalDing)
    assert len([form_of(field) for field in fields]) == len(fields)
    assert set(schema_of(fields, TYPED)["properties"]) == set(TYPED)


def test_a_type_that_says_nowhere_how_it_is_read_is_refused() -> None:
    model = create_model("Model", __base__=Part, dag=(date, ...))
    with pytest.raises(TypeError, match="no value type"):
        fields_of(model)


def test_the_class_of_a_group_is_found_behind_names_and_in_lists() -> None:
    assert model_at(InternalDing, ("deel_namen", "naam")) is InternalDeel
    assert model_at(InternalDing, ("deel_namen_lijst", "naam", 0)) is InternalDeel
    assert model_at(InternalDing, ("deel_lijst", 0)) is InternalDeel
    assert model_at(InternalDing, ("line_los",)) is None
    held: list[Field] = [f for f in fields_of(InternalDing) if f.group is InternalDeel]
    assert len(held) == len(NESTINGS)
