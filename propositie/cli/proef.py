"""`propositie proef`: a copy of the built site that opens with a double click."""

from __future__ import annotations

from pathlib import Path

import click

from .gedeeld import stop


@click.command("proef")
@click.argument("site", type=click.Path(path_type=Path), default=Path("site"), required=False)
@click.option(
    "--naar", type=click.Path(path_type=Path), default=Path("proef"), show_default=True,
    help="De map waarin het proefexemplaar komt.",
)  # fmt: skip
def proef(site: Path, naar: Path) -> None:
    """Maak van een gebouwde SITE een proefexemplaar dat met een dubbelklik opent.

    Zo kan iemand een voorstel bekijken voordat het op de site staat. Bouw de site eerst met
    mkdocs build. Eindigt met 0 als het gelukt is, en met 2 als er niets te maken was.
    """
    from ..proef import ProefFout, maak_proef

    try:
        aantal = maak_proef(site, naar)
    except ProefFout as fout:
        stop(str(fout))
    except OSError as fout:
        stop(f'In de map "{naar.as_posix()}" is niet te schrijven ({fout.strerror}).')
    click.echo(f"{aantal} pagina's. Open {(naar / 'index.html').as_posix()} met een dubbelklik.")
