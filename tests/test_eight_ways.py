"""Eight visitors, each with a question: in two taps at most at whom they need, with the number in
the first screen of where they end."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from helpers.screen import LAPTOP, PHONE, SMALL_PHONE, bottom_of, end_of_screen

MOST_TAPS = 2
AT_NIGHT = "2026-11-20T23:00+01:00"
"""Of the day for which the demo is built, a Friday."""
LARGE_TEXT = "html{font-size:130%}"
GENERAL = "0599 000 100"


class Visit:
    """Somebody on the home page, of whom every tap is counted."""

    def __init__(self, page: Page, home: str, style: str = "") -> None:
        self.page = page
        self._style = style
        self.taps = 0
        page.goto(home)
        self._dress()

    def _dress(self) -> None:
        if self._style:
            self.page.add_style_tag(content=self._style)

    def _arrive(self, address: str) -> None:
        self.taps += 1
        self.page.wait_for_url(re.compile(re.escape(address) + "$"))
        self._dress()

    def tap(self, what: Locator, address: str) -> None:
        """Tap on what leads to the page at `address`, which is then open."""
        what.click()
        self._arrive(address)

    def enter(self, address: str) -> None:
        """Press Enter, which leads to the page at `address`."""
        self.page.keyboard.press("Enter")
        self._arrive(address)

    def ends_at(self, words: str) -> None:
        """The visit ends where these words, with the number that is called, stand in the first
        screen, above the call bar; after no more taps than anybody has patience for."""
        assert self.taps <= MOST_TAPS
        call = self.page.locator("main a[href^='tel:']:visible").first
        expect(call).to_have_text(re.compile(rf"^\s*{words.replace(' ', '[ ]*')}\s*$"))
        self.page.evaluate("scrollTo(0, 0)")
        assert bottom_of(call) <= end_of_screen(self.page)


Visiting = Callable[..., AbstractContextManager[Visit]]


@pytest.fixture
def visiting(browser: Browser, demo_under_path: str) -> Visiting:
    """Somebody comes to the home page of the demo, with a screen, at a moment."""

    @contextmanager
    def come(screen: ViewportSize, moment: str = "", style: str = "") -> Iterator[Visit]:
        with browser.new_context(
            locale="nl-NL", timezone_id="Europe/Amsterdam", viewport=screen,
            bypass_csp=bool(style), device_scale_factor=1,
        ) as context:  # fmt: skip
            page = context.new_page()
            if moment:
                page.clock.set_fixed_time(datetime.fromisoformat(moment))
            yield Visit(page, demo_under_path, style)

    return come


def door(page: Page, name: str) -> Locator:
    """The door of a group; a name on it may break."""
    broken = "\u00ad?".join(map(re.escape, name))
    return page.locator(".deur a").filter(has_text=re.compile(broken))


def test_an_older_visitor_with_large_letters_wants_groceries(visiting: Visiting) -> None:
    with visiting(SMALL_PHONE, style=LARGE_TEXT) as visit:
        visit.page.get_by_role("searchbox").fill("boodschappen")
        visit.enter("zoeken/?q=boodschappen")
        expect(visit.page.locator(".zoek__uitkomst li").first).to_contain_text("Boodschappen")
        visit.ends_at("Bel 0599 000 121")


def test_an_older_visitor_with_large_letters_goes_by_the_door(visiting: Visiting) -> None:
    """There the sheet is lower; the bar tells whom to call."""
    with visiting(SMALL_PHONE, style=LARGE_TEXT) as visit:
        visit.tap(door(visit.page, "Ouderen"), "voor-wie/ouderen/")
        visit.tap(
            visit.page.get_by_role("link", name="Boodschappentaxi").first,
            "aanbod/boodschappentaxi/",
        )
        assert visit.taps <= MOST_TAPS
        call = visit.page.locator(".belbalk a").first
        expect(call).to_have_text(re.compile("Bellen *0599 000 121"))
        expect(call).to_be_in_viewport(ratio=1)
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= SMALL_PHONE["width"]


def test_a_daughter_looks_at_night_for_help_for_her_mother(visiting: Visiting) -> None:
    with visiting(LAPTOP, AT_NIGHT) as visit:
        closed = visit.page.locator(".top__bel .nu")
        expect(closed).to_have_text("nu dicht; maandag vanaf 9.00")
        expect(closed).to_be_in_viewport()
        visit.tap(door(visit.page, "Mantelzorgers"), "voor-wie/mantelzorgers/")
        expect(visit.page.locator(".vel .nu")).to_have_text("Weer te vinden: maandag 19.00")
        visit.ends_at("Bel Samira 0599 000 112")
        expect(visit.page.locator(".voet__spoed")).to_contain_text("Bel 112")


def test_on_her_phone_the_contact_page_says_when_it_opens(visiting: Visiting) -> None:
    with visiting(SMALL_PHONE, AT_NIGHT) as visit:
        menu = visit.page.locator(".belbalk").get_by_role("link", name="Menu")
        menu.click()
        visit.taps += 1
        visit.tap(visit.page.locator("#menu").get_by_role("link", name="Contact"), "contact/")
        visit.ends_at(GENERAL)
        page = visit.page
        expect(page.locator(".contact .nu").first).to_have_text("nu dicht; maandag vanaf 9.00")
        emergency = page.locator("main .spoed")
        expect(emergency).to_contain_text("Bel 112")
        places = page.get_by_role("heading", name="Locaties").or_(page.locator(".locaties"))
        assert bottom_of(emergency) <= bottom_of(places.first)


@pytest.mark.parametrize("language", ["Türkçe", "turks", "Turkish"])
@pytest.mark.parametrize("screen", [SMALL_PHONE, LAPTOP], ids=["phone", "laptop"])
def test_a_newcomer_asks_in_turkish(
    visiting: Visiting, language: str, screen: ViewportSize
) -> None:
    with visiting(screen) as visit:
        visit.page.get_by_role("searchbox").fill(language)
        first = visit.page.locator(".zoek__lijst .zoek__link").first
        expect(first).to_contain_text("Ayşe Yılmaz")
        visit.tap(first, "mensen/ayse/")
        visit.ends_at("Bel Ayşe 0599 000 113")


def test_a_doctors_assistant_needs_one_number(visiting: Visiting) -> None:
    with visiting(LAPTOP) as visit:
        way_in = visit.page.locator(".deuren__anderen").get_by_role("link", name="huisartsen")
        expect(way_in).to_be_in_viewport(ratio=1)
        visit.tap(way_in, "voor-wie/huisartsen/")
        visit.ends_at("Bel Robert 0599 000 119")
        line = visit.page.get_by_role("link", name="Verwijslijn").first
        visit.tap(line, "aanbod/verwijslijn/")
        visit.ends_at("Bellen 0599 000 129")


def test_a_councillor_asks_what_the_money_does(visiting: Visiting) -> None:
    with visiting(LAPTOP) as visit:
        way_in = visit.page.locator(".deuren__anderen").get_by_role("link", name="Gemeente")
        expect(way_in).to_be_in_viewport(ratio=1)
        visit.tap(way_in, "voor-wie/gemeente/")
        visit.ends_at("Bel Robert 0599 000 119")
        offer = visit.page.locator("main").inner_text().replace("\u00ad", "")
        assert "Buurtanalyse" in offer


@pytest.mark.parametrize("screen", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_a_journalist_wants_a_number_and_names(visiting: Visiting, screen: ViewportSize) -> None:
    with visiting(screen) as visit:
        visit.tap(visit.page.locator("#menu").get_by_role("link", name="Contact"), "contact/")
        visit.ends_at(GENERAL)
        people = visit.page.locator(".locatie .vel__wie")
        assert people.count() >= 2
        for person in people.all():
            assert re.search(r"\w+ \w+\n[\s\S]*0599 000 1\d\d", person.inner_text())


@pytest.mark.parametrize("screen", [SMALL_PHONE, LAPTOP], ids=["phone", "laptop"])
def test_a_volunteer_comes_to_roos(visiting: Visiting, screen: ViewportSize) -> None:
    with visiting(screen) as visit:
        way_in = visit.page.locator(".deuren__anderen").get_by_role("link", name="vrijwilligers")
        visit.tap(way_in, "voor-wie/vrijwilligers/")
        visit.ends_at("Bel Roos 0599 000 118")


HEADINGS = """() => [...document.querySelectorAll("h1, h2, h3, h4")]
  .filter((h) => h.checkVisibility()).map((h) => Number(h.localName[1]))"""


def check_outline(page: Page) -> None:
    """What is read aloud to find one's way: landmarks, and headings of which none is skipped."""
    for landmark in (page.get_by_role("banner"), page.get_by_role("main")):
        expect(landmark).to_have_count(1)
    expect(page.get_by_role("contentinfo")).to_have_count(1)
    expect(page.get_by_role("navigation", name="Snel contact")).to_have_count(1)
    levels = page.evaluate(HEADINGS)
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


def tab_to(page: Page, what: str) -> None:
    """Press Tab until what is meant has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("what => document.activeElement.matches(what)", what):
            return
    pytest.fail(f"Tab never comes to {what} on {page.url}")


def test_a_blind_visitor_hears_where_to_go(visiting: Visiting) -> None:
    with visiting(SMALL_PHONE) as visit:
        page = visit.page
        check_outline(page)
        expect(page.get_by_role("search")).to_have_count(1)
        doors = page.get_by_role("navigation", name="Welke deur is van jou?")
        expect(doors.get_by_role("listitem")).to_have_count(6)
        tab_to(page, "a[href$='voor-wie/nieuwkomers/']")
        name = page.locator("a:focus")
        expect(name).to_have_accessible_name(re.compile("^Nieuw\u00ad?ko\u00ad?mers .*weg vinden$"))
        visit.enter("voor-wie/nieuwkomers/")
        check_outline(page)
        sheet = page.get_by_role("region", name="Wie er voor je is").first
        call = sheet.get_by_role("link", name="Bel Ayşe 0599 000 113", exact=True)
        expect(call).to_have_count(1)
        assert sheet.get_by_role("img").count() == 0, "her name stands beside the picture"
        tab_to(page, "main a[href^='tel:']")
        expect(call).to_be_focused()
        visit.ends_at("Bel Ayşe 0599 000 113")
