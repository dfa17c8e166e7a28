"""The package: a wheel in an empty environment makes the same site as the checkout does."""

from __future__ import annotations

import shutil
import tomllib
import zipfile
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from helpers.build import (
    ROOT,
    contents,
    copy_checkout,
    create_clean_venv,
    list_checkout_files,
    run,
)

pytestmark = pytest.mark.xdist_group("pakket")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without a network from a clean copy of the tree."""
    target = tmp_path_factory.mktemp("wiel")
    copy = copy_checkout(target / "boom")
    run(
        ["python", "-m", "pip", "wheel", "--quiet", "--no-index", "--no-deps",
         "--no-build-isolation", "--wheel-dir", target, copy],
        cwd=target,
    )  # fmt: skip
    [file] = target.glob("*.whl")
    return file


@pytest.fixture(scope="module")
def wheel_environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs' folder of an environment with the runtime lock and the wheel."""
    target = tmp_path_factory.mktemp("wiel_omgeving")
    bin_folder = create_clean_venv(target / "omgeving")
    run(
        ["python", "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", wheel],
        cwd=target, bin_folder=bin_folder,
    )  # fmt: skip
    return bin_folder


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory, demo_folder: Path) -> Path:
    """Outside the repository, what an organisation has: `site_src` and `mkdocs.yml`."""
    huis = tmp_path_factory.mktemp("elders")
    shutil.copytree(demo_folder / "site_src", huis / "site_src")
    shutil.copy(demo_folder / "mkdocs.yml", huis)
    return huis


def test_every_file_of_package_and_theme_is_in_the_wheel(wheel: Path) -> None:
    from_tree = {
        name.replace("theme/", "propositie_thema/", 1) if name.startswith("theme/") else name
        for name in list_checkout_files()
        if name.startswith(("propositie/", "theme/"))
    }
    in_wheel = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert in_wheel == from_tree, "see [tool.setuptools] in pyproject.toml"


def test_the_wheel_has_all_that_it_requires(wheel_environment: Path, tmp_path: Path) -> None:
    run(["python", "-m", "pip", "check"], cwd=tmp_path, bin_folder=wheel_environment)


def test_the_wheel_is_used_and_not_the_tree(wheel_environment: Path, tmp_path: Path) -> None:
    snippet = (
        "import propositie, propositie_thema as t; print(propositie.__file__); print(t.__file__)"
    )
    found = run(["python", "-c", snippet], cwd=tmp_path, bin_folder=wheel_environment).stdout
    assert all(str(wheel_environment.parent) in line for line in found.splitlines())


def test_the_wheel_builds_the_same_site(
    wheel_environment: Path, elsewhere: Path, demo_site: Path
) -> None:
    run(["mkdocs", "build", "--strict"], cwd=elsewhere, bin_folder=wheel_environment)
    built, demo = contents(elsewhere / "site"), contents(demo_site)
    assert set(built) == set(demo)
    assert [name for name in demo if built[name] != demo[name]] == []


def test_the_wheel_checks_the_huis(wheel_environment: Path, elsewhere: Path) -> None:
    run(["propositie", "controleer"], cwd=elsewhere, bin_folder=wheel_environment)


def test_the_public_edition_builds_where_material_is_not_installed(
    wheel: Path, demo_folder: Path, demo_site: Path, tmp_path: Path
) -> None:
    bin_folder = create_clean_venv(tmp_path / "omgeving", without=["material", "mkdocs_material"])
    run(["python", "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", wheel],
        cwd=tmp_path, bin_folder=bin_folder)  # fmt: skip
    found = run(["python", "-c", "import material"], bin_folder=bin_folder, can_fail=True)
    assert "No module named 'material'" in found.stdout
    shutil.copytree(demo_folder / "site_src", tmp_path / "site_src")
    shutil.copy(demo_folder / "mkdocs.yml", tmp_path)
    run(["mkdocs", "build", "--strict"], cwd=tmp_path, bin_folder=bin_folder)
    built, demo = contents(tmp_path / "site"), contents(demo_site)
    assert set(built) == set(demo)
    # Only with git there is a day on which each file changed.
    assert {n for n in demo if built[n] != demo[n]} <= {"sitemap.xml"}


def test_the_version_is_the_same_everywhere(wheel_environment: Path, tmp_path: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    output = run(["propositie", "--versie"], cwd=tmp_path, bin_folder=wheel_environment).stdout
    assert output.split()[-1] == project["version"]


def test_properdocs_builds_the_same_pages(
    demo_folder: Path, demo_site: Path, tmp_path: Path
) -> None:
    run(
        ["properdocs", "build", "-f", "mkdocs.yml", "--strict", "--site-dir", tmp_path / "site"],
        cwd=demo_folder,
    )
    built, demo = set(contents(tmp_path / "site")), set(contents(demo_site))
    assert {n for n in built if n.endswith(".html")} == {n for n in demo if n.endswith(".html")}


def test_plugin_and_theme_can_be_found_in_the_tree() -> None:
    [plugin] = entry_points(group="mkdocs.plugins", name="propositie")
    assert plugin.load().__name__ == "PropositiePlugin"
    [theme] = entry_points(group="mkdocs.themes", name="propositie")
    assert Path(theme.load().__file__).parent == ROOT / "theme"
