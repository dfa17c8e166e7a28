"""Stories: what somebody tells, and the way from it to who and what helped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..huis import Afscheid, Medewerker, Thing, Usp, Verhaal, address_of, overview_of
from ..output import jsonld
from ..output.share_image import ShareText
from .builder import PageBuilder, plain_text
from .formatting import shorten
from .page import Page
from .plan import PagePlan


def pages(builder: PageBuilder) -> Iterator[PagePlan]:
    """Yield the overview, when there is anything to tell, and a page for each story."""
    if builder.huis.verhalen:
        yield builder.plan_overview("verhalen", "verhalen", overview)
    for verhaal in builder.huis.verhalen.values():
        yield builder.plan(verhaal, verhaal.titel, verhaal_page)


def overview(builder: PageBuilder) -> Page:
    """The page with all stories, newest first."""
    found = list(builder.huis.verhalen.values())
    return builder.render(
        overview_of("verhalen"), "verhalen", builder.say("verhalen"),
        builder.say("verhalen_omschrijving", naam=builder.huis.organisatie.naam),
        verhalen=found,
        first_words=first_words,
        told=found,
        person=builder.today.contact_person(),
    )  # fmt: skip


def proof_of(builder: PageBuilder, usps: Iterable[Usp]) -> list[Thing]:
    """The stories and figures that prove promises: what a page tells along with these."""
    huis = builder.huis
    told: list[Thing] = []
    for b in (b for usp in usps for b in usp.bewijs):
        if b.verhaal is not None:
            told.append(huis.verhalen[b.verhaal])
        if b.cijfer is not None:
            told.append(huis.cijfers[b.cijfer])
    return told


def first_words(verhaal: Verhaal) -> str:
    """How a story begins."""
    return shorten(plain_text(verhaal.tekst), 160)


def verhaal_page(builder: PageBuilder, verhaal: Verhaal) -> Page:
    """The page of a story."""
    huis = builder.huis
    people = [huis.medewerkers[m] for m in verhaal.medewerkers if m in huis.medewerkers]
    gone = [huis.afscheiden[m] for m in verhaal.medewerkers if m in huis.afscheiden]
    photo = builder.publish_image(verhaal, verhaal.beeld, "verhalen") if verhaal.beeld else None
    description = first_words(verhaal)
    return builder.render(
        address_of(verhaal),
        "verhaal",
        verhaal.titel,
        description,
        crumbs=[builder.overview_crumb("verhalen")],
        image=photo,
        thing=("verhalen", verhaal),
        share=ShareText(
            verhaal.titel, f"“{verhaal.citaat}”" if verhaal.citaat else "", builder.say("verhaal")
        ),
        jsonld=[
            jsonld.verhaal(verhaal, huis.organisatie, description, photo, builder.absolute_url)
        ],
        verhaal=verhaal,
        klantgroep=huis.klantgroepen[verhaal.klantgroep] if verhaal.klantgroep else None,
        behoefte=huis.behoeften[verhaal.behoefte] if verhaal.behoefte else None,
        dienst=huis.diensten[verhaal.dienst] if verhaal.dienst else None,
        medewerkers=people,
        gone=gone,
        cijfers=builder.relations.cijfers_of_verhaal[verhaal.id],
        usps=builder.relations.usps_of_verhaal[verhaal.id],
        person=_who_answers(builder, verhaal, people, gone),
    )


def _who_answers(
    builder: PageBuilder, verhaal: Verhaal, people: list[Medewerker], gone: list[Afscheid]
) -> Medewerker | None:
    """Whom one calls from a story: who has a part in it, or took over from who had."""
    groups = [verhaal.klantgroep] if verhaal.klantgroep else []
    after = [builder.huis.medewerkers[left.opvolger] for left in gone if left.opvolger is not None]
    return builder.today.contact_person(people or after, groups)
