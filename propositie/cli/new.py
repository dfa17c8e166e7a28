"""`propositie new`: start an organisation that builds at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from ..dutch.refusals import reason_of
from ..scaffold.answers import QUESTIONS, Answers, Question
from . import shared
from .printing import say
from .shared import stop


def _add_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """An option for each question."""
    for question in reversed(QUESTIONS):
        function = click.option(f"--{question.key}", default=None, help=question.explanation)(
            function
        )
    return function


@click.command("nieuw")
@click.argument("folder", metavar="MAP", type=click.Path(path_type=Path))
@_add_options
def new(folder: Path, **given: str | None) -> None:
    """Begin een nieuwe organisatie in MAP, met een site die meteen te bouwen is.

    Stelt vijf vragen; wat als optie is gegeven, wordt niet gevraagd. Wat er al staat, wordt nooit
    overschreven.
    """
    from ..scaffold.new import create_organisatie

    can_ask = shared.has_terminal()
    answers: dict[str, str] = {}
    try:
        for question in QUESTIONS:
            value = given[question.key]
            if value is not None:
                answers[question.key] = _parse_given(question, value)
            elif can_ask:
                answers[question.key] = _ask(question)
        made = create_organisatie(folder, Answers(**answers), shared.today())
    except OSError as error:
        stop(
            f'De map "{folder.as_posix()}" is niet te maken ({reason_of(error)}). Er is niets '
            "veranderd. Kies een plek waar u mag schrijven."
        )
    say(f'De site staat in "{folder.as_posix()}": {len(made)} bestanden.\n')
    say("Verder:")
    if folder.resolve() != Path.cwd().resolve():
        say(f"  1. Ga naar die map:         cd {shared.quote_for_shell(folder)}")
    say("  2. Bekijk de site:          propositie bekijk")
    say("  3. Zie wat er nog moet:     propositie controleer")
    say("\nWat waar staat, en hoe het online komt, staat in README.md.")


def _parse_given(question: Question, value: str) -> str:
    try:
        return question.parse(value)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint=f"--{question.key}") from error


def _ask(question: Question) -> str:
    """Ask until there is an answer that can be kept; without one, what would be taken anyway."""
    default = getattr(Answers(), question.key)
    while True:
        value = click.prompt(
            question.text, default=default, show_default=bool(default), prompt_suffix="\n> "
        )
        try:
            return question.parse(value)
        except ValueError as error:
            say(f"{error}\n")
