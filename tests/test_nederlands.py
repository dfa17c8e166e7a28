"""What click says of its own accord reaches staff in Dutch, and nowhere else."""

from __future__ import annotations

import ast
import gettext
from pathlib import Path

import click
import click.exceptions
import pytest
from click.testing import CliRunner

from propositie.cli import hoofd
from propositie.cli.nederlands import WOORDEN, Groep, in_het_nederlands, vertaal, vertaal_aantal


@pytest.mark.parametrize(
    ("opdracht", "zegt"),
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
    ids=lambda waarde: " ".join(waarde) if isinstance(waarde, list) else "",
)  # fmt: skip
def test_een_verkeerd_gebruikte_opdracht(opdracht: list[str], zegt: str) -> None:
    uit = CliRunner().invoke(hoofd, opdracht)
    assert uit.exit_code == 2
    assert uit.stdout == ""
    assert f"\n{zegt}" in f"\n{uit.stderr}"
    for engels in ("Usage", "Error", "Missing", "Invalid", "Options"):
        assert engels not in uit.stderr


@pytest.mark.parametrize("opdracht", [[], *([naam] for naam in sorted(hoofd.commands))])
def test_de_uitleg(opdracht: list[str]) -> None:
    uit = CliRunner().invoke(hoofd, [*opdracht, "--help"])
    assert uit.exit_code == 0
    assert uit.output.startswith("Zo gebruikt u het: propositie ")
    assert "\nOpties:\n" in uit.output
    for engels in ("Usage", "Options:", "Commands:", "Show", "default:", "TEXT", "PATH"):
        assert engels not in uit.output


def test_de_uitleg_is_nederlands_ook_voor_wie_er_van_buiten_naar_vraagt() -> None:
    """Who lists the options without running anything does so without our translation."""
    namen = ["-h", "--help"]
    groep = Groep("groep", context_settings={"help_option_names": namen})
    groep.add_command(click.Command("binnen", callback=lambda: None))
    buiten = click.Context(groep, help_option_names=namen)
    for wie in (groep, groep.commands["binnen"]):
        opties = wie.get_params(click.Context(wie, parent=buiten))
        [hulp] = [o for o in opties if isinstance(o, click.Option) and "--help" in o.opts]
        assert hulp.help == vertaal("Show this message and exit.")
        assert "Show" not in (hulp.help or "")


def test_ook_in_een_groep_in_een_groep() -> None:
    @click.group("binnen")
    def binnen() -> None: ...

    @binnen.command("doe")
    @click.option("--bestand", type=click.Path(dir_okay=False))
    @click.option("--map", type=click.Path())
    @click.option("--woord")
    def doe(bestand: str, map: str, woord: str) -> None: ...

    buiten = Groep("buiten")
    buiten.add_command(binnen)
    assert "[OPTIES] OPDRACHT …" in CliRunner().invoke(buiten, ["binnen", "--help"]).output
    uitleg = CliRunner().invoke(buiten, ["binnen", "doe", "--help"]).output
    for deel in ("binnen doe [OPTIES]", "--bestand BESTAND", "--map MAP", "--woord TEKST"):
        assert deel in uitleg


def test_zonder_opdracht() -> None:
    uit = CliRunner().invoke(hoofd, [])
    assert uit.exit_code == 2
    assert uit.output.startswith("Zo gebruikt u het: propositie [OPTIES] OPDRACHT …")


def test_alleen_zolang_een_opdracht_draait() -> None:
    """The mkdocs of the same process keeps its own language."""
    voor = vars(click.exceptions)["_"]
    with in_het_nederlands():
        assert vars(click.exceptions)["_"]("Missing argument") == "Hier ontbreekt nog"
    assert vars(click.exceptions)["_"] is voor is gettext.gettext


def test_een_en_meer() -> None:
    een, meer = "Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"
    assert vertaal_aantal(een, meer, 1) == WOORDEN[een]
    assert vertaal_aantal(een, meer, 2) == WOORDEN[meer]
    assert vertaal_aantal("x", "y", 2) == "y"


VOOR_WIE_PROGRAMMEERT = (
    "DeprecationWarning:", "(Deprecated)", "Could not determine name", "No options defined but",
    "Arguments take exactly one", "Shell completion is not", "Boolean option {decl!r}",
    "Name '{name}' defined twice", "Unknown color", "Unknown standard stream", "Choice(",
    "Invalid start character", "%(prog)s", "{editor}:", "Windows error", "Couldn't detect Bash",
)  # fmt: skip
"""What only a mistake in our own program, or what we do not use, can make click say."""


def test_elke_zin_van_click_is_vertaald() -> None:
    """A new version of click with a new sentence is found here, not by staff."""
    assert click.__file__
    onvertaald = {
        str(woord.value)
        for bestand in Path(click.__file__).parent.glob("*.py")
        for knoop in ast.walk(ast.parse(bestand.read_text("utf-8")))
        if isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Name)
        for woord in knoop.args[: {"_": 1, "ngettext": 2}.get(knoop.func.id, 0)]
        if isinstance(woord, ast.Constant)
    } - set(WOORDEN)
    assert [zin for zin in sorted(onvertaald) if not zin.startswith(VOOR_WIE_PROGRAMMEERT)] == []
