"""Services: who does what, what it costs and who pays, where and when."""

from __future__ import annotations

from collections.abc import Iterator

from ..dutch import month_in_words
from ..huis import Dienst, Waardering, address_of, is_for_others, overview_of
from ..output import jsonld
from ..output.share_image import ShareText
from .builder import PageBuilder
from .calendars import address_in
from .facets import dienst_facets
from .mededelingen import at_dienst
from .page import Page
from .plan import PagePlan
from .presence import short_hours
from .ranking import rank_behoeften
from .week import shown_with

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
    """The page with every service, by step of the price ladder; what is only for who refers or
    pays stands apart, for no step is true of it."""
    huis = builder.huis
    needs = rank_behoeften(huis.behoeften.values())
    ranked = builder.today.diensten(huis.diensten.values(), needs)
    groups = builder.relations.klantgroepen_of_dienst
    others = [d for d in ranked if is_for_others(huis.klantgroepen[k] for k in groups[d.id])]
    treden = [(t, [d for d in ranked if d.trede == t and d not in others]) for t in TREDEN]
    return builder.render(
        overview_of("diensten"), "aanbod", builder.say("aanbod"),
        builder.say("aanbod_omschrijving", naam=huis.organisatie.naam),
        treden=[(t, diensten) for t, diensten in treden if diensten],
        others=others,
        klantgroepen=list(huis.klantgroepen.values()),
        locaties=list(huis.locaties.values()),
        facets=dienst_facets(builder, ranked),
        all_count=len(ranked),
        all_priced=all(d.prijs is not None for d in ranked),
        person=builder.today.contact_person(),
    )  # fmt: skip


def dienst_page(builder: PageBuilder, dienst: Dienst) -> Page:
    """The page of a service."""
    huis = builder.huis
    groups = builder.relations.klantgroepen_of_dienst[dienst.id]
    medewerkers = builder.today.people(
        builder.relations.medewerkers_of_dienst[dienst.id], groups, dienst.waar
    )
    klantgroepen = [huis.klantgroepen[k] for k in groups]
    locaties = [huis.locaties[p] for p in dienst.waar]
    photo = builder.publish_image(dienst, dienst.beeld, "diensten") if dienst.beeld else None
    coming = builder.today.week.coming(builder.relations.agenda_of_dienst[dienst.id])
    waardering = huis.waarderingen.get(dienst.id)
    calendars = builder.calendars.beside(
        address_of(dienst),
        dienst.id,
        dienst.naam,
        [dienst, *builder.relations.agenda_of_dienst[dienst.id]],
    )
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
                dienst,
                huis.organisatie,
                locaties,
                klantgroepen,
                photo,
                builder.absolute_url,
                medewerkers,
            )
        ],
        files=calendars,
        calendar=address_in(calendars),
        coming=coming,
        notices=at_dienst(builder, dienst),
        waardering=waardering,
        graded_in=_time_of(builder, waardering) if waardering is not None else "",
        told=shown_with(coming, builder.huis.locaties),
        dienst=dienst,
        short_hours=short_hours(dienst.wanneer, in_full=True),
        has_notes=any(m.toelichting or m.limits_in_words(builder.say) for m in dienst.wanneer),
        quotes=_quotes(builder, dienst),
        verhalen=builder.relations.verhalen_of_dienst[dienst.id],
        behoeften=[huis.behoeften[b] for b in dienst.behoeften],
        klantgroepen=klantgroepen,
        locaties=locaties,
        medewerkers=medewerkers,
        partners=builder.relations.partners_of_dienst[dienst.id],
        person=builder.today.contact_person(medewerkers, groups, dienst.waar),
    )


def _time_of(builder: PageBuilder, waardering: Waardering) -> str:
    """When the grades of a service were given, by month. They go into no data for search engines:
    these would make stars of them."""
    van, tot = month_in_words(waardering.van), month_in_words(waardering.tot)
    if van == tot:
        return builder.say("cijfer_in", maand=van)
    is_one_year = waardering.van.year == waardering.tot.year
    return builder.say("cijfer_tussen", van=van.split()[0] if is_one_year else van, tot=tot)


def _quotes(builder: PageBuilder, dienst: Dienst) -> list[tuple[str, str]]:
    """What somebody says of what is promised about the needs of a service, with who says it."""
    usps = builder.relations.usps_of_behoefte
    about = [usp for id_ in dienst.behoeften for usp in usps[id_]]
    said = [(b.citaat, b.door) for usp in about for b in usp.bewijs if b.citaat and b.door]
    return said[:1]
