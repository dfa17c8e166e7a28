"""`propositie inspect` from the outside: exit codes, `--streng`, the three formats."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from helpers.small_huis import ON_DATE, SMALL_HUIS, write_huis
from propositie.cli import main
from propositie.finding import (
    Finding,
    Location,
    Severity,
    as_github,
    as_text,
    sort_findings,
    summarise,
)

TIP = {"diensten/boodschappentaxi.yml": SMALL_HUIS["diensten/boodschappentaxi.yml"]
       .replace('prijs: {bedrag: "3,50", per: rit}\n', "")}  # fmt: skip
WARNING = {"merk.yml": 'kleuren: {hoofd: "#f2c94c"}\n'}
ERROR = {"merk.yml": "kleuren: {hoofd: geel}\n"}


def inspect(huis_folder: Path, *options: str) -> Result:
    return CliRunner().invoke(
        main, ["controleer", "--huis", str(huis_folder), "--op", ON_DATE, *options]
    )


@pytest.mark.parametrize(
    ("overlay", "normal", "strict"),
    [({}, 0, 0), (TIP, 0, 0), (WARNING, 0, 1), (ERROR, 1, 1)],
    ids=["niets", "tip", "waarschuwing", "fout"],
)
def test_exit_code(tmp_path: Path, overlay: dict[str, str], normal: int, strict: int) -> None:
    huis = write_huis(tmp_path, overlay)
    assert inspect(huis).exit_code == normal
    assert inspect(huis, "--streng").exit_code == strict


def test_no_folder(tmp_path: Path) -> None:
    result = inspect(tmp_path / "weg")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr == (
        f'De map "{tmp_path.as_posix()}/weg" is er niet. '
        "Ga naar de map van jullie site, of noem de map met --huis.\n"
    )


def test_a_file_instead_of_a_folder(tmp_path: Path) -> None:
    file = tmp_path / "huis"
    file.write_text("x", encoding="utf-8")
    assert inspect(file).exit_code == 2


@pytest.mark.parametrize("options", [["--op", "morgen"], ["--formaat", "xml"], ["--weg"]])
def test_wrong_option(tmp_path: Path, options: list[str]) -> None:
    assert inspect(tmp_path, *options).exit_code == 2


@pytest.mark.parametrize("on_date", ["2026-11-20", "20-11-2026"])
def test_on_date(tmp_path: Path, on_date: str) -> None:
    result = CliRunner().invoke(
        main, ["controleer", "--huis", str(write_huis(tmp_path)), "--op", on_date]
    )
    assert result.output == "Het huis is in orde: niets gevonden.\n"


@pytest.mark.parametrize("overlay", [{}, TIP, ERROR])
def test_json(tmp_path: Path, overlay: dict[str, str]) -> None:
    rows = json.loads(inspect(write_huis(tmp_path, overlay), "--formaat", "json").stdout)
    assert len(rows) == len(overlay)
    for row in rows:
        assert set(row) == {"code", "ernst", "bericht", "plaats", "herstel"}
        assert row["ernst"] in {"fout", "waarschuwing", "tip"}
        assert set(row["plaats"]) == {"bestand", "regel", "kolom", "lengte", "regeltekst"}


def test_github(tmp_path: Path) -> None:
    huis = write_huis(tmp_path / "huis", ERROR)
    result = inspect(huis, "--formaat", "github").stdout
    assert result == (
        f"::error file={huis}/merk.yml,line=1,col=18,title=fout V08::"
        '"geel" is geen kleur. Schrijf de kleurcode tussen aanhalingstekens: "#1f5c4d".\n'
    )


def test_github_is_escaped() -> None:
    location = Location("a,b:c%d\n.yml", 3, 5)
    finding = Finding("K99", Severity.TIP, "Een, twee: 100%\nklaar", location)
    assert as_github(finding) == (
        "::notice file=a%2Cb%3Ac%25d·.yml,line=3,col=5,title=tip K99::Een, twee: 100%25·klaar"
    )


def test_github_without_location() -> None:
    assert as_github(Finding("V15", Severity.ERROR, "Weg.")) == "::error title=fout V15::Weg."
    whole = Finding("V15", Severity.WARNING, "Weg.", Location("a.yml"))
    assert as_github(whole) == "::warning file=a.yml,title=waarschuwing V15::Weg."


@pytest.mark.parametrize(
    ("line_text", "column", "length", "line", "underline"),
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
def test_pointing(line_text: str, column: int, length: int, line: str, underline: str) -> None:
    location = Location("a.yml", 2, column, length, line_text)
    assert as_text(Finding("V02", Severity.ERROR, "Zo.", location)) == (
        f"a.yml:2:{column}  fout V02\n   2 | {line}\n     | {underline}\n  Zo.\n"
    )


def test_summary_and_order() -> None:
    tip = Finding("K05", Severity.TIP, "a", Location("a.yml", 1, 1))
    error = Finding("V02", Severity.ERROR, "b", Location("z.yml", 9, 1))
    loose = Finding("V15", Severity.ERROR, "c")
    assert sort_findings([tip, error, loose]) == [loose, error, tip]
    assert summarise([tip, error, loose]) == "2 fouten, 1 tip."


def test_old_terminal(tmp_path: Path) -> None:
    """A terminal of an old Windows shows a question mark for what it lacks."""
    text = SMALL_HUIS["klantgroepen/ouderen.yml"] + "ik: 🚌 is één: ✓\n"
    result = subprocess.run(
        [
            *(sys.executable, "-c", "from propositie.cli import main; main()", "controleer"),
            *("--huis", str(write_huis(tmp_path, {"klantgroepen/ouderen.yml": text}))),
        ],
        env={**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    assert result.returncode == 1
    assert result.stderr == b""
    assert "ik: ? is één: ?" in result.stdout.decode("cp1252")
