"""`propositie hernoem`: give a thing another id, everywhere at once."""

from __future__ import annotations

from pathlib import Path

import click

from ..bevinding import als_tekst
from .gedeeld import huis_optie, huismap_nodig, soort_nodig, stop, werk_editor_bij


@click.command("hernoem")
@click.argument("wat", nargs=-1, required=True, metavar="SOORT OUD NIEUW")
@huis_optie
@click.option(
    "--geen-doorverwijzing", is_flag=True,
    help="Laat het oude adres nergens heen leiden, en bewaar de oude naam niet.",
)  # fmt: skip
@click.option("--proef", is_flag=True, help="Vertel alleen wat er zou veranderen.")
def hernoem(wat: tuple[str, ...], huismap: Path, geen_doorverwijzing: bool, proef: bool) -> None:
    """Geef een ding een andere naam, overal waar het genoemd wordt.

    Bijvoorbeeld: propositie hernoem medewerker gijs gijs-hollander. Of kort:
    propositie hernoem medewerkers/gijs gijs-hollander.

    De naam is die van het bestand, en wordt het adres van de pagina. Het oude adres leidt
    voortaan naar het nieuwe. Het gaat helemaal goed, of er verandert niets.
    """
    from ..hernoemen import HernoemFout, maak_plan, voer_uit

    soort, oud, nieuw = _namen(wat)
    huismap_nodig(huismap)
    try:
        plan = maak_plan(huismap, soort, oud, nieuw, spoor=not geen_doorverwijzing)
        if not proef:
            voer_uit(plan)
    except HernoemFout as fout:
        for bevinding in fout.bevindingen:
            click.echo(als_tekst(bevinding), err=True)
        stop(str(fout))
    click.echo(f'"{oud}" {"zou nu" if proef else "heet nu"} "{nieuw}"{" heten" if proef else ""}.')
    for w in plan.wijzigingen:
        was = f"was {w.van.name}" if w.van != w.naar else ""
        plekken = {0: "", 1: "op één plek"}.get(w.plekken, f"op {w.plekken} plekken")
        click.echo(f"  {w.getoond}  ({', '.join(filter(None, [was, plekken]))})")
    if plan.adressen and not geen_doorverwijzing:
        click.echo("Het adres {} leidt voortaan naar {}.".format(*plan.adressen))
    if not proef:
        click.echo("Kijk het na met: propositie controleer")
        werk_editor_bij(huismap)


def _namen(wat: tuple[str, ...]) -> tuple[str, str, str]:
    """Kind, old and new name, of three words or of a path and a word. Endings may be left in."""
    delen = [deel for deel in wat[0].replace("\\", "/").split("/") if deel]
    if len(wat) == 2 and len(delen) > 1:
        soort, oud, nieuw = delen[-2], delen[-1], wat[1]
    elif len(wat) == 3:
        soort, oud, nieuw = wat
    else:
        stop(
            "Noem de soort, de naam die het nu heeft en de nieuwe naam, bijvoorbeeld: "
            "propositie hernoem medewerker gijs gijs-hollander."
        )
    bekend = soort_nodig(soort)
    return bekend, *(_kaal(naam) for naam in (oud, nieuw))  # type: ignore[return-value]


def _kaal(naam: str) -> str:
    """A name without the folder before it and the ending behind it."""
    kaal = naam.replace("\\", "/").rpartition("/")[2]
    return kaal.removesuffix(".yml").removesuffix(".md")
