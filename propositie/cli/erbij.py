"""`propositie erbij`: make the file of a new thing."""

from __future__ import annotations

from pathlib import Path
from textwrap import fill

import click

from ..huis.berichten import BLOG
from . import gedeeld
from .gedeeld import (
    huis_optie,
    huismap_nodig,
    id_nodig,
    soort_nodig,
    stop,
    werk_editor_bij,
)


@click.command("erbij")
@click.argument("soort", metavar="SOORT")
@click.argument("naam", metavar="NAAM")
@huis_optie
@click.option("--id", "id_", default=None, metavar="ID",
              help="De naam van het bestand; anders komt die uit NAAM.")  # fmt: skip
@click.option("--auteur", default=None, metavar="ID", help="Wie het stuk schrijft.")
def erbij(soort: str, naam: str, huismap: Path, id_: str | None, auteur: str | None) -> None:
    """Maak een bestand voor iets nieuws, met uitleg bij elk veld.

    Bijvoorbeeld: propositie erbij medewerker "Ayşe Yılmaz". Of een stuk voor de blog:
    propositie erbij stuk "De tas" --auteur gijs. Wat er al staat, wordt nooit overschreven.
    """
    from ..beginnen.erbij import BestaatAl, GeenNaam, voeg_toe
    from ..lezen import lees_huis

    soort = soort_nodig(soort)
    huismap_nodig(huismap)
    lezing = lees_huis(huismap)
    if auteur is not None:
        if soort != BLOG:
            stop("Alleen een stuk heeft een auteur. Laat --auteur weg.")
        auteur = id_nodig(lezing, "medewerkers", auteur)
    try:
        gemaakt = voeg_toe(lezing, huismap.as_posix(), soort, naam, gedeeld.vandaag(), id_, auteur)
    except (GeenNaam, BestaatAl) as fout:
        stop(str(fout))
    except OSError as fout:
        stop(f"Het bestand is niet te schrijven ({fout.strerror}). Er is niets veranderd.")
    click.echo(f"Gemaakt: {gemaakt.getoond}")
    if gemaakt.open:
        click.echo("\nVul daarin nog in:")
    breedst = max((len(pad) for pad, _ in gemaakt.open), default=0)
    for pad, uitleg in gemaakt.open:
        click.echo(fill(uitleg, 96, initial_indent=f"  {pad:{breedst}}  ",
                        subsequent_indent=" " * (breedst + 4)))  # fmt: skip
    if soort == BLOG:
        click.echo(
            "\nDe tekst komt onder de tweede regel met ---. Is hij af, haal concept: ja weg."
        )
    click.echo("\nKijk het daarna na met: propositie controleer")
    werk_editor_bij(huismap)
