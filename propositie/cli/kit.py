"""`propositie kit`: make what people hand out."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from ..bevinding import als_tekst
from ..controle import controleer as controleer_huis
from . import gedeeld
from .controleer import toon
from .gedeeld import (
    CACHEMAP,
    Datum,
    adres_nodig,
    huis_optie,
    huismap_nodig,
    mkdocs_yml,
    stop,
    themamappen,
)


@click.command("kit")
@click.argument("id_", metavar="[ID]", required=False)
@huis_optie
@click.option(
    "--naar", type=click.Path(path_type=Path), default=Path("kit"), show_default=True,
    help="De map waarin de kits komen.",
)  # fmt: skip
@click.option("--op", type=Datum(), default=None, help="Maak ze alsof het deze dag is.")
@click.option("--site-url", default=None, help="Het adres van de site; anders uit mkdocs.yml.")
def kit(id_: str | None, huismap: Path, naar: Path, op: date | None, site_url: str | None) -> None:
    """Maak visitekaartjes, folders, posters, QR-codes, handtekeningen en deelbeelden.

    Van alle medewerkers, klantgroepen en diensten, of alleen van die met dit ID (de naam van
    het bestand, zonder .yml). Eindigt met 0 als het gelukt is, met 1 bij fouten in het huis en
    met 2 als er niets te maken was.
    """
    from ..beeld import BeeldFout
    from ..kit.keuze import KeuzeFout
    from ..kit.opdracht import Opdracht, vertel, voer_uit

    huismap_nodig(huismap)
    instellingen = mkdocs_yml()
    adres = adres_nodig(site_url or instellingen.get("site_url"))
    dag = op or gedeeld.vandaag()
    controle = controleer_huis(huismap, dag)
    if controle.huis is None:
        toon(controle.fouten, "tekst")
        sys.exit(1)
    opdracht = Opdracht(id_, naar, dag, adres, themamappen(instellingen), CACHEMAP)
    try:
        uitslag, bevindingen = voer_uit(controle, opdracht)
    except (KeuzeFout, BeeldFout) as fout:
        stop(str(fout))
    except OSError as fout:
        stop(f'In de map "{naar.as_posix()}" is niet te schrijven ({fout.strerror}).')
    for bevinding in bevindingen:
        click.echo(als_tekst(bevinding))
    click.echo(vertel(uitslag, naar))
