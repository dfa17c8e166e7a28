"""The page on which staff change the house in the browser: only for who asks for it."""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.structure.files import File, Files

from ..controle import Controle
from ..uitvoer.bestand import Bestand
from ..uitvoer.cache import Cache
from .opties import Opties, blogmap, cachemap, is_werkboek

if TYPE_CHECKING:
    from ..beheer import Beheer


def beheer_van(config: MkDocsConfig, opties: Opties, controle: Controle) -> list[Bestand]:
    """The files of the page; none when it is not asked for, or in the werkboek.

    Raises ConfigurationError for settings that cannot be, Abort when its packages cannot be had.
    """
    repo = opties.beheer.repo
    if not repo or is_werkboek(opties):
        return []
    from ..beheer import Beheer, PakketFout

    if not re.fullmatch(r"[\w.-]+/[\w.-]+", repo):
        raise ConfigurationError(
            f'Bij beheer: hoort repo: eigenaar/naam, zoals op GitHub; er staat "{repo}".'
        )
    beheer = Beheer(
        repo=repo,
        tak=opties.beheer.tak,
        huis=Path(os.path.normpath(opties.huis)).as_posix(),
        blog=blogmap(config).getoond,
        naam=config.site_name,
        beeldmerk=_beeldmerk(controle),
    )
    try:
        return _bestanden(beheer, cachemap(config))
    except PakketFout as fout:
        raise Abort(f"{fout} De site is niet gebouwd; wat er stond, staat er nog.") from fout


@cache
def _bestanden(beheer: Beheer, map_: Path) -> list[Bestand]:
    """The files of the page; a preview makes them once."""
    from ..beheer import beheerbestanden

    return list(beheerbestanden(beheer, Cache(map_)))


def _beeldmerk(controle: Controle) -> Path | None:
    """Where the organisation's mark lies; the logo when it has no mark."""
    if controle.huis is None:
        return None
    naam = controle.huis.merk.beeldmerk or controle.huis.merk.logo
    return controle.lezing.beeldpad("merk", naam) if naam else None


def voeg_beheer_toe(bestanden: list[Bestand], files: Files, config: MkDocsConfig) -> None:
    """Put the page in, as plain files: no page of MkDocs, so in no sitemap and in no search."""
    for bestand in bestanden:
        files.append(File.generated(config, bestand.adres, content=bestand.inhoud))
