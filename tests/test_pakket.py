"""The package: a wheel in an empty environment makes the same site as the checkout does."""

from __future__ import annotations

import shutil
import tomllib
import zipfile
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from hulp.bouwen import (
    WORTEL,
    bestanden_van_de_boom,
    draai,
    inhoud,
    schone_kopie,
    schone_omgeving,
)

pytestmark = pytest.mark.xdist_group("pakket")


@pytest.fixture(scope="module")
def wiel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without a network from a clean copy of the tree."""
    doel = tmp_path_factory.mktemp("wiel")
    kopie = schone_kopie(doel / "boom")
    draai(
        ["python", "-m", "pip", "wheel", "--quiet", "--no-index", "--no-deps",
         "--no-build-isolation", "--wheel-dir", doel, kopie],
        cwd=doel,
    )  # fmt: skip
    [bestand] = doel.glob("*.whl")
    return bestand


@pytest.fixture(scope="module")
def wiel_omgeving(wiel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs' folder of an environment with the runtime lock and the wheel."""
    doel = tmp_path_factory.mktemp("wiel_omgeving")
    bin_map = schone_omgeving(doel / "omgeving")
    draai(
        ["python", "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", wiel],
        cwd=doel, bin_map=bin_map,
    )  # fmt: skip
    return bin_map


@pytest.fixture(scope="module")
def elders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Outside the repository, what an organisation has: `site_src` and `mkdocs.yml`."""
    huis = tmp_path_factory.mktemp("elders")
    shutil.copytree(WORTEL / "site_src", huis / "site_src")
    shutil.copy(WORTEL / "mkdocs.yml", huis)
    return huis


def test_elk_bestand_van_pakket_en_thema_zit_in_het_wiel(wiel: Path) -> None:
    van_de_boom = {
        naam.replace("theme/", "propositie_thema/", 1) if naam.startswith("theme/") else naam
        for naam in bestanden_van_de_boom()
        if naam.startswith(("propositie/", "theme/"))
    }
    in_het_wiel = {naam for naam in zipfile.ZipFile(wiel).namelist() if ".dist-info/" not in naam}
    assert in_het_wiel == van_de_boom, "see [tool.setuptools] in pyproject.toml"


def test_het_wiel_heeft_alles_wat_het_vraagt(wiel_omgeving: Path, tmp_path: Path) -> None:
    draai(["python", "-m", "pip", "check"], cwd=tmp_path, bin_map=wiel_omgeving)


def test_het_wiel_wordt_gebruikt_en_niet_de_boom(wiel_omgeving: Path, tmp_path: Path) -> None:
    vraag = (
        "import propositie, propositie_thema as t; print(propositie.__file__); print(t.__file__)"
    )
    gevonden = draai(["python", "-c", vraag], cwd=tmp_path, bin_map=wiel_omgeving).stdout
    assert all(str(wiel_omgeving.parent) in regel for regel in gevonden.splitlines())


def test_het_wiel_bouwt_dezelfde_site(wiel_omgeving: Path, elders: Path, demo_site: Path) -> None:
    draai(["mkdocs", "build", "--strict"], cwd=elders, bin_map=wiel_omgeving)
    gebouwd, demo = inhoud(elders / "site"), inhoud(demo_site)
    assert set(gebouwd) == set(demo)
    assert [naam for naam in demo if gebouwd[naam] != demo[naam]] == []


def test_het_wiel_kijkt_het_huis_na(wiel_omgeving: Path, elders: Path) -> None:
    draai(["propositie", "controleer"], cwd=elders, bin_map=wiel_omgeving)


def test_de_versie_is_overal_dezelfde(wiel_omgeving: Path, tmp_path: Path) -> None:
    project = tomllib.loads((WORTEL / "pyproject.toml").read_text("utf-8"))["project"]
    gezegd = draai(["propositie", "--versie"], cwd=tmp_path, bin_map=wiel_omgeving).stdout
    assert gezegd.split()[-1] == project["version"]


def test_properdocs_bouwt_dezelfde_paginas(demo_site: Path, tmp_path: Path) -> None:
    draai(["properdocs", "build", "-f", "mkdocs.yml", "--strict", "--site-dir", tmp_path / "site"])
    gebouwd, demo = set(inhoud(tmp_path / "site")), set(inhoud(demo_site))
    assert {n for n in gebouwd if n.endswith(".html")} == {n for n in demo if n.endswith(".html")}


def test_plugin_en_thema_zijn_te_vinden_in_de_boom() -> None:
    [plugin] = entry_points(group="mkdocs.plugins", name="propositie")
    assert plugin.load().__name__ == "PropositiePlugin"
    [thema] = entry_points(group="mkdocs.themes", name="propositie")
    assert Path(thema.load().__file__).parent == WORTEL / "theme"
