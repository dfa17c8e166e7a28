"""What the commands share: their options, how they stop, and the settings of the site here."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

import click
from yaml import YAMLError

from ..huis import soorten
from ..huis.berichten import BLOG
from ..huis.velden import lees_datum, lees_url
from ..lezen import Lezing
from ..lezen.fout import kort
from ..lezen.vertaling import bedoelt_u, dichtstbij

CACHEMAP = Path(".cache/propositie")
_GEEN_HUIS = 'De map "{map}" is er niet. Ga naar de map van jullie site, of noem de map met --huis.'


def vandaag() -> date:
    """Today; the tests put another day in its place."""
    return date.today()


def aan_een_terminal() -> bool:
    """Whether somebody is there to answer; the tests say there is."""
    return sys.stdin.isatty()


class Datum(click.ParamType[date, object]):
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


huis_optie = click.option(
    "--huis", "huismap", type=click.Path(path_type=Path), default=Path("site_src/huis"),
    show_default=True, help="De map met het huis.",
)  # fmt: skip


def huismap_nodig(huismap: Path) -> None:
    """Stop, with exit code 2, when there is no such folder."""
    if not os.path.isdir(huismap):  # noqa: PTH112 (Path.is_dir raises for a closed folder)
        stop(_GEEN_HUIS.format(map=huismap.as_posix()))


def soort_nodig(woord: str) -> str:
    """The kind that a word means, in singular or plural; stop when it means none."""
    woorden = {BLOG: BLOG, "stuk": BLOG, "stukken": BLOG, "bericht": BLOG}
    for soort in soorten().values():
        woorden |= {soort.naam: soort.naam, soort.klasse.naam_van_soort.enkelvoud: soort.naam}
    gevonden = woorden.get(woord.lower())
    if gevonden is None:
        hulp = bedoelt_u(dichtstbij(woord, woorden))
        keuzes = ", ".join(s.klasse.naam_van_soort.enkelvoud for s in soorten().values()
                           if not s.enkel)  # fmt: skip
        stop(f'"{kort(woord)}" is geen soort ding in het huis.{hulp} Er zijn: {keuzes} en stuk.')
    if gevonden in soorten() and soorten()[gevonden].enkel:
        stop(
            f"Daar is er maar één van: pas {gevonden}.yml zelf aan. De naam van dat bestand ligt "
            "vast."
        )
    return gevonden


def id_nodig(lezing: Lezing, soort: str, id_: str) -> str:
    """The id of a thing that exists; stop, with the nearest one, when it does not."""
    ids = [i for s, i in lezing.bronnen if s == soort]
    if id_ not in ids:
        naam = soorten()[soort].klasse.naam_van_soort
        hulp = bedoelt_u(dichtstbij(id_, ids)) or f" Er zijn: {', '.join(ids) or 'nog geen'}."
        stop(f'{naam.lidwoord.capitalize()} {naam.enkelvoud} "{kort(id_)}" bestaat niet.{hulp}')
    return id_


def werk_editor_bij(huismap: Path) -> None:
    """Tell the editor of ids that came or changed, where it has been told of ids before."""
    from ..schema import ververs

    hier = Path.cwd().resolve()
    if huismap.resolve().is_relative_to(hier):
        ververs(hier, huismap.resolve().relative_to(hier).as_posix())


def stop(bericht: str) -> NoReturn:
    """End with exit code 2, and say why."""
    click.echo(bericht, err=True)
    sys.exit(2)


def mkdocs_yml() -> Mapping[str, Any]:
    """The settings of the site here; empty when there are none that can be read."""
    from mkdocs.exceptions import ConfigurationError
    from mkdocs.utils.yaml import yaml_load

    try:
        with Path("mkdocs.yml").open("rb") as bestand:
            gelezen = yaml_load(bestand)
    except FileNotFoundError:
        return {}
    except (OSError, ConfigurationError, YAMLError, ValueError) as fout:
        stop(f"mkdocs.yml is niet te lezen. Kijk het na met mkdocs build.\n{fout}")
    return gelezen if isinstance(gelezen, dict) else {}


def adres_nodig(ruw: object) -> str:
    """The address of the site, to which QR codes lead."""
    if not ruw:
        stop(
            "Het adres van de site is niet bekend, en de QR-codes moeten ergens heen. Zet "
            "site_url: in mkdocs.yml, of noem het met --site-url https://www.organisatie.nl."
        )
    try:
        return lees_url(str(ruw))
    except ValueError as fout:
        stop(str(fout))


def themamappen(instellingen: Mapping[str, Any]) -> list[Path]:
    """The folders of the theme: the organisation's own first, when it has one."""
    thema = instellingen.get("theme")
    eigen = thema.get("custom_dir") if isinstance(thema, dict) else None
    vast = Path(import_module("propositie_thema").__file__ or "").parent
    return [*([Path(eigen)] if eigen else []), vast]
