"""Client groups: the doors of the house."""

from __future__ import annotations

from typing import ClassVar, Literal

from .base import Beeld, FormerNames, KindName, Thing
from .values import Integer, Markdown, Text

KlantgroepKind = Literal["bewoner", "opdrachtgever", "verwijzer", "vrijwilliger"]


class Klantgroep(Thing):
    """A group of people who come with questions of the same kind."""

    kind_name: ClassVar[KindName] = KindName("de", "klantgroep")

    naam: Text
    """Hoe jullie deze groep noemen."""
    soort: KlantgroepKind = "bewoner"
    """bewoner, opdrachtgever, verwijzer of vrijwilliger."""
    ik: Text
    """De zin waarin de bezoeker zich herkent: "Ik wil zelfstandig blijven wonen"."""
    kernboodschap: Text
    """Wat jullie deze mensen in één zin zeggen."""
    omschrijving: Markdown | None = None
    """Wie zij zijn en wat hen bezighoudt."""
    levensgebeurtenissen: tuple[Text, ...] = ()
    """Wat er gebeurt in een leven waardoor iemand bij deze groep gaat horen."""
    beeld: Beeld | None = None
    """Een foto of tekening."""
    volgorde: Integer = 1000
    """De plaats in de rij; het laagste getal komt eerst."""
    vroeger: FormerNames = ()
    """Vroegere namen van dit bestand; het oude adres leidt hierheen."""
