"""Places: where one can walk in, when, who is there and what is on."""

from __future__ import annotations

from collections.abc import Iterator

from ..huis import Locatie, address_of, addresses
from ..output import jsonld
from ..output.share_image import ShareText
from .builder import PageBuilder
from .page import Crumb, Page
from .plan import PagePlan


def pages(builder: PageBuilder) -> Iterator[PagePlan]:
    """Yield a page for each place."""
    for locatie in builder.huis.locaties.values():
        yield builder.plan(locatie, locatie.naam, plek_page)


def plek_page(builder: PageBuilder, locatie: Locatie) -> Page:
    """The page of a place."""
    relations = builder.relations
    diensten = relations.diensten_of_locatie[locatie.id]
    people = builder.today.people(relations.medewerkers_of_locatie[locatie.id], (), [locatie.id])
    return builder.render(
        address_of(locatie),
        "plek",
        locatie.naam,
        builder.say("plek_omschrijving", naam=locatie.naam),
        crumbs=[Crumb(builder.say("contact"), addresses.CONTACT)],
        thing=("locaties", locatie),
        share=ShareText(locatie.naam),
        jsonld=[jsonld.place(locatie, builder.absolute_url)],
        plek=locatie,
        diensten=list(diensten),
        medewerkers=people,
        coming=builder.today.week.coming([*relations.agenda_of_locatie[locatie.id], *diensten]),
        person=people[0] if people else builder.today.contact_person(),
    )
