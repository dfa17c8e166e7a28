"""`propositie kit`: make what people hand out."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from ..dutch.refusals import reason_and_way_out
from ..finding import as_text
from ..inspection import inspect as inspect_huis
from . import shared
from .check import show
from .printing import say
from .shared import (
    CACHE_FOLDER,
    DateParam,
    huis_option,
    read_mkdocs_yml,
    require_address,
    require_huis_folder,
    stop,
    theme_folders,
)


@click.command("kit")
@click.argument("id_", metavar="[ID]", required=False)
@huis_option
@click.option(
    "--naar", "target", type=click.Path(path_type=Path), default=Path("kit"), show_default=True,
    help="De map waarin de kits komen.",
)  # fmt: skip
@click.option(
    "--op", "on_date", type=DateParam(), default=None, help="Maak ze alsof het deze dag is."
)
@click.option("--site-url", default=None, help="Het adres van de site; anders uit mkdocs.yml.")
def kit(
    id_: str | None, huis_folder: Path, target: Path, on_date: date | None, site_url: str | None
) -> None:
    """Maak visitekaartjes, folders, posters, QR-codes, handtekeningen en deelbeelden.

    Van alle medewerkers, klantgroepen, diensten en vacatures die open zijn, of alleen van die
    met dit ID (de naam van het bestand, zonder .yml). Eindigt met 0 als het gelukt is, met 1 bij
    fouten in het huis en met 2 als er niets te maken was.
    """
    from ..kit.command import KitRequest, execute, summarize

    require_huis_folder(huis_folder)
    settings = read_mkdocs_yml()
    address = require_address(site_url or settings.get("site_url"))
    day = on_date or shared.today()
    inspection = inspect_huis(shared.huis_layers(huis_folder), day)
    if inspection.huis is None:
        show(inspection.errors, "tekst")
        sys.exit(1)
    command = KitRequest(id_, target, day, address, theme_folders(settings), CACHE_FOLDER)
    try:
        outcome, findings = execute(inspection, command)
    except OSError as error:
        stop(f'In de map "{target.as_posix()}" is niet te schrijven: {reason_and_way_out(error)}')
    for finding in findings:
        say(as_text(finding))
    say(summarize(outcome, target))
