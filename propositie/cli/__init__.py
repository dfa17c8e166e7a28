"""The command line: thin, a module per command, and never a traceback for what staff can write."""

from __future__ import annotations

import io
import sys

import click

from .. import __version__
from .controleer import controleer
from .erbij import erbij
from .hernoem import hernoem
from .kit import kit
from .nederlands import Groep
from .nieuw import nieuw
from .proef import proef
from .schema import schema


@click.group(
    "propositie",
    cls=Groep,
    options_metavar="[OPTIES]",
    subcommand_metavar="OPDRACHT …",
    context_settings={"help_option_names": ["-h", "--help", "--hulp"]},
)
@click.version_option(
    __version__, "--versie", "--version", message="propositie %(version)s", help="Toon de versie."
)
def hoofd() -> None:
    """Het propositiehuis van jullie organisatie: bewaren, nakijken en laten zien."""
    for stroom in (sys.stdout, sys.stderr):
        if isinstance(stroom, io.TextIOWrapper):
            stroom.reconfigure(errors="replace")  # an old terminal shows ? for what it lacks


for _opdracht in (controleer, erbij, hernoem, kit, nieuw, proef, schema):
    hoofd.add_command(_opdracht)
