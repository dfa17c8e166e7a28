"""Notices: there from the first day until and including the last, where they matter, and nowhere
else; in a browser, also on a page that was left open for a night."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

import feedparser
import pytest
from click.testing import CliRunner
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from helpers.axe import violations_of
from helpers.berichten import BLOG, make_bericht
from helpers.build import contents
from helpers.layout_faults import find_layout_faults
from helpers.measurement import measure
from helpers.search import addresses_in, leads_to
from helpers.server import serve
from helpers.site import build_site, write_organisatie
from helpers.small_huis import SMALL_HUIS, write_huis
from propositie.cli import main
from propositie.forecast import forecast
from propositie.pages.searching import SEARCH_FILES
from propositie.reading import load_huis
from propositie.reading.blog import PagesFolder

URL = "https://veenrand.example/repo/"
PLACES = {
    "locaties/de-linde.yml": "naam: Wijkcentrum De Linde\n",
    "locaties/bieb.yml": "naam: De Bieb\n",
    "diensten/boodschappentaxi.yml": SMALL_HUIS["diensten/boodschappentaxi.yml"],
    "diensten/koffie.yml": SMALL_HUIS["diensten/boodschappentaxi.yml"]
    .replace("Boodschappentaxi", "Koffie")
    .replace("waar: [de-linde]", "waar: [de-linde, bieb]"),
}
HUIS = {
    **PLACES,
    "mededelingen/lift.yml": """\
tekst: De hijskooi is kapot. [Samira](mens:samira) komt naar beneden.
van: 2026-11-20
tot: 2026-11-22
soort: let op
op: de-linde
""",
    "mededelingen/jassen.yml": """\
tekst: We zoeken regenjassen. Lees [wat wij bewaren](/privacy/).
van: 2026-11-19
tot: 2026-11-22
""",
    "mededelingen/storing.yml": """\
tekst: De telefoon hapert. Kom langs in [De Linde](plek:de-linde), of bel [Oom](mens:oom).
van: 2026-11-20
tot: 2026-11-22
soort: let_op
link: https://www.storing.example/lindeborg?van=1&tot=2
""",
    "mededelingen/krant.yml": """\
tekst: De dorpskrant ligt klaar.
van: 2026-11-20
tot: 2026-11-22
op: de-linde
""",
    "medewerkers/oom.yml": SMALL_HUIS["medewerkers/samira.yml"]
    .replace("Samira El Amrani", "Oom Jan")
    .replace("boegbeeld_van: [ouderen]\n", "boegbeeld_van: []\nuit_dienst: 2026-01-31\n"),
}
OnDate = Callable[[str], Path]


@pytest.fixture(scope="module")
def on_date(tmp_path_factory: pytest.TempPathFactory) -> OnDate:
    """The site of the house as it is on a day; made when first asked for."""
    built: dict[str, Path] = {}

    def build(day: str) -> Path:
        if day not in built:
            settings = write_organisatie(tmp_path_factory.mktemp("nieuws"), HUIS, on_date=day)
            built[day] = build_site(settings)
        return built[day]

    return build


def where(site: Path, word: str) -> set[str]:
    """The pages and files in which a word stands, but for the files of the search."""
    found = {name for name, raw in contents(site).items() if word.encode() in raw}
    return {name.removesuffix("index.html") for name in found if name not in SEARCH_FILES}


@contextmanager
def at(
    browser: Browser, site: Path, moment: str, width: int = 1280, height: int = 800
) -> Iterator[tuple[Page, str]]:
    """A page in a browser whose clock stands at a moment in Amsterdam, in another time zone."""
    with serve(site) as address, browser.new_context(
        locale="nl-NL", timezone_id="Asia/Tokyo", viewport={"width": width, "height": height}
    ) as context:  # fmt: skip
        page = context.new_page()
        page.clock.install(time=datetime.fromisoformat(moment))
        yield page, address


def band(page: Page) -> Any:
    """The notice above every page."""
    return page.get_by_role("complementary", name="Mededeling")


# --- where and when ------------------------------------------------------------------------------


@pytest.mark.parametrize("day", ["2026-11-18", "2026-11-23"])
def test_before_the_first_day_and_after_the_last_it_is_nowhere(on_date: OnDate, day: str) -> None:
    site = on_date(day)
    for word in ("hijskooi", "regenjassen", "hapert", "dorpskrant"):
        assert [n for n, raw in contents(site).items() if word.encode() in raw] == [], word
    assert not (site / "nieuws").exists()
    assert where(site, "nieuws/") == set(), "nothing leads to a page that is not there"
    assert "nieuws/" not in addresses_in(site)


@pytest.mark.parametrize("day", ["2026-11-20", "2026-11-22"])
def test_on_the_first_day_and_the_last_it_is_where_it_matters(on_date: OnDate, day: str) -> None:
    site = on_date(day)
    feeds = {"nieuws/feed.xml", "nieuws/feed.json"}
    at_place = {"nieuws/", "plek/de-linde/", "contact/", "aanbod/boodschappentaxi/", *feeds}
    data = "data/propositie.json"
    assert where(site, "hijskooi") == {*at_place, data, "data/hsds/services.json"}
    assert where(site, "dorpskrant") == {*at_place, data, "data/hsds/services.json"}
    assert where(site, "regenjassen") == {"", "nieuws/", *feeds, data}
    pages = {n.removesuffix("index.html") for n in contents(site) if n.endswith(".html")}
    assert where(site, "hapert") == {*pages, *feeds, data}


def test_one_of_two_places_is_told_of_with_that_place(on_date: OnDate) -> None:
    assert "aanbod/koffie/" not in where(on_date("2026-11-20"), "hijskooi")


def test_only_news_of_that_day_comes(on_date: OnDate) -> None:
    site = on_date("2026-11-19")
    assert where(site, "regenjassen") >= {"", "nieuws/"}
    assert where(site, "hapert") == set()
    assert 'class="band"' not in (site / "index.html").read_text("utf-8")


def test_links_in_a_notice_are_links_of_the_house(on_date: OnDate) -> None:
    site = on_date("2026-11-20")
    deep = (site / "mensen/samira/index.html").read_text("utf-8")
    assert '<a href="../../plek/de-linde/">De Linde</a>' in deep
    assert "of bel Oom." not in deep, "who left has a page that says so"
    assert '<a href="../oom/">Oom</a>' in deep
    assert 'href="https://www.storing.example/lindeborg?van=1&amp;tot=2" rel="noopener"' in deep
    assert 'href="/repo/plek/de-linde/"' in (site / "404.html").read_text("utf-8")
    assert 'href="privacy/">wat wij bewaren</a>' in (site / "index.html").read_text("utf-8")


def test_a_page_in_markdown_and_one_that_is_not_there_have_the_band(on_date: OnDate) -> None:
    for name in ("privacy/index.html", "404.html"):
        assert 'class="band"' in (on_date("2026-11-20") / name).read_text("utf-8"), name


def test_above_a_page_stand_neither_headings_nor_pictures(tmp_path: Path) -> None:
    text = "tekst: |\n  # Dicht\n\n  Kijk: ![een dichte deur](deur.png)\n"
    notice = f"{text}van: 2026-11-20\ntot: 2026-11-20\nsoort: let_op\n"
    settings = write_organisatie(tmp_path, {"mededelingen/dicht.yml": notice})
    (tmp_path / "huis/mededelingen/deur.png").write_bytes(_picture())
    html = (build_site(settings) / "contact/index.html").read_text("utf-8")
    shown = html[html.index('<aside class="band"') : html.index("</aside>")]
    assert "<strong>Dicht</strong>" in shown
    assert "een dichte deur" in shown
    assert not re.search("<h[1-6]|<img|\x1a", shown)


def test_a_warm_build_knows_that_a_notice_changed(tmp_path: Path) -> None:
    settings = write_organisatie(tmp_path / "warm", HUIS)
    build_site(settings)
    changed = {
        **HUIS,
        "mededelingen/storing.yml": None,
        "mededelingen/krant.yml": HUIS["mededelingen/krant.yml"].replace("klaar", "buiten"),
    }
    file = tmp_path / "warm/huis/mededelingen"
    (file / "storing.yml").unlink()
    (file / "krant.yml").write_text(changed["mededelingen/krant.yml"] or "", "utf-8")
    cold = build_site(write_organisatie(tmp_path / "cold", changed))
    assert contents(build_site(settings)) == contents(cold)


# --- the page with all of them, its feeds, search ------------------------------------------------


def test_the_page_has_all_of_them_newest_first(on_date: OnDate, browser: Browser) -> None:
    with at(browser, on_date("2026-11-20"), "2026-11-20T10:00:00+01:00") as (page, address):
        page.goto(address)
        page.get_by_role("link", name="Al het nieuws").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Nieuws")
        shown = page.locator("main ol.nieuws > li")
        first = [text.split("\n")[0] for text in shown.all_inner_texts()]
        assert first == [
            "Let op", "Let op · Wijkcentrum De Linde", "Nieuws · Wijkcentrum De Linde",
            "We zoeken regenjassen. Lees wat wij bewaren.",
        ]  # fmt: skip
        expect(shown.nth(1)).to_contain_text("20 november 2026 tot en met 22 november 2026")
        expect(page.get_by_role("heading", name="Wat onze mensen schrijven")).to_have_count(0)
        foot = page.get_by_role("navigation", name="Over deze site")
        expect(foot.get_by_role("link", name="Nieuws", exact=True)).to_be_visible()


def test_posts_are_beside_the_notices(tmp_path: Path, page: Page) -> None:
    post = make_bericht("Soep voor de buurt")
    site = build_site(write_organisatie(tmp_path, {**HUIS, f"{BLOG}/soep.md": post}))
    with serve(site) as address:
        page.goto(f"{address}nieuws/")
        expect(page.locator("main").get_by_role("link", name="Soep voor de buurt")).to_be_visible()
        page.get_by_role("link", name="Alle stukken").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Wat wij meemaken")
        page.wait_for_load_state("networkidle")
        page.goto("about:blank")
    tags = re.findall(r'<link rel="alternate"[^>]*>', (site / "nieuws/index.html").read_text())
    assert len(tags) == 4, "its own feeds once, those of the posts, and no more"


def test_a_page_of_the_organisations_own_stands_there_when_there_is_none(tmp_path: Path) -> None:
    for day, with_notices in (("2026-11-20", True), ("2026-11-23", False)):
        settings = write_organisatie(tmp_path / day, HUIS, day)
        own = tmp_path / day / "paginas/nieuws.md"
        own.write_text("# Wat er speelt\n\nBel ons voor het nieuws.\n", "utf-8")
        html = (build_site(settings) / "nieuws/index.html").read_text("utf-8")
        assert "Bel ons voor het nieuws." in html
        assert ('id="storing"' in html) is with_notices
        assert html.count("<h1") == 1


def test_other_programs_read_the_feeds(on_date: OnDate) -> None:
    site = on_date("2026-11-20")
    parsed = feedparser.parse((site / "nieuws/feed.xml").read_bytes())
    assert not parsed.bozo, parsed.get("bozo_exception")
    assert parsed.feed.title == "Nieuws van Welzijn Veenrand"
    assert [e.link for e in parsed.entries] == [
        f"{URL}nieuws/#{id_}" for id_ in ("storing", "lift", "krant", "jassen")
    ]
    assert parsed.entries[1].title.startswith("Wijkcentrum De Linde: De hijskooi is kapot.")
    assert f'href="{URL}mensen/samira/"' in parsed.entries[1].content[0].value
    assert tuple(parsed.entries[3].published_parsed)[:3] == (2026, 11, 19)
    items = json.loads((site / "nieuws/feed.json").read_text("utf-8"))["items"]
    assert [item["id"] for item in items] == [entry.id for entry in parsed.entries]
    assert all("authors" not in item for item in items)
    page = (site / "contact/index.html").read_text("utf-8")
    assert 'type="application/rss+xml" title="Nieuws van Welzijn Veenrand (RSS)"' in page


def test_a_notice_keeps_its_id_until_it_comes_back_with_other_days(
    on_date: OnDate, tmp_path: Path
) -> None:
    def ids(site: Path) -> dict[str, str]:
        items = json.loads((site / "nieuws/feed.json").read_text("utf-8"))["items"]
        return {item["url"]: item["id"] for item in items}

    first, last = (ids(on_date(day)) for day in ("2026-11-20", "2026-11-22"))
    assert first == last
    later = HUIS["mededelingen/lift.yml"].replace("2026-11", "2027-02")
    again = build_site(write_organisatie(tmp_path, {"mededelingen/lift.yml": later}, "2027-02-21"))
    url = f"{URL}nieuws/#lift"
    assert ids(again)[url] != first[url]


def test_its_words_are_found_on_the_page_with_all_of_them(on_date: OnDate) -> None:
    site = on_date("2026-11-20")
    assert leads_to(site, "hijskooi", "nieuws/")
    assert leads_to(site, "actueel", "nieuws/")
    assert not leads_to(site, "hijskooi", "plek/de-linde/")


# --- in a browser --------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_it_is_read_once_and_covers_nothing(on_date: OnDate, browser: Browser, width: int) -> None:
    site = on_date("2026-11-20")
    with at(browser, site, "2026-11-20T10:00:00+01:00", width, 640) as (page, address):
        for path in ("", "contact/", "nieuws/", "plek/de-linde/", "aanbod/boodschappentaxi/"):
            page.goto(address + path)
            expect(band(page)).to_be_visible()
            expect(band(page)).to_contain_text("De telefoon hapert")
            assert band(page).get_attribute("aria-live") is None
            assert page.locator(".band [role], .band [aria-live]").count() == 0
            position = "e => [e, ...e.querySelectorAll('*')].map(x => getComputedStyle(x).position)"
            assert not {"fixed", "sticky"} & set(band(page).evaluate(position))
            faults = find_layout_faults(page, path)
            assert [str(fault) for fault in faults] == []
        page.goto(address)
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Meteen naar de inhoud")).to_be_focused()
        page.keyboard.press("Tab")
        expect(band(page).get_by_role("link", name="De Linde")).to_be_focused()


@pytest.mark.parametrize(("schema", "width"), [("light", 360), ("dark", 1280)])
def test_axe_finds_nothing_below_a_notice(
    on_date: OnDate, browser: Browser, schema: Any, width: int
) -> None:
    with at(browser, on_date("2026-11-20"), "2026-11-20T10:00:00+01:00", width) as (page, address):
        page.emulate_media(color_scheme=schema)
        for path in ("", "nieuws/", "contact/", "plek/de-linde/", "privacy/"):
            page.goto(address + path)
            assert violations_of(page, path) == []


def test_a_page_that_was_left_open_hides_what_is_over(on_date: OnDate, browser: Browser) -> None:
    site = on_date("2026-11-22")
    with at(browser, site, "2026-11-22T23:58:00+01:00") as (page, address):
        page.goto(address)
        expect(band(page)).to_be_visible()
        expect(page.get_by_text("We zoeken regenjassen.")).to_be_visible()
    with at(browser, site, "2026-11-23T00:02:00+01:00") as (page, address):
        for path in ("", "contact/", "plek/de-linde/", "aanbod/boodschappentaxi/", "nieuws/"):
            page.goto(address + path)
            expect(band(page)).to_be_hidden()
            for words in ("hapert", "hijskooi", "regenjassen", "dorpskrant"):
                shown = [e for e in page.get_by_text(words).all() if e.is_visible()]
                assert shown == [], (path, words)
        expect(page.get_by_text("Er is nu geen nieuws.")).to_be_visible()
        page.goto(address)
        expect(page.get_by_role("link", name="Al het nieuws")).to_be_hidden()


def test_only_what_is_over_is_hidden(tmp_path: Path, browser: Browser) -> None:
    longer = HUIS["mededelingen/jassen.yml"].replace("tot: 2026-11-22", "tot: 2026-11-29")
    site = build_site(write_organisatie(tmp_path, {**HUIS, "mededelingen/jassen.yml": longer}))
    with at(browser, site, "2026-11-23T08:00:00+01:00") as (page, address):
        page.goto(f"{address}nieuws/")
        expect(page.locator("main ol.nieuws > li:visible")).to_have_count(1)
        expect(page.get_by_text("Er is nu geen nieuws.")).to_be_hidden()
        page.goto(address)
        expect(page.get_by_text("We zoeken regenjassen.")).to_be_visible()


def test_without_a_script_all_stands_there(on_date: OnDate, browser: Browser) -> None:
    with serve(on_date("2026-11-22")) as address:
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(f"{address}contact/")
        expect(band(page)).to_be_visible()
        expect(page.get_by_text("hijskooi")).to_be_visible()
        context.close()


@pytest.mark.parametrize("size", [(360, 740), (1280, 900)])
def test_nothing_moves_when_all_notices_are_over(
    on_date: OnDate, browser: Browser, size: tuple[int, int]
) -> None:
    tomorrow = datetime.fromisoformat("2026-11-23T08:00:00+01:00")
    with serve(on_date("2026-11-22")) as address:
        for path in ("", "contact/", "nieuws/", "plek/de-linde/", "aanbod/boodschappentaxi/"):
            assert measure(browser, address + path, size, tomorrow).layout_shift == 0, path


def test_on_paper_it_says_until_when(on_date: OnDate, browser: Browser) -> None:
    with at(browser, on_date("2026-11-20"), "2026-11-20T10:00:00+01:00") as (page, address):
        page.goto(f"{address}plek/de-linde/")
        until = page.get_by_text("tot en met 22 november 2026")
        assert [e for e in until.all() if e.is_visible()] == []
        page.emulate_media(media="print")
        assert len([e for e in until.all() if e.is_visible()]) == 3
        expect(band(page)).to_be_visible()


# --- what the calendar will change ---------------------------------------------------------------


def test_the_forecast_tells_what_comes_and_goes(tmp_path: Path) -> None:
    write_organisatie(tmp_path, HUIS)
    pages = PagesFolder(tmp_path / "paginas", "paginas")
    loaded = load_huis(tmp_path / "huis", pages=pages)
    assert loaded.huis is not None, loaded.problems
    found = forecast(loaded.huis, date(2026, 11, 19), date(2026, 11, 30))
    said = [(v.day.isoformat(), v.message) for v in found]
    assert said[0] == (
        "2026-11-20",
        "De mededeling “De dorpskrant ligt klaar.” verschijnt, tot en met 22 november 2026.",
    )
    gone = "De mededeling “De hijskooi is kapot. Samira komt naar…” verdwijnt."
    assert ("2026-11-23", gone) in said
    assert len(said) == 7


def test_the_command_tells_it_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_huis(tmp_path / "huis", {"mededelingen/kerst.yml":
               "tekst: Met kerst is er soep.\nvan: 2099-12-20\ntot: 2099-12-26\n"})  # fmt: skip
    result = CliRunner().invoke(
        main, ["controleer", "--huis", str(tmp_path / "huis"), "--op", "2099-12-31"]
    )
    assert "20 december 2099: De mededeling “Met kerst is er soep.” verschijnt" in result.output
    assert "27 december 2099: De mededeling “Met kerst is er soep.” verdwijnt." in result.output


def _picture() -> bytes:
    raw = io.BytesIO()
    Image.new("RGB", (400, 300), "#8a6").save(raw, "PNG")
    return raw.getvalue()
