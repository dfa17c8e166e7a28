"""Places where people can walk in."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from .basis import Adres, Deel, Ding, Openingstijd, Soortnaam
from .velden import Getal, Tekst


class Coordinaten(Deel):
    """A place on the map, in degrees (WGS 84)."""

    breedte: Annotated[Getal, Field(ge=-90, le=90)]
    """Noorderbreedte in graden, bijvoorbeeld 53,1."""
    lengte: Annotated[Getal, Field(ge=-180, le=180)]
    """Oosterlengte in graden, bijvoorbeeld 6,9."""


class Locatie(Ding):
    """A place with a door."""

    naam_van_soort: ClassVar[Soortnaam] = Soortnaam("de", "locatie")

    naam: Tekst
    """Hoe mensen deze plek noemen."""
    adres: Adres | None = None
    """Straat, postcode en plaats."""
    openingstijden: tuple[Openingstijd, ...] = ()
    """Wanneer de deur open is."""
    bereikbaarheid: Tekst | None = None
    """Hoe mensen er komen: bus, fiets, parkeren."""
    toegankelijkheid: Tekst | None = None
    """Drempels, lift, aangepast toilet, ringleiding."""
    coordinaten: Coordinaten | None = None
    """De plek op de kaart."""
