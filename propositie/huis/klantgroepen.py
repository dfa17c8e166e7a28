"""Client groups: the doors of the house."""

from __future__ import annotations

from typing import ClassVar, Literal

from .basis import Beeld, Ding, Soortnaam, VroegereNamen
from .velden import Geheel, Markdown, Tekst

SoortKlant = Literal["bewoner", "opdrachtgever", "verwijzer", "vrijwilliger"]


class Klantgroep(Ding):
    """A group of people who come with questions of the same kind."""

    naam_van_soort: ClassVar[Soortnaam] = Soortnaam("de", "klantgroep")

    naam: Tekst
    """Hoe jullie deze groep noemen."""
    soort: SoortKlant = "bewoner"
    """bewoner, opdrachtgever, verwijzer of vrijwilliger."""
    ik: Tekst
    """De zin waarin de bezoeker zich herkent: "Ik wil zelfstandig blijven wonen"."""
    kernboodschap: Tekst
    """Wat jullie deze mensen in één zin zeggen."""
    omschrijving: Markdown | None = None
    """Wie zij zijn en wat hen bezighoudt."""
    levensgebeurtenissen: tuple[Tekst, ...] = ()
    """Wat er gebeurt in een leven waardoor iemand bij deze groep gaat horen."""
    beeld: Beeld | None = None
    """Een foto of tekening."""
    volgorde: Geheel = 1000
    """De plaats in de rij; het laagste getal komt eerst."""
    vroeger: VroegereNamen = ()
    """Vroegere namen van dit bestand; het oude adres leidt hierheen."""
