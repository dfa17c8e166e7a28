"""Places where people can walk in."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .base import Adres, FormerNames, Part, Thing
from .kinds import Kind
from .moments import Moments
from .sluitingen import Sluitingen
from .values import Number, Text


class Coordinaten(Part):
    """A place on the map, in degrees (WGS 84)."""

    breedte: Annotated[Number, Field(ge=-90, le=90)]
    """Noorderbreedte in graden, bijvoorbeeld 53,1."""
    lengte: Annotated[Number, Field(ge=-180, le=180)]
    """Oosterlengte in graden, bijvoorbeeld 6,9."""


class Locatie(Thing):
    """A place with a door."""

    naam: Text
    """Hoe mensen deze plek noemen."""
    adres: Adres | None = None
    """Straat, postcode en plaats."""
    openingstijden: Moments = ()
    """Wanneer de deur open is."""
    gesloten: Sluitingen = ()
    """Wanneer deze deur dicht is, terwijl de rest open is: een verbouwing, een verhuizing."""
    bereikbaarheid: Text | None = None
    """Hoe mensen er komen: bus, fiets, parkeren."""
    toegankelijkheid: Text | None = None
    """Drempels, lift, aangepast toilet, ringleiding."""
    coordinaten: Coordinaten | None = None
    """De plek op de kaart."""
    zoekwoorden: tuple[Text, ...] = ()
    """Woorden waarop mensen zoeken en die niet in de tekst staan."""
    vroeger: FormerNames = ()
    """Hoe dit eerder heette in het adres; wie dat oude adres heeft, komt hier uit."""


KIND = Kind(
    name="locaties",
    model=Locatie,
    public=(Locatie,),
    article="de",
    singular="locatie",
    plural="locaties",
    naming="naam",
    address="plek",
    template="plek",
    in_llms=True,
    texts=("bereikbaarheid", "toegankelijkheid"),
)
