"""What click says of its own accord reaches staff in Dutch, and nowhere else."""

from __future__ import annotations

import ast
import gettext
from errno import ENOSPC
from pathlib import Path

import click
import click.exceptions
import pytest
from click.testing import CliRunner

from propositie.cli import main
from propositie.cli.dutch import (
    TRANSLATIONS,
    DutchGroup,
    speaking_dutch,
    translate,
    translate_plural,
)


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (["contoleer"], "De opdracht \"contoleer\" bestaat niet. Bedoelt u 'controleer'?\n"),
        (["controleer", "--stren"], "De optie \"--stren\" bestaat niet. Bedoelt u '--streng'?\n"),
        (["controleer", "--xyz"], 'De optie "--xyz" bestaat niet.\n'),
        (["controleer", "--op"], 'Achter de optie "--op" hoort nog een waarde.\n'),
        (["controleer", "--streng=ja"], 'Achter de optie "--streng" hoort geen waarde.\n'),
        (["controleer", "--op", "morgen"],
         "Bij '--op': \"morgen\" is geen datum"),
        (["controleer", "--formaat", "xml"],
         "Bij '--formaat': \"xml\" kan hier niet. Kies uit: 'tekst', 'github', 'json'.\n"),
        (["kit", "gijs", "samira"],
         'Dit is te veel: "samira". Hoort het bij een naam van meer woorden, zet die dan tussen '
         "aanhalingstekens.\n"),
        (["nieuw"], "Hier ontbreekt nog 'MAP'.\n"),
        (["erbij"], "Hier ontbreekt nog 'SOORT'.\n"),
        (["erbij", "medewerker"], "Hier ontbreekt nog 'NAAM'.\n"),
        (["hernoem"], "Hier ontbreekt nog 'SOORT OUD NIEUW'.\n"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)  # fmt: skip
def test_a_wrongly_used_command(command: list[str], expected: str) -> None:
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert f"\n{expected}" in f"\n{result.stderr}"
    for english in ("Usage", "Error", "Missing", "Invalid", "Options"):
        assert english not in result.stderr


@pytest.mark.parametrize("command", [[], *([name] for name in sorted(main.commands))])
def test_the_help(command: list[str]) -> None:
    result = CliRunner().invoke(main, [*command, "--help"])
    assert result.exit_code == 0
    assert result.output.startswith("Zo gebruikt u het: propositie ")
    assert "\nOpties:\n" in result.output
    for english in ("Usage", "Options:", "Commands:", "Show", "default:", "TEXT", "PATH"):
        assert english not in result.output


def test_numbers_between_others_are_told_in_words() -> None:
    runner = CliRunner()
    told = runner.invoke(main, ["voorbeeld", "--help"]).output
    assert "INTEGER" not in told
    assert "x<=" not in told
    refused = runner.invoke(main, ["voorbeeld", "--medewerkers", "0"]).output
    assert "0 valt buiten de grenzen 1 tot en met 20000." in refused


def test_a_full_disk_is_told_without_a_traceback() -> None:
    @click.command("vol")
    def full() -> None:
        raise OSError(ENOSPC, "No space left on device")

    group = DutchGroup("proef")
    group.add_command(full)
    result = CliRunner().invoke(group, ["vol"])
    assert result.exit_code == 2
    assert result.output == "De schijf is vol. Maak er ruimte op, en probeer het dan opnieuw.\n"


def test_the_help_tells_where_to_begin() -> None:
    told = CliRunner().invoke(main, ["--help"]).output
    order = ["propositie nieuw", "cd onze-site", "propositie bekijk", "propositie controleer"]
    places = [told.index(words, told.index("Begint u?")) for words in order]
    assert places == sorted(places)
    assert "README.md" in told


def test_the_help_is_dutch_also_for_who_asks_from_outside() -> None:
    """Who lists the options without running anything does so without our translation."""
    names = ["-h", "--help"]
    group = DutchGroup("groep", context_settings={"help_option_names": names})
    group.add_command(click.Command("binnen", callback=lambda: None))
    outer = click.Context(group, help_option_names=names)
    for command in (group, group.commands["binnen"]):
        options = command.get_params(click.Context(command, parent=outer))
        [help_option] = [o for o in options if isinstance(o, click.Option) and "--help" in o.opts]
        assert help_option.help == translate("Show this message and exit.")
        assert "Show" not in (help_option.help or "")


def test_also_in_a_group_in_a_group() -> None:
    @click.group("binnen")
    def inside() -> None: ...

    @inside.command("doe")
    @click.option("--bestand", type=click.Path(dir_okay=False))
    @click.option("--map", type=click.Path())
    @click.option("--woord")
    def doe(bestand: str, map: str, woord: str) -> None: ...

    outer = DutchGroup("buiten")
    outer.add_command(inside)
    assert "[OPTIES] OPDRACHT …" in CliRunner().invoke(outer, ["binnen", "--help"]).output
    explanation = CliRunner().invoke(outer, ["binnen", "doe", "--help"]).output
    for part in ("binnen doe [OPTIES]", "--bestand BESTAND", "--map MAP", "--woord TEKST"):
        assert part in explanation


def test_without_command() -> None:
    result = CliRunner().invoke(main, [])
    assert result.exit_code == 2
    assert result.output.startswith("Zo gebruikt u het: propositie [OPTIES] OPDRACHT …")


def test_only_while_a_command_runs() -> None:
    """The mkdocs of the same process keeps its own language."""
    before = vars(click.exceptions)["_"]
    with speaking_dutch():
        assert vars(click.exceptions)["_"]("Missing argument") == "Hier ontbreekt nog"
    assert vars(click.exceptions)["_"] is before is gettext.gettext


def test_one_and_more() -> None:
    one, plural = (
        "Got unexpected extra argument ({args})",
        "Got unexpected extra arguments ({args})",
    )
    assert translate_plural(one, plural, 1) == TRANSLATIONS[one]
    assert translate_plural(one, plural, 2) == TRANSLATIONS[plural]
    assert translate_plural("x", "y", 2) == "y"


FOR_PROGRAMMERS = (
    "DeprecationWarning:", "(Deprecated)", "Could not determine name", "No options defined but",
    "Arguments take exactly one", "Shell completion is not", "Boolean option {decl!r}",
    "Name '{name}' defined twice", "Unknown color", "Unknown standard stream", "Choice(",
    "Invalid start character", "%(prog)s", "{editor}:", "Windows error", "Couldn't detect Bash",
)  # fmt: skip
"""What only a mistake in our own program, or what we do not use, can make click say."""


def test_every_sentence_of_click_is_translated() -> None:
    """A new version of click with a new sentence is found here, not by staff."""
    assert click.__file__
    untranslated = {
        str(word.value)
        for bestand in Path(click.__file__).parent.glob("*.py")
        for node in ast.walk(ast.parse(bestand.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        for word in node.args[: {"_": 1, "ngettext": 2}.get(node.func.id, 0)]
        if isinstance(word, ast.Constant)
    } - set(TRANSLATIONS)
    assert [
        sentence for sentence in sorted(untranslated) if not sentence.startswith(FOR_PROGRAMMERS)
    ] == []
