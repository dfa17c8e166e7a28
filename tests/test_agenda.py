"""What is on: the week, the year ahead, the page of an event, in a browser with its clock set."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from itertools import islice
from pathlib import Path

import pytest
from ical.calendar_stream import IcsCalendarStream
from playwright.sync_api import Browser, Page, expect

from helpers.build import contents
from helpers.server import serve
from helpers.small_huis import SMALL_HUIS
from helpers.week_house import WEEK, build_on
from propositie.huis import Activiteit, InternalMedewerker
from propositie.huis.sluitingen import NEVER_CLOSED
from propositie.pages.week import Week


@contextmanager
def at(browser: Browser, site: Path, moment: str, width: int = 1280) -> Iterator[tuple[Page, str]]:
    """A page in a browser whose clock stands at a moment in Amsterdam, in another time zone."""
    with serve(site) as address, browser.new_context(
        locale="nl-NL", timezone_id="America/New_York", viewport={"width": width, "height": 800}
    ) as context:  # fmt: skip
        page = context.new_page()
        page.clock.install(time=datetime.fromisoformat(moment))
        yield page, address


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_on(tmp_path_factory.mktemp("agenda"), "2026-11-26")


def rows_of(page: Page, day: str) -> list[str]:
    """What stands under a day, each row in one line."""
    section = page.locator(".dag", has=page.get_by_role("heading", name=re.compile(day)))
    texts = section.get_by_role("listitem").all_inner_texts()
    return [" ".join(text.replace("\u00ad", "").split()) for text in texts]


def test_a_working_day_tells_what_is_on_now(browser: Browser, site: Path) -> None:
    with at(browser, site, "2026-11-26T10:00:00+01:00") as (page, address):
        page.goto(f"{address}agenda/")
        today = rows_of(page, "Vandaag")
        assert today[0].startswith("nu, tot 12.00 Boodschappentaxi Wijkcentrum De Linde")
        assert "Bel eerst 0599 000 121" in today[0]
        morgen = rows_of(page, "Morgen")
        assert any("Koor" in r and "Gaat niet door: de dirigent is ziek" in r for r in morgen)
        assert any("In plaats daarvan: koffie in De Linde" in r for r in morgen)
        assert any(r.startswith("9.00 Samira is er Weekmarkt") for r in morgen)
        assert any("Soepmiddag" in row for row in rows_of(page, "Zondag"))
        assert page.get_by_role("heading", name="December 2026").count() == 1
        later = page.locator(".keren--later").all_inner_texts()
        assert any("Kerstmarkt" in part and "Vol" in part for part in later)
        assert not any("Boodschappentaxi" in part for part in later), "that is every week"
        page.goto(address)
        expect(page.locator(".dag--kort").first).to_contain_text("nu, tot 12.00")


def test_what_is_over_today_stands_last(browser: Browser, site: Path) -> None:
    with at(browser, site, "2026-11-27T13:00:00+01:00") as (page, address):
        page.goto(f"{address}agenda/")
        expect(page.get_by_role("heading", name=re.compile("Donderdag"))).to_be_hidden()
        assert rows_of(page, "Vandaag")[0].split()[1] == "Koor"
        page.goto(address)
        expect(page.get_by_text("Boodschappentaxi").first).to_be_hidden()


def test_in_the_evening_the_home_page_tells_of_tomorrow(browser: Browser, site: Path) -> None:
    with at(browser, site, "2026-11-26T21:00:00+01:00") as (page, address):
        page.goto(address)
        expect(page.locator(".dag--kort h3").first).to_be_hidden()
        expect(page.locator(".dag--kort h3").last).to_contain_text("Morgen")


def test_a_week_that_is_long_over_is_said_to_be(browser: Browser, site: Path) -> None:
    said = "De dagen die hier stonden, zijn voorbij. Bel ons gerust om te horen wat er nu is."
    with at(browser, site, "2026-11-26T10:00:00+01:00") as (page, address):
        page.goto(f"{address}agenda/")
        expect(page.get_by_text(said)).to_be_hidden()
    with at(browser, site, "2026-12-08T10:00:00+01:00") as (page, address):
        page.goto(f"{address}agenda/")
        expect(page.get_by_text(said)).to_be_visible()


def test_at_christmas_what_comes_back_is_not_on_and_what_has_a_date_is(
    browser: Browser, tmp_path: Path
) -> None:
    built = build_on(tmp_path, "2026-12-25")
    with at(browser, built, "2026-12-25T12:30:00+01:00") as (page, address):
        page.goto(f"{address}agenda/")
        assert [r.split(" ")[3] for r in rows_of(page, "Vandaag")] == ["Soepmiddag"]
        assert rows_of(page, "Maandag") != []
        page.goto(f"{address}contact/")
        expect(page.locator("main .nu").first).to_have_text("nu dicht; maandag vanaf 9.00")
        expect(page.locator(".gesloten").first).to_contain_text("eerste kerstdag")
        page.goto(f"{address}plek/de-linde/")
        expect(page.get_by_text("Soepmiddag").first).to_be_visible()


@pytest.mark.parametrize(
    ("day", "moment", "said"),
    [
        ("2027-03-28", "2027-03-28T12:30:00+02:00", "nu, tot 14.00"),
        ("2026-10-25", "2026-10-25T13:30:00+01:00", "nu, tot 14.00"),
        ("2027-03-28", "2027-03-28T11:30:00+02:00", "12.00"),
    ],
)
def test_on_a_day_on_which_clocks_change_the_hour_is_right(
    browser: Browser, tmp_path: Path, day: str, moment: str, said: str
) -> None:
    built = build_on(tmp_path, day)
    with at(browser, built, moment) as (page, address):
        page.goto(f"{address}agenda/")
        expect(page.locator(".dag .keer__uur").first).to_have_text(said, use_inner_text=True)


@pytest.mark.parametrize(
    ("moment", "on", "office"),
    [
        ("2026-11-26T10:00:00+01:00", ["Boodschappentaxi"], "open tot 17.00"),
        ("2026-12-25T12:30:00+01:00", ["Soepmiddag"], "nu dicht; maandag vanaf 9.00"),
        ("2027-03-28T12:30:00+02:00", ["Soepmiddag"], "nu dicht; morgen vanaf 9.00"),
    ],
    ids=["working day", "christmas", "clocks change"],
)
def test_every_page_and_calendar_says_the_same(
    browser: Browser, tmp_path: Path, moment: str, on: list[str], office: str
) -> None:
    day = date.fromisoformat(moment[:10])
    built = build_on(tmp_path, day.isoformat())
    with at(browser, built, moment) as (page, address):
        page.goto(f"{address}agenda/")
        section = page.locator(".dag", has=page.get_by_role("heading", name=re.compile("Vandaag")))
        names = [plain(name) for name in section.locator(".keer__naam").all_inner_texts()]
        assert [name for name in names if " is er" not in name] == on
        page.goto(address)
        rows = page.locator(".dag--kort").first.locator(".keer__naam").all_inner_texts()
        assert [plain(name) for name in rows] == on
        expect(page.locator("header .nu").first).to_have_text(office)
        page.goto(f"{address}contact/")
        expect(page.locator("main .nu").first).to_have_text(office)
        page.goto(f"{address}plek/de-linde/")
        at_place = page.locator(".keren--komend .keer__wat").all_inner_texts()
        assert [name for name in on if any(name in plain(row) for row in at_place)] == on
        page.set_viewport_size({"width": 360, "height": 740})
        page.goto(address)
        expect(page.locator(".belbalk a").first).to_contain_text("0599 000 100")
    for calendar in ("agenda/agenda.ics", "plek/de-linde/de-linde.ics"):
        whole = IcsCalendarStream.calendar_from_ics((built / calendar).read_text("utf-8"))
        told = whole.timeline.overlapping(day, day + timedelta(days=1))
        assert [str(event.summary) for event in told] == on, calendar


def plain(text: str) -> str:
    """A text without the places where it may be broken."""
    return text.replace("\u00ad", "")


def test_the_page_of_an_event_says_what_holds(browser: Browser, site: Path) -> None:
    with at(browser, site, "2026-11-26T10:00:00+01:00", 360) as (page, address):
        page.goto(f"{address}agenda/feest/")
        expect(page.get_by_text("Dit was op 14 november 2026. Het is voorbij.")).to_be_visible()
        page.goto(f"{address}agenda/markt/")
        expect(page.get_by_text("Er is geen plaats meer.")).to_be_visible()
        expect(page.get_by_text("Zaterdag 12 december 2026 de hele dag")).to_be_visible()
        page.goto(f"{address}agenda/koor/")
        expect(page.get_by_text("vr 27 nov")).to_be_visible()
        expect(page.get_by_text("Gaat niet door: de dirigent is ziek").first).to_be_visible()
        page.goto(f"{address}aanbod/boodschappentaxi/")
        expect(page.get_by_role("heading", name="Binnenkort")).to_be_visible()
        expect(page.get_by_role("link", name="Koor")).to_be_visible()
        page.goto(f"{address}mensen/samira/")
        expect(page.get_by_role("link", name="Soepmiddag")).to_be_visible()


def test_what_was_long_ago_is_nowhere(site: Path) -> None:
    assert not (site / "agenda/lang-geleden").exists()
    assert [name for name, raw in contents(site).items() if b"Lang geleden" in raw] == []


def test_without_a_script_the_week_says_days_and_hours(browser: Browser, site: Path) -> None:
    with serve(site) as address, browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}agenda/")
        assert rows_of(page, "Donderdag")[0].startswith("9.00 Boodschappentaxi")
        assert page.get_by_role("heading", name=re.compile("Vandaag")).count() == 0


def test_an_event_is_found(browser: Browser, site: Path) -> None:
    with at(browser, site, "2026-11-26T10:00:00+01:00") as (page, address):
        page.goto(f"{address}zoeken/?q=kerstmarkt")
        first = page.locator(".zoek__uitkomst li").first
        expect(first).to_contain_text("Kerstmarkt")
        expect(first).to_contain_text("activiteit")


def test_a_service_that_stops_and_who_left_are_not_in_the_week(tmp_path: Path) -> None:
    built = build_on(
        tmp_path,
        "2026-11-20",
        {
            "diensten/boodschappentaxi.yml": WEEK["diensten/boodschappentaxi.yml"]
            + "status: gestopt\n",
            "medewerkers/samira.yml": SMALL_HUIS["medewerkers/samira.yml"]
            + "uit_dienst: 2026-11-01\n",
        },
    )
    week = (built / "agenda/index.html").read_text("utf-8")
    assert "Koor" in week
    assert "Boodschappentaxi" not in week
    assert "Samira" not in week


def test_who_is_at_two_places_is_at_each_at_its_own_time() -> None:
    """And what is special about one time is not said of the others."""
    person = InternalMedewerker.model_validate(
        {
            "id": "amal", "naam": "Amal Haddad", "functie": "buurtwerker", "belofte": "Ik ben er.",
            "te_vinden": [
                {"waar": "de markt", "wanneer": "vrijdag van 9 tot 10 uur, bij de kaas"},
                {"waar": "het plein", "wanneer": "maandag van 13 tot 14 uur"},
            ],
        }
    )  # fmt: skip
    week = Week(date(2026, 11, 20), lambda _place: NEVER_CLOSED)
    found = [(h.day.weekday(), h.where, h.note) for h in islice(week.meetings(person), 2)]
    assert found == [(4, "de markt", "bij de kaas"), (0, "het plein", "")]
    service = Activiteit.model_validate(
        {"id": "soep", "naam": "Soep", "wanneer": [
            {"dag": "vrijdag", "van": "12:00", "toelichting": "met brood"},
            {"dag": "maandag", "van": "12:00"},
        ]}
    )  # fmt: skip
    assert [h.note for h in week.times(service, 2)] == ["met brood", ""]
