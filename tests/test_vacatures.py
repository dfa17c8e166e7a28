"""Vacancies: on the site from their first day until the closing day, and nowhere after it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from helpers.build import contents
from helpers.kit import SITE, find_off_sheet, make_kit, pdf, read_qr, read_structure, text_of
from helpers.layout_faults import find_layout_faults
from helpers.schemaorg import errors
from helpers.search import addresses_in
from helpers.server import serve
from helpers.site import build_site, write_organisatie
from helpers.small_huis import SMALL_HUIS
from propositie.forecast import forecast
from propositie.huis import Huis
from propositie.reading import load_huis

SAMIRA = SMALL_HUIS["medewerkers/samira.yml"]
HUIS: Mapping[str, str | None] = {
    "vacatures/chauffeur.yml": """\
naam: Chauffeur van het busje
soort: vrijwillig
kort: Je rijdt, en tilt de tassen.
wat: |
  Op dinsdag rijd je vier mensen naar de winkel. Vraag het [Samira](mens:samira).

  - Je hebt een rijbewijs.
uren: dinsdagochtend
wat_je_krijgt: [Koffie bij elke deur, Een cursus tillen]
locatie: de-linde
sinds: 2026-11-01
sluit_op: 2026-12-01
contact: samira
""",
    "vacatures/buurtwerker.yml": """\
naam: Buurtwerker
soort: betaald
wat: Je loopt door de straten en drinkt overal koffie.
salaris: Schaal 8
sluit_op: 2027-03-31
aanmelden: {telefoon: 0599 000 190, email: werk@veenrand.example, tekst: Stuur een korte brief.}
""",
    "vacatures/stage.yml": """\
naam: Stage in de keuken
soort: stage
wat: Je kookt mee voor twaalf mensen.
sinds: 2026-12-01
sluit_op: 2026-12-02
""",
    "locaties/de-linde.yml": """\
naam: Wijkcentrum De Linde
adres: {straat: Lindelaan 12, postcode: 9990 SA, plaats: Lindeborg}
""",
    "medewerkers/samira.yml": SAMIRA
    + "contact: {telefoon: 0599 000 112, email: samira@veenrand.example}\n",
}


def build_on(folder: Path, day: str, overrides: Mapping[str, str | None] | None = None) -> Path:
    """The site of the house on a day."""
    return build_site(write_organisatie(folder, {**HUIS, **(overrides or {})}, day))


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site on a day on which two of the three are open."""
    return build_on(tmp_path_factory.mktemp("vacatures"), "2026-11-20")


@pytest.fixture(scope="module")
def closing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site on the day on which the driver's vacancy closes and the internship opens."""
    return build_on(tmp_path_factory.mktemp("vacatures"), "2026-12-01")


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site on the day after that."""
    return build_on(tmp_path_factory.mktemp("vacatures"), "2026-12-02")


def open_on(site: Path) -> set[str]:
    """The vacancies that have a page."""
    return {p.parent.name for p in site.glob("vacatures/*/index.html")}


def test_a_vacancy_is_there_until_and_including_the_day_that_it_closes(
    before: Path, closing: Path, after: Path
) -> None:
    assert open_on(before) == {"chauffeur", "buurtwerker"}
    assert open_on(closing) == {"chauffeur", "buurtwerker", "stage"}
    assert open_on(after) == {"buurtwerker", "stage"}


def test_of_one_that_closed_nothing_is_left(after: Path) -> None:
    found = [name for name, raw in contents(after).items() if b"Chauffeur van het busje" in raw]
    assert found == []
    assert "vacatures/chauffeur/" not in addresses_in(after)


def test_without_any_there_is_no_page_and_nothing_leads_to_it(tmp_path: Path) -> None:
    only = {"vacatures/buurtwerker.yml": None, "vacatures/stage.yml": None}
    site = build_on(tmp_path, "2026-12-02", only)
    assert not (site / "vacatures").exists()
    linking = [p for p in site.rglob("*") if p.is_file() and "vacatures/" in _text(p)]
    assert linking == []
    assert "Vraag ons wat er nu te doen is." in _search(site)


def _text(path: Path) -> str:
    return path.read_text("utf-8") if path.suffix in {".html", ".xml", ".txt", ".json"} else ""


def _search(site: Path) -> str:
    return "".join(p.read_text("utf-8") for p in (site / "zoeken").rglob("*.json"))


def test_the_overview_orders_by_soort_and_by_what_closes_first(
    browser: Browser, tmp_path: Path
) -> None:
    kok = "naam: Kok\nsoort: vrijwillig\nwat: Je kookt.\nsluit_op: 2026-11-25\n"
    site = build_on(tmp_path, "2026-11-20", {"vacatures/kok.yml": kok})
    with serve(site) as address, browser.new_context(
        viewport={"width": 360, "height": 740}, java_script_enabled=False
    ) as context:  # fmt: skip
        page = context.new_page()
        page.goto(f"{address}vacatures/")
        headings = page.locator("main :is(h2, h3)").all_inner_texts()
        assert [words.replace("\u00ad", "") for words in headings[:5]] == [
            "Betaald werk", "Buurtwerker", "Vrijwilligerswerk", "Kok", "Chauffeur van het busje",
        ]  # fmt: skip
        expect(page.get_by_text("Reageren kan tot en met 25 november 2026.")).to_be_visible()
        expect(page.locator(".voet, footer").get_by_role("link", name="Vacatures")).to_be_visible()
        assert find_layout_faults(page, "360") == []


def test_the_page_tells_the_work_and_whom_to_call(browser: Browser, before: Path) -> None:
    with serve(before) as address, browser.new_context(
        viewport={"width": 360, "height": 740}
    ) as context:  # fmt: skip
        page = context.new_page()
        page.goto(f"{address}vacatures/chauffeur/")
        facts = page.locator(".feiten")
        for said in (
            "Vrijwilligerswerk", "Dinsdagochtend", "Wijkcentrum De Linde", "Lindelaan 12",
            "tot en met 1 december 2026",
        ):  # fmt: skip
            expect(facts).to_contain_text(said)
        assert "Salaris" not in facts.inner_text()
        sheet = page.locator(".vel")
        expect(sheet.get_by_role("link", name="Samira El Amrani")).to_be_visible()
        assert called(page) == {"tel:+31599000112"}
        expect(page.locator("main .lopend").get_by_role("link", name="Samira")).to_be_visible()
        expect(page.get_by_text("Koffie bij elke deur")).to_be_visible()
        expect(page.get_by_text("Laat Samira weten wie je bent")).to_be_visible()
        expect(
            page.get_by_role("heading", name="Nog vragen over dit werk? Samira vertelt")
        ).to_be_visible()
        assert find_layout_faults(page, "360") == []


def called(page: Page) -> set[str]:
    """The numbers that the buttons of a page dial."""
    found = page.locator("a.knop--bel").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    return set(found)


def test_how_to_apply_goes_before_who_knows_of_it(browser: Browser, before: Path) -> None:
    with serve(before) as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}vacatures/buurtwerker/")
        assert called(page) == {"tel:+31599000190"}
        expect(page.get_by_text("Stuur een korte brief.")).to_be_visible()
        expect(page.get_by_role("link", name="Mail werk@veenrand.example")).to_be_visible()
        expect(page.locator(".feiten")).to_contain_text("Schaal 8")
        assert page.locator(".vel .vel__naam").count() == 0


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("chauffeur", "vacatures/chauffeur/"),
        ("buurtwerker", "vacatures/buurtwerker/"),
        ("vrijwilligerswerk", "vacatures/chauffeur/"),
        ("stage", "vacatures/stage/"),
        ("vrijwilliger worden", "vacatures/chauffeur/"),
        ("vacature", "vacatures/"),
        ("werken bij", "vacatures/"),
    ],
)
def test_a_vacancy_is_found(browser: Browser, closing: Path, question: str, first: str) -> None:
    with serve(closing) as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}zoeken/?q={question}")
        link = page.locator(".zoek__uitkomst li a").first
        expect(link).to_be_visible()
        assert (link.evaluate("a => a.href") or "").removeprefix(address) == first


def test_the_practical_answer_tells_how_many_there_are(browser: Browser, closing: Path) -> None:
    with serve(closing) as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}zoeken/?q=vacatures")
        first = page.locator(".zoek__uitkomst li").first
        expect(first).to_contain_text("Nu open: 3 vacatures.")


def posting(site: Path, id_: str) -> dict[str, Any] | None:
    """What a vacancy's page tells search engines for work."""
    html = (site / "vacatures" / id_ / "index.html").read_text("utf-8")
    block = html.split('<script type="application/ld+json">')[1].split("</script>")[0]
    found = [d for d in json.loads(block)["@graph"] if d["@type"] == "JobPosting"]
    return found[0] if found else None


def test_search_engines_for_work_read_it(before: Path, closing: Path) -> None:
    job = posting(before, "chauffeur")
    assert job is not None
    assert list(errors(job)) == []
    assert job["title"] == "Chauffeur van het busje"
    assert "<li>Je hebt een rijbewijs.</li>" in job["description"]
    assert "Vraag het Samira." in job["description"]
    assert (job["datePosted"], job["validThrough"]) == ("2026-11-01", "2026-12-01T23:59:59")
    assert job["employmentType"] == "VOLUNTEER"
    assert job["hiringOrganization"]["name"] == "Welzijn Veenrand"
    assert job["jobLocation"]["address"]["postalCode"] == "9990 SA"
    assert "baseSalary" not in job


def test_what_is_not_known_is_not_told_to_them(before: Path, closing: Path) -> None:
    assert posting(before, "buurtwerker") is None  # nobody says since when
    assert posting(closing, "stage") is None  # nor where


def test_paid_work_at_the_address_of_the_organisation(tmp_path: Path) -> None:
    organisatie = SMALL_HUIS["organisatie.yml"].replace(
        "contact: {telefoon: 0599 000 100}",
        "contact: {telefoon: 0599 000 100, adres: {straat: Brink 1, plaats: Lindeborg}}",
    )
    paid = (HUIS["vacatures/buurtwerker.yml"] or "") + "sinds: 2026-11-01\n"
    site = build_on(
        tmp_path, "2026-11-20", {"organisatie.yml": organisatie, "vacatures/buurtwerker.yml": paid}
    )
    job = posting(site, "buurtwerker")
    assert job is not None
    assert list(errors(job)) == []
    assert job["jobLocation"]["address"]["addressLocality"] == "Lindeborg"
    assert "employmentType" not in job


def test_who_left_is_not_the_one_to_call(tmp_path: Path) -> None:
    bea = "naam: Bea Bos\nfunctie: kok\nbelofte: Ik ben er.\ncontact: {telefoon: 0599 000 177}\n" \
        "te_vinden: [{locatie: de-linde, wanneer: maandag van 9 tot 10 uur}]\n"  # fmt: skip
    gone = (HUIS["medewerkers/samira.yml"] or "") + "uit_dienst: 2026-11-10\nafscheid: Dag.\n"
    alone = build_on(tmp_path / "a", "2026-11-20", {"medewerkers/samira.yml": gone})
    html = (alone / "vacatures/chauffeur/index.html").read_text("utf-8")
    assert "0599 000 112" not in html
    assert "Samira El Amrani" not in html
    succeeded = build_on(
        tmp_path / "b", "2026-11-20",
        {"medewerkers/samira.yml": f"{gone}opvolger: bea\n", "medewerkers/bea.yml": bea},
    )  # fmt: skip
    html = (succeeded / "vacatures/chauffeur/index.html").read_text("utf-8")
    assert "Bea Bos" in html
    assert "0599 000 177" in html


@pytest.mark.parametrize(("day", "is_linked"), [("2026-12-01", True), ("2026-12-02", False)])
def test_a_page_that_names_one_leads_to_it_while_it_is_open(
    tmp_path: Path, day: str, is_linked: bool
) -> None:
    settings = write_organisatie(tmp_path, HUIS, day)
    text = "# Rijden\n\n[Rijd mee](vacature:chauffeur)\n\nOf [kom kijken](vacature:chauffeur).\n"
    (tmp_path / "paginas/rijden.md").write_text(text, "utf-8")
    html = (build_site(settings) / "rijden/index.html").read_text("utf-8")
    assert ("vacatures/chauffeur/" in html) is is_linked
    assert ("Reageren kan tot en met 1 december 2026." in html) is is_linked
    assert "kom kijken" in html


def test_the_calendar_tells_what_opens_and_closes(tmp_path: Path) -> None:
    write_organisatie(tmp_path, HUIS)
    huis = load_huis(tmp_path / "huis").huis
    assert isinstance(huis, Huis)
    changes = forecast(huis, date(2026, 11, 20), date(2026, 12, 31))
    about = [(c.day.isoformat(), c.message) for c in changes if "vacature" in c.message]
    assert about == [
        ("2026-12-01", "De vacature “Stage in de keuken” verschijnt."),
        ("2026-12-02", "De vacature “Chauffeur van het busje” sluit, en verdwijnt."),
        ("2026-12-03", "De vacature “Stage in de keuken” sluit, en verdwijnt."),
    ]


# --- the kit ----------------------------------------------------------------------------------

SIZES = {"poster-a4.pdf": (210, 297), "poster-a3.pdf": (297, 420)}


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The kit of the driver's vacancy."""
    folder = tmp_path_factory.mktemp("kit")
    make_kit(folder, HUIS, id_="chauffeur")
    return folder / "kit/vacatures/chauffeur"


def test_a_vacancy_gets_a_poster_and_share_pictures(kit: Path) -> None:
    assert {p.name for p in kit.iterdir()} == {
        *SIZES, "deelbeeld-liggend-1200x630.png", "deelbeeld-vierkant-1080x1080.png",
        "deelbeeld-staand-1080x1920.png", "qr.svg", "qr.png", "index.html",
    }  # fmt: skip
    assert read_qr((kit / "qr.png").read_bytes()) == [f"{SITE}vacatures/chauffeur/"]


@pytest.mark.parametrize("name", SIZES)
def test_the_poster_can_be_hung_and_read_aloud(kit: Path, name: str) -> None:
    reader = pdf(kit / name)
    [sheet] = reader.pages
    size = (float(sheet.mediabox.width) * 25.4 / 72, float(sheet.mediabox.height) * 25.4 / 72)
    assert size == pytest.approx(SIZES[name], abs=0.2)
    assert find_off_sheet(kit / name) == []
    text = text_of(kit / name)
    for said in (
        "Vrijwilligerswerk", "Chauffeur van het busje", "tot en met 1 december 2026",
        "Koffie bij elke deur", "Samira El Amrani", "0599 000 112",
        "veenrand.example/repo/vacatures/chauffeur",
    ):  # fmt: skip
        assert said in text
    tags = read_structure(reader)
    assert tags.count("/H1") == 1
    assert "/Figure" in tags


def test_a_poster_of_long_words_holds_them(tmp_path: Path) -> None:
    long = " ".join(["Ondersteuningscoördinator"] * 12)
    make_kit(
        tmp_path,
        {
            **HUIS,
            "vacatures/chauffeur.yml": f"naam: {long}\nsoort: betaald\nwat: {long}\nuren: {long}\n"
            f"salaris: {long}\nwat_je_krijgt: [{long}, {long}, {long}, {long}, {long}]\n"
            "sluit_op: 2026-12-01\n",
        },
        id_="chauffeur",
    )
    for name in SIZES:
        assert find_off_sheet(tmp_path / "kit/vacatures/chauffeur" / name) == []


@pytest.mark.parametrize(
    ("on_date", "said"),
    [
        ("2026-12-02", 'De vacature "Chauffeur van het busje" sloot op 1 december 2026.'),
        ("2026-10-01", "Gebruik dan --op 2026-11-01."),
    ],
)
def test_no_poster_of_what_is_not_open(tmp_path: Path, on_date: str, said: str) -> None:
    with pytest.raises(Exception, match=said):
        make_kit(tmp_path, HUIS, id_="chauffeur", on_date=on_date)
