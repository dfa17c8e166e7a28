"""`propositie controleer` from the outside: exit codes, `--streng`, the three formats."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hulp.klein_huis import KLEIN_HUIS, OP, bouw_huis
from propositie.bevinding import (
    Bevinding,
    Ernst,
    Plaats,
    als_github,
    als_tekst,
    gesorteerd,
    samenvatting,
)
from propositie.cli import hoofd

TIP = {"diensten/boodschappentaxi.yml": KLEIN_HUIS["diensten/boodschappentaxi.yml"]
       .replace('prijs: {bedrag: "3,50", per: rit}\n', "")}  # fmt: skip
WAARSCHUWING = {"merk.yml": 'kleuren: {hoofd: "#f2c94c"}\n'}
FOUT = {"merk.yml": "kleuren: {hoofd: geel}\n"}


def controleer(huismap: Path, *opties: str) -> Result:
    return CliRunner().invoke(hoofd, ["controleer", "--huis", str(huismap), "--op", OP, *opties])


@pytest.mark.parametrize(
    ("overlay", "gewoon", "streng"),
    [({}, 0, 0), (TIP, 0, 0), (WAARSCHUWING, 0, 1), (FOUT, 1, 1)],
    ids=["niets", "tip", "waarschuwing", "fout"],
)
def test_eindcode(tmp_path: Path, overlay: dict[str, str], gewoon: int, streng: int) -> None:
    huis = bouw_huis(tmp_path, overlay)
    assert controleer(huis).exit_code == gewoon
    assert controleer(huis, "--streng").exit_code == streng


def test_geen_map(tmp_path: Path) -> None:
    uit = controleer(tmp_path / "weg")
    assert uit.exit_code == 2
    assert uit.stdout == ""
    assert uit.stderr == (
        f'De map "{tmp_path.as_posix()}/weg" is er niet. '
        "Ga naar de map van jullie site, of noem de map met --huis.\n"
    )


def test_bestand_in_plaats_van_map(tmp_path: Path) -> None:
    bestand = tmp_path / "huis"
    bestand.write_text("x", encoding="utf-8")
    assert controleer(bestand).exit_code == 2


@pytest.mark.parametrize("opties", [["--op", "morgen"], ["--formaat", "xml"], ["--weg"]])
def test_verkeerde_optie(tmp_path: Path, opties: list[str]) -> None:
    assert controleer(tmp_path, *opties).exit_code == 2


@pytest.mark.parametrize("op", ["2026-11-20", "20-11-2026"])
def test_op(tmp_path: Path, op: str) -> None:
    uit = CliRunner().invoke(hoofd, ["controleer", "--huis", str(bouw_huis(tmp_path)), "--op", op])
    assert uit.output == "Het huis is in orde: niets gevonden.\n"


@pytest.mark.parametrize("overlay", [{}, TIP, FOUT])
def test_json(tmp_path: Path, overlay: dict[str, str]) -> None:
    rijen = json.loads(controleer(bouw_huis(tmp_path, overlay), "--formaat", "json").stdout)
    assert len(rijen) == len(overlay)
    for rij in rijen:
        assert set(rij) == {"code", "ernst", "bericht", "plaats"}
        assert rij["ernst"] in {"fout", "waarschuwing", "tip"}
        assert set(rij["plaats"]) == {"bestand", "regel", "kolom", "lengte", "regeltekst"}


def test_github(tmp_path: Path) -> None:
    huis = bouw_huis(tmp_path / "huis", FOUT)
    uit = controleer(huis, "--formaat", "github").stdout
    assert uit == (
        f"::error file={huis}/merk.yml,line=1,col=18,title=fout V08::"
        '"geel" is geen kleur. Schrijf de kleurcode tussen aanhalingstekens: "#1f5c4d".\n'
    )


def test_github_ontsnapt() -> None:
    plaats = Plaats("a,b:c%d\n.yml", 3, 5)
    bevinding = Bevinding("K99", Ernst.TIP, "Een, twee: 100%\nklaar", plaats)
    assert als_github(bevinding) == (
        "::notice file=a%2Cb%3Ac%25d%0A.yml,line=3,col=5,title=tip K99::Een, twee: 100%25%0Aklaar"
    )


def test_github_zonder_plaats() -> None:
    assert als_github(Bevinding("V15", Ernst.FOUT, "Weg.")) == "::error title=fout V15::Weg."
    geheel = Bevinding("V15", Ernst.WAARSCHUWING, "Weg.", Plaats("a.yml"))
    assert als_github(geheel) == "::warning file=a.yml,title=waarschuwing V15::Weg."


@pytest.mark.parametrize(
    ("regeltekst", "kolom", "lengte", "regel", "streep"),
    [
        ("naam: x", 7, 1, "naam: x", "      ^"),
        ("\tnaam: x", 8, 1, " naam: x", "       ^"),
        ("🚌🚌: x", 5, 1, "🚌🚌: x", "      ^"),
        ("Ays\u0327e: x", 8, 1, "Ays\u0327e: x", "      ^"),
        ("a\x1b[31m\u202eb: x", 11, 1, "a·[31m·b: x", "          ^"),
        ("x" * 300, 201, 50, "…" + "x" * 100 + "…", " " * 21 + "^" * 50),
        ("x" * 300, 1, 1000, "x" * 100 + "…", "^" * 101),
        ("", 1, 1, "", "^"),
    ],
    ids=["gewoon", "tab", "breed", "accent", "stuurteken", "lang", "heel-lang", "leeg"],
)
def test_aanwijzen(regeltekst: str, kolom: int, lengte: int, regel: str, streep: str) -> None:
    plaats = Plaats("a.yml", 2, kolom, lengte, regeltekst)
    assert als_tekst(Bevinding("V02", Ernst.FOUT, "Zo.", plaats)) == (
        f"a.yml:2:{kolom}  fout V02\n   2 | {regel}\n     | {streep}\n  Zo.\n"
    )


def test_samenvatting_en_volgorde() -> None:
    tip = Bevinding("K05", Ernst.TIP, "a", Plaats("a.yml", 1, 1))
    fout = Bevinding("V02", Ernst.FOUT, "b", Plaats("z.yml", 9, 1))
    los = Bevinding("V15", Ernst.FOUT, "c")
    assert gesorteerd([tip, fout, los]) == [los, fout, tip]
    assert samenvatting([tip, fout, los]) == "2 fouten, 1 tip."


def test_oude_terminal(tmp_path: Path) -> None:
    """A terminal of an old Windows shows a question mark for what it lacks."""
    tekst = KLEIN_HUIS["klantgroepen/ouderen.yml"] + "ik: 🚌 is één: ✓\n"
    uit = subprocess.run(
        [
            *(sys.executable, "-c", "from propositie.cli import hoofd; hoofd()", "controleer"),
            *("--huis", str(bouw_huis(tmp_path, {"klantgroepen/ouderen.yml": tekst}))),
        ],
        env={**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    assert uit.returncode == 1
    assert uit.stderr == b""
    assert "ik: ? is één: ?" in uit.stdout.decode("cp1252")
