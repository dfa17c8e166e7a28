"""A new thing: a file in which every field is explained, and that reads as it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hulp.klein_huis import OP, bouw_huis
from propositie.beginnen.yamltekst import als_yaml, netjes
from propositie.cli import hoofd
from propositie.huis import BerichtIntern, soorten
from propositie.huis.berichten import BLOG
from propositie.lezen import lees_huis
from propositie.lezen.boom import lees_boom
from propositie.vorm import Veld, velden_van

SOORTEN = [s.naam for s in soorten().values() if not s.enkel] + [BLOG]
NAAM = 'Ayşe: "d\'Or" 🚌 # أمل'
VREEMD = [
    NAAM, "- x", "nee", "null", "~", "2026-01-01", "1_000", "@x", "`x`", "%x", "&x", "*x", "!x",
    "{{x}}", "[a", "a: b", "a:", ": a", "a #b", "#a", "'", '"', "a\\nb", "🚌", "👩‍👧", "عبد الله",
    "=", "<<", "? x", "|", ">", "---", "...", "x" * 300, "a\u2028b", "a\x85b", "0x1F", "12:30:45",
]  # fmt: skip


def erbij(map_: Path, *woorden: str) -> Result:
    return CliRunner().invoke(hoofd, ["erbij", *woorden, "--huis", str(map_ / "huis")])


def gemaakt(map_: Path, soort: str, id_: str) -> Path:
    if soort == BLOG:
        return map_ / "paginas" / "blog" / f"{id_}.md"
    return map_ / "huis" / soort / f"{id_}.yml"


def codes(map_: Path) -> list[str]:
    uit = CliRunner().invoke(hoofd, ["controleer", "--op", OP, "--huis", str(map_ / "huis")])
    return re.findall(r"  (\w+ [VK]\d\d)$", uit.output, re.M)


def zonder_hekjes(tekst: str) -> str:
    """What stands there once somebody takes `# ` away from every example, once."""
    return re.sub(r"(?m)^( *)# ", r"\1", tekst)


@pytest.mark.parametrize("soort", SOORTEN)
def test_elke_soort_leest_zonder_fout(tmp_path: Path, soort: str) -> None:
    """In the small house there is one of each to refer to, so nothing is left open."""
    bouw_huis(tmp_path / "huis")
    uit = erbij(tmp_path, soort, "Nieuw Ding")
    assert uit.exit_code == 0, uit.output
    bestand = gemaakt(tmp_path, soort, "nieuw-ding")
    assert "Nieuw Ding" in bestand.read_text("utf-8")
    gevonden = codes(tmp_path)
    assert [c for c in gevonden if c.startswith("fout")] == []
    assert ("waarschuwing K74" in gevonden) is (soort not in {BLOG, "locaties", "concurrenten"})


@pytest.mark.parametrize("soort", SOORTEN)
def test_met_alles_erin_leest_het_ook(tmp_path: Path, soort: str) -> None:
    """Every example counts once its `# ` is gone; only the picture is not there."""
    bouw_huis(tmp_path / "huis")
    erbij(tmp_path, soort, "Nieuw Ding")
    bestand = gemaakt(tmp_path, soort, "nieuw-ding")
    vol = zonder_hekjes(bestand.read_text("utf-8"))
    bestand.write_text(vol, "utf-8")
    assert set(lees_codes(tmp_path)) <= {"V14"}
    klasse = BerichtIntern if soort == BLOG else soorten()[soort].klasse
    velden = lees_boom(vol.split("---\n")[1] if soort == BLOG else vol)
    assert isinstance(velden, dict)
    gevraagd = [v.sleutel for v in velden_van(klasse) if v.sleutel not in {"tekst", "vroeger"}]
    assert list(velden) == gevraagd, "all fields, in the order of the model"


def lees_codes(map_: Path) -> list[str]:
    lezing = lees_huis(map_ / "huis")
    return [b.code for b in lezing.bevindingen if b.code[0] == "V"]


def alle(velden: tuple[Veld, ...]) -> list[Veld]:
    return [d for v in velden for d in (v, *alle(v.velden))]


@pytest.mark.parametrize("soort", SOORTEN)
def test_elk_veld_is_uitgelegd(tmp_path: Path, soort: str) -> None:
    bouw_huis(tmp_path / "huis")
    erbij(tmp_path, soort, "Nieuw Ding")
    tekst = gemaakt(tmp_path, soort, "nieuw-ding").read_text("utf-8")
    plat = " ".join(re.sub(r"(?m)^[ #]*## ", "", tekst).split())
    klasse = BerichtIntern if soort == BLOG else soorten()[soort].klasse
    for veld in alle(velden_van(klasse)):
        if veld.sleutel not in {"", "tekst", "vroeger"}:
            assert veld.uitleg in plat, veld.sleutel
            assert re.search(rf"(?m)^[ #-]*{veld.sleutel}:", tekst)
    assert max(len(r) for r in tekst.splitlines() if "## " in r) <= 110


@pytest.mark.parametrize("soort", SOORTEN)
def test_een_moeilijke_naam(tmp_path: Path, soort: str) -> None:
    bouw_huis(tmp_path / "huis")
    assert erbij(tmp_path, soort, NAAM).exit_code == 0
    assert gemaakt(tmp_path, soort, "ayse-d-or").is_file()
    assert lees_codes(tmp_path) == []
    lezing = lees_huis(tmp_path / "huis")
    ding = (
        lezing.berichten["ayse-d-or"] if soort == BLOG else getattr(lezing.huis, soort)["ayse-d-or"]
    )
    assert NAAM in {getattr(ding, n, None) for n in ("naam", "titel", "belofte")}


@pytest.mark.parametrize("tekst", VREEMD)
def test_elke_tekst_wordt_geldige_yaml(tekst: str) -> None:
    assert lees_boom(f"naam: {als_yaml(tekst)}\n") == {"naam": netjes(tekst)}
    assert lees_boom(f"- {als_yaml(tekst)}\n") == [netjes(tekst)]


def test_wat_niet_te_zien_is_gaat_weg() -> None:
    assert netjes("a\x00b\n\tc\ud800 \ufeffd") == "a b c d"


@pytest.mark.parametrize(
    "soort", ["medewerker", "Medewerkers", "usp", "usps", "stuk", "stukken", "blog", "locatie"]
)
def test_enkelvoud_en_meervoud(tmp_path: Path, soort: str) -> None:
    bouw_huis(tmp_path / "huis")
    assert erbij(tmp_path, soort, "Nieuw").exit_code == 0


def test_wat_er_nog_moet(tmp_path: Path) -> None:
    """With more things to choose from, the file and the terminal say which; nothing is guessed."""
    huis = bouw_huis(tmp_path / "huis")
    tweede = (huis / "klantgroepen/ouderen.yml").read_text("utf-8").replace("Ouderen", "Ouders")
    (huis / "klantgroepen/ouders.yml").write_text(tweede, "utf-8")
    uit = erbij(tmp_path, "medewerker", "Ayşe Yılmaz")
    assert uit.output.replace(huis.as_posix(), "HUIS") == (
        "Gemaakt: HUIS/medewerkers/ayse-yilmaz.yml\n\n"
        "Vul daarin nog in:\n"
        "  functie            De functie, in gewone woorden.\n"
        "  belofte            Waar mensen bij deze medewerker op kunnen rekenen, in één zin.\n"
        "  boegbeeld_van      De klantgroepen voor wie deze medewerker het gezicht is.\n"
        "  te_vinden.wanneer  Wanneer iemand er is: dinsdag van 9 tot 12 uur.\n\n"
        "Kijk het daarna na met: propositie controleer\n"
    )
    tekst = (huis / "medewerkers/ayse-yilmaz.yml").read_text("utf-8")
    assert "\nboegbeeld_van:\n  # - ouderen\n  # - ouders\n" in tekst
    assert [c for c in codes(tmp_path) if c.startswith("fout")] == ["fout V06"]


def test_een_stuk_met_auteur(tmp_path: Path) -> None:
    bouw_huis(tmp_path / "huis")
    assert erbij(tmp_path, "stuk", "De tas", "--auteur", "samira").exit_code == 0
    stuk = lees_huis(tmp_path / "huis").berichten["de-tas"]
    assert (stuk.titel, stuk.auteur, stuk.concept) == ("De tas", ("samira",), True)


@pytest.mark.parametrize(
    ("woorden", "zegt"),
    [
        (["stuk", "Tas", "--auteur", "samirra"],
         'De medewerker "samirra" bestaat niet. Bedoelt u "samira"?'),
        (["stuk", "Tas", "--auteur", "xx"],
         'De medewerker "xx" bestaat niet. Er zijn: samira.'),
        (["dienst", "Tas", "--auteur", "samira"],
         "Alleen een stuk heeft een auteur. Laat --auteur weg."),
        (["dinst", "Tas"],
         '"dinst" is geen soort ding in het huis. Bedoelt u "dienst"? Er zijn: klantgroep, '
         "behoefte, dienst, locatie, concurrent, usp, medewerker en stuk."),
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
def test_wat_niet_kan(tmp_path: Path, woorden: list[str], zegt: str) -> None:
    bea = "naam: Bea\nvroeger: [oud]\n"
    huis = bouw_huis(tmp_path / "huis", {"medewerkers/bea.yml": bea})
    if "--auteur" in woorden:
        (huis / "medewerkers/bea.yml").unlink()
    voor = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    uit = erbij(tmp_path, *woorden)
    assert uit.stderr.replace(huis.as_posix(), "HUIS") == f"{zegt}\n"
    assert (uit.exit_code, uit.stdout) == (2, "")
    assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == voor


def test_in_een_huis_met_fouten(tmp_path: Path) -> None:
    bouw_huis(tmp_path / "huis", {"merk.yml": "kleuren: geel\n"})
    assert erbij(tmp_path, "dienst", "Soep").exit_code == 0


def test_een_lange_naam(tmp_path: Path) -> None:
    bouw_huis(tmp_path / "huis")
    assert erbij(tmp_path, "dienst", "lang woord " * 60).exit_code == 0
    [bestand] = (tmp_path / "huis/diensten").glob("lang-*.yml")
    assert len(bestand.stem) <= 80
