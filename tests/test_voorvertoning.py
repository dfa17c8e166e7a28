"""The live preview: a mistake stands over the last good page until it is mended."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from hulp.bouwen import inhoud
from hulp.klein_huis import KLEIN_HUIS
from hulp.site import bouw_site, schrijf_organisatie
from hulp.voorvertoning import serveer

pytestmark = pytest.mark.xdist_group("voorvertoning")

SAMIRA = KLEIN_HUIS["medewerkers/samira.yml"]
VERTIKT = SAMIRA.replace("boegbeeld_van: [ouderen]", "boegbeeld_van: [oudere]")


@contextmanager
def weg_na(pagina: Page) -> Iterator[None]:
    """Let the page ask for no more news before the preview ends."""
    try:
        yield
    finally:
        pagina.goto("about:blank")


def test_een_fout_staat_over_de_laatste_goede_pagina(tmp_path: Path, pagina: Page) -> None:
    schrijf_organisatie(tmp_path)
    bestand = tmp_path / "huis/medewerkers/samira.yml"
    with serveer(tmp_path) as voor, weg_na(pagina):
        pagina.goto(f"{voor.adres}mensen/samira/")
        balk = pagina.get_by_role("complementary", name="Voorvertoning")
        expect(balk).to_contain_text("huis/medewerkers/samira.yml, regel 1")
        expect(balk).to_contain_text("Het huis is in orde: niets gevonden.")
        koppeling = balk.get_by_role("link").get_attribute("href")
        assert koppeling == f"vscode://file{bestand.resolve()}:1:1"

        bestand.write_text(VERTIKT, "utf-8")
        melding = pagina.get_by_role("alert", name="Fouten in het huis")
        expect(melding).to_contain_text('De klantgroep "oudere" bestaat niet. Bedoelt u "ouderen"?')
        expect(melding).to_contain_text("fout V03 · huis/medewerkers/samira.yml, regel 4")
        expect(melding.locator("mark")).to_have_text("oudere")
        expect(pagina.get_by_role("heading", level=1)).to_have_text("Samira El Amrani")
        assert "/mensen/samira/" in pagina.url

        bestand.write_text(SAMIRA.replace("Ik bel altijd terug", "Ik kom langs"), "utf-8")
        expect(pagina.get_by_text("Ik kom langs").first).to_be_visible()
        expect(melding).to_have_count(0)
    assert "Traceback" not in voor.gezegd


def test_een_huis_dat_nog_nooit_goed_was_toont_alleen_wat_er_mis_is(
    tmp_path: Path, pagina: Page
) -> None:
    schrijf_organisatie(tmp_path, {"organisatie.yml": "naam: [\n"})
    with serveer(tmp_path) as voor, weg_na(pagina):
        pagina.goto(voor.adres)
        melding = pagina.get_by_role("alert", name="Fouten in het huis")
        expect(melding).to_contain_text("Zodra die fout weg is, verschijnt hier de site.")
        expect(melding).to_contain_text("huis/organisatie.yml, regel 1")
        schrijf_organisatie(tmp_path)
        expect(pagina.get_by_role("heading", level=1)).to_be_visible()
        expect(melding).to_have_count(0)
    assert "Traceback" not in voor.gezegd


def test_een_fout_in_mkdocs_yml_laat_de_voorvertoning_leven(tmp_path: Path, pagina: Page) -> None:
    instelling = schrijf_organisatie(tmp_path)
    goed = instelling.read_text("utf-8")
    with serveer(tmp_path) as voor, weg_na(pagina):
        pagina.goto(f"{voor.adres}mensen/samira/")
        instelling.write_text(goed.replace("op: 2026-11-20", "op: gisteren"), "utf-8")
        samira = tmp_path / "huis/medewerkers/samira.yml"
        voor.wacht_op("mkdocs.yml klopt niet")
        instelling.write_text(goed, "utf-8")
        samira.write_text(SAMIRA.replace("El Amrani", "Haddou"), "utf-8")
        expect(pagina.get_by_role("heading", level=1)).to_have_text("Samira Haddou")
    assert "Traceback" not in voor.gezegd
    assert '"gisteren" is geen datum' in voor.gezegd


def test_een_vrije_pagina_noemt_haar_bestand(tmp_path: Path, pagina: Page) -> None:
    schrijf_organisatie(tmp_path)
    with serveer(tmp_path) as voor, weg_na(pagina):
        pagina.goto(f"{voor.adres}privacy/")
        balk = pagina.get_by_role("complementary", name="Voorvertoning")
        expect(balk).to_contain_text("paginas/privacy.md, regel 1")
        pagina.goto(f"{voor.adres}mensen/")
        expect(balk).to_contain_text("gemaakt uit meer bestanden")


def test_niets_daarvan_staat_in_een_gebouwde_site(tmp_path: Path) -> None:
    site = bouw_site(schrijf_organisatie(tmp_path))
    for naam, bytes_ in inhoud(site).items():
        assert b"vv-" not in bytes_, naam
        assert b"vscode:" not in bytes_, naam
        assert b"livereload" not in bytes_, naam
