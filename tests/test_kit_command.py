"""`propositie kit` from the outside: what it says and how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from helpers.kit import SITE, medewerker_yaml, read_qr
from helpers.small_huis import ON_DATE, write_huis
from propositie.cli import main
from propositie.kit.codes import KIT_CODES

TOM = medewerker_yaml(naam="Tom Tuin", boegbeeld_van=["ouderen"])


@pytest.fixture
def huis(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a house, in which the command is given."""
    monkeypatch.chdir(tmp_path)
    write_huis(tmp_path / "site_src/huis", {"medewerkers/tom.yml": TOM})
    (tmp_path / "mkdocs.yml").write_text(f"site_name: x\nsite_url: {SITE}\n", "utf-8")
    return tmp_path


def kit(*options: str, on_date: str = ON_DATE) -> Result:
    return CliRunner().invoke(main, ["kit", "--op", on_date, *options])


def test_one(huis: Path) -> None:
    result = kit("samira")
    assert (result.exit_code, result.output) == (0, "1 kit gemaakt. Bekijk ze in kit/index.html\n")
    assert [p.name for p in (huis / "kit/mensen").iterdir()] == ["samira"]
    assert read_qr((huis / "kit/mensen/samira/qr.png").read_bytes()) == [f"{SITE}mensen/samira/"]
    assert (huis / ".cache/propositie").is_dir()
    overview = (huis / "kit/index.html").read_text("utf-8")
    assert "mensen/samira/" in overview
    assert "mensen/tom/" not in overview
    assert kit("samira").output == (
        "0 kits gemaakt. 1 stond er al. Bekijk ze in kit/index.html\n"
    )  # fmt: skip


def test_all(huis: Path) -> None:
    result = kit("--naar", "uit/de kit", "--site-url", "https://ander.example")
    assert (result.exit_code, result.output) == (
        0,
        "5 kits gemaakt. Bekijk ze in uit/de kit/index.html\n",
    )
    qr = (huis / "uit/de kit/mensen/tom/qr.png").read_bytes()
    assert read_qr(qr) == ["https://ander.example/mensen/tom/"]


def test_a_klantgroep_or_dienst(huis: Path) -> None:
    assert kit("boodschappentaxi").exit_code == 0
    assert kit("ouderen").exit_code == 0
    assert {p.name for p in (huis / "kit").iterdir()} == {
        ".gemaakt.json", "aanbod", "index.html", "voor-wie",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("id_", "expected"),
    [
        ("samiera", 'Er is geen medewerker, klantgroep, dienst of vacature "samiera". '
                    'Bedoelt u "samira"?\n'),
        ("q", 'Er is geen medewerker, klantgroep, dienst of vacature "q". '
              "Kijk in de map medewerkers hoe het bestand heet.\n"),
        ("../../x", 'Er is geen medewerker, klantgroep, dienst of vacature "../../x". '
                    "Kijk in de map medewerkers hoe het bestand heet.\n"),
    ],
)  # fmt: skip
def test_unknown(huis: Path, id_: str, expected: str) -> None:
    result = kit(id_)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", expected)
    assert not (huis / "kit").exists()


def test_who_has_left(huis: Path) -> None:
    folder = huis / "site_src/huis/medewerkers"
    (folder / "tom.yml").write_text(
        medewerker_yaml(naam="Tom", uit_dienst="2026-11-01", opvolger="samira")
    )
    assert kit("tom").stderr == (
        "Tom werkt hier niet meer. Samira El Amrani neemt het over: propositie kit samira\n"
    )
    (folder / "tom.yml").write_text(medewerker_yaml(naam="Tom", uit_dienst="2026-11-01"))
    result = kit("tom")
    assert (result.exit_code, result.stderr) == (
        2, "Tom werkt hier niet meer. Er is nog geen opvolger genoemd.\n",
    )  # fmt: skip
    assert kit("tom", on_date="2026-10-31").exit_code == 0


def test_who_has_yet_to_start(huis: Path) -> None:
    tom = huis / "site_src/huis/medewerkers/tom.yml"
    tom.write_text(medewerker_yaml(naam="Tom", in_dienst="2027-03-01"))
    result = kit("tom")
    assert (result.exit_code, result.stderr) == (
        2,
        "Tom begint op 1 maart 2027. Wilt u de kit al klaar hebben? Gebruik dan --op 2027-03-01.\n",
    )
    assert kit("tom", on_date="2027-03-01").exit_code == 0


def test_a_stopped_dienst(huis: Path) -> None:
    dienst = huis / "site_src/huis/diensten/boodschappentaxi.yml"
    dienst.write_text(dienst.read_text("utf-8") + "status: gestopt\n", "utf-8")
    result = kit("boodschappentaxi")
    assert (result.exit_code, result.stderr) == (
        2, 'De dienst "Boodschappentaxi" is gestopt. Daar maken we geen folder van.\n',
    )  # fmt: skip


def test_a_huis_with_errors(huis: Path) -> None:
    (huis / "site_src/huis/merk.yml").write_text("kleuren: {hoofd: geel}\n")
    result = kit()
    assert result.exit_code == 1
    assert '"geel" is geen kleur' in result.stdout
    assert not (huis / "kit").exists()


def test_no_huis(huis: Path) -> None:
    result = kit("--huis", "weg")
    assert (result.exit_code, result.stderr) == (
        2,
        'De map "weg" is er niet. Ga naar de map van jullie site, of noem de map met --huis.\n',
    )


def test_no_address(huis: Path) -> None:
    (huis / "mkdocs.yml").unlink()
    result = kit()
    assert result.exit_code == 2
    assert result.stderr.startswith("Het adres van de site is niet bekend")
    assert kit("--site-url", "lindeborg").exit_code == 2
    assert "begint met https://" in kit("--site-url", "javascript:alert(1)").stderr


@pytest.mark.parametrize("contents", ["a: [", "- x\n", ""])
def test_a_broken_mkdocs_yml(huis: Path, contents: str) -> None:
    (huis / "mkdocs.yml").write_text(contents)
    result = kit()
    assert result.exit_code == 2
    assert result.stderr.startswith(("mkdocs.yml is niet te lezen", "Het adres van de site"))


def test_a_folder_that_is_a_file(huis: Path) -> None:
    (huis / "kit").write_text("x")
    result = kit()
    assert result.exit_code == 2
    assert result.stderr.startswith('In de map "kit" is niet te schrijven')


def test_a_damaged_portret(huis: Path) -> None:
    folder = huis / "site_src/huis/medewerkers"
    Image.effect_noise((300, 400), 90).convert("RGB").save(folder / "tom.jpg")
    raw = bytearray((folder / "tom.jpg").read_bytes())
    raw[2:4] = b"\xff\xff"
    (folder / "tom.jpg").write_bytes(raw)
    portret = {"bestand": "tom.jpg", "alt": "Tom", "toestemming": {"datum": "2026-01-01"}}
    (folder / "tom.yml").write_text(medewerker_yaml(naam="Tom", portret=portret))
    result = kit("tom")
    assert result.exit_code in {0, 1, 2}
    assert result.exception is None or isinstance(result.exception, SystemExit)


def test_an_own_template_goes_first(huis: Path) -> None:
    own = huis / "eigen/kit"
    own.mkdir(parents=True)
    (own / "voorstellen-kort.txt").write_text("Dag, ik ben {{ mens.naam }}.")
    config = f"site_url: {SITE}\ntheme: {{name: propositie, custom_dir: eigen}}\n"
    (huis / "mkdocs.yml").write_text(config)
    kit("samira")
    short = (huis / "kit/mensen/samira/voorstellen-kort.txt").read_text("utf-8")
    assert short == "Dag, ik ben Samira El Amrani."


def test_what_is_reported_comes_with_its_location(huis: Path) -> None:
    long_text = "Ik kom altijd. " * 20
    (huis / "site_src/huis/medewerkers/tom.yml").write_text(
        medewerker_yaml(naam="Tom", belofte=long_text)
    )
    result = kit("tom")
    assert result.exit_code == 0
    assert "site_src/huis/medewerkers/tom.yml:" in result.stdout
    assert "waarschuwing D02" in result.stdout
    assert 'De tekst bij "belofte" is te lang voor drukwerk' in result.stdout


def test_every_code_is_explained() -> None:
    assert list(KIT_CODES) == ["D01", "D02", "D03"]
    assert all(u.title and u.why.endswith(".") for u in KIT_CODES.values())
