"""The command line: thin, a module per command, and never a traceback for what staff can write."""

from __future__ import annotations

import io
import sys

import click

from .. import __version__
from .commands import Commands, Entry, LazyGroup

COMMANDS = Commands(
    {
        "bekijk": Entry(
            "site", "view", "Laat de site zien op deze computer, en volg elke verandering."
        ),
        "bijwerken": Entry(
            "update", "update", "Breng de bestanden die propositie ooit schreef bij de tijd."
        ),
        "bouw": Entry("site", "build", "Maak de hele site in de map site, zoals GitHub het doet."),
        "controleer": Entry(
            "check", "inspect", "Kijk het huis na en noem wat eraan ontbreekt."
        ),
        "herstel": Entry(
            "repair", "repair",
            "Herstel in het huis wat vanzelf te herstellen is, en noem wat overblijft.",
        ),
        "erbij": Entry("add", "add", "Maak een bestand voor iets nieuws, met uitleg bij elk veld."),
        "hernoem": Entry(
            "rename", "rename", "Geef een ding een andere naam, overal waar het genoemd wordt."
        ),
        "kit": Entry(
            "kit", "kit",
            "Maak visitekaartjes, folders, posters, QR-codes, handtekeningen en deelbeelden.",
        ),
        "nieuw": Entry(
            "new", "new",
            "Begin een nieuwe organisatie in MAP, met een site die meteen te bouwen is.",
        ),
        "proef": Entry(
            "trial", "trial",
            "Maak van een gebouwde SITE een proefexemplaar dat met een dubbelklik opent.",
        ),
        "schema": Entry(
            "schema", "schema",
            "Maak de hulp die een editor geeft: wat een veld betekent, welke keuzes er zijn, wat "
            "er mist.",
        ),
        "voorbeeld": Entry(
            "example", "example", "Verzin een hele organisatie in MAP, om iets op te proberen."
        ),
    }
)  # fmt: skip
"""Every command: a test holds what stands here to what each says of itself."""


START = """\b
Begint u? Dan in deze volgorde:
  1. propositie nieuw onze-site   een site om in te vullen
  2. cd onze-site
  3. propositie bekijk            zien hoe zij eruitziet
  4. propositie controleer        zien wat er nog mist
Hoe de site online komt, staat in onze-site/README.md. Alle uitleg staat in het
handboek: propositie bekijk --werkboek

Wat een opdracht kan: propositie controleer --help
"""
"""What stands below the help: where somebody begins who sets it all up."""


@click.group(
    "propositie",
    cls=LazyGroup,
    commands=COMMANDS,
    options_metavar="[OPTIES]",
    subcommand_metavar="OPDRACHT …",
    context_settings={"help_option_names": ["-h", "--help", "--hulp"]},
    epilog=START,
)
@click.version_option(
    __version__, "--versie", "--version", message="propositie %(version)s", help="Toon de versie."
)
def main() -> None:
    """Het propositiehuis van jullie organisatie: bewaren, nakijken en laten zien."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # an old terminal shows ? for what it lacks
