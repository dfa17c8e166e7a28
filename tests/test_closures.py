"""When it is closed: periods, and the holidays on which an organisation does not work."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import islice
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from pydantic import TypeAdapter

from helpers.server import serve
from helpers.site import build_site, write_organisatie
from helpers.small_huis import SMALL_HUIS
from propositie.huis.feestdagen import feestdagen_from, feestdagen_in
from propositie.huis.moments import Moment
from propositie.huis.occurrences import AMSTERDAM, occurrences
from propositie.huis.sluitingen import ClosedDays, Feestdagen, Sluiting, Sluitingen
from propositie.pages.presence import presence_at

READ: TypeAdapter[tuple[Sluiting, ...]] = TypeAdapter(Sluitingen)


EASTER = {
    2019: "04-21", 2024: "03-31", 2025: "04-20", 2026: "04-05", 2027: "03-28", 2028: "04-16",
    2029: "04-01", 2030: "04-21", 2038: "04-25",
}  # fmt: skip
"""Easter Sunday as calendars print it."""


@pytest.mark.parametrize(("year", "sunday"), EASTER.items())
def test_holidays_fall_where_calendars_print_them(year: int, sunday: str) -> None:
    easter = date.fromisoformat(f"{year}-{sunday}")
    kings = {2025: 26, 2031: 26}.get(year, 27)  # 27 April is a Sunday in 2025
    assert feestdagen_in(year) == {
        date(year, 1, 1): "nieuwjaarsdag",
        easter - timedelta(days=2): "goede vrijdag",
        easter: "eerste paasdag",
        easter + timedelta(days=1): "tweede paasdag",
        date(year, 4, kings): "koningsdag",
        date(year, 5, 5): "bevrijdingsdag",
        easter + timedelta(days=39): "hemelvaartsdag",
        easter + timedelta(days=49): "eerste pinksterdag",
        easter + timedelta(days=50): "tweede pinksterdag",
        date(year, 12, 25): "eerste kerstdag",
        date(year, 12, 26): "tweede kerstdag",
    }


def test_holidays_ahead_cross_the_year() -> None:
    found = [name for _, name in feestdagen_from(date(2026, 12, 1), 31)]
    assert found == ["eerste kerstdag", "tweede kerstdag", "nieuwjaarsdag"]


def test_a_holiday_is_read_as_people_write_it() -> None:
    read = Feestdagen.model_validate(
        {
            "gesloten": ["1e Kerstdag", "2de kerstdag", "Hemelvaart", "Nieuwjaar"],
            "open": "goede_vrijdag",
        }
    )
    assert read.gesloten == (
        "eerste kerstdag",
        "tweede kerstdag",
        "hemelvaartsdag",
        "nieuwjaarsdag",
    )
    assert read.open == ("goede vrijdag",)


@pytest.mark.parametrize(
    ("typed", "van", "tot", "reden"),
    [
        ("24-12-2026 t/m 1-1-2027, kerst", date(2026, 12, 24), date(2027, 1, 1), "kerst"),
        ("24 t/m 31 december 2026", date(2026, 12, 24), date(2026, 12, 31), None),
        ("24 december t/m 2 januari 2027 (om)", date(2026, 12, 24), date(2027, 1, 2), "om"),
        ("15 mei 2026: studiedag", date(2026, 5, 15), date(2026, 5, 15), "studiedag"),
        ({"van": "1-2-2026 t/m 3-2-2026"}, date(2026, 2, 1), date(2026, 2, 3), None),
    ],
)  # fmt: skip
def test_a_period_is_read_as_people_write_it(
    typed: object, van: date, tot: date, reden: str | None
) -> None:
    (read,) = READ.validate_python([typed])
    assert (read.van, read.tot, read.reden) == (van, tot, reden)


def test_what_comes_back_stays_away_and_what_has_a_date_does_not() -> None:
    closed = ClosedDays(
        READ.validate_python(["21-12-2026 t/m 31-12-2026"]), frozenset({"nieuwjaarsdag"})
    )
    moment = Moment.model_validate(
        {"dag": "maandag t/m vrijdag", "datum": "22-12-2026", "van": "9", "tot": "17"}
    )
    start = datetime(2026, 12, 18, tzinfo=AMSTERDAM)
    found = [o.begin.date() for o in islice(occurrences(moment, start, closed), 4)]
    assert found == [date(2026, 12, 18), date(2026, 12, 22), date(2027, 1, 4), date(2027, 1, 5)]


def test_behind_a_closed_period_the_first_time_after_it_is_told() -> None:
    closed = ClosedDays(READ.validate_python(["21-12-2026 t/m 8-1-2027"]))
    hours = [Moment.model_validate("maandag t/m vrijdag van 9 tot 17 uur")]
    first = presence_at(hours, date(2026, 12, 22), closed).periods[0][0]
    assert first == datetime(2027, 1, 11, 9, tzinfo=AMSTERDAM)
    last_day = presence_at(hours, date(2026, 12, 18), closed).periods
    assert [begin.date() for begin, _ in last_day] == [date(2026, 12, 18), date(2027, 1, 11)]


def test_a_holiday_inside_a_period_has_no_line_of_its_own() -> None:
    closed = ClosedDays(
        READ.validate_python(["24-12-2026 t/m 31-12-2026, vakantie"]),
        frozenset({"eerste kerstdag", "nieuwjaarsdag"}),
    )
    told = [(p.van, p.reden) for p in closed.ahead(date(2026, 12, 1), 60)]
    assert told == [(date(2026, 12, 24), "vakantie"), (date(2027, 1, 1), "nieuwjaarsdag")]


HOURS = {
    "organisatie.yml": SMALL_HUIS["organisatie.yml"].replace(
        "contact:", "gesloten: [{van: 24-12-2026, tot: 8-1-2027, reden: vakantie}]\ncontact:"
    )
}


@pytest.mark.parametrize(
    ("built", "clock", "said"),
    [
        ("2026-12-22", "2026-12-22T10:00:00", "open tot 17.00"),
        ("2026-12-22", "2026-12-23T18:00:00", "nu dicht; maandag 11 januari vanaf 9.00"),
        ("2026-12-25", "2026-12-25T10:00:00", "nu dicht; maandag 11 januari vanaf 9.00"),
        ("2027-01-10", "2027-01-10T10:00:00", "nu dicht; morgen vanaf 9.00"),
        ("2027-01-11", "2027-01-11T10:00:00", "open tot 17.00"),
    ],
)
def test_at_the_door_stands_when_it_opens_again(
    built: str, clock: str, said: str, browser: Browser, tmp_path: Path
) -> None:
    huis = {
        "organisatie.yml": HOURS["organisatie.yml"].replace(
            "telefoon: 0599 000 100",
            "telefoon: 0599 000 100, openingstijden: [maandag t/m vrijdag van 9 tot 17 uur]",
        )
    }
    settings = write_organisatie(tmp_path, huis)
    settings.write_text(
        settings.read_text("utf-8").replace("op: 2026-11-20", f"op: {built}"), "utf-8"
    )
    site = build_site(settings)
    with serve(site) as address:
        context = browser.new_context(locale="nl-NL", timezone_id="Asia/Tokyo")
        page = context.new_page()
        page.clock.install(time=datetime.fromisoformat(f"{clock}+01:00"))
        page.goto(f"{address}contact/")
        expect(page.locator("main .nu").first).to_have_text(said)
        closing = page.locator(".gesloten")
        if date.fromisoformat(built) <= date(2027, 1, 8):
            expect(closing).to_contain_text(
                "Gesloten: 24 december 2026 t/m 8 januari 2027 vakantie"
            )
        else:
            expect(closing).to_have_count(0)
        context.close()


def test_every_day_of_a_period_is_closed_and_no_other() -> None:
    (period,) = READ.validate_python(["1-3-2027 t/m 5-3-2027"])
    closed = ClosedDays((period,))
    days = [date(2027, 2, 27) + timedelta(days=n) for n in range(12)]
    assert [d.day for d in days if d in closed] == [1, 2, 3, 4, 5]
