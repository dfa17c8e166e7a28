"""The werkboek: what a team sees of its own house; complete, linked, and for nobody else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.request import urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from helpers.build import ROOT, build_once, contents, run
from helpers.links import find_broken_links
from helpers.preview import serve_preview
from helpers.server import serve
from helpers.site import build_site, write_organisatie
from helpers.small_huis import SMALL_HUIS
from propositie.checks.ladder import STEPS
from propositie.handbook import handbook_pages

pytestmark = pytest.mark.xdist_group("werkboek")
SHEETS = [
    "", "bevindingen/", "zes-stappen/", "kalender/", "klantstem/", "vernieuwing/",
    "meedoen/", "opdrachten/", "kit/", "handboek/", "handboek/meldingen/",
    "handboek/eerste-uur/", "handboek/soorten/medewerkers/",
]  # fmt: skip


@pytest.fixture(scope="module")
def werkboek(shared_folder: Path, demo_folder: Path) -> Path:
    """The demo's werkboek, built once. Read it; never write in it."""
    return build_once(
        shared_folder / "demo_werkboek",
        lambda target: run(
            ["mkdocs", "build", "--strict", "-f", "werkboek.yml", "--site-dir", target],
            cwd=demo_folder,
        ),
    )


def write_werkboek(
    folder: Path, overrides: Mapping[str, str] | None = None, *, address: bool = True
) -> Path:
    """The small organisation with a werkboek.yml; returns that file."""
    config_file = write_organisatie(folder, overrides)
    if not address:
        text = config_file.read_text("utf-8")
        config_file.write_text(text.replace(text.splitlines()[1] + "\n", ""), "utf-8")
    werkboek = folder / "werkboek.yml"
    werkboek.write_text(
        "INHERIT: mkdocs.yml\nsite_dir: site_werkboek\nplugins:\n"
        "  - propositie: {huis: huis, editie: werkboek, op: 2026-11-20}\n",
        "utf-8",
    )
    return werkboek


def test_all_sheets_are_there_and_every_link_leads_somewhere(werkboek: Path) -> None:
    for address in [*SHEETS, *(b.address for b in handbook_pages())]:
        assert (werkboek / address / "index.html").is_file(), address
    assert find_broken_links(werkboek, "https://werkboek.invalid/") == []


def test_no_search_engine_may_enter(werkboek: Path) -> None:
    for path in werkboek.rglob("*.html"):
        if path.name != "handtekening.html":  # what goes under a mail is no page
            assert '<meta name="robots" content="noindex' in path.read_text("utf-8"), path
    assert (werkboek / "robots.txt").read_text("utf-8") == "User-agent: *\nDisallow: /\n"
    assert "canonical" not in (werkboek / "index.html").read_text("utf-8")


def test_the_public_pages_and_free_pages_are_not_in_it(werkboek: Path) -> None:
    assert not {"mensen", "voor-wie", "contact", "privacy", "blog"} & {
        p.name for p in werkboek.iterdir()
    }


def test_the_kit_of_everybody_is_in_it(werkboek: Path) -> None:
    for person in ("gijs", "samira", "ayse"):
        folder = werkboek / "kit/mensen" / person
        assert {f"{person}.vcf", "index.html", "folder-a4.pdf", "qr.svg", "visitekaartje.pdf"} <= {
            p.name for p in folder.iterdir()
        }
    sheet = (werkboek / "kit/index.html").read_text("utf-8")
    assert 'href="../kit/mensen/gijs/index.html">Gijs Hollander</a>' in sheet


def test_in_a_preview_the_kit_leads_to_the_public_site_too(tmp_path: Path) -> None:
    """Who prints a card from a preview hands out a code that works."""
    write_werkboek(tmp_path)
    with (
        serve_preview(tmp_path, "-f", "werkboek.yml") as preview,
        urlopen(f"{preview.address}kit/mensen/samira/index.html", timeout=10) as response,
    ):
        sheet = response.read().decode()
    assert 'href="https://veenrand.example/repo/mensen/samira/"' in sheet
    assert "127.0.0.1" not in sheet.replace("livereload", "")


def test_without_an_address_of_the_site_there_is_no_kit_and_it_says_why(tmp_path: Path) -> None:
    site = build_site(write_werkboek(tmp_path, address=False))
    assert "Er is nog geen kit" in (site / "kit/index.html").read_text("utf-8")
    assert not (site / "kit/mensen").exists()


def test_the_ladder_shows_the_steps_taken_and_the_next_one(tmp_path: Path, page: Page) -> None:
    without = SMALL_HUIS["medewerkers/samira.yml"].split("verrassingen:")[0]
    site = build_site(write_werkboek(tmp_path, {"medewerkers/samira.yml": without}))
    page.goto((site / "zes-stappen/index.html").as_uri())
    expect(page.get_by_role("heading", level=2)).to_have_text("Samira El Amrani 5 van de 6")
    treden = page.locator("li.sport")
    expect(treden).to_have_count(len(STEPS))
    expect(treden.nth(5)).to_contain_text("nog niet")
    expect(treden.nth(5)).to_contain_text("Waarmee verraste Samira een klant?")


def test_a_switched_off_rule_still_counts_on_the_ladder(tmp_path: Path) -> None:
    without = SMALL_HUIS["medewerkers/samira.yml"].split("verrassingen:")[0]
    result = SMALL_HUIS["organisatie.yml"] + "keuring: {uit: [K35]}\n"
    site = build_site(
        write_werkboek(tmp_path, {"medewerkers/samira.yml": without, "organisatie.yml": result})
    )
    assert "5 van de 6" in (site / "zes-stappen/index.html").read_text("utf-8")
    assert "K35" not in (site / "bevindingen/index.html").read_text("utf-8")


def test_every_finding_is_there_with_location_and_docs(tmp_path: Path, page: Page) -> None:
    old = SMALL_HUIS["concurrenten/woonwinkel.yml"].replace("2026-10-13", "2019-10-13")
    site = build_site(write_werkboek(tmp_path, {"concurrenten/woonwinkel.yml": old}))
    page.goto((site / "bevindingen/index.html").as_uri())
    finding = page.locator("li.bevinding")
    expect(finding.first).to_contain_text("huis/concurrenten/woonwinkel.yml, regel 5")
    expect(finding.first.locator("mark")).to_have_text("2019-10-13")
    finding.first.get_by_role("link").click()
    assert page.url.startswith((site / "handboek/meldingen/index.html").as_uri() + "#k")


def test_what_is_coming_is_there_with_its_day(tmp_path: Path) -> None:
    gone = SMALL_HUIS["medewerkers/samira.yml"] + "uit_dienst: 2026-12-31\n"
    site = build_site(write_werkboek(tmp_path, {"medewerkers/samira.yml": gone}))
    sheet = (site / "kalender/index.html").read_text("utf-8")
    assert "<dt>donderdag 31 december</dt><dd>Laatste werkdag van Samira El Amrani" in sheet
    assert "<dt>vrijdag 1 januari</dt><dd>De pagina van Samira wordt een afscheid" in sheet


def test_what_clients_say_is_there_by_service_and_wish(werkboek: Path, page: Page) -> None:
    page.goto((werkboek / "klantstem/index.html").as_uri())
    rhythm = "37 gesprekken in 4 weken. Jullie willen er 8 per week. Dat lukt."
    expect(page.get_by_text(rhythm)).to_be_visible()
    wishes = page.locator("section", has=page.get_by_role("heading", name="Wensen die nog open"))
    expect(wishes.locator(".wensen li")).to_have_text(["Kan de Papierwinkel ook een avond open?"])
    expect(wishes.locator("dt")).to_have_count(3)
    expect(page.get_by_role("heading", name="Het vervoer (2)")).to_be_visible()
    row = page.get_by_role("row", name="Boodschappentaxi")
    expect(row.get_by_role("cell")).to_have_text("8,6 (9; 7 tot 10)")
    few = page.get_by_role("row", name="Taalmaatje").get_by_role("cell")
    expect(few).to_contain_text("te weinig voor de site")
    expect(page.get_by_role("row", name="Afdeling administratie")).to_be_visible()


def test_what_was_tried_and_stopped_stays_with_why(werkboek: Path, page: Page) -> None:
    page.goto((werkboek / "vernieuwing/index.html").as_uri())
    stopped = page.get_by_role("region", name="Een scherm in de supermarkt")
    expect(stopped).to_contain_text("Gestopt")
    expect(stopped).to_contain_text("zet een mens neer, en laat het scherm thuis")
    expect(stopped.locator("dd")).to_have_count(5)
    expect(stopped.locator("dd").nth(3)).to_contain_text("nee Twee mensen kwamen via het scherm")


def test_a_commission_asks_head_heart_and_focus_before_yes_or_no(
    werkboek: Path, page: Page
) -> None:
    page.goto((werkboek / "opdrachten/index.html").as_uri())
    asked = page.get_by_role("region", name="Jongerenwerk in Lindeborg-Oost")
    expect(asked.get_by_role("heading", level=3)).to_have_text(
        ["Het hoofd", "Het hart", "De koers", "En dan"]
    )
    expect(asked.locator("dd")).to_have_count(9)
    expect(asked.locator("dd.oordeel--open, .oordeel--open")).to_have_count(2)
    expect(asked).to_contain_text("Er is nog geen besluit. Eerst zijn er nog 2 vragen open.")


def test_who_cares_for_too_many_is_told_so(tmp_path: Path, page: Page) -> None:
    many = SMALL_HUIS["meedoen/vrijwilliger.yml"].replace("aantal: 12", "aantal: 41")
    alone = "naam: Lid\noproep: Je hoort erbij.\naantal: 3\n"
    site = build_site(
        write_werkboek(tmp_path, {"meedoen/vrijwilliger.yml": many, "meedoen/lid.yml": alone})
    )
    page.goto((site / "meedoen/index.html").as_uri())
    row = page.get_by_role("region", name="Samira El Amrani 41 mensen")
    expect(row).to_contain_text("Dat is te veel voor één mens.")
    expect(page.get_by_text("Lid: 3")).to_be_visible()
    page.goto((site / "bevindingen/index.html").as_uri())
    storey = page.locator("section", has_text="Meedoen, vernieuwen en luisteren")
    expect(storey.locator("li.bevinding")).to_have_count(2)


def test_who_has_left_is_out_of_the_kit_the_next_time(tmp_path: Path) -> None:
    build_site(write_werkboek(tmp_path))
    assert (tmp_path / "site_werkboek/kit/mensen/samira").is_dir()
    gone = SMALL_HUIS["medewerkers/samira.yml"] + "uit_dienst: 2026-01-01\n"
    site = build_site(write_werkboek(tmp_path, {"medewerkers/samira.yml": gone}))
    assert not (site / "kit/mensen/samira").exists()


@pytest.mark.parametrize(("schema", "width"), [("light", 360), ("dark", 1280)])
def test_axe_finds_nothing(page: Page, werkboek: Path, schema: str, width: int) -> None:
    page.emulate_media(color_scheme="dark" if schema == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 800})
    axe, found = Axe(), []
    with serve(werkboek, "/werkboek/") as address:
        for sheet in SHEETS:
            page.goto(address + sheet)
            result = axe.run(page, options={"resultTypes": ["violations"]}).response
            found += [
                f"{sheet} {v['id']} {v['nodes'][0]['html'][:90]}" for v in result["violations"]
            ]
        page.goto("about:blank")
    assert found == []


def test_the_werkboek_fits_on_a_telephone(page: Page, werkboek: Path) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    with serve(werkboek) as address:
        for sheet in SHEETS:
            page.goto(address + sheet)
            width = page.evaluate("document.documentElement.scrollWidth")
            assert width <= 320, sheet
        page.goto("about:blank")


def test_the_search_box_finds_in_the_handbook(page: Page, werkboek: Path) -> None:
    with serve(werkboek) as address:
        page.goto(address)
        page.get_by_label("Zoeken in het werkboek").fill("toestemming")
        results = page.get_by_role("list", name="Gevonden pagina's").get_by_role("link")
        expect(results.first).to_be_visible()
        page.goto("about:blank")


def test_the_public_site_knows_nothing_of_the_werkboek(demo_site: Path) -> None:
    for name, bytes_ in contents(demo_site).items():
        assert b"werkboek" not in bytes_.lower(), name
    assert "werkboek" not in (ROOT / ".github/workflows/site.yml").read_text("utf-8")
