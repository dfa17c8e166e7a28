"""`propositie kit` from the outside: what it says and how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from hulp.kit import SITE, lees_qr, mens
from hulp.klein_huis import OP, bouw_huis
from propositie.cli import hoofd
from propositie.kit.codes import KITCODES

TOM = mens(naam="Tom Tuin", boegbeeld_van=["ouderen"])


@pytest.fixture
def huis(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a house, in which the command is given."""
    monkeypatch.chdir(tmp_path)
    bouw_huis(tmp_path / "site_src/huis", {"medewerkers/tom.yml": TOM})
    (tmp_path / "mkdocs.yml").write_text(f"site_name: x\nsite_url: {SITE}\n", "utf-8")
    return tmp_path


def kit(*opties: str, op: str = OP) -> Result:
    return CliRunner().invoke(hoofd, ["kit", "--op", op, *opties])


def test_een(huis: Path) -> None:
    uit = kit("samira")
    assert (uit.exit_code, uit.output) == (0, "1 kit gemaakt. Bekijk ze in kit/index.html\n")
    assert [p.name for p in (huis / "kit/mensen").iterdir()] == ["samira"]
    assert lees_qr((huis / "kit/mensen/samira/qr.png").read_bytes()) == [f"{SITE}mensen/samira/"]
    assert (huis / ".cache/propositie").is_dir()
    overzicht = (huis / "kit/index.html").read_text("utf-8")
    assert "mensen/samira/" in overzicht
    assert "mensen/tom/" not in overzicht
    assert kit("samira").output == (
        "0 kits gemaakt. 1 stond er al. Bekijk ze in kit/index.html\n"
    )  # fmt: skip


def test_alle(huis: Path) -> None:
    uit = kit("--naar", "uit/de kit", "--site-url", "https://ander.example")
    assert (uit.exit_code, uit.output) == (
        0,
        "4 kits gemaakt. Bekijk ze in uit/de kit/index.html\n",
    )
    qr = (huis / "uit/de kit/mensen/tom/qr.png").read_bytes()
    assert lees_qr(qr) == ["https://ander.example/mensen/tom/"]


def test_een_klantgroep_of_dienst(huis: Path) -> None:
    assert kit("boodschappentaxi").exit_code == 0
    assert kit("ouderen").exit_code == 0
    assert {p.name for p in (huis / "kit").iterdir()} == {
        ".gemaakt.json", "aanbod", "index.html", "voor-wie",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("id_", "zegt"),
    [
        ("samiera", 'Er is geen medewerker, klantgroep of dienst "samiera". Bedoelt u "samira"?\n'),
        ("q", 'Er is geen medewerker, klantgroep of dienst "q". '
              "Kijk in de map medewerkers hoe het bestand heet.\n"),
        ("../../x", 'Er is geen medewerker, klantgroep of dienst "../../x". '
                    "Kijk in de map medewerkers hoe het bestand heet.\n"),
    ],
)  # fmt: skip
def test_onbekend(huis: Path, id_: str, zegt: str) -> None:
    uit = kit(id_)
    assert (uit.exit_code, uit.stdout, uit.stderr) == (2, "", zegt)
    assert not (huis / "kit").exists()


def test_wie_weg_is(huis: Path) -> None:
    map_ = huis / "site_src/huis/medewerkers"
    (map_ / "tom.yml").write_text(mens(naam="Tom", uit_dienst="2026-11-01", opvolger="samira"))
    assert kit("tom").stderr == (
        "Tom werkt hier niet meer. Samira El Amrani neemt het over: propositie kit samira\n"
    )
    (map_ / "tom.yml").write_text(mens(naam="Tom", uit_dienst="2026-11-01"))
    uit = kit("tom")
    assert (uit.exit_code, uit.stderr) == (
        2, "Tom werkt hier niet meer. Er is nog geen opvolger genoemd.\n",
    )  # fmt: skip
    assert kit("tom", op="2026-10-31").exit_code == 0


def test_wie_nog_begint(huis: Path) -> None:
    tom = huis / "site_src/huis/medewerkers/tom.yml"
    tom.write_text(mens(naam="Tom", in_dienst="2027-03-01"))
    uit = kit("tom")
    assert (uit.exit_code, uit.stderr) == (
        2,
        "Tom begint op 1 maart 2027. Wilt u de kit al klaar hebben? Gebruik dan --op 2027-03-01.\n",
    )
    assert kit("tom", op="2027-03-01").exit_code == 0


def test_een_gestopte_dienst(huis: Path) -> None:
    dienst = huis / "site_src/huis/diensten/boodschappentaxi.yml"
    dienst.write_text(dienst.read_text("utf-8") + "status: gestopt\n", "utf-8")
    uit = kit("boodschappentaxi")
    assert (uit.exit_code, uit.stderr) == (
        2, 'De dienst "Boodschappentaxi" is gestopt. Daar maken we geen folder van.\n',
    )  # fmt: skip


def test_een_huis_met_fouten(huis: Path) -> None:
    (huis / "site_src/huis/merk.yml").write_text("kleuren: {hoofd: geel}\n")
    uit = kit()
    assert uit.exit_code == 1
    assert '"geel" is geen kleur' in uit.stdout
    assert not (huis / "kit").exists()


def test_geen_huis(huis: Path) -> None:
    uit = kit("--huis", "weg")
    assert (uit.exit_code, uit.stderr) == (
        2,
        'De map "weg" is er niet. Ga naar de map van jullie site, of noem de map met --huis.\n',
    )


def test_geen_adres(huis: Path) -> None:
    (huis / "mkdocs.yml").unlink()
    uit = kit()
    assert uit.exit_code == 2
    assert uit.stderr.startswith("Het adres van de site is niet bekend")
    assert kit("--site-url", "lindeborg").exit_code == 2
    assert "begint met https://" in kit("--site-url", "javascript:alert(1)").stderr


@pytest.mark.parametrize("inhoud", ["a: [", "- x\n", ""])
def test_een_kapotte_mkdocs_yml(huis: Path, inhoud: str) -> None:
    (huis / "mkdocs.yml").write_text(inhoud)
    uit = kit()
    assert uit.exit_code == 2
    assert uit.stderr.startswith(("mkdocs.yml is niet te lezen", "Het adres van de site"))


def test_een_map_die_een_bestand_is(huis: Path) -> None:
    (huis / "kit").write_text("x")
    uit = kit()
    assert uit.exit_code == 2
    assert uit.stderr.startswith('In de map "kit" is niet te schrijven')


def test_een_beschadigd_portret(huis: Path) -> None:
    map_ = huis / "site_src/huis/medewerkers"
    Image.effect_noise((300, 400), 90).convert("RGB").save(map_ / "tom.jpg")
    ruw = bytearray((map_ / "tom.jpg").read_bytes())
    ruw[2:4] = b"\xff\xff"
    (map_ / "tom.jpg").write_bytes(ruw)
    portret = {"bestand": "tom.jpg", "alt": "Tom", "toestemming": {"datum": "2026-01-01"}}
    (map_ / "tom.yml").write_text(mens(naam="Tom", portret=portret))
    uit = kit("tom")
    assert uit.exit_code in {0, 1, 2}
    assert uit.exception is None or isinstance(uit.exception, SystemExit)


def test_een_eigen_sjabloon_gaat_voor(huis: Path) -> None:
    eigen = huis / "eigen/kit"
    eigen.mkdir(parents=True)
    (eigen / "voorstellen-kort.txt").write_text("Dag, ik ben {{ mens.naam }}.")
    instelling = f"site_url: {SITE}\ntheme: {{name: propositie, custom_dir: eigen}}\n"
    (huis / "mkdocs.yml").write_text(instelling)
    kit("samira")
    kort = (huis / "kit/mensen/samira/voorstellen-kort.txt").read_text("utf-8")
    assert kort == "Dag, ik ben Samira El Amrani."


def test_wat_er_te_melden_is_staat_er_met_de_plaats(huis: Path) -> None:
    lang = "Ik kom altijd. " * 20
    (huis / "site_src/huis/medewerkers/tom.yml").write_text(mens(naam="Tom", belofte=lang))
    uit = kit("tom")
    assert uit.exit_code == 0
    assert "site_src/huis/medewerkers/tom.yml:" in uit.stdout
    assert "waarschuwing D02" in uit.stdout
    assert 'De tekst bij "belofte" is te lang voor drukwerk' in uit.stdout


def test_elke_code_is_uitgelegd() -> None:
    assert list(KITCODES) == ["D01", "D02", "D03"]
    assert all(u.titel and u.waarom.endswith(".") for u in KITCODES.values())
