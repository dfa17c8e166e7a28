"""`propositie schema`: help in the editor while somebody types."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from .gedeeld import huis_optie, huismap_nodig, stop


@click.command("schema")
@huis_optie
@click.option("--controleer", "alleen_kijken", is_flag=True,
              help="Schrijf niets; zeg alleen of alles nog bij het huis past.")  # fmt: skip
def schema(huismap: Path, alleen_kijken: bool) -> None:
    """Maak de hulp die een editor geeft: wat een veld betekent, welke keuzes er zijn, wat er mist.

    Schrijft de schema's in .vscode/propositie, en zegt in .vscode/settings.json bij welke map ze
    horen; wat jullie daar zelf instelden, blijft staan. Werkt in Visual Studio Code met de
    uitbreiding YAML van Red Hat. Draai het opnieuw als er iets bijkomt of anders gaat heten.

    Eindigt met 0 als alles klopt, met 1 als er met --controleer iets verouderd is en met 2 als
    er niets te maken was.
    """
    from ..schema import InstellingenFout, schemabestanden, verouderd, werk_bij

    huismap_nodig(huismap)
    wortel = Path.cwd()
    huis = Path(os.path.relpath(huismap.resolve(), wortel.resolve())).as_posix()
    if huis.startswith(".."):
        stop(
            "Het huis ligt buiten deze map. Ga naar de map van jullie site en probeer het opnieuw."
        )
    try:
        bestanden = schemabestanden(wortel, huis)
    except InstellingenFout as fout:
        stop(str(fout))
    if alleen_kijken:
        oud = verouderd(wortel, bestanden)
        click.echo(
            f"Verouderd: {', '.join(oud)}. Draai: propositie schema"
            if oud
            else "De hulp in de editor past bij het huis."
        )
        sys.exit(int(bool(oud)))
    try:
        oud = werk_bij(wortel, bestanden)
    except OSError as fout:
        stop(f'In de map ".vscode" is niet te schrijven ({fout.strerror}).')
    click.echo(f"{len(oud)} bestanden bijgewerkt in .vscode." if oud else "Alles was al bij.")
