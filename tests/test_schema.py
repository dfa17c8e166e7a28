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

from hulp.bouwen import WORTEL
from hulp.editor import GeenYaml, kernwaarde, lees_als_editor
from hulp.klein_huis import bouw_huis
from hulp.site import schrijf_organisatie
from propositie.cli import hoofd
from propositie.huis import soorten
from propositie.huis.velden import Verwijzing
from propositie.huis.wandeling import gemerkte_waarden
from propositie.lezen import lees_huis
from propositie.lezen.boom import Gezien, lees_boom
from propositie.lezen.fout import YamlFout
from propositie.schema import SCHEMAMAP, schemabestanden, schemas, verouderd, ververs
from propositie.vorm import VOORBEELDMAP, Veld, Vorm, velden_van, voorbeeld_van

HUIZEN = {"demo": WORTEL / "site_src" / "huis", "voorbeeld": VOORBEELDMAP / "huis"}
GEVALLEN = sorted((WORTEL / "tests" / "meldingen").glob("V*.yml"))

CODES_BUITEN_BEREIK = {
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
    "V18": "posts: the extension does not look at the fields of a Markdown file",
}
"""What no schema of one file can know."""

GEVALLEN_BUITEN_BEREIK = {
    "V03-link": "a link in the text of a post",
    "V08-telefoon": "what can be dialled, only the library of telephone numbers knows",
    "V08-tijd-kaal": "to an editor 9 and 9.00 are the same number",
    "V08-versie": "which version this program knows, the program says",
}
"""Cases of other codes that a schema cannot know either, by how their names begin."""


def keurders(huismap: Path) -> Mapping[str, Draft7Validator]:
    """A validator for each kind, with the ids of the house in `huismap`."""
    alle = schemas(huismap)
    register: Registry[Any] = Registry().with_resources(
        (naam, Resource.from_contents(inhoud)) for naam, inhoud in alle.items()
    )
    # Each schema is asked for by name, so that names inside it are found beside it.
    return {
        soort: Draft7Validator({"$ref": f"{soort}.json"}, registry=register) for soort in soorten()
    }


def bestanden(huismap: Path) -> Iterator[tuple[str, Path]]:
    """Every YAML file of a house, with its kind."""
    for soort in soorten().values():
        map_ = huismap if soort.enkel else huismap / soort.naam
        for pad in sorted(map_.glob(f"{soort.naam if soort.enkel else '*'}.yml")):
            yield soort.naam, pad


def bezwaren(keurder: Draft7Validator, tekst: str) -> list[str]:
    """What the editor would underline in a text."""
    try:
        waarde = lees_als_editor(tekst)
    except GeenYaml as fout:
        return [f"no YAML: {fout}"]
    return [f"{e.json_path}: {e.message}" for e in keurder.iter_errors(waarde)]


# --- the schemas themselves -------------------------------------------------------------------


@pytest.mark.parametrize("huis", HUIZEN)
def test_elk_schema_is_zelf_in_orde(huis: str) -> None:
    alle = schemas(HUIZEN[huis])
    assert set(alle) == {f"{s}.json" for s in soorten()} | {"vormen.json", "ids.json"}
    for schema in alle.values():
        Draft7Validator.check_schema(schema)


@pytest.mark.parametrize("huis", HUIZEN)
def test_een_goed_huis_wordt_nergens_geweigerd(huis: str) -> None:
    keurder = keurders(HUIZEN[huis])
    gezien = 0
    for soort, pad in bestanden(HUIZEN[huis]):
        assert bezwaren(keurder[soort], pad.read_text("utf-8")) == [], pad
        gezien += 1
    assert gezien >= 10


def test_een_veld_vertelt_wat_het_is() -> None:
    alle = schemas(HUIZEN["demo"])
    belofte = alle["medewerkers.json"]["properties"]["belofte"]
    assert belofte["title"] == "Belofte"
    assert "in één zin" in belofte["description"]
    assert "Verplicht." in belofte["description"]
    assert "Bijvoorbeeld: `Ik bel dezelfde dag terug.`" in belofte["markdownDescription"]
    assert "Intern" in alle["medewerkers.json"]["properties"]["in_dienst"]["description"]
    gecontroleerd = alle["diensten.json"]["properties"]["gecontroleerd_op"]
    assert gecontroleerd["examples"][-2:] == ["2026-03-01", "1-3-2026"]
    ids = alle["ids.json"]["definitions"]["medewerkers"]
    assert ids["enumDescriptions"][ids["enum"].index("gijs")] == "Gijs Hollander"


def test_elke_melding_is_nederlands() -> None:
    """The extension says what `errorMessage` says; without one it speaks English."""

    def zonder(deel: Any, pad: str = "") -> Iterator[str]:
        if isinstance(deel, dict):
            spreekt = {"required", "pattern", "enum", "additionalProperties"} & set(deel)
            vrij = deel.get("additionalProperties", False) is not False
            if spreekt and not vrij and "errorMessage" not in deel and "$ref" not in deel:
                yield pad
            for naam, onder in deel.items():
                if naam not in {"enum", "examples", "required"}:
                    yield from zonder(onder, f"{pad}/{naam}")
        elif isinstance(deel, list):
            for nummer, onder in enumerate(deel):
                yield from zonder(onder, f"{pad}/{nummer}")

    # The alternative for an id between quotes is never the one that speaks.
    mist = [p for n, s in schemas(HUIZEN["demo"]).items() for p in zonder(s, n)]
    assert [p for p in mist if not p.endswith("/anyOf/1")] == []


# --- beside the reader ------------------------------------------------------------------------


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda p: p.stem)
def test_een_schema_oordeelt_als_de_lezer(geval: Path, tmp_path: Path) -> None:
    """Every golden case of a file: what the reader refuses is refused, and nothing else is."""
    gegeven = yaml.safe_load(geval.read_text("utf-8"))
    huis = bouw_huis(tmp_path / "huis", gegeven.get("huis"), gegeven.get("bytes"))
    keurder = keurders(huis)
    codes: dict[str, set[str]] = {}
    for bevinding in lees_huis(huis, "huis").bevindingen:
        if bevinding.plaats is not None:
            codes.setdefault(bevinding.plaats.bestand, set()).add(bevinding.code)
    buiten = tuple(GEVALLEN_BUITEN_BEREIK)
    eigen = {*(gegeven.get("huis") or {}), *(gegeven.get("bytes") or {})}
    for soort, pad in bestanden(huis):
        if pad.relative_to(huis).as_posix() not in eigen:
            continue  # the small house, of which the other files are, is sound
        try:
            tekst = pad.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        gevonden = codes.get(pad.relative_to(tmp_path).as_posix(), set())
        weigert = bezwaren(keurder[soort], tekst)
        if not gevonden:
            assert weigert == [], f"the reader takes {pad.name}"
        elif gevonden - set(CODES_BUITEN_BEREIK) and not geval.stem.startswith(buiten):
            assert weigert, f"the reader refuses {pad.name}: {gevonden}"


def test_wat_buiten_bereik_heet_bestaat_nog() -> None:
    stammen = {p.stem for p in GEVALLEN}
    for begin in GEVALLEN_BUITEN_BEREIK:
        assert any(s.startswith(begin) for s in stammen), begin
    assert set(CODES_BUITEN_BEREIK) <= {s.split("-")[0] for s in stammen}


WAARDEN = """
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
""".replace("\n", "|").strip("|").split("|")  # fmt: skip
"""What people type, and what computers make of it; each as it stands in a file."""


def paden(velden: tuple[Veld, ...], waarden: Any, pad: tuple[Any, ...] = ()) -> Iterator[Any]:
    """Every place in an example where a value stands, with its field."""
    for veld in velden:
        waarde = waarden.get(veld.sleutel)
        if waarde is None:
            continue
        yield (*pad, veld.sleutel), veld
        if veld.vorm is Vorm.GROEP:
            delen = enumerate(waarde) if isinstance(waarde, list) else [(None, waarde)]
            for nummer, deel in delen:
                hier = (*pad, veld.sleutel) if nummer is None else (*pad, veld.sleutel, nummer)
                yield from paden(veld.velden, deel, hier)


class Rauw(str):
    """A value as it was typed; every other text goes between quotes."""


def met(boom: Any, pad: tuple[Any, ...], waarde: Any) -> Any:
    """A copy of `boom` with another value at `pad`, or one more; without it when that is None."""
    if not pad:
        return waarde
    eerste, *rest = pad
    if isinstance(boom, list):
        return [met(d, tuple(rest), waarde) if n == eerste else d for n, d in enumerate(boom)]
    uit = {**boom, eerste: met(boom.get(eerste), tuple(rest), waarde)}
    return {k: w for k, w in uit.items() if w is not None}


def als_yaml(boom: Any) -> str:
    """A tree as YAML on one line."""
    if isinstance(boom, Rauw):
        return str(boom)
    if isinstance(boom, list):
        return f"[{', '.join(als_yaml(d) for d in boom)}]"
    if isinstance(boom, dict):
        return "{" + ", ".join(f"{k}: {als_yaml(w)}" for k, w in boom.items()) + "}"
    return json.dumps(boom, ensure_ascii=False)


def tekst_van(soort: str, pad: tuple[Any, ...], waarde: Any) -> str:
    """The example of a kind, cut down to what is required and what stands at `pad`."""
    nodig = {v.sleutel for v in velden_van(soorten()[soort].klasse) if v.verplicht} | {pad[0]}
    boom = {k: w for k, w in voorbeeld_van(soort).items() if k in nodig}
    return "".join(f"{k}: {als_yaml(w)}\n" for k, w in met(boom, pad, waarde).items())


@cache
def bestaande_ids() -> frozenset[tuple[str, str]]:
    return frozenset((soort, pad.stem) for soort, pad in bestanden(HUIZEN["voorbeeld"]))


def leest(soort: str, tekst: str) -> bool:
    """Whether the reader takes a text as a thing of this kind in the example house."""
    klasse, gezien = soorten()[soort].klasse, Gezien()
    try:
        boom = lees_boom(tekst, gezien=gezien) or {}
        assert isinstance(boom, dict)
        ding = klasse.model_validate({**boom, "id": "x"})
    except (YamlFout, ValidationError):
        return False
    los = [
        w for _, m, w in gemerkte_waarden(ding, Verwijzing) if (m.soort, w) not in bestaande_ids()
    ]
    # A key without a value may only be one that exists, such as both halves of {bedrag: 3,50}.
    onbekend = [pad for pad, *_ in gezien.leeg if pad and pad[-1] not in sleutels(soort)]
    return not (los or gezien.dubbel or onbekend)


@cache
def sleutels(soort: str) -> frozenset[str]:
    """Every key of a kind, inside groups too."""

    def alle(velden: tuple[Veld, ...]) -> Iterator[str]:
        for veld in velden:
            yield veld.sleutel
            yield from alle(veld.velden)

    return frozenset(alle(velden_van(soorten()[soort].klasse)))


def test_een_schema_weigert_nooit_wat_de_lezer_neemt() -> None:
    """Each sort of field with everything people type in it; the fields come from the models."""
    alle = keurders(HUIZEN["voorbeeld"])
    genomen, te_streng, gehad = 0, [], set()
    for soort in reversed(list(soorten())):  # the organisation, with its many fields, comes last
        for pad, veld in paden(velden_van(soorten()[soort].klasse), voorbeeld_van(soort)):
            kaal = replace(veld, sleutel="", uitleg="", intern=False, standaard=None)
            if (kaal, len(pad) > 1) in gehad:
                continue
            gehad.add((kaal, len(pad) > 1))
            # Text takes nearly all of them; a third is enough to see that.
            for waarde in WAARDEN[:: 3 if veld.vorm in {Vorm.REGEL, Vorm.OPMAAK} else 1]:
                if veld.verplicht and kernwaarde(waarde) is None:
                    continue  # `naam: null`: the reader takes the word, an editor sees nothing
                tekst = tekst_van(soort, pad, Rauw(waarde))
                if leest(soort, tekst):
                    genomen += 1
                    keurder: Any = alle[soort]
                    if len(pad) > 1 or not veld.verplicht:  # the rest of the thing is as it was
                        eigen = {"$ref": f"{soort}.json#/properties/{pad[0]}"}
                        keurder = keurder.evolve(schema={"properties": {pad[0]: eigen}})
                    te_streng += [f"{pad} {waarde}: {b}" for b in bezwaren(keurder, tekst)]
    assert genomen > 500
    assert te_streng == []


@pytest.mark.parametrize("soort", soorten())
def test_een_schema_weigert_wat_zeker_mis_is(soort: str) -> None:
    keurder = keurders(HUIZEN["voorbeeld"])[soort]
    vrij = {Vorm.REGEL, Vorm.OPMAAK, Vorm.BEELD}
    gelaten = []
    velden = velden_van(soorten()[soort].klasse)
    for pad, veld in paden(velden, voorbeeld_van(soort)):
        mis: list[tuple[Any, ...]] = [((*pad[:-1], f"{pad[-1]}x"), "x")]  # an unknown key
        if veld.verplicht:
            mis += [(pad, None), (pad, Rauw("")), (pad, Rauw('""'))]
        if veld.lijst:
            mis += [(pad, {"a": "b"})] if veld.los else [(pad, "een tekst"), (pad, {"a": "b"})]
        elif veld.vorm in {Vorm.GROEP, Vorm.TABEL}:
            mis += [(pad, "een tekst"), (pad, ["a"])]
        else:
            mis += [(pad, ["a"]), (pad, {"a": "b"})]
            if veld.vorm not in vrij:
                mis.append((pad, "hm?"))
        if veld.lijst and veld.vorm in {Vorm.KEUZE, Vorm.VERWIJZING}:
            mis.append((pad, ["bestaat-niet"]))
        if veld.hoogstens is not None and not veld.lijst:
            mis.append((pad, Rauw(str(veld.hoogstens + 1))))
        for plek, waarde in mis:
            if not bezwaren(keurder, tekst_van(soort, plek, waarde)):
                gelaten.append(f"{plek} {waarde!r}")
    assert gelaten == []


# --- the command and the settings -------------------------------------------------------------


@pytest.fixture
def huis(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an organisation, in which the command runs."""
    bouw_huis(tmp_path / "site_src" / "huis")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def draai_schema(*opties: str) -> tuple[int, str]:
    uit = CliRunner().invoke(hoofd, ["schema", *opties])
    return uit.exit_code, uit.output


def test_de_demo_is_bij() -> None:
    """A schema knows every field and every id: when either changes, run `propositie schema`."""
    klopt = verouderd(WORTEL, schemabestanden(WORTEL, "site_src/huis"))
    assert klopt == [], "run: propositie schema"


def test_elk_bestand_van_de_demo_hoort_bij_een_schema() -> None:
    wegen = json.loads((WORTEL / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    for soort, pad in bestanden(HUIZEN["demo"]):
        relatief = pad.relative_to(WORTEL)
        assert [s for s, glob in wegen.items() if relatief.match(glob)] == [
            f"./{SCHEMAMAP}/{soort}.json"
        ]
    assert all((WORTEL / schema).is_file() for schema in wegen)


def test_schema_schrijft_en_kijkt(huis: Path) -> None:
    assert draai_schema("--controleer")[0] == 1
    assert not (huis / ".vscode").exists()
    code, gezegd = draai_schema()
    assert (code, gezegd) == (0, "13 bestanden bijgewerkt in .vscode.\n")
    assert draai_schema() == (0, "Alles was al bij.\n")
    assert draai_schema("--controleer") == (0, "De hulp in de editor past bij het huis.\n")
    (huis / "site_src/huis/behoeften/eten.yml").write_text("naam: [stuk\n", "utf-8")
    (huis / SCHEMAMAP / "oud.json").write_text("{}", "utf-8")
    code, gezegd = draai_schema("--controleer")
    assert code == 1
    assert f"{SCHEMAMAP}/ids.json, {SCHEMAMAP}/oud.json" in gezegd
    assert draai_schema()[0] == 0
    assert "eten" in (huis / SCHEMAMAP / "ids.json").read_text("utf-8")
    assert not (huis / SCHEMAMAP / "oud.json").exists()


def test_een_schema_kent_ids_die_op_een_getal_lijken(huis: Path) -> None:
    dienst = (huis / "site_src/huis/diensten/boodschappentaxi.yml").read_text("utf-8")
    for id_ in ("2026", "true", "1e3"):
        shutil.copy(
            huis / "site_src/huis/locaties/de-linde.yml", huis / f"site_src/huis/locaties/{id_}.yml"
        )
        tekst = dienst.replace("[de-linde]", f"[{id_}]")
        keurder = keurders(huis / "site_src/huis")["diensten"]
        assert bezwaren(keurder, tekst) == []


def test_de_instellingen_van_de_organisatie_blijven(huis: Path) -> None:
    (huis / ".vscode").mkdir()
    eigen = {
        "editor.tabSize": 2,
        "yaml.schemas": {"./eigen.json": "x.yml", f"./{SCHEMAMAP}/weg.json": "weg/*.yml"},
    }
    settings = huis / ".vscode/settings.json"
    settings.write_text(json.dumps(eigen, indent=4), "utf-8")
    (huis / ".vscode/extensions.json").write_text('{"recommendations": ["a.b"]}', "utf-8")
    assert draai_schema()[0] == 0
    nieuw = json.loads(settings.read_text("utf-8"))
    assert nieuw["editor.tabSize"] == 2
    assert nieuw["yaml.schemas"]["./eigen.json"] == "x.yml"
    assert f"./{SCHEMAMAP}/weg.json" not in nieuw["yaml.schemas"]
    assert nieuw["yaml.schemas"][f"./{SCHEMAMAP}/merk.json"] == "site_src/huis/merk.yml"
    assert settings.read_text("utf-8").startswith('{\n    "editor.tabSize"')
    aanbevolen = json.loads((huis / ".vscode/extensions.json").read_text("utf-8"))
    assert aanbevolen["recommendations"] == ["a.b", "redhat.vscode-yaml"]


@pytest.mark.parametrize("tekst", ['// van ons\n{"a": 1}', "[]", '{"yaml.schemas": []}', "{"])
def test_instellingen_die_niet_te_lezen_zijn_blijven_staan(huis: Path, tekst: str) -> None:
    settings = huis / ".vscode/settings.json"
    settings.parent.mkdir()
    settings.write_text(tekst, "utf-8")
    code, gezegd = draai_schema()
    assert code == 2
    assert gezegd.startswith("In .vscode/settings.json ")
    assert "er is niets veranderd" in gezegd
    assert settings.read_text("utf-8") == tekst
    assert not (huis / SCHEMAMAP).exists()


def test_zonder_huis_is_er_niets_te_maken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert draai_schema()[0] == 2
    buiten = tmp_path / "elders"
    bouw_huis(buiten / "huis")
    (tmp_path / "hier").mkdir()
    monkeypatch.chdir(tmp_path / "hier")
    code, gezegd = draai_schema("--huis", "../elders/huis")
    assert (code, "buiten deze map" in gezegd) == (2, True)


def test_ververs_houdt_bij_wat_er_is_en_begint_er_niet_aan(huis: Path) -> None:
    assert ververs(huis, "site_src/huis") == []
    assert draai_schema()[0] == 0
    (huis / "site_src/huis/behoeften/eten.yml").write_text("naam: Eten\n", "utf-8")
    assert ververs(huis, "site_src/huis") == [f"{SCHEMAMAP}/ids.json"]
    (huis / ".vscode/settings.json").write_text("// van ons\n{}", "utf-8")
    assert ververs(huis, "site_src/huis") == []


def test_een_voorvertoning_houdt_de_hulp_bij(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    instelling = schrijf_organisatie(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert draai_schema("--huis", "huis")[0] == 0
    locatie = (tmp_path / "huis/locaties/de-linde.yml").read_text("utf-8")
    (tmp_path / "huis/locaties/de-eik.yml").write_text(locatie, "utf-8")
    for opdracht, bekend in (("build", False), ("serve", True)):
        config = load_config(str(instelling))
        config.plugins.run_event("startup", command=opdracht, dirty=False)
        config.plugins.on_config(config)
        ids = (tmp_path / SCHEMAMAP / "ids.json").read_text("utf-8")
        assert ("de-eik" in ids) is bekend
