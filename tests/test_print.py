"""On paper: every page carries a code that leads back to it, and nothing that is true now only."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from playwright.sync_api import Page

from helpers.build import DAY

BASE = "https://welzijn-lindeborg.github.io/site/"


@pytest.mark.parametrize("address", ["", "aanbod/boodschappentaxi/", "mensen/gijs/", "privacy/"])
def test_the_code_on_a_printed_page_leads_to_that_page(
    page: Page, demo_under_path: str, tmp_path: Path, address: str
) -> None:
    page.goto(demo_under_path + address)
    assert not page.locator(".voet__qr").is_visible()
    pdf = tmp_path / "pagina.pdf"
    page.pdf(path=pdf, format="A4")
    sheets = [sheet.render(scale=3).to_pil() for sheet in pypdfium2.PdfDocument(pdf)]
    codes = [code.text for sheet in sheets for code in zxingcpp.read_barcodes(sheet)]
    assert codes == [BASE + address]


@pytest.mark.parametrize("address", ["", "mensen/gijs/", "contact/"])
def test_paper_does_not_say_what_is_open_now(
    page: Page, demo_under_path: str, address: str
) -> None:
    page.clock.set_fixed_time(f"{DAY}T10:00:00+01:00")
    page.goto(demo_under_path + address)
    words = page.locator("span.nu--open, span.nu--dicht")
    assert any(word.is_visible() for word in words.all())
    page.emulate_media(media="print")
    assert [word.inner_text() for word in words.all() if word.is_visible()] == []
