"""The whole site by other ways: keyboard alone, no JavaScript, very narrow, spaced out, on paper,
in the visitor's own colours. Nothing may be lost on any of them.
"""

from __future__ import annotations

import re
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from helpers.kinds import KINDS

TAKEN = 0.3
"""The part of a low window that what sticks to its edge may take."""

OVERFLOWING = """(breedte) => {
  const weg = (e) => e.closest('.alleen-hoorbaar, .overslaan, [hidden]') || !e.checkVisibility()
    || getComputedStyle(e).clipPath === 'inset(50%)';
  const naam = (e) => `${e.tagName}.${e.className}: ${e.textContent.trim().slice(0, 40)}`;
  const dicht = (o) => o === 'hidden' || o === 'clip';
  const mis = [];
  if (document.documentElement.scrollWidth > breedte)
    mis.push(`scrolls sideways: ${document.documentElement.scrollWidth}`);
  for (const e of document.body.querySelectorAll('*:not(svg *)')) {
    if (weg(e)) continue;
    const stijl = getComputedStyle(e);
    for (const woorden of e.childNodes) {
      if (woorden.nodeType !== 3 || !woorden.data.trim()) continue;
      const doos = document.createRange();
      doos.selectNodeContents(woorden);
      const r = doos.getBoundingClientRect();
      if (r.width && (r.left < -1 || r.right > breedte + 1)) mis.push(`sticks out: ${naam(e)}`);
    }
    if ((dicht(stijl.overflowX) || dicht(stijl.overflowY)) && e.textContent.trim()
        && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1))
      mis.push(`cut off: ${naam(e)}`);
  }
  return mis;
}"""
"""What sticks out of a window of this width, or is cut off, each with its first words."""

DESTINATIONS = """() => [...new Set([...document.querySelectorAll('a[href]')]
  .filter((a) => a.checkVisibility())
  .map((a) => new URL(a.getAttribute('href'), document.baseURI).href))].sort()"""
WORDS = """() => {
  const weg = 'main :is(.nu, .keuze__naam, .wijkzoek, .dag, .dagen__oud)';
  for (const e of document.querySelectorAll(weg)) e.hidden = true;
  return document.querySelector('main').innerText.replace(/\\s+/g, ' ').trim();
}"""
"""What a page says, but for what only holds at this moment, or needs a script."""


@pytest.fixture
def narrow(browser: Browser) -> Iterator[Page]:
    """A page of 320 pixels wide that may be styled by the test."""
    context = browser.new_context(viewport={"width": 320, "height": 640}, bypass_csp=True)
    yield context.new_page()
    context.close()


# --- keyboard ---------------------------------------------------------------------------------


def test_a_visit_by_keyboard_alone(page: Page, demo_under_path: str) -> None:
    """From the front door to a person's telephone, with Tab and Enter and nothing else."""
    page.goto(demo_under_path)

    def tab_to(what: str) -> None:
        for _ in range(120):
            page.keyboard.press("Tab")
            if page.evaluate("wat => document.activeElement.matches(wat)", what):
                return
        pytest.fail(f"Tab never comes to {what} on {page.url}")

    tab_to("a[href$='voor-wie/ouderen/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/voor-wie/ouderen/")
    tab_to("a[href$='aanbod/boodschappentaxi/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/aanbod/boodschappentaxi/")
    tab_to("main a[href*='/mensen/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/mensen/*/")
    tab_to("main a[href^='tel:+31']")


@pytest.mark.parametrize("address", KINDS)
def test_tab_comes_to_every_link_in_order_and_one_sees_where(
    page: Page, demo_under_path: str, address: str
) -> None:
    page.goto(demo_under_path + address)
    page.evaluate(
        """() => {
          const kan = 'a[href], button, input, select, textarea, summary';
          // of a group of radio buttons, Tab comes to the chosen one only
          window.__alle = [...document.querySelectorAll(kan)].filter(
            (e) => e.checkVisibility() && !e.matches('[type=radio]:not(:checked)'));
          window.__gehad = [];
          window.__onzichtbaar = [];
          addEventListener('focusin', ({ target: e }) => {
            __gehad.push(e);
            const deel = e.querySelector(':scope > path, :scope > rect, :scope > text') || e;
            const lijn = (x) => parseFloat(getComputedStyle(x).outlineWidth)
              * (getComputedStyle(x).outlineStyle !== 'none');
            const getekend = () => parseFloat(getComputedStyle(deel).strokeWidth) > 4;
            if (lijn(e) < 2 && !(e.ownerSVGElement && getekend()))
              __onzichtbaar.push(e.textContent.trim() || e.id);
          });
        }"""
    )
    for _ in range(int(page.evaluate("__alle.length"))):
        page.keyboard.press("Tab")
    missed = "() => __alle.filter((e) => !__gehad.includes(e)).map((e) => e.textContent || e.id)"
    assert page.evaluate(missed) == []
    assert page.evaluate("__gehad.length") == page.evaluate("__alle.length"), "a trap"
    assert page.evaluate("__gehad.every((e, i) => e === __alle[i])"), "another order"
    assert page.evaluate("__onzichtbaar") == []


@pytest.mark.parametrize("address", ["", "voor-wie/ouderen/", "mensen/gijs/", "aanbod/"])
def test_what_has_the_focus_is_not_under_the_call_bar(
    page: Page, demo_under_path: str, address: str
) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(demo_under_path + address)
    covered = []
    for _ in range(int(page.evaluate("document.querySelectorAll('a[href], input').length"))):
        page.keyboard.press("Tab")
        what = page.evaluate(
            """() => { const e = document.activeElement, r = e.getBoundingClientRect();
            const balk = document.querySelector('.belbalk');
            const onder = balk.getBoundingClientRect().top;
            const vrij = balk.contains(e) || r.bottom <= onder + 1 || r.height > onder;
            return vrij ? '' : e.textContent; }"""
        )
        if what:
            covered.append(what)
    assert covered == []


# --- no JavaScript ----------------------------------------------------------------------------


def test_without_javascript_every_page_is_a_few_links_away(
    demo_under_path: str, demo_site: Path
) -> None:
    """Followed by reading what was sent and nothing else."""
    afscheid = demo_under_path + "mensen/truus/"  # who left is found by old links only
    to_visit, seen = [demo_under_path, afscheid], {demo_under_path, afscheid}
    while to_visit:
        address = to_visit.pop()
        with urllib.request.urlopen(address) as response:
            html = response.read().decode()
        for href in re.findall(r'<a\b[^>]*\bhref="([^"]+)"', html):
            target = urljoin(address, href.replace("&amp;", "&")).partition("#")[0]
            if target.startswith(demo_under_path) and target.endswith("/") and target not in seen:
                seen.add(target)
                to_visit.append(target)
    sheets = [sheet.parent.relative_to(demo_site) for sheet in demo_site.rglob("index.html")]
    assert seen == {
        demo_under_path + (f"{sheet.as_posix()}/" if sheet.name else "") for sheet in sheets
    }


def test_without_javascript_a_page_says_the_same(
    page: Page, browser: Browser, demo_under_path: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    without = context.new_page()
    for address in KINDS:
        page.goto(demo_under_path + address)
        without.goto(demo_under_path + address)
        assert without.evaluate(WORDS) == page.evaluate(WORDS), address
        assert without.get_by_role("navigation", name="Hoofdmenu").is_visible(), address
        assert without.locator("a[href^='tel:+31']").first.is_visible(), address
    without.goto(demo_under_path)
    without.get_by_role("searchbox").fill("boodschappen")
    without.get_by_role("button", name="Zoek").click()
    assert urlsplit(without.url).path.endswith("/zoeken/")
    expect(without.get_by_role("heading", level=1)).to_be_visible()
    context.close()


# --- narrow, zoomed, spaced -------------------------------------------------------------------


def test_at_320_pixels_nothing_is_lost(page: Page, narrow: Page, demo_under_path: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    for address in KINDS:
        page.goto(demo_under_path + address)
        narrow.goto(demo_under_path + address)
        assert narrow.evaluate(OVERFLOWING, 320) == [], address
        lost = set(page.evaluate(DESTINATIONS)) - set(narrow.evaluate(DESTINATIONS))
        if not address:  # fewer windows in a narrow house, and a link to everybody
            lost = {where for where in lost if "/mensen/" not in where}
        assert lost == set(), address


def test_at_400_percent_there_is_room_to_read(browser: Browser, demo_under_path: str) -> None:
    """A window of 1280 x 1024 at 400 %: what sticks to an edge leaves room for the page."""
    context = browser.new_context(
        viewport={"width": 320, "height": 256}, device_scale_factor=4, reduced_motion="reduce"
    )
    sheet = context.new_page()
    for address in KINDS:
        sheet.goto(demo_under_path + address)
        assert sheet.evaluate(OVERFLOWING, 320) == [], address
        fixed = sheet.evaluate(
            """() => [...document.querySelectorAll('body *')].filter((e) =>
              ['fixed', 'sticky'].includes(getComputedStyle(e).position) && e.checkVisibility())
              .reduce((som, e) => som + e.getBoundingClientRect().height, 0) / innerHeight"""
        )
        assert fixed <= TAKEN, address
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_with_wider_text_nothing_is_cut_off(narrow: Page, demo_under_path: str, width: int) -> None:
    """WCAG 1.4.12: line height 1.5, letters .12, words .16, paragraphs 2 times the text."""
    narrow.set_viewport_size({"width": width, "height": 800})
    for address in KINDS:
        narrow.goto(demo_under_path + address)
        narrow.add_style_tag(
            content="*{line-height:1.5!important;letter-spacing:.12em!important;"
            "word-spacing:.16em!important}p{margin-bottom:2em!important}"
        )
        assert narrow.evaluate(OVERFLOWING, width) == [], address
        overflow = narrow.evaluate(
            """() => { const t = [...document.querySelectorAll('.tekening a')]
              .filter((a) => a.checkVisibility() && a.querySelector('text'));
            const bak = (e) => e.getBoundingClientRect();
            return t.filter((a, i) => t.some((b, j) => j > i && (() => {
              const p = bak(a.querySelector('text')), q = bak(b.querySelector('text'));
              return p.left < q.right - 1 && q.left < p.right - 1
                && p.top < q.bottom - 1 && q.top < p.bottom - 1; })()))
              .map((a) => a.textContent); }"""
        )
        assert overflow == [], address


# --- paper ------------------------------------------------------------------------------------

A4_TEXT = 680
"""CSS pixels between the margins of an A4 page, at 96 to the inch and 15 mm on each side."""


@pytest.mark.parametrize("address", KINDS)
def test_on_paper_the_page_without_its_furniture(
    browser: Browser, demo_under_path: str, address: str
) -> None:
    context = browser.new_context(viewport={"width": A4_TEXT, "height": 962})
    sheet = context.new_page()
    sheet.emulate_media(media="print")
    sheet.goto(demo_under_path + address)
    assert sheet.evaluate(OVERFLOWING, A4_TEXT) == []
    for part in [".top__menu", ".zoek", ".nok", ".kruimels", ".belbalk", ".voet nav", "button"]:
        for found in sheet.locator(part).all():
            assert not found.is_visible(), part
    assert sheet.locator(".voet a[href^='tel:']").is_visible()
    pale = sheet.evaluate(
        """() => { const licht = (k) => { const [r, g, b, a = 1] = k.match(/[\\d.]+/g).map(Number);
          return a < 0.5 ? 255 : 0.2 * r + 0.7 * g + 0.1 * b; };
        return [...document.querySelectorAll('main *, footer *')].filter((e) => e.checkVisibility()
          && !e.closest('svg') && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())
          && licht(getComputedStyle(e).color) > 110).map((e) => e.textContent.trim()); }"""
    )
    assert pale == [], "too pale for paper"
    pdf = sheet.pdf(format="A4", prefer_css_page_size=True)
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 9
    context.close()


# --- the visitor's own colours ----------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_forced_colours_the_house_keeps_its_lines(
    browser: Browser, demo_under_path: str, scheme: str
) -> None:
    context = browser.new_context(
        forced_colors="active",
        color_scheme="dark" if scheme == "dark" else "light",
        viewport={"width": 1280, "height": 900},
    )
    sheet = context.new_page()
    sheet.goto(demo_under_path)
    lines = sheet.evaluate(
        """() => { const deel = (k) => k.match(/[\\d.]+/g).slice(0, 3).map((x) => {
            x /= 255; return x <= 0.04 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4; });
          const deelt = [0.2126, 0.7152, 0.0722];
          const licht = (k) => deel(k).reduce((som, d, i) => som + d * deelt[i], 0);
          const grond = licht(getComputedStyle(document.body).backgroundColor);
          const contrast = (k) => { const [a, b] = [licht(k), grond].sort((x, y) => y - x);
            return (a + 0.05) / (b + 0.05); };
          const uit = {};
          for (const s of ['.dak__punt path', '.dak__schoorsteen path', '.huis__grond path',
              '.deur__licht path', '.raam__leeg path'])
            for (const e of document.querySelectorAll(s))
              uit[s] = Math.min(uit[s] ?? 99, contrast(getComputedStyle(e).stroke));
          for (const e of document.querySelectorAll('.deur a'))
            uit.deur = Math.min(uit.deur ?? 99, contrast(getComputedStyle(e).borderTopColor));
          for (const e of document.querySelectorAll('.raam__leeg text'))
            uit.text = Math.min(uit.text ?? 99, contrast(getComputedStyle(e).fill));
          for (const e of document.querySelectorAll('.dak__punt path, .deur__licht path'))
            uit.vlak = Math.max(uit.vlak ?? 0, contrast(getComputedStyle(e).fill));
          return uit; }"""
    )
    assert lines.pop("vlak") == 1, "a ground of ours under words in the visitor's colours"
    assert len(lines) == 7
    assert {part: round(c, 1) for part, c in lines.items() if c < 4.5} == {}
    context.close()
