"""Workers: the people whom clients ask for by name, and the farewell of who left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..huis import Afscheid, Medewerker, address_of, overview_of
from ..output import jsonld
from ..output.output_file import OutputFile
from ..output.share_image import ShareText
from ..output.vcard import vcard
from ..search import fold
from .blog import make_blog_feeds, writings
from .builder import PageBuilder
from .calendars import address_in
from .facets import LONG, letters_of, people_facets, place_of
from .formatting import strip_markdown
from .page import Crumb, Page
from .plan import PagePlan
from .speaking import by_language
from .week import Happening, shown_with

WITH_LETTERS = 25
"""With fewer people nobody needs the alphabet."""


def pages(builder: PageBuilder) -> Iterator[PagePlan]:
    """Yield the overview, a page (and a vCard) for each worker, a farewell for who left."""
    huis = builder.huis
    if huis.medewerkers:
        yield builder.plan_overview("medewerkers", "mensen", overview)
    for medewerker in huis.medewerkers.values():
        yield builder.plan(medewerker, medewerker.naam, medewerker_page)
    for gone in huis.afscheiden.values():
        yield builder.plan(gone, gone.naam, afscheid_page)


def overview(builder: PageBuilder) -> Page:
    """The page with everybody who works here."""
    everybody = sorted(builder.huis.medewerkers.values(), key=_by_name)
    return builder.render(
        overview_of("medewerkers"), "mensen", builder.say("mensen"),
        builder.say("mensen_omschrijving", naam=builder.huis.organisatie.naam),
        people=everybody,
        locaties=list(builder.huis.locaties.values()),
        klantgroepen=list(builder.huis.klantgroepen.values()),
        place_of=lambda person: place_of(builder, person),
        facets=people_facets(builder, everybody),
        speakers=by_language(everybody) if len(everybody) < LONG else [],
        letters=letters_of(everybody) if len(everybody) >= WITH_LETTERS else {},
        person=builder.today.contact_person(),
    )  # fmt: skip


def _by_name(person: Medewerker) -> tuple[int, str]:
    return person.volgorde, fold(person.naam)


def _crumbs(builder: PageBuilder) -> list[Crumb]:
    """The way to a worker; there is no overview when nobody works here."""
    return [builder.overview_crumb("medewerkers")] if builder.huis.medewerkers else []


def _networks(medewerker: Medewerker) -> list[tuple[str, str]]:
    """The networks on which a worker can be followed, each with the address there."""
    found = ((name, getattr(medewerker.contact, name, None)) for name in jsonld.NETWORKS)
    return [(name, address) for name, address in found if address]


def medewerker_page(builder: PageBuilder, medewerker: Medewerker) -> Page:
    """The page of a worker, with the card and the feeds beside it."""
    huis, address = builder.huis, address_of(medewerker)
    card = OutputFile(
        f"{address}{medewerker.id}.vcf",
        vcard(medewerker, huis.organisatie, builder.absolute_url(address)),
    )
    channels, feed_files = make_blog_feeds(
        builder, address, builder.say("schrijft", naam=medewerker.first_name),
        builder.say("blog_van", naam=medewerker.naam, organisatie=huis.organisatie.naam),
        builder.berichten.of_medewerker.get(medewerker.id, ()),
    )  # fmt: skip
    portret = builder.publish_portret(medewerker)
    places = [huis.locaties[o.locatie] for o in medewerker.te_vinden if o.locatie]
    events = builder.relations.agenda_of_medewerker[medewerker.id]
    calendars = builder.calendars.beside(
        address, medewerker.id, medewerker.naam, events, [medewerker]
    )
    coming = _coming(builder, medewerker)
    before = [huis.afscheiden[id_] for id_ in huis.neemt_over_van.get(medewerker.id, ())]
    return builder.render(
        address,
        "medewerker",
        medewerker.naam,
        f"{medewerker.naam}, {medewerker.functie}. {medewerker.belofte}",
        crumbs=_crumbs(builder),
        image=portret,
        thing=("medewerkers", medewerker),
        share=_share_text(builder, medewerker),
        files=[card, *calendars, *feed_files],
        calendar=address_in(calendars),
        jsonld=[
            jsonld.medewerker(medewerker, huis.organisatie, places, portret, builder.absolute_url)
        ],
        feeds=channels,
        coming=coming,
        told=[*shown_with(coming, builder.huis.locaties), *before],
        medewerker=medewerker,
        before=before,
        berichten=writings(builder, medewerker),
        verhalen=builder.relations.verhalen_of_medewerker[medewerker.id],
        card=card.address,
        networks=_networks(medewerker),
        klantgroepen=[huis.klantgroepen[k] for k in medewerker.boegbeeld_van],
        locaties=places,
        behoeften=[huis.behoeften[b] for b in medewerker.behoeften],
        diensten=[huis.diensten[d] for d in medewerker.diensten],
        wijken=list(builder.relations.wijken_of_medewerker[medewerker.id]),
    )


def _coming(builder: PageBuilder, medewerker: Medewerker) -> Sequence[Happening]:
    """The next times of a worker. In the last weeks those at which people can say goodbye come
    first, all of them."""
    week, relations = builder.today.week, builder.relations
    last = _goodbyes(builder, medewerker.id)
    others = week.coming(relations.agenda_of_medewerker[medewerker.id])
    return [*last, *(h for h in others if h.thing not in [found.thing for found in last])]


def _goodbyes(builder: PageBuilder, id_: str) -> Sequence[Happening]:
    """The next times of the events at which people can say goodbye to somebody."""
    events = [builder.huis.agenda[event] for event in builder.huis.afscheid_bij.get(id_, ())]
    return builder.today.week.coming(events, len(events))


def _share_text(builder: PageBuilder, medewerker: Medewerker) -> ShareText:
    """The words of the share picture, with the portrait when there is one that may be shown."""
    portret = medewerker.portret
    return ShareText(
        medewerker.naam,
        f"“{medewerker.belofte}”",
        medewerker.functie,
        "mens",
        builder.embed_image("medewerkers", portret.bestand, "deelbeeld") if portret else None,
    )


def afscheid_page(builder: PageBuilder, gone: Afscheid) -> Page:
    """The page of somebody who left."""
    opvolger = builder.huis.medewerkers.get(gone.opvolger) if gone.opvolger else None
    description = strip_markdown(gone.afscheid) if gone.afscheid else ""
    goodbyes = _goodbyes(builder, gone.id)
    return builder.render(
        address_of(gone),
        "afscheid",
        gone.naam,
        description or builder.say("werkt_hier_niet_meer", naam=gone.naam),
        crumbs=_crumbs(builder),
        thing=("medewerkers", gone),
        share=ShareText(gone.naam, above=builder.say("mensen")),
        gone=gone,
        goodbyes=goodbyes,
        told=shown_with(goodbyes, builder.huis.locaties),
        opvolger=opvolger,
        verhalen=builder.relations.verhalen_of_medewerker[gone.id],
        berichten=builder.berichten.of_medewerker.get(gone.id, ()),
        person=opvolger or builder.today.contact_person(),
    )
