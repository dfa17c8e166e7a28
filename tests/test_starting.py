"""Starting up: what a command does not need is not loaded."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
import pytest

from helpers.small_huis import ON_DATE, SMALL_HUIS, write_huis
from propositie.cli import COMMANDS, main

DEAR = {"coloraide", "jinja2", "markdown_it", "material", "mkdocs", "phonenumbers", "PIL",
        "pydantic", "ruamel", "typst", "yaml"}  # fmt: skip


def loaded_by(folder: Path, *words: str) -> set[str]:
    """The modules that a command loads: ours, and by their first name those of others."""
    program = (
        "import sys\n"
        "from propositie.cli import main\n"
        "main(sys.argv[1:], standalone_mode=False)\n"
        "print(*sys.modules, file=sys.stderr)\n"
    )
    outcome = subprocess.run(
        [sys.executable, "-c", program.replace("main(", "try: main(").replace(
            "standalone_mode=False)\n", "standalone_mode=False)\nexcept SystemExit: pass\n"),
         *words], cwd=folder, capture_output=True, text=True, check=True,
    )  # fmt: skip
    names = outcome.stderr.split()
    return {name if name.startswith("propositie") else name.split(".")[0] for name in names}


def test_the_list_of_commands_loads_none_of_them(tmp_path: Path) -> None:
    names = loaded_by(tmp_path, "--help")
    assert "click" in names
    assert names & DEAR == set()
    assert {name for name in names if name.startswith("propositie")} == {
        "propositie", "propositie.cli", "propositie.cli.commands", "propositie.cli.dutch",
        "propositie.cli.printing", "propositie.dutch", "propositie.dutch.dates",
        "propositie.dutch.names", "propositie.dutch.numbers", "propositie.dutch.words",
        "propositie.errors", "propositie.harmless", "propositie.progress", "propositie.stopping",
    }  # fmt: skip


@pytest.mark.parametrize("name", COMMANDS.entries)
def test_the_list_says_of_a_command_what_the_command_says_of_itself(name: str) -> None:
    command, context = main.commands[name], click.Context(main)
    assert isinstance(main, click.Group)
    assert main.get_command(context, name) is command
    entry = COMMANDS.entries[name]
    assert command.name == name
    assert (command.help or "").split("\n\n")[0].replace("\n", " ") == entry.summary


def test_a_check_loads_what_it_needs(tmp_path: Path) -> None:
    """Of a sound house nothing is explained; of one that did not change, nothing is judged."""
    write_huis(tmp_path / "site_src/huis")
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    cold, warm = loaded_by(tmp_path, "controleer"), loaded_by(tmp_path, "controleer")
    for names in (cold, warm):
        assert names & DEAR == {"pydantic", "yaml"}
        assert "propositie.explaining.house" not in names
    assert {"propositie.checks", "propositie.checks.rule"} <= cold
    assert {"propositie.checks.rule", "propositie.forecast"} & warm == set()


def test_what_is_wrong_is_explained(tmp_path: Path) -> None:
    broken = SMALL_HUIS["merk.yml"].replace("hoofd", "hoofdkleur")
    write_huis(tmp_path / "site_src/huis", {"merk.yml": broken})
    names = loaded_by(tmp_path, "controleer", "--op", ON_DATE)
    assert "propositie.explaining.house" in names
