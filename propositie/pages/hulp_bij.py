"""Needs: the client's own question as the headline."""

from __future__ import annotations

from collections.abc import Iterator

from ..huis import Behoefte, Partner, address_of, overview_of
from ..output import jsonld
from ..output.share_image import ShareText
from .builder import PageBuilder, vraag_of
from .facets import behoefte_facets
from .page import Page
from .plan import PagePlan
from .verhalen import proof_of


def pages(builder: PageBuilder) -> Iterator[PagePlan]:
    """Yield the overview and a page for each need."""
    if not builder.huis.behoeften:
        return
    yield builder.plan_overview("behoeften", "hulp_bij", overview)
    for behoefte in builder.huis.behoeften.values():
        yield builder.plan(behoefte, behoefte.naam, behoefte_page)


def overview(builder: PageBuilder) -> Page:
    """The page with the questions of every need."""
    return builder.render(
        overview_of("behoeften"), "hulp_bij", builder.say("hulp_bij"),
        builder.say("hulp_bij_omschrijving", naam=builder.huis.organisatie.naam),
        facets=behoefte_facets(builder),
        person=builder.today.contact_person(),
    )  # fmt: skip


def behoefte_page(builder: PageBuilder, behoefte: Behoefte) -> Page:
    """The page of a need."""
    relations = builder.relations
    medewerkers = builder.today.people(
        relations.medewerkers_of_behoefte[behoefte.id], behoefte.klantgroepen
    )
    klantgroepen = [builder.huis.klantgroepen[k] for k in behoefte.klantgroepen]
    address, vraag = address_of(behoefte), vraag_of(behoefte)
    return builder.render(
        address,
        "behoefte",
        behoefte.naam,
        f"“{vraag}” {behoefte.winst or ''}".strip(),
        crumbs=[builder.overview_crumb("behoeften")],
        thing=("behoeften", behoefte),
        share=ShareText(vraag, above=behoefte.naam, variant="vraag"),
        jsonld=[
            jsonld.web_page(
                "WebPage",
                builder.absolute_url,
                address,
                behoefte.naam,
                vraag,
                about=jsonld.subject(behoefte.naam, behoefte.pijn),
                audience=[jsonld.audience(k) for k in klantgroepen],
            )
        ],
        behoefte=behoefte,
        diensten=builder.today.diensten(relations.diensten_of_behoefte[behoefte.id], [behoefte]),
        verhalen=relations.verhalen_of_behoefte[behoefte.id],
        usps=relations.usps_of_behoefte[behoefte.id],
        told=proof_of(builder, relations.usps_of_behoefte[behoefte.id]),
        klantgroepen=klantgroepen,
        medewerkers=medewerkers,
        partners=_partners(builder, behoefte),
        berichten=builder.berichten.of_behoefte.get(behoefte.id, ()),
        person=builder.today.contact_person(medewerkers, behoefte.klantgroepen),
    )


def _partners(builder: PageBuilder, behoefte: Behoefte) -> list[Partner]:
    """Who else helps with a need: the partners of its services, then those of its client groups."""
    relations = builder.relations
    found = [
        *(relations.partners_of_dienst[d.id] for d in relations.diensten_of_behoefte[behoefte.id]),
        *(relations.partners_of_klantgroep[k] for k in behoefte.klantgroepen),
    ]
    return list({partner.id: partner for row in found for partner in row}.values())
