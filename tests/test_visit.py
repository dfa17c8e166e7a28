"""What visitors meet in a real browser: any width, by keyboard, without JavaScript, searching."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from helpers.kinds import KINDS


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_no_page_is_wider_than_its_window(page: Page, demo_under_path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 720})
    for address in KINDS:
        page.goto(demo_under_path + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_text_is_big_and_lines_are_short(page: Page, demo_under_path: str) -> None:
    page.goto(demo_under_path + "voor-wie/ouderen/")
    paragraph = page.locator(".lopend p").first
    assert paragraph.evaluate("e => parseFloat(getComputedStyle(e).fontSize)") >= 18
    length = paragraph.evaluate(
        """e => { const r = document.createRange(); const t = e.firstChild; const boven = [];
        for (let i = 0; i < t.length; i++) { r.setStart(t, i); r.setEnd(t, i + 1);
        const b = r.getBoundingClientRect().top; boven.push(Math.round(b)); }
        const per = {}; boven.forEach(b => per[b] = (per[b] || 0) + 1);
        return Math.max(...Object.values(per)); }"""
    )
    assert length <= 75


def test_search_finds_help_and_asks_for_the_index_only_then(
    page: Page, demo_under_path: str
) -> None:
    requested: list[str] = []
    page.on("request", lambda r: requested.append(r.url))
    page.goto(demo_under_path + "mensen/gijs/")
    assert not [u for u in requested if "woorden.json" in u]
    field = page.get_by_role("searchbox")
    field.fill("boodschapen".replace("pen", "ppen"))
    first = page.locator(".zoek__lijst a").first
    expect(first).to_contain_text("oodschap")
    assert len([u for u in requested if "woorden.json" in u]) == 1
    field.press("Tab")
    expect(first).to_be_focused()
    first.press("Enter")
    page.wait_for_url("**/repo/**/boodschap*/")
    assert "oodschap" in page.locator("h1").inner_text() + page.title()


def test_search_says_when_there_is_nothing(page: Page, demo_under_path: str) -> None:
    page.goto(demo_under_path)
    page.get_by_role("searchbox").fill("qqqxyz")
    expect(page.get_by_role("status")).to_contain_text("Niets gevonden")
    page.get_by_role("searchbox").press("Escape")
    expect(page.get_by_role("status")).to_be_empty()


def test_the_first_tab_leads_past_the_header(page: Page, demo_under_path: str) -> None:
    page.goto(demo_under_path)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhoud"


def test_on_a_phone_calling_is_always_in_reach(page: Page, demo_under_path: str) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    for address in KINDS:
        page.goto(demo_under_path + address)
        call_link = page.locator(".belbalk a").first
        expect(call_link).to_be_in_viewport()
        assert (call_link.get_attribute("href") or "").startswith("tel:+31"), address


def test_everything_is_reachable_without_javascript(browser: Browser, demo_under_path: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(demo_under_path)
    tab.get_by_role("link", name="Ouderen").click()
    tab.get_by_role("link", name="Boodschappentaxi").first.click()
    assert tab.locator("h1").inner_text() == "Boodschappentaxi"
    assert tab.locator("main a[href='tel:+31599000121']").first.is_visible()
    context.close()


def test_a_page_that_is_not_there_helps_on(browser: Browser, demo_under_path: str) -> None:
    context = browser.new_context()
    tab = context.new_page()
    response = tab.goto(demo_under_path + "mensen/niemand/")
    assert response is not None
    assert response.status == 404
    assert tab.get_by_role("heading", level=1).inner_text() == "Deze pagina is er niet"
    assert tab.locator("main .zinnen a").count() >= 3
    context.close()
