"""`propositie add`: make the file of a new thing."""

from __future__ import annotations

from pathlib import Path
from textwrap import fill

import click

from ..dutch.refusals import reason_of
from ..huis.berichten import KIND as BERICHTEN
from . import shared
from .printing import say
from .shared import (
    huis_option,
    require_huis_folder,
    require_id,
    require_kind,
    stop,
    update_editor,
)


@click.command("erbij")
@click.argument("kind", metavar="SOORT")
@click.argument("name", metavar="NAAM")
@huis_option
@click.option("--id", "id_", default=None, metavar="ID",
              help="De naam van het bestand; anders komt die uit NAAM.")  # fmt: skip
@click.option("--auteur", default=None, metavar="ID", help="Wie het stuk schrijft.")
def add(kind: str, name: str, huis_folder: Path, id_: str | None, auteur: str | None) -> None:
    """Maak een bestand voor iets nieuws, met uitleg bij elk veld.

    Bijvoorbeeld: propositie erbij medewerker "Ayşe Yılmaz". Of een stuk voor de blog:
    propositie erbij stuk "De tas" --auteur gijs. Wat er al staat, wordt nooit overschreven.
    """
    from ..reading import load_huis
    from ..scaffold.add import add_thing

    kind = require_kind(kind)
    require_huis_folder(huis_folder)
    loaded = load_huis(shared.huis_layers(huis_folder))
    if auteur is not None:
        if kind != BERICHTEN.name:
            stop("Alleen een stuk heeft een auteur. Laat --auteur weg.")
        auteur = require_id(loaded, "medewerkers", auteur)
    try:
        made = add_thing(loaded, huis_folder.as_posix(), kind, name, shared.today(), id_, auteur)
    except OSError as error:
        stop(f"Het bestand is niet te schrijven ({reason_of(error)}). Er is niets veranderd.")
    say(f"Gemaakt: {made.shown_as}")
    if made.open:
        say("\nVul daarin nog in:")
    widest = max((len(path) for path, _ in made.open), default=0)
    for path, explanation in made.open:
        say(fill(explanation, 96, initial_indent=f"  {path:{widest}}  ",
                        subsequent_indent=" " * (widest + 4)))  # fmt: skip
    if kind == BERICHTEN.name:
        say("\nDe tekst komt onder de tweede regel met ---. Is hij af, haal concept: ja weg.")
    say("\nKijk het daarna na met: propositie controleer")
    update_editor(huis_folder)
