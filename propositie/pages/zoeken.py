"""Searching: a page that holds what was found, and without a script every subject from A to Z."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby
from typing import NamedTuple

from ..huis import Locatie, Thing, address_of, addresses, kind_of
from ..search import fold
from .builder import PageBuilder
from .page import Page
from .plan import PagePlan


class AlphabetEntry(NamedTuple):
    """Something in the list from A to Z."""

    name: str
    address: str
    kind: str
    """What it is, in the words of the site."""


def pages(builder: PageBuilder) -> Iterator[PagePlan]:
    """Yield the page."""
    yield PagePlan(addresses.ZOEKEN, builder.say("zoeken"), partial(zoeken_page, builder))


def zoeken_page(builder: PageBuilder) -> Page:
    """What was found is put in by a script; the list stands there for who has none."""
    huis = builder.huis
    things: list[Thing] = [
        *huis.behoeften.values(), *huis.diensten.values(), *huis.medewerkers.values(),
        *huis.klantgroepen.values(), *huis.locaties.values(),
        *huis.agenda.values(), *huis.wijken.values(), *huis.vacatures.values(),
    ]  # fmt: skip
    subjects = sorted(
        (_subject(builder, thing) for thing in things), key=lambda s: (fold(s.name), s.address)
    )
    return builder.render(
        addresses.ZOEKEN,
        "zoeken",
        builder.say("zoeken"),
        builder.say("zoeken_omschrijving", naam=huis.organisatie.naam),
        things=things,
        letters=[(letter, list(part)) for letter, part in groupby(subjects, _letter_of)],
    )


def _letter_of(subject: AlphabetEntry) -> str:
    first = fold(subject.name)[:1].upper()
    return first if first.isalpha() else "#"


def _subject(builder: PageBuilder, thing: Thing) -> AlphabetEntry:
    kind = kind_of(thing)
    word = "plek" if isinstance(thing, Locatie) else kind.singular
    return AlphabetEntry(kind.name_of(thing), address_of(thing), builder.say(f"soort_{word}"))
