"""Build a small site from a house that a test wrote, in this process."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from hulp.klein_huis import bouw_huis

MKDOCS_YML = """\
site_name: Welzijn Veenrand
site_url: https://veenrand.example/repo/
docs_dir: paginas
theme: {{name: propositie}}
plugins:
  - material/search
  - propositie: {{huis: huis, op: {op}}}
"""


def schrijf_organisatie(
    map_: Path, anders: Mapping[str, str | None] | None = None, op: str = "2026-11-20"
) -> Path:
    """Write an organisation (small house, one free page, mkdocs.yml); return its mkdocs.yml."""
    bouw_huis(map_ / "huis", anders)
    (map_ / "paginas").mkdir(parents=True, exist_ok=True)
    (map_ / "paginas" / "privacy.md").write_text("# Privacy\n\nWij bewaren weinig.\n", "utf-8")
    instelling = map_ / "mkdocs.yml"
    instelling.write_text(MKDOCS_YML.format(op=op), "utf-8")
    return instelling


def bouw_site(instelling: Path, *, strict: bool = False) -> Path:
    """Build the site of `instelling`, `strict` or not; return the site's folder."""
    config = load_config(str(instelling), strict=strict)
    config.plugins.run_event("startup", command="build", dirty=False)
    build(config)
    return Path(config.site_dir)
