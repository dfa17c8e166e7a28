"""What a value is: the field decides its type, never the looks of what was typed.

Everything arrives here as text (or as a list or mapping of text). Each type below says in
Dutch what it expects; those sentences reach staff unchanged.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Annotated, Literal
from urllib.parse import urlsplit

import phonenumbers
from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError


@dataclass(frozen=True, slots=True)
class Verwijzing:
    """Marks a field that holds the id of a thing of kind `soort` (the name of its folder)."""

    soort: str


@dataclass(frozen=True, slots=True)
class Opmaak:
    """Marks a text of several lines in Markdown (*md* in the contract)."""


@dataclass(frozen=True, slots=True)
class Afbeelding:
    """Marks the name of a picture that lies beside the YAML file."""


@dataclass(frozen=True, slots=True)
class Letterbestand:
    """Marks the name of a font file that lies beside the YAML file."""


@dataclass(frozen=True, slots=True)
class KortWoord:
    """Marks a group in whose place one word may stand, such as `gratis` for a price of nothing."""

    woord: str


LETTERACHTERVOEGSEL = ".woff2"
_MAX_GETOOND = 60


def fout(bericht: str, **waarden: str) -> PydanticCustomError:
    """A refusal of a value. `bericht` is a whole Dutch sentence; names in braces are filled in."""
    kort = {n: w if len(w) <= _MAX_GETOOND else f"{w[:_MAX_GETOOND]}…" for n, w in waarden.items()}
    return PydanticCustomError("waarde", bericht, dict(kort) or None)


def _tekst_nodig(waarde: object) -> str:
    """Return `waarde` as stripped text; raise pydantic's own type error for a list or mapping."""
    if not isinstance(waarde, str):
        raise PydanticCustomError("string_type", "tekst")
    return waarde.strip()


def een_regel(waarde: str) -> str:
    """Fold a text to one line: staff wrap long lines, and the line break means nothing."""
    return " ".join(waarde.split())


def _regel_nodig(waarde: object) -> str:
    """`_tekst_nodig` and `een_regel` in one step: most of what a house holds passes here."""
    return " ".join(_tekst_nodig(waarde).split())


_VERBODEN_LINK = re.compile(
    r"""(?:
        \]\(\s{0,99}<?                        # [tekst](adres)
      | ^[ \t]*\[[^\]\n]{1,999}\]:\s{0,99}<?  # [naam]: adres
      | <(?=[a-z0-9+.\-]{2,32}:[^\s>]{0,999}>)  # <adres>
    )\s{0,99}(?P<schema>[a-z][a-z0-9+.\-]*)\s{0,99}:""",
    re.I | re.M | re.X,
)
_LINKSCHEMAS = frozenset({"http", "https", "mailto", "tel"})


def veilige_opmaak(waarde: str) -> str:
    """Refuse a Markdown link that would run something (`javascript:`, `data:` …)."""
    if ":" in waarde:
        for vondst in _VERBODEN_LINK.finditer(waarde):
            if vondst["schema"].lower() not in _LINKSCHEMAS:
                raise PydanticCustomError(
                    "onveilig",
                    'Een link die met "{schema}:" begint, mag hier niet. '
                    "Gebruik een adres dat met https:// begint.",
                    {"schema": vondst["schema"], "zoek": vondst["schema"]},
                )
    return waarde.strip()


_GEDULDIG_GETAL = re.compile(
    r"""(?P<min>-?)(?:
        (?P<groepen>[1-9]\d{0,2}(?:\.\d{3})+)(?:,(?P<na1>\d+))?   # 1.250  1.250,50
      | (?P<heel>\d+)(?:[,.](?P<na2>\d{1,2}|\d{4,}))?              # 3  0,75  2.50
      | (?P<heel3>\d+),(?P<na3>\d{3})                              # 0,125
    )""",
    re.X,
)


_MAX_CIJFERS = 20


def lees_getal(waarde: object) -> Decimal:
    """Read a number as the Dutch write it: `0,75`, `1.250`, `1.250,50`, `2.50`.

    A point before exactly three digits groups thousands (contract, section 2).
    """
    tekst = _tekst_nodig(waarde)
    vondst = _GEDULDIG_GETAL.fullmatch(tekst)
    if vondst is not None and len(tekst) > _MAX_CIJFERS:
        raise fout('"{tekst}" is te groot. Kijk of er cijfers te veel staan.', tekst=tekst)
    if vondst is None:
        raise fout(
            '"{tekst}" is geen getal. Schrijf bijvoorbeeld 12 of 0,75 of 1.250.', tekst=tekst
        )
    heel = (vondst["groepen"] or vondst["heel"] or vondst["heel3"]).replace(".", "")
    na = vondst["na1"] or vondst["na2"] or vondst["na3"] or "0"
    return Decimal(f"{vondst['min']}{heel}.{na}")


def lees_bedrag(waarde: object) -> Decimal:
    """Read an amount in euros: a number as `lees_getal` reads it, with or without `€`."""
    tekst = _tekst_nodig(waarde)
    kaal = tekst.removeprefix("€").removeprefix("EUR").strip().removesuffix(",-")
    if not _GEDULDIG_GETAL.fullmatch(kaal) or kaal.startswith("-"):
        raise fout(
            '"{tekst}" is geen bedrag. Schrijf bijvoorbeeld 0,75 of 2.50 of 1.250.', tekst=tekst
        )
    return lees_getal(kaal)


def lees_geheel(waarde: object) -> int:
    """Read a whole number."""
    getal = lees_getal(waarde)
    if getal != getal.to_integral_value():
        raise fout(
            '"{tekst}" is geen heel getal. Haal het deel na de komma weg.', tekst=str(waarde)
        )
    return int(getal)


_DATUM_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DATUM_NL = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")


def lees_datum(waarde: object) -> date:
    """Read a date: `2026-03-01` or `1-3-2026` (day, month, year)."""
    tekst = _tekst_nodig(waarde)
    if vondst := _DATUM_ISO.fullmatch(tekst):
        jaar, maand, dag = vondst.groups()
    elif vondst := _DATUM_NL.fullmatch(tekst):
        dag, maand, jaar = vondst.groups()
    else:
        raise fout('"{tekst}" is geen datum' + _wat_ontbreekt(tekst), tekst=tekst)
    try:
        return date(int(jaar), int(maand), int(dag))
    except ValueError:
        raise fout(
            'De datum "{tekst}" bestaat niet. Kijk de dag en de maand na.', tekst=tekst
        ) from None


def _wat_ontbreekt(tekst: str) -> str:
    """What keeps a text from being a date, as the end of a sentence, and what to write."""
    goed = " Schrijf 2026-03-01 of 1-3-2026."
    if re.fullmatch(r"\d{4}", tekst):
        return f": de dag en de maand ontbreken.{goed}"
    if re.fullmatch(r"[^\W\d]{3,9} \d{4}", tekst):
        return f": de dag ontbreekt.{goed}"
    if re.fullmatch(r"\d{1,2} [^\W\d]{3,9}|\d{1,2}[-/]\d{1,2}", tekst):
        return f": het jaar ontbreekt.{goed}"
    if re.match(r"(?:vandaag|morgen|gisteren|volgend|komend|vorig|afgelopen)", tekst.lower()):
        return f": zo'n dag schuift steeds op.{goed}"
    return f".{goed}"


def lees_ingetrokken(waarde: object) -> date | None:
    """Read when consent was withdrawn: a date, or `ja` (at once and for good), or `nee`."""
    tekst = _tekst_nodig(waarde).lower()
    if tekst in {"ja", "true", "yes"}:
        return date.min
    if tekst in {"nee", "false", "no"}:
        return None
    return lees_datum(waarde)


_TIJD = re.compile(r"(\d{1,2})[:.](\d{2})(?:\s*uur)?")


def lees_tijd(waarde: object) -> time:
    """Read a time of day: `9:30` or `09.30`."""
    tekst = _tekst_nodig(waarde)
    vondst = _TIJD.fullmatch(tekst)
    if vondst is None or int(vondst[1]) > 23 or int(vondst[2]) > 59:
        raise fout('"{tekst}" is geen tijd. Schrijf bijvoorbeeld 9:30 of 14.00.', tekst=tekst)
    return time(int(vondst[1]), int(vondst[2]))


_JA_NEE = {"ja": True, "true": True, "yes": True, "nee": False, "false": False, "no": False}


def lees_ja_nee(waarde: object) -> bool:
    """Read a yes or no."""
    tekst = _tekst_nodig(waarde)
    if tekst.lower() not in _JA_NEE:
        raise fout('"{tekst}" is geen ja of nee. Schrijf ja of nee, met niets erbij.', tekst=tekst)
    return _JA_NEE[tekst.lower()]


_GEWOON_NUMMER = re.compile(r"0[1-9](?:[ -]?[0-9]){8}")
"""Ten digits as most people write them: known to be possible without asking the library."""


def lees_telefoon(waarde: str) -> str:
    """Keep a telephone number as typed, when it is one that can be dialled from the Netherlands.

    Possible by its length, not proven to exist: service numbers and new ranges come and go.
    """
    if _GEWOON_NUMMER.fullmatch(waarde):
        return waarde
    try:
        mogelijk = phonenumbers.is_possible_number(phonenumbers.parse(waarde, "NL"))
    except phonenumbers.NumberParseException:
        mogelijk = False
    if not mogelijk:
        raise fout(
            '"{tekst}" is geen telefoonnummer dat te bellen is. '
            "Schrijf bijvoorbeeld 0599 123 456 of 06 1234 5678.",
            tekst=waarde,
        )
    return waarde


def belbaar(nummer: str) -> str:
    """The number for a `tel:` link, in international form: `06 1234 5678` → `+31612345678`."""
    return phonenumbers.format_number(
        phonenumbers.parse(nummer, "NL"), phonenumbers.PhoneNumberFormat.E164
    )


def lees_email(waarde: str) -> str:
    """Keep an e-mail address that has one @ and a domain with a point."""
    if not re.fullmatch(r"[^@\s<>\"',;:()\[\]\\]+@[^@\s<>\"',;:()\[\]\\]+\.[A-Za-z]{2,}", waarde):
        raise fout(
            '"{tekst}" is geen e-mailadres. Schrijf bijvoorbeeld naam@organisatie.nl.', tekst=waarde
        )
    return waarde


def lees_url(waarde: str) -> str:
    """Keep a web address that starts with http:// or https:// and names a host."""
    try:
        delen = urlsplit(waarde)
        goed = delen.scheme in {"http", "https"} and bool(delen.hostname)
    except ValueError:
        goed = False
    if not goed or re.search(r"[\s<>\"]", waarde):
        raise fout(
            '"{tekst}" is geen webadres. Een webadres begint met https://, '
            "bijvoorbeeld https://www.organisatie.nl.",
            tekst=waarde,
        )
    return waarde


def lees_postcode(waarde: str) -> str:
    """Keep a Dutch postcode, written as `1234 AB`."""
    vondst = re.fullmatch(r"([1-9]\d{3})\s?([A-Za-z]{2})", waarde)
    if vondst is None:
        raise fout('"{tekst}" is geen postcode. Schrijf bijvoorbeeld 1234 AB.', tekst=waarde)
    return f"{vondst[1]} {vondst[2].upper()}"


def lees_kleur(waarde: str) -> str:
    """Keep a colour in hexadecimal notation, `#1f5c4d` or `#abc`."""
    if not re.fullmatch(r"#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})", waarde):
        raise fout(
            '"{tekst}" is geen kleur. Schrijf de kleurcode tussen aanhalingstekens: "#1f5c4d".',
            tekst=waarde,
        )
    return waarde.lower()


def lees_bestandsnaam(waarde: str) -> str:
    """Keep the bare name of a file in the same folder."""
    if "/" in waarde or "\\" in waarde or waarde.startswith("."):
        raise fout(
            '"{tekst}" moet alleen de naam van een bestand zijn, zonder map. '
            "Zet het bestand naast dit YAML-bestand.",
            tekst=waarde,
        )
    return waarde


def lees_letternaam(waarde: str) -> str:
    """Keep the bare name of a font file in the same folder."""
    if not waarde.lower().endswith(LETTERACHTERVOEGSEL):
        raise fout(
            '"{tekst}" is geen letterbestand. Gebruik een bestand dat op .woff2 eindigt.',
            tekst=waarde,
        )
    return lees_bestandsnaam(waarde)


def als_lijst(waarde: object) -> object:
    """Let one value stand for a list of one."""
    return [waarde] if isinstance(waarde, str) else waarde


_KaleTekst = Annotated[str, BeforeValidator(_tekst_nodig)]

Tekst = Annotated[str, BeforeValidator(_regel_nodig)]
"""Plain text on one line."""
Markdown = Annotated[_KaleTekst, AfterValidator(veilige_opmaak), Opmaak()]
"""Text of several lines with paragraphs, emphasis, lists and links; raw HTML stays text."""
Id = Annotated[str, AfterValidator(een_regel)]
"""The id of a thing: the name of its file without `.yml`."""
Getal = Annotated[Decimal, BeforeValidator(lees_getal)]
Bedrag = Annotated[Decimal, BeforeValidator(lees_bedrag)]
"""An amount in euros."""
Geheel = Annotated[int, BeforeValidator(lees_geheel)]
Datum = Annotated[date, BeforeValidator(lees_datum)]
Ingetrokken = Annotated[date | None, BeforeValidator(lees_ingetrokken)]
Tijd = Annotated[time, BeforeValidator(lees_tijd)]
JaNee = Annotated[bool, BeforeValidator(lees_ja_nee)]
Telefoon = Annotated[Tekst, AfterValidator(lees_telefoon)]
Email = Annotated[Tekst, AfterValidator(lees_email)]
Url = Annotated[Tekst, AfterValidator(lees_url)]
Postcode = Annotated[Tekst, AfterValidator(lees_postcode)]
Kleur = Annotated[Tekst, AfterValidator(lees_kleur)]
Bestandsnaam = Annotated[Tekst, AfterValidator(lees_bestandsnaam), Afbeelding()]
Letternaam = Annotated[Tekst, AfterValidator(lees_letternaam), Letterbestand()]

As = Literal["prijs", "product", "klantrelatie"]
"""The axes on which an organisation can differ (the roof of the proposition house)."""
ASSEN: tuple[As, ...] = ("prijs", "product", "klantrelatie")

Dag = Literal["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
