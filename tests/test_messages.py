"""Every message that staff can get, word for word: one file in `messages/` per case.

A case lays some files over the small sound house and holds what `propositie inspect` then
says. `pytest --update-goldens` writes what it says now; read the difference before you keep it.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from helpers.small_huis import ON_DATE, write_huis
from propositie.checks import RULES
from propositie.cli import main
from propositie.explaining import READING_CODES
from propositie.finding import Finding, Location, Severity
from propositie.inspection import inspect

MESSAGES = Path(__file__).parent / "messages"


@pytest.mark.golden_test("messages/*.yml")
def test_message(golden: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_huis(tmp_path / "site_src" / "huis", golden.get("huis"), golden.get("bytes"))
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["controleer", "--op", str(golden.get("op", ON_DATE))])
    assert result.output == golden.out["uitvoer"]
    assert result.exit_code == golden.out["eindcode"]


def test_small_huis_is_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_huis(tmp_path / "site_src" / "huis")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["controleer", "--op", ON_DATE])
    assert result.output == "Het huis is in orde: niets gevonden.\n"


@pytest.mark.parametrize("code", [*READING_CODES, *RULES])
def test_every_code_has_an_example(code: str) -> None:
    assert (MESSAGES / f"{code}.yml").is_file()


@pytest.mark.parametrize("file", sorted(MESSAGES.glob("*.yml")), ids=lambda p: p.stem)
def test_example_shows_its_code(file: Path) -> None:
    code = file.stem.split("-")[0]
    text = file.read_text(encoding="utf-8")
    assert code in {*READING_CODES, *RULES}
    assert f" {code}\n" in text.partition("uitvoer:")[2]


LOAD_ERRORS = sorted(MESSAGES.glob("V*.yml"))
"""What goes wrong before a rule is asked anything: what people really type and paste."""
MINIMUM = 120
CORRECTION = re.compile(
    r"Schrijf(?: dan)?(?:, met (?P<spaties>\d+) spaties? ervoor|(?P<links>, helemaal links))?: "
    r"(?P<regel>\S.*)$"
)
UNREADABLE = ("V01", "V02", "V09", "V10")
"""The codes of a line that YAML itself stumbles over."""


def test_there_are_enough_load_errors() -> None:
    assert len(LOAD_ERRORS) >= MINIMUM


def find_errors(huis_folder: Path) -> list[Finding]:
    found = inspect(huis_folder, date.fromisoformat(ON_DATE), "huis").findings
    return [b for b in found if b.severity is Severity.ERROR]


def correct_line(line: str, correction: re.Match[str]) -> str:
    """The line that a message tells to write, in place of `line`."""
    indent = re.match(r"\s*", line)[0]  # type: ignore[index]
    if correction["spaties"]:
        indent = " " * int(correction["spaties"])
    elif correction["links"]:
        indent = ""
    return indent + correction["regel"]


@pytest.mark.parametrize("file", LOAD_ERRORS, ids=lambda p: p.stem)
def test_the_right_line_helps(file: Path, tmp_path: Path) -> None:
    """Whoever writes the line that the message gives is rid of it, and YAML can read that line."""
    case = yaml.safe_load(file.read_text(encoding="utf-8"))
    huis_folder = write_huis(tmp_path / "huis", case.get("huis"), case.get("bytes"))
    first = find_errors(huis_folder)
    for finding in first:
        location, correction = finding.location, CORRECTION.search(finding.message)
        if correction is None:
            continue
        assert isinstance(location, Location)
        path = tmp_path / location.file
        contents = path.read_bytes()
        lines = contents.decode("utf-8-sig").splitlines()
        lines[location.line - 1] = correct_line(lines[location.line - 1], correction)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        afterwards = find_errors(huis_folder)
        path.write_bytes(contents)
        here = {(b.code, b.location.line, b.location.column) for b in afterwards if b.location}
        assert (finding.code, location.line, location.column) not in here
        assert not {(code, location.line) for code in UNREADABLE} & {h[:2] for h in here}
