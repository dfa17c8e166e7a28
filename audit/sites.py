"""The three sites to audit: the demo, the smallest house, and a large one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from helpers.build import ROOT, run
from helpers.measurement import kinds_of
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
