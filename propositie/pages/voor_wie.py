"""Client groups: recognition → what troubles them → what we do together → who → proof → call."""

from __future__ import annotations

from collections.abc import Iterator

from ..huis import Klantgroep, address_of, overview_of
from ..output import jsonld
from ..output.share_image import ShareText
from .builder import PageBuilder
from .page import Page
from .plan import PagePlan


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
        person=builder.contact_person(()),
    )  # fmt: skip


def klantgroep_page(builder: PageBuilder, group: Klantgroep) -> Page:
    """The page of a client group."""
    relations = builder.relations
    boegbeelden = relations.boegbeelden_of_klantgroep[group.id]
    return builder.render(
        address_of(group),
        "klantgroep",
        group.naam,
        f"{group.ik}? {group.kernboodschap}",
        crumbs=[builder.overview_crumb("klantgroepen")],
        image=builder.publish_image(group, group.beeld, "klantgroepen") if group.beeld else None,
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
        klantgroep=group,
        behoeften=relations.behoeften_of_klantgroep[group.id],
        diensten=relations.diensten_of_klantgroep[group.id],
        usps=relations.usps_of_klantgroep[group.id],
        medewerkers=boegbeelden,
        berichten=builder.berichten.of_klantgroep.get(group.id, ()),
        person=builder.contact_person(boegbeelden),
    )
