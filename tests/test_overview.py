"""Many findings on one screen, by kind; everything for who asks for it, and for programs."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from helpers.small_huis import ON_DATE, SMALL_HUIS, write_huis
from propositie.cli import main
from propositie.finding import Finding, Location, Severity
from propositie.overview import FEW, about, groups_of, overview

SCREEN = 45
"""Lines; what a terminal of a laptop shows."""


def finding(code: str, file: str, severity: Severity = Severity.TIP) -> Finding:
    return Finding(code, severity, f"Iets over {file}.", Location(f"huis/{file}", 1, 1, 1, "naam"))


def many(code: str, count: int, severity: Severity = Severity.TIP) -> list[Finding]:
    return [finding(code, f"medewerkers/mens-{n:03}.yml", severity) for n in range(count)]


def titled(code: str) -> str:
    return f"titel van {code}"


def test_few_are_told_whole() -> None:
    told = overview(many("K32", FEW), titled)
    assert told.count("Iets over") == FEW
    assert "--alles" not in told


def test_two_hundred_of_one_kind_are_one_line() -> None:
    told = overview(many("K32", 212), titled)
    assert told == (
        "212 medewerkers  tip K32: titel van K32\n"
        "  Bij mens-000, mens-001, mens-002, mens-003 en 208 andere.\n"
        "  Bijvoorbeeld: Iets over medewerkers/mens-000.yml.\n"
        "\n"
        "212 tips.\n"
        "Alles, een voor een: propositie controleer --alles\n"
        "Alleen van mens-000: propositie controleer --bij mens-000"
    )


def test_the_gravest_come_first_and_whole() -> None:
    findings = [*many("V03", 7, Severity.ERROR), *many("K30", 2, Severity.WARNING),
                *many("K32", 200)]  # fmt: skip
    lines = overview(findings, titled).splitlines()
    assert lines[0] == "huis/medewerkers/mens-000.yml:1:1  fout V03"
    told = [line for line in lines if re.search(r" (?:fout|waarschuwing|tip) ", line)]
    assert [line.split("  ")[-1] for line in told[5:]] == [
        "fout V03: titel van V03", "waarschuwing K30: titel van K30", "tip K32: titel van K32",
    ]  # fmt: skip
    assert len(lines) < SCREEN


def test_of_kinds_with_the_same_weight_what_most_things_share_comes_first() -> None:
    groups = groups_of([*many("K30", 2), *many("K35", 9), *many("K34", 5)])
    assert [group.code for group in groups] == ["K35", "K34", "K30"]


def test_things_of_many_kinds_are_counted_together() -> None:
    files = [
        f"{folder}/x-{n}.yml" for folder in ("diensten", "usps", "medewerkers") for n in "abcd"
    ]
    told = overview([finding("K70", file) for file in files], titled)
    assert told.startswith("12 bestanden  tip K70")


def test_who_has_just_begun_gets_no_tips_yet() -> None:
    findings = [*many("K74", 8, Severity.WARNING), *many("K32", 8)]
    told = overview(findings, titled)
    assert "K32" not in told
    assert "8 tips" in told


@pytest.mark.parametrize(
    ("name", "count"),
    [("mens-001", 1), ("mens-001.yml", 1), ("medewerkers", 3), ("huis/medewerkers/mens-002.yml", 1),
     ("MENS-001", 1), ("niemand", 0)],
)  # fmt: skip
def test_only_what_is_about_something(name: str, count: int) -> None:
    assert len(about(many("K32", 3), name)) == count


# --- the command ---------------------------------------------------------------------------------


def write_many(folder: Path) -> None:
    samira = SMALL_HUIS["medewerkers/samira.yml"].partition("aanbevelingen:")[0]
    people = {
        f"medewerkers/mens-{n}.yml": samira.replace("Samira El Amrani", f"Mens Nummer{n}")
        for n in range(12)
    }
    write_huis(folder / "site_src" / "huis", people)


def run(*options: str) -> Result:
    return CliRunner().invoke(main, ["controleer", "--op", ON_DATE, *options])


def test_a_house_with_many_people_fits_on_a_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_many(tmp_path)
    monkeypatch.chdir(tmp_path)
    told = run().output
    assert len(told.splitlines()) < SCREEN
    assert re.search(r"^12 medewerkers  tip K32: nog niet: ", told, re.M)
    everything = run("--alles").output
    assert everything.count("tip K32") == 12
    assert run("--bij", "mens-3").output.count("tip K32") == 1
    assert len(json.loads(run("--formaat", "json").stdout)) == everything.count("  tip ")
    assert run("--formaat", "github").output.count("::notice") == everything.count("  tip ")
    unknown = run("--bij", "niemand")
    assert unknown.exit_code == 2
    assert 'Er is niets dat "niemand" heet.' in unknown.output
    assert run("--bij", "merk").output == 'Over "merk" is er niets gevonden.\n'


def test_what_a_build_prints_is_dutch_and_short(tmp_path: Path) -> None:
    write_many(tmp_path)
    pages = tmp_path / "site_src" / "paginas"
    pages.mkdir()
    (pages / "privacy.md").write_text("# Privacy\n\nWij bewaren weinig.\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Welzijn Veenrand\ndocs_dir: site_src/paginas\ntheme: {name: propositie}\n"
        f"plugins:\n  - propositie: {{huis: site_src/huis, op: {ON_DATE}}}\n",
        "utf-8",
    )
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    env = {**os.environ, "PYTHONWARNINGS": "ignore"}
    done = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, env=env, check=True, timeout=120
    )
    lines = [re.sub(r"^INFO +- +", "", line) for line in (done.stdout + done.stderr).splitlines()]
    told = [line for line in lines if line]
    assert len(told) == 4
    assert re.fullmatch(r"\d+ tips\. Wat het zijn, zegt: propositie controleer", told[0])
    assert told[1:3] == [
        "De map van de site wordt klaargezet.", f"De site komt in de map {tmp_path / 'site'}"
    ]  # fmt: skip
    assert re.fullmatch(r"De site is klaar, na [\d.]+ seconden\.", told[3])
