"""What visitors meet in a real browser: any width, by keyboard, without JavaScript, searching."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from hulp.soorten import SOORTEN


@pytest.mark.parametrize("breedte", [320, 360, 768, 1280])
def test_no_page_is_wider_than_its_window(pagina: Page, demo_onder_pad: str, breedte: int) -> None:
    pagina.set_viewport_size({"width": breedte, "height": 720})
    for adres in SOORTEN:
        pagina.goto(demo_onder_pad + adres)
        assert pagina.evaluate("document.documentElement.scrollWidth") <= breedte, adres


def test_text_is_big_and_lines_are_short(pagina: Page, demo_onder_pad: str) -> None:
    pagina.goto(demo_onder_pad + "voor-wie/ouderen/")
    alinea = pagina.locator(".lopend p").first
    assert alinea.evaluate("e => parseFloat(getComputedStyle(e).fontSize)") >= 18
    tekens = alinea.evaluate(
        """e => { const r = document.createRange(); const t = e.firstChild; const boven = [];
        for (let i = 0; i < t.length; i++) { r.setStart(t, i); r.setEnd(t, i + 1);
        const b = r.getBoundingClientRect().top; boven.push(Math.round(b)); }
        const per = {}; boven.forEach(b => per[b] = (per[b] || 0) + 1);
        return Math.max(...Object.values(per)); }"""
    )
    assert tekens <= 75


def test_search_finds_help_and_asks_for_the_index_only_then(
    pagina: Page, demo_onder_pad: str
) -> None:
    gevraagd: list[str] = []
    pagina.on("request", lambda r: gevraagd.append(r.url))
    pagina.goto(demo_onder_pad + "mensen/gijs/")
    assert not [u for u in gevraagd if "search_index" in u]
    veld = pagina.get_by_role("searchbox")
    veld.fill("boodschapen".replace("pen", "ppen"))
    eerste = pagina.locator(".zoek__lijst a").first
    expect(eerste).to_contain_text("oodschap")
    assert len([u for u in gevraagd if "search_index" in u]) == 1
    veld.press("Tab")
    expect(eerste).to_be_focused()
    eerste.press("Enter")
    pagina.wait_for_url("**/repo/**/boodschap*/")
    assert "oodschap" in pagina.locator("h1").inner_text() + pagina.title()


def test_search_says_when_there_is_nothing(pagina: Page, demo_onder_pad: str) -> None:
    pagina.goto(demo_onder_pad)
    pagina.get_by_role("searchbox").fill("qqqxyz")
    expect(pagina.get_by_role("status")).to_contain_text("Niets gevonden")
    pagina.get_by_role("searchbox").press("Escape")
    expect(pagina.get_by_role("status")).to_be_empty()


def test_the_first_tab_leads_past_the_header(pagina: Page, demo_onder_pad: str) -> None:
    pagina.goto(demo_onder_pad)
    pagina.keyboard.press("Tab")
    pagina.keyboard.press("Enter")
    assert pagina.evaluate("document.activeElement.id") == "inhoud"


def test_on_a_phone_calling_is_always_in_reach(pagina: Page, demo_onder_pad: str) -> None:
    pagina.set_viewport_size({"width": 360, "height": 640})
    for adres in SOORTEN:
        pagina.goto(demo_onder_pad + adres)
        bel = pagina.locator(".belbalk a").first
        expect(bel).to_be_in_viewport()
        assert (bel.get_attribute("href") or "").startswith("tel:+31"), adres


def test_everything_is_reachable_without_javascript(browser: Browser, demo_onder_pad: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    blad = context.new_page()
    blad.goto(demo_onder_pad)
    blad.get_by_role("link", name="Ik wil in mijn eigen huis blijven wonen").click()
    blad.get_by_role("link", name="Boodschappentaxi").first.click()
    assert blad.locator("h1").inner_text() == "Boodschappentaxi"
    assert blad.get_by_role("link", name="Bel 0599 000 121").is_visible()
    context.close()


def test_a_page_that_is_not_there_helps_on(browser: Browser, demo_onder_pad: str) -> None:
    context = browser.new_context()
    blad = context.new_page()
    antwoord = blad.goto(demo_onder_pad + "mensen/niemand/")
    assert antwoord is not None
    assert antwoord.status == 404
    assert blad.get_by_role("heading", level=1).inner_text() == "Deze pagina is er niet"
    assert blad.locator(".deuren__rij a").count() >= 3
    context.close()
