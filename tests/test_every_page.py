"""Every page of the demo, narrow and wide: nothing outside, cut, over something else or too small.

`make audit` looks at more houses, widths and letters.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from helpers.build import DAY
from helpers.layout_faults import addresses_of, find_layout_faults
from helpers.odd_house import COPIES, LONGEST_WORD, write_odd
from propositie.finding import Severity
from propositie.huis import kinds, things_of
from propositie.inspection import inspect

WIDTHS = (320, 1280)
HEIGHT = 800


def test_the_list_of_pages_leaves_none_out(demo_site: Path) -> None:
    addresses = addresses_of(demo_site)
    assert {"", "404.html", "zoeken/", "mensen/gijs/", "blog/", "privacy/"} <= set(addresses)
    sitemap = (demo_site / "sitemap.xml").read_text("utf-8")
    assert len(addresses) >= sitemap.count("<loc>")


def test_every_page_of_the_demo_fits(
    browser: Browser, demo_site: Path, demo_at_address: str
) -> None:
    faults = []
    with browser.new_context(locale="nl-NL", reduced_motion="reduce") as context:
        tab = context.new_page()
        for address in addresses_of(demo_site):
            tab.goto(demo_at_address + address)
            for width in WIDTHS:
                tab.set_viewport_size({"width": width, "height": HEIGHT})
                faults += find_layout_faults(tab, address)
    assert [*map(str, faults)] == []


def test_the_odd_house_has_every_kind_and_no_errors(tmp_path: Path) -> None:
    found = inspect(write_odd(tmp_path).parent / "huis", DAY)
    assert [f.message for f in found.findings if f.severity is Severity.ERROR] == []
    assert found.huis is not None
    for kind in kinds().values():
        many = not kind.is_single and kind.is_managed
        assert len(things_of(found.huis, kind)) >= (COPIES if many else 1), kind.name
    assert any(LONGEST_WORD in m.naam for m in found.huis.medewerkers.values())
    assert max(len(d.kort) for d in found.huis.diensten.values()) > 250


# --- that a fault is seen ----------------------------------------------------------------------

WORD = "Arbeidsongeschiktheidsverzekering"
BOX = "width:100px;"
SEEN = {
    "a wide page": (f"<p style='width:900px'>{WORD}</p>", {"wide", "outside"}),
    "outside to the left": (f"<p style='margin-left:-40px'>{WORD}</p>", {"outside"}),
    "a word out of its box": (f"<p style='{BOX}'>{WORD}</p>", {"spilled"}),
    "a word out of a box around it":
        (f"<div style='{BOX}'><p style='width:max-content'>{WORD}</p></div>", {"spilled"}),
    "lines out of a low box": (f"<p style='{BOX}height:20px'>een twee drie vier</p>", {"spilled"}),
    "a word that is cut off": (f"<p style='{BOX}overflow:hidden'>{WORD}</p>", {"cut"}),
    "a word that ends in dots":
        (f"<p style='{BOX}overflow:hidden;text-overflow:ellipsis'>{WORD}</p>", {"cut"}),
    "lines that are cut off":
        (f"<p style='{BOX}overflow:clip;height:20px'>een twee drie vier</p>", {"cut"}),
    "an example too long for its field":
        (f"<input style='{BOX}height:44px' placeholder='{WORD}'>", {"cut"}),
    "a word that goes on without a hyphen":
        ("<p style='width:60px;overflow-wrap:anywhere'>alle mensenmensen</p>", {"broken"}),
    "a word in quotes that goes on without a hyphen":
        ("<p style='width:60px;overflow-wrap:anywhere'>“mensenmensen”, zei ze</p>", {"broken"}),
    "two texts over each other":
        ("<p>een tekst</p><p style='margin-top:-34px'>nog een tekst</p>", {"over"}),
    "a low button": ("<button style='height:30px;width:90px'>Bel</button>", {"small"}),
    "a low link that stands alone":
        ("<ul><li><a href='#a' style='padding:9px'>Bel</a></li></ul>", {"small"}),
    "a low link in a sentence": ("<p>Bel of mail <a href='#a'>ons</a> als je wilt.</p>", {"small"}),
    "a narrow button": ("<button style='height:44px;width:30px'>Bel</button>", {"small"}),
    "a small link in a fold-out":
        ("<details><summary style='padding:14px'>meer</summary><a href='#a'>Bel</a></details>",
         {"small"}),
}  # fmt: skip
LET_BE = {
    "a button that is placed in a box that scrolls":
        "<div style='overflow-x:auto;display:flex'><p style='flex:none;width:300px'>een</p>"
        "<label style='position:relative;flex:none'>twee drie vier<input type=radio style="
        "'position:absolute;inset:0;width:100%;height:100%;margin:0'></label></div>",
    "a box that scrolls by itself":
        f"<div style='overflow-x:auto'><p style='width:max-content'>{WORD * 3}</p></div>",
    "what only a screen reader says":
        "<p style='position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)'>"
        f"<b>{WORD}</b></p>",
    "what is not shown": f"<p hidden style='width:900px'>{WORD}</p>",
    "a bar that sticks": "<p>een tekst</p><p style='position:fixed;top:0;left:9px'>de balk</p>",
    "a picture in a frame":
        "<div style='overflow:hidden;width:90px;height:90px'><svg width='200' height='200'></div>",
    "a link in a sentence":
        "<p>Bel of mail <a href='#a' style='padding:4px 0'>ons</a> als je wilt.</p>",
    "a link in a line that is as wide as its words":
        "<ul><li><a href='#a' style='padding:14px 0'>Bel</a></li></ul>",
    "a large button": "<button style='height:44px;width:44px'>Bel</button>",
    "a word with hyphens":
        "<p style='width:60px;overflow-wrap:anywhere'>Man\u00adtel\u00adzor\u00adgers</p>",
    "a mail address over two lines":
        "<p style='width:60px;overflow-wrap:anywhere'>welkom@veen.example</p>",
    "a word that fits nowhere":
        f"<p style='overflow-wrap:anywhere'>{WORD}{WORD}</p>",
    "tight lines": "<p style='line-height:.9'>een twee drie<br>vier vijf zes</p>",
}  # fmt: skip
PAGE = "<!doctype html><meta charset=utf-8><body style='margin:0;font:16px/1.3 sans-serif'>"


@pytest.fixture(scope="module")
def narrow(browser: Browser) -> Iterator[Page]:
    """A window of 320 pixels wide."""
    with browser.new_context(viewport={"width": 320, "height": HEIGHT}) as context:
        yield context.new_page()


@pytest.mark.parametrize(("html", "kinds"), SEEN.values(), ids=SEEN.keys())
def test_a_fault_is_seen(narrow: Page, html: str, kinds: set[str]) -> None:
    narrow.set_content(PAGE + html)
    faults = find_layout_faults(narrow, "proef/")
    assert {fault.kind for fault in faults} == kinds
    assert str(faults[0]).startswith("/proef/ at 320 px: ")


@pytest.mark.parametrize("html", LET_BE.values(), ids=LET_BE.keys())
def test_what_is_no_fault_is_let_be(narrow: Page, html: str) -> None:
    narrow.set_content(PAGE + html)
    assert find_layout_faults(narrow, "proef/") == []
