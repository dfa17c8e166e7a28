"""`propositie controleer`: check the house and tell what was found."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from ..bevinding import Bevinding, Ernst, als_github, als_json, als_tekst, samenvatting
from ..controle import controleer as controleer_huis
from ..verslag import verslag
from ..vooruitblik import Verandering, vooruitblik
from . import gedeeld
from .gedeeld import Datum, huis_optie, huismap_nodig, stop


@click.command("controleer")
@huis_optie
@click.option(
    "--formaat", type=click.Choice(["tekst", "github", "json"]), default="tekst",
    show_default=True, help="Hoe de bevindingen getoond worden.",
)  # fmt: skip
@click.option("--streng", is_flag=True, help="Laat ook een waarschuwing als fout tellen.")
@click.option("--op", type=Datum(), default=None, help="Kijk alsof het deze dag is.")
@click.option(
    "--verslag", "verslagpad", type=click.Path(path_type=Path, dir_okay=False), default=None,
    help="Schrijf achteraan dit bestand ook een verslag (Markdown), zoals GitHub het toont.",
)  # fmt: skip
def controleer(
    huismap: Path, formaat: str, streng: bool, op: date | None, verslagpad: Path | None
) -> None:
    """Kijk het huis na en noem alles wat eraan ontbreekt.

    Met --op een dag in de toekomst staat er ook bij wat er tot die dag verandert op de site.

    Eindigt met 0 als het huis in orde is, met 1 bij fouten (met --streng ook bij
    waarschuwingen) en met 2 als er niets na te kijken was.
    """
    huismap_nodig(huismap)
    controle = controleer_huis(huismap, op or gedeeld.vandaag())
    bevindingen, straks = controle.bevindingen, []
    if controle.huis is not None and op is not None:
        straks = vooruitblik(controle.huis, gedeeld.vandaag(), op, controle.lezing.berichten)
    toon(bevindingen, formaat, straks)
    if verslagpad is not None:
        _schrijf_verslag(verslagpad, verslag(bevindingen, straks))
    grens = Ernst.WAARSCHUWING if streng else Ernst.FOUT
    sys.exit(int(any(b.ernst >= grens for b in bevindingen)))


def _schrijf_verslag(pad: Path, tekst: str) -> None:
    try:
        with pad.open("a", encoding="utf-8") as bestand:
            bestand.write(tekst)
    except OSError as fout:
        stop(f'Het verslag "{pad.as_posix()}" is niet te schrijven ({fout.strerror}).')


def toon(bevindingen: list[Bevinding], formaat: str, straks: Sequence[Verandering] = ()) -> None:
    """Print findings, and what will change, in one of the formats."""
    if formaat == "json":
        click.echo(als_json(bevindingen, (v.als_rij() for v in straks)))
        return
    for bevinding in bevindingen:
        click.echo(als_github(bevinding) if formaat == "github" else als_tekst(bevinding))
    if formaat == "github":
        for verandering in straks:
            click.echo(verandering.als_github())
    if formaat == "tekst":
        click.echo(samenvatting(bevindingen))
        if straks:
            click.echo("\nDit verandert er tot die dag op de site:")
        for verandering in straks:
            click.echo(verandering.als_tekst())
