"""What can be set in mkdocs.yml, and what follows from it: the day, the folders."""

from __future__ import annotations

import logging
import os
from datetime import date
from pathlib import Path

from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.yaml import yaml_load

from ..errors import SiteSettingsError
from ..huis.dates import parse_date
from ..reading import Layer, PagesFolder

log = logging.getLogger("mkdocs.plugins.propositie")

EDITIONS = ("publiek", "werkboek")


class FormsOptions(base.Config):
    """What can be set under `beheer:`.

    - `repo`: the repository on GitHub, as `owner/name`; without one there is no page.
    - `tak`: the branch that is changed.
    - `drafts`: whether a change is proposed first, so that a colleague can look at it.
    """

    repo = c.Type(str, default="")
    tak = c.Type(str, default="main")
    concepten = c.Type(bool, default=False)


class Options(base.Config):
    """What can be set under `plugins: - propositie:` in mkdocs.yml.

    - `huis`: the folder with the house; a list when folders lie on top of each other, the lowest
      first.
    - `editie`: which edition to build.
    - `on_date`: the day for which to build; today when left out.
    - `share_images`: whether each page gets a picture of its own for when somebody shares it
      (only a site with a `site_url` can have them).
    - `forms`: the repository that staff change in the browser, on a page of the site.
    """

    huis = c.Type((str, list), default="site_src/huis")
    editie = c.Choice(EDITIONS, default=EDITIONS[0])
    op = c.Optional(c.Type((str, date)))
    deelbeelden = c.Type(bool, default=True)
    beheer = c.SubConfig(FormsOptions)


def check_settings(config: MkDocsConfig) -> None:
    """Raise SiteSettingsError, in Dutch, for settings with which the site would not work."""
    if "search" in config.plugins:
        raise SiteSettingsError(
            "Haal search weg bij plugins: in mkdocs.yml; de site maakt zelf wat het zoekvak leest."
        )
    if "material/blog" in config.plugins:
        raise SiteSettingsError(
            "Haal material/blog weg uit mkdocs.yml: stukken in de map blog komen vanzelf op de "
            "site, met de schrijver uit de map medewerkers."
        )
    if not config.use_directory_urls:
        raise SiteSettingsError(
            "Haal use_directory_urls weg uit mkdocs.yml: de adressen van de site gaan ervan uit."
        )


def build_date(on_date: object) -> date:
    """The day for which the site is built: the option `on_date`, default today."""
    if on_date is None:
        return date.today()
    if isinstance(on_date, date):
        return on_date
    try:
        return parse_date(on_date)
    except ValueError as error:
        raise SiteSettingsError(f"De instelling op: van de plugin propositie: {error}") from error


def pages_folder(config: MkDocsConfig) -> PagesFolder:
    """The folder with free pages, which also holds that of the posts."""
    root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
    return PagesFolder(Path(config.docs_dir), seen_from(root, config.docs_dir))


def seen_from(root: Path, path: str | Path) -> str:
    """A path as git and people write it: from `root`, with slashes on every system."""
    try:
        return Path(os.path.relpath(path, root)).as_posix()
    except ValueError:  # on Windows, another drive
        return Path(path).as_posix()


def huis_folders(options: Options) -> list[str]:
    """The folders of the house, the lowest layer first; staff work in the last."""
    given = options.huis
    folders = [given] if isinstance(given, str) else given
    if not folders or not all(isinstance(folder, str) and folder for folder in folders):
        raise SiteSettingsError(
            "De instelling huis: van de plugin propositie hoort een map te zijn, of een lijst van "
            "mappen: huis: [basis, site_src/huis]."
        )
    return [folder.rstrip("/") for folder in folders]


def huis_layers(config: MkDocsConfig, options: Options) -> list[Layer]:
    """The folders of the house as they are read, the lowest first."""
    root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
    return [Layer(root / folder, folder) for folder in huis_folders(options)]


def is_werkboek(options: Options) -> bool:
    """Whether the internal edition is asked for."""
    return options.editie == EDITIONS[1]


def public_address(config: MkDocsConfig) -> str | None:
    """The address of the public site as the settings give it; None when they give none.

    A preview puts its own address in `config.site_url`, and what is printed must not lead there.
    """
    if not config.config_file_path:
        return config.site_url or None
    with Path(config.config_file_path).open("rb") as file:
        address = yaml_load(file).get("site_url")
    return str(address) if address else None


def cache_dir(config: MkDocsConfig) -> Path:
    """Where what took long is kept: beside mkdocs.yml, in a folder that may be thrown away."""
    return Path(config.config_file_path or "mkdocs.yml").parent / ".cache" / "propositie"


_MATERIAL_SEARCH = "material/search"


def leave_out_material_search(config: MkDocsConfig) -> None:
    """Switch the search of Material off for who still lists it, with a tip.

    It reads words from Material's own templates, which this theme does not have.
    """
    if _MATERIAL_SEARCH in config.plugins:
        config.plugins[_MATERIAL_SEARCH].config["enabled"] = False
        log.info(
            "tip: de regel material/search bij plugins: in mkdocs.yml kunt u weghalen; "
            "de site maakt zelf wat het zoekvak leest."
        )


_OUR_WAY = ("pymdownx.details", "nl2br")


def read_pages_our_way(config: MkDocsConfig) -> None:
    """Let free pages have fold-outs and keep typed line breaks, as all texts do; and let MkDocs be
    silent about links: what leads nowhere was told already, in Dutch and with its place."""
    for extension in _OUR_WAY:
        if extension not in config.markdown_extensions:
            config.markdown_extensions.append(extension)
    silent = logging.DEBUG
    links, nav = config.validation.links, config.validation.nav
    links.not_found = links.absolute_links = links.unrecognized_links = silent
    links.anchors = nav.omitted_files = nav.not_found = nav.absolute_links = silent


def kit_folder(config: MkDocsConfig) -> Path:
    """Where the kits of the werkboek are made, and kept for the next time."""
    return cache_dir(config).with_name("propositie-kit")
