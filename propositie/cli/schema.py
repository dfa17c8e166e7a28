"""`propositie schema`: help in the editor while somebody types."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from ..dutch.refusals import reason_of
from .printing import say
from .shared import folders_below, huis_option, require_huis_folder, stop


@click.command("schema")
@huis_option
@click.option("--controleer", "check_only", is_flag=True,
              help="Schrijf niets; zeg alleen of alles nog bij het huis past.")  # fmt: skip
def schema(huis_folder: Path, check_only: bool) -> None:
    """Maak de hulp die een editor geeft: wat een veld betekent, welke keuzes er zijn, wat er mist.

    Schrijft de schema's in .vscode/propositie, en zegt in .vscode/settings.json bij welke map ze
    horen; wat jullie daar zelf instelden, blijft staan. Werkt in Visual Studio Code met de
    uitbreiding YAML van Red Hat. Draai het opnieuw als er iets bijkomt of anders gaat heten.

    Eindigt met 0 als alles klopt, met 1 als er met --controleer iets verouderd is en met 2 als
    er niets te maken was.
    """
    from ..schema import find_outdated, schema_files, update_files

    require_huis_folder(huis_folder)
    root = Path.cwd()
    huis = Path(os.path.relpath(huis_folder.resolve(), root.resolve())).as_posix()
    if huis.startswith(".."):
        stop(
            "Het huis ligt buiten deze map. Ga naar de map van jullie site en probeer het opnieuw."
        )
    files = schema_files(root, huis, folders_below(huis_folder))
    if check_only:
        old = find_outdated(root, files)
        say(
            f"Verouderd: {', '.join(old)}. Draai: propositie schema"
            if old
            else "De hulp in de editor past bij het huis."
        )
        sys.exit(int(bool(old)))
    try:
        old = update_files(root, files)
    except OSError as error:
        stop(f'In de map ".vscode" is niet te schrijven ({reason_of(error)}).')
    say(f"{len(old)} bestanden bijgewerkt in .vscode." if old else "Alles was al bij.")
