"""On paper: every page carries a code that leads back to it."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from playwright.sync_api import Page

BASIS = "https://welzijn-lindeborg.github.io/site/"


@pytest.mark.parametrize("adres", ["", "aanbod/boodschappentaxi/", "mensen/gijs/", "privacy/"])
def test_the_code_on_a_printed_page_leads_to_that_page(
    pagina: Page, demo_onder_pad: str, tmp_path: Path, adres: str
) -> None:
    pagina.goto(demo_onder_pad + adres)
    assert not pagina.locator(".voet__qr").is_visible()
    pdf = tmp_path / "pagina.pdf"
    pagina.pdf(path=pdf, format="A4")
    bladen = [blad.render(scale=3).to_pil() for blad in pypdfium2.PdfDocument(pdf)]
    codes = [code.text for blad in bladen for code in zxingcpp.read_barcodes(blad)]
    assert codes == [BASIS + adres]
