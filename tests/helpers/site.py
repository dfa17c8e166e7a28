"""Build a small site from a house that a test wrote, in this process: by MkDocs, or as data."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from helpers.build import DAY, ROOT
from helpers.small_huis import write_huis
from propositie.edition import public_huis
from propositie.inspection import inspect
from propositie.pages import Site
from propositie.pages import build_site as build_data
from propositie.pages.site import SitePlan, plan_site
from propositie.pages.write import write_site

THEME = [ROOT / "theme"]
"""The folders of the theme, for what is made without a host."""

MKDOCS_YML = """\
site_name: Welzijn Veenrand
site_url: https://veenrand.example/repo/
docs_dir: paginas
theme: {{name: propositie}}
plugins:
  - propositie: {{huis: huis, op: {op}}}
"""


def write_organisatie(
    folder: Path, overrides: Mapping[str, str | None] | None = None, on_date: str = "2026-11-20"
) -> Path:
    """Write an organisation (small house, one free page, mkdocs.yml); return its mkdocs.yml."""
    write_huis(folder / "huis", overrides)
    (folder / "paginas").mkdir(parents=True, exist_ok=True)
    (folder / "paginas" / "privacy.md").write_text("# Privacy\n\nWij bewaren weinig.\n", "utf-8")
    config_file = folder / "mkdocs.yml"
    config_file.write_text(MKDOCS_YML.format(op=on_date), "utf-8")
    return config_file


def build_site(config_file: Path, *, strict: bool = False) -> Path:
    """Build the site of `config_file`, `strict` or not; return the site's folder."""
    config = load_config(str(config_file), strict=strict)
    config.plugins.run_event("startup", command="build", dirty=False)
    build(config)
    return Path(config.site_dir)


def make_site(
    huis_folder: Path, on_date: str, site_url: str | None, *, share_images: bool = True
) -> Site:
    """The public edition of a house as data, without any host."""
    inspection = inspect(huis_folder, date.fromisoformat(on_date))
    assert inspection.huis is not None
    return build_data(
        public_huis(inspection.huis, date.fromisoformat(on_date)),
        THEME,
        inspection.loaded.image_path,
        lambda kind, id_: inspection.loaded.sources[kind, id_].shown_as,
        site_url,
        share_images=share_images,
    )


def plan_house(huis_folder: Path, site_url: str | None = None, on_date: date = DAY) -> SitePlan:
    """The site of the house in `huis_folder`, of which no page is made; without share pictures."""
    inspection = inspect(huis_folder, on_date)
    assert inspection.huis is not None, [finding.message for finding in inspection.findings]
    loaded = inspection.loaded
    return plan_site(
        public_huis(inspection.huis, on_date),
        THEME,
        loaded.image_path,
        lambda kind, id_: loaded.sources[kind, id_].shown_as,
        site_url,
        share_images=False,
    )


def write_pages(huis_folder: Path, target: Path, *addresses: str) -> Path:
    """Only these pages of the house in `huis_folder`, with what they are drawn with, in the folder
    `target`, which is returned: the others are not made, so that it takes little."""
    plan = plan_house(huis_folder)
    pages = [page.make() for page in plan.pages if page.address in addresses]
    write_site(Site(pages, plan.files, plan.layout), target, THEME)
    return target
