"""Neighbourhoods: who is my worker here."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator

from .base import FormerNames, Thing
from .kinds import Kind, Listing
from .parsing import as_list
from .value_types import reference
from .values import Markdown, PostcodeArea, Text


class Wijk(Thing):
    """A neighbourhood or village, with who works there."""

    naam: Text
    """Hoe mensen de wijk of het dorp noemen."""
    plaatsen: Annotated[tuple[Text, ...], BeforeValidator(as_list)] = ()
    """Dorpen, buurten en straten die erbij horen, zoals mensen ze noemen."""
    postcodes: Annotated[tuple[PostcodeArea, ...], BeforeValidator(as_list)] = ()
    """De postcodes: vier cijfers voor allemaal, of 1234 AB voor een straat."""
    medewerkers: Annotated[
        tuple[Annotated[str, reference("medewerkers")], ...], BeforeValidator(as_list)
    ] = ()
    """Wie hier werkt, de eerste om aan te spreken eerst."""
    locaties: Annotated[
        tuple[Annotated[str, reference("locaties")], ...], BeforeValidator(as_list)
    ] = ()
    """De locaties in de wijk."""
    omschrijving: Markdown | None = None
    """Wat er in deze wijk bijzonder is, in een paar zinnen."""
    zoekwoorden: tuple[Text, ...] = ()
    """Woorden waarop mensen zoeken en die niet in de tekst staan."""
    vroeger: FormerNames = ()
    """Hoe dit eerder heette in het adres; wie dat oude adres heeft, komt hier uit."""


KIND = Kind(
    name="wijken",
    model=Wijk,
    public=(Wijk,),
    article="de",
    singular="wijk",
    plural="wijken",
    naming="naam",
    address="wijk",
    overview="wijken",
    template="wijk",
    footer=Listing(4),
    in_llms=True,
    counted_as="wijken",
    texts=("naam", "omschrijving"),
)
