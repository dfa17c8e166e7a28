"""What each kind of value accepts, as a table of what staff type."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from datetime import date, time
from decimal import Decimal
from typing import Any

import phonenumbers
import pytest
from pydantic import BaseModel, ValidationError
from pydantic_core import PydanticCustomError

from helpers.kit import THEME
from propositie.huis import Prijs, dates, parsing, values
from propositie.kit.templates import KitTemplates
from propositie.pages.formatting import render_markdown

VALID: list[tuple[Callable[[Any], object], str, object]] = [
    (parsing.parse_number, "12", Decimal(12)),
    (parsing.parse_number, "0,75", Decimal("0.75")),
    (parsing.parse_number, "0.75", Decimal("0.75")),
    (parsing.parse_number, "2.50", Decimal("2.5")),
    (parsing.parse_number, "0,125", Decimal("0.125")),
    (parsing.parse_number, "1.250", Decimal(1250)),
    (parsing.parse_number, "12.500", Decimal(12500)),
    (parsing.parse_number, "1.250.000", Decimal(1250000)),
    (parsing.parse_number, "1.250,50", Decimal("1250.5")),
    (parsing.parse_number, "-3,5", Decimal("-3.5")),
    (parsing.parse_number, " 7 ", Decimal(7)),
    (parsing.parse_amount, "€ 0,75", Decimal("0.75")),
    (parsing.parse_amount, "€2.50", Decimal("2.5")),
    (parsing.parse_amount, "EUR 10", Decimal(10)),
    (parsing.parse_amount, "1.250", Decimal(1250)),
    (parsing.parse_amount, "5,-", Decimal(5)),
    (parsing.parse_amount, "0", Decimal(0)),
    (parsing.parse_integer, "5", 5),
    (parsing.parse_integer, "5,0", 5),
    (dates.parse_date, "2026-03-01", date(2026, 3, 1)),
    (dates.parse_date, "1-3-2026", date(2026, 3, 1)),
    (dates.parse_date, "01-03-2026", date(2026, 3, 1)),
    (dates.parse_date, "1/3/2026", date(2026, 3, 1)),
    (dates.parse_date, "1.3.2026", date(2026, 3, 1)),
    (dates.parse_date, "29-2-2028", date(2028, 2, 29)),
    (dates.parse_withdrawn, "ja", date.min),
    (dates.parse_withdrawn, "nee", None),
    (dates.parse_withdrawn, "1-3-2026", date(2026, 3, 1)),
    (dates.parse_time, "9:30", time(9, 30)),
    (dates.parse_time, "09.30", time(9, 30)),
    (dates.parse_time, "9.30 uur", time(9, 30)),
    (dates.parse_time, "0:00", time(0, 0)),
    (dates.parse_time, "23:59", time(23, 59)),
    (parsing.parse_yes_no, "Ja", True),
    (parsing.parse_yes_no, "no", False),
    (parsing.parse_phone, "0612345670", "0612345670"),
    (parsing.parse_phone, "06 1234 5678", "06 1234 5678"),
    (parsing.parse_phone, "06-12345678", "06-12345678"),
    (parsing.parse_phone, "0599 000 100", "0599 000 100"),
    (parsing.parse_phone, "(0599) 000100", "(0599) 000100"),
    (parsing.parse_phone, "+31 6 12345678", "+31 6 12345678"),
    (parsing.parse_phone, "0900 1234567", "0900 1234567"),
    (parsing.parse_phone, "14 0599", "14 0599"),
    (parsing.parse_phone, "14010", "14010"),
    (parsing.parse_phone, "112", "112"),
    (parsing.parse_phone, "116 111", "116 111"),
    (parsing.parse_phone, "088 123 45 67", "088 123 45 67"),
    (parsing.parse_phone, "+31 (0)599 000 100", "+31 (0)599 000 100"),
    (parsing.parse_phone, "0031 599 000100", "0031 599 000100"),
    (parsing.parse_phone, "+32 2 555 12 12", "+32 2 555 12 12"),
    (parsing.parse_email, "n.o'brien@veen.example", "n.o'brien@veen.example"),
    (parsing.parse_phone, "0800 1234", "0800 1234"),
    (parsing.parse_phone, "14 0592", "14 0592"),
    (parsing.dialable, "06 1234 5678", "+31612345678"),
    (parsing.parse_email, "gijs@welzijn.example", "gijs@welzijn.example"),
    (parsing.parse_email, "g.de-boer+x@a.b.nl", "g.de-boer+x@a.b.nl"),
    (parsing.parse_url, "https://www.a.nl/b?c=d#e", "https://www.a.nl/b?c=d#e"),
    (parsing.parse_url, "http://a.nl", "http://a.nl"),
    (parsing.parse_postcode, "1234AB", "1234 AB"),
    (parsing.parse_postcode, "1234 ab", "1234 AB"),
    (parsing.parse_colour, "#1F5C4D", "#1f5c4d"),
    (parsing.parse_colour, "#abc", "#abc"),
    (parsing.parse_file_name, "gijs.webp", "gijs.webp"),
    (parsing.parse_font_name, "Veen.woff2", "Veen.woff2"),
    (parsing.check_markdown, "[x](https://a.nl)", "[x](https://a.nl)"),
    (parsing.check_markdown, "[x](tel:112)", "[x](tel:112)"),
    (parsing.check_markdown, "Let op: <u: dit mag", "Let op: <u: dit mag"),
    (parsing.check_markdown, "<https://a.nl>", "<https://a.nl>"),
    (parsing.fold_to_line, " a \n  b\tc ", "a b c"),
]  # fmt: skip

INVALID: list[tuple[Callable[[Any], object], str]] = [
    (parsing.parse_number, ""),
    (parsing.parse_number, "veel"),
    (parsing.parse_number, "1,2,3"),
    (parsing.parse_number, "1.25.000"),
    (parsing.parse_number, "0.750"),
    (parsing.parse_number, "1e9"),
    (parsing.parse_number, "NaN"),
    (parsing.parse_number, "9" * 5000),
    (parsing.parse_amount, "-1"),
    (parsing.parse_amount, "€"),
    (parsing.parse_amount, "$5"),
    (parsing.parse_integer, "1,5"),
    (parsing.parse_integer, "9" * 5000),
    (dates.parse_date, "31-2-2026"),
    (dates.parse_date, "1-13-2026"),
    (dates.parse_date, "29-2-2027"),
    (dates.parse_date, "0000-01-01"),
    (dates.parse_date, "26-03-01"),
    (dates.parse_date, "maart 2026"),
    (dates.parse_date, "2026-03-01T10:00"),
    (dates.parse_time, "25:00"),
    (dates.parse_time, "9:60"),
    (dates.parse_time, "half tien"),
    (parsing.parse_yes_no, "misschien"),
    (parsing.parse_phone, "12"),
    (parsing.parse_phone, "bel ons"),
    (parsing.parse_phone, "0612345678901234"),
    (parsing.parse_email, "gijs"),
    (parsing.parse_email, "gijs@welzijn"),
    (parsing.parse_email, "a b@c.nl"),
    (parsing.parse_email, "a@b@c.nl"),
    (parsing.parse_email, "<a@b.nl>"),
    (parsing.parse_url, "a.nl"),
    (parsing.parse_url, "javascript:alert(1)"),
    (parsing.parse_url, "https://"),
    (parsing.parse_url, "https://[a"),
    (parsing.parse_url, "https://a.nl/x y"),
    (parsing.parse_url, 'https://a.nl/"onload='),
    (parsing.parse_postcode, "0123 AB"),
    (parsing.parse_postcode, "1234 ABC"),
    (parsing.parse_colour, "groen"),
    (parsing.parse_colour, "1f5c4d"),
    (parsing.parse_colour, "#12345"),
    (parsing.parse_file_name, "../gijs.webp"),
    (parsing.parse_file_name, "map/gijs.webp"),
    (parsing.parse_file_name, "map\\gijs.webp"),
    (parsing.parse_file_name, ".gijs.webp"),
    (parsing.parse_font_name, "Veen.ttf"),
    (parsing.parse_font_name, "../Veen.woff2"),
    (parsing.check_markdown, "[x](javascript:alert(1))"),
    (parsing.check_markdown, "[x](<data:text/html,x>)"),
    (parsing.check_markdown, "[x]: vbscript:x"),
    (parsing.check_markdown, "zie <javascript:alert(1)>"),
]


@pytest.mark.parametrize(
    ("parse", "typed", "intended"), VALID, ids=lambda w: getattr(w, "__name__", repr(w))[:40]
)
def test_valid(parse: Callable[[Any], object], typed: str, intended: object) -> None:
    assert parse(typed) == intended


@pytest.mark.parametrize(
    ("parse", "typed"), INVALID, ids=lambda w: getattr(w, "__name__", repr(w))[:40]
)
def test_invalid(parse: Callable[[Any], object], typed: str) -> None:
    with pytest.raises(ValueError) as error:  # noqa: PT011 (pydantic's own is one)
        parse(typed)
    message = str(error.value)
    assert message.endswith((".", "…"))
    assert len(message) < 250
    assert "{" not in message


@pytest.mark.parametrize("value", [["a"], {"a": "b"}])
@pytest.mark.parametrize(
    "kind",
    [values.Text, values.Markdown, values.Number, values.Date, values.Time, values.Phone],
)
def test_no_text(kind: Any, value: object) -> None:
    class Model(BaseModel):
        field: kind

    with pytest.raises(ValidationError) as error:
        Model.model_validate({"field": value})
    assert [f["type"] for f in error.value.errors()] == ["string_type"]


@pytest.mark.parametrize(
    "text",
    ["x:" + "\n" * 200_000, "<a:" * 100_000, "](" * 100_000 + ":"],
    ids=["regels", "hoeken", "links"],
)
def test_markup_is_parsed_fast(text: str) -> None:
    assert parsing.check_markdown(text) == text.strip()


def test_markup_that_would_take_long_to_follow_is_refused_at_once() -> None:
    """Its links are never left unchecked."""
    with pytest.raises(PydanticCustomError) as error:
        parsing.check_markdown("[" * 200_000 + ":")
    assert error.value.type == "te_veel_haken"


def test_an_address_with_a_space_in_it_is_no_link() -> None:
    """What is not refused must be harmless: the page shows it as the text that was typed."""
    text = "[x]( JavaScript :alert(1))"
    assert parsing.check_markdown(text) == text
    assert str(render_markdown(text)) == f"<p>{text}</p>\n"


def test_a_common_number_is_dialled_as_the_library_says() -> None:
    """Ten digits are put in international form without it: loading it takes longer than that."""
    rng = random.Random(1)
    for start in range(10, 100):
        number = f"0{start}{rng.randrange(10**7):07}"
        parsed = phonenumbers.parse(number, "NL")
        international = phonenumbers.PhoneNumberFormat.E164
        assert parsing.dialable(number) == phonenumbers.format_number(parsed, international)


# --- a price, as people write it ------------------------------------------------------------------

PRICES: Mapping[str, str] = {
    "gratis": "gratis",
    "Gratis": "gratis",
    "kosteloos": "gratis",
    "5": "€ 5",
    "€ 5": "€ 5",
    "€5,-": "€ 5",
    "5 euro": "€ 5",
    "2,50": "€ 2,50",
    "€ 2,50 per rit": "€ 2,50 per rit",
    "2,50 euro per keer": "€ 2,50 per keer",
    "€ 12/uur": "€ 12 per uur",
    "vanaf € 5": "vanaf € 5",
    "vanaf 5 euro per maaltijd": "vanaf € 5 per maaltijd",
    "5 tot 10 euro": "€ 5 tot € 10",
    "€ 5 - € 10": "€ 5 tot € 10",
    "tussen 5 en 10 euro": "€ 5 tot € 10",
    "maximaal € 25": "tot € 25",
    "vrije gift": "vrije gift",
    "vrije bijdrage": "vrije bijdrage",
    "gratis met Meedoenpas": "gratis met Meedoenpas",
    "korting met de stadspas": "korting met de stadspas",
    "via de verzekering": "via de verzekering",
    "€ 5, met pas € 3": "€ 5, met pas € 3",
    "eigen bijdrage CAK": "eigen bijdrage CAK",
    "€ 3,50 (incl. koffie)": "€ 3,50 (incl. koffie)",
    "25 euro per jaar": "€ 25 per jaar",
    "5 euro per keer, 40 euro per tien keer": "5 euro per keer, 40 euro per tien keer",
    "€ 1.250": "€ 1.250",
}


@pytest.mark.parametrize("typed", PRICES)
def test_a_price_is_read_or_stays_as_it_was_written(typed: str) -> None:
    say = KitTemplates([THEME], "je").say
    assert Prijs.model_validate(typed).in_words(say).replace("\u00a0", " ") == PRICES[typed]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"bedrag": "5 tot 10 euro", "per": "keer"}, "€ 5 tot € 10 per keer"),
        ({"bedrag": "vrije gift"}, "vrije gift"),
        ({"toelichting": "vrije gift"}, "vrije gift"),
        ({"bedrag": "gratis", "toelichting": "met Meedoenpas"}, "gratis"),
        ({"tekst": "gratis"}, "gratis"),
        ({"vanaf": "vanaf € 5"}, "vanaf € 5"),
        ({"vanaf": "5", "tot": "10"}, "€ 5 tot € 10"),
        ({"tekst": "€ 5 of een taart"}, "€ 5 of een taart"),
    ],
)
def test_a_price_in_a_group(typed: Mapping[str, str], words: str) -> None:
    say = KitTemplates([THEME], "je").say
    assert Prijs.model_validate(typed).in_words(say).replace("\u00a0", " ") == words


@pytest.mark.parametrize(
    "typed",
    ["06-12345678", "3.50.1", "-5", {"bedrag": "5", "tekst": "gift"}, {"per": "rit"},
     {"vanaf": "10", "tot": "5"}],
)  # fmt: skip
def test_what_is_no_price_is_refused(typed: Any) -> None:
    with pytest.raises(ValidationError):
        Prijs.model_validate(typed)
