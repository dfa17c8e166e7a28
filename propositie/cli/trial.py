"""`propositie trial`: a copy of the built site that opens with a double click."""

from __future__ import annotations

from pathlib import Path

import click

from ..dutch.refusals import reason_and_way_out
from .printing import say
from .shared import stop


@click.command("proef")
@click.argument("site", type=click.Path(path_type=Path), default=Path("site"), required=False)
@click.option(
    "--naar", "target", type=click.Path(path_type=Path), default=Path("proef"), show_default=True,
    help="De map waarin het proefexemplaar komt.",
)  # fmt: skip
def trial(site: Path, target: Path) -> None:
    """Maak van een gebouwde SITE een proefexemplaar dat met een dubbelklik opent.

    Zo kan iemand een voorstel bekijken voordat het op de site staat. Bouw de site eerst met
    propositie bouw. Eindigt met 0 als het gelukt is, en met 2 als er niets te maken was.
    """
    from ..trial import make_trial

    try:
        count = make_trial(site, target)
    except OSError as error:
        stop(f'In de map "{target.as_posix()}" is niet te schrijven: {reason_and_way_out(error)}')
    say(f"{count} pagina's. Open {(target / 'index.html').as_posix()} met een dubbelklik.")
