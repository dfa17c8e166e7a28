"""Vacancies, until the day that they close."""

from __future__ import annotations

from collections.abc import Iterator

from ..huis import Vacature, address_of, overview_of
from ..output.share_image import ShareText
from .builder import PageBuilder
from .formatting import strip_markdown
from .page import Page
from .plan import PagePlan


def pages(builder: PageBuilder) -> Iterator[PagePlan]:
    """Yield the overview, and a page for each vacancy."""
    if not builder.huis.vacatures:
        return
    yield builder.plan_overview("vacatures", "vacatures", overview)
    for vacature in builder.huis.vacatures.values():
        yield builder.plan(vacature, vacature.naam, vacature_page)


def overview(builder: PageBuilder) -> Page:
    """The page with all vacancies, what closes first first."""
    found = sorted(builder.huis.vacatures.values(), key=lambda v: (v.sluit_op, v.naam))
    return builder.render(
        overview_of("vacatures"), "vacatures", builder.say("vacatures"),
        builder.say("vacatures_omschrijving", naam=builder.huis.organisatie.naam),
        vacatures=found,
        person=builder.today.contact_person(),
    )  # fmt: skip


def vacature_page(builder: PageBuilder, vacature: Vacature) -> Page:
    """The page of a vacancy."""
    huis = builder.huis
    contact = huis.medewerkers[vacature.contact] if vacature.contact else None
    return builder.render(
        address_of(vacature),
        "vacature",
        vacature.naam,
        vacature.kort or strip_markdown(vacature.wat),
        crumbs=[builder.overview_crumb("vacatures")],
        thing=("vacatures", vacature),
        share=ShareText(vacature.naam, vacature.kort or ""),
        vacature=vacature,
        locatie=huis.locaties[vacature.locatie] if vacature.locatie else None,
        person=contact or builder.today.contact_person(),
    )
