"""Everything that click itself says, in Dutch, and every error of ours, in one place.

Click says all of it through gettext, and comes without a Dutch catalogue. This is one, put in the
place of gettext for as long as a command of ours runs, so that other programs in the same process
(such as mkdocs) keep their own language.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from errno import ENOSPC
from typing import Any

import click

from .. import progress
from ..errors import PropositieError
from ..harmless import ODD, make_visible
from ..stopping import stopping_quietly
from .printing import say

TRANSLATIONS: Mapping[str, str] = {
    "Usage:": "Zo gebruikt u het:",
    "Options": "Opties",
    "Positional arguments": "Wat er achter komt",
    "Commands": "Opdrachten",
    "Show this message and exit.": "Toon deze uitleg.",
    "Show the version and exit.": "Toon de versie.",
    "deprecated": "vervalt",
    "default: {default}": "standaard: {default}",
    "env var: {var}": "omgevingsvariabele: {var}",
    "required": "verplicht",
    "(dynamic)": "(hangt ervan af)",
    "Aborted!": "Afgebroken.",
    "Error: {message}": "{message}",
    "Try '{command} {option}' for help.": 'Meer uitleg geeft "{command} {option}".',
    "Missing command.": "Noem een opdracht. Welke er zijn, staat in de uitleg.",
    "No such command {name!r}.": 'De opdracht "{name}" bestaat niet.',
    "No such option {name!r}.": 'De optie "{name}" bestaat niet.',
    "No such option: {name}": 'De optie "{name}" bestaat niet.',
    "Did you mean {possibility}?": "Bedoelt u {possibility}?",
    "(Did you mean one of: {possibilities}?)": "(Bedoelt u een van deze: {possibilities}?)",
    "(Possible options: {possibilities})": "(Bedoelt u een van deze: {possibilities}?)",
    "Missing argument": "Hier ontbreekt nog",
    "Missing option": "Deze optie ontbreekt nog:",
    "Missing parameter": "Hier ontbreekt nog",
    "Missing parameter: {param_name}": "Hier ontbreekt nog {param_name}",
    "Missing {param_type}": "Hier ontbreekt nog",
    "Invalid value: {message}": "Dit kan niet: {message}",
    "Invalid value for {param_hint}: {message}": "Bij {param_hint}: {message}",
    "Got unexpected extra argument ({args})": (
        'Dit is te veel: "{args}". Hoort het bij een naam van meer woorden, zet die dan tussen '
        "aanhalingstekens."
    ),
    "Got unexpected extra arguments ({args})": (
        'Dit is te veel: "{args}". Horen ze bij een naam van meer woorden, zet die dan tussen '
        "aanhalingstekens."
    ),
    "Option {name!r} requires an argument.": 'Achter de optie "{name}" hoort nog een waarde.',
    "Option {name!r} requires {nargs} arguments.": (
        'Achter de optie "{name}" horen {nargs} waarden.'
    ),
    "Option {name!r} does not take a value.": 'Achter de optie "{name}" hoort geen waarde.',
    "Argument {name!r} takes {nargs} values.": 'Bij "{name}" horen {nargs} waarden.',
    "Takes {nargs} values but 1 was given.": "Hier horen {nargs} waarden; het is er één.",
    "Takes {nargs} values but {len} were given.": "Hier horen {nargs} waarden; het zijn er {len}.",
    "{len_type} values are required, but {len_value} was given.": (
        "Hier horen {len_type} waarden; het is er {len_value}."
    ),
    "{len_type} values are required, but {len_value} were given.": (
        "Hier horen {len_type} waarden; het zijn er {len_value}."
    ),
    "Value must be an iterable.": "Hier hoort een rij waarden.",
    "Choose from:\n\t{choices}": "Kies uit:\n\t{choices}",
    "{value!r} is not {choice}.": '"{value}" kan hier niet. Wel kan: {choice}.',
    "{value!r} is not one of {choices}.": '"{value}" kan hier niet. Kies uit: {choices}.',
    "{value!r} does not match the format {format}.": '"{value}" heeft niet de vorm {format}.',
    "{value!r} does not match the formats {formats}.": (
        '"{value}" heeft geen van de vormen {formats}.'
    ),
    "{value!r} is not a valid {number_type}.": '"{value}" is geen getal.',
    "{value!r} is not a valid boolean.": '"{value}" is geen ja of nee.',
    "{value!r} is not a valid boolean. Recognized values: {states}": '"{value}" is geen ja of nee.',
    "{value!r} is not a valid UUID.": '"{value}" is geen UUID.',
    "{value} is not in the range {range}.": "{value} valt buiten de grenzen {range}.",
    "file": "bestand",
    "directory": "map",
    "path": "pad",
    "File": "Het bestand",
    "Directory": "De map",
    "Path": "Het pad",
    "{name} {filename!r} does not exist.": '{name} "{filename}" bestaat niet.',
    "{name} {filename!r} is a file.": '{name} "{filename}" is een bestand.',
    "{name} {filename!r} is a directory.": '{name} "{filename}" is een map.',
    "{name} {filename!r} is not readable.": '{name} "{filename}" is niet te lezen.',
    "{name} {filename!r} is not writable.": '{name} "{filename}" is niet te schrijven.',
    "{name} {filename!r} is not executable.": '{name} "{filename}" is geen programma.',
    "Could not open file {filename!r}: {message}": (
        'Het bestand "{filename}" is niet te openen: {message}'
    ),
    "unknown error": "onbekende oorzaak",
    "d": "d",
    "Do you want to continue?": "Wilt u doorgaan?",
    "Confirm the action without prompting.": "Ga door zonder het te vragen.",
    "Repeat for confirmation": "Nog een keer, voor de zekerheid",
    "Error: The two entered values do not match.": "De twee waarden zijn niet gelijk.",
    "Error: invalid input": "Antwoord met ja (y) of nee (n).",
    "Press any key to continue...": "Druk op een toets om door te gaan...",
}
"""What click says → what staff read. Click's versions differ in some sentences: all are here."""

_METAVARS = {
    "text": "TEKST", "path": "MAP", "integer": "GETAL", "integer range": "GETAL",
    "file": "BESTAND",
}  # fmt: skip
"""What help writes for a value of a kind of its own."""
_METAVARS |= {TRANSLATIONS.get(kind, kind): ours for kind, ours in _METAVARS.items()}
"""A command that is loaded while click speaks Dutch has kinds with Dutch names."""


def translate(english: str) -> str:
    """The Dutch for a sentence of click's; the sentence itself when it is not known."""
    return TRANSLATIONS.get(english, english)


def translate_plural(singular: str, plural: str, count: int) -> str:
    """The Dutch for the one of two sentences that fits a number."""
    return translate(singular if count == 1 else plural)


@contextmanager
def speaking_dutch() -> Iterator[None]:
    """Let click speak Dutch until the block ends."""
    replaced: list[tuple[Any, str, Any]] = []
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == "click":
            for function, ours in (("_", translate), ("ngettext", translate_plural)):
                if function in vars(module):
                    replaced.append((module, function, vars(module)[function]))
                    setattr(module, function, ours)
    try:
        yield
    finally:
        for module, function, old in replaced:
            setattr(module, function, old)


class WholeNumber(click.IntRange):
    """A whole number between two others, which is told in words."""

    name = "integer range"

    def _describe_range(self) -> str:
        return f"{self.min} tot en met {self.max}"


class DutchGroup(click.Group):
    """A group of commands that speaks Dutch, whatever the language of the machine."""

    def add_command(self, cmd: click.Command, name: str | None = None) -> None:
        """Add a command, in Dutch."""
        super().add_command(cmd, name)
        self.make_dutch(cmd)

    def make_dutch(self, cmd: click.Command) -> None:
        """What the help of a command calls values, and itself, is said in Dutch."""
        _translate_metavars(cmd)
        # A click that remembers the option for help remembers the language of who asked first.
        parent = click.Context(self, **self.context_settings)
        with speaking_dutch():
            cmd.get_help_option(click.Context(cmd, parent=parent))

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run, with click in Dutch, telling how far long work is, and stopping quietly."""
        with speaking_dutch(), stopping_quietly(), progress.shown():
            return super().main(*args, **kwargs)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read what was typed; no name of anything holds what a keyboard cannot type."""
        if odd := next(filter(ODD.search, args), None):
            raise click.UsageError(
                f'In "{make_visible(odd)}" staat een teken dat niet te zien is (op de plek van de '
                "punt). Typ het opnieuw."
            )
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; what staff can mend is one Dutch sentence, and no traceback."""
        try:
            return super().invoke(ctx)
        except PropositieError as error:
            say(str(error), to_stderr=True)
            ctx.exit(error.exit_code)
        except OSError as error:
            if error.errno != ENOSPC:
                raise
            sentence = "De schijf is vol. Maak er ruimte op, en probeer het dan opnieuw."
            say(sentence, to_stderr=True)
            ctx.exit(2)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option that asks for help."""
        with speaking_dutch():
            return super().get_help_option(ctx)

    def get_help(self, ctx: click.Context) -> str:
        """The help, also for who asks for it without running anything."""
        with speaking_dutch():
            return super().get_help(ctx)


def _translate_metavars(cmd: click.Command) -> None:
    if cmd.options_metavar == "[OPTIONS]":
        cmd.options_metavar = "[OPTIES]"
    if isinstance(cmd, click.Group):
        cmd.subcommand_metavar = "OPDRACHT …"
        for part in cmd.commands.values():
            _translate_metavars(part)
    for param in cmd.params:
        if isinstance(param, click.Option) and param.metavar is None:
            is_file = isinstance(param.type, click.Path) and not param.type.dir_okay
            param.metavar = "BESTAND" if is_file else _METAVARS.get(param.type.name)
