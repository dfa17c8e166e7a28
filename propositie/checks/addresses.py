"""Addresses: one that a thing had before leads to that thing, and to no other."""

from __future__ import annotations

from collections.abc import Iterator

from ..finding import Severity
from ..huis import Thing, kinds, things_of
from .rule import Hit, RuleContext, rule


@rule(
    "K91",
    Severity.ERROR,
    "Een vroegere naam leidt naar één ding",
    "Wie een oud adres bewaarde, komt vanzelf op het nieuwe. Dat kan alleen als dat oude adres "
    "van niemand anders is.",
)
def former_name_taken(context: RuleContext) -> Iterator[Hit]:
    """An old name that is also the id of a thing of that kind, or that two things claim."""
    for kind in kinds().values():
        things = things_of(context.huis, kind)
        claimed: dict[str, Thing] = {}
        for thing in things.values():
            for number, old in enumerate(thing.former_names):
                if old == thing.id:
                    why = "zo heet dit bestand nu"
                elif old in things:
                    why = f'er is ook {kind.article} {kind.singular} "{old}"'
                elif old in claimed and claimed[old] is not thing:
                    why = f'ook "{claimed[old].id}" heette ooit zo'
                elif old in claimed:
                    why = "hij staat hier twee keer"
                else:
                    claimed[old] = thing
                    continue
                yield Hit(
                    thing,
                    f'De vroegere naam "{old}" kan hier niet staan: {why}. '
                    "Een adres kan maar naar één pagina leiden. Haal de naam hier weg.",
                    ("vroeger", number),
                )
