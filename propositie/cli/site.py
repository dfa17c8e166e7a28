"""`propositie view` and `propositie build`: the site by MkDocs, and every word about it Dutch.

MkDocs reads its settings before any plugin is there, and tells in English what is wrong with them.
So they are looked at first, and what MkDocs still says goes through one dictionary.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..explaining.site_settings import explain_site_settings
from ..finding import as_text
from .printing import say
from .shared import stop

_NO_SITE = (
    'Hier staat geen "{name}". Ga met cd naar de map van jullie site, of maak er een met '
    "propositie nieuw."
)

LAST_PORT = 65535

werkboek_option = click.option(
    "--werkboek", "is_werkboek", is_flag=True,
    help="Neem het werkboek, voor collega's, in plaats van de openbare site.",
)  # fmt: skip


@click.command("bekijk")
@werkboek_option
@click.option(
    "--plek", "place", default=None, metavar="PLEK",
    help="Waar op deze computer de site te zien is, zoals 127.0.0.1:8001.",
)  # fmt: skip
@click.option("--open", "opens", is_flag=True, help="Open de site meteen in de browser.")
def view(is_werkboek: bool, place: str | None, opens: bool) -> None:
    """Laat de site zien op deze computer, en volg elke verandering.

    Niemand anders ziet hem. Open het adres dat verschijnt, en laat het venster open; met Ctrl en C
    stopt u.
    """
    at = ["--dev-addr", _parse_place(place)] if place else []
    _run(["serve", *at, *(["--open"] if opens else [])], is_werkboek)


def _parse_place(text: str) -> str:
    """A host and port; a number alone is a port here."""
    host, _, port = text.rpartition(":")
    if not port.isdecimal() or int(port) > LAST_PORT:
        raise click.BadParameter(
            f'"{text}" is geen plek. Schrijf bijvoorbeeld 127.0.0.1:8001.', param_hint="--plek"
        )
    return f"{host or '127.0.0.1'}:{port}"


@click.command("bouw")
@werkboek_option
def build(is_werkboek: bool) -> None:
    """Maak de hele site in de map site, zoals GitHub het doet.

    Is er een fout, dan stopt het, en blijft de site die er stond heel. Eindigt met 0 als de site er
    staat, met 1 bij een fout en met 2 als er niets te bouwen was.
    """
    _run(["build", "--strict"], is_werkboek)


def _run(arguments: list[str], is_werkboek: bool) -> None:
    """Let MkDocs do it, once its settings are sound."""
    names = ("mkdocs.yml", "werkboek.yml") if is_werkboek else ("mkdocs.yml",)
    for name in names:
        if not Path(name).is_file():
            stop(_NO_SITE.format(name=name))
    if wrong := [found for name in names for found in explain_site_settings(Path(name), name)]:
        for finding in wrong:
            say(as_text(finding), to_stderr=True)
        say("De site is niet gebouwd; wat er stond, staat er nog.", to_stderr=True)
        sys.exit(1)
    from mkdocs.__main__ import cli

    from ..plugin.dutch import ending_in_dutch

    try:
        cli.main([*arguments, "--config-file", names[-1]], standalone_mode=False)
    except click.ClickException as error:
        say(ending_in_dutch(error.format_message()), to_stderr=True)
        sys.exit(1)
