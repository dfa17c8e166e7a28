"""The one place where commands print."""

from __future__ import annotations

import click

from .. import progress
from ..harmless import make_harmless


def say(text: str = "", *, to_stderr: bool = False) -> None:
    """Print a text for people, made harmless."""
    progress.clear()
    click.echo(make_harmless(text), err=to_stderr)


def say_to_program(text: str) -> None:
    """Print what a program reads, JSON or a command to a CI: who made it has escaped what others
    typed."""
    progress.clear()
    click.echo(text)
