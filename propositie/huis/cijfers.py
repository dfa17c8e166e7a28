"""Figures: what is counted, year by year, with where it comes from and who tells what it means."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal

from pydantic import (
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    field_validator,
    model_validator,
)

from .base import Internal, Part, Thing
from .kinds import Kind, Listing
from .parsing import as_list, clash, error, parse_number
from .value_types import ANY_CASE, reference
from .values import CsvName, Integer, Markdown, Number, Text

YEARS = range(1900, 2101)
"""What can be a year; anything else is a slip."""
UNKNOWN = frozenset({
    "", ".", "..", "…", "-", "–", "—", "x", "?", "*", "onbekend", "niet bekend", "n.b.", "nb",
    "n.v.t.", "nvt", "n.a.", "na", "n/a", "geheim", "null", "nan",
})  # fmt: skip
"""How lists say that a value is not known, not reliable or not told (CBS: a point). It is never
nought."""
UNKNOWN_WORD = "onbekend"
"""How we write it ourselves."""
LARGEST_SHARE = 100
FEWEST_PEOPLE = 5
"""Fewer people than these are not told of: whoever knows the place would know who they are."""
FEWEST_IN_WIJK = 10
"""The same in one neighbourhood, where people know each other."""
FEWEST_FOR_SHARE = 30
"""A part of a hundred says nothing of fewer people than these."""


def is_share(eenheid: str) -> bool:
    """Whether a unit says that a figure is a part of a hundred: `%`, `procent van de inwoners`."""
    return re.match(r"\s*(?:%|procent\b|percent\b)", eenheid, re.I) is not None


def is_unknown(text: str) -> bool:
    """Whether a text stands where a value is not known."""
    return " ".join(text.split()).lower() in UNKNOWN


class Meetwaarde(Part):
    """What was measured in a year."""

    text_key: ClassVar[str | None] = "waarde"

    waarde: Number | None = None
    """Het getal. Weet u het niet, schrijf dan onbekend: er komt een gat in de lijn, en nooit 0."""
    n: Annotated[Integer, Field(ge=1)] | None = None
    """Bij hoeveel mensen het gevraagd of geteld is."""
    van: Number | None = None
    """Van hoeveel, als het een deel van een aantal is: 52 van de 60."""

    @model_validator(mode="before")
    @classmethod
    def _read(cls, given: object) -> object:
        if isinstance(given, str):
            given = {"waarde": given}
        if not isinstance(given, dict) or not isinstance(typed := given.get("waarde"), str):
            return given
        if is_unknown(typed):
            return {key: value for key, value in given.items() if key != "waarde"}
        bare = re.sub(r"(?<=\d)\s*(?:%|procent)\s*$", "", typed)
        if given.keys() == {"waarde"}:
            parse_number(bare)  # refused here, a bare value is pointed at itself
        return {**given, "waarde": bare}

    @model_validator(mode="after")
    def _check(self) -> Meetwaarde:
        if self.waarde is not None and self.van is not None and self.waarde > self.van:
            raise clash("Het getal bij waarde is hoger dan dat bij van. Kijk beide na.")
        return self


class Reeks(Part):
    """Values by year, or the CSV file in which they stand; reading adds what stands there."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Meetwaarde] = Field(init=False)
    named_part: ClassVar[type[Part] | None] = Meetwaarde
    named_pattern: ClassVar[str] = r"^\s*[0-9]{4}\s*$"

    bestand: CsvName | None = None
    """Een csv-bestand dat naast dit bestand staat, in plaats van de jaren zelf."""
    kolom_jaar: Text | None = None
    """Hoe de kolom met de jaren heet, in de bovenste regel van het csv-bestand."""
    kolom_waarde: Text | None = None
    """Hoe de kolom met de getallen heet, in de bovenste regel van het csv-bestand."""

    @property
    def jaren(self) -> Mapping[int, Meetwaarde]:
        """What was measured, by year, the oldest first."""
        found = {int(key): part for key, part in (self.__pydantic_extra__ or {}).items()}
        return dict(sorted(found.items()))

    @property
    def known(self) -> Mapping[int, Decimal]:
        """The values that are known, by year, the oldest first."""
        return {jaar: m.waarde for jaar, m in self.jaren.items() if m.waarde is not None}

    def only(self, jaren: Sequence[int]) -> Reeks:
        """The same with these years only, and without the name of a file."""
        kept: dict[str, Any] = {
            str(jaar): part for jaar, part in self.jaren.items() if jaar in jaren
        }
        return Reeks.model_construct(**kept)

    @model_validator(mode="after")
    def _check(self) -> Reeks:
        for key in self.__pydantic_extra__ or ():
            if not (re.fullmatch(r"\d{4}", key) and int(key) in YEARS):
                raise clash(
                    '"{zoek}" is geen jaar. Schrijf voor elk jaar een regel, bijvoorbeeld '
                    "2026: 34. Of noem een csv-bestand, met bestand, kolom_jaar en kolom_waarde.",
                    zoek=key,
                )
        columns = (self.kolom_jaar, self.kolom_waarde)
        if self.bestand is not None and None in columns:
            raise error(
                "Bij een csv-bestand hoort ook in welke kolom wat staat. Zet erbij: kolom_jaar en "
                "kolom_waarde, met de namen uit de bovenste regel van het bestand."
            )
        if self.bestand is None and any(columns):
            raise error(
                "Hier staat een kolom, maar geen bestand. Zet erbij hoe het csv-bestand heet "
                "(bestand), of schrijf de jaren zelf op."
            )
        if self.bestand is None and not self.__pydantic_extra__:
            raise error("Zet hier voor elk jaar een regel, bijvoorbeeld 2026: 34.")
        return self


class Streefcijfer(Part):
    """Where a figure should be, and by when."""

    jaar: Integer
    """Het jaar waarin het zo ver moet zijn."""
    waarde: Number
    """Hoeveel het dan moet zijn."""


class Cijfer(Thing):
    """Something that is counted."""

    naam: Text
    """Wat u telt, zoals u het achter het getal zou zeggen: inwoners die een van ons bij de voornaam
    kennen."""
    eenheid: Text
    """Waarin u telt: mensen, ritten, euro, of % voor een deel van honderd."""
    reeks: Reeks
    """De getallen, voor elk jaar een regel."""
    wijk: Annotated[str, reference("wijken")] | None = None
    """De wijk waar het over gaat, als het niet overal is."""
    bron: Text
    """Waar het getal vandaan komt: eigen telling, CBS, de gemeente."""
    richting: Annotated[Literal["hoger", "lager"], ANY_CASE] | None = None
    """Welke kant goed is: hoger of lager."""
    doel: Streefcijfer | None = None
    """Waar het heen moet, en wanneer."""
    verhalen: Annotated[
        tuple[Annotated[str, reference("verhalen")], ...], BeforeValidator(as_list)
    ] = ()
    """De verhalen van mensen die dit getal zijn."""
    toelichting: Markdown | None = None
    """Wat het getal betekent, en wat er nog niet lukt."""
    zoekwoorden: tuple[Text, ...] = ()
    """Woorden waarop mensen zoeken en die niet in de tekst staan."""

    @property
    def is_share(self) -> bool:
        """Whether it is a part of a hundred."""
        return is_share(self.eenheid)

    @property
    def latest(self) -> int | None:
        """The last year of which the value is known."""
        return max(self.reeks.known, default=None)

    def reaches(self, waarde: Decimal) -> bool:
        """Whether a value is as good as the aim, or better; a lower one when that is good."""
        if self.doel is None:
            return False
        if self.richting == "lager":
            return waarde <= self.doel.waarde
        return waarde >= self.doel.waarde

    @property
    def is_reached(self) -> bool:
        """Whether the last value that is known is as good as the aim."""
        return self.latest is not None and self.reaches(self.reeks.known[self.latest])

    @field_validator("reeks")
    @classmethod
    def _within_a_hundred(cls, reeks: Reeks, info: ValidationInfo) -> Reeks:
        for jaar, waarde in reeks.known.items():
            if is_share(str(info.data.get("eenheid", ""))) and waarde > LARGEST_SHARE:
                raise clash(
                    "In {zoek} staat meer dan 100 procent. Kijk het getal na, of zet bij eenheid "
                    "wat u telt.",
                    zoek=str(jaar),
                )
        return reeks


class InternalCijfer(Cijfer, Internal):
    """A figure, and for whom it is."""

    telt: Annotated[Literal["mensen", "dingen"], ANY_CASE] = "mensen"
    """Of het getal mensen telt, of dingen zoals ritten, deuren en euro's. Kleine aantallen mensen
    komen niet op de site."""
    zichtbaar: Annotated[Literal["publiek", "opdrachtgevers", "intern"], ANY_CASE] = "publiek"
    """Voor wie het is: publiek (op de site), opdrachtgevers (alleen in stukken voor hen) of
    intern."""

    def tells_too_few(self, part: Meetwaarde, tellers: int) -> bool:
        """Whether a value is of so few people that it is not told.

        Of a handful it is told all the same when they tell their story themselves: `tellers` are
        the people in the stories behind it that may be told. Source: what CBS does with
        neighbourhoods; the bounds are our choice.
        """
        if part.n is not None and part.n < (FEWEST_FOR_SHARE if self.is_share else FEWEST_PEOPLE):
            return True
        if part.waarde is None or self.telt != "mensen" or self.is_share:
            return False
        fewest = FEWEST_IN_WIJK if self.wijk else FEWEST_PEOPLE
        return 0 < part.waarde < fewest and tellers < part.waarde


KIND = Kind(
    name="cijfers",
    model=InternalCijfer,
    public=(Cijfer,),
    article="het",
    singular="cijfer",
    plural="cijfers",
    naming="naam",
    address="cijfers",
    overview="cijfers",
    footer=Listing(2),
    counted_as="cijfers",
    texts=("naam", "toelichting"),
    form_order=("naam", "eenheid", "reeks", "bron", "doel", "toelichting"),
)
