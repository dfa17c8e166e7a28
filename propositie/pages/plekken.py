"""Places: where one can walk in, when, who is there and what is on."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote_plus

from ..huis import Locatie, address_of, addresses
from ..output import jsonld
from ..output.share_image import ShareText
from .builder import PageBuilder
from .calendars import address_in
from .mededelingen import at_place
from .page import Crumb, Page
from .plan import PagePlan
from .week import Something, shown_with

MAP = "https://www.openstreetmap.org/"


def pages(builder: PageBuilder) -> Iterator[PagePlan]:
    """Yield a page for each place."""
    for locatie in builder.huis.locaties.values():
        yield builder.plan(locatie, locatie.naam, plek_page)


def plek_page(builder: PageBuilder, locatie: Locatie) -> Page:
    """The page of a place."""
    relations = builder.relations
    diensten = relations.diensten_of_locatie[locatie.id]
    people = builder.today.people(relations.medewerkers_of_locatie[locatie.id], (), [locatie.id])
    here: list[Something] = [*relations.agenda_of_locatie[locatie.id], *diensten]
    coming = builder.today.week.coming(here, most=4)
    calendars = builder.calendars.beside(address_of(locatie), locatie.id, locatie.naam, here)
    return builder.render(
        address_of(locatie),
        "plek",
        locatie.naam,
        builder.say("plek_omschrijving", naam=locatie.naam),
        crumbs=[Crumb(builder.say("contact"), addresses.CONTACT)],
        files=calendars,
        calendar=address_in(calendars),
        thing=("locaties", locatie),
        share=ShareText(locatie.naam, above=builder.say("plek")),
        jsonld=[jsonld.place(locatie, builder.absolute_url, builder.huis.on_date)],
        plek=locatie,
        map=map_address(locatie),
        diensten=list(diensten),
        wijken=list(relations.wijken_of_locatie[locatie.id]),
        medewerkers=people,
        coming=coming,
        notices=at_place(builder, locatie.id),
        told=shown_with(coming, builder.huis.locaties),
        person=people[0] if people else builder.today.contact_person(),
    )


def map_address(locatie: Locatie) -> str | None:
    """Where a place is on a map, on a site that only hears of it when somebody goes there; None
    when nobody told where it is."""
    here, address = locatie.coordinaten, locatie.adres
    if here is not None:
        spot = f"{here.breedte}/{here.lengte}"
        return f"{MAP}?mlat={here.breedte}&mlon={here.lengte}#map=17/{spot}"
    if address is None or not address.straat:
        return None
    return f"{MAP}search?query={quote_plus(f'{address.straat}, {address.plaats}')}"
