"""For everyone: axe finds nothing, by keyboard one gets everywhere, headings and targets fit.

Every kind of page is looked at once in each combination of light and dark, phone and desktop.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from hulp.klein_huis import KLEIN_HUIS
from hulp.meting import soorten_van
from hulp.site import bouw_site, schrijf_organisatie
from hulp.soorten import ALLE, SOORTEN

REGELS = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
LAAT_LOS = "document.querySelectorAll('.belbalk').forEach(b => (b.style.position = 'static'))"
"""A link that the call bar happens to cover can be scrolled free; axe does not know that."""
Schema = Literal["light", "dark"]


@pytest.mark.parametrize("breedte", [360, 1280])
@pytest.mark.parametrize("schema", ["light", "dark"])
def test_axe_finds_nothing(pagina: Page, demo_op_adres: str, schema: Schema, breedte: int) -> None:
    pagina.emulate_media(color_scheme=schema, reduced_motion="reduce")
    pagina.set_viewport_size({"width": breedte, "height": 800})
    assert schendingen(pagina, demo_op_adres, ALLE) == []


@pytest.mark.parametrize(("schema", "breedte"), [("light", 360), ("dark", 1280)])
@pytest.mark.parametrize("site", ["klein", "groot"], indirect=True)
def test_axe_finds_nothing_in_the_smallest_and_in_a_large_house(
    pagina: Page, site: Path, adres: str, schema: Schema, breedte: int
) -> None:
    pagina.emulate_media(color_scheme=schema, reduced_motion="reduce")
    pagina.set_viewport_size({"width": breedte, "height": 800})
    assert schendingen(pagina, adres, soorten_van(site).values()) == []


def schendingen(pagina: Page, basis: str, adressen: Iterable[str]) -> list[str]:
    """What axe has against the pages at these addresses under `basis`."""
    axe, gevonden = Axe(), []
    for adres in adressen:
        pagina.goto(basis + adres)
        pagina.evaluate(LAAT_LOS)
        uit = axe.run(pagina, options=REGELS).response
        gevonden += [
            f"/{adres} {v['id']}: {knoop['html'][:120]} {_waarom(knoop)}"
            for v in uit["violations"]
            for knoop in v["nodes"]
        ]
    return gevonden


def _waarom(knoop: dict[str, Any]) -> str:
    return "; ".join(c["message"] for c in [*knoop["any"], *knoop["all"], *knoop["none"]])[:200]


def test_search_results_and_messages_pass_axe(pagina: Page, demo_op_adres: str) -> None:
    pagina.goto(demo_op_adres)
    for woord in ("brief", "qqqxyz"):
        pagina.get_by_role("searchbox").fill(woord)
        expect(pagina.get_by_role("status")).not_to_be_empty()
        uit = Axe().run(pagina, options=REGELS).response
        assert [v["id"] for v in uit["violations"]] == [], woord


# --- structure --------------------------------------------------------------------------------


class _Koppen(HTMLParser):
    """The levels of the headings in the content of a page, in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.niveaus: list[int] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if re.fullmatch(r"h[1-6]", tag):
            self.niveaus.append(int(tag[1]))


def sprongen(niveaus: list[int]) -> list[tuple[int, int]]:
    """Where a heading is more than one level below the one before it."""
    return [(a, b) for a, b in zip([0, *niveaus], niveaus, strict=False) if b > a + 1]


def test_headings_go_down_one_level_at_a_time(demo_site: Path) -> None:
    paginas = list(demo_site.rglob("*.html"))
    assert len(paginas) > 50
    for pagina in paginas:
        niveaus = _Koppen(pagina.read_text("utf-8")).niveaus
        assert niveaus.count(1) == 1, pagina
        assert niveaus[0] == 1, pagina
        assert sprongen(niveaus) == [], (pagina, niveaus)


def test_headings_that_staff_write_fit_in(tmp_path: Path) -> None:
    kop = "|\n  # Groot\n\n  ## Kleiner\n\n  Tekst.\n"
    org = KLEIN_HUIS["organisatie.yml"]
    site = bouw_site(schrijf_organisatie(tmp_path, {
        "organisatie.yml": org.replace("Iedereen in Veenrand kent iemand die helpt.\n", kop),
        "klantgroepen/ouderen.yml": f"{KLEIN_HUIS['klantgroepen/ouderen.yml']}omschrijving: {kop}",
        "diensten/boodschappentaxi.yml":
            f"{KLEIN_HUIS['diensten/boodschappentaxi.yml']}omschrijving: {kop}",
        "usps/zelfde-gezicht.yml": f"{KLEIN_HUIS['usps/zelfde-gezicht.yml']}toelichting: {kop}",
        "medewerkers/samira.yml": f"{KLEIN_HUIS['medewerkers/samira.yml']}over: {kop}",
        "medewerkers/weg.yml": KLEIN_HUIS["medewerkers/samira.yml"]
            + f"uit_dienst: 2026-01-01\nafscheid: {kop}",
    }))  # fmt: skip
    for pagina in site.rglob("*.html"):
        niveaus = _Koppen(pagina.read_text("utf-8")).niveaus
        assert sprongen(niveaus) == [], (pagina, niveaus)


BAKENS = """() => {
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
    pagina: Page, demo_op_adres: str
) -> None:
    pagina.set_viewport_size({"width": 360, "height": 740})
    for adres in ALLE:
        pagina.goto(demo_op_adres + adres)
        bakens = pagina.evaluate(BAKENS)
        assert bakens["lang"] == "nl"
        assert (bakens["main"], bakens["kop"], bakens["voet"]) == (1, 1, 1), adres
        assert all(bakens["navs"]), adres
        assert len(set(bakens["navs"])) == len(bakens["navs"]) >= 3, (adres, bakens["navs"])
        assert bakens["buiten"] == [], adres


# --- targets, focus, motion -------------------------------------------------------------------

DOELEN = """() => {
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


@pytest.mark.parametrize("breedte", [360, 1280])
def test_what_one_taps_is_large_enough(pagina: Page, demo_op_adres: str, breedte: int) -> None:
    """24 px for every link outside a sentence (WCAG 2.2 AA, 2.5.8), 44 px for our own buttons."""
    pagina.set_viewport_size({"width": breedte, "height": 740})
    klein = []
    for adres in ALLE:
        pagina.goto(demo_op_adres + adres)
        for html, breed, hoog, knop in pagina.evaluate(DOELEN):
            if min(breed, hoog) < (44 if knop else 24):
                klein.append(f"/{adres} {breed}x{hoog} {html}")
    assert klein == []


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
    nummer: [...document.querySelectorAll("a[href], button, input")].indexOf(e),
  };
}"""


@pytest.mark.parametrize(("breedte", "hoogte"), [(360, 640), (1280, 800)])
def test_by_keyboard_one_gets_everywhere_and_sees_where(
    pagina: Page, demo_op_adres: str, breedte: int, hoogte: int
) -> None:
    """Tab through every kind of page: in order, never stuck, visible, not behind the call bar."""
    pagina.set_viewport_size({"width": breedte, "height": hoogte})
    for adres in SOORTEN:
        pagina.goto(demo_op_adres + adres)
        doelen = pagina.evaluate(
            "[...document.querySelectorAll('a[href], button, input')]"
            ".filter(e => e.checkVisibility({visibilityProperty: true})).length"
        )
        gezien: list[int] = []
        for _ in range(doelen):
            pagina.keyboard.press("Tab")
            nu = pagina.evaluate(FOCUS)
            assert not nu["body"], (adres, gezien[-1:])
            assert nu["zichtbaar"], (adres, nu["wie"])
            assert not nu["bedekt"], (adres, nu["wie"])
            assert not nu["buiten"], (adres, nu["wie"])
            gezien.append(nu["nummer"])
        assert gezien == sorted(set(gezien)), adres


def test_at_four_times_the_size_nothing_is_lost(pagina: Page, demo_op_adres: str) -> None:
    """1280 by 1024 at 400 % leaves 320 by 256: no scrolling sideways, no bar over the text."""
    pagina.set_viewport_size({"width": 320, "height": 256})
    for adres in ALLE:
        pagina.goto(demo_op_adres + adres)
        assert pagina.evaluate("document.documentElement.scrollWidth") <= 320, adres
        vast = pagina.evaluate(
            "[...document.querySelectorAll('body *')].filter(e => e.checkVisibility() &&"
            " ['fixed', 'sticky'].includes(getComputedStyle(e).position))"
            ".reduce((som, e) => som + e.offsetHeight, 0)"
        )
        assert vast <= 64, adres


def test_who_wants_rest_gets_no_motion(pagina: Page, demo_op_adres: str) -> None:
    pagina.emulate_media(reduced_motion="reduce")
    for adres in SOORTEN:
        pagina.goto(demo_op_adres + adres)
        beweegt = pagina.evaluate(
            "[...document.querySelectorAll('*')].filter(e => { const s = getComputedStyle(e);"
            " return s.animationName !== 'none' || s.scrollBehavior === 'smooth'"
            " || s.transitionDuration.split(', ').some(d => parseFloat(d) > 0); })"
            ".map(e => e.outerHTML.slice(0, 80))"
        )
        assert beweegt == [], adres


# --- the statement ----------------------------------------------------------------------------


def test_the_statement_says_what_was_tested_and_claims_no_status(demo_site: Path) -> None:
    html = (demo_site / "toegankelijkheid/index.html").read_text("utf-8").split("<main")[1]
    assert "concept" in html
    assert "axe" in html
    assert "320" in html
    assert "schermlezer" in html
    assert 'href="tel:+31599000100"' in html
    assert "antwoord binnen twee werkdagen" in html
    assert not re.search(r"voldoet (volledig|gedeeltelijk)|status [A-E]\b", html)
    thuis = (demo_site / "index.html").read_text("utf-8").split("<footer")[1]
    assert 'href="toegankelijkheid/"' in thuis


def test_the_statement_promises_nothing_that_was_not_given(tmp_path: Path) -> None:
    instelling = schrijf_organisatie(tmp_path)
    (tmp_path / "paginas/toegankelijkheid.md").write_text(
        "# Toegankelijkheid\n\nEen lezer uit Veenrand keek mee.\n", "utf-8"
    )
    html = (bouw_site(instelling) / "toegankelijkheid/index.html").read_text("utf-8")
    assert "antwoord binnen" not in html
    assert "Een lezer uit Veenrand keek mee." in html
    assert html.count("<h1") == 1


def test_without_javascript_every_kind_of_page_has_its_words(
    browser: Browser, demo_op_adres: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    blad = context.new_page()
    for adres in SOORTEN:
        blad.goto(demo_op_adres + adres)
        assert blad.locator("h1").is_visible(), adres
        assert blad.locator(".top__menu a").first.is_visible(), adres
        assert blad.locator("footer a[href^='tel:']").is_visible(), adres
    context.close()
