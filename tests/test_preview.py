"""The live preview: a mistake stands over the last good page until it is mended."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from helpers.build import contents
from helpers.preview import serve_preview
from helpers.site import build_site, write_organisatie
from helpers.small_huis import SMALL_HUIS

pytestmark = pytest.mark.xdist_group("voorvertoning")

SAMIRA = SMALL_HUIS["medewerkers/samira.yml"]
MISTYPED = SAMIRA.replace("boegbeeld_van: [ouderen]", "boegbeeld_van: [oudere]")


@contextmanager
def leave_after(page: Page) -> Iterator[None]:
    """Let the page ask for no more news before the preview ends."""
    try:
        yield
    finally:
        page.goto("about:blank")


def test_an_error_stands_over_the_last_good_page(tmp_path: Path, page: Page) -> None:
    write_organisatie(tmp_path)
    file = tmp_path / "huis/medewerkers/samira.yml"
    with serve_preview(tmp_path) as preview, leave_after(page):
        page.goto(f"{preview.address}mensen/samira/")
        bar = page.get_by_role("complementary", name="Voorvertoning")
        expect(bar).to_contain_text("huis/medewerkers/samira.yml, regel 1")
        expect(bar).to_contain_text("Het huis is in orde: niets gevonden.")
        link = bar.get_by_role("link").get_attribute("href")
        assert link == f"vscode://file{file.resolve()}:1:1"

        file.write_text(MISTYPED, "utf-8")
        message = page.get_by_role("alert", name="Fouten in het huis")
        expect(message).to_contain_text('De klantgroep "oudere" bestaat niet. Bedoelt u "ouderen"?')
        expect(message).to_contain_text("fout V03 · huis/medewerkers/samira.yml, regel 4")
        expect(message.locator("mark")).to_have_text("oudere")
        expect(page.get_by_role("heading", level=1)).to_have_text("Samira El Amrani")
        assert "/mensen/samira/" in page.url

        file.write_text(SAMIRA.replace("Ik bel altijd terug", "Ik kom langs"), "utf-8")
        expect(page.get_by_text("Ik kom langs").first).to_be_visible()
        expect(message).to_have_count(0)
    assert "Traceback" not in preview.output


def test_a_huis_that_was_never_good_shows_only_what_is_wrong(tmp_path: Path, page: Page) -> None:
    write_organisatie(tmp_path, {"organisatie.yml": "naam: [\n"})
    with serve_preview(tmp_path) as preview, leave_after(page):
        page.goto(preview.address)
        message = page.get_by_role("alert", name="Fouten in het huis")
        expect(message).to_contain_text("Zodra die fout weg is, verschijnt hier de site.")
        expect(message).to_contain_text("huis/organisatie.yml, regel 1")
        write_organisatie(tmp_path)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        expect(message).to_have_count(0)
    assert "Traceback" not in preview.output


def test_an_error_in_mkdocs_yml_keeps_the_preview_alive(tmp_path: Path, page: Page) -> None:
    config_file = write_organisatie(tmp_path)
    good = config_file.read_text("utf-8")
    with serve_preview(tmp_path) as preview, leave_after(page):
        page.goto(f"{preview.address}mensen/samira/")
        config_file.write_text(good.replace("op: 2026-11-20", "op: gisteren"), "utf-8")
        samira = tmp_path / "huis/medewerkers/samira.yml"
        preview.wait_for("mkdocs.yml klopt niet")
        config_file.write_text(good, "utf-8")
        samira.write_text(SAMIRA.replace("El Amrani", "Haddou"), "utf-8")
        expect(page.get_by_role("heading", level=1)).to_have_text("Samira Haddou")
    assert "Traceback" not in preview.output
    assert '"gisteren" is geen datum' in preview.output


def test_a_free_page_names_its_file(tmp_path: Path, page: Page) -> None:
    write_organisatie(tmp_path)
    with serve_preview(tmp_path) as preview, leave_after(page):
        page.goto(f"{preview.address}privacy/")
        bar = page.get_by_role("complementary", name="Voorvertoning")
        expect(bar).to_contain_text("paginas/privacy.md, regel 1")
        page.goto(f"{preview.address}mensen/")
        expect(bar).to_contain_text("gemaakt uit meer bestanden")


def test_nothing_of_it_is_in_a_built_site(tmp_path: Path) -> None:
    site = build_site(write_organisatie(tmp_path))
    for name, bytes_ in contents(site).items():
        assert b"vv-" not in bytes_, name
        assert b"vscode:" not in bytes_, name
        assert b"livereload" not in bytes_, name
