"""Why us: three axes, promise by promise with its proof. And the door for commissioners."""

from __future__ import annotations

from collections.abc import Iterator

from ..huis import addresses, overview_of
from ..huis.values import ASSEN
from ..output.share_image import ShareText
from .builder import PageBuilder
from .page import Page


def pages(builder: PageBuilder) -> Iterator[Page]:
    """Yield the page with all promises, when there are any."""
    usps = builder.huis.usps.values()
    if not usps:
        return
    assen = [(a, [u for u in usps if u.as_ == a]) for a in ASSEN]
    yield builder.render(
        overview_of("usps"),
        "waarom_wij",
        builder.say("waarom_wij"),
        builder.say("waarom_wij_omschrijving", naam=builder.huis.organisatie.naam),
        share=ShareText(
            builder.heading("waarom_wij", builder.say("waarom_wij")), next(iter(usps)).belofte
        ),
        search_words=[u.belofte for u in usps],
        assen=[(a, row) for a, row in assen if row],
        person=builder.contact_person(()),
    )


def opdrachtgevers(builder: PageBuilder) -> Iterator[Page]:
    """Yield the page for who commissions or refers, when there is such a client group."""
    groups = [
        k for k in builder.huis.klantgroepen.values() if k.soort in {"opdrachtgever", "verwijzer"}
    ]
    if groups:
        yield builder.render(
            addresses.OPDRACHTGEVERS,
            "opdrachtgevers",
            builder.say("opdrachtgevers"),
            builder.say("opdrachtgevers_omschrijving", naam=builder.huis.organisatie.naam),
            groups=groups,
            person=builder.contact_person((), [k.id for k in groups]),
        )
