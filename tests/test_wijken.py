"""Neighbourhoods: who is my worker here, found by postcode and village, in the browser alone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from helpers.build import contents
from helpers.server import serve
from helpers.site import build_site, write_organisatie
from helpers.small_huis import write_huis
from propositie.edition import public_huis
from propositie.huis.wijken import Wijk, digits_in, letters_in, shared_area
from propositie.pages.wijken import areas_in_words
from propositie.reading import load_huis

FILES = {
    "locaties/de-linde.yml": (
        "naam: Wijkcentrum De Linde\n"
        "adres: {straat: Lindelaan 12, postcode: 9990 SA, plaats: Veenrand}\n"
        "openingstijden: [maandag t/m vrijdag van 9 tot 17 uur]\n"
    ),
    "medewerkers/bea.yml": (
        "naam: Bea Bos\nfunctie: jongerenwerker\nbelofte: Ik bel terug.\n"
        "contact: {telefoon: 0599 000 122}\n"
        "te_vinden:\n  - {waar: Schoolplein in Oudeveer, wanneer: dinsdag van 8 tot 9 uur}\n"
        "  - {waar: Snackbar Oudeveerzicht, wanneer: vrijdag van 20 tot 21 uur}\n"
    ),
    "medewerkers/weg.yml": (
        "naam: Wim Weg\nfunctie: buurtwerker\nbelofte: Ik kom.\nuit_dienst: 2026-09-01\n"
        "te_vinden: [{locatie: de-linde, wanneer: dinsdag}]\nafscheid: Dank je wel.\n"
    ),
    "partners/dorpswinkel.yml": "naam: Winkel Bos\nwaarvoor: Brood voor wie in Kaspel woont.\n",
    "agenda/zaden.yml": (
        "naam: Zaden ruilen\nwanneer: [{datum: 2026-12-05, van: 10:00, tot: 12:00}]\n"
        "waar: De moestuin, Oudeveer\n"
    ),
    "wijken/veenrand.yml": (
        "naam: Veenrand\nplaatsen: [De Hoek]\npostcodes: [9671-9673, 9990]\n"
        "medewerkers: [weg, samira, bea]\nlocaties: [de-linde]\n"
        "omschrijving: Achter de **dijk**.\n"
    ),
    "wijken/oudeveer.yml": (
        "naam: Oudeveer\nplaatsen: [Kaspel, Sint-Jansklooster]\npostcodes: [9674, 9990 SD]\n"
        "medewerkers: [bea]\n"
    ),
    "wijken/leeg.yml": "naam: Verlaat\npostcodes: [9675]\nmedewerkers: [weg]\n",
}  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(write_organisatie(tmp_path_factory.mktemp("wijken"), FILES))


@pytest.fixture
def address(site: Path) -> Iterator[str]:
    with serve(site, "/repo/") as found:
        yield found


# --- the field ----------------------------------------------------------------------------------

FOUND = {
    "9671": ["Veenrand"], "9673 AA": ["Veenrand"], "9671aa": ["Veenrand"], " 9672  ": ["Veenrand"],
    "9674": ["Oudeveer"], "9990 SD": ["Oudeveer"], "9990sd": ["Oudeveer"],
    "9990 sa": ["Veenrand"], "9990": ["Oudeveer", "Veenrand"], "kaspel": ["Oudeveer"],
    "Sint Jansklooster": ["Oudeveer"], "de hoek": ["Veenrand"], "Oude": ["Oudeveer"],
    "ik woon in Kaspel": ["Oudeveer"], "9671 AB Veenrand": ["Veenrand"], "VEENRAND": ["Veenrand"],
}  # fmt: skip
"""What somebody types, and the neighbourhoods that are left."""


@pytest.mark.parametrize("width", [360, 1280])
def test_a_postcode_or_a_village_is_enough(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(f"{address}wijk/")
    for typed, names in FOUND.items():
        page.get_by_label("Jouw postcode of dorp").fill(typed)
        shown = page.locator(".wijk:visible h2").all_inner_texts()
        assert [name.replace("\u00ad", "") for name in shown] == names, typed
    page.locator("#wijkzoek").fill("9674")
    expect(page.locator(".wijkzoek [role=status]")).to_have_text(
        "Dit is Oudeveer. Bea is er voor je."
    )
    row = page.locator(".wijk:visible")
    expect(row.get_by_role("link", name="Bea Bos")).to_be_visible()
    expect(row.locator(".raam")).to_be_visible()
    expect(row.get_by_role("link", name="Bel Bea")).to_have_attribute("href", "tel:+31599000122")
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= width, "nothing scrolls sideways"


@pytest.mark.parametrize("typed", ["9999", "96711", "9671abc", "1011 AB", "Amsterdam", "0967"])
def test_an_unknown_one_is_told_kindly_with_a_number(page: Page, address: str, typed: str) -> None:
    page.goto(f"{address}wijk/")
    page.locator("#wijkzoek").fill(typed)
    expect(page.locator(".wijkzoek [role=status]")).to_contain_text(
        "kennen we niet. Bel ons gerust"
    )
    other = page.locator(".wijkzoek__anders a")
    expect(other).to_have_attribute("href", "tel:+31599000100")
    expect(page.locator(".wijk:visible")).to_have_count(3)
    page.locator("#wijkzoek").fill("")
    expect(other).to_be_hidden()
    expect(page.locator(".wijkzoek [role=status]")).to_have_text("")


def test_who_has_no_telephone_asks_nobody_to_call(tmp_path: Path) -> None:
    settings = write_organisatie(tmp_path, FILES)
    file = tmp_path / "huis/organisatie.yml"
    text = file.read_text("utf-8")
    file.write_text(re.sub(r"telefoon: [\d ]+", "email: hallo@veenrand.example", text), "utf-8")
    html = (build_site(settings) / "wijk/index.html").read_text("utf-8")
    assert "kennen we niet. Vraag het ons gerust" in html
    assert "Bel ons" not in html


def test_nothing_that_is_typed_leaves_the_browser(page: Page, address: str) -> None:
    page.goto(f"{address}wijk/", wait_until="networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator("#wijkzoek").press_sequentially("9674 AB")
    page.locator("#wijkzoek").press("Enter")
    expect(page.locator(".wijk:visible h2 a")).to_be_focused()
    assert page.url == f"{address}wijk/"
    assert [url for url in asked if "9674" in url or not url.startswith(address)] == []
    assert page.context.cookies() == []
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_who_has_no_number_is_reached_by_the_general_one(page: Page, address: str) -> None:
    page.goto(f"{address}wijk/")
    for name in ("Veenrand", "Verlaat"):  # of Samira no number is known; in Verlaat is nobody
        row = page.locator(".wijk", has_text=name)
        expect(row.get_by_role("link", name="Bellen")).to_have_attribute("href", "tel:+31599000100")


def test_by_keyboard_from_the_field_to_the_number(page: Page, address: str) -> None:
    page.goto(f"{address}wijk/")
    page.locator("#wijkzoek").focus()
    page.keyboard.type("kaspel")
    for name in ("Oudeveer", "Bea Bos", "Bel Bea 0599 000 122"):
        page.keyboard.press("Tab")
        expect(page.locator(":focus")).to_have_text(re.compile(name))


def test_without_a_script_all_stand_there_with_villages_and_postcodes(
    browser: Browser, address: str
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        tab = context.new_page()
        tab.goto(f"{address}wijk/")
        expect(tab.locator("#wijkzoek")).to_be_hidden()
        expect(tab.locator(".wijk")).to_have_count(3)
        row = tab.locator(".wijk", has_text="Oudeveer")
        expect(row).to_contain_text("Kaspel en Sint-Jansklooster")
        expect(row).to_contain_text("9674 en 9990 SD")
        row.get_by_role("heading").get_by_role("link").click()
        expect(tab.get_by_role("heading", level=1)).to_have_text("Oudeveer")


# --- the page of one ----------------------------------------------------------------------------


@pytest.mark.parametrize("width", [360, 1280])
def test_a_neighbourhood_tells_who_and_where(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(f"{address}wijk/veenrand/")
    sheet = page.locator("main .vel")
    expect(sheet).to_contain_text("Samira")
    met = page.locator("section", has=page.get_by_role("heading", name="Hier tref je ons"))
    expect(met.get_by_role("link", name="Samira El Amrani")).to_be_visible()
    expect(met.get_by_role("link", name="Wijkcentrum De Linde")).to_be_visible()
    expect(met).to_contain_text("Maandag 9.00 tot 12.00 uur")
    expect(page.get_by_role("link", name="Soepmiddag")).to_be_visible()
    expect(page.get_by_role("link", name="Boodschappentaxi").first).to_be_visible()
    expect(page.get_by_role("link", name="Bea Bos").first).to_be_visible()
    expect(page.get_by_text("Achter de dijk.")).to_be_visible()
    expect(page.get_by_role("link", name="op de kaart")).to_have_attribute(
        "href", re.compile("openstreetmap.org/search")
    )
    expect(page.locator("main", has_text="Wim Weg")).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_where_workers_come_to_you(page: Page, address: str) -> None:
    page.goto(f"{address}wijk/oudeveer/")
    visits = page.locator("section", has=page.get_by_role("heading", name="Wij komen naar je toe"))
    expect(visits).to_contain_text("Schoolplein in Oudeveer")
    expect(visits).to_contain_text("Dinsdag 8.00 tot 9.00 uur")
    expect(visits).not_to_contain_text("Oudeveerzicht")
    expect(page.get_by_role("link", name="Zaden ruilen")).to_be_visible()
    expect(page.get_by_role("link", name="Winkel Bos")).to_be_visible()
    expect(page.locator(".vel .knop--bel")).to_have_attribute("href", "tel:+31599000122")
    expect(page.locator(".belbalk__mens")).to_have_attribute("href", "tel:+31599000122")


def test_one_without_anybody_gives_the_general_number(page: Page, address: str) -> None:
    page.goto(f"{address}wijk/leeg/")
    expect(page.locator("main .vel")).to_contain_text("Deze wijk heeft nu geen vast gezicht.")
    expect(page.locator(".vel .knop--bel")).to_have_attribute("href", "tel:+31599000100")
    expect(page.locator(".belbalk__mens")).to_have_attribute("href", "tel:+31599000100")


def test_places_and_workers_lead_to_it(page: Page, address: str) -> None:
    for here in ("plek/de-linde/", "mensen/samira/"):
        page.goto(f"{address}{here}")
        page.locator(".hoort-bij").get_by_role("link", name="Veenrand").click()
        expect(page).to_have_url(f"{address}wijk/veenrand/")
    page.goto(address)
    page.locator(".voet").get_by_role("link", name="In jouw wijk").click()
    expect(page).to_have_url(f"{address}wijk/")


def test_search_engines_and_models_read_of_it(site: Path) -> None:
    html = (site / "wijk/oudeveer/index.html").read_text("utf-8")
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html)
    assert found is not None
    about, crumbs = json.loads(found[1])["@graph"]
    assert about["about"]["name"] == "Oudeveer"
    assert about["about"]["alternateName"] == ["Kaspel", "Sint-Jansklooster"]
    assert [person["name"] for person in about["mentions"]] == ["Bea Bos"]
    assert [step["name"] for step in crumbs["itemListElement"]] == [
        "Begin", "In jouw wijk", "Oudeveer",
    ]  # fmt: skip
    assert "wijk/oudeveer/" in (site / "llms.txt").read_text("utf-8")


def test_a_house_without_any_has_no_page_of_them(tmp_path: Path) -> None:
    site = build_site(write_organisatie(tmp_path, {"wijken/veenrand.yml": None}))
    assert not (site / "wijk").exists()
    assert 'href="wijk/"' not in (site / "index.html").read_text("utf-8")


# --- search -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "first"),
    [("9674", "Oudeveer"), ("9990 SD", "Oudeveer"), ("9990sd", "Oudeveer"), ("9672", "Veenrand"),
     ("9671 AB", "Veenrand"), ("9671ab", "Veenrand"), ("9990 SA", "Veenrand"),
     ("kaspel", "Oudeveer"), ("veenrand", "Veenrand")],
)  # fmt: skip
def test_search_knows_a_postcode(page: Page, address: str, question: str, first: str) -> None:
    page.goto(address)
    page.get_by_role("searchbox").fill(question)
    found = page.locator(".zoek__treffer").first
    expect(found).to_contain_text("wijk")
    expect(found.locator(".zoek__titel")).to_have_text(first)
    if first == "Oudeveer":
        expect(found).to_contain_text("Bea Bos, jongerenwerker")
        expect(found.get_by_role("link", name="Bel Bea 0599 000 122")).to_be_visible()


@pytest.mark.parametrize("question", ["9677", "9764", "9670 AB", "96711"])
def test_another_postcode_is_no_typing_mistake(page: Page, address: str, question: str) -> None:
    page.goto(address)
    page.get_by_role("searchbox").fill(question)
    expect(page.locator(".zoek__niets")).to_be_visible()
    expect(page.locator(".zoek__treffer")).to_have_count(0)


# --- what is read -------------------------------------------------------------------------------


def test_postcodes_are_read_as_people_write_them(tmp_path: Path) -> None:
    written = 'naam: Oost\npostcodes: [9671, "9672", 9673 ab, 9674AB, 9675-9679, 9681 t/m 9683]\n'
    loaded = load_huis(write_huis(tmp_path, {"wijken/oost.yml": written}))
    assert loaded.huis is not None
    assert loaded.huis.wijken["oost"].postcodes == (
        "9671", "9672", "9673 AB", "9674 AB", "9675-9679", "9681-9683",
    )  # fmt: skip
    one = "naam: Oost\npostcodes: 9671\nplaatsen: Dorp\n"
    loaded = load_huis(write_huis(tmp_path / "one", {"wijken/oost.yml": one}))
    assert loaded.huis is not None
    assert loaded.huis.wijken["oost"].postcodes == ("9671",)


@pytest.mark.parametrize(
    ("ones", "others", "shared"),
    [
        (["9671"], ["9671"], "9671"),
        (["9671"], ["9672"], None),
        (["9671-9679"], ["9675"], "9675"),
        (["9671-9675"], ["9674-9679"], "9674"),
        (["9671-9675"], ["9676-9679"], None),
        (["9671 AB"], ["9671 AB"], "9671 AB"),
        (["9671 AB"], ["9671 AC"], None),
        (["9671 AB"], ["9671"], None),
        ([], ["9671"], None),
    ],
)
def test_which_postcodes_two_share(ones: list[str], others: list[str], shared: str | None) -> None:
    assert shared_area(ones, others) == shared


def test_an_area_is_taken_apart() -> None:
    assert list(digits_in("9671-9673")) == [9671, 9672, 9673]
    assert (list(digits_in("9671 AB")), letters_in("9671 AB")) == ([9671], "AB")
    assert (letters_in("9671"), letters_in("9671-9673")) == ("", "")
    assert areas_in_words(["9674", "9990 SD", "9671-9673"]) == "9674, 9990 SD en 9671 t/m 9673"


@pytest.mark.parametrize(
    ("text", "is_named"),
    [("Schoolplein in Oost", True), ("De bus naar oost.", True), ("Oost-Indië", False),
     ("Noord-Oost", False), ("Oostende", False), ("De Lange Laan 3", True), (None, False)],
)  # fmt: skip
def test_which_texts_name_it(text: str | None, is_named: bool) -> None:
    wijk = Wijk(id="oost", naam="Oost", plaatsen=("Lange Laan",))
    assert wijk.is_named_in(text) is is_named


def test_who_left_or_has_yet_to_come_is_in_none(tmp_path: Path) -> None:
    loaded = load_huis(write_huis(tmp_path, FILES))
    assert loaded.huis is not None
    wijken = public_huis(loaded.huis, date(2026, 11, 20)).wijken
    assert wijken["veenrand"].medewerkers == ("samira", "bea")
    assert wijken["leeg"].medewerkers == ()
    before = public_huis(loaded.huis, date(2026, 8, 1)).wijken
    assert before["leeg"].medewerkers == ("weg",)


def test_a_warm_build_knows_who_can_be_met_there(tmp_path: Path) -> None:
    settings = write_organisatie(tmp_path / "warm", FILES)
    build_site(settings)
    file = tmp_path / "warm/huis/medewerkers/bea.yml"
    moved = FILES["medewerkers/bea.yml"].replace("Schoolplein", "Speeltuin")
    file.write_text(moved, "utf-8")
    cold = build_site(write_organisatie(tmp_path / "cold", {**FILES, "medewerkers/bea.yml": moved}))
    assert contents(build_site(settings)) == contents(cold)
