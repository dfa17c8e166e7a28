"""The sites to audit: for figures the demo, a small house and a large one; for the layout of every
page the demo, a new house, an invented one of sixty people, and one at the edge of what may be
written."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from helpers.build import DAY, ROOT, run, write_demo
from helpers.measurement import kinds_of
from helpers.odd_house import write_odd
from helpers.organisations import write_large, write_small

BASE_PATH = "/repo/"
"""Where a project page lies on GitHub Pages."""


@dataclass(frozen=True, slots=True)
class AuditedSite:
    """A built site, and the page to measure of every kind."""

    name: str
    folder: Path
    kinds: Mapping[str, str]
    """The kind of page → the address of its heaviest page."""


def build_all(work_folder: Path) -> list[AuditedSite]:
    """Build the three sites in `work_folder`."""
    writers: Mapping[str, Callable[[Path], Path]] = {
        "demo": _write_demo,
        "klein": write_small,
        "groot": write_large,
    }
    return [_build(name, write(work_folder / name), work_folder) for name, write in writers.items()]


def _write_demo(folder: Path) -> Path:
    """The demo's own settings, for a site under `BASE_PATH`."""
    folder.mkdir(parents=True)
    config_file = folder / "mkdocs.yml"
    config_file.write_text(
        f"INHERIT: {ROOT}/mkdocs.yml\nsite_url: https://welzijn.example{BASE_PATH}\n"
        f"docs_dir: {ROOT}/site_src/paginas\n"
        f"plugins:\n  - propositie: {{huis: {ROOT}/site_src/huis}}\n",
        "utf-8",
    )
    return config_file


def _build(name: str, config_file: Path, work_folder: Path) -> AuditedSite:
    target = work_folder / f"site_{name}"
    run(["mkdocs", "build", "--quiet", "--config-file", config_file, "--site-dir", target])
    return AuditedSite(name, target, kinds_of(target))


def build_for_every_page(work_folder: Path, names: Sequence[str] = ()) -> Mapping[str, Path]:
    """Build the sites of which every page is looked at, or those of these names; each in a folder
    in `work_folder`."""
    writers: Mapping[str, Callable[[Path], Path]] = {
        "demo": lambda folder: write_demo(folder) / "mkdocs.yml",
        "nieuw": _write_new,
        "zestig": _write_invented,
        "vreemd": write_odd,
    }
    work_folder.mkdir(exist_ok=True)
    built: dict[str, Path] = {}
    for name in names or writers:
        built[name] = work_folder / f"site_{name}"
        config_file = writers[name](work_folder / name)
        run(["mkdocs", "build", "--quiet", "--config-file", config_file, "--site-dir", built[name]])
    return built


def path_of(site: Path) -> str:
    """The path under which a built site is meant to lie, for which its 404.html is made."""
    found = re.search(r'rel="canonical" href="([^"]+)"', (site / "index.html").read_text("utf-8"))
    return urlsplit(found[1]).path if found else "/"


def _write_new(folder: Path) -> Path:
    run(["propositie", "nieuw", folder])
    return folder / "mkdocs.yml"


def _write_invented(folder: Path) -> Path:
    run(["propositie", "voorbeeld", folder, "--medewerkers", "60", "--op", DAY.isoformat()])
    return folder / "mkdocs.yml"
