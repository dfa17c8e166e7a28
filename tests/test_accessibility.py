"""For everyone: axe finds nothing, by keyboard one gets everywhere, headings and targets fit.

Every kind of page is looked at light on a phone and dark on a desktop.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from helpers.axe import RULES, find_violations
from helpers.kinds import ALL_PAGES, KINDS
from helpers.measurement import kinds_of
from helpers.site import build_site, write_organisatie
from helpers.small_huis import SMALL_HUIS

Schema = Literal["light", "dark"]


@pytest.mark.parametrize(("schema", "window_width"), [("light", 360), ("dark", 1280)])
def test_axe_finds_nothing(
    page: Page, demo_at_address: str, schema: Schema, window_width: int
) -> None:
    page.emulate_media(color_scheme=schema, reduced_motion="reduce")
    page.set_viewport_size({"width": window_width, "height": 800})
    assert find_violations(page, demo_at_address, ALL_PAGES) == []


@pytest.mark.parametrize(
    ("site", "schema", "window_width"),
    [("klein", "dark", 1280), ("groot", "light", 360)],
    indirect=["site"],
)
def test_axe_finds_nothing_in_the_smallest_and_in_a_large_house(
    page: Page, site: Path, address: str, schema: Schema, window_width: int
) -> None:
    page.emulate_media(color_scheme=schema, reduced_motion="reduce")
    page.set_viewport_size({"width": window_width, "height": 800})
    assert find_violations(page, address, kinds_of(site).values()) == []


def test_search_results_and_messages_pass_axe(page: Page, demo_at_address: str) -> None:
    page.goto(demo_at_address)
    for word in ("brief", "qqqxyz"):
        page.get_by_role("searchbox").fill(word)
        expect(page.get_by_role("status")).not_to_be_empty()
        result = Axe().run(page, options=RULES).response
        assert [v["id"] for v in result["violations"]] == [], word


# --- structure --------------------------------------------------------------------------------


class _Headings(HTMLParser):
    """The levels of the headings in the content of a page, in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.levels: list[int] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if re.fullmatch(r"h[1-6]", tag):
            self.levels.append(int(tag[1]))


def find_jumps(levels: list[int]) -> list[tuple[int, int]]:
    """Where a heading is more than one level below the one before it."""
    return [(a, b) for a, b in zip([0, *levels], levels, strict=False) if b > a + 1]


def test_headings_go_down_one_level_at_a_time(demo_site: Path) -> None:
    pages = list(demo_site.rglob("*.html"))
    assert len(pages) > 50
    for page in pages:
        levels = _Headings(page.read_text("utf-8")).levels
        assert levels.count(1) == 1, page
        assert levels[0] == 1, page
        assert find_jumps(levels) == [], (page, levels)


def test_headings_that_staff_write_fit_in(tmp_path: Path) -> None:
    heading = "|\n  # Groot\n\n  ## Kleiner\n\n  Tekst.\n"
    org = SMALL_HUIS["organisatie.yml"]
    site = build_site(write_organisatie(tmp_path, {
        "organisatie.yml": org.replace("Iedereen in Veenrand kent iemand die helpt.\n", heading),
        "klantgroepen/ouderen.yml":
            f"{SMALL_HUIS['klantgroepen/ouderen.yml']}omschrijving: {heading}",
        "diensten/boodschappentaxi.yml":
            f"{SMALL_HUIS['diensten/boodschappentaxi.yml']}omschrijving: {heading}",
        "usps/zelfde-gezicht.yml": f"{SMALL_HUIS['usps/zelfde-gezicht.yml']}toelichting: {heading}",
        "medewerkers/samira.yml": f"{SMALL_HUIS['medewerkers/samira.yml']}over: {heading}",
        "medewerkers/weg.yml": SMALL_HUIS["medewerkers/samira.yml"]
            + f"uit_dienst: 2026-01-01\nafscheid: {heading}",
    }))  # fmt: skip
    for page in site.rglob("*.html"):
        levels = _Headings(page.read_text("utf-8")).levels
        assert find_jumps(levels) == [], (page, levels)


LANDMARKS = """() => {
  const zie = (k) => [...document.querySelectorAll(k)].filter(e => e.checkVisibility());
  return {
    lang: document.documentElement.lang,
    main: zie("main").length,
    kop: zie("body > header").length,
    voet: zie("body > footer").length,
    navs: zie("nav").map(e => e.getAttribute("aria-label")),
    buiten: [...document.body.children].filter(e => e.checkVisibility() && e.innerText?.trim()
      && !e.matches("header, nav, main, footer, .overslaan")).map(e => e.outerHTML.slice(0, 80)),
  };
}"""


def test_landmarks_are_there_once_and_have_names_of_their_own(
    page: Page, demo_at_address: str
) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    for address in ALL_PAGES:
        page.goto(demo_at_address + address)
        landmarks = page.evaluate(LANDMARKS)
        assert landmarks["lang"] == "nl"
        assert (landmarks["main"], landmarks["kop"], landmarks["voet"]) == (1, 1, 1), address
        assert all(landmarks["navs"]), address
        assert len(set(landmarks["navs"])) == len(landmarks["navs"]) >= 2, (
            address,
            landmarks["navs"],
        )
        assert landmarks["buiten"] == [], address


# --- targets, focus, motion -------------------------------------------------------------------

TARGETS = """() => {
  const tekst = (n) => n.textContent.replace(/\\s+/g, " ").trim();
  const inZin = (a) => {                      // WCAG 2.5.8: a target in a sentence may be smaller
    if (getComputedStyle(a).display !== "inline") return false;
    let blok = a.parentElement;
    while (getComputedStyle(blok).display === "inline") blok = blok.parentElement;
    const links = [...blok.querySelectorAll("a")].map(tekst).join("").length;
    return tekst(blok).length > links + 3;
  };
  return [...document.querySelectorAll("a[href], button, input, select, summary")]
    .filter(e => e.checkVisibility() && !e.matches(".overslaan") && !inZin(e))
    .map(e => { const r = e.getBoundingClientRect();
      return [e.outerHTML.slice(0, 110), Math.round(r.width * 10) / 10,
        Math.round(r.height * 10) / 10,
        e.matches(".knop, .top__bel, .top__menu a, .top__naam, .belbalk a, button, input")]; });
}"""


@pytest.mark.parametrize("window_width", [360, 1280])
def test_what_one_taps_is_large_enough(page: Page, demo_at_address: str, window_width: int) -> None:
    """24 px for every link outside a sentence (WCAG 2.2 AA, 2.5.8), 44 px for our own buttons."""
    page.set_viewport_size({"width": window_width, "height": 740})
    small = []
    for address in ALL_PAGES:
        page.goto(demo_at_address + address)
        for html, target_width, target_height, button in page.evaluate(TARGETS):
            if min(target_width, target_height) < (44 if button else 24):
                small.append(f"/{address} {target_width}x{target_height} {html}")
    assert small == []


FOCUS = """() => {
  const e = document.activeElement, r = e.getBoundingClientRect(), s = getComputedStyle(e);
  const balk = document.querySelector(".belbalk");
  const bedekt = balk && balk.checkVisibility() && !balk.contains(e)
    && r.top >= balk.getBoundingClientRect().top - 4;
  const vorm = e.ownerSVGElement && [...e.querySelectorAll("path, rect")]
    .some(v => parseFloat(getComputedStyle(v).strokeWidth) >= 3);
  return {
    wie: e.outerHTML.slice(0, 120), body: e === document.body,
    zichtbaar: (s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2) || Boolean(vorm),
    bedekt: Boolean(bedekt), buiten: r.bottom < 0 || r.top > innerHeight,
    nummer: [...document.querySelectorAll("a[href], button, input, summary")].indexOf(e),
  };
}"""


@pytest.mark.parametrize(("window_width", "height"), [(360, 640), (1280, 800)])
def test_by_keyboard_one_gets_everywhere_and_sees_where(
    page: Page, demo_at_address: str, window_width: int, height: int
) -> None:
    """Tab through every kind of page: in order, never stuck, visible, not behind the call bar."""
    page.set_viewport_size({"width": window_width, "height": height})
    for address in KINDS:
        page.goto(demo_at_address + address)
        targets = page.evaluate(
            "[...document.querySelectorAll('a[href], button, input, summary')]"
            ".filter(e => e.checkVisibility({visibilityProperty: true})"
            " && !e.matches('[type=radio]:not(:checked)')).length"
        )
        seen: list[int] = []
        for _ in range(targets):
            page.keyboard.press("Tab")
            now = page.evaluate(FOCUS)
            assert not now["body"], (address, seen[-1:])
            assert now["zichtbaar"], (address, now["wie"])
            assert not now["bedekt"], (address, now["wie"])
            assert not now["buiten"], (address, now["wie"])
            seen.append(now["nummer"])
        assert seen == sorted(set(seen)), address


def test_at_four_times_the_size_nothing_is_lost(page: Page, demo_at_address: str) -> None:
    """1280 by 1024 at 400 % leaves 320 by 256: no scrolling sideways, no bar over the text."""
    page.set_viewport_size({"width": 320, "height": 256})
    for address in ALL_PAGES:
        page.goto(demo_at_address + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address
        fixed = page.evaluate(
            "[...document.querySelectorAll('body *')].filter(e => e.checkVisibility() &&"
            " ['fixed', 'sticky'].includes(getComputedStyle(e).position))"
            ".reduce((som, e) => som + e.offsetHeight, 0)"
        )
        assert fixed <= 64, address


def test_who_wants_rest_gets_no_motion(page: Page, demo_at_address: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    for address in KINDS:
        page.goto(demo_at_address + address)
        moving = page.evaluate(
            "[...document.querySelectorAll('*')].filter(e => { const s = getComputedStyle(e);"
            " return s.animationName !== 'none' || s.scrollBehavior === 'smooth'"
            " || s.transitionDuration.split(', ').some(d => parseFloat(d) > 0); })"
            ".map(e => e.outerHTML.slice(0, 80))"
        )
        assert moving == [], address


# --- the statement ----------------------------------------------------------------------------


def test_the_statement_says_what_was_tested_and_claims_no_status(demo_site: Path) -> None:
    html = (demo_site / "toegankelijkheid/index.html").read_text("utf-8").split("<main")[1]
    assert "zegt niet dat de site aan de norm" in html
    assert "axe" in html
    assert "320" in html
    assert "schermlezer" in html
    assert 'href="tel:+31599000100"' in html
    assert "antwoord binnen twee werkdagen" in html
    assert not re.search(r"voldoet (volledig|gedeeltelijk)|status [A-E]\b", html)
    home = (demo_site / "index.html").read_text("utf-8").split("<footer")[1]
    assert 'href="toegankelijkheid/"' in home


def test_the_statement_promises_nothing_that_was_not_given(tmp_path: Path) -> None:
    config_file = write_organisatie(tmp_path)
    (tmp_path / "paginas/toegankelijkheid.md").write_text(
        "# Toegankelijkheid\n\nEen lezer uit Veenrand keek mee.\n", "utf-8"
    )
    html = (build_site(config_file) / "toegankelijkheid/index.html").read_text("utf-8")
    assert "antwoord binnen" not in html
    assert "Een lezer uit Veenrand keek mee." in html
    assert html.count("<h1") == 1


def test_without_javascript_every_kind_of_page_has_its_words(
    browser: Browser, demo_at_address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    for address in KINDS:
        tab.goto(demo_at_address + address)
        assert tab.locator("h1").is_visible(), address
        assert tab.locator(".top__menu a").first.is_visible(), address
        assert tab.locator("footer a[href^='tel:']").is_visible(), address
    context.close()
