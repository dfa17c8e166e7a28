"""What something costs: an amount, a lowest and highest one, or words for what is no amount.

What people write in one text is read too: `5 tot 10 euro`, `vanaf € 5`, `€ 2,50 per rit`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import ClassVar

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from ..dutch import format_amount
from .base import Part, Say
from .parsing import error, parse_amount
from .values import Amount, PriceAmount, Text


class Prijs(Part):
    """What something costs the client."""

    text_key: ClassVar[str | None] = "tekst"

    bedrag: PriceAmount | None = None
    """Het bedrag in euro's; 0 is gratis."""
    vanaf: PriceAmount | None = None
    """Het laagste bedrag, als het verschilt."""
    tot: Amount | None = None
    """Het hoogste bedrag, als dat vaststaat; het laagste staat dan bij vanaf."""
    tekst: Text | None = None
    """De prijs in woorden, als het geen bedrag is: vrije gift, via de verzekering."""
    per: Text | None = None
    """Waarvoor het bedrag geldt: rit, maaltijd, uur."""
    toelichting: Text | None = None
    """Wat er nog bij te zeggen is."""

    @property
    def is_free(self) -> bool:
        """Whether the client pays nothing, without conditions."""
        return self.bedrag == Decimal(0)

    def in_words(self, say: Say) -> str:
        """The price as a visitor reads it: `gratis`, `€ 2,50 per rit`, `vanaf € 5`,
        `€ 5 tot € 10`, or the words of the organisation."""
        if self.is_free:
            return say("gratis")
        if self.tekst is not None:
            words = self.tekst
        elif self.bedrag is not None:
            words = format_amount(self.bedrag)
        elif self.vanaf is None:
            words = say("prijs_tot", tot=format_amount(self.tot or Decimal(0)))
        elif self.tot is None:
            words = say("prijs_vanaf", vanaf=format_amount(self.vanaf))
        else:
            low, high = format_amount(self.vanaf), format_amount(self.tot)
            words = say("prijs_van_tot", vanaf=low, tot=high)
        return f"{words} {say('per', wat=self.per)}" if self.per else words

    @model_validator(mode="before")
    @classmethod
    def _read(cls, given: object) -> object:
        if isinstance(given, str):
            return _read_text(given) if given.strip() else given
        return _read_group(given) if isinstance(given, dict) else given

    @model_validator(mode="after")
    def _check(self) -> Prijs:
        ways = [self.bedrag, self.tekst, self.vanaf if self.vanaf is not None else self.tot]
        if sum(way is not None for way in ways) != 1:
            raise error(
                "Een prijs is een bedrag, of een laagste bedrag bij vanaf (met het hoogste bij "
                'tot), of woorden bij tekst. Bijvoorbeeld bedrag: "2,50", of vanaf: 5, of tekst: '
                "vrije gift. Zet er één van neer."
            )
        if self.vanaf is not None and self.tot is not None and self.tot <= self.vanaf:
            raise error("Het hoogste bedrag (tot) is niet hoger dan het laagste (vanaf).")
        return self


_EURO = r"\s*(?:euro|eur|€)?"
_NUMBER = r"(?:€|EUR|euro)?\s*(?!0\d)\d[\d.,]*(?: \d{3}\b)*(?:[,.]?(?:-{1,2}|[=–—])(?!\s?\d))?"
_PER = re.compile(
    r"(?P<what>.*?\d(?:,-)?(?:\s*(?:euro|€))?)\s*(?:\bper\b|/)\s*(?P<per>[^\W\d]\D*)", re.I
)
_RANGE = re.compile(
    rf"(?:van\s+|tussen\s+)?(?P<vanaf>{_NUMBER}){_EURO}\s*(?:-|–|tot(?:\s+en\s+met)?|t/m|en)\s*"
    rf"(?P<tot>{_NUMBER}){_EURO}",
    re.I,
)
_FROM = re.compile(rf"(?:vanaf|v\.?a\.?)\s+(?P<vanaf>{_NUMBER}){_EURO}", re.I)
_UP_TO = re.compile(rf"(?:tot|maximaal|hoogstens|max\.?)\s+(?P<tot>{_NUMBER}){_EURO}", re.I)
_SEVERAL = re.compile(r"\d\s*/\s*(?:€\s*)?\d")
"""Two prices, of which the organisation knows which is for whom."""
_AMOUNT = re.compile(rf"(?P<bedrag>{_NUMBER}){_EURO}", re.I)


def _read_text(text: str) -> Mapping[str, object]:
    """The fields of a price in one text; words that are no amount stay as they are."""
    line = " ".join(text.split())
    is_words = re.search(r"[^\W\d_]", line) or _SEVERAL.search(line)
    return _find_amounts(line) or ({"tekst": line} if is_words else {"bedrag": line})


def _read_group(given: Mapping[str, object]) -> Mapping[str, object]:
    """A group with what the words in it say: `bedrag: 5 tot 10 euro`, `tekst: gratis`; and with the
    explanation as the price, where that is all there is."""
    for key in ("bedrag", "vanaf", "tekst"):
        typed = given.get(key)
        if not isinstance(typed, str) or not typed.strip():
            continue
        rest = {name: value for name, value in given.items() if name != key}
        line = " ".join(typed.split())
        from_line = line if line.lower().startswith("vanaf") else f"vanaf {line}"
        found = _find_amounts(from_line if key == "vanaf" else line)
        if key == "tekst" and not (found and found.get("bedrag") == "0"):
            continue  # who chose words gets words
        if key == "bedrag" and not found and re.fullmatch(r"[^\d]+", line):
            found = {"tekst": line}
        if found and not found.keys() & rest.keys():
            return {**found, **rest}
    if "toelichting" in given and not given.keys() & {"bedrag", "vanaf", "tot", "tekst"}:
        rest = {name: value for name, value in given.items() if name != "toelichting"}
        return {**rest, "tekst": given["toelichting"]}
    return given


def _find_amounts(line: str) -> dict[str, object]:
    """The amounts in a price of one line; empty when it says something else or more."""
    if line.lower().rstrip("!.") in {"gratis", "kosteloos"}:
        return {"bedrag": "0"}
    if match := _PER.fullmatch(line):
        found = _find_amounts(match["what"])
        return {**found, "per": match["per"].strip()} if found and "per" not in found else {}
    for pattern in (_RANGE, _FROM, _UP_TO, _AMOUNT):
        if match := pattern.fullmatch(line):
            return _as_amounts(match.groupdict())
    return {}


def _as_amounts(found: Mapping[str, str]) -> dict[str, object]:
    """Amounts as they were typed, without the word for euro; empty when one is none."""
    bare = {key: re.sub(r"(?i)euro|eur|€", "", typed).strip() for key, typed in found.items()}
    try:
        for typed in bare.values():
            parse_amount(typed)
    except PydanticCustomError:
        return {}
    return dict(bare)
