"""What all kits of a house have in common, and what the kit of one thing is made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any

from ..editie import PubliekHuis
from ..huis import Medewerker
from ..huis.verbanden import Verbanden
from ..uitvoer.beelden import Beelden, Los
from ..uitvoer.deelbeeld import Deel, Portret
from ..uitvoer.palet import palet
from .sjablonen import Sjablonen
from .zetsel import Schaar, schoon

Gegevens = dict[str, Any]
NAAM, FUNCTIE, BELOFTE, ZIN, KORT = 90, 90, 190, 130, 60
"""So many characters of each can be read on paper at a glance."""
MEEST_PLEKKEN, MEEST_PUNTEN = 5, 5


@dataclass(frozen=True, slots=True)
class Stof:
    """Everything from which the kit of one thing is made."""

    soort: str
    """The kind, as the house calls its folder."""
    id: str
    naam: str
    wat: str
    """What stands beside the name in the overview."""
    map: str
    """The folder in the kit, and the address on the site."""
    url: str
    gegevens: Gegevens
    """What the typst sources read."""
    deel: Deel
    """The words of the share picture that the site has too."""
    portret: Los | None = None
    teksten: Gegevens = field(default_factory=dict)
    """What the texts and the signature are made of; only a worker has them."""
    kaart: bytes | None = None
    """The vCard."""
    geknipt: Sequence[tuple[str | int, ...]] = ()


@dataclass(frozen=True)
class Werkkist:
    """What all kits of a house have in common."""

    huis: PubliekHuis
    sjablonen: Sjablonen
    beelden: Beelden
    site_url: str

    @cached_property
    def verbanden(self) -> Verbanden:
        """Who belongs with whom."""
        return Verbanden(self.huis)

    @cached_property
    def kleuren(self) -> Mapping[str, str]:
        """The palette for paper."""
        merk = self.huis.merk.kleuren
        return palet(merk.hoofd, merk.accent)["licht"]

    @cached_property
    def gedeeld(self) -> Gegevens:
        """What every sheet knows."""
        org = self.huis.organisatie
        return {
            "organisatie": {"naam": Schaar().knip(org.naam, NAAM), "payoff": schoon(org.payoff)},
        }

    def url(self, adres: str) -> str:
        """The whole address of a page."""
        return f"{self.site_url.rstrip('/')}/{adres}"

    def portret(self, mens: Medewerker | None) -> Los | None:
        """The portrait for print, when there is one that may be shown.

        The one of the worker's own page: 300 dots to the inch in the window of a flyer.
        """
        if mens is None or mens.portret is None:
            return None
        return self.beelden.los("medewerkers", mens.portret.bestand, "portret")

    def deelportret(self, mens: Medewerker) -> Portret | None:
        """The portrait for the share picture that the site has too."""
        if mens.portret is None:
            return None
        los = self.beelden.los("medewerkers", mens.portret.bestand, "deelbeeld")
        return Portret(los.sleutel, los.achtervoegsel, partial(self.beelden.inhoud, los))
