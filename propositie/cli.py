"""The command line: thin, and never a traceback for anything that staff can write."""

from __future__ import annotations

import io
import os
import sys
from datetime import date
from pathlib import Path

import click

from . import __version__
from .bevinding import Bevinding, Ernst, als_github, als_json, als_tekst, samenvatting
from .controle import controleer as controleer_huis
from .huis.velden import lees_datum


class _Datum(click.ParamType[date, object]):
    """A date as staff write it."""

    name = "datum"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        if isinstance(value, date):
            return value
        try:
            return lees_datum(value)
        except ValueError as fout:
            self.fail(str(fout), param, ctx)


@click.group(context_settings={"help_option_names": ["-h", "--help", "--hulp"]})
@click.version_option(__version__, "--versie", "--version", message="propositie %(version)s")
def hoofd() -> None:
    """Het propositiehuis van jullie organisatie: bewaren, nakijken en laten zien."""
    for stroom in (sys.stdout, sys.stderr):
        if isinstance(stroom, io.TextIOWrapper):
            stroom.reconfigure(errors="replace")  # an old terminal shows ? for what it lacks


@hoofd.command("controleer")
@click.option(
    "--huis", "huismap", type=click.Path(path_type=Path), default=Path("site_src/huis"),
    show_default=True, help="De map met het huis.",
)  # fmt: skip
@click.option(
    "--formaat", type=click.Choice(["tekst", "github", "json"]), default="tekst",
    show_default=True, help="Hoe de bevindingen getoond worden.",
)  # fmt: skip
@click.option("--streng", is_flag=True, help="Laat ook een waarschuwing als fout tellen.")
@click.option("--op", type=_Datum(), default=None, help="Kijk alsof het deze dag is.")
def controleer(huismap: Path, formaat: str, streng: bool, op: date | None) -> None:
    """Kijk het huis na en noem alles wat eraan ontbreekt.

    Eindigt met 0 als het huis in orde is, met 1 bij fouten (met --streng ook bij
    waarschuwingen) en met 2 als er niets na te kijken was.
    """
    if not os.path.isdir(huismap):  # noqa: PTH112 (Path.is_dir raises for a closed folder)
        click.echo(
            f'De map "{huismap.as_posix()}" is er niet. Ga naar de map van jullie site, '
            "of noem de map met --huis.",
            err=True,
        )
        sys.exit(2)
    bevindingen = controleer_huis(huismap, op or date.today()).bevindingen
    _toon(bevindingen, formaat)
    grens = Ernst.WAARSCHUWING if streng else Ernst.FOUT
    sys.exit(int(any(b.ernst >= grens for b in bevindingen)))


def _toon(bevindingen: list[Bevinding], formaat: str) -> None:
    if formaat == "json":
        click.echo(als_json(bevindingen))
        return
    for bevinding in bevindingen:
        click.echo(als_github(bevinding) if formaat == "github" else als_tekst(bevinding))
    if formaat == "tekst":
        click.echo(samenvatting(bevindingen))
