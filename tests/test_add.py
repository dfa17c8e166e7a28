"""A new thing: a file in which every field is explained, and that reads as it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from helpers.small_huis import ON_DATE, write_huis
from propositie.cli import main
from propositie.explaining import explain
from propositie.huis import kinds, managed_kinds
from propositie.huis.fields import Field, fields_of
from propositie.reading import load_huis
from propositie.reading.tree import parse_tree
from propositie.scaffold.yaml_text import tidy, to_yaml

KINDS = [s.name for s in managed_kinds() if not s.is_single]
NAAM = 'Ayşe: "d\'Or" 🚌 # أمل'
STRANGE = [
    NAAM, "- x", "nee", "null", "~", "2026-01-01", "1_000", "@x", "`x`", "%x", "&x", "*x", "!x",
    "{{x}}", "[a", "a: b", "a:", ": a", "a #b", "#a", "'", '"', "a\\nb", "🚌", "👩‍👧", "عبد الله",
    "=", "<<", "? x", "|", ">", "---", "...", "x" * 300, "a\u2028b", "a\x85b", "0x1F", "12:30:45",
]  # fmt: skip


def add(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["erbij", *words, "--huis", str(folder / "huis")])


def made_file(folder: Path, kind: str, id_: str) -> Path:
    if kind == "berichten":
        return folder / "paginas" / "blog" / f"{id_}.md"
    return folder / "huis" / kind / f"{id_}.yml"


def codes(folder: Path) -> list[str]:
    result = CliRunner().invoke(
        main, ["controleer", "--op", ON_DATE, "--huis", str(folder / "huis")]
    )
    return re.findall(r"  (\w+ [VK]\d\d)$", result.output, re.M)


def strip_hashes(text: str) -> str:
    """What stands there once somebody takes `# ` away from every example, once."""
    return re.sub(r"(?m)^( *)# ", r"\1", text)


WITHOUT_A_TEXT = {
    "berichten", "locaties", "concurrenten", "wijken", "vernieuwingen", "klantstem",
}  # fmt: skip
"""Kinds of which no text must be filled in but the name."""


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_loads_without_errors(tmp_path: Path, kind: str) -> None:
    """In the small house there is one of each to refer to, so nothing is left open."""
    write_huis(tmp_path / "huis")
    result = add(tmp_path, kind, "Nieuw Ding")
    assert result.exit_code == 0, result.output
    file = made_file(tmp_path, kind, "nieuw-ding")
    assert "Nieuw Ding" in file.read_text("utf-8")
    found = codes(tmp_path)
    assert [c for c in found if c.startswith("fout")] == []
    assert ("waarschuwing K74" in found) is (kind not in WITHOUT_A_TEXT)


@pytest.mark.parametrize("kind", KINDS)
def test_with_everything_filled_in_it_loads_too(tmp_path: Path, kind: str) -> None:
    """Every example counts once its `# ` is gone; only the picture is not there."""
    write_huis(tmp_path / "huis")
    add(tmp_path, kind, "Nieuw Ding")
    file = made_file(tmp_path, kind, "nieuw-ding")
    full = strip_hashes(file.read_text("utf-8"))
    file.write_text(full, "utf-8")
    assert set(load_codes(tmp_path)) <= {"V14"}
    class_ = kinds()[kind].model
    fields = parse_tree(full.split("---\n")[1] if kind == "berichten" else full)
    assert isinstance(fields, dict)
    apart = {"vroeger"} | ({"tekst"} if kinds()[kind].is_markdown else set())
    expected = [v.key for v in fields_of(class_) if v.key not in apart]
    assert list(fields) == expected, "all fields, in the order of the model"


def load_codes(folder: Path) -> list[str]:
    loaded = load_huis(folder / "huis")
    return [b.code for b in explain(loaded) if b.code[0] == "V"]


def all_fields(fields: tuple[Field, ...]) -> list[Field]:
    return [d for v in fields for d in (v, *all_fields(v.fields))]


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_explained(tmp_path: Path, kind: str) -> None:
    write_huis(tmp_path / "huis")
    add(tmp_path, kind, "Nieuw Ding")
    text = made_file(tmp_path, kind, "nieuw-ding").read_text("utf-8")
    plain = " ".join(re.sub(r"(?m)^[ #]*## ", "", text).split())
    class_ = kinds()[kind].model
    for field in all_fields(fields_of(class_)):
        if field.key not in {"", "tekst", "vroeger"}:
            assert field.explanation in plain, field.key
            assert re.search(rf"(?m)^[ #-]*{field.key}:", text)
    assert max(len(r) for r in text.splitlines() if "## " in r) <= 110


@pytest.mark.parametrize("kind", KINDS)
def test_a_difficult_name(tmp_path: Path, kind: str) -> None:
    write_huis(tmp_path / "huis")
    assert add(tmp_path, kind, NAAM).exit_code == 0
    assert made_file(tmp_path, kind, "ayse-d-or").is_file()
    assert load_codes(tmp_path) == []
    loaded = load_huis(tmp_path / "huis")
    thing = getattr(loaded.huis, kind)["ayse-d-or"]
    naming = kinds()[kind].naming
    assert naming is None or getattr(thing, naming) == NAAM


@pytest.mark.parametrize("text", STRANGE)
def test_every_text_becomes_valid_yaml(text: str) -> None:
    assert parse_tree(f"naam: {to_yaml(text)}\n") == {"naam": tidy(text)}
    assert parse_tree(f"- {to_yaml(text)}\n") == [tidy(text)]


def test_what_is_invisible_is_removed() -> None:
    assert tidy("a\x00b\n\tc\ud800 \ufeffd") == "a b c d"


@pytest.mark.parametrize(
    "kind", ["medewerker", "Medewerkers", "usp", "usps", "stuk", "stukken", "blog", "locatie"]
)
def test_singular_and_plural(tmp_path: Path, kind: str) -> None:
    write_huis(tmp_path / "huis")
    assert add(tmp_path, kind, "Nieuw").exit_code == 0


def test_what_is_still_to_be_done(tmp_path: Path) -> None:
    """With more things to choose from, the file and the terminal say which; nothing is guessed."""
    huis = write_huis(tmp_path / "huis")
    second = (huis / "klantgroepen/ouderen.yml").read_text("utf-8").replace("Ouderen", "Ouders")
    (huis / "klantgroepen/ouders.yml").write_text(second, "utf-8")
    result = add(tmp_path, "medewerker", "Ayşe Yılmaz")
    assert result.output.replace(huis.as_posix(), "HUIS") == (
        "Gemaakt: HUIS/medewerkers/ayse-yilmaz.yml\n\n"
        "Vul daarin nog in:\n"
        "  functie            De functie, in gewone woorden.\n"
        "  belofte            Waar mensen bij deze medewerker op kunnen rekenen, in één zin.\n"
        "  te_vinden.wanneer  Wanneer iemand er is: dinsdag van 9 tot 12 uur.\n\n"
        "Kijk het daarna na met: propositie controleer\n"
    )
    text = (huis / "medewerkers/ayse-yilmaz.yml").read_text("utf-8")
    assert "\n# boegbeeld_van:\n#   - ouderen\n" in text
    assert [c for c in codes(tmp_path) if c.startswith("fout")] == []


def test_a_bericht_with_an_auteur(tmp_path: Path) -> None:
    write_huis(tmp_path / "huis")
    assert add(tmp_path, "stuk", "De tas", "--auteur", "samira").exit_code == 0
    huis = load_huis(tmp_path / "huis").huis
    assert huis is not None
    piece = huis.berichten["de-tas"]
    assert (piece.titel, piece.auteur, piece.concept) == ("De tas", ("samira",), True)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["stuk", "Tas", "--auteur", "samirra"],
         'De medewerker "samirra" bestaat niet. Bedoelt u "samira"?'),
        (["stuk", "Tas", "--auteur", "xx"],
         'De medewerker "xx" bestaat niet. Er zijn: samira.'),
        (["dienst", "Tas", "--auteur", "samira"],
         "Alleen een stuk heeft een auteur. Laat --auteur weg."),
        (["dinst", "Tas"],
         '"dinst" is geen soort ding in het huis. Bedoelt u "dienst"? Er zijn: klantgroep, '
         "behoefte, dienst, locatie, concurrent, usp, medewerker, partner, verhaal, cijfer, "
         "activiteit, mededeling, wijk, vacature, rol, vernieuwing, klantstem, opdracht en stuk."),
        (["merk", "Tas"],
         "Daar is er maar één van: pas merk.yml zelf aan. De naam van dat bestand ligt vast."),
        (["medewerker", "Samira"],
         "HUIS/medewerkers/samira.yml bestaat al. Pas dat aan, of kies een andere naam met --id."),
        (["medewerker", "Oud"],
         '"oud" is een vroegere naam van "bea", en dat adres leidt daarheen. '
         "Kies een andere naam met --id."),
        (["medewerker", "أمل"],
         'Van "أمل" is geen bestandsnaam te maken. Geef er zelf een met --id: alleen kleine '
         "letters a–z, cijfers en streepjes, bijvoorbeeld --id amal-haddad."),
        (["medewerker", "Amal", "--id", "../../amal"],
         'Van "Amal" is geen bestandsnaam te maken. Geef er zelf een met --id: alleen kleine '
         "letters a–z, cijfers en streepjes, bijvoorbeeld --id amal-haddad."),
    ],
)  # fmt: skip
def test_what_cannot_be_done(tmp_path: Path, words: list[str], expected: str) -> None:
    bea = "naam: Bea\nvroeger: [oud]\n"
    huis = write_huis(tmp_path / "huis", {"medewerkers/bea.yml": bea})
    if "--auteur" in words:
        (huis / "medewerkers/bea.yml").unlink()
    before = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    result = add(tmp_path, *words)
    assert result.stderr.replace(huis.as_posix(), "HUIS") == f"{expected}\n"
    assert (result.exit_code, result.stdout) == (2, "")
    assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == before


def test_in_a_huis_with_errors(tmp_path: Path) -> None:
    write_huis(tmp_path / "huis", {"merk.yml": "kleuren: geel\n"})
    assert add(tmp_path, "dienst", "Soep").exit_code == 0


def test_a_long_name(tmp_path: Path) -> None:
    write_huis(tmp_path / "huis")
    assert add(tmp_path, "dienst", "lang woord " * 60).exit_code == 0
    [file] = (tmp_path / "huis/diensten").glob("lang-*.yml")
    assert len(file.stem) <= 80
