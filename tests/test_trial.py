"""A trial copy of the site: it opens from a folder, leads everywhere, and says what it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page, expect

from helpers.build import contents
from propositie.cli import main
from propositie.trial import TrialError, file_address, make_trial


@pytest.mark.parametrize(
    ("address", "after"),
    [
        ("../mensen/", "../mensen/index.html"),
        ("./", "./index.html"),
        (".", "./index.html"),
        ("..", "../index.html"),
        ("../..", "../../index.html"),
        ("../mensen/gijs/#wat", "../mensen/gijs/index.html#wat"),
        ("../hulp-bij/?zoek=x", "../hulp-bij/index.html?zoek=x"),
        ("#inhoud", "#inhoud"),
        ("gijs.vcf", "gijs.vcf"),
        ("tel:+31599000100", "tel:+31599000100"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("https://elders.example/map/", "https://elders.example/map/"),
        ("//elders.example/", "//elders.example/"),
    ],
)
def test_an_address_becomes_a_file(address: str, after: str) -> None:
    assert file_address(address) == after


@pytest.fixture(scope="module")
def trial(demo_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A trial copy of the demo."""
    target = tmp_path_factory.mktemp("proef") / "proef"
    make_trial(demo_site, target)
    return target


def test_every_link_leads_to_a_file(trial: Path) -> None:
    misses = []
    for path in trial.rglob("*.html"):
        for address in re.findall(r'<a\b[^>]*?\shref="([^"]*)"', path.read_text("utf-8")):
            if not re.match(r"[a-z]+:|#", address):
                target = path.parent / re.sub(r"[?#].*", "", address)
                if not target.is_file():
                    misses.append(f"{path.relative_to(trial)}: {address}")
    assert misses == []


def test_with_a_double_click_one_gets_everywhere(trial: Path, page: Page) -> None:
    page.goto((trial / "index.html").as_uri())
    expect(page.get_by_role("note")).to_contain_text("Dit staat nog niet op de site")
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Mensen").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.get_by_role("link", name=re.compile("Gijs Hollander")).first.click()
    assert page.url == (trial / "mensen/gijs/index.html").as_uri()
    body = page.locator("body")
    expect(body).not_to_have_css("background-color", "rgba(0, 0, 0, 0)")  # the style is there
    assert page.evaluate("[...document.images].every(b => b.loading == 'lazy' || b.naturalWidth)")


def test_no_search_engine_keeps_it(trial: Path) -> None:
    for path in trial.rglob("*.html"):
        assert '<meta name="robots" content="noindex">' in path.read_text("utf-8")


def test_what_was_there_and_is_no_trial_stays(demo_site: Path, tmp_path: Path) -> None:
    (tmp_path / "werk").mkdir()
    (tmp_path / "werk/brief.txt").write_text("Beste mensen", "utf-8")
    before = contents(tmp_path / "werk")
    with pytest.raises(TrialError, match="staat iets anders"):
        make_trial(demo_site, tmp_path / "werk")
    assert contents(tmp_path / "werk") == before
    make_trial(demo_site, tmp_path / "proef")
    (tmp_path / "proef/oud.html").write_text("", "utf-8")
    make_trial(demo_site, tmp_path / "proef")
    assert not (tmp_path / "proef/oud.html").exists()


def test_without_a_built_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["proef"])
    assert result.exit_code == 2
    assert "Bouw haar eerst: propositie bouw" in result.stderr
