"""Folders of one house that lie on top of each other: what wins, and where a message points."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from helpers.build import ROOT, run
from helpers.small_huis import ON_DATE, SMALL_HUIS, write_huis
from propositie.cli import main
from propositie.explaining import explain
from propositie.finding import Finding
from propositie.huis import Dienst
from propositie.inspection import Inspection, inspect
from propositie.reading import Layer, LoadResult, load_huis
from propositie.reading.layers import merge, origin_of, without
from propositie.reading.tree import Tree
from propositie.renaming import execute, make_plan
from propositie.repairing import plan_repairs

EXAMPLE = ROOT / "tests" / "layered"
OUDEREN = "klantgroepen/ouderen.yml"
PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmM"
    "IQAAAABJRU5ErkJggg=="
)


def write_layers(
    folder: Path, upper: Mapping[str, str], base: Mapping[str, str | None] | None = None
) -> list[Layer]:
    """The small house as the lower layer, and `upper` on top of it."""
    write_huis(folder / "basis", base)
    for name, text in upper.items():
        path = folder / "huis" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (folder / "huis").mkdir(exist_ok=True)
    return [Layer(folder / name, name) for name in ("basis", "huis")]


def load(folder: Path, upper: Mapping[str, str]) -> LoadResult:
    return load_huis(write_layers(folder, upper))


def places(findings: list[Finding]) -> list[tuple[str, str, int]]:
    """Code, file and line of each finding."""
    return [(b.code, b.location.file, b.location.line) for b in findings if b.location]


def test_a_group_is_merged_and_a_list_or_text_is_replaced() -> None:
    lower: dict[str, Tree] = {
        "a": "1",
        "groep": {"x": "1", "y": "2"},
        "lijst": ["1", "2"],
        "tekst": "laag",
    }
    upper: dict[str, Tree] = {"groep": {"y": "3"}, "lijst": ["9"], "tekst": {"nu": "groep"}}
    assert merge(lower, upper) == {
        "a": "1",
        "groep": {"x": "1", "y": "3"},
        "lijst": ["9"],
        "tekst": {"nu": "groep"},
    }
    assert lower["groep"] == {"x": "1", "y": "2"}


def test_a_key_without_a_value_takes_away_what_stands_below() -> None:
    tree: dict[str, Tree] = {"a": "1", "groep": {"x": "1", "y": "2"}}
    assert without(tree, [("a",), ("groep", "x"), ("niets",), ("a", "dieper")]) == {
        "groep": {"y": "2"}
    }


def test_a_layer_changes_one_key_and_keeps_the_rest(tmp_path: Path) -> None:
    loaded = load(tmp_path, {"diensten/boodschappentaxi.yml": 'prijs: {bedrag: "2,50"}\n'})
    dienst = loaded.things["diensten", "boodschappentaxi"]
    assert isinstance(dienst, Dienst)
    assert dienst.prijs is not None
    assert dienst.naam == "Boodschappentaxi"
    assert dienst.prijs.bedrag == Decimal("2.50")
    assert dienst.prijs.per == "rit"


def test_a_thing_of_its_own_in_a_layer_is_new(tmp_path: Path) -> None:
    loaded = load(tmp_path, {"locaties/de-brug.yml": "naam: De Brug\n"})
    assert explain(loaded) == []
    assert loaded.huis is not None
    assert sorted(loaded.huis.locaties) == ["de-brug", "de-linde"]


def test_a_layer_may_hold_a_kind_that_the_one_below_lacks(tmp_path: Path) -> None:
    linde = SMALL_HUIS["locaties/de-linde.yml"]
    layers = write_layers(
        tmp_path, {"locaties/de-linde.yml": linde}, {"locaties/de-linde.yml": None}
    )
    loaded = load_huis(layers)
    assert explain(loaded) == []
    assert not (tmp_path / "basis" / "locaties").exists()


def test_a_folder_of_no_kind_is_told_in_its_own_layer(tmp_path: Path) -> None:
    found = explain(load(tmp_path, {"partijen/a.yml": "naam: A\n"}))
    assert places(found) == [("V13", "huis/partijen/a.yml", 0)]


def test_each_value_keeps_its_file_place_and_layer(tmp_path: Path) -> None:
    loaded = load(tmp_path, {OUDEREN: "# hier\nik: Ik blijf hier\n"})
    source = loaded.sources["klantgroepen", "ouderen"]
    own, below = origin_of(source, ("ik",)), origin_of(source, ("naam",))
    assert (own.layer, own.location.file, own.location.line) == ("huis", f"huis/{OUDEREN}", 2)
    assert (below.layer, below.location.file, below.location.line) == (
        "basis",
        f"basis/{OUDEREN}",
        1,
    )


@pytest.mark.parametrize(
    ("upper", "expected"),
    [
        ("ik: Ik\nnamm: Ouderen\n", [("V04", f"huis/{OUDEREN}", 2)]),
        ("beeld: ouderen\n", [("V07", f"huis/{OUDEREN}", 1)]),
        ("beeld: {alt: Een huis}\n", [("V06", f"huis/{OUDEREN}", 1)]),
        ("naam:\n", [("V06", f"huis/{OUDEREN}", 1)]),
        ("naam: [\n", [("V02", f"huis/{OUDEREN}", 1)]),
        ("ik: a\nik: b\n", [("V05", f"huis/{OUDEREN}", 2)]),
        ("", [("V06", f"huis/{OUDEREN}", 0)]),
        ("id: ouderen\n", [("V04", f"huis/{OUDEREN}", 1)]),
    ],
)
def test_a_mistake_is_told_where_it_stands(
    tmp_path: Path, upper: str, expected: list[tuple[str, str, int]]
) -> None:
    assert places(explain(load(tmp_path, {OUDEREN: upper}))) == expected


def test_a_mistake_below_is_told_below_although_a_layer_lies_on_top(tmp_path: Path) -> None:
    layers = write_layers(
        tmp_path,
        {"behoeften/boodschappen.yml": "naam: Boodschappen\n"},
        {
            "behoeften/boodschappen.yml": "naam: B\nklantgroepen: [ouderen, jongeren]\n"
            "klantvragen:\n  - {vraag: Hoe dan?, bron: telefoon}\n",
        },
    )
    assert places(explain(load_huis(layers))) == [("V03", "basis/behoeften/boodschappen.yml", 2)]


def test_a_reference_in_a_layer_points_into_the_layer(tmp_path: Path) -> None:
    upper = {"behoeften/boodschappen.yml": "# eigen\nklantgroepen: [ouderen, jongeren]\n"}
    found = places(explain(load(tmp_path, upper)))
    assert found == [("V03", "huis/behoeften/boodschappen.yml", 2)]


def _inspect(folder: Path, upper: Mapping[str, str]) -> Inspection:
    return inspect(write_layers(folder, upper), date.fromisoformat(ON_DATE))


def test_what_a_rule_finds_points_into_the_file_of_the_value(tmp_path: Path) -> None:
    own = {"diensten/boodschappentaxi.yml": "# eigen\ngecontroleerd_op: 2020-01-01\n"}
    found = places(_inspect(tmp_path / "a", own).findings)
    assert found == [("K04", "huis/diensten/boodschappentaxi.yml", 2)]
    below = {"diensten/boodschappentaxi.yml": "naam: De taxi\nsamen: {jij: []}\n"}
    assert all(b.location for b in _inspect(tmp_path / "b", below).findings)


def test_a_picture_may_lie_in_another_layer_than_its_name(tmp_path: Path) -> None:
    layers = write_layers(tmp_path, {OUDEREN: "beeld: {bestand: huis.png, alt: Een huis}\n"})
    missing = places(explain(load_huis(layers)))
    assert missing == [("V14", f"huis/{OUDEREN}", 1)]
    for layer in layers:
        write_huis(layer.path, dict.fromkeys(SMALL_HUIS), {"klantgroepen/huis.png": PIXEL})
        loaded = load_huis(layers)
        assert explain(loaded) == []
        expected = layer.path / "klantgroepen" / "huis.png"
        assert loaded.image_path("klantgroepen", "huis.png") == expected


def test_a_layer_that_is_not_there_is_named(tmp_path: Path) -> None:
    layers = [*write_layers(tmp_path, {}), Layer(tmp_path / "weg", "weg")]
    assert [(b.code, "weg" in b.message) for b in explain(load_huis(layers))] == [("V15", True)]


def _run(folder: Path, monkeypatch: pytest.MonkeyPatch, *words: str) -> Result:
    copy = shutil.copytree(EXAMPLE, folder / "organisatie")
    monkeypatch.chdir(copy)
    return _run_here(*words)


def _run_here(*words: str) -> Result:
    return CliRunner().invoke(main, [*words, "--huis", "huis"])


def test_the_command_line_reads_the_list_in_mkdocs_yml(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = _run(tmp_path, monkeypatch, "controleer", "--op", ON_DATE)
    assert "fout" not in result.output
    assert result.exit_code == 0
    assert "huis/medewerkers/samira.yml" in result.output


def test_a_thing_gets_another_name_in_every_layer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = _run(tmp_path, monkeypatch, "hernoem", "dienst", "boodschappentaxi", "taxi")
    assert result.exit_code == 0, result.output
    assert "basis/diensten/taxi.yml" in result.output
    assert "huis/diensten/taxi.yml" in result.output
    assert not list(Path.cwd().rglob("boodschappentaxi.yml"))
    kept = [p.parent.parent.name for p in Path.cwd().rglob("taxi.yml")
            if "vroeger: [boodschappentaxi]" in p.read_text("utf-8")]  # fmt: skip
    assert kept == ["huis"]
    assert _run_here("controleer", "--op", ON_DATE).exit_code == 0


def test_former_names_stay_in_the_layer_that_has_them(tmp_path: Path) -> None:
    taxi = "diensten/boodschappentaxi.yml"
    layers = write_layers(
        tmp_path,
        {taxi: "naam: De taxi\n"},
        {taxi: SMALL_HUIS[taxi] + "vroeger: [bus]\n"},
    )
    execute(make_plan(layers, "diensten", "boodschappentaxi", "taxi"))
    below = (tmp_path / "basis/diensten/taxi.yml").read_text("utf-8")
    assert below == SMALL_HUIS[taxi] + "vroeger: [bus, boodschappentaxi]\n"
    assert (tmp_path / "huis/diensten/taxi.yml").read_text("utf-8") == "naam: De taxi\n"


def test_the_editor_knows_what_exists_in_every_layer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _run(tmp_path, monkeypatch, "schema").exit_code == 0
    known = Path(".vscode/propositie/ids.json").read_text("utf-8")
    assert all(f'"{id_}"' in known for id_ in ("samira", "ouderen", "boodschappentaxi"))
    added = _run_here("erbij", "locatie", "De Brug")
    assert added.exit_code == 0, added.output
    known = Path(".vscode/propositie/ids.json").read_text("utf-8")
    assert '"de-brug"' in known
    assert '"ouderen"' in known


def test_mending_writes_the_file_of_the_layer_in_which_the_value_stands(tmp_path: Path) -> None:
    layers = write_layers(tmp_path, {OUDEREN: "ik:Ik blijf hier\n"})
    below = {p: p.read_bytes() for p in (tmp_path / "basis").rglob("*.yml")}
    repairs = list(plan_repairs(inspect(layers, date.fromisoformat(ON_DATE)), lambda _: True))
    (change,) = (repair.change for repair in repairs)
    assert (change.source, change.after) == (tmp_path / "huis" / OUDEREN, b"ik: Ik blijf hier\n")
    assert below == {p: p.read_bytes() for p in below}


def test_mending_a_value_below_writes_the_lower_layer(tmp_path: Path) -> None:
    broken = SMALL_HUIS[OUDEREN].replace("naam: ", "naam:")
    layers = write_layers(tmp_path, {OUDEREN: "ik: Ik blijf hier\n"}, {OUDEREN: broken})
    repairs = list(plan_repairs(inspect(layers, date.fromisoformat(ON_DATE)), lambda _: True))
    assert [repair.change.source for repair in repairs] == [tmp_path / "basis" / OUDEREN]
    assert repairs[0].change.after.decode() == SMALL_HUIS[OUDEREN]


def test_the_example_builds(tmp_path: Path) -> None:
    copy = shutil.copytree(EXAMPLE, tmp_path / "organisatie")
    run(["mkdocs", "build", "--strict", "--quiet"], cwd=copy)
    page = (copy / "site" / "aanbod" / "boodschappentaxi" / "index.html").read_text("utf-8")
    assert "Wijkcentrum De Linde" in page
    assert "€ 2,50" in page.replace("\u00a0", " ")
    assert "Welzijn Veenrand" in page
    assert "Welzijn Nederland" not in page
