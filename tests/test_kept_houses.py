"""Houses of earlier versions go on working: each is kept as it was, checked and built as it is now.

`tests/fixtures/houses/VERSION/demo` is the demo of that version, `new` what its `nieuw` made.
Nothing in them is ever changed. When a version comes out, its own two are laid beside them.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from helpers.build import ROOT, run
from helpers.links import find_broken_links

HOUSES = sorted((ROOT / "tests" / "fixtures" / "houses").glob("*/*"))
DAY = "2026-11-20"


@pytest.fixture(params=HOUSES, ids=lambda path: f"{path.parent.name}-{path.name}")
def house(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of one kept house, built as on the day that it was kept."""
    copy = tmp_path / "site"
    shutil.copytree(request.param, copy)
    for name in ("mkdocs.yml", "werkboek.yml"):
        settings = (copy / name).read_text("utf-8")
        plugin = "propositie: {huis: site_src/huis"
        assert plugin in settings
        fixed = f"{plugin}, deelbeelden: false, op: {DAY}"
        (copy / name).write_text(settings.replace(plugin, fixed), "utf-8")
    return copy


def test_every_version_left_its_demo_and_a_fresh_house() -> None:
    kept: dict[str, set[str]] = {}
    for path in HOUSES:
        kept.setdefault(path.parent.name, set()).add(path.name)
    assert kept
    assert all(names == {"demo", "new"} for names in kept.values())


def test_a_kept_house_has_no_errors(house: Path) -> None:
    run(["propositie", "controleer", "--op", DAY], cwd=house)


def test_a_kept_house_builds_both_editions(house: Path) -> None:
    run(["mkdocs", "build", "--strict"], cwd=house)
    settings = yaml.safe_load((house / "mkdocs.yml").read_text("utf-8"))
    assert find_broken_links(house / "site", settings.get("site_url", "https://a.example/")) == []
    assert (house / "site" / "index.html").is_file()
    # Of a fresh house, whose people are still to be filled in, nobody is on the site.
    is_fresh = "Nog invullen" in (house / "site_src/huis/organisatie.yml").read_text("utf-8")
    assert bool(list((house / "site" / "mensen").glob("*/index.html"))) is not is_fresh
    run(["mkdocs", "build", "--strict", "-f", "werkboek.yml"], cwd=house)
    assert (house / "site_werkboek" / "index.html").is_file()
