"""Neighbourhoods: what is in one, and who works there."""

from __future__ import annotations

from collections.abc import Sequence

from ...huis import Locatie, Medewerker, Wijk, address_of
from .core import AbsoluteUrl, Data, location, thing, web_page
from .mensen import medewerker_reference
from .organisatie import place_reference


def wijk(
    wijk: Wijk,
    locaties: Sequence[Locatie],
    people: Sequence[Medewerker],
    description: str,
    absolute_url: AbsoluteUrl,
) -> Data:
    """A page about a neighbourhood: what is in it, and who works there."""
    address = address_of(wijk)
    place = thing(
        "Place",
        id=location(absolute_url, address, "wijk"),
        name=wijk.naam,
        alternateName=[name for name in wijk.names if name != wijk.naam],
        containsPlace=[place_reference(p, absolute_url) for p in locaties],
    )
    return web_page(
        "WebPage", absolute_url, address, wijk.naam, description, about=place,
        mentions=[medewerker_reference(person, absolute_url) for person in people],
    )  # fmt: skip
