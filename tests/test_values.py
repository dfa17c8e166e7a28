"""What each kind of value accepts, as a table of what staff type."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from propositie.huis import values

VALID: list[tuple[Callable[[Any], object], str, object]] = [
    (values.parse_number, "12", Decimal(12)),
    (values.parse_number, "0,75", Decimal("0.75")),
    (values.parse_number, "0.75", Decimal("0.75")),
    (values.parse_number, "2.50", Decimal("2.5")),
    (values.parse_number, "0,125", Decimal("0.125")),
    (values.parse_number, "1.250", Decimal(1250)),
    (values.parse_number, "12.500", Decimal(12500)),
    (values.parse_number, "1.250.000", Decimal(1250000)),
    (values.parse_number, "1.250,50", Decimal("1250.5")),
    (values.parse_number, "-3,5", Decimal("-3.5")),
    (values.parse_number, " 7 ", Decimal(7)),
    (values.parse_amount, "€ 0,75", Decimal("0.75")),
    (values.parse_amount, "€2.50", Decimal("2.5")),
    (values.parse_amount, "EUR 10", Decimal(10)),
    (values.parse_amount, "1.250", Decimal(1250)),
    (values.parse_amount, "5,-", Decimal(5)),
    (values.parse_amount, "0", Decimal(0)),
    (values.parse_integer, "5", 5),
    (values.parse_integer, "5,0", 5),
    (values.parse_date, "2026-03-01", date(2026, 3, 1)),
    (values.parse_date, "1-3-2026", date(2026, 3, 1)),
    (values.parse_date, "01-03-2026", date(2026, 3, 1)),
    (values.parse_date, "1/3/2026", date(2026, 3, 1)),
    (values.parse_date, "1.3.2026", date(2026, 3, 1)),
    (values.parse_date, "29-2-2028", date(2028, 2, 29)),
    (values.parse_withdrawn, "ja", date.min),
    (values.parse_withdrawn, "nee", None),
    (values.parse_withdrawn, "1-3-2026", date(2026, 3, 1)),
    (values.parse_time, "9:30", time(9, 30)),
    (values.parse_time, "09.30", time(9, 30)),
    (values.parse_time, "9.30 uur", time(9, 30)),
    (values.parse_time, "0:00", time(0, 0)),
    (values.parse_time, "23:59", time(23, 59)),
    (values.parse_yes_no, "Ja", True),
    (values.parse_yes_no, "no", False),
    (values.parse_phone, "0612345670", "0612345670"),
    (values.parse_phone, "06 1234 5678", "06 1234 5678"),
    (values.parse_phone, "06-12345678", "06-12345678"),
    (values.parse_phone, "0599 000 100", "0599 000 100"),
    (values.parse_phone, "(0599) 000100", "(0599) 000100"),
    (values.parse_phone, "+31 6 12345678", "+31 6 12345678"),
    (values.parse_phone, "0800 1234", "0800 1234"),
    (values.parse_phone, "14 0592", "14 0592"),
    (values.dialable, "06 1234 5678", "+31612345678"),
    (values.parse_email, "gijs@welzijn.example", "gijs@welzijn.example"),
    (values.parse_email, "g.de-boer+x@a.b.nl", "g.de-boer+x@a.b.nl"),
    (values.parse_url, "https://www.a.nl/b?c=d#e", "https://www.a.nl/b?c=d#e"),
    (values.parse_url, "http://a.nl", "http://a.nl"),
    (values.parse_postcode, "1234AB", "1234 AB"),
    (values.parse_postcode, "1234 ab", "1234 AB"),
    (values.parse_colour, "#1F5C4D", "#1f5c4d"),
    (values.parse_colour, "#abc", "#abc"),
    (values.parse_file_name, "gijs.webp", "gijs.webp"),
    (values.parse_font_name, "Veen.woff2", "Veen.woff2"),
    (values.check_markdown, "[x](https://a.nl)", "[x](https://a.nl)"),
    (values.check_markdown, "[x](tel:112)", "[x](tel:112)"),
    (values.check_markdown, "Let op: <u: dit mag", "Let op: <u: dit mag"),
    (values.check_markdown, "<https://a.nl>", "<https://a.nl>"),
    (values.fold_to_line, " a \n  b\tc ", "a b c"),
]  # fmt: skip

INVALID: list[tuple[Callable[[Any], object], str]] = [
    (values.parse_number, ""),
    (values.parse_number, "veel"),
    (values.parse_number, "1,2,3"),
    (values.parse_number, "1.25.000"),
    (values.parse_number, "0.750"),
    (values.parse_number, "1e9"),
    (values.parse_number, "NaN"),
    (values.parse_number, "9" * 5000),
    (values.parse_amount, "-1"),
    (values.parse_amount, "€"),
    (values.parse_amount, "$5"),
    (values.parse_integer, "1,5"),
    (values.parse_integer, "9" * 5000),
    (values.parse_date, "31-2-2026"),
    (values.parse_date, "1-13-2026"),
    (values.parse_date, "29-2-2027"),
    (values.parse_date, "0000-01-01"),
    (values.parse_date, "26-03-01"),
    (values.parse_date, "maart 2026"),
    (values.parse_date, "2026-03-01T10:00"),
    (values.parse_time, "25:00"),
    (values.parse_time, "9:60"),
    (values.parse_time, "9"),
    (values.parse_time, "half tien"),
    (values.parse_yes_no, "misschien"),
    (values.parse_phone, "12"),
    (values.parse_phone, "bel ons"),
    (values.parse_phone, "0612345678901234"),
    (values.parse_email, "gijs"),
    (values.parse_email, "gijs@welzijn"),
    (values.parse_email, "a b@c.nl"),
    (values.parse_email, "a@b@c.nl"),
    (values.parse_email, "<a@b.nl>"),
    (values.parse_url, "www.a.nl"),
    (values.parse_url, "javascript:alert(1)"),
    (values.parse_url, "https://"),
    (values.parse_url, "https://[a"),
    (values.parse_url, "https://a.nl/x y"),
    (values.parse_url, 'https://a.nl/"onload='),
    (values.parse_postcode, "0123 AB"),
    (values.parse_postcode, "1234 ABC"),
    (values.parse_colour, "groen"),
    (values.parse_colour, "1f5c4d"),
    (values.parse_colour, "#12345"),
    (values.parse_file_name, "../gijs.webp"),
    (values.parse_file_name, "map/gijs.webp"),
    (values.parse_file_name, "map\\gijs.webp"),
    (values.parse_file_name, ".gijs.webp"),
    (values.parse_font_name, "Veen.ttf"),
    (values.parse_font_name, "../Veen.woff2"),
    (values.check_markdown, "[x](javascript:alert(1))"),
    (values.check_markdown, "[x]( JavaScript :alert(1))"),
    (values.check_markdown, "[x](<data:text/html,x>)"),
    (values.check_markdown, "[x]: vbscript:x"),
    (values.check_markdown, "zie <javascript:alert(1)>"),
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
    ["x:" + "\n" * 200_000, "[" * 200_000 + ":", "<a:" * 100_000, "](" * 100_000 + ":"],
    ids=["regels", "haken", "hoeken", "links"],
)
def test_markup_is_parsed_fast(text: str) -> None:
    assert values.check_markdown(text) == text.strip()
