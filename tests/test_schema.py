"""Help in the editor: a schema refuses what is certainly wrong, and never what the reader takes."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft7Validator
from mkdocs.config import load_config
from pydantic import ValidationError
from referencing import Registry, Resource

from helpers.build import ROOT
from helpers.editor import NotYaml, parse_as_editor, parse_scalar
from helpers.site import write_organisatie
from helpers.small_huis import write_huis
from propositie.cli import main
from propositie.example import EXAMPLE_FOLDER, example_of
from propositie.explaining import explain
from propositie.huis import Thing, value_types, yaml_kinds
from propositie.huis.fields import Field, fields_of
from propositie.huis.notation import DOOR_LENGTH
from propositie.huis.walk import is_reference, walk
from propositie.reading import load_huis
from propositie.reading.errors import YamlError
from propositie.reading.tree import Seen, parse_tree
from propositie.schema import SCHEMA_FOLDER, find_outdated, refresh, schema_files, schemas

HUIZEN = {"demo": ROOT / "site_src" / "huis", "voorbeeld": EXAMPLE_FOLDER / "huis"}
CASES = sorted((ROOT / "tests" / "messages").glob("V*.yml"))

CODES_OUT_OF_REACH = {
    "V01": "the file is no text, or holds characters that cannot be seen",
    "V02": "the YAML is broken: the editor says so itself, or it reads it as good YAML",
    "V09": "a tab in the indentation: the editor says so itself",
    "V10": "anchors and tags are good YAML; only we do without",
    "V11": "the size of a file",
    "V12": "the name of the file",
    "V13": "a file in a folder where nothing reads it",
    "V14": "a picture or letter that is not there or is damaged",
    "V15": "a file that is missing",
    "V16": "where a link inside a Markdown text leads",
    "V19": "a picture: what it holds is not in the YAML",
    "V20": "where a link inside a Markdown text leads",
    "V21": "where a link inside a Markdown text leads",
    "V22": "what lies beside the pages",
    "V23": "pictures in a Markdown text",
    "V24": "what other pages there are",
    "V25": "a picture: what it holds is not in the YAML",
    "V18": "posts: the extension does not look at the fields of a Markdown file",
}
"""What no schema of one file can know."""

CASES_OUT_OF_REACH = {
    "V03-link": "a link in the text of a post",
    "V08-telefoon": "what can be dialled, only the library of telephone numbers knows",
    "V03-tekst": "a link in a text",
    "V03-mededeling": "a link in a text",
    "V03-naam-twee": "which name two things have",
    "V08-moment": "what a sentence says of days and times, only the reader knows",
    "V08-prijs-cijfers": "what is a price in words and what is none, only the reader knows",
    "V08-vacature": "which of two days comes first",
    "V08-klantstem": "which of two days comes first, and how far they are apart",
    "V08-cijfer": "what a file, two numbers and a unit say together, only the reader knows",
    "V08-csv": "what stands in a table",
    "V08-verhaal": "what may stand beside another name, and that a proof is one thing",
    "V08-versie": "which version this program knows, the program says",
}
"""Cases of other codes that a schema cannot know either, by how their names begin."""


def build_validators(huis_folder: Path) -> Mapping[str, Draft7Validator]:
    """A validator for each kind, with the ids of the house in `huis_folder`."""
    all_schemas = schemas(huis_folder)
    registry: Registry[Any] = Registry().with_resources(
        (name, Resource.from_contents(contents)) for name, contents in all_schemas.items()
    )
    # Each schema is asked for by name, so that names inside it are found beside it.
    return {
        kind: Draft7Validator({"$ref": f"{kind}.json"}, registry=registry) for kind in yaml_kinds()
    }


def files(huis_folder: Path) -> Iterator[tuple[str, Path]]:
    """Every YAML file of a house, with its kind."""
    for kind in yaml_kinds().values():
        folder = huis_folder if kind.is_single else huis_folder / kind.name
        for path in sorted(folder.glob(f"{kind.name if kind.is_single else '*'}.yml")):
            yield kind.name, path


def find_objections(validator: Draft7Validator, text: str) -> list[str]:
    """What the editor would underline in a text."""
    try:
        value = parse_as_editor(text)
    except NotYaml as error:
        return [f"no YAML: {error}"]
    return [f"{e.json_path}: {e.message}" for e in validator.iter_errors(value)]


# --- the schemas themselves -------------------------------------------------------------------


@pytest.mark.parametrize("huis", HUIZEN)
def test_every_schema_is_in_order_itself(huis: str) -> None:
    all_schemas = schemas(HUIZEN[huis])
    assert set(all_schemas) == {f"{s}.json" for s in yaml_kinds()} | {"vormen.json", "ids.json"}
    for schema in all_schemas.values():
        Draft7Validator.check_schema(schema)


@pytest.mark.parametrize("huis", HUIZEN)
def test_a_good_huis_is_refused_nowhere(huis: str) -> None:
    validator = build_validators(HUIZEN[huis])
    seen = 0
    for kind, path in files(HUIZEN[huis]):
        assert find_objections(validator[kind], path.read_text("utf-8")) == [], path
        seen += 1
    assert seen >= 10


def test_a_field_tells_what_it_is() -> None:
    all_schemas = schemas(HUIZEN["demo"])
    belofte = all_schemas["medewerkers.json"]["properties"]["belofte"]
    assert belofte["title"] == "Belofte"
    assert "in één zin" in belofte["description"]
    assert "Verplicht." in belofte["description"]
    assert "Bijvoorbeeld: `Ik bel dezelfde dag terug.`" in belofte["markdownDescription"]
    assert "Intern" in all_schemas["medewerkers.json"]["properties"]["in_dienst"]["description"]
    checked = all_schemas["diensten.json"]["properties"]["gecontroleerd_op"]
    assert checked["examples"][-2:] == ["2026-03-01", "1-3-2026"]
    ids = all_schemas["ids.json"]["definitions"]["medewerkers"]
    assert ids["enumDescriptions"][ids["enum"].index("gijs")] == "Gijs Hollander"


def test_every_message_is_dutch() -> None:
    """The extension says what `errorMessage` says; without one it speaks English."""

    def without(part: Any, path: str = "") -> Iterator[str]:
        if isinstance(part, dict):
            constraints = {"required", "pattern", "enum", "additionalProperties"} & set(part)
            free = part.get("additionalProperties", False) is not False
            if constraints and not free and "errorMessage" not in part and "$ref" not in part:
                yield path
            for name, below in part.items():
                if name not in {"enum", "examples", "required"}:
                    yield from without(below, f"{path}/{name}")
        elif isinstance(part, list):
            for number, below in enumerate(part):
                yield from without(below, f"{path}/{number}")

    # The alternative for an id between quotes is never the one that speaks.
    missing = [p for n, s in schemas(HUIZEN["demo"]).items() for p in without(s, n)]
    assert [p for p in missing if not p.endswith("/anyOf/1")] == []


# --- beside the reader ------------------------------------------------------------------------


@pytest.mark.parametrize("case", CASES, ids=lambda p: p.stem)
def test_a_schema_judges_as_the_reader_does(case: Path, tmp_path: Path) -> None:
    """Every golden case of a file: what the reader refuses is refused, and nothing else is."""
    given = yaml.safe_load(case.read_text("utf-8"))
    huis = write_huis(tmp_path / "huis", given.get("huis"), given.get("bytes"))
    validator = build_validators(huis)
    codes: dict[str, set[str]] = {}
    for finding in explain(load_huis(huis, "huis")):
        if finding.location is not None:
            codes.setdefault(finding.location.file, set()).add(finding.code)
    outside = tuple(CASES_OUT_OF_REACH)
    own = {*(given.get("huis") or {}), *(given.get("bytes") or {})}
    for kind, path in files(huis):
        if path.relative_to(huis).as_posix() not in own:
            continue  # the small house, of which the other files are, is sound
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        found = codes.get(path.relative_to(tmp_path).as_posix(), set())
        refusals = find_objections(validator[kind], text)
        if not found:
            assert refusals == [], f"the reader takes {path.name}"
        elif found - set(CODES_OUT_OF_REACH) and not case.stem.startswith(outside):
            assert refusals, f"the reader refuses {path.name}: {found}"


def test_what_is_called_out_of_reach_still_exists() -> None:
    stems = {p.stem for p in CASES}
    for start in CASES_OUT_OF_REACH:
        assert any(s.startswith(start) for s in stems), start
    assert set(CODES_OUT_OF_REACH) <= {s.split("-")[0] for s in stems}


VALUES = """
0612345670|+31612345670|0599 123 456|06-12345678|"0800 BEL"|bel 0599 123456|12345|19300|0599
9:30|09.30|14.00|9.5|24:00|25.10|9:30 uur|"23:59"|no|No|nee|Nee|ja|JA|true|True|yes|false|off
2026-03-01|2026-3-1|1-3-2026|1/3/2026|1.3.2026|31-2-2026|31-4-2026|30-2-2027|29-2-2028|2026-13-01
30-1-2026|30-4-2026|31-12-2026|2026-01-30|2026-12-31|2026-04-31
1.250|1.250,50|"0,75"|"1.250,50"|"0,125"|3,50|3.50|2.5|.5|5|1|0|-1|6|1.000|5,0|"5,00"|1e3|0x1f
€ 5|€ 2,-|EUR 3|"€1.250,00"|1_000|.inf|11111111111111111111111|12345678901234567890|007|1.2.3
1234 AB|1234ab|"1234   AB"|0234 AB|https://a.nl|HTTP://A.nl/x|http:/x|https://a.nl/?q=1#x|ftp://a.nl
a@b.nl|a@b|" a@b.nl "|a b@c.nl|"#1f5c4d"|"#abc"|"#ABCD"|" #abc "|gratis|GRATIS|" Gratis "|gratiss
x.webp|a/b.webp|.x|x.woff2|X.WOFF2|x.woff|null|~|""|" "|[]|{}|[[]]|[{}]|[""]|{a: }|{a: []}|[a]|[[a]]
{a: b}|prijs|je|bewoner|" ouderen "|ouderen|dorpshuis|[ouderen]|[" ouderen "]|[ouderen, ~]
bestaat-niet|"een\\ntwee"|"een: twee"|'|'|maandag|Maandag|" maandag"|[maandag]
groep|[groep]|[groep, online]
"  zelf   boodschappen   doen en    koken op zondag  "|zelf boodschappen doen en koken op zon
""".replace("\n", "|").strip("|").split("|")  # fmt: skip
"""What people type, and what computers make of it; each as it stands in a file."""


def paths(fields: tuple[Field, ...], values: Any, path: tuple[Any, ...] = ()) -> Iterator[Any]:
    """Every place in an example where a value stands, with its field."""
    for field in fields:
        value = values.get(field.key)
        if value is None:
            continue
        yield (*path, field.key), field
        if field.value_type is value_types.GROUP:
            parts = enumerate(value) if isinstance(value, list) else [(None, value)]
            for number, part in parts:
                here = (*path, field.key) if number is None else (*path, field.key, number)
                yield from paths(field.fields, part, here)


class Raw(str):
    """A value as it was typed; every other text goes between quotes."""


def with_value(tree: Any, path: tuple[Any, ...], value: Any) -> Any:
    """A copy of `tree` with another value at `path`, or one more; without it when that is None."""
    if not path:
        return value
    first, *rest = path
    if isinstance(tree, list):
        return [with_value(d, tuple(rest), value) if n == first else d for n, d in enumerate(tree)]
    result = {**tree, first: with_value(tree.get(first), tuple(rest), value)}
    return {k: w for k, w in result.items() if w is not None}


def to_yaml(tree: Any) -> str:
    """A tree as YAML on one line."""
    if isinstance(tree, Raw):
        return str(tree)
    if isinstance(tree, list):
        return f"[{', '.join(to_yaml(d) for d in tree)}]"
    if isinstance(tree, dict):
        return "{" + ", ".join(f"{k}: {to_yaml(w)}" for k, w in tree.items()) + "}"
    return json.dumps(tree, ensure_ascii=False)


def text_of(kind: str, path: tuple[Any, ...], value: Any) -> str:
    """The example of a kind, cut down to what is required and what stands at `path`."""
    needed = {v.key for v in fields_of(yaml_kinds()[kind].model) if v.required} | {path[0]}
    tree = {k: w for k, w in example_of(kind).items() if k in needed}
    return "".join(f"{k}: {to_yaml(w)}\n" for k, w in with_value(tree, path, value).items())


@cache
def existing_ids() -> frozenset[tuple[str, str]]:
    return frozenset((kind, path.stem) for kind, path in files(HUIZEN["voorbeeld"]))


def can_load(kind: str, text: str) -> bool:
    """Whether the reader takes a text as a thing of this kind in the example house."""
    class_, seen = yaml_kinds()[kind].model, Seen()
    try:
        tree = parse_tree(text, seen=seen) or {}
        assert isinstance(tree, dict)
        thing = class_.model_validate({**tree, "id": "x"})
    except (YamlError, ValidationError):
        return False
    loose = [w for _, f, w in walk(thing, is_reference) if (f.kind, w) not in existing_ids()]
    # A key without a value may only be one that exists, such as both halves of {bedrag: 3,50}.
    unknown = [path for path, *_ in seen.empty if path and path[-1] not in keys(kind)]
    return not (loose or seen.duplicates or unknown)


@cache
def keys(kind: str) -> frozenset[str]:
    """Every key of a kind, inside groups too."""

    def all_schemas(fields: tuple[Field, ...]) -> Iterator[str]:
        for field in fields:
            yield field.key
            yield from all_schemas(field.fields)

    return frozenset(all_schemas(fields_of(yaml_kinds()[kind].model)))


def test_a_schema_never_refuses_what_the_reader_takes() -> None:
    """Each sort of field with everything people type in it; the fields come from the models."""
    all_schemas = build_validators(HUIZEN["voorbeeld"])
    taken, too_strict, seen = 0, [], set()
    for kind in reversed(list(yaml_kinds())):  # the organisation, with its many fields, comes last
        for path, field in paths(fields_of(yaml_kinds()[kind].model), example_of(kind)):
            bare = replace(field, owner=Thing, name="", key="", is_internal=False, default=None)
            if (bare, len(path) > 1) in seen:
                continue
            seen.add((bare, len(path) > 1))
            # Text takes nearly all of them; a third is enough to see that.
            step = 3 if field.value_type in value_types.TEXTS else 1
            for value in VALUES[::step]:
                if field.required and parse_scalar(value) is None:
                    continue  # `naam: null`: the reader takes the word, an editor sees nothing
                text = text_of(kind, path, Raw(value))
                if can_load(kind, text):
                    taken += 1
                    validator: Any = all_schemas[kind]
                    if len(path) > 1 or not field.required:  # the rest of the thing is as it was
                        own = {"$ref": f"{kind}.json#/properties/{path[0]}"}
                        validator = validator.evolve(schema={"properties": {path[0]: own}})
                    too_strict += [f"{path} {value}: {b}" for b in find_objections(validator, text)]
    assert taken > 500
    assert too_strict == []


@pytest.mark.parametrize("kind", yaml_kinds())
def test_a_schema_refuses_what_is_certainly_wrong(kind: str) -> None:
    validator = build_validators(HUIZEN["voorbeeld"])[kind]
    free = {*value_types.TEXTS, value_types.IMAGE, value_types.PRICE}
    accepted = []
    fields = fields_of(yaml_kinds()[kind].model)
    for path, field in paths(fields, example_of(kind)):
        misses: list[tuple[Any, ...]] = [((*path[:-1], f"{path[-1]}x"), "x")]  # an unknown key
        if field.required:
            misses += [(path, None), (path, Raw("")), (path, Raw('""'))]
        if field.is_list:
            misses += (
                [(path, {"a": "b"})]
                if field.can_be_single
                else [(path, "een tekst"), (path, {"a": "b"})]
            )
        elif field.value_type in {value_types.GROUP, value_types.TABLE}:
            misses += [(path, ["a"]), *([] if field.text_key else [(path, "een tekst")])]
        else:
            misses += [(path, ["a"]), (path, {"a": "b"})]
            if field.value_type not in free:
                misses.append((path, "hm?"))
        if field.value_type is value_types.DOOR:
            misses.append((path, "a" * (DOOR_LENGTH + 1)))
        if field.is_list and (field.choices or field.kind is not None):
            misses.append((path, ["bestaat-niet"]))
        if field.maximum is not None and not field.is_list:
            misses.append((path, Raw(str(field.maximum + 1))))
        for position, value in misses:
            if not find_objections(validator, text_of(kind, position, value)):
                accepted.append(f"{position} {value!r}")
    assert accepted == []


# --- the command and the settings -------------------------------------------------------------


@pytest.fixture
def huis(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an organisation, in which the command runs."""
    write_huis(tmp_path / "site_src" / "huis")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run_schema(*options: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["schema", *options])
    return result.exit_code, result.output


def test_the_demo_is_up_to_date() -> None:
    """A schema knows every field and every id: when either changes, run `propositie schema`."""
    differences = find_outdated(ROOT, schema_files(ROOT, "site_src/huis"))
    assert differences == [], "run: propositie schema"


def test_every_file_of_the_demo_belongs_to_a_schema() -> None:
    globs = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    for kind, path in files(HUIZEN["demo"]):
        relative = path.relative_to(ROOT)
        assert [s for s, glob in globs.items() if relative.match(glob)] == [
            f"./{SCHEMA_FOLDER}/{kind}.json"
        ]
    assert all((ROOT / schema).is_file() for schema in globs)


def test_schema_writes_and_checks(huis: Path) -> None:
    assert run_schema("--controleer")[0] == 1
    assert not (huis / ".vscode").exists()
    code, output = run_schema()
    assert (code, output) == (0, "24 bestanden bijgewerkt in .vscode.\n")
    assert run_schema() == (0, "Alles was al bij.\n")
    assert run_schema("--controleer") == (0, "De hulp in de editor past bij het huis.\n")
    (huis / "site_src/huis/behoeften/eten.yml").write_text("naam: [stuk\n", "utf-8")
    (huis / SCHEMA_FOLDER / "oud.json").write_text("{}", "utf-8")
    code, output = run_schema("--controleer")
    assert code == 1
    assert f"{SCHEMA_FOLDER}/ids.json, {SCHEMA_FOLDER}/oud.json" in output
    assert run_schema()[0] == 0
    assert "eten" in (huis / SCHEMA_FOLDER / "ids.json").read_text("utf-8")
    assert not (huis / SCHEMA_FOLDER / "oud.json").exists()


def test_a_schema_knows_ids_that_look_like_a_number(huis: Path) -> None:
    dienst = (huis / "site_src/huis/diensten/boodschappentaxi.yml").read_text("utf-8")
    for id_ in ("2026", "true", "1e3"):
        shutil.copy(
            huis / "site_src/huis/locaties/de-linde.yml", huis / f"site_src/huis/locaties/{id_}.yml"
        )
        text = dienst.replace("[de-linde]", f"[{id_}]")
        validator = build_validators(huis / "site_src/huis")["diensten"]
        assert find_objections(validator, text) == []


def test_the_settings_of_the_organisatie_stay(huis: Path) -> None:
    (huis / ".vscode").mkdir()
    own = {
        "editor.tabSize": 2,
        "yaml.schemas": {"./eigen.json": "x.yml", f"./{SCHEMA_FOLDER}/weg.json": "weg/*.yml"},
    }
    settings = huis / ".vscode/settings.json"
    settings.write_text(json.dumps(own, indent=4), "utf-8")
    (huis / ".vscode/extensions.json").write_text('{"recommendations": ["a.b"]}', "utf-8")
    assert run_schema()[0] == 0
    new = json.loads(settings.read_text("utf-8"))
    assert new["editor.tabSize"] == 2
    assert new["yaml.schemas"]["./eigen.json"] == "x.yml"
    assert f"./{SCHEMA_FOLDER}/weg.json" not in new["yaml.schemas"]
    assert new["yaml.schemas"][f"./{SCHEMA_FOLDER}/merk.json"] == "site_src/huis/merk.yml"
    assert settings.read_text("utf-8").startswith('{\n    "editor.tabSize"')
    recommended = json.loads((huis / ".vscode/extensions.json").read_text("utf-8"))
    assert recommended["recommendations"] == ["a.b", "redhat.vscode-yaml"]


@pytest.mark.parametrize("text", ['// van ons\n{"a": 1}', "[]", '{"yaml.schemas": []}', "{"])
def test_settings_that_cannot_be_read_stay(huis: Path, text: str) -> None:
    settings = huis / ".vscode/settings.json"
    settings.parent.mkdir()
    settings.write_text(text, "utf-8")
    code, output = run_schema()
    assert code == 2
    assert output.startswith("In .vscode/settings.json ")
    assert "er is niets veranderd" in output
    assert settings.read_text("utf-8") == text
    assert not (huis / SCHEMA_FOLDER).exists()


def test_without_huis_there_is_nothing_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run_schema()[0] == 2
    outside = tmp_path / "elders"
    write_huis(outside / "huis")
    (tmp_path / "hier").mkdir()
    monkeypatch.chdir(tmp_path / "hier")
    code, output = run_schema("--huis", "../elders/huis")
    assert (code, "buiten deze map" in output) == (2, True)


def test_refresh_updates_what_is_there_and_does_not_start_it(huis: Path) -> None:
    assert refresh(huis, "site_src/huis") == []
    assert run_schema()[0] == 0
    (huis / "site_src/huis/behoeften/eten.yml").write_text("naam: Eten\n", "utf-8")
    assert refresh(huis, "site_src/huis") == [f"{SCHEMA_FOLDER}/ids.json"]
    (huis / ".vscode/settings.json").write_text("// van ons\n{}", "utf-8")
    assert refresh(huis, "site_src/huis") == []


def test_a_preview_keeps_the_help_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config_file = write_organisatie(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert run_schema("--huis", "huis")[0] == 0
    locatie = (tmp_path / "huis/locaties/de-linde.yml").read_text("utf-8")
    (tmp_path / "huis/locaties/de-eik.yml").write_text(locatie, "utf-8")
    for command, known in (("build", False), ("serve", True)):
        config = load_config(str(config_file))
        config.plugins.run_event("startup", command=command, dirty=False)
        config.plugins.on_config(config)
        ids = (tmp_path / SCHEMA_FOLDER / "ids.json").read_text("utf-8")
        assert ("de-eik" in ids) is known
