"""Calendars to follow: what two other programs read in them is what the pages say."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import takewhile
from operator import gt
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream

from helpers.calendars import (
    CLOSED,
    NEVER,
    RHYTHMS,
    as_clock,
    is_closed,
    read_by_ical,
    read_by_vobject,
    written,
)
from helpers.small_huis import SMALL_HUIS
from helpers.week_house import WEEK, build_on
from propositie.huis.moments import Moment
from propositie.huis.occurrences import AMSTERDAM, occurrences


def days_of(year: int, years: int) -> Iterator[date]:
    day = date(year, 1, 1)
    while day.year < year + years:
        yield day
        day += timedelta(days=1)


@pytest.mark.parametrize("name", RHYTHMS)
@pytest.mark.parametrize("is_ever_closed", [False, True])
def test_ten_years_of_a_rhythm_are_the_same_by_every_reader(
    name: str, is_ever_closed: bool
) -> None:
    told, holds = RHYTHMS[name]
    moment = Moment.model_validate(told)
    closed = CLOSED if is_ever_closed else NEVER
    clock = moment.van or datetime.min.time()
    for year, years in ((2026, 3), (2029, 3), (2032, 3), (2035, 1)):
        days = [
            d for d in days_of(year, years) if holds(d) and not (is_ever_closed and is_closed(d))
        ]
        expected = [datetime.combine(day, clock) for day in days]
        text = written([moment], date(year, 5, 5), closed)
        last = datetime(year + years, 1, 1)
        assert [t for t in read_by_vobject(text) if t < last] == expected
        assert [t for t in read_by_ical(text) if t < last] == expected
        start = datetime(year, 1, 1, tzinfo=AMSTERDAM)
        ours = (as_clock(o.begin) for o in occurrences(moment, start, closed) if o.begin >= start)
        begins = list(takewhile(partial(gt, last), ours))
        assert begins == expected, "and the pages say the same"


def test_what_has_a_date_of_its_own_is_on_though_it_is_closed() -> None:
    moment = Moment.model_validate({"datum": ["2026-12-25", "2026-12-18"], "van": "12:00"})
    expected = [datetime(2026, 12, 18, 12), datetime(2026, 12, 25, 12)]
    text = written([moment], date(2026, 11, 26), CLOSED)
    assert read_by_vobject(text) == read_by_ical(text) == expected


def test_an_hour_is_that_of_the_clock_also_when_the_clock_changes() -> None:
    text = written([Moment.model_validate("zondag 12-14")], date(2027, 3, 1), NEVER)
    whole = IcsCalendarStream.calendar_from_ics(text)
    sundays = whole.timeline.overlapping(date(2027, 3, 20), date(2027, 4, 5))
    begins = [event.dtstart for event in sundays]
    assert all(isinstance(begin, datetime) for begin in begins)
    hours = [begin.astimezone(UTC).hour for begin in begins if isinstance(begin, datetime)]
    assert hours == [11, 10, 10], "from 28 March on it is summer"
    told = vobject.readOne(text)
    assert told.vtimezone.tzid.value == "Europe/Amsterdam"
    summer = told.vevent.dtstart.value.tzinfo.utcoffset(datetime(2027, 3, 28, 12))
    assert summer == timedelta(hours=2), "what the file itself says of the clock"


def test_a_day_on_which_it_is_off_is_told_as_that_day(tmp_path: Path) -> None:
    off = {date(2026, 12, 1): "ziek", date(2026, 12, 2): "geen dinsdag"}
    text = written(
        [Moment.model_validate("dinsdag 9-12")], date(2026, 11, 26), NEVER, off=off,
        off_name="Gaat niet door: Soep",
    )  # fmt: skip
    events = vobject.readOne(text).vevent_list
    main, single = events
    assert (main.status.value, single.status.value) == ("CONFIRMED", "CANCELLED")
    assert main.uid.value == single.uid.value
    assert single.recurrence_id.value.date() == date(2026, 12, 1)
    assert single.summary.value == "Gaat niet door: Soep"
    assert single.description.value == "ziek"
    whole = IcsCalendarStream.calendar_from_ics(text)
    around = whole.timeline.overlapping(date(2026, 11, 24), date(2026, 12, 9))
    found = [str(event.status).rpartition(".")[2].upper() for event in around]
    assert found == ["CONFIRMED", "CANCELLED", "CONFIRMED"]


def test_what_is_built_later_is_newer_and_the_same_thing() -> None:
    moments = [Moment.model_validate("dinsdag 9-12")]
    first, second = (
        vobject.readOne(written(moments, date(2026, 11, day), NEVER)).vevent for day in (26, 27)
    )
    assert first.uid.value == second.uid.value
    assert int(first.sequence.value) < int(second.sequence.value)


def test_lines_are_folded_and_end_as_they_must() -> None:
    name = "Samen eten met wie nieuw is in het dorp, één keer per maand, en altijd met soep vooraf"
    text = written(
        [Moment.model_validate("dinsdag 9-12")], date(2026, 11, 26), NEVER, text=name * 3
    )
    lines = text.encode().split(b"\r\n")
    assert b"\n" not in text.encode().replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 75, "RFC 5545, section 3.1"
    assert vobject.readOne(text).vevent.description.value == name * 3


CHANGED: dict[str, str | None] = {
    "locaties/de-linde.yml": (SMALL_HUIS["locaties/de-linde.yml"] or "")
    + "adres: {straat: Dorpsstraat 1, postcode: 9990 AA, plaats: Lindeborg}\n",
    "agenda/soepmiddag.yml": WEEK["agenda/soepmiddag.yml"] + "prijs: {bedrag: 3.5, per: kom}\n",
    "agenda/koor.yml": WEEK["agenda/koor.yml"] + "vroeger: [zangclub, zangkoor]\nvol: ja\n",
    "agenda/markt.yml": "naam: Markt\nwanneer: [{datum: 2026-12-12, hele_dag: ja}]\nafgelast: ja\n",
}


def build(folder: Path, overrides: Mapping[str, str | None] | None = None) -> Path:
    """The site on the day of the tests."""
    return build_on(folder, "2026-11-26", {**CHANGED, **(overrides or {})})


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("kalenders"))


def calendar_at(site: Path, address: str) -> Calendar:
    return IcsCalendarStream.calendar_from_ics((site / address).read_text("utf-8"))


def names_on(whole: Calendar, day: date) -> list[str]:
    events = whole.timeline.overlapping(day, day + timedelta(days=1))
    return sorted(str(event.summary) for event in events)


def test_the_calendar_of_all_says_what_the_week_says(site: Path) -> None:
    whole = calendar_at(site, "agenda/agenda.ics")
    assert names_on(whole, date(2026, 11, 27)) == [
        "Boodschappentaxi", "Gaat niet door: Koor",
    ]  # fmt: skip
    assert names_on(whole, date(2026, 12, 4)) == ["Boodschappentaxi", "Koor (vol)"]
    assert names_on(whole, date(2026, 12, 12)) == ["Gaat niet door: Markt"]
    assert names_on(whole, date(2026, 12, 25)) == ["Soepmiddag"], "closed, but for what has a date"
    soup = next(e for e in whole.events if e.summary == "Soepmiddag")
    assert soup.location == "Wijkcentrum De Linde, Dorpsstraat 1, 9990 AA Lindeborg"
    assert soup.description == "€\N{NO-BREAK SPACE}3,50 per kom"
    taxi = next(e for e in whole.events if e.summary == "Boodschappentaxi")
    assert str(taxi.description).endswith("Bel eerst 0599 000 121")


def test_who_follows_something_keeps_it_when_it_is_renamed(site: Path, tmp_path: Path) -> None:
    (koor,) = {e.uid for e in calendar_at(site, "agenda/koor/koor.ics").events}
    files = {"agenda/koor.yml": None, "agenda/zangclub.yml": WEEK["agenda/koor.yml"]}
    before = build(tmp_path, files)
    (club,) = {e.uid for e in calendar_at(before, "agenda/zangclub/zangclub.ics").events}
    assert koor == club
    assert len({e.uid for e in calendar_at(site, "agenda/agenda.ics").events}) == 7
    old = (site / "agenda/zangkoor/zangkoor.ics").read_bytes()
    assert old == (site / "agenda/koor/koor.ics").read_bytes(), "the old address still answers"


def test_each_place_group_service_and_worker_has_its_own(site: Path) -> None:
    at = {path.relative_to(site).as_posix() for path in site.rglob("*.ics")}
    assert {
        "plek/de-linde/de-linde.ics", "voor-wie/ouderen/ouderen.ics", "mensen/samira/samira.ics",
        "aanbod/boodschappentaxi/boodschappentaxi.ics", "agenda/markt/markt.ics",
    } <= at  # fmt: skip
    assert "agenda/feest/feest.ics" not in at, "it is over"
    mine = calendar_at(site, "mensen/samira/samira.ics")
    assert names_on(mine, date(2026, 11, 27)) == ["Samira is er"]
    assert names_on(mine, date(2026, 11, 29)) == ["Soepmiddag"]
    for address in at - {"agenda/zangclub/zangclub.ics", "agenda/zangkoor/zangkoor.ics"}:
        page = (site / address).parent / "index.html"
        assert Path(address).name in page.read_text("utf-8"), f"no link to {address}"
    for path in site.rglob("*.ics"):
        assert vobject.readOne(path.read_text("utf-8")).vevent_list


def test_who_left_has_no_calendar(tmp_path: Path) -> None:
    samira = SMALL_HUIS["medewerkers/samira.yml"] + "uit_dienst: 2026-11-25\n"
    built = build(tmp_path, {"medewerkers/samira.yml": samira})
    assert (built / "mensen/samira/index.html").is_file()
    assert not list((built / "mensen").rglob("*.ics"))
    assert "Samira" not in (built / "agenda/agenda.ics").read_text("utf-8")


def test_search_engines_read_when_it_is_and_whether(site: Path) -> None:
    def event_at(id_: str) -> dict[str, Any]:
        html = (site / f"agenda/{id_}/index.html").read_text("utf-8")
        data = json.loads(re.findall(r'ld\+json">(.*?)</script>', html)[0])["@graph"]
        return next((d for d in data if d["@type"] == "Event"), {})

    soup = event_at("soepmiddag")
    assert soup["startDate"] == "2026-11-29T12:00:00+01:00"
    assert soup["endDate"] == "2026-11-29T14:00:00+01:00"
    assert soup["eventStatus"] == "https://schema.org/EventScheduled"
    (rule,) = soup["eventSchedule"]
    assert (rule["repeatFrequency"], rule["byMonthWeek"]) == ("P1M", -1)
    assert rule["scheduleTimezone"] == "Europe/Amsterdam"
    assert soup["offers"]["priceSpecification"]["price"] == "3.50"
    koor = event_at("koor")
    assert koor["eventStatus"] == "https://schema.org/EventCancelled", "the next time is off"
    assert koor["offers"]["availability"] == "https://schema.org/SoldOut"
    assert event_at("markt")["startDate"] == "2026-12-12"
    assert event_at("feest") == {}, "what is over is no event to find"


def test_the_zone_is_that_of_the_computer(site: Path) -> None:
    """What the file tells of the clock is what the time zone database says."""
    zone = vobject.readOne((site / "agenda/agenda.ics").read_text("utf-8")).vtimezone.tzinfo
    real = ZoneInfo("Europe/Amsterdam")
    for day in days_of(2026, 10):
        noon = datetime(day.year, day.month, day.day, 12)
        assert zone.utcoffset(noon) == noon.replace(tzinfo=real).utcoffset(), day
