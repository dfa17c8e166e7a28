"""Who is there now: times that are right without a script, and words for this moment with one."""

from __future__ import annotations

import gzip
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from helpers.build import ROOT
from helpers.server import serve
from helpers.site import build_site, write_organisatie
from helpers.small_huis import SMALL_HUIS
from propositie.huis import Medewerker
from propositie.huis.moments import Moment
from propositie.pages.presence import (
    NEVER,
    encounters,
    presence_at,
    presence_of,
    short_hours,
)

FRIDAY = date(2026, 11, 27)


def moments(*typed: Any) -> list[Moment]:
    """What was typed, read."""
    return [Moment.model_validate(one) for one in typed]


def periods(data: str) -> list[str]:
    """The data for a browser, as clocks in Utrecht would show it in winter (UTC + 1)."""
    found = []
    for period in data.split():
        begin, end = (
            datetime.fromtimestamp((int(part) + 60) * 60, UTC) for part in period.split("-")
        )
        found.append(f"{begin:%d} {begin:%H:%M}-{end:%H:%M}")
    return found


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (["maandag van 9 tot 17 uur", "dinsdag van 9 tot 17 uur", "woensdag van 9 tot 17 uur",
          "vrijdag van 9 tot 12.30 uur"], ["ma t/m wo 9.00–17.00", "vr 9.00–12.30"]),
        (["dinsdag en donderdag van 9 tot 12 uur"], ["di en do 9.00–12.00"]),
        (["maandag, dinsdag en vrijdag van 9 tot 12 uur"], ["ma, di en vr 9.00–12.00"]),
        (["maandag van 9 tot 12 uur", "maandag van 13 tot 17 uur"],
         ["ma 9.00–12.00", "ma 13.00–17.00"]),
        (["vrijdag van 20 tot 24 uur"], ["vr 20.00–24.00"]),
        (["op afspraak"], []),
        (["eerste dinsdag van de maand van 9 tot 12 uur"], []),
        (["dinsdag"], []),
        ([{"dag": "dinsdag", "van": "9:00", "tot": "12:00", "tot_en_met": "2026-12-01"}], []),
    ],
)  # fmt: skip
def test_hours_are_said_briefly_or_not_at_all(typed: list[Any], expected: list[str]) -> None:
    assert short_hours(moments(*typed)) == expected


def test_the_times_of_the_days_to_come_go_along() -> None:
    hours = moments("maandag van 9 tot 12 uur", "vrijdag van 9 tot 12 uur")
    found = presence_at(hours, FRIDAY)
    assert periods(found.data) == ["27 09:00-12:00", "30 09:00-12:00", "04 09:00-12:00"]
    assert (found.soonest.day, found.soonest.hour) == (27, 9)


def test_times_that_touch_are_one() -> None:
    hours = moments("vrijdag van 9 tot 12 uur", "vrijdag van 11 tot 17 uur")
    assert periods(presence_at(hours, FRIDAY).data)[0] == "27 09:00-17:00"


def worker(*when: str) -> Medewerker:
    """Somebody who can be met at these times."""
    return Medewerker.model_validate(
        {"id": "x", "naam": "Jo Bos", "functie": "kok", "belofte": "Ik kom.",
         "te_vinden": [{"waar": f"Plek {n}", "wanneer": words} for n, words in enumerate(when)]}
    )  # fmt: skip


def test_a_day_without_a_time_lasts_as_long_as_somebody_answers() -> None:
    office = moments("maandag van 9 tot 17 uur", "vrijdag van 9 tot 12.30 uur")
    found = presence_of(worker("vrijdag, op afspraak", "maandag van 10 tot 11 uur"), FRIDAY, office)
    assert periods(found.data) == ["27 09:00-12:30", "30 10:00-11:00", "04 09:00-12:30"]


@pytest.mark.parametrize("words", ["altijd", "om de week op dinsdag", "als het regent"])
def test_words_without_a_day_are_never_now(words: str) -> None:
    found = presence_of(worker(words), FRIDAY)
    assert (found.data, found.soonest) == ("", NEVER)


def test_where_somebody_is_first_stands_first() -> None:
    found = encounters(worker("altijd", "dinsdag van 9 tot 10 uur", "vrijdag van 9 uur"), FRIDAY)
    assert [e.meeting.waar for e in found] == ["Plek 1", "Plek 0", "Plek 2"]
    found = encounters(worker("altijd", "dinsdag van 9 tot 10 uur", "vrijdag om 9 uur"), FRIDAY)
    assert [e.meeting.waar for e in found] == ["Plek 2", "Plek 1", "Plek 0"]


# --- in a browser ------------------------------------------------------------------------------

HOURS = """\
contact:
  telefoon: 0599 000 100
  openingstijden:
    - {dag: maandag t/m donderdag, van: 9:00, tot: 17:00}
    - {dag: vrijdag, van: 9:00, tot: 12:30}
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small house with hours, made on a Friday."""
    organisatie = SMALL_HUIS["organisatie.yml"].replace(
        "contact: {telefoon: 0599 000 100}\n", HOURS
    )
    samira = SMALL_HUIS["medewerkers/samira.yml"]
    assert "te_vinden" in samira
    folder = tmp_path_factory.mktemp("nu")
    files = {"organisatie.yml": organisatie}
    return build_site(write_organisatie(folder, files, str(FRIDAY)))


def told(browser: Browser, site: Path, moment: str, zone: str = "Europe/Amsterdam") -> str:
    """What the header says of the telephone at a moment (UTC), to somebody in a time zone."""
    with browser.new_context(locale="en-GB", timezone_id=zone) as context, serve(site) as address:
        page = context.new_page()
        page.clock.set_fixed_time(datetime.fromisoformat(moment))
        page.set_viewport_size({"width": 1280, "height": 720})
        page.goto(f"{address}mensen/")
        line = page.locator(".top__bel .nu")
        expect(line).to_be_visible()
        return line.inner_text().replace("\n", " ").strip()


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-11-27T10:00+00:00", "open tot 12.30"),
        ("2026-11-27T07:59+00:00", "nu dicht; vandaag vanaf 9.00"),
        ("2026-11-27T12:00+00:00", "nu dicht; maandag vanaf 9.00"),
        ("2026-11-29T22:30+00:00", "nu dicht; morgen vanaf 9.00"),
        ("2026-11-29T23:30+00:00", "nu dicht; vandaag vanaf 9.00"),
        ("2026-12-02T09:00+00:00", "open tot 17.00"),
        ("2027-01-15T09:00+00:00", "ma t/m do 9.00–17.00 vr 9.00–12.30"),
    ],
)
def test_open_or_closed_at_any_moment(
    browser: Browser, site: Path, moment: str, expected: str
) -> None:
    assert told(browser, site, moment) == expected


def test_it_is_the_clock_of_the_netherlands_that_counts(browser: Browser, site: Path) -> None:
    assert told(browser, site, "2026-11-27T10:00+00:00", "America/New_York") == "open tot 12.30"


def test_without_a_script_the_times_themselves_stand(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    with context, serve(site) as address:
        page = context.new_page()
        page.set_viewport_size({"width": 1280, "height": 720})
        page.goto(f"{address}mensen/")
        words = page.locator(".top__bel .nu").inner_text()
        assert words.split("\n") == ["ma t/m do 9.00–17.00", "vr 9.00–12.30"]
        assert page.locator(".nu").filter(has_text="Is er nu").count() == 0


def test_the_script_is_small() -> None:
    raw = (ROOT / "theme/assets/nu.js").read_bytes()
    assert len(gzip.compress(raw, 9, mtime=0)) < 1_200, "a kilobyte, as it goes over the line"
