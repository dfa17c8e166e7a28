"""Services: who does what, what it costs and who pays, where and when."""

from __future__ import annotations

from collections.abc import Iterator

from ..huis import Dienst, address_of, overview_of
from ..output import jsonld
from ..output.share_image import ShareText
from .builder import PageBuilder
from .page import Page
from .plan import PagePlan

TREDEN = ("instap", "midden", "exclusief", None)
"""The steps of the price ladder in order; services without a step come last."""


def pages(builder: PageBuilder) -> Iterator[PagePlan]:
    """Yield the overview by step of the price ladder, and a page for each service."""
    if not builder.huis.diensten:
        return
    yield builder.plan_overview("diensten", "aanbod", overview)
    for dienst in builder.huis.diensten.values():
        yield builder.plan(dienst, dienst.naam, dienst_page)


def overview(builder: PageBuilder) -> Page:
    """The page with every service, by step of the price ladder."""
    huis = builder.huis
    treden = [(t, [d for d in huis.diensten.values() if d.trede == t]) for t in TREDEN]
    return builder.render(
        overview_of("diensten"), "aanbod", builder.say("aanbod"),
        builder.say("aanbod_omschrijving", naam=huis.organisatie.naam),
        treden=[(t, diensten) for t, diensten in treden if diensten],
        all_priced=all(d.prijs is not None for _, diensten in treden for d in diensten),
        person=builder.contact_person(()),
    )  # fmt: skip


def dienst_page(builder: PageBuilder, dienst: Dienst) -> Page:
    """The page of a service."""
    huis = builder.huis
    groups = builder.relations.klantgroepen_of_dienst[dienst.id]
    medewerkers = builder.relations.medewerkers_of_dienst[dienst.id]
    klantgroepen = [huis.klantgroepen[k] for k in groups]
    locaties = [huis.locaties[p] for p in dienst.waar]
    photo = builder.publish_image(dienst, dienst.beeld, "diensten") if dienst.beeld else None
    return builder.render(
        address_of(dienst),
        "dienst",
        dienst.naam,
        dienst.kort,
        crumbs=[builder.overview_crumb("diensten")],
        image=photo,
        thing=("diensten", dienst),
        share=ShareText(dienst.naam, dienst.kort),
        jsonld=[
            jsonld.dienst(
                dienst, huis.organisatie, locaties, klantgroepen, photo, builder.absolute_url
            )
        ],
        dienst=dienst,
        behoeften=[huis.behoeften[b] for b in dienst.behoeften],
        klantgroepen=klantgroepen,
        locaties=locaties,
        medewerkers=medewerkers,
        partners=builder.relations.partners_of_dienst[dienst.id],
        person=builder.contact_person(medewerkers, groups),
    )
