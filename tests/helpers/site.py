"""Build a small site from a house that a test wrote, in this process."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from helpers.small_huis import write_huis

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
