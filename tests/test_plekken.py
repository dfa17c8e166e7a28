"""The page of a place: when the door is open, who is there, what is on, how to come in."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from helpers.build import contents
from helpers.server import serve
from helpers.site import build_site, write_organisatie
from helpers.small_huis import SMALL_HUIS

LINDE = """\
naam: Wijkcentrum De Linde
adres: {straat: Lindelaan 12, postcode: 9990 SA, plaats: Veenrand}
openingstijden: [maandag t/m vrijdag van 9 tot 17 uur]
gesloten: [{van: 2026-11-30, tot: 2026-12-04, reden: de vloer wordt gelakt}]
toegankelijkheid: Geen drempels.
"""


def test_a_place_tells_all_that_one_needs(page: Page, tmp_path: Path) -> None:
    site = build_site(write_organisatie(tmp_path, {"locaties/de-linde.yml": LINDE}))
    with serve(site) as address:
        page.set_viewport_size({"width": 360, "height": 640})
        page.goto(f"{address}contact/")
        page.locator(".locatie h3 a").first.click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Wijkcentrum")
        expect(page.get_by_text("Lindelaan 12").first).to_be_visible()
        expect(page.get_by_text("Gesloten: 30 november 2026 t/m 4 december 2026")).to_be_visible()
        expect(page.get_by_text("Geen drempels.")).to_be_visible()
        expect(page.get_by_role("link", name="Soepmiddag")).to_be_visible()
        expect(page.get_by_role("link", name="Boodschappentaxi").first).to_be_visible()
        expect(page.get_by_role("link", name="Samira El Amrani").first).to_be_visible()
        there = page.get_by_role("link", name="op de kaart").get_attribute("href")
        assert there == "https://www.openstreetmap.org/search?query=Lindelaan+12%2C+Veenrand"
        box = page.locator("main .knop--bel").first.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 580, "the number stands in the first screen"


def test_a_warm_build_knows_that_a_place_moved(tmp_path: Path) -> None:
    settings = write_organisatie(tmp_path / "warm", {"locaties/de-linde.yml": LINDE})
    build_site(settings)
    file = tmp_path / "warm/huis/locaties/de-linde.yml"
    file.write_text(LINDE.replace("Lindelaan 12", "Eikenlaan 1"), "utf-8")
    moved = {"locaties/de-linde.yml": file.read_text("utf-8")}
    assert SMALL_HUIS.keys() >= {"locaties/de-linde.yml"}
    cold = build_site(write_organisatie(tmp_path / "cold", moved))
    assert contents(build_site(settings)) == contents(cold)
