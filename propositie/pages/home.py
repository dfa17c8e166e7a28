"""The home page: the proposition house itself."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ..huis import Klantgroep, Usp, addresses
from ..huis.values import ASSEN
from ..output import jsonld
from ..output.house_drawing import house_drawing
from ..output.share_image import ShareText
from .builder import PageBuilder
from .formatting import strip_markdown
from .page import Page
from .plan import PagePlan

VRAGEN_ON_HOME = 8
"""Enough questions to recognise one's own, few enough to read them all."""


def pages(builder: PageBuilder) -> Iterator[PagePlan]:
    """Yield the home page."""
    yield PagePlan(addresses.HOME, builder.huis.organisatie.naam, partial(home_page, builder))


def home_page(builder: PageBuilder) -> Page:
    """The front of the house."""
    organisatie = builder.huis.organisatie
    bewoners = builder.bewoners() or list(builder.huis.klantgroepen.values())
    others = [k for k in builder.huis.klantgroepen.values() if k not in bewoners]
    bewoner_ids = {k.id for k in bewoners}
    questions = [
        b
        for b in builder.huis.behoeften.values()
        if bewoner_ids.intersection(b.klantgroepen) and builder.relations.diensten_of_behoefte[b.id]
    ]
    beloften = beloften_for(builder, bewoners)
    missie = strip_markdown(organisatie.missie)
    return builder.render(
        addresses.HOME,
        "thuis",
        organisatie.naam,
        f"{organisatie.payoff}. {missie}".replace("..", "."),
        share=share_text(builder),
        jsonld=[
            jsonld.organisatie(organisatie, builder.absolute_url, missie, builder.logo()),
            jsonld.website(organisatie, builder.absolute_url),
        ],
        bewoners=bewoners,
        others=others,
        questions=questions[:VRAGEN_ON_HOME],
        beloften=beloften,
        house_drawing=house_drawing(
            [u.belofte for u in beloften],
            [m.first_name for m in builder.huis.medewerkers.values()],
            [(k.ik, k.naam) for k in bewoners],
        ),
        person=builder.contact_person(()),
    )


def share_text(builder: PageBuilder) -> ShareText:
    """The words of its share picture, which also stands for a page that has none of its own."""
    return ShareText(builder.huis.organisatie.payoff)


def beloften_for(builder: PageBuilder, groups: list[Klantgroep]) -> list[Usp]:
    """For each axis the promise that concerns most of `groups`; three at the most, short first:
    the gable is narrow at the top."""
    ids = {k.id for k in groups}
    chosen = []
    for as_ in ASSEN:
        on_as = [u for u in builder.huis.usps.values() if u.as_ == as_]
        if on_as:
            chosen.append(max(on_as, key=lambda u: len(ids.intersection(u.klantgroepen))))
    return sorted(chosen, key=lambda u: len(u.belofte))
