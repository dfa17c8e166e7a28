"""Needs: what people come with, in their own words."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from .basis import Deel, Ding, Intern, Soortnaam, VroegereNamen
from .velden import Datum, Id, Tekst, Verwijzing

Klantbron = Literal["panel", "interview", "balie", "telefoon", "meting", "huisbezoek"]


class Klantvraag(Deel):
    """A client's question, literally."""

    vraag: Tekst
    """De vraag, in de eigen woorden van de klant."""
    bron: Klantbron
    """Waar jullie de vraag hoorden."""
    datum: Datum | None = None
    """Wanneer jullie de vraag hoorden."""


class KlantvraagIntern(Klantvraag, Intern):
    """A client's question with the note that stays inside."""

    notitie: Tekst | None = None
    """Wat collega's erbij moeten weten; komt nooit op de site."""


class Behoefte(Ding):
    """A need of one or more client groups."""

    naam_van_soort: ClassVar[Soortnaam] = Soortnaam("de", "behoefte")

    naam: Tekst
    """De behoefte in gewone woorden."""
    klantgroepen: Annotated[
        tuple[Annotated[Id, Verwijzing("klantgroepen")], ...], Field(min_length=1)
    ]
    """De klantgroepen die deze behoefte hebben."""
    klantvragen: Annotated[tuple[Klantvraag, ...], Field(min_length=1)]
    """De vragen zoals klanten ze stellen; zonder klantvraag is een behoefte een vermoeden."""
    pijn: Tekst | None = None
    """Wat er nu misgaat of zeer doet."""
    winst: Tekst | None = None
    """Wat er beter wordt als het geregeld is."""
    vroeger: VroegereNamen = ()
    """Vroegere namen van dit bestand; het oude adres leidt hierheen."""


class BehoefteIntern(Behoefte, Intern):
    """A need with the notes beside its questions."""

    klantvragen: Annotated[tuple[KlantvraagIntern, ...], Field(min_length=1)]
    """De vragen zoals klanten ze stellen; zonder klantvraag is een behoefte een vermoeden."""
