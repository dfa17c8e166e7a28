"""Client groups: recognition → what troubles them → what we do together → who → proof → call."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..huis import Klantgroep, Medewerker, Usp, address_of, overview_of
from ..output import jsonld
from ..output.share_image import ShareText
from .builder import PageBuilder
from .calendars import address_in
from .page import Page
from .plan import PagePlan
from .ranking import rank_behoeften
from .week import shown_with

BESIDE = 2
"""So many services stand beside the person."""
SHOWN = 6
"""So many services stand open; the others are one click further."""
QUOTES = 2


def pages(builder: PageBuilder) -> Iterator[PagePlan]:
    """Yield the overview and a page for each client group."""
    if not builder.huis.klantgroepen:
        return
    yield builder.plan_overview("klantgroepen", "voor_wie", overview)
    for group in builder.huis.klantgroepen.values():
        yield builder.plan(group, group.naam, klantgroep_page)


def overview(builder: PageBuilder) -> Page:
    """The page with every client group."""
    return builder.render(
        overview_of("klantgroepen"), "voor_wie", builder.say("voor_wie"),
        builder.say("voor_wie_omschrijving", naam=builder.huis.organisatie.naam),
        person=builder.today.contact_person(),
    )  # fmt: skip


def klantgroep_page(builder: PageBuilder, group: Klantgroep) -> Page:
    """The page of a client group."""
    relations, today = builder.relations, builder.today
    boegbeelden = today.people(relations.boegbeelden_of_klantgroep[group.id], [group.id])
    behoeften = rank_behoeften(relations.behoeften_of_klantgroep[group.id])
    diensten = today.diensten(relations.diensten_of_klantgroep[group.id], behoeften)
    events = builder.relations.agenda_of_klantgroep[group.id]
    coming = builder.today.week.coming(events)
    calendars = builder.calendars.beside(
        address_of(group), group.id, group.naam, [*events, *diensten]
    )
    return builder.render(
        address_of(group),
        "klantgroep",
        group.naam,
        f"{group.ik}? {group.kernboodschap}",
        crumbs=[builder.overview_crumb("klantgroepen")],
        image=builder.publish_image(group, group.beeld, "klantgroepen") if group.beeld else None,
        files=calendars,
        calendar=address_in(calendars),
        thing=("klantgroepen", group),
        share=ShareText(group.ik, group.kernboodschap, above=group.naam, variant="ik"),
        jsonld=[
            jsonld.web_page(
                "WebPage",
                builder.absolute_url,
                address_of(group),
                group.naam,
                group.kernboodschap,
                about=jsonld.subject(group.naam, group.ik),
                audience=jsonld.audience(group),
            )
        ],
        coming=coming,
        told=shown_with(coming, builder.huis.locaties),
        klantgroep=group,
        rollen=list(builder.huis.meedoen.values()) if group.soort == "vrijwilliger" else [],
        behoeften=behoeften,
        diensten=diensten,
        are_this_week=bool(diensten) and all(map(today.is_this_week, diensten[:BESIDE])),
        beside=BESIDE,
        shown=SHOWN,
        quotes=_quotes(boegbeelden, relations.usps_of_klantgroep[group.id]),
        verhalen=relations.verhalen_of_klantgroep[group.id],
        usps=relations.usps_of_klantgroep[group.id],
        medewerkers=boegbeelden,
        berichten=builder.berichten.of_klantgroep.get(group.id, ()),
        person=builder.today.contact_person(boegbeelden, [group.id]),
    )


def _quotes(people: Sequence[Medewerker], usps: Sequence[Usp]) -> list[tuple[str, str]]:
    """What others say, with who says it: of the people for this group, then of what is promised."""
    said = [
        *((a.citaat, a.door) for person in people for a in person.aanbevelingen),
        *((b.citaat, b.door) for usp in usps for b in usp.bewijs if b.citaat and b.door),
    ]
    return list(dict.fromkeys(said))[:QUOTES]
