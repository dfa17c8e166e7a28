"""Vacancies, until and including the day on which they close."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..huis import Vacature, address_of, overview_of
from ..huis.vacatures import SOORTEN
from ..output import jsonld
from ..output.share_image import ShareText
from .builder import PageBuilder, plain_text
from .formatting import render_markdown, shorten
from .page import Page
from .plan import PagePlan


def pages(builder: PageBuilder) -> Iterator[PagePlan]:
    """Yield the overview, when anything is open, and a page for each vacancy."""
    if builder.huis.vacatures:
        yield builder.plan_overview("vacatures", "vacatures", overview)
    for vacature in builder.huis.vacatures.values():
        yield builder.plan(vacature, vacature.naam, vacature_page)


def overview(builder: PageBuilder) -> Page:
    """The page with all vacancies by soort; in each, what closes first stands first."""
    huis = builder.huis
    found = list(huis.vacatures.values())
    by_soort = {soort: [v for v in found if v.soort == soort] for soort in SOORTEN}
    return builder.render(
        overview_of("vacatures"), "vacatures", builder.say("vacatures"),
        builder.say("vacatures_omschrijving", naam=huis.organisatie.naam),
        soorten={soort: rows for soort, rows in by_soort.items() if rows},
        told=[
            *found,
            *(huis.medewerkers[v.contact] for v in found if v.contact),
            *(huis.locaties[v.locatie] for v in found if v.locatie),
        ],
        person=builder.today.contact_person(),
    )  # fmt: skip


def vacature_page(builder: PageBuilder, vacature: Vacature) -> Page:
    """The page of a vacancy."""
    huis = builder.huis
    locatie = huis.locaties[vacature.locatie] if vacature.locatie else None
    contact = huis.medewerkers[vacature.contact] if vacature.contact else None
    posting = jsonld.vacature(
        vacature, _for_search_engines(vacature), huis.organisatie, locatie, builder.absolute_url
    )
    return builder.render(
        address_of(vacature),
        "vacature",
        vacature.naam,
        vacature.kort or plain_text(vacature.wat),
        crumbs=[builder.overview_crumb("vacatures")],
        thing=("vacatures", vacature),
        share=ShareText(
            vacature.naam,
            vacature.kort or shorten(plain_text(vacature.wat), 120),
            above=builder.say(f"vacature_{vacature.soort}"),
        ),
        jsonld=[posting] if posting is not None else [],
        vacature=vacature,
        locatie=locatie,
        contact=contact,
        person=contact or builder.today.contact_person(),
    )


def _for_search_engines(vacature: Vacature) -> str:
    """What the work is, as HTML without links: those of this site mean nothing elsewhere."""
    return re.sub(r"</?a\b[^>]*>", "", render_markdown(vacature.wat))
