"""The page on which staff change the house in the browser: only for who asks for it."""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from ..errors import SiteSettingsError
from ..inspection import Inspection
from ..output.cache import Cache
from ..output.output_file import OutputFile
from .options import Options, cache_dir, huis_folders, is_werkboek, pages_folder

if TYPE_CHECKING:
    from ..forms import FormsConfig


def build_forms(config: MkDocsConfig, options: Options, inspection: Inspection) -> list[OutputFile]:
    """The files of the page; none when it is not asked for, or in the werkboek.

    Raises SiteSettingsError for settings that cannot be, PackageError for packages that cannot be
    had.
    """
    repo = options.beheer.repo
    if not repo or is_werkboek(options):
        return []
    from ..forms import FormsConfig

    if not re.fullmatch(r"[\w.-]+/[\w.-]+", repo):
        raise SiteSettingsError(
            f'Bij beheer: hoort repo: eigenaar/naam, zoals op GitHub; er staat "{repo}".'
        )
    forms = FormsConfig(
        repo=repo,
        branch=options.beheer.tak,
        huis=Path(os.path.normpath(huis_folders(options)[-1])).as_posix(),
        blog=pages_folder(config).blog.shown_as,
        pages=pages_folder(config).shown_as,
        site_name=config.site_name,
        beeldmerk=_beeldmerk(inspection),
        site_url=config.site_url or None,
        with_drafts=options.beheer.concepten,
    )
    return _files(forms, cache_dir(config))


def forms_address(config: MkDocsConfig) -> str:
    """The address of the page, from the root of its host."""
    from ..forms import ADDRESS

    return f"{urlsplit(config.site_url or '').path.rstrip('/')}/{ADDRESS}"


@cache
def _files(forms: FormsConfig, folder: Path) -> list[OutputFile]:
    """The files of the page; a preview makes them once."""
    from ..forms import form_files

    return list(form_files(forms, Cache(folder)))


def _beeldmerk(inspection: Inspection) -> Path | None:
    """Where the organisation's mark lies; the logo when it has no mark."""
    if inspection.huis is None:
        return None
    name = inspection.huis.merk.beeldmerk or inspection.huis.merk.logo
    return inspection.loaded.image_path("merk", name) if name else None


def add_forms(form_files: list[OutputFile], files: Files, config: MkDocsConfig) -> None:
    """Put the page in, as plain files: no page of MkDocs, so in no sitemap and in no search."""
    for file in form_files:
        files.append(File.generated(config, file.address, content=file.content))
