"""What is put in when a page is already seen finds its room: nothing below it moves.

A browser may show a page before the script about open and closed has run; how often it does depends
on the machine. So here the page is seen without it first, and measured again when it has run.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from playwright.sync_api import Browser, Page

from helpers.build import DAY
from helpers.layout_faults import addresses_of

_HEIGHTS = (
    "() => [...document.querySelectorAll('.nu')].map((e) => e.getBoundingClientRect().height)"
)
_RUN = """(words) => new Promise((done) => {
  const script = document.createElement("script");
  Object.assign(script.dataset, words);
  script.onload = () => done([...document.querySelectorAll(".nu")]
    .map((e) => `${e.parentElement?.className}: ${e.textContent}`));
  script.src = document.querySelector("script[src$='nu.js']").src;
  document.body.append(script);
})"""
WORDS = {"vandaag": "vandaag", "morgen": "morgen"}
WIDTHS = (320, 360, 390, 1280)


def test_the_words_for_now_find_their_room(
    browser: Browser, demo_site: Path, demo_at_address: str
) -> None:
    grown = []
    with browser.new_context(locale="nl-NL") as context:
        tab = context.new_page()
        tab.clock.install(time=datetime.fromisoformat(f"{DAY}T21:30:00+01:00"))
        tab.route("**/nu.js", lambda route: route.abort())
        addresses = [a for a in addresses_of(demo_site) if a.count("/") > 1 or a == "contact/"]
        for address in addresses:
            tab.goto(demo_at_address + address)
            before = _heights(tab)
            tab.unroute("**/nu.js")
            said = tab.evaluate(_RUN, WORDS)
            tab.route("**/nu.js", lambda route: route.abort())
            after = _heights(tab)
            grown += [
                f"{address} {words} at {width} px: {one:.1f} to {other:.1f}"
                for width in WIDTHS
                for words, one, other in zip(said, before[width], after[width], strict=True)
                if other > one + 0.5
            ]
    assert grown == []


def _heights(tab: Page) -> dict[int, list[float]]:
    """How high each place for such words is, per width of the window."""
    found = {}
    for width in WIDTHS:
        tab.set_viewport_size({"width": width, "height": 640})
        found[width] = tab.evaluate(_HEIGHTS)
    return found
