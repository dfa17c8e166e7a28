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

from hulp.soorten import SOORTEN

TAKEN = 0.3
"""The part of a low window that what sticks to its edge may take."""

UITSTEKEND = """(breedte) => {
  const weg = (e) => e.closest('.alleen-hoorbaar, .overslaan, [hidden]') || !e.checkVisibility();
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

BESTEMMINGEN = """() => [...new Set([...document.querySelectorAll('a[href]')]
  .filter((a) => a.checkVisibility())
  .map((a) => new URL(a.getAttribute('href'), document.baseURI).href))].sort()"""
WOORDEN = "() => document.querySelector('main').innerText.replace(/\\s+/g, ' ').trim()"


@pytest.fixture
def smal(browser: Browser) -> Iterator[Page]:
    """A page of 320 pixels wide that may be styled by the test."""
    context = browser.new_context(viewport={"width": 320, "height": 640}, bypass_csp=True)
    yield context.new_page()
    context.close()


# --- keyboard ---------------------------------------------------------------------------------


def test_a_visit_by_keyboard_alone(pagina: Page, demo_onder_pad: str) -> None:
    """From the front door to a person's telephone, with Tab and Enter and nothing else."""
    pagina.goto(demo_onder_pad)

    def ga_naar(wat: str) -> None:
        for _ in range(120):
            pagina.keyboard.press("Tab")
            if pagina.evaluate("wat => document.activeElement.matches(wat)", wat):
                return
        pytest.fail(f"Tab never comes to {wat} on {pagina.url}")

    ga_naar("a[href$='voor-wie/ouderen/']")
    pagina.keyboard.press("Enter")
    pagina.wait_for_url("**/voor-wie/ouderen/")
    ga_naar("a[href$='aanbod/boodschappentaxi/']")
    pagina.keyboard.press("Enter")
    pagina.wait_for_url("**/aanbod/boodschappentaxi/")
    ga_naar("main a[href*='/mensen/']")
    pagina.keyboard.press("Enter")
    pagina.wait_for_url("**/mensen/*/")
    ga_naar("main a[href^='tel:+31']")


@pytest.mark.parametrize("adres", SOORTEN)
def test_tab_comes_to_every_link_in_order_and_one_sees_where(
    pagina: Page, demo_onder_pad: str, adres: str
) -> None:
    pagina.goto(demo_onder_pad + adres)
    pagina.evaluate(
        """() => {
          const kan = 'a[href], button, input, select, textarea, summary';
          window.__alle = [...document.querySelectorAll(kan)].filter((e) => e.checkVisibility());
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
    for _ in range(int(pagina.evaluate("__alle.length"))):
        pagina.keyboard.press("Tab")
    gemist = "() => __alle.filter((e) => !__gehad.includes(e)).map((e) => e.textContent || e.id)"
    assert pagina.evaluate(gemist) == []
    assert pagina.evaluate("__gehad.length") == pagina.evaluate("__alle.length"), "a trap"
    assert pagina.evaluate("__gehad.every((e, i) => e === __alle[i])"), "another order"
    assert pagina.evaluate("__onzichtbaar") == []


@pytest.mark.parametrize("adres", ["", "voor-wie/ouderen/", "mensen/gijs/", "aanbod/"])
def test_what_has_the_focus_is_not_under_the_call_bar(
    pagina: Page, demo_onder_pad: str, adres: str
) -> None:
    pagina.set_viewport_size({"width": 360, "height": 640})
    pagina.goto(demo_onder_pad + adres)
    bedekt = []
    for _ in range(int(pagina.evaluate("document.querySelectorAll('a[href], input').length"))):
        pagina.keyboard.press("Tab")
        wat = pagina.evaluate(
            """() => { const e = document.activeElement, r = e.getBoundingClientRect();
            const balk = document.querySelector('.belbalk');
            const onder = balk.getBoundingClientRect().top;
            const vrij = balk.contains(e) || r.bottom <= onder + 1 || r.height > onder;
            return vrij ? '' : e.textContent; }"""
        )
        if wat:
            bedekt.append(wat)
    assert bedekt == []


# --- no JavaScript ----------------------------------------------------------------------------


def test_without_javascript_every_page_is_a_few_links_away(
    demo_onder_pad: str, demo_site: Path
) -> None:
    """Followed by reading what was sent and nothing else."""
    afscheid = demo_onder_pad + "mensen/truus/"  # who left is found by old links only
    te_gaan, gezien = [demo_onder_pad, afscheid], {demo_onder_pad, afscheid}
    while te_gaan:
        adres = te_gaan.pop()
        with urllib.request.urlopen(adres) as antwoord:
            html = antwoord.read().decode()
        for href in re.findall(r'<a\b[^>]*\bhref="([^"]+)"', html):
            doel = urljoin(adres, href.replace("&amp;", "&")).partition("#")[0]
            if doel.startswith(demo_onder_pad) and doel.endswith("/") and doel not in gezien:
                gezien.add(doel)
                te_gaan.append(doel)
    bladen = [blad.parent.relative_to(demo_site) for blad in demo_site.rglob("index.html")]
    assert gezien == {
        demo_onder_pad + (f"{blad.as_posix()}/" if blad.name else "") for blad in bladen
    }


def test_without_javascript_a_page_says_the_same(
    pagina: Page, browser: Browser, demo_onder_pad: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    zonder = context.new_page()
    for adres in SOORTEN:
        pagina.goto(demo_onder_pad + adres)
        zonder.goto(demo_onder_pad + adres)
        assert zonder.evaluate(WOORDEN) == pagina.evaluate(WOORDEN), adres
        assert zonder.get_by_role("navigation", name="Hoofdmenu").is_visible(), adres
        assert zonder.locator("a[href^='tel:+31']").first.is_visible(), adres
    zonder.goto(demo_onder_pad)
    zonder.get_by_role("searchbox").fill("boodschappen")
    zonder.get_by_role("button", name="Zoek").click()
    assert urlsplit(zonder.url).path.endswith("/hulp-bij/")
    expect(zonder.get_by_role("heading", level=1)).to_be_visible()
    context.close()


# --- narrow, zoomed, spaced -------------------------------------------------------------------


def test_at_320_pixels_nothing_is_lost(pagina: Page, smal: Page, demo_onder_pad: str) -> None:
    pagina.set_viewport_size({"width": 1280, "height": 900})
    for adres in SOORTEN:
        pagina.goto(demo_onder_pad + adres)
        smal.goto(demo_onder_pad + adres)
        assert smal.evaluate(UITSTEKEND, 320) == [], adres
        assert set(pagina.evaluate(BESTEMMINGEN)) <= set(smal.evaluate(BESTEMMINGEN)), adres


def test_at_400_percent_there_is_room_to_read(browser: Browser, demo_onder_pad: str) -> None:
    """A window of 1280 x 1024 at 400 %: what sticks to an edge leaves room for the page."""
    context = browser.new_context(
        viewport={"width": 320, "height": 256}, device_scale_factor=4, reduced_motion="reduce"
    )
    blad = context.new_page()
    for adres in SOORTEN:
        blad.goto(demo_onder_pad + adres)
        assert blad.evaluate(UITSTEKEND, 320) == [], adres
        vast = blad.evaluate(
            """() => [...document.querySelectorAll('body *')].filter((e) =>
              ['fixed', 'sticky'].includes(getComputedStyle(e).position) && e.checkVisibility())
              .reduce((som, e) => som + e.getBoundingClientRect().height, 0) / innerHeight"""
        )
        assert vast <= TAKEN, adres
    context.close()


@pytest.mark.parametrize("breedte", [320, 1280])
def test_with_wider_text_nothing_is_cut_off(smal: Page, demo_onder_pad: str, breedte: int) -> None:
    """WCAG 1.4.12: line height 1.5, letters .12, words .16, paragraphs 2 times the text."""
    smal.set_viewport_size({"width": breedte, "height": 800})
    for adres in SOORTEN:
        smal.goto(demo_onder_pad + adres)
        smal.add_style_tag(
            content="*{line-height:1.5!important;letter-spacing:.12em!important;"
            "word-spacing:.16em!important}p{margin-bottom:2em!important}"
        )
        assert smal.evaluate(UITSTEKEND, breedte) == [], adres
        over = smal.evaluate(
            """() => { const t = [...document.querySelectorAll('.tekening a')]
              .filter((a) => a.checkVisibility() && a.querySelector('text'));
            const bak = (e) => e.getBoundingClientRect();
            return t.filter((a, i) => t.some((b, j) => j > i && (() => {
              const p = bak(a.querySelector('text')), q = bak(b.querySelector('text'));
              return p.left < q.right - 1 && q.left < p.right - 1
                && p.top < q.bottom - 1 && q.top < p.bottom - 1; })()))
              .map((a) => a.textContent); }"""
        )
        assert over == [], adres


# --- paper ------------------------------------------------------------------------------------

A4_TEKST = 680
"""CSS pixels between the margins of an A4 page, at 96 to the inch and 15 mm on each side."""


@pytest.mark.parametrize("adres", SOORTEN)
def test_on_paper_the_page_without_its_furniture(
    browser: Browser, demo_onder_pad: str, adres: str
) -> None:
    context = browser.new_context(viewport={"width": A4_TEKST, "height": 962})
    blad = context.new_page()
    blad.emulate_media(media="print")
    blad.goto(demo_onder_pad + adres)
    assert blad.evaluate(UITSTEKEND, A4_TEKST) == []
    for deel in [".top__menu", ".zoek", ".nok", ".kruimels", ".belbalk", ".voet nav", "button"]:
        for gevonden in blad.locator(deel).all():
            assert not gevonden.is_visible(), deel
    assert blad.locator(".voet a[href^='tel:']").is_visible()
    bleek = blad.evaluate(
        """() => { const licht = (k) => { const [r, g, b, a = 1] = k.match(/[\\d.]+/g).map(Number);
          return a < 0.5 ? 255 : 0.2 * r + 0.7 * g + 0.1 * b; };
        return [...document.querySelectorAll('main *, footer *')].filter((e) => e.checkVisibility()
          && !e.closest('svg') && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())
          && licht(getComputedStyle(e).color) > 110).map((e) => e.textContent.trim()); }"""
    )
    assert bleek == [], "too pale for paper"
    pdf = blad.pdf(format="A4", prefer_css_page_size=True)
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 9
    context.close()


# --- the visitor's own colours ----------------------------------------------------------------


@pytest.mark.parametrize("zicht", ["light", "dark"])
def test_in_forced_colours_the_house_keeps_its_lines(
    browser: Browser, demo_onder_pad: str, zicht: str
) -> None:
    context = browser.new_context(
        forced_colors="active",
        color_scheme="dark" if zicht == "dark" else "light",
        viewport={"width": 1280, "height": 900},
    )
    blad = context.new_page()
    blad.goto(demo_onder_pad)
    lijnen = blad.evaluate(
        """() => { const deel = (k) => k.match(/[\\d.]+/g).slice(0, 3).map((x) => {
            x /= 255; return x <= 0.04 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4; });
          const deelt = [0.2126, 0.7152, 0.0722];
          const licht = (k) => deel(k).reduce((som, d, i) => som + d * deelt[i], 0);
          const grond = licht(getComputedStyle(document.body).backgroundColor);
          const contrast = (k) => { const [a, b] = [licht(k), grond].sort((x, y) => y - x);
            return (a + 0.05) / (b + 0.05); };
          const uit = {};
          for (const s of ['.tekening__dak', '.tekening__lijn', '.tekening__kozijn',
              '.tekening__schim', '.tekening__deur path', '.nok path'])
            for (const e of document.querySelectorAll(s))
              uit[s] = Math.min(uit[s] ?? 99, contrast(getComputedStyle(e).stroke));
          for (const e of document.querySelectorAll('.tekening text'))
            uit.text = Math.min(uit.text ?? 99, contrast(getComputedStyle(e).fill));
          for (const e of document.querySelectorAll('.tekening__deur path, .tekening__glas'))
            uit.vlak = Math.max(uit.vlak ?? 0, contrast(getComputedStyle(e).fill));
          return uit; }"""
    )
    assert lijnen.pop("vlak") == 1, "a ground of ours under words in the visitor's colours"
    assert len(lijnen) == 7
    assert {deel: round(c, 1) for deel, c in lijnen.items() if c < 4.5} == {}
    context.close()
