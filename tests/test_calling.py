"""A person in sight: from each page one person, with the number that reaches somebody for it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from helpers.screen import SMALL_PHONE, bottom_of, end_of_screen
from helpers.site import build_site, write_organisatie
from helpers.small_huis import SMALL_HUIS

FOLDERS = ("voor-wie", "hulp-bij", "aanbod", "mensen")


def pages_of(site: Path) -> list[Path]:
    """Every page about one group, need, service or worker."""
    return [page for folder in FOLDERS for page in sorted((site / folder).glob("*/index.html"))]


def text_of(page: Path) -> str:
    """What a page says, without its code."""
    html = re.sub(r"(?s)<(script|style|head)\b.*?</\1>", " ", page.read_text("utf-8"))
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def bar_of(html: str) -> tuple[str, str]:
    """The first link of the bar at the bottom: where it leads, and its words."""
    bar = html.split('class="belbalk"')[1].split("</nav>")[0]
    [(href, words)] = re.findall(r'<a[^>]*href="([^"]*)"[^>]*>(.*?)</a>', bar, re.S)[:1]
    return href, " ".join(re.sub(r"<[^>]*>", " ", words).split())


WITHOUT_OWN_NUMBER: set[str] = set()
"""Pages of the demo from which one calls the organisation: none, for who left has a successor."""
GENERAL = ("tel:+31599000100", "Bellen 0599 000 100")


def test_every_page_of_the_demo_calls_its_own_person(demo_site: Path) -> None:
    pages = [p for p in pages_of(demo_site) if 'http-equiv="refresh"' not in p.read_text("utf-8")]
    general = set()
    for page in pages:
        html = page.read_text("utf-8")
        href, words = bar_of(html)
        content = html.split('id="inhoud"')[1].split("</main>")[0]
        assert re.fullmatch(r"tel:\+31\d{9}", href), page
        assert f'href="{href}"' in content, page
        if href == GENERAL[0]:
            general.add(page.parent.relative_to(demo_site).as_posix())
            assert words == GENERAL[1], page
        else:
            assert re.fullmatch(r"Bel(len| \S+) [\d ]{10,}", words), words
    assert len(pages) >= 40
    assert general == WITHOUT_OWN_NUMBER


def test_elsewhere_it_is_the_general_number(demo_site: Path) -> None:
    for address in ("", "mensen", "aanbod", "contact", "blog", "privacy"):
        href, _ = bar_of((demo_site / address / "index.html").read_text("utf-8"))
        assert href == "tel:+31599000100", address


def test_who_commissions_or_refers_has_somebody_to_call(demo_site: Path) -> None:
    """In the demo one person answers for all of them: the bar calls him too."""
    html = (demo_site / "opdrachtgevers/index.html").read_text("utf-8")
    assert bar_of(html) == ("tel:+31599000119", "Bel Robert 0599 000 119")
    sections = re.findall(r'<section class="opdracht.*?(?=<section class="(?:op|st))', html, re.S)
    assert [section.count('href="tel:+31599000119"') for section in sections] == [1, 1]


def test_where_there_is_no_number_nobody_is_asked_to_call(tmp_path: Path) -> None:
    files = {
        "organisatie.yml": SMALL_HUIS["organisatie.yml"].replace(
            "telefoon: 0599 000 100", "email: hallo@veenrand.example"
        ),
        "diensten/boodschappentaxi.yml": TAXI.replace("prijs:", "wanneer: [in overleg]\nprijs:"),
        "klantgroepen/jongeren.yml": SMALL_HUIS["klantgroepen/ouderen.yml"],
    }
    site = build_site(write_organisatie(tmp_path, files))
    asking = {
        page.relative_to(site).as_posix(): calls
        for page in site.rglob("*.html")
        if (calls := re.findall(r"\b(?:[Bb]el ons|Bel,|[Bb]ellen)\b.{0,30}", text_of(page)))
    }
    assert asking == {}
    contact = (site / "contact/index.html").read_text("utf-8")
    assert re.findall(r"<h2>\s*</h2>|<h2>Bellen", contact) == []


TAXI = SMALL_HUIS["diensten/boodschappentaxi.yml"]
SAMIRA = SMALL_HUIS["medewerkers/samira.yml"]
HER_NUMBER = "contact: {telefoon: 0599 000 300}\n"


@pytest.mark.parametrize(
    ("own_line", "number", "expected"),
    [
        ("", HER_NUMBER, ("tel:+31599000300", "Bel Samira 0599 000 300")),
        ("aanmelden: {telefoon: 0599 000 444}\n", HER_NUMBER,
         ("tel:+31599000444", "Bellen 0599 000 444")),
        ("aanmelden: {telefoon: 0599 000 300}\n", HER_NUMBER,
         ("tel:+31599000300", "Bel Samira 0599 000 300")),
        ("", "", GENERAL),
    ],
)  # fmt: skip
def test_a_service_has_its_own_line_else_that_of_who_does_it(
    tmp_path: Path, own_line: str, number: str, expected: tuple[str, str]
) -> None:
    files = {
        "diensten/boodschappentaxi.yml": TAXI + own_line,
        "medewerkers/samira.yml": SAMIRA + number,
    }
    site = build_site(write_organisatie(tmp_path, files))
    assert bar_of((site / "aanbod/boodschappentaxi/index.html").read_text("utf-8")) == expected


def commissioner(name: str, kind: str) -> str:
    return f"naam: {name}\nsoort: {kind}\nik: Ik werk samen\nkernboodschap: Wij bellen terug.\n"


def test_where_not_one_person_answers_for_all_the_bar_calls_the_organisation(
    tmp_path: Path,
) -> None:
    files = {
        "klantgroepen/gemeente.yml": commissioner("Gemeente", "opdrachtgever"),
        "klantgroepen/huisartsen.yml": commissioner("Huisartsen", "verwijzer"),
        "medewerkers/samira.yml": HER_NUMBER + SAMIRA.replace("[ouderen]", "[ouderen, gemeente]"),
    }
    site = build_site(write_organisatie(tmp_path, files))
    html = (site / "opdrachtgevers/index.html").read_text("utf-8")
    gemeente, huisartsen = re.findall(r'<section class="opdracht.*?(?=<section class="(?:op|st))',
                                      html, re.S)  # fmt: skip
    assert "tel:+31599000300" in gemeente
    assert "Samira" not in huisartsen
    assert bar_of(html) == GENERAL


@pytest.mark.parametrize("address", ["voor-wie/ouderen/", "hulp-bij/papieren/", "aanbod/eetpunt/",
                                     "mensen/ayse/"])  # fmt: skip
@pytest.mark.parametrize("size", [(360, 640), (320, 568)])
def test_the_bar_of_a_phone_holds_the_number_whole(
    page: Page, demo_under_path: str, address: str, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(demo_under_path + address)
    call = page.locator(".belbalk__mens")
    expect(call).to_be_in_viewport(ratio=1)
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    cut = call.evaluate("e => e.scrollWidth > e.clientWidth || e.scrollHeight > e.clientHeight + 1")
    assert not cut


def test_the_number_stands_in_the_first_screen_of_a_small_phone(
    browser: Browser, demo_site: Path, demo_under_path: str
) -> None:
    """In the sheet, above the bar, on every page about one group, need, service or worker."""
    below = {}
    pages = [p.parent.relative_to(demo_site).as_posix() for p in pages_of(demo_site)]
    with browser.new_context(locale="nl-NL", viewport=SMALL_PHONE) as context:
        tab = context.new_page()
        for address in pages:
            tab.goto(f"{demo_under_path}{address}/")
            button = tab.locator(".kop .knop--bel")
            if not button.count():
                below[address] = "no number"
            elif bottom_of(button) > end_of_screen(tab):
                below[address] = f"{bottom_of(button):.0f} of {end_of_screen(tab):.0f}"
    assert below == dict.fromkeys(WITHOUT_OWN_NUMBER, "no number")


CLOSING = {
    "voor-wie/ouderen/": "Nog vragen? {} weet het, of weet wie het weet.",
    "voor-wie/huisartsen/": "Iemand verwijzen of eerst overleggen? {} denkt mee.",
    "voor-wie/gemeente/": "Samen iets bereiken? {} vertelt wat er kan.",
    "voor-wie/vrijwilligers/": "Meedoen? {} zoekt iets wat bij je past.",
    "mensen/": "Nog vragen? Bel ons gerust.",
}


@pytest.mark.parametrize(("address", "said"), CLOSING.items())
def test_the_foot_of_a_page_speaks_to_who_reads_it(
    demo_site: Path, address: str, said: str
) -> None:
    html = (demo_site / address / "index.html").read_text("utf-8")
    closing = html.split('<section class="stap">')[1].split("</section>")[0]
    heading = closing.split("<h2>")[1].split("</h2>")[0]
    assert re.fullmatch(re.escape(said).replace(r"\{\}", r"\w+"), heading)
    href, _ = bar_of(html)
    assert f'class="knop knop--bel" href="{href}"' in closing, "one number a page"
    own = 'class="nummer" href="tel:+31599000100"'
    assert (own in closing) == (address != "mensen/"), "the general number as the way out"
    if address != "mensen/":
        assert "nu dicht" in closing.split(own)[1], "and whether anybody answers it now"


def test_what_to_do_when_it_cannot_wait_stands_on_every_page(demo_site: Path) -> None:
    for page in demo_site.rglob("index.html"):
        html = page.read_text("utf-8")
        if 'http-equiv="refresh"' not in html:
            assert "Bel 112" in html.split('class="voet"')[1], page
