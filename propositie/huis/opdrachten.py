"""Commissions asked for: head, heart and focus, and then yes or no. Internal, whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from .base import Internal, Part, Thing
from .kinds import Kind
from .oordelen import Antwoord
from .value_types import ANY_CASE
from .values import Date, Markdown, Text

HOOFD = ("kennis", "mensen", "uren_en_geld", "zekerheid")
"""The four questions of the head, in order."""
HART = ("eer", "inwoners", "medewerkers", "begroting")
"""The four questions of the heart, in order."""


class Hoofd(Part, Internal):
    """What the head asks of a commission."""

    kennis: Antwoord | None = None
    """Kunnen jullie het: is de kennis er, of op tijd te leren?"""
    mensen: Antwoord | None = None
    """Zijn de mensen er, op tijd en goed genoeg?"""
    uren_en_geld: Antwoord | None = None
    """Kan het goed gedaan worden in deze uren en voor dit geld?"""
    zekerheid: Antwoord | None = None
    """Weten jullie wat er gevraagd wordt, voor hoelang, en wie wat beslist?"""


class Hart(Part, Internal):
    """What the heart asks of a commission."""

    eer: Antwoord | None = None
    """Is het een eer dat zij jullie dit vragen?"""
    inwoners: Antwoord | None = None
    """Worden inwoners er beter van?"""
    medewerkers: Antwoord | None = None
    """Hebben medewerkers er zin in?"""
    begroting: Antwoord | None = None
    """Zouden jullie het ook doen als het geld voor de begroting niet nodig was?"""


class Opdracht(Thing, Internal):
    """A commission that somebody asks for; one that runs is a client group."""

    naam: Text
    """Wat er gevraagd wordt, in een paar woorden."""
    opdrachtgever: Text
    """Wie het vraagt."""
    omschrijving: Markdown | None = None
    """Wat er precies gevraagd wordt, voor wie en voor hoeveel."""
    hoofd: Hoofd = Field(default_factory=Hoofd)
    """De vier vragen van het hoofd."""
    hart: Hart = Field(default_factory=Hart)
    """De vier vragen van het hart."""
    past_bij_koers: Antwoord | None = None
    """Past het bij waarin jullie willen uitblinken?"""
    besluit: Annotated[Literal["ja", "nee"], ANY_CASE] | None = None
    """ja of nee, als het besluit er is."""
    toelichting: Markdown | None = None
    """Waarom dit het besluit is, en wat jullie afspraken."""
    datum: Date | None = None
    """De dag van het besluit; is dat er nog niet, de dag waarop het er moet zijn."""

    @property
    def questions(self) -> Iterator[tuple[tuple[str, ...], Antwoord | None]]:
        """The nine questions in order, each by the keys to it, with its answer."""
        for name in HOOFD:
            yield ("hoofd", name), getattr(self.hoofd, name)
        for name in HART:
            yield ("hart", name), getattr(self.hart, name)
        yield ("past_bij_koers",), self.past_bij_koers


KIND = Kind(
    name="opdrachten",
    model=Opdracht,
    article="de",
    singular="opdracht",
    plural="opdrachten",
    naming="naam",
    counted_as="opdrachten",
    form_order=("naam", "opdrachtgever", "datum", "hoofd", "hart", "past_bij_koers", "besluit"),
)
