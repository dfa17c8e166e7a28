"""The three sites to audit: the demo, the smallest house, and a large one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from hulp.bouwen import WORTEL, draai
from hulp.huizen import schrijf_groot, schrijf_klein
from hulp.meting import soorten_van

PAD = "/repo/"
"""Where a project page lies on GitHub Pages."""


@dataclass(frozen=True, slots=True)
class GebouwdeSite:
    """A built site, and the page to measure of every kind."""

    naam: str
    map: Path
    soorten: Mapping[str, str]
    """The kind of page → the address of its heaviest page."""


def bouw_alles(werkmap: Path) -> list[GebouwdeSite]:
    """Build the three sites in `werkmap`."""
    maak: Mapping[str, Callable[[Path], Path]] = {
        "demo": _schrijf_demo,
        "klein": schrijf_klein,
        "groot": schrijf_groot,
    }
    return [_bouw(naam, schrijf(werkmap / naam), werkmap) for naam, schrijf in maak.items()]


def _schrijf_demo(map_: Path) -> Path:
    """The demo's own settings, for a site under `PAD`."""
    map_.mkdir(parents=True)
    instelling = map_ / "mkdocs.yml"
    instelling.write_text(
        f"INHERIT: {WORTEL}/mkdocs.yml\nsite_url: https://welzijn.example{PAD}\n"
        f"docs_dir: {WORTEL}/site_src/paginas\n"
        f"plugins:\n  - material/search\n  - propositie: {{huis: {WORTEL}/site_src/huis}}\n",
        "utf-8",
    )
    return instelling


def _bouw(naam: str, instelling: Path, werkmap: Path) -> GebouwdeSite:
    doel = werkmap / f"site_{naam}"
    draai(["mkdocs", "build", "--quiet", "--config-file", instelling, "--site-dir", doel])
    return GebouwdeSite(naam, doel, soorten_van(doel))
