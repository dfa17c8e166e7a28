"""Contact: call, write, come by."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ..huis import Locatie, Medewerker, addresses
from ..output import jsonld
from .builder import PageBuilder
from .mededelingen import at_place
from .page import Page
from .plan import PagePlan


def pages(builder: PageBuilder) -> Iterator[PagePlan]:
    """Yield the contact page."""
    yield PagePlan(addresses.CONTACT, builder.say("contact"), partial(contact_page, builder))


def contact_page(builder: PageBuilder) -> Page:
    """Every way to reach the organisation, and its places."""
    organisatie, locaties = builder.huis.organisatie, builder.huis.locaties
    notices = {id_: at_place(builder, id_) for id_ in locaties}
    return builder.render(
        addresses.CONTACT,
        "contact",
        builder.say("contact"),
        builder.say("contact_omschrijving", naam=organisatie.naam),
        thing=("organisatie", organisatie),
        jsonld=[
            jsonld.web_page(
                "ContactPage",
                builder.absolute_url,
                addresses.CONTACT,
                builder.say("contact"),
                builder.say("contact_omschrijving", naam=organisatie.naam),
                about=jsonld.organisatie_reference(organisatie, builder.absolute_url),
                mentions=[
                    jsonld.place(p, builder.absolute_url, builder.huis.on_date)
                    for p in locaties.values()
                ],
            )
        ],
        locaties=list(locaties.values()),
        notices=notices,
        told=[*notices.values()],
        person_at=lambda place: _person_at(builder, place),
    )


def _person_at(builder: PageBuilder, place: Locatie) -> Medewerker | None:
    """Who is to be met at a place, soonest first."""
    here = builder.relations.medewerkers_of_locatie[place.id]
    return next(iter(builder.today.people(here, (), [place.id])), None)
