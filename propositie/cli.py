"""The command line: thin, and never a traceback for anything that staff can write."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

import click
from yaml import YAMLError

from . import __version__
from .bevinding import Bevinding, Ernst, als_github, als_json, als_tekst, samenvatting
from .controle import controleer as controleer_huis
from .huis.velden import lees_datum, lees_url
from .vooruitblik import Verandering, vooruitblik


def vandaag() -> date:
    """Today; the tests put another day in its place."""
    return date.today()


class _Datum(click.ParamType[date, object]):
    """A date as staff write it."""

    name = "datum"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        if isinstance(value, date):
            return value
        try:
            return lees_datum(value)
        except ValueError as fout:
            self.fail(str(fout), param, ctx)


@click.group(context_settings={"help_option_names": ["-h", "--help", "--hulp"]})
@click.version_option(__version__, "--versie", "--version", message="propositie %(version)s")
def hoofd() -> None:
    """Het propositiehuis van jullie organisatie: bewaren, nakijken en laten zien."""
    for stroom in (sys.stdout, sys.stderr):
        if isinstance(stroom, io.TextIOWrapper):
            stroom.reconfigure(errors="replace")  # an old terminal shows ? for what it lacks


@hoofd.command("controleer")
@click.option(
    "--huis", "huismap", type=click.Path(path_type=Path), default=Path("site_src/huis"),
    show_default=True, help="De map met het huis.",
)  # fmt: skip
@click.option(
    "--formaat", type=click.Choice(["tekst", "github", "json"]), default="tekst",
    show_default=True, help="Hoe de bevindingen getoond worden.",
)  # fmt: skip
@click.option("--streng", is_flag=True, help="Laat ook een waarschuwing als fout tellen.")
@click.option("--op", type=_Datum(), default=None, help="Kijk alsof het deze dag is.")
def controleer(huismap: Path, formaat: str, streng: bool, op: date | None) -> None:
    """Kijk het huis na en noem alles wat eraan ontbreekt.

    Met --op een dag in de toekomst staat er ook bij wat er tot die dag verandert op de site.

    Eindigt met 0 als het huis in orde is, met 1 bij fouten (met --streng ook bij
    waarschuwingen) en met 2 als er niets na te kijken was.
    """
    if not os.path.isdir(huismap):  # noqa: PTH112 (Path.is_dir raises for a closed folder)
        _stop(_GEEN_HUIS.format(map=huismap.as_posix()))
    controle = controleer_huis(huismap, op or vandaag())
    bevindingen, straks = controle.bevindingen, []
    if controle.huis is not None and op is not None:
        straks = vooruitblik(controle.huis, vandaag(), op, controle.lezing.berichten)
    _toon(bevindingen, formaat, straks)
    grens = Ernst.WAARSCHUWING if streng else Ernst.FOUT
    sys.exit(int(any(b.ernst >= grens for b in bevindingen)))


def _toon(bevindingen: list[Bevinding], formaat: str, straks: Sequence[Verandering] = ()) -> None:
    if formaat == "json":
        click.echo(als_json(bevindingen, (v.als_rij() for v in straks)))
        return
    for bevinding in bevindingen:
        click.echo(als_github(bevinding) if formaat == "github" else als_tekst(bevinding))
    if formaat == "github":
        for verandering in straks:
            click.echo(verandering.als_github())
    if formaat == "tekst":
        click.echo(samenvatting(bevindingen))
        if straks:
            click.echo("\nDit verandert er tot die dag op de site:")
        for verandering in straks:
            click.echo(verandering.als_tekst())


@hoofd.command("kit")
@click.argument("id_", metavar="[ID]", required=False)
@click.option(
    "--huis", "huismap", type=click.Path(path_type=Path), default=Path("site_src/huis"),
    show_default=True, help="De map met het huis.",
)  # fmt: skip
@click.option(
    "--naar", type=click.Path(path_type=Path), default=Path("kit"), show_default=True,
    help="De map waarin de kits komen.",
)  # fmt: skip
@click.option("--op", type=_Datum(), default=None, help="Maak ze alsof het deze dag is.")
@click.option("--site-url", default=None, help="Het adres van de site; anders uit mkdocs.yml.")
def kit(id_: str | None, huismap: Path, naar: Path, op: date | None, site_url: str | None) -> None:
    """Maak visitekaartjes, folders, posters, QR-codes, handtekeningen en deelbeelden.

    Van alle medewerkers, klantgroepen en diensten, of alleen van die met dit ID (de naam van
    het bestand, zonder .yml). Eindigt met 0 als het gelukt is, met 1 bij fouten in het huis en
    met 2 als er niets te maken was.
    """
    from .beeld import BeeldFout
    from .kit.keuze import KeuzeFout
    from .kit.opdracht import Opdracht, vertel, voer_uit

    if not os.path.isdir(huismap):  # noqa: PTH112 (Path.is_dir raises for a closed folder)
        _stop(_GEEN_HUIS.format(map=huismap.as_posix()))
    instellingen = _mkdocs_yml()
    adres = _site_url(site_url or instellingen.get("site_url"))
    dag = op or date.today()
    controle = controleer_huis(huismap, dag)
    if controle.huis is None:
        _toon(controle.fouten, "tekst")
        sys.exit(1)
    opdracht = Opdracht(id_, naar, dag, adres, _themamappen(instellingen), _CACHEMAP)
    try:
        uitslag, bevindingen = voer_uit(controle, opdracht)
    except (KeuzeFout, BeeldFout) as fout:
        _stop(str(fout))
    except OSError as fout:
        _stop(f'In de map "{naar.as_posix()}" is niet te schrijven ({fout.strerror}).')
    for bevinding in bevindingen:
        click.echo(als_tekst(bevinding))
    click.echo(vertel(uitslag, naar))


_CACHEMAP = Path(".cache/propositie")
_GEEN_HUIS = 'De map "{map}" is er niet. Ga naar de map van jullie site, of noem de map met --huis.'


def _stop(bericht: str) -> NoReturn:
    click.echo(bericht, err=True)
    sys.exit(2)


def _mkdocs_yml() -> Mapping[str, Any]:
    """The settings of the site here; empty when there are none that can be read."""
    from mkdocs.exceptions import ConfigurationError
    from mkdocs.utils.yaml import yaml_load

    try:
        with Path("mkdocs.yml").open("rb") as bestand:
            gelezen = yaml_load(bestand)
    except FileNotFoundError:
        return {}
    except (OSError, ConfigurationError, YAMLError, ValueError) as fout:
        _stop(f"mkdocs.yml is niet te lezen. Kijk het na met mkdocs build.\n{fout}")
    return gelezen if isinstance(gelezen, dict) else {}


def _site_url(ruw: object) -> str:
    """The address of the site, to which QR codes lead."""
    if not ruw:
        _stop(
            "Het adres van de site is niet bekend, en de QR-codes moeten ergens heen. Zet "
            "site_url: in mkdocs.yml, of noem het met --site-url https://www.organisatie.nl."
        )
    try:
        return lees_url(str(ruw))
    except ValueError as fout:
        _stop(str(fout))


def _themamappen(instellingen: Mapping[str, Any]) -> list[Path]:
    """The folders of the theme: the organisation's own first, when it has one."""
    thema = instellingen.get("theme")
    eigen = thema.get("custom_dir") if isinstance(thema, dict) else None
    vast = Path(import_module("propositie_thema").__file__ or "").parent
    return [*([Path(eigen)] if eigen else []), vast]
