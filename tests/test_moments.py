"""A moment: what people write is read, shown in the same words, and comes around when it should."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from time import process_time
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from helpers.kit import THEME
from propositie.huis.dates import WEEKDAYS
from propositie.huis.days import find_days, parse_days, write_days
from propositie.huis.moments import Moment, Moments, length_of
from propositie.huis.occurrences import AMSTERDAM, is_now, next_occurrence, occurrences
from propositie.kit.templates import KitTemplates

READ: TypeAdapter[tuple[Moment, ...]] = TypeAdapter(Moments)


def read(typed: Any) -> Moment:
    """The one moment that was typed."""
    (found,) = READ.validate_python(typed if isinstance(typed, list) else [typed])
    return found


@pytest.fixture(scope="module")
def say() -> Any:
    return KitTemplates([THEME], "je").say


DAYS = {
    "dinsdag": "dinsdag",
    "Dinsdag": "dinsdag",
    "di": "dinsdag",
    "di.": "dinsdag",
    "dinsdags": "dinsdag",
    "'s maandags": "maandag",
    "elke dinsdag": "dinsdag",
    "op dinsdag": "dinsdag",
    "maandag en woensdag": "maandag en woensdag",
    "ma, wo en vr": "maandag, woensdag en vrijdag",
    "ma/wo": "maandag en woensdag",
    "ma & wo": "maandag en woensdag",
    "maandag t/m vrijdag": "maandag t/m vrijdag",
    "ma-vr": "maandag t/m vrijdag",
    "maandag tot en met donderdag": "maandag t/m donderdag",
    "ma t/m wo en vr": "maandag, dinsdag, woensdag en vrijdag",
    "vrijdag t/m maandag": "maandag, vrijdag, zaterdag en zondag",
    "werkdagen": "maandag t/m vrijdag",
    "door de week": "maandag t/m vrijdag",
    "elke dag": "elke dag",
    "weekend": "zaterdag en zondag",
    "eerste dinsdag van de maand": "eerste dinsdag van de maand",
    "elke 1e dinsdag van de maand": "eerste dinsdag van de maand",
    "eerste en derde dinsdag van de maand": "eerste en derde dinsdag van de maand",
    "laatste vrijdag per maand": "laatste vrijdag van de maand",
    "om de week op dinsdag": "dinsdag, om de week",
    "dinsdag om de week": "dinsdag, om de week",
    "elke twee weken op ma en wo": "maandag en woensdag, om de week",
    "dinsdag in de even weken": "dinsdag in de even weken",
    "vrijdag in oneven weken": "vrijdag in de oneven weken",
}


@pytest.mark.parametrize("typed", DAYS)
def test_days_in_words(typed: str) -> None:
    days = parse_days(typed)
    assert write_days(days) == DAYS[typed]
    assert parse_days(write_days(days)) == days  # what is written can be read


@pytest.mark.parametrize(
    "typed",
    ["", "dinsdagmiddag", "morgen", "elke tweede dinsdag", "eerste dinsdag", "maandag tot vrijdag",
     "zesde dinsdag van de maand", "dinsdag of woensdag", "behalve maandag", "1"],
)  # fmt: skip
def test_what_is_no_day_or_more_than_one_thing_is_refused(typed: str) -> None:
    assert find_days(typed) is None


SENTENCES: dict[str, tuple[str, str, str]] = {
    "dinsdag van 9.30 tot 12.00 uur": ("dinsdag", "9.30 tot 12.00 uur", ""),
    "ma-vr 9-17": ("maandag t/m vrijdag", "9.00 tot 17.00 uur", ""),
    "dinsdag en donderdag van 8.15 tot 8.45 uur": (
        "dinsdag en donderdag", "8.15 tot 8.45 uur", ""),
    "maandag van 9.30 tot 11.30 uur, bij de koffie": (
        "maandag", "9.30 tot 11.30 uur", "bij de koffie"),
    "eerste zondag van de maand van 14.00 tot 15.00 uur": (
        "eerste zondag van de maand", "14.00 tot 15.00 uur", ""),
    "eerste dinsdag van de maand om 20.00 uur": (
        "eerste dinsdag van de maand", "om 20.00 uur", ""),
    "vrijdag 11 december 2026 om 10 uur": ("vrijdag 11 december 2026", "om 10.00 uur", ""),
    "2026-12-11 van 10:00 tot 24:00": ("vrijdag 11 december 2026", "10.00 tot 24.00 uur", ""),
    "zaterdag hele dag": ("zaterdag", "de hele dag", ""),
    "donderdag, op afspraak": ("donderdag", "", "op afspraak"),
    "zaterdag 22:00 - 2:00": ("zaterdag", "22.00 tot 2.00 uur", ""),
    "elke dag": ("elke dag", "", ""),
    "dinsdag, woensdag": ("dinsdag en woensdag", "", ""),
    "dinsdag 10 uur": ("dinsdag", "om 10.00 uur", ""),
    "dinsdag: 10:00 uur": ("dinsdag", "om 10.00 uur", ""),
    "dinsdag 9.30u - 12u": ("dinsdag", "9.30 tot 12.00 uur", ""),
    "dinsdag v.a. 9.30": ("dinsdag", "om 9.30 uur", ""),
    "om 10 uur op dinsdag": ("dinsdag", "om 10.00 uur", ""),
    "van 9.30 tot 12.00 uur op di en do": ("dinsdag en donderdag", "9.30 tot 12.00 uur", ""),
    "woe 10-12": ("woensdag", "10.00 tot 12.00 uur", ""),
    "dinsdagmiddag": ("dinsdag", "", "'s middags"),
    "dinsdag 's avonds om 19.30": ("dinsdag", "om 19.30 uur", ""),
    "elke dinsdagochtend van 9 tot 12": ("dinsdag", "9.00 tot 12.00 uur", ""),
    "laatste donderdag vd maand 14.00": ("laatste donderdag van de maand", "om 14.00 uur", ""),
    "dinsdag (even weken) 14.00-16.00": ("dinsdag in de even weken", "14.00 tot 16.00 uur", ""),
    "vr 11-12-2026 20.00": ("vrijdag 11 december 2026", "om 20.00 uur", ""),
    "12 en 13 december 2026 van 10 tot 16 uur": (
        "zaterdag 12 december 2026 en zondag 13 december 2026", "10.00 tot 16.00 uur", ""),
}  # fmt: skip


@pytest.mark.parametrize("typed", SENTENCES)
def test_a_moment_in_one_sentence(typed: str, say: Any) -> None:
    moment = read(typed)
    found = moment.day_words, moment.times_in_words(say), moment.toelichting or ""
    assert found == SENTENCES[typed]


@pytest.mark.parametrize(
    "typed",
    ["op afspraak", "in overleg", "het hele jaar door", "bij nood", "24/7", "4x per jaar",
     "op afspraak (bel 0599 000 200)"],
)  # fmt: skip
def test_words_without_a_day_or_time_stay_words(typed: str) -> None:
    assert read(typed).tekst == typed
    assert READ.validate_python(typed) == (read(typed),)


@pytest.mark.parametrize(
    "typed",
    ["om 10 uur", "dinsdag van 25 tot 26 uur", "dinsdag rond 10 uur", "dinsdag 12.12",
     "maandag tot vrijdag van 9 tot 17 uur", "dinsdagavond van 7 tot 9", "dinsdag tot 12 uur",
     "dinsdag 9-12 en woensdag rond 10 uur", "dinsdag 9-12 maar 13-17", "10 december om 14 uur",
     "zaterdag 11-12-2026 20.00"],
)  # fmt: skip
def test_a_sentence_that_names_more_than_it_says_is_not_half_read(typed: str) -> None:
    with pytest.raises(ValidationError):
        read(typed)


SEVERAL = {
    "dinsdag 9-12 en 13-17": ["dinsdag 9.00 tot 12.00 uur", "dinsdag 13.00 tot 17.00 uur"],
    "ma 9-12, wo 13-16; vr 9-12 (inloop)": [
        "maandag 9.00 tot 12.00 uur", "woensdag 13.00 tot 16.00 uur",
        "vrijdag 9.00 tot 12.00 uur inloop"],
    "dinsdag van 9 tot 12 uur, vrijdag van 9 tot 12 uur": [
        "dinsdag 9.00 tot 12.00 uur", "vrijdag 9.00 tot 12.00 uur"],
}  # fmt: skip


@pytest.mark.parametrize("typed", SEVERAL)
def test_several_moments_in_one_sentence(typed: str, say: Any) -> None:
    for given in (typed, [typed]):
        found = READ.validate_python(given)
        told = [
            f"{m.day_words} {m.times_in_words(say)} {m.toelichting or ''}".strip() for m in found
        ]
        assert told == SEVERAL[typed]


def test_a_sentence_in_a_list_keeps_its_place() -> None:
    with pytest.raises(ValidationError) as caught:
        READ.validate_python(["dinsdag 9-12", "ma 9-12 en wo 13-16", "dinsdag rond 10 uur"])
    assert [error["loc"][0] for error in caught.value.errors()] == [1, 2]


def test_a_night_is_no_mistake_and_a_day_turned_around_is() -> None:
    night = read({"dag": "zaterdag", "van": "22:00", "tot": "2:00"})
    assert (night.is_reversed, length_of(night)) == (False, timedelta(hours=4))
    assert read({"dag": "dinsdag", "van": "12:00", "tot": "9:30"}).is_reversed
    assert read({"dag": "dinsdag", "van": "9:00", "tot": "9:00"}).is_reversed
    midnight = read({"dag": "dinsdag", "van": "20:00", "tot": "24:00"})
    assert (midnight.is_reversed, midnight.tot) == (False, time(0, 0))


NOW = datetime(2026, 11, 26, 12, 0, tzinfo=AMSTERDAM)
"""A Thursday."""
NEXT: dict[str, tuple[Any, list[str]]] = {
    "every week": ("dinsdag van 9 tot 12 uur", ["2026-12-01 09:00", "2026-12-08 09:00"]),
    "running now": ("donderdag van 9 tot 17 uur", ["2026-11-26 09:00", "2026-12-03 09:00"]),
    "over for today": ("donderdag van 9 tot 11 uur", ["2026-12-03 09:00"]),
    "first of the month": (
        "eerste dinsdag van de maand om 20 uur", ["2026-12-01 20:00", "2027-01-05 20:00"]),
    "last of the month": ("laatste vrijdag van de maand", ["2026-11-27 00:00", "2026-12-25 00:00"]),
    "every other week": (
        {"dag": "om de week op vrijdag", "van": "10", "vanaf": "6-11-2026"},
        ["2026-12-04 10:00", "2026-12-18 10:00"]),
    "even weeks": (
        {"dag": "maandag in de even weken", "van": "10"},
        ["2026-12-07 10:00", "2026-12-21 10:00", "2027-01-11 10:00"]),
    "a date": ({"datum": "11-12-2026", "van": "10"}, ["2026-12-11 10:00"]),
    "dates, one gone": ({"datum": ["1-11-2026", "24-12-2026"]}, ["2026-12-24 00:00"]),
    "not before": (
        {"dag": "dinsdag", "van": "9", "vanaf": "1-1-2027"}, ["2027-01-05 09:00"]),
    "not after": (
        {"dag": "dinsdag", "van": "9", "tot_en_met": "2-12-2026"}, ["2026-12-01 09:00"]),
    "except": (
        {"dag": "dinsdag", "van": "9", "behalve": "1-12-2026"}, ["2026-12-08 09:00"]),
    "past midnight": (
        {"dag": "woensdag", "van": "22", "tot": "13:00"}, ["2026-11-25 22:00"]),
    "in words": ("op afspraak", []),
    "over": ({"dag": "dinsdag", "tot_en_met": "1-11-2026"}, []),
}  # fmt: skip


@pytest.mark.parametrize("name", NEXT)
def test_when_it_is_next(name: str) -> None:
    typed, expected = NEXT[name]
    found = occurrences(read(typed), NOW)
    assert [f"{next(found).begin:%Y-%m-%d %H:%M}" for _ in expected] == expected
    if not expected or name in {"not after", "a date", "dates, one gone"}:
        assert next(found, None) is None


def test_the_clock_stays_when_summer_time_begins_and_ends() -> None:
    moment = read({"dag": "zondag", "van": "10:00", "tot": "12:00"})
    for day in (date(2026, 3, 29), date(2026, 10, 25)):
        before = datetime.combine(day - timedelta(days=6), time(0), AMSTERDAM)
        found = next_occurrence([moment], before)
        assert found is not None
        assert found.begin.date() == day
        assert (found.begin.hour, found.begin.astimezone(AMSTERDAM).hour) == (10, 10)
    assert is_now([moment], datetime(2026, 3, 29, 11, tzinfo=AMSTERDAM))
    assert not is_now([moment], datetime(2026, 3, 29, 12, tzinfo=AMSTERDAM))


def matches(typed: str, day: date, start: date) -> bool:
    """Whether a day is one of those in words, worked out the long way round."""
    days = parse_days(typed)
    if day.weekday() not in days.weekdays:
        return False
    if days.weeks == "om de week":
        monday, first = (d - timedelta(days=d.weekday()) for d in (day, start))
        return (monday - first).days % 14 == 0
    if days.weeks:
        return (day.isocalendar().week % 2 == 0) == (days.weeks == "even weken")
    rank = (day.day - 1) // 7 + 1
    is_last = (day + timedelta(days=7)).month != day.month
    return not days.of_month or rank in days.of_month or (-1 in days.of_month and is_last)


@pytest.mark.parametrize("typed", sorted(set(DAYS.values())))
def test_ten_years_are_what_a_calendar_says(typed: str) -> None:
    start = date(2026, 1, 1)
    moment = read({"dag": typed, "van": "9:00", "vanaf": start.isoformat(),
                   "tot_en_met": "2035-12-31"})  # fmt: skip
    found = [o.begin.date() for o in occurrences(moment, datetime(2026, 1, 1, tzinfo=AMSTERDAM))]
    every = (start + timedelta(days=n) for n in range(3652))
    assert found == [day for day in every if matches(typed, day, start)]
    assert {WEEKDAYS[day.weekday()] for day in found} == {
        WEEKDAYS[number] for number in parse_days(typed).weekdays
    }


SPOKEN = {
    "dinsdag half tien": "dinsdag om 9.30 uur",
    "dinsdag kwart over negen": "dinsdag om 9.15 uur",
    "dinsdag om kwart voor 10": "dinsdag om 9.45 uur",
    "dinsdag half een": "dinsdag om 12.30 uur",
    "dinsdag van half tien tot twaalf": "dinsdag van 9.30 tot 12.00 uur",
    "dinsdag van half 10 tot kwart voor twaalf": "dinsdag van 9.30 tot 11.45 uur",
    "dinsdag- en donderdagochtend 9-12": "dinsdag en donderdag van 9.00 tot 12.00 uur",
    "1e en 3e dinsdag 14.00": "eerste en derde dinsdag van de maand om 14.00 uur",
    "elke dag behalve zondag": "maandag t/m zaterdag",
    "maandag t/m vrijdag behalve woensdag van 9 tot 17 uur": "maandag, dinsdag, donderdag en "
    "vrijdag van 9.00 tot 17.00 uur",
    "12 t/m 14 december 2026": "zaterdag 12 december 2026, zondag 13 december 2026 en maandag "
    "14 december 2026",
    "30 november t/m 1 december 2026 van 10 tot 11 uur": "maandag 30 november 2026 en dinsdag "
    "1 december 2026 van 10.00 tot 11.00 uur",
}


@pytest.mark.parametrize(("typed", "shown"), SPOKEN.items())
def test_a_time_is_read_as_people_say_it(typed: str, shown: str, say: Any) -> None:
    assert read(typed).in_words(say) == shown


def test_what_it_is_may_stand_behind_a_time() -> None:
    moment = read("dinsdag 9-12 inloop")
    assert (moment.van, moment.tot, moment.toelichting) == (time(9), time(12), "inloop")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("10 december", 'Bij "10 december" ontbreekt het jaar'),
        ("30 december t/m 2 januari 2027", 'Bij "30 december" ontbreekt het jaar'),
        ("dinsdag tot 12 uur", "staat niet hoe laat het begint"),
        ("dinsdag tussen de middag", "is niet op te maken wanneer het is"),
        ("dinsdag 9-12 en soms later", "is niet op te maken wanneer het is"),
    ],
)
def test_what_is_not_told_is_asked_for(typed: str, said: str) -> None:
    with pytest.raises(ValidationError, match=re.escape(said)):
        READ.validate_python([typed])


@pytest.mark.parametrize(
    ("dag", "datum", "weekday"),
    [("dinsdag", "2-12-2026", "woensdag"), ("zondag", ["6-12-2026", "7-12-2026"], "maandag")],
)
def test_a_tuesday_that_is_none_is_refused(dag: str, datum: Any, weekday: str) -> None:
    with pytest.raises(ValidationError, match=rf"Bij dag staat {dag}, maar .* is een {weekday}"):
        read([{"dag": dag, "datum": datum, "van": "9", "tot": "10"}])


def test_the_day_of_a_date_is_no_other_rhythm() -> None:
    """Who writes `dag: dinsdag` beside a date says which day it is, and not every Tuesday."""
    moment = read([{"dag": "dinsdag", "datum": "1-12-2026", "van": "9", "tot": "10"}])
    start = datetime(2026, 11, 1, tzinfo=AMSTERDAM)
    assert [o.begin.date() for o in occurrences(moment, start)] == [date(2026, 12, 1)]
    assert moment.day_words == "dinsdag 1 december 2026"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("31 april 2027 van 14 tot 16 uur", 'De datum "31 april 2027" bestaat niet'),
        ("op 31-4-2027 om 14 uur", 'De datum "31-4-2027" bestaat niet'),
        ("29 februari 2027, 14.00 - 16.00", 'De datum "29 februari 2027" bestaat niet'),
        ("di 2-12-2026 van 9 tot 10", '"di 2-12-2026" kan niet: die datum is een woensdag'),
        ("dinsdag 2 december 2026 om 9 uur", "die datum is een woensdag"),
    ],
)
def test_a_date_that_cannot_be_is_told_as_such(typed: str, said: str) -> None:
    with pytest.raises(ValidationError, match=re.escape(said)):
        read(typed)


def test_the_last_day_is_not_before_the_first() -> None:
    with pytest.raises(ValidationError, match=r"De laatste dag .* ligt voor de eerste"):
        read([{"dag": "dinsdag", "vanaf": "1-3-2027", "tot_en_met": "1-2-2027"}])


LINES = {
    "dates": "dinsdag {n} december 2026 van 9.00 tot 10.00 uur",
    "half": "hallo 12 jan {n} tralala tot 5 uur",
    "numbers": "1 2 3 {n} 12-13 14-15",
    "days": "maandag en dinsdag en {n}",
}


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_four_hundred_lines_are_refused_in_a_few_words(line: str) -> None:
    """At once, too: nobody can say what is meant, and what was typed is not repeated."""
    start = process_time()
    with pytest.raises(ValidationError) as refused:
        READ.validate_python(["\n".join(line.format(n=n) for n in range(400))])
    assert process_time() - start < 2
    [told] = refused.value.errors(include_url=False, include_input=False)
    assert len(told["msg"]) < 300


def test_four_hundred_moments_are_read() -> None:
    start = process_time()
    typed = [f"dinsdag van {n % 12}.{n % 60:02} tot 22.00 uur" for n in range(400)]
    assert len(READ.validate_python(typed)) == 400
    assert len(READ.validate_python(["\n".join(typed)])) == 400
    assert process_time() - start < 4
