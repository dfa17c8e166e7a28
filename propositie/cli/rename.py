"""`propositie rename`: give a thing another id, everywhere at once."""

from __future__ import annotations

from pathlib import Path

import click

from ..finding import as_text
from .printing import say
from .shared import huis_layers, huis_option, require_huis_folder, require_kind, stop, update_editor


@click.command("hernoem")
@click.argument("names", nargs=-1, required=True, metavar="SOORT OUD NIEUW")
@huis_option
@click.option(
    "--geen-doorverwijzing", "no_redirect", is_flag=True,
    help="Laat het oude adres nergens heen leiden, en bewaar de oude naam niet.",
)  # fmt: skip
@click.option("--proef", "dry_run", is_flag=True, help="Vertel alleen wat er zou veranderen.")
def rename(names: tuple[str, ...], huis_folder: Path, no_redirect: bool, dry_run: bool) -> None:
    """Geef een ding een andere naam, overal waar het genoemd wordt.

    Bijvoorbeeld: propositie hernoem medewerker gijs gijs-hollander. Of kort:
    propositie hernoem medewerkers/gijs gijs-hollander.

    De naam is die van het bestand, en wordt het adres van de pagina. Het oude adres leidt
    voortaan naar het nieuwe. Het gaat helemaal goed, of er verandert niets.
    """
    from ..renaming import RenameError, execute, make_plan

    kind, old, new = _parse_names(names)
    require_huis_folder(huis_folder)
    try:
        plan = make_plan(huis_layers(huis_folder), kind, old, new, redirect=not no_redirect)
        if not dry_run:
            execute(plan)
    except RenameError as error:
        for finding in error.findings:
            say(as_text(finding), to_stderr=True)
        raise
    say(f'"{old}" {"zou nu" if dry_run else "heet nu"} "{new}"{" heten" if dry_run else ""}.')
    for w in plan.changes:
        before = f"was {w.source.name}" if w.source != w.target else ""
        places = {0: "", 1: "op één plek"}.get(w.places, f"op {w.places} plekken")
        say(f"  {w.shown_as}  ({', '.join(filter(None, [before, places]))})")
    if plan.addresses and not no_redirect:
        say("Het adres {} leidt voortaan naar {}.".format(*plan.addresses))
    if not dry_run:
        say("Kijk het na met: propositie controleer")
        update_editor(huis_folder)


def _parse_names(words: tuple[str, ...]) -> tuple[str, str, str]:
    """Kind, old and new name, of three words or of a path and a word. Endings may be left in."""
    parts = [part for part in words[0].replace("\\", "/").split("/") if part]
    if len(words) == 2 and len(parts) > 1:
        kind, old, new = parts[-2], parts[-1], words[1]
    elif len(words) == 3:
        kind, old, new = words
    else:
        stop(
            "Noem de soort, de naam die het nu heeft en de nieuwe naam, bijvoorbeeld: "
            "propositie hernoem medewerker gijs gijs-hollander."
        )
    known = require_kind(kind)
    return known, *(_bare(name) for name in (old, new))  # type: ignore[return-value]


def _bare(name: str) -> str:
    """A name without the folder before it and the ending behind it."""
    bare = name.replace("\\", "/").rpartition("/")[2]
    return bare.removesuffix(".yml").removesuffix(".md")
