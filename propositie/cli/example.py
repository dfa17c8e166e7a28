"""`propositie voorbeeld`: invent an organisation to try things out on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from ..dutch.refusals import reason_and_way_out
from . import shared
from .dutch import WholeNumber
from .printing import say
from .shared import DateParam, stop

MOST = 20_000


@click.command("voorbeeld")
@click.argument("folder", metavar="MAP", type=click.Path(path_type=Path),
                default=Path("voorbeeld"), required=False)  # fmt: skip
@click.option(
    "--medewerkers", "medewerkers", type=WholeNumber(1, MOST), default=40, show_default=True,
    help="Hoeveel mensen er werken; het andere groeit mee.",
)  # fmt: skip
@click.option(
    "--diensten", "diensten", type=WholeNumber(1, MOST), default=None,
    help="Hoeveel diensten er minstens zijn; anders zoveel als bij de mensen past.",
)  # fmt: skip
@click.option(
    "--activiteiten", "activiteiten", type=WholeNumber(1, MOST), default=None,
    help="Hoeveel er minstens in de agenda staat; anders zoveel als bij de mensen past.",
)  # fmt: skip
@click.option(
    "--zaad", "zaad", type=int, default=1, show_default=True,
    help="Een ander getal geeft een andere organisatie, hetzelfde getal dezelfde.",
)  # fmt: skip
@click.option("--op", "on_date", type=DateParam(), default=None,
              help="De dag waarop alles klopt; anders vandaag.")  # fmt: skip
@click.option(
    "--zonder-portretten", "without_portraits", is_flag=True, help="Teken geen portretten."
)
def example(
    folder: Path, medewerkers: int, diensten: int | None, activiteiten: int | None, zaad: int,
    on_date: date | None, without_portraits: bool,
) -> None:  # fmt: skip
    """Verzin een hele organisatie in MAP, om iets op te proberen.

    Alle mensen, plaatsen en nummers erin zijn verzonnen. Wat er al staat, wordt nooit
    overschreven.
    """
    from ..inventing import Wishes, create_example

    wishes = Wishes(
        medewerkers,
        zaad,
        on_date or shared.today(),
        with_portraits=not without_portraits,
        diensten=diensten,
        activiteiten=activiteiten,
    )
    try:
        made = create_example(folder, wishes)
    except OSError as error:
        stop(f'De map "{folder.as_posix()}" is niet te maken: {reason_and_way_out(error)}')
    say(f'{made.naam} staat in "{folder.as_posix()}": {made.files} bestanden, waaronder')
    say(f"{medewerkers} medewerkers, {made.diensten} diensten en {made.portraits} portretten.\n")
    say("Verder:")
    say(f"  cd {shared.quote_for_shell(folder)}")
    say("  propositie bekijk")
