"""What the commands share: their options, how they stop, and the settings of the site here."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

import click
from yaml import YAMLError
from yaml import load as yaml_load

from ..dutch import join_words
from ..errors import PropositieError
from ..explaining import did_you_mean, find_nearest, shorten
from ..huis import kinds, managed_kinds
from ..huis.dates import parse_date
from ..huis.parsing import parse_url
from ..reading import Layer, LoadResult

CACHE_FOLDER = Path(".cache/propositie")
_NO_HUIS = 'De map "{map}" is er niet. Ga naar de map van jullie site, of noem de map met --huis.'


def today() -> date:
    """Today; the tests put another day in its place."""
    return date.today()


def has_terminal() -> bool:
    """Whether somebody is there to answer; the tests say there is."""
    return sys.stdin.isatty()


class DateParam(click.ParamType[date, object]):
    """A date as staff write it."""

    name = "datum"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        if isinstance(value, date):
            return value
        try:
            return parse_date(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


huis_option = click.option(
    "--huis", "huis_folder", type=click.Path(path_type=Path), default=Path("site_src/huis"),
    show_default=True, help="De map met het huis.",
)  # fmt: skip


def require_huis_folder(huis_folder: Path) -> None:
    """Stop, with exit code 2, when there is no such folder."""
    if not os.path.isdir(huis_folder):  # noqa: PTH112 (Path.is_dir raises for a closed folder)
        stop(_NO_HUIS.format(map=huis_folder.as_posix()))


def huis_layers(huis_folder: Path) -> list[Layer]:
    """The folders of the house in `huis_folder`: those below it too, when mkdocs.yml names a list
    of which it is the highest."""
    folders = _stacked_folders()
    if not folders or Path(folders[-1]) != huis_folder:
        folders = [huis_folder.as_posix()]
    return [Layer(Path(folder), Path(folder).as_posix()) for folder in folders]


def cache_folder(layers: Sequence[Layer]) -> Path | None:
    """The folder where what was read is kept for the next time: that of the site here, when the
    house is a part of that site; and never inside a house."""
    here, folder = Path.cwd().resolve(), CACHE_FOLDER.resolve()
    houses = [layer.path.resolve() for layer in layers]
    is_own = Path("mkdocs.yml").is_file() and houses[-1].is_relative_to(here)
    is_inside = any(folder.is_relative_to(house) for house in houses)
    return CACHE_FOLDER if is_own and not is_inside else None


def folders_below(huis_folder: Path) -> list[Path]:
    """The folders that the house in `huis_folder` lies on, the lowest first."""
    return [layer.path.resolve() for layer in huis_layers(huis_folder)[:-1]]


def _stacked_folders() -> list[str]:
    """The list of folders that mkdocs.yml gives the plugin; empty when there is none."""
    try:
        text = Path("mkdocs.yml").read_text("utf-8")
        if "huis:" not in text:
            return []
        from ..explaining.site_settings import LenientLoader  # most houses have one folder

        settings = yaml_load(text, LenientLoader)
    except (OSError, UnicodeDecodeError, YAMLError):
        return []
    plugins = settings.get("plugins") if isinstance(settings, dict) else None
    for plugin in plugins if isinstance(plugins, list) else [plugins]:
        own = plugin.get("propositie") if isinstance(plugin, dict) else None
        folders = own.get("huis") if isinstance(own, dict) else None
        if isinstance(folders, list) and all(isinstance(folder, str) for folder in folders):
            return folders
    return []


def require_kind(word: str) -> str:
    """The kind that a word means, in singular or plural; stop when it means none."""
    words = {"bericht": "berichten"}
    for kind in managed_kinds():
        names = (kind.folder_name, kind.name, kind.singular, kind.plural)
        words |= dict.fromkeys(names, kind.name)
    found = words.get(word.lower())
    if found is None:
        hint = did_you_mean(find_nearest(word, words))
        choice = join_words(s.singular for s in managed_kinds() if not s.is_single)
        stop(f'"{shorten(word)}" is geen soort ding in het huis.{hint} Er zijn: {choice}.')
    if kinds()[found].is_single:
        stop(
            f"Daar is er maar één van: pas {found}.yml zelf aan. De naam van dat bestand ligt vast."
        )
    return found


def require_id(loaded: LoadResult, kind: str, id_: str) -> str:
    """The id of a thing that exists; stop, with the nearest one, when it does not."""
    ids = [i for s, i in loaded.sources if s == kind]
    if id_ not in ids:
        hint = did_you_mean(find_nearest(id_, ids)) or f" Er zijn: {', '.join(ids) or 'nog geen'}."
        stop(f'{kinds()[kind].the} "{shorten(id_)}" bestaat niet.{hint}')
    return id_


def update_editor(huis_folder: Path) -> None:
    """Tell the editor of ids that came or changed, where it has been told of ids before."""
    from ..schema import refresh

    here = Path.cwd().resolve()
    if huis_folder.resolve().is_relative_to(here):
        refresh(
            here, huis_folder.resolve().relative_to(here).as_posix(), folders_below(huis_folder)
        )


def stop(message: str) -> NoReturn:
    """End with exit code 2, and say why."""
    raise PropositieError(message)


def read_mkdocs_yml() -> Mapping[str, Any]:
    """The settings of the site here; empty when there are none that can be read."""
    from mkdocs.exceptions import ConfigurationError
    from mkdocs.utils.yaml import yaml_load as load_settings

    try:
        with Path("mkdocs.yml").open("rb") as file:
            parsed = load_settings(file)
    except FileNotFoundError:
        return {}
    except (OSError, ConfigurationError, YAMLError, ValueError) as error:
        raise PropositieError(
            "mkdocs.yml is niet te lezen. Wat eraan schort, zegt: propositie controleer"
        ) from error
    return parsed if isinstance(parsed, dict) else {}


def require_address(raw: object) -> str:
    """The address of the site, to which QR codes lead."""
    if not raw:
        stop(
            "Het adres van de site is niet bekend, en de QR-codes moeten ergens heen. Zet "
            "site_url: in mkdocs.yml, of noem het met --site-url https://www.organisatie.nl."
        )
    try:
        return parse_url(str(raw))
    except ValueError as error:
        stop(str(error))


def theme_folders(settings: Mapping[str, Any]) -> list[Path]:
    """The folders of the theme: the organisation's own first, when it has one."""
    theme = settings.get("theme")
    own = theme.get("custom_dir") if isinstance(theme, dict) else None
    builtin = Path(import_module("propositie_thema").__file__ or "").parent
    return [*([Path(own)] if own else []), builtin]


def quote_for_shell(folder: Path) -> str:
    """A folder as somebody can type it."""
    text = folder.as_posix()
    return f'"{text}"' if " " in text else text
