"""The command line: thin, a module per command, and never a traceback for what staff can write."""

from __future__ import annotations

import io
import sys

import click

from .. import __version__
from .add import add
from .check import inspect
from .dutch import DutchGroup
from .kit import kit
from .new import new
from .rename import rename
from .repair import repair
from .schema import schema
from .trial import trial


@click.group(
    "propositie",
    cls=DutchGroup,
    options_metavar="[OPTIES]",
    subcommand_metavar="OPDRACHT …",
    context_settings={"help_option_names": ["-h", "--help", "--hulp"]},
)
@click.version_option(
    __version__, "--versie", "--version", message="propositie %(version)s", help="Toon de versie."
)
def main() -> None:
    """Het propositiehuis van jullie organisatie: bewaren, nakijken en laten zien."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # an old terminal shows ? for what it lacks


for _command in (inspect, repair, add, rename, kit, new, trial, schema):
    main.add_command(_command)
