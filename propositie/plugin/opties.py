"""What can be set in mkdocs.yml, and what follows from it: the day, the folders."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from ..huis.berichten import BLOG
from ..huis.velden import lees_datum
from ..lezen import Blogmap

EDITIES = ("publiek", "werkboek")


class Beheeropties(base.Config):
    """What can be set under `beheer:`.

    - `repo`: the repository on GitHub, as `owner/name`; without one there is no page.
    - `tak`: the branch that is changed.
    """

    repo = c.Type(str, default="")
    tak = c.Type(str, default="main")


class Opties(base.Config):
    """What can be set under `plugins: - propositie:` in mkdocs.yml.

    - `huis`: the folder with the house.
    - `editie`: which edition to build.
    - `op`: the day for which to build; today when left out.
    - `deelbeelden`: whether each page gets a picture of its own for when somebody shares it
      (only a site with a `site_url` can have them).
    - `beheer`: the repository that staff change in the browser, on a page of the site.
    """

    huis = c.Type(str, default="site_src/huis")
    editie = c.Choice(EDITIES, default=EDITIES[0])
    op = c.Optional(c.Type((str, date)))
    deelbeelden = c.Type(bool, default=True)
    beheer = c.SubConfig(Beheeropties)


def controleer_instellingen(config: MkDocsConfig) -> None:
    """Raise ConfigurationError, in Dutch, for settings with which the site would not work."""
    if "search" in config.plugins and "material/search" not in config.plugins:
        raise ConfigurationError(
            "Schrijf in mkdocs.yml bij plugins: material/search in plaats van search; "
            "anders verdwijnt het zoekvak."
        )
    if "material/blog" in config.plugins:
        raise ConfigurationError(
            "Haal material/blog weg uit mkdocs.yml: stukken in de map blog komen vanzelf op de "
            "site, met de schrijver uit de map medewerkers."
        )
    if not config.use_directory_urls:
        raise ConfigurationError(
            "Haal use_directory_urls weg uit mkdocs.yml: de adressen van de site gaan ervan uit."
        )


def peildatum(op: object) -> date:
    """The day for which the site is built: the option `op`, default today."""
    if op is None:
        return date.today()
    if isinstance(op, date):
        return op
    try:
        return lees_datum(op)
    except ValueError as fout:
        raise ConfigurationError(f"De instelling op: van de plugin propositie: {fout}") from fout


def blogmap(config: MkDocsConfig) -> Blogmap:
    """The folder with posts, inside that of the free pages."""
    wortel = Path(config.config_file_path or "mkdocs.yml").resolve().parent
    getoond = Path(os.path.relpath(config.docs_dir, wortel)).as_posix()
    return Blogmap(Path(config.docs_dir) / BLOG, f"{getoond}/{BLOG}")


def is_werkboek(opties: Opties) -> bool:
    """Whether the internal edition is asked for."""
    return opties.editie == EDITIES[1]


def openbaar_adres(config: MkDocsConfig) -> str | None:
    """The address of the public site as the settings give it; None when they give none.

    A preview puts its own address in `config.site_url`, and what is printed must not lead there.
    """
    if not config.config_file_path:
        return config.site_url or None
    with Path(config.config_file_path).open("rb") as bestand:
        adres = yaml_load(bestand).get("site_url")
    return str(adres) if adres else None


def cachemap(config: MkDocsConfig) -> Path:
    """Where what took long is kept: beside mkdocs.yml, in a folder that may be thrown away."""
    return Path(config.config_file_path or "mkdocs.yml").parent / ".cache" / "propositie"


def zoekindex(config: MkDocsConfig) -> str | None:
    """The address of the search index, or None when nothing makes one."""
    return "search/search_index.json" if "material/search" in config.plugins else None


def kitmap(config: MkDocsConfig) -> Path:
    """Where the kits of the werkboek are made, and kept for the next time."""
    return cachemap(config).with_name("propositie-kit")
