"""Taking part, what is new, what clients say: what the public sees of it, and what nobody does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from helpers.build import contents
from helpers.layout_faults import find_layout_faults
from helpers.server import serve
from helpers.site import build_site, write_organisatie
from helpers.small_huis import SMALL_HUIS, write_huis
from propositie.checks.meedoen import carried
from propositie.edition import public_huis, waarderingen_of
from propositie.forecast import dated_facts
from propositie.huis import Huis, Rol
from propositie.huis.klantstem import weigh
from propositie.reading import load_huis

DAY = date(2026, 11, 20)
GRADES = "".join(
    f"  - {{datum: 2026-11-17, cijfer: {cijfer}, dienst: boodschappentaxi, opmerking: {said}}}\n"
    for cijfer, said in (
        (7, "Wij hadden haast"), (8, "Het rook naar soep"), (8, "Wij zongen onderweg"),
        (9, "Er lag een deken"), (10, "De bel deed het"),
    )
)  # fmt: skip
HUIS: Mapping[str, str | None] = {
    "klantgroepen/vrijwilligers.yml": """\
naam: Vrijwilligers
soort: vrijwilliger
ik: Ik heb tijd over
kernboodschap: Jij zegt hoeveel.
""",
    "meedoen/vrijwilliger.yml": """\
naam: Vrijwilliger
oproep: Je hebt een uur over, en iemand wacht op je.
wat_je_doet: [Je leest een brief voor]
uren: een uur in de week
wat_je_krijgt: [Koffie met koek]
contact: samira
volgorde: 2
coordinator: bea
aantal: 31
""",
    "meedoen/donateur.yml": """\
naam: Donateur
oproep: Van een tientje rijdt de bus.
bijdrage: wat je missen kunt
aanmelden: {telefoon: 0599 000 191, tekst: Bel en noem een bedrag.}
contact: bea
volgorde: 1
""",
    "medewerkers/samira.yml": SMALL_HUIS["medewerkers/samira.yml"]
    + "contact: {telefoon: 0599 000 112}\n",
    "medewerkers/bea.yml": """\
naam: Bea Bos
functie: kok
belofte: Ik ben er.
te_vinden: [{locatie: de-linde, wanneer: maandag van 9 tot 10 uur}]
""",
    "vacatures/bakker.yml": "naam: Bakker\nsoort: betaald\nwat: Je bakt.\nsluit_op: 2026-12-01\n",
    "vernieuwingen/scherm.yml": """\
naam: Een scherm in de supermarkt
omschrijving: Een beeldscherm bij de wagentjes.
status: gestopt
waarom_gestopt: Niemand keek ernaar om.
""",
    "klantstem/deze-week.yml": "periode: {van: 2026-11-16, tot: 2026-12-20}\ncijfers:\n" + GRADES,
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the house."""
    return build_site(write_organisatie(tmp_path_factory.mktemp("rekenschap"), HUIS))


def load(folder: Path, overrides: Mapping[str, str | None] | None = None) -> Huis:
    """The house, read."""
    huis = load_huis(write_huis(folder / "huis", {**HUIS, **(overrides or {})})).huis
    assert isinstance(huis, Huis)
    return huis


def html(site: Path, address: str) -> str:
    """A page as it was built."""
    return (site / address / "index.html").read_text("utf-8")


# --- taking part ------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [320, 1280])
def test_each_way_to_take_part_says_what_you_do_and_get_and_whom_you_call(
    browser: Browser, site: Path, width: int
) -> None:
    with serve(site) as address, browser.new_context(
        viewport={"width": width, "height": 800}, java_script_enabled=False
    ) as context:  # fmt: skip
        page = context.new_page()
        page.goto(f"{address}meedoen/#vrijwilliger")
        assert [
            words.replace("\u00ad", "") for words in page.locator("main h2").all_inner_texts()[:3]
        ] == ["Donateur", "Vrijwilliger", "Dit werk is nu te doen"]
        role = page.locator("section#vrijwilliger")
        for said in ("Een uur in de week", "Je leest een brief voor", "Koffie met koek"):
            expect(role.get_by_text(said)).to_be_visible()
        expect(role.get_by_role("link", name="Samira El Amrani")).to_be_visible()
        expect(role.get_by_role("link", name="Bel Samira")).to_have_attribute(
            "href", "tel:+31599000112"
        )
        giver = page.locator("section#donateur")
        expect(giver.get_by_text("Wat je missen kunt")).to_be_visible()
        expect(giver.get_by_text("Bel en noem een bedrag.")).to_be_visible()
        assert giver.locator("a.knop--bel").get_attribute("href") == "tel:+31599000191"
        assert find_layout_faults(page, str(width)) == []


def test_open_work_stands_there_voluntary_first(site: Path) -> None:
    page = html(site, "meedoen")
    places = [page.index(f'href="../vacatures/{id_}/"') for id_ in ("chauffeur", "bakker")]
    assert places == sorted(places)
    assert "Reageren kan tot en met 1 december 2026." in page


def test_pages_for_volunteers_and_the_foot_lead_to_it(site: Path) -> None:
    page = html(site, "voor-wie/vrijwilligers")
    assert 'href="../../meedoen/#vrijwilliger"' in page
    assert "Van een tientje rijdt de bus." in page
    assert "Van een tientje rijdt de bus." not in html(site, "voor-wie/ouderen")
    assert 'href="meedoen/">Meedoen</a>' in html(site, "")


def test_who_left_is_not_the_one_to_call(tmp_path: Path) -> None:
    gone = (HUIS["medewerkers/samira.yml"] or "") + "uit_dienst: 2026-11-10\nafscheid: Dag.\n"
    alone = load(tmp_path / "a", {"medewerkers/samira.yml": gone})
    assert public_huis(alone, DAY).meedoen["vrijwilliger"].contact is None
    succeeded = load(tmp_path / "b", {"medewerkers/samira.yml": f"{gone}opvolger: bea\n"})
    assert public_huis(succeeded, DAY).meedoen["vrijwilliger"].contact == "bea"


def test_who_cares_for_how_many_is_known_inside(tmp_path: Path) -> None:
    [row] = carried(load(tmp_path))
    assert (row.coordinator.id, row.aantal) == ("bea", 31)
    assert not {"coordinator", "aantal"} & set(Rol.model_fields)


# --- innovation -------------------------------------------------------------------------------


def test_only_what_may_be_told_is_told(site: Path) -> None:
    page = html(site, "vernieuwing")
    assert "Wie niet binnen durft, gaat buiten zitten." in page
    assert "Tot nu toe doen alleen wij het zo." in page
    secret = (b"scherm in de supermarkt", b"bij de wagentjes", b"keek ernaar om", b"11 naar 19")
    leaks = [n for n, raw in contents(site).items() for text in secret if text in raw]
    assert leaks == []


@pytest.mark.parametrize(
    ("fields", "is_told"),
    [
        ("zichtbaar: publiek\nomschrijving: Nieuw.\n", True),
        ("omschrijving: Nieuw.\n", False),
        ("zichtbaar: intern\nomschrijving: Nieuw.\n", False),
        ("zichtbaar: publiek\n", False),
        ("zichtbaar: publiek\nomschrijving: Nieuw.\nbegonnen: 2026-11-21\n", False),
        ("zichtbaar: publiek\nomschrijving: Nieuw.\nbegonnen: 2026-11-20\n", True),
    ],
)
def test_the_default_is_that_it_stays_inside(tmp_path: Path, fields: str, is_told: bool) -> None:
    huis = load(tmp_path, {"vernieuwingen/scherm.yml": f"naam: Een scherm\n{fields}"})
    assert ("scherm" in public_huis(huis, DAY).vernieuwingen) is is_told


def test_without_any_there_is_no_page_and_nothing_leads_to_it(tmp_path: Path) -> None:
    none: dict[str, str | None] = {
        "vernieuwingen/bank-op-de-stoep.yml": None, "meedoen/vrijwilliger.yml": None,
        "meedoen/donateur.yml": None,
    }  # fmt: skip
    site = build_site(write_organisatie(tmp_path, {**HUIS, **none}))
    assert not (site / "vernieuwing").exists()
    assert not (site / "meedoen").exists()
    pages = (b"vernieuwing/", b"meedoen/")
    assert [n for n, raw in contents(site).items() if any(page in raw for page in pages)] == []


# --- grades -----------------------------------------------------------------------------------


def test_a_service_shows_its_grades_all_together(site: Path) -> None:
    page = html(site, "aanbod/boodschappentaxi")
    assert "Gemiddeld een 8,4" in page
    assert "Dat komt uit 5 cijfers van 1 tot en met 10, gegeven in november 2026." in page
    assert "Minstens de helft gaf een 8 tot een 9" in page
    assert "Het laagste een 7, het hoogste een 10" in page


def test_no_grade_alone_no_remark_and_no_stars_are_public(site: Path) -> None:
    forbidden = (
        b"AggregateRating", "★".encode(), b"2026-11-17", b"17 november", b"hadden haast",
        b"naar soep", b"zongen onderweg", b"lag een deken", b"bel deed",
    )  # fmt: skip
    assert [n for n, raw in contents(site).items() for text in forbidden if text in raw] == []


def changed(huis: Huis, **stem: Any) -> Huis:
    """The house with other values in what its clients said."""
    old = huis.klantstem["deze-week"]
    return replace(huis, klantstem={"deze-week": old.model_copy(update=stem)})


def test_of_fewer_than_five_grades_the_public_sees_nothing(tmp_path: Path) -> None:
    huis = load(tmp_path)
    rows = huis.klantstem["deze-week"].cijfers
    assert waarderingen_of(huis, DAY)["boodschappentaxi"].aantal == 5
    assert waarderingen_of(changed(huis, cijfers=rows[1:]), DAY) == {}
    # what is still to come counts for nothing
    later = [rows[0].model_copy(update={"datum": date(2026, 11, 21)}), *rows[1:]]
    assert waarderingen_of(changed(huis, cijfers=tuple(later)), DAY) == {}
    assert waarderingen_of(huis, date(2026, 11, 15)) == {}


def test_grades_of_more_than_a_year_ago_and_of_what_stopped_are_gone(tmp_path: Path) -> None:
    huis = load(tmp_path)
    assert waarderingen_of(huis, date(2027, 12, 21))
    assert waarderingen_of(huis, date(2027, 12, 22)) == {}
    dienst = huis.diensten["boodschappentaxi"].model_copy(update={"status": "gestopt"})
    assert waarderingen_of(replace(huis, diensten={dienst.id: dienst}), DAY) == {}


def test_the_calendar_says_when_they_go(tmp_path: Path) -> None:
    facts = dated_facts(load(tmp_path), DAY, date(2028, 1, 1))
    told = [(f.day.isoformat(), f.message, f.is_task) for f in facts if f.about == "klanten"]
    assert told == [
        ("2026-12-20", "De periode van de klantstem is om. Bespreek met het team wat klanten "
         "zeiden, en begin een nieuwe periode.", True),
        ("2027-12-22", "De cijfers bij “Boodschappentaxi” verdwijnen van de site: zij zijn "
         "ouder dan een jaar.", False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cijfers", "expected"),
    [
        ([8], ("8", "8", "8", "8", "8")),
        ([1, 10], ("5.5", "1", "1", "10", "10")),
        ([7, 8, 8, 9, 10], ("8.4", "7", "8", "9", "10")),
        ([6, 6, 6, 6, 6, 6, 6, 10], ("6.5", "6", "6", "6", "10")),
        (["7.5", "7.5", "8", "9", "9", "10"], ("8.5", "7.5", "7.5", "9", "10")),
        ([7, 7, 7, 8], ("7.3", "7", "7", "8", "8")),
    ],
)
def test_mean_and_middle(cijfers: list[Any], expected: tuple[str, ...]) -> None:
    """At least half of the grades lies in the middle."""
    given = [Decimal(c) for c in cijfers]
    w = weigh(given, DAY, DAY)
    found = (w.gemiddelde, w.laagste, w.midden_van, w.midden_tot, w.hoogste)
    assert found == tuple(map(Decimal, expected))
    assert 2 * sum(w.midden_van <= c <= w.midden_tot for c in given) >= len(given)


# --- commissions ------------------------------------------------------------------------------


def test_a_decision_is_a_task_until_it_is_taken(tmp_path: Path) -> None:
    asked = "naam: Jongerenwerk\nopdrachtgever: De gemeente\ndatum: 2026-12-15\n"
    for extra, days in (("", ["2026-12-15"]), ("besluit: nee\n", [])):
        huis = load(tmp_path / (extra[:7] or "open"), {"opdrachten/oost.yml": asked + extra})
        facts = dated_facts(huis, DAY, date(2027, 1, 1))
        assert [f.day.isoformat() for f in facts if f.about == "opdrachten"] == days
