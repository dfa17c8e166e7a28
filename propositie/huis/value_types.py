"""A value type is one object: how a value is read, written back, shown in a form, put in a schema.

It is the mark in the annotation of a field, `Annotated[date, DATE]`; pydantic asks it how to read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from functools import cache
from typing import Any, Literal, get_args

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from . import dates, days, notation, parsing


@dataclass(frozen=True, eq=False, slots=True)
class ValueType:
    """In what form a value is written, and what follows from that."""

    name: str
    """The Dutch word for it."""
    key: str
    """How schemas call it."""
    parse: Callable[[object], object] | None = None
    """Reads what was typed; None for what is no single value."""
    schema: notation.Schema | None = None
    """What an editor takes for a value that is not empty; `errorMessage` is what it then says."""
    example: str = ""
    notations: tuple[str, ...] = ()
    """Ways of writing that an editor may offer, of a type that has more than one. An editor fills
    in a lone example by itself, and nobody's name or number should be put on a site that way."""
    write: Callable[[Any], str] = str
    """Writes a value as staff would type it."""
    box: Literal["line", "text", "image", "file"] = "line"
    """In what kind of box a form asks for it."""
    kind: str | None = None
    """The kind of thing that it refers to."""

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Let pydantic read values of this type."""
        inner = handler(source)
        if self.parse is None:
            return inner
        return core_schema.no_info_before_validator_function(self.parse, inner)


def _line(check: Callable[[str], object]) -> Callable[[object], object]:
    """A reader of text on one line that must also pass a check."""
    return lambda value: check(parsing.require_line(value))


def _write_number(value: Decimal) -> str:
    return str(value).replace(".", ",")


def _write_yes_no(value: bool) -> str:
    return "ja" if value else "nee"


def _write_time(value: time) -> str:
    return f"{value.hour}:{value.minute:02}"


def _write_withdrawn(value: date | None) -> str:
    if value is None:
        return "nee"
    return "ja" if value == date.min else value.isoformat()


LINE = ValueType(
    "tekst op één regel", "line", parsing.require_line, notation.LINE, "Boodschappen doen"
)
DOOR = ValueType(
    f"tekst van hoogstens {notation.DOOR_LENGTH} tekens", "door", _line(parsing.check_door_text),
    notation.DOOR, "zelf boodschappen doen",
)  # fmt: skip
MARKUP = ValueType(
    "tekst van meer regels, met opmaak", "markup",
    lambda value: parsing.check_markdown(parsing.require_text(value)), notation.LINE,
    "Wij gaan **samen**.", box="text",
)  # fmt: skip
FREE_MARKUP = ValueType(
    MARKUP.name, MARKUP.key, MARKUP.parse, notation.LINE, "Een <b>pagina</b>.", box="text"
)
"""Markdown that the host renders with its own extensions and HTML."""
NUMBER = ValueType(
    "getal", "number", parsing.parse_number, notation.NUMBER, "12,5", ("0,75", "1.250"),
    _write_number,
)  # fmt: skip
INTEGER = ValueType("heel getal", "integer", parsing.parse_integer, notation.INTEGER, "12")
AMOUNT = ValueType(
    "bedrag in euro's", "amount", parsing.parse_amount, notation.AMOUNT, "€ 2,50",
    ("0,75", "1.250"), _write_number,
)  # fmt: skip
PRICE = ValueType(
    AMOUNT.name, "price", parsing.parse_amount, notation.PRICE, AMOUNT.example, AMOUNT.notations,
    _write_number,
)  # fmt: skip
DATE = ValueType(
    "datum", "date", dates.parse_date, notation.DATE, "1-3-2026", ("2026-03-01", "1-3-2026"),
)  # fmt: skip
WITHDRAWN = ValueType(
    "datum of ja", "withdrawn", dates.parse_withdrawn, notation.WITHDRAWN, "ja",
    ("ja", "2026-03-01"), _write_withdrawn,
)  # fmt: skip
TIME = ValueType(
    "tijd", "time", dates.parse_time, notation.TIME, "9:30", ("9:30", "14.00"), _write_time,
)  # fmt: skip
END_TIME = ValueType(
    "tijd", "end_time", dates.parse_end_time, notation.END_TIME, "12:00", ("12:00", "17.00"),
    _write_time,
)  # fmt: skip
DAYS = ValueType(
    "dag van de week", "days", days.parse_days, notation.DAYS, "dinsdag",
    ("dinsdag", "maandag t/m vrijdag", "eerste dinsdag van de maand"), days.write_days,
)  # fmt: skip
YEAR_DAY = ValueType(
    "dag van het jaar", "year_day", dates.parse_year_day, notation.YEAR_DAY, "31 december",
    ("31 december", "31-12"),
)  # fmt: skip
YES_NO = ValueType(
    "ja of nee", "yes_no", parsing.parse_yes_no, notation.YES_NO, "ja", ("ja", "nee"),
    _write_yes_no,
)  # fmt: skip
PHONE = ValueType(
    "telefoonnummer", "phone", _line(parsing.parse_phone), notation.PHONE, "0599 123 456"
)
EMAIL = ValueType(
    "e-mailadres", "email", _line(parsing.parse_email), notation.EMAIL, "naam@organisatie.nl"
)
URL = ValueType(
    "webadres", "url", _line(parsing.parse_url), notation.URL, "https://www.organisatie.nl"
)
POSTCODE = ValueType(
    "postcode", "postcode", _line(parsing.parse_postcode), notation.POSTCODE, "1234 AB"
)
POSTCODE_AREA = ValueType(
    "postcode, of vier cijfers ervan", "postcode_area", _line(parsing.parse_postcode_area),
    notation.POSTCODE_AREA, "1234", ("1234", "1234 AB", "1234-1239"),
)  # fmt: skip
COLOUR = ValueType("kleurcode", "colour", _line(parsing.parse_colour), notation.COLOUR, "#1f5c4d")
IMAGE = ValueType(
    "naam van een beeldbestand", "image", _line(parsing.parse_file_name), notation.IMAGE,
    "gijs.webp", box="image",
)  # fmt: skip
"""The name of a picture that lies beside the file."""
FONT = ValueType(
    "naam van een letterbestand", "font", _line(parsing.parse_font_name), notation.FONT,
    "letter.woff2", box="file",
)  # fmt: skip
"""The name of a font that lies beside the file."""
DOCUMENT = ValueType(
    "naam van een pdf", "document", _line(parsing.parse_document_name), notation.DOCUMENT,
    "jaarverslag-2025.pdf", box="file",
)  # fmt: skip
"""The name of a document that lies beside the file."""
CSV = ValueType(
    "naam van een csv-bestand", "csv", _line(parsing.parse_csv_name), notation.CSV, "cijfers.csv",
    box="file",
)  # fmt: skip
"""The name of a table, as other programs save one, that lies beside the file."""


@dataclass(frozen=True, slots=True)
class AnyCase:
    """Marks a choice whose words may be written with capitals, and with spaces for underscores."""

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Let pydantic read the words of this choice."""
        words = {str(word).replace("_", " "): word for word in get_args(source)}

        def read(value: object) -> object:
            if not isinstance(value, str):
                return value
            return words.get(" ".join(value.replace("_", " ").split()).lower(), value)

        return core_schema.no_info_before_validator_function(read, handler(source))


ANY_CASE = AnyCase()

CHOICE = ValueType("keuze", "choice")
"""One of a row of words."""
GROUP = ValueType("groep met eigen velden", "group")
TABLE = ValueType("eigen namen met een waarde erachter", "table")

VALUE_TYPES = (
    LINE, DOOR, MARKUP, NUMBER, INTEGER, AMOUNT, PRICE, DATE, WITHDRAWN, TIME, END_TIME, DAYS,
    YEAR_DAY, YES_NO, PHONE, EMAIL, URL, POSTCODE, POSTCODE_AREA, COLOUR, IMAGE, FONT, DOCUMENT,
    CSV,
)  # fmt: skip
"""Every type of a single value that is written the same in every house."""
DATES = (DATE, WITHDRAWN)
FILES = (IMAGE, FONT, DOCUMENT, CSV)
TEXTS = (LINE, DOOR, MARKUP)


@cache
def reference(kind: str) -> ValueType:
    """The id of a thing of a kind: the name of its file."""
    return ValueType("id", "reference", parsing.require_line, example="een-ding", kind=kind)
