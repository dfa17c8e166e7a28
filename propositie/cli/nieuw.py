"""`propositie nieuw`: start an organisation that builds at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from ..beginnen.antwoorden import VRAGEN, Antwoorden, Vraag
from . import gedeeld
from .gedeeld import stop


def _opties(functie: Callable[..., Any]) -> Callable[..., Any]:
    """An option for each question."""
    for vraag in reversed(VRAGEN):
        functie = click.option(f"--{vraag.sleutel}", default=None, help=vraag.uitleg)(functie)
    return functie


@click.command("nieuw")
@click.argument("map_", metavar="MAP", type=click.Path(path_type=Path))
@_opties
def nieuw(map_: Path, **gegeven: str | None) -> None:
    """Begin een nieuwe organisatie in MAP, met een site die meteen te bouwen is.

    Stelt vijf vragen; wat als optie is gegeven, wordt niet gevraagd. Wat er al staat, wordt nooit
    overschreven.
    """
    from ..beginnen.nieuw import MapBezet, maak_organisatie

    vragen_mag = gedeeld.aan_een_terminal()
    antwoorden: dict[str, str] = {}
    try:
        for vraag in VRAGEN:
            waarde = gegeven[vraag.sleutel]
            if waarde is not None:
                antwoorden[vraag.sleutel] = _gegeven(vraag, waarde)
            elif vragen_mag:
                antwoorden[vraag.sleutel] = _gevraagd(vraag)
        gemaakt = maak_organisatie(map_, Antwoorden(**antwoorden), gedeeld.vandaag())
    except MapBezet as fout:
        stop(str(fout))
    except OSError as fout:
        stop(
            f'De map "{map_.as_posix()}" is niet te maken ({fout.strerror}). Er is niets '
            "veranderd. Kies een plek waar u mag schrijven."
        )
    click.echo(f'De site staat in "{map_.as_posix()}": {len(gemaakt)} bestanden.\n')
    click.echo("Verder:")
    if map_.resolve() != Path.cwd().resolve():
        click.echo(f"  1. Ga naar die map:         cd {_voor_de_shell(map_)}")
    click.echo("  2. Bekijk de site:          mkdocs serve")
    click.echo("  3. Zie wat er nog moet:     propositie controleer")
    click.echo("\nWat waar staat, en hoe het online komt, staat in README.md.")


def _gegeven(vraag: Vraag, waarde: str) -> str:
    try:
        return vraag.lees(waarde)
    except ValueError as fout:
        raise click.BadParameter(str(fout), param_hint=f"--{vraag.sleutel}") from fout


def _gevraagd(vraag: Vraag) -> str:
    """Ask until there is an answer that can be kept; without one, what would be taken anyway."""
    standaard = getattr(Antwoorden(), vraag.sleutel)
    while True:
        waarde = click.prompt(
            vraag.vraag, default=standaard, show_default=bool(standaard), prompt_suffix="\n> "
        )
        try:
            return vraag.lees(waarde)
        except ValueError as fout:
            click.echo(f"{fout}\n")


def _voor_de_shell(map_: Path) -> str:
    tekst = map_.as_posix()
    return f'"{tekst}"' if " " in tekst else tekst
