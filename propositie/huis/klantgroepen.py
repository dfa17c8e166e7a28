"""Client groups: the doors of the house."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal

from .base import Beeld, FormerNames, Thing
from .kinds import Kind, Listing
from .value_types import ANY_CASE
from .values import UNRANKED, DoorText, Integer, Markdown, Text

KlantgroepKind = Annotated[
    Literal["bewoner", "opdrachtgever", "verwijzer", "vrijwilliger"], ANY_CASE
]


class Klantgroep(Thing):
    """A group of people who come with questions of the same kind."""

    naam: Text
    """Hoe jullie deze groep noemen."""
    soort: KlantgroepKind = "bewoner"
    """bewoner, opdrachtgever, verwijzer of vrijwilliger."""
    ik: Text
    """De zin waarin de bezoeker zich herkent: "Ik wil zelfstandig blijven wonen"."""
    deur: DoorText | None = None
    """Wat er op de deur staat, in hoogstens 34 tekens: "in je eigen huis blijven wonen"."""
    kernboodschap: Text
    """Wat jullie deze mensen in één zin zeggen."""
    omschrijving: Markdown | None = None
    """Wie zij zijn en wat hen bezighoudt."""
    levensgebeurtenissen: tuple[Text, ...] = ()
    """Wat er gebeurt in een leven waardoor iemand bij deze groep gaat horen."""
    beeld: Beeld | None = None
    """Een foto of tekening."""
    volgorde: Integer = UNRANKED
    """De plaats in de rij; het laagste getal komt eerst."""
    zoekwoorden: tuple[Text, ...] = ()
    """Woorden waarop mensen zoeken en die niet in de tekst staan."""
    vroeger: FormerNames = ()
    """Hoe dit eerder heette in het adres; wie dat oude adres heeft, komt hier uit."""


_WORKS_WITH_US = frozenset({"opdrachtgever", "verwijzer"})


def is_for_others(groups: Iterable[Klantgroep]) -> bool:
    """Whether what is for these groups is only for who refers or pays; not so for no group."""
    soorten = {group.soort for group in groups}
    return bool(soorten) and soorten <= _WORKS_WITH_US


KIND = Kind(
    name="klantgroepen",
    model=Klantgroep,
    public=(Klantgroep,),
    article="de",
    singular="klantgroep",
    plural="klantgroepen",
    naming="naam",
    address="voor-wie",
    overview="voor_wie",
    template="klantgroep",
    menu=Listing(1),
    in_llms=True,
    kit=Listing(2, "Klantgroepen"),
    counted_as="klantgroepen",
    texts=("naam", "ik", "deur", "kernboodschap", "omschrijving", "levensgebeurtenissen"),
)
