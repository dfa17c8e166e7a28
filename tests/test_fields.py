"""What staff fill in, as it is read from the models, and the example house that shows it."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from helpers.build import ROOT
from helpers.font import woff2
from helpers.pdf import tiny_pdf
from propositie.example import EXAMPLE_FOLDER, example_of
from propositie.huis import kinds, value_types
from propositie.huis.fields import Field, fields_of
from propositie.huis.walk import is_file, walk
from propositie.inspection import inspect

CLASSES = {n: s.model for n, s in kinds().items()}


def field(class_: str, *path: str) -> Field:
    """The field at a path in a kind."""
    row: Iterable[Field] = fields_of(CLASSES[class_])
    for step in path:
        found = next(v for v in row if v.key == step)
        row = found.fields
    return found


def all_fields(fields: Iterable[Field], path: str = "") -> Iterable[tuple[str, Field]]:
    """Every field with its path, inside groups too."""
    for v in fields:
        yield f"{path}{v.key}", v
        yield from all_fields(v.fields, f"{path}{v.key}.")


@pytest.mark.parametrize("kind", CLASSES)
def test_every_field_has_an_explanation(kind: str) -> None:
    empty = [p for p, v in all_fields(fields_of(CLASSES[kind])) if not v.explanation and v.key]
    assert empty == []


def test_the_field_type_follows_from_the_model() -> None:
    assert field("medewerkers", "contact", "telefoon").value_type is value_types.PHONE
    assert field("medewerkers", "over").value_type is value_types.MARKUP
    assert field("medewerkers", "portret", "bestand").value_type is value_types.IMAGE
    assert field("organisatie", "doel", "streef").value_type is value_types.NUMBER
    assert field("organisatie", "sociaal").fields[0].value_type is value_types.URL
    assert field("organisatie", "koers", "drempels").choices == ("prijs", "product", "klantrelatie")
    boegbeeld = field("medewerkers", "boegbeeld_van")
    assert (boegbeeld.is_list, boegbeeld.required, boegbeeld.kind) == (True, False, "klantgroepen")
    assert boegbeeld.label == "Boegbeeld van"
    assert field("diensten", "prijs").text_key == "tekst"
    assert field("diensten", "wanneer").text_key == "tekst"
    assert field("diensten", "samen").text_key is None
    assert field("diensten", "vorm").can_be_single
    prijs = field("concurrenten", "scores", "prijs")
    assert (prijs.minimum, prijs.maximum) == (1, 5)
    assert field("organisatie", "keuring", "contrast").default == "4,5"
    assert field("berichten", "concept").default == "nee"


def test_internal_is_what_has_no_public_view() -> None:
    assert field("medewerkers", "notities").is_internal
    assert not field("medewerkers", "afscheid").is_internal  # the farewell of who left is public
    assert field("behoeften", "klantvragen", "notitie").is_internal
    assert not field("behoeften", "klantvragen", "vraag").is_internal
    assert all(v.is_internal for v in fields_of(CLASSES["concurrenten"]))


@pytest.mark.parametrize("kind", CLASSES)
def test_the_example_fills_in_every_field(kind: str) -> None:
    assert _find_empty(fields_of(CLASSES[kind]), example_of(kind)) == []


OTHER_WAYS = {"prijs.vanaf", "prijs.tot", "prijs.tekst"}
"""A price is said in one way: by its amount in the example."""


def _find_empty(fields: Iterable[Field], values: Mapping[str, Any], path: str = "") -> list[str]:
    """The paths that no example fills in. Parts of a list fill one another in."""
    result: list[str] = []
    for v in fields:
        value = values.get(v.key)
        if path + v.key in OTHER_WAYS:
            continue
        if value is None:
            result.append(path + v.key)
        elif v.value_type is value_types.GROUP:
            parts = value if isinstance(value, list) else [value]
            result += _find_empty(
                v.fields, {k: w for d in parts for k, w in d.items()}, f"{v.key}."
            )
    return result


def test_the_example_huis_is_in_order(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE_FOLDER, tmp_path, dirs_exist_ok=True)
    huis = tmp_path / "huis"
    for image in (
        "klantgroepen/ouderen",
        "diensten/boodschappenbus",
        "medewerkers/jan",
        "agenda/soepmiddag",
        "verhalen/bloemen",
    ):
        Image.new("RGB", (1200, 1500), "#8a6").save(huis / f"{image}.webp")
    Image.new("RGB", (1200, 800), "#8a6").save(tmp_path / "paginas/blog/de-laatste-halte.webp")
    for name in ("logo.svg", "beeldmerk.svg"):
        shutil.copy(ROOT / "site_src/huis" / name, huis)
    (huis / "huisletter.woff2").write_bytes(woff2(0, 10, 11))
    (huis / "jaarverslag-2025.pdf").write_bytes(tiny_pdf())
    (huis / "cijfers/ritten.csv").write_text("Jaar;Ritten\n2025;188\n", "utf-8")
    inspection = inspect(huis, date(2026, 11, 20))
    assert [b for b in inspection.findings if b.code[0] == "V"] == []
    assert inspection.huis is not None
    assert [b.code for b in inspection.errors] == []
    names = [n for d in inspection.huis.medewerkers.values() for n in walk(d, is_file)]
    assert names
