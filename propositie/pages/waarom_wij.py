"""Why us: three axes, promise by promise with its proof. And the door for commissioners."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ..huis import Klantgroep, Medewerker, addresses, overview_of
from ..huis.values import ASSEN
from ..output.share_image import ShareText
from .builder import PageBuilder
from .calling import Call, call_for
from .page import Page
from .plan import PagePlan
from .verhalen import proof_of


def pages(builder: PageBuilder) -> Iterator[PagePlan]:
    """Yield the page with all promises, when there are any."""
    if builder.huis.usps:
        yield builder.plan_overview("usps", "waarom_wij", promises)


def promises(builder: PageBuilder) -> Page:
    """The page with all promises, axis by axis."""
    usps = builder.huis.usps.values()
    assen = [(a, [u for u in usps if u.as_ == a]) for a in ASSEN]
    return builder.render(
        overview_of("usps"),
        "waarom_wij",
        builder.say("waarom_wij"),
        builder.say("waarom_wij_omschrijving", naam=builder.huis.organisatie.naam),
        share=ShareText(
            builder.heading("waarom_wij", builder.say("waarom_wij")), next(iter(usps)).belofte
        ),
        assen=[(a, row) for a, row in assen if row],
        told=proof_of(builder, usps),
        person=builder.today.contact_person(),
    )


def opdrachtgevers(builder: PageBuilder) -> Iterator[PagePlan]:
    """Yield the page for who commissions or refers, when there is such a client group."""
    if _commissioners(builder):
        title = builder.say("opdrachtgevers")
        yield PagePlan(addresses.OPDRACHTGEVERS, title, partial(opdrachtgevers_page, builder))


def opdrachtgevers_page(builder: PageBuilder) -> Page:
    """What who commissions or refers wants to know."""
    groups = _commissioners(builder)
    doors = [(k, *_face_of(builder, k)) for k in groups]
    calls = {call for _, _, call in doors}
    return builder.render(
        addresses.OPDRACHTGEVERS,
        "opdrachtgevers",
        builder.say("opdrachtgevers"),
        builder.say("opdrachtgevers_omschrijving", naam=builder.huis.organisatie.naam),
        doors=doors,
        # one person who answers for all of them is the one to call; else the general number is
        call=calls.pop() if len(calls) == 1 else None,
        person=builder.today.contact_person((), [k.id for k in groups]),
    )


def _face_of(builder: PageBuilder, group: Klantgroep) -> tuple[Medewerker | None, Call | None]:
    """Who stands for a group, and how to call him; no one when the group has no figurehead, for
    that of another group knows nothing of it."""
    if not (boegbeelden := builder.relations.boegbeelden_of_klantgroep[group.id]):
        return None, None
    face = builder.today.contact_person(boegbeelden, [group.id])
    return face, call_for(group, face)


def _commissioners(builder: PageBuilder) -> list[Klantgroep]:
    return [
        k for k in builder.huis.klantgroepen.values() if k.soort in {"opdrachtgever", "verwijzer"}
    ]
