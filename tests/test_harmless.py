"""Whatever is printed: no character that does something to a terminal, no line that a CI runs."""

from __future__ import annotations

import json
import random
import re
import unicodedata
from pathlib import Path

import pytest
from click.testing import CliRunner

from helpers.build import ROOT
from propositie.cli import main
from propositie.finding import Finding, Location, Severity, as_github, as_json, as_text, parts
from propositie.harmless import make_harmless, make_visible
from propositie.report import report

DANGER = [
    "\x1b[31mrood", "\n::error::nep", "\r::warning::nep", "a\u202eb", "\u2066x", "\x00", "\x7f",
    "\u2028::notice::nep", "##[error]nep", "\x9b2J", "\udcff", "\ufeff", "  ::set-output name=a::b",
    "\n\t::add-mask::x", "\x08\x08\x08", "\u200f12",
]  # fmt: skip
_MOVES = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def assert_harmless(text: str) -> None:
    for line in text.split("\n"):
        assert not [t for t in line if unicodedata.category(t) in _MOVES], repr(line)
        assert not re.match(r"\s*::", line), line
        assert "##[" not in line


@pytest.mark.parametrize("danger", DANGER, ids=repr)
def test_a_text_is_made_harmless(danger: str) -> None:
    assert_harmless(make_harmless(f"Voor {danger} na.\n{danger}"))
    assert "\n" not in make_visible(danger)


def test_any_mixture_is_made_harmless() -> None:
    rng = random.Random(7)
    for _ in range(3000):
        text = "".join(
            rng.choice([*DANGER, "woord", " ", ":", "::", "\n", "#", "["]) for _ in range(9)
        )
        assert_harmless(make_harmless(text))


def test_what_is_harmless_stays_as_it_is() -> None:
    text = "Łukasz Yıldız: 9:30 – 12:00 é 中 😀 عربى\n  regel :: twee\u00a0#[3]"
    assert make_harmless(text) == text


@pytest.mark.parametrize("danger", DANGER, ids=repr)
def test_a_finding_is_told_harmlessly(danger: str) -> None:
    finding = Finding(
        "V01",
        Severity.ERROR,
        f"Zin {danger}.",
        Location(f"map/{danger}.yml", 1, 1, 1, f"a {danger}"),
    )
    assert_harmless(make_harmless(as_text(finding)))
    assert as_text(finding).count("\n") == 4
    github = as_github(finding)
    assert "\n" not in github
    assert_harmless(github.removeprefix("::"))
    told = as_json([finding])
    assert_harmless(told)
    if "\udcff" not in danger:
        assert json.loads(told)[0]["bericht"] == f"Zin {danger}."
    assert_harmless(report([finding]))
    for value in parts(finding).values():
        assert "\n" not in str(value)


@pytest.mark.parametrize("danger", ["site_src\x00/huis", "a\x1b[31m", "a\u202eb", "a\nb"], ids=repr)
@pytest.mark.parametrize("command", [
    ["controleer", "--huis"], ["controleer", "--verslag"], ["kit", "--huis"], ["nieuw"],
    ["proef"], ["erbij", "medewerker"], ["herstel", "--huis"], [],
])  # fmt: skip
def test_a_command_with_such_a_character_is_refused(command: list[str], danger: str) -> None:
    result = CliRunner().invoke(main, [*command, danger])
    assert result.exit_code == 2
    assert_harmless(result.output)
    assert "teken dat niet te zien is" in result.output


ALLOWED = {"cli/printing.py", "forms/__main__.py", "plugin/errors.py"}
"""Where something is printed; the last is how MkDocs shows why it stops, in our words."""


def test_commands_print_in_one_place() -> None:
    package = ROOT / "propositie"
    for path in sorted(package.rglob("*.py")):
        if path.relative_to(package).as_posix() not in ALLOWED:
            calls = re.findall(
                r"(?<![\w.])print\(|click\.s?echo\(|std(?:out|err)\.write", path.read_text("utf-8")
            )
            assert calls == [], Path(path).name
