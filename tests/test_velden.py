"""What each kind of value accepts, as a table of what staff type."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from propositie.huis import velden

GOED: list[tuple[Callable[[Any], object], str, object]] = [
    (velden.lees_getal, "12", Decimal(12)),
    (velden.lees_getal, "0,75", Decimal("0.75")),
    (velden.lees_getal, "0.75", Decimal("0.75")),
    (velden.lees_getal, "2.50", Decimal("2.5")),
    (velden.lees_getal, "0,125", Decimal("0.125")),
    (velden.lees_getal, "1.250", Decimal(1250)),
    (velden.lees_getal, "12.500", Decimal(12500)),
    (velden.lees_getal, "1.250.000", Decimal(1250000)),
    (velden.lees_getal, "1.250,50", Decimal("1250.5")),
    (velden.lees_getal, "-3,5", Decimal("-3.5")),
    (velden.lees_getal, " 7 ", Decimal(7)),
    (velden.lees_bedrag, "€ 0,75", Decimal("0.75")),
    (velden.lees_bedrag, "€2.50", Decimal("2.5")),
    (velden.lees_bedrag, "EUR 10", Decimal(10)),
    (velden.lees_bedrag, "1.250", Decimal(1250)),
    (velden.lees_bedrag, "5,-", Decimal(5)),
    (velden.lees_bedrag, "0", Decimal(0)),
    (velden.lees_geheel, "5", 5),
    (velden.lees_geheel, "5,0", 5),
    (velden.lees_datum, "2026-03-01", date(2026, 3, 1)),
    (velden.lees_datum, "1-3-2026", date(2026, 3, 1)),
    (velden.lees_datum, "01-03-2026", date(2026, 3, 1)),
    (velden.lees_datum, "1/3/2026", date(2026, 3, 1)),
    (velden.lees_datum, "1.3.2026", date(2026, 3, 1)),
    (velden.lees_datum, "29-2-2028", date(2028, 2, 29)),
    (velden.lees_ingetrokken, "ja", date.min),
    (velden.lees_ingetrokken, "nee", None),
    (velden.lees_ingetrokken, "1-3-2026", date(2026, 3, 1)),
    (velden.lees_tijd, "9:30", time(9, 30)),
    (velden.lees_tijd, "09.30", time(9, 30)),
    (velden.lees_tijd, "9.30 uur", time(9, 30)),
    (velden.lees_tijd, "0:00", time(0, 0)),
    (velden.lees_tijd, "23:59", time(23, 59)),
    (velden.lees_ja_nee, "Ja", True),
    (velden.lees_ja_nee, "no", False),
    (velden.lees_telefoon, "0612345670", "0612345670"),
    (velden.lees_telefoon, "06 1234 5678", "06 1234 5678"),
    (velden.lees_telefoon, "06-12345678", "06-12345678"),
    (velden.lees_telefoon, "0599 000 100", "0599 000 100"),
    (velden.lees_telefoon, "(0599) 000100", "(0599) 000100"),
    (velden.lees_telefoon, "+31 6 12345678", "+31 6 12345678"),
    (velden.lees_telefoon, "0800 1234", "0800 1234"),
    (velden.lees_telefoon, "14 0592", "14 0592"),
    (velden.belbaar, "06 1234 5678", "+31612345678"),
    (velden.lees_email, "gijs@welzijn.example", "gijs@welzijn.example"),
    (velden.lees_email, "g.de-boer+x@a.b.nl", "g.de-boer+x@a.b.nl"),
    (velden.lees_url, "https://www.a.nl/b?c=d#e", "https://www.a.nl/b?c=d#e"),
    (velden.lees_url, "http://a.nl", "http://a.nl"),
    (velden.lees_postcode, "1234AB", "1234 AB"),
    (velden.lees_postcode, "1234 ab", "1234 AB"),
    (velden.lees_kleur, "#1F5C4D", "#1f5c4d"),
    (velden.lees_kleur, "#abc", "#abc"),
    (velden.lees_bestandsnaam, "gijs.webp", "gijs.webp"),
    (velden.lees_letternaam, "Veen.woff2", "Veen.woff2"),
    (velden.veilige_opmaak, "[x](https://a.nl)", "[x](https://a.nl)"),
    (velden.veilige_opmaak, "[x](tel:112)", "[x](tel:112)"),
    (velden.veilige_opmaak, "Let op: <u: dit mag", "Let op: <u: dit mag"),
    (velden.veilige_opmaak, "<https://a.nl>", "<https://a.nl>"),
    (velden.een_regel, " a \n  b\tc ", "a b c"),
]  # fmt: skip

FOUT: list[tuple[Callable[[Any], object], str]] = [
    (velden.lees_getal, ""),
    (velden.lees_getal, "veel"),
    (velden.lees_getal, "1,2,3"),
    (velden.lees_getal, "1.25.000"),
    (velden.lees_getal, "0.750"),
    (velden.lees_getal, "1e9"),
    (velden.lees_getal, "NaN"),
    (velden.lees_getal, "9" * 5000),
    (velden.lees_bedrag, "-1"),
    (velden.lees_bedrag, "€"),
    (velden.lees_bedrag, "$5"),
    (velden.lees_geheel, "1,5"),
    (velden.lees_geheel, "9" * 5000),
    (velden.lees_datum, "31-2-2026"),
    (velden.lees_datum, "1-13-2026"),
    (velden.lees_datum, "29-2-2027"),
    (velden.lees_datum, "0000-01-01"),
    (velden.lees_datum, "26-03-01"),
    (velden.lees_datum, "maart 2026"),
    (velden.lees_datum, "2026-03-01T10:00"),
    (velden.lees_tijd, "25:00"),
    (velden.lees_tijd, "9:60"),
    (velden.lees_tijd, "9"),
    (velden.lees_tijd, "half tien"),
    (velden.lees_ja_nee, "misschien"),
    (velden.lees_telefoon, "12"),
    (velden.lees_telefoon, "bel ons"),
    (velden.lees_telefoon, "0612345678901234"),
    (velden.lees_email, "gijs"),
    (velden.lees_email, "gijs@welzijn"),
    (velden.lees_email, "a b@c.nl"),
    (velden.lees_email, "a@b@c.nl"),
    (velden.lees_email, "<a@b.nl>"),
    (velden.lees_url, "www.a.nl"),
    (velden.lees_url, "javascript:alert(1)"),
    (velden.lees_url, "https://"),
    (velden.lees_url, "https://[a"),
    (velden.lees_url, "https://a.nl/x y"),
    (velden.lees_url, 'https://a.nl/"onload='),
    (velden.lees_postcode, "0123 AB"),
    (velden.lees_postcode, "1234 ABC"),
    (velden.lees_kleur, "groen"),
    (velden.lees_kleur, "1f5c4d"),
    (velden.lees_kleur, "#12345"),
    (velden.lees_bestandsnaam, "../gijs.webp"),
    (velden.lees_bestandsnaam, "map/gijs.webp"),
    (velden.lees_bestandsnaam, "map\\gijs.webp"),
    (velden.lees_bestandsnaam, ".gijs.webp"),
    (velden.lees_letternaam, "Veen.ttf"),
    (velden.lees_letternaam, "../Veen.woff2"),
    (velden.veilige_opmaak, "[x](javascript:alert(1))"),
    (velden.veilige_opmaak, "[x]( JavaScript :alert(1))"),
    (velden.veilige_opmaak, "[x](<data:text/html,x>)"),
    (velden.veilige_opmaak, "[x]: vbscript:x"),
    (velden.veilige_opmaak, "zie <javascript:alert(1)>"),
]


@pytest.mark.parametrize(
    ("lees", "getypt", "bedoeld"), GOED, ids=lambda w: getattr(w, "__name__", repr(w))[:40]
)
def test_goed(lees: Callable[[Any], object], getypt: str, bedoeld: object) -> None:
    assert lees(getypt) == bedoeld


@pytest.mark.parametrize(
    ("lees", "getypt"), FOUT, ids=lambda w: getattr(w, "__name__", repr(w))[:40]
)
def test_fout(lees: Callable[[Any], object], getypt: str) -> None:
    with pytest.raises(ValueError) as fout:  # noqa: PT011 (pydantic's own is one)
        lees(getypt)
    bericht = str(fout.value)
    assert bericht.endswith((".", "…"))
    assert len(bericht) < 250
    assert "{" not in bericht


@pytest.mark.parametrize("waarde", [["a"], {"a": "b"}])
@pytest.mark.parametrize(
    "soort",
    [velden.Tekst, velden.Markdown, velden.Getal, velden.Datum, velden.Tijd, velden.Telefoon],
)
def test_geen_tekst(soort: Any, waarde: object) -> None:
    class Model(BaseModel):
        veld: soort

    with pytest.raises(ValidationError) as fout:
        Model.model_validate({"veld": waarde})
    assert [f["type"] for f in fout.value.errors()] == ["string_type"]


@pytest.mark.parametrize(
    "tekst",
    ["x:" + "\n" * 200_000, "[" * 200_000 + ":", "<a:" * 100_000, "](" * 100_000 + ":"],
    ids=["regels", "haken", "hoeken", "links"],
)
def test_opmaak_leest_snel(tekst: str) -> None:
    assert velden.veilige_opmaak(tekst) == tekst.strip()
