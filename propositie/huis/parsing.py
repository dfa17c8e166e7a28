"""How a value is read: the field decides, never the looks of what was typed.

Everything arrives here as text (or as a list or mapping of text). Each function says in Dutch
what it expects; those sentences reach staff unchanged.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from urllib.parse import urlsplit

from pydantic_core import PydanticCustomError

from ..dutch import counted
from . import notation
from .markdown import is_almost_web, read_markdown, schemes_in
from .schemes import THING_SCHEMES, WEB_SCHEMES

FONT_SUFFIX = ".woff2"
DOCUMENT_SUFFIX = ".pdf"
CSV_SUFFIX = ".csv"
_MAX_SHOWN = 60


def error(message: str, **values: str) -> PydanticCustomError:
    """A refusal of a value. `message` is a whole Dutch sentence; names in braces are filled in."""
    return _refusal("waarde", message, values)


def clash(message: str, **values: str) -> PydanticCustomError:
    """A refusal of a value that is well written, but cannot be beside another one: no other way to
    write it would do."""
    return _refusal("strijdig", message, values)


def _refusal(type_: str, message: str, values: Mapping[str, str]) -> PydanticCustomError:
    short = {n: w if len(w) <= _MAX_SHOWN else f"{w[:_MAX_SHOWN]}…" for n, w in values.items()}
    return PydanticCustomError(type_, message, dict(short) or None)


def require_text(value: object) -> str:
    """Return `value` as stripped text; raise pydantic's own type error for a list or mapping."""
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "tekst")
    return value.strip()


def fold_to_line(value: str) -> str:
    """Fold a text to one line: staff wrap long lines, and the line break means nothing."""
    return " ".join(value.split())


def require_line(value: object) -> str:
    """`require_text` and `fold_to_line` in one step: most of what a house holds passes here."""
    return " ".join(require_text(value).split())


def check_door_text(value: str) -> str:
    """Refuse a text that does not fit on one line of a door."""
    if len(value) > notation.DOOR_LENGTH:
        raise error(
            "Op de deur is plaats voor {plaats} tekens, en dit zijn er {aantal}. Maak het korter, "
            "of laat deur weg: dan staat alleen de naam erop.",
            plaats=str(notation.DOOR_LENGTH),
            aantal=str(len(value)),
        )
    return value


def check_markdown(value: str) -> str:
    """Refuse a Markdown link that would run something (`javascript:`, `data:` …), and a text in
    which that cannot be told within bounds."""
    for scheme in schemes_in(value):
        if len(scheme) == 1 or scheme.lower() == "file":
            continue  # a file on somebody's own computer: told as a link that leads nowhere
        if is_almost_web(scheme):
            continue  # a slip: told as a link that leads nowhere, with the address that is meant
        if scheme.lower() not in WEB_SCHEMES | THING_SCHEMES.keys():
            raise PydanticCustomError(
                "onveilig",
                'Een link die met "{schema}:" begint, mag hier niet. '
                "Gebruik een adres dat met https:// begint.",
                {"schema": scheme, "zoek": scheme},
            )
    if unread := read_markdown(value).unread:
        raise PydanticCustomError(
            "te_veel_haken",
            "In deze tekst staan zo veel haken dat de links niet na te gaan zijn. "
            "Misschien is er per ongeluk iets in geplakt: haal eruit wat er niet in hoort.",
            {"zoek": unread},
        )
    return value.strip()


_LENIENT_NUMBER = re.compile(
    r"""(?P<min>-?)(?:
        (?P<groepen>[1-9]\d{0,2}(?:\.\d{3})+)(?:,(?P<na1>\d+))?   # 1.250  1.250,50
      | (?P<heel>\d+)(?:[,.](?P<na2>\d{1,2}|\d{4,}))?              # 3  0,75  2.50
      | (?P<heel3>\d+),(?P<na3>\d{3})                              # 0,125
    )""",
    re.X,
)


_MAX_DIGITS = 20


def parse_number(value: object) -> Decimal:
    """Read a number as the Dutch write it: `0,75`, `1.250`, `1.250,50`, `2.50`.

    A point before exactly three digits groups thousands (contract, section 2).
    """
    text = require_text(value)
    match = _LENIENT_NUMBER.fullmatch(text)
    if match is not None and len(text) > _MAX_DIGITS:
        raise error('"{text}" is te groot. Kijk of er cijfers te veel staan.', text=text)
    if match is None:
        raise error('"{text}" is geen getal. Schrijf bijvoorbeeld 12 of 0,75 of 1.250.', text=text)
    whole = (match["groepen"] or match["heel"] or match["heel3"]).replace(".", "")
    decimals = match["na1"] or match["na2"] or match["na3"] or "0"
    return Decimal(f"{match['min']}{whole}.{decimals}")


def parse_amount(value: object) -> Decimal:
    """Read an amount in euros: a number as `parse_number` reads it, with or without `€`."""
    text = require_text(value)
    bare = re.sub(r"^(?:€|EUR)\s*|\s*€$", "", text.strip())
    bare = re.sub(r"(?<=\d)[,.](?:-{1,2}|=|–|—)$", "", bare.strip())
    bare = re.sub(r"(?<=\d) (?=\d{3}(?:\D|$))", ".", bare)
    if match := re.fullmatch(r"([1-9]\d{0,2}),(\d{3})", bare):
        raise error(
            '"{text}" heeft drie cijfers achter de komma. Is het meer dan duizend, schrijf dan een '
            "punt: {large}. Zijn het euro's met centen, schrijf dan twee cijfers achter de komma.",
            text=text,
            large=f"{match[1]}.{match[2]}",
        )
    if not _LENIENT_NUMBER.fullmatch(bare) or bare.startswith("-"):
        raise error(
            '"{text}" is geen bedrag. Schrijf bijvoorbeeld 0,75 of 2.50 of 1.250.', text=text
        )
    return parse_number(bare)


def parse_integer(value: object) -> int:
    """Read a whole number."""
    number = parse_number(value)
    if number != number.to_integral_value():
        raise error('"{text}" is geen heel getal. Haal het deel na de komma weg.', text=str(value))
    return int(number)


_YES_NO = {"ja": True, "true": True, "yes": True, "nee": False, "false": False, "no": False}


def parse_yes_no(value: object) -> bool:
    """Read a yes or no."""
    text = require_text(value)
    if text.lower() not in _YES_NO:
        raise error('"{text}" is geen ja of nee. Schrijf ja of nee, met niets erbij.', text=text)
    return _YES_NO[text.lower()]


_COMMON_NUMBER = re.compile(r"0[1-9](?:[ -]?[0-9]){8}")
"""Ten digits as most people write them: known to be possible without asking the library."""


_SERVICE_NUMBER = re.compile(r"0(?:800|90[069])(?:\d{4}|\d{7})|1(?:12|13|16\d{3}|4\d{3,4})")
"""Numbers of the Netherlands that have fewer digits or more: for information, for help, and those
of municipalities (Nummerplan telefoon- en ISDN-diensten)."""
_LOOK_ALIKE = str.maketrans("OoIl", "0011")
"""Letters that people read, and type, as a digit."""
_DIGITS = 10
"""So many has any other number of the Netherlands, with the 0 in front."""


def parse_phone(value: str) -> str:
    """Keep a telephone number as typed, when it is one that can be dialled from the Netherlands.

    Possible by its length, not proven to exist: service numbers and new ranges come and go.
    """
    if _COMMON_NUMBER.fullmatch(value):
        return value
    if re.search(r"[^\W\d_]", value):
        guess = value.translate(_LOOK_ALIKE)
        hint = (
            "Bedoelt u {guess}?"
            if _COMMON_NUMBER.fullmatch(guess)
            else "Schrijf bijvoorbeeld 0599 123 456 of 06 1234 5678."
        )
        raise error(
            'In "{text}" staat een letter, en een telefoonnummer heeft alleen cijfers. ' + hint,
            text=value,
            guess=guess,
        )
    digits = re.sub(r"\D", "", re.sub(r"^\s*(?:\+|00)31[\s-]*(?:\(0\))?", "0", value))
    is_dutch = not value.strip().startswith(("+", "00")) or digits.startswith("0")
    if is_dutch and not _SERVICE_NUMBER.fullmatch(digits):
        if digits.startswith("0") and len(digits) == _DIGITS and not digits.startswith("00"):
            return value
        raise error(
            '"{text}" heeft {count}, en een Nederlands nummer heeft er tien. '
            "Schrijf bijvoorbeeld 0599 123 456 of 06 1234 5678.",
            text=value,
            count=counted(len(digits), "cijfer", "cijfers"),
        )
    if not is_dutch and not _is_possible(value):
        raise error(
            '"{text}" is geen telefoonnummer dat te bellen is. Kijk na of er cijfers missen of te '
            "veel staan.",
            text=value,
        )
    return value


def _is_possible(value: str) -> bool:
    """Whether a number of another country can be one, by its length there."""
    import phonenumbers  # loaded by the first number that needs it: most are common

    try:
        return phonenumbers.is_possible_number(phonenumbers.parse(value, "NL"))
    except phonenumbers.NumberParseException:
        return False


def dialable(number: str) -> str:
    """The number for a `tel:` link, in international form: `06 1234 5678` → `+31612345678`."""
    if _COMMON_NUMBER.fullmatch(number):
        return "+31" + number.replace(" ", "").replace("-", "")[1:]
    import phonenumbers

    return phonenumbers.format_number(
        phonenumbers.parse(number, "NL"), phonenumbers.PhoneNumberFormat.E164
    )


def parse_email(value: str) -> str:
    """Keep an e-mail address that has one @ and a domain with a point (`n.o'brien@organisatie.nl`
    is one: RFC 5322, section 3.2.3), without spaces around its @ and points."""
    value = re.sub(r"\s*([@.])\s*", r"\1", value)
    if not re.fullmatch(r"[^@\s<>\",;:()\[\]\\‘’“”]+@[^@\s<>\"',;:()\[\]\\]+\.[A-Za-z]{2,}", value):
        raise error(
            '"{text}" is geen e-mailadres. Schrijf bijvoorbeeld naam@organisatie.nl.', text=value
        )
    return value


def parse_url(value: str) -> str:
    """Keep a web address that starts with http:// or https:// and names a host; one that starts
    with www. gets the https:// that every browser puts before it."""
    value = re.sub(r"^(https?:)\s*//\s*", r"\1//", value, flags=re.I)
    if re.match(r"www\.[^\s/]+\.[^\s/]", value, re.I):
        value = f"https://{value}"
    try:
        parts = urlsplit(value)
        valid = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        valid = False
    if not valid or re.search(r"[\s<>\"]", value):
        raise error(
            '"{text}" is geen webadres. Een webadres begint met https://, '
            "bijvoorbeeld https://www.organisatie.nl.",
            text=value,
        )
    return value


def parse_postcode(value: str) -> str:
    """Keep a Dutch postcode, written as `1234 AB`."""
    match = re.fullmatch(r"([1-9]\d{3})\s?([A-Za-z]{2})", value)
    if match is None:
        raise error('"{text}" is geen postcode. Schrijf bijvoorbeeld 1234 AB.', text=value)
    return f"{match[1]} {match[2].upper()}"


_WIDEST_ROW = 100
"""More postcodes in one row than these are a province, and no neighbourhood."""


def parse_postcode_area(value: str) -> str:
    """Keep a Dutch postcode, its four digits (all streets with those), or a row of digits, written
    as `1234-1239`."""
    if re.fullmatch(r"[1-9]\d{3}", value):
        return value
    if re.fullmatch(r"[1-9]\d{3}\s?[A-Za-z]{2}", value):
        return parse_postcode(value)
    row = re.fullmatch(r"([1-9]\d{3})\s?(?:[-\u2010-\u2015]|t/m|tot en met)\s?([1-9]\d{3})", value)
    if row is None:
        raise error(
            '"{text}" is geen postcode. Schrijf vier cijfers voor alle straten, bijvoorbeeld 1234, '
            "1234 AB voor een straat, of 1234-1239 voor een reeks. Meer postcodes: elk een eigen "
            "regel in de lijst.",
            text=value,
        )
    first, last = int(row[1]), int(row[2])
    if not first < last:
        raise error(
            'De reeks "{text}" loopt niet op. Schrijf de laagste postcode eerst, bijvoorbeeld '
            "1234-1239.",
            text=value,
        )
    if last - first >= _WIDEST_ROW:
        raise error(
            'De reeks "{text}" telt {aantal} postcodes, en dat is meer dan een wijk. Kijk beide '
            "getallen na, of schrijf kortere reeksen.",
            text=value,
            aantal=str(last - first + 1),
        )
    return f"{first}-{last}"


def parse_colour(value: str) -> str:
    """Keep a colour in hexadecimal notation, `#1f5c4d` or `#abc`."""
    if not re.fullmatch(r"#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})", value):
        raise error(
            '"{text}" is geen kleur. Schrijf de kleurcode tussen aanhalingstekens: "#1f5c4d".',
            text=value,
        )
    return value.lower()


def parse_file_name(value: str) -> str:
    """Keep the bare name of a file in the same folder."""
    if "/" in value or "\\" in value or value.startswith("."):
        raise error(
            '"{text}" moet alleen de naam van een bestand zijn, zonder map. '
            "Zet het bestand naast dit YAML-bestand.",
            text=value,
        )
    return value


def parse_font_name(value: str) -> str:
    """Keep the bare name of a font file in the same folder."""
    if not value.lower().endswith(FONT_SUFFIX):
        raise error(
            '"{text}" is geen letterbestand. Gebruik een bestand dat op .woff2 eindigt.',
            text=value,
        )
    return parse_file_name(value)


def parse_document_name(value: str) -> str:
    """Keep the bare name of a document in the same folder."""
    if not value.lower().endswith(DOCUMENT_SUFFIX):
        raise error(
            '"{text}" is geen pdf. Bewaar het stuk als pdf: dat kan iedereen openen, en niemand '
            "ziet wat erin geschrapt is.",
            text=value,
        )
    return parse_file_name(value)


def parse_csv_name(value: str) -> str:
    """Keep the bare name of a CSV file in the same folder."""
    if not value.lower().endswith(CSV_SUFFIX):
        raise error(
            '"{text}" is geen csv-bestand. Kies in Excel of het registratieprogramma: opslaan als '
            "csv, en noem hier het bestand dat op .csv eindigt.",
            text=value,
        )
    return parse_file_name(value)


def as_list(value: object) -> object:
    """Let one value stand for a list of one."""
    return [value] if isinstance(value, str) else value
