"""Figures: each with its story, about years that were, with an aim that lies ahead, and of so many
people that nobody is known by it."""

from __future__ import annotations

from collections.abc import Iterator

from ..dutch import format_figure, join_words
from ..finding import Severity
from ..huis import InternalCijfer
from ..huis.cijfers import FEWEST_FOR_SHARE, FEWEST_IN_WIJK, FEWEST_PEOPLE
from .rule import Hit, RuleContext, rule


@rule(
    "K56",
    Severity.WARNING,
    "Bij ieder cijfer op de site vertelt iemand wat het betekent",
    "Een getal zonder verhaal is een vinkje. Drie vrouwen bij naam die hun weg vonden, zeggen meer "
    "dan een drie.",
)
def cijfer_without_verhaal(context: RuleContext) -> Iterator[Hit]:
    """A public figure without a story that may be told."""
    for cijfer in context.huis.cijfers.values():
        if cijfer.zichtbaar != "publiek" or _told(context, cijfer):
            continue
        if cijfer.verhalen:
            yield Hit(
                cijfer,
                "Het verhaal bij dit cijfer staat niet op de site, want de toestemming geldt niet. "
                "Vraag iemand anders om te vertellen wat het betekent, en zet dat verhaal erbij.",
                ("verhalen",),
            )
        else:
            yield Hit(
                cijfer,
                "Bij dit cijfer vertelt nog niemand wat het betekent. Vraag een van de mensen die "
                "erin zitten, maak er een verhaal van, en noem dat bij verhalen.",
                ("naam",),
            )


def _told(context: RuleContext, cijfer: InternalCijfer) -> list[str]:
    """The stories of a figure that may be told today."""
    found = context.huis.verhalen
    return [
        id_
        for id_ in cijfer.verhalen
        if found[id_].is_told(context.on_date) and found[id_].datum <= context.on_date
    ]


@rule(
    "K58",
    Severity.WARNING,
    "Een cijfer gaat niet over een handvol mensen",
    "Wie de buurt kent, weet bij een klein getal om wie het gaat. Zulke getallen blijven van de "
    "site, tenzij die mensen zelf hun verhaal vertellen.",
)
def too_few_people(context: RuleContext) -> Iterator[Hit]:
    """A public figure of which values are withheld."""
    for cijfer in context.huis.cijfers.values():
        if cijfer.zichtbaar != "publiek":
            continue
        tellers = sum(context.huis.verhalen[id_].wie.count for id_ in _told(context, cijfer))
        few = [j for j, m in cijfer.reeks.jaren.items() if cijfer.tells_too_few(m, tellers)]
        if few:
            yield Hit(cijfer, _about_few(cijfer, few), ("reeks", str(few[0])))


def _about_few(cijfer: InternalCijfer, few: list[int]) -> str:
    years = join_words(map(str, few))
    if cijfer.is_share:
        return (
            f"Onder de {FEWEST_FOR_SHARE} mensen zegt een percentage niets. Dat van {years} staat "
            "daarom niet op de site. Tel liever de mensen zelf."
        )
    if any((n := cijfer.reeks.jaren[j].n) is not None and n < FEWEST_PEOPLE for j in few):
        return (
            f"Dit is bij minder dan {FEWEST_PEOPLE} mensen gevraagd. Wat er bij {years} staat, "
            "komt daarom niet op de site."
        )
    fewest, place = (FEWEST_IN_WIJK, " in één wijk") if cijfer.wijk else (FEWEST_PEOPLE, "")
    return (
        f"Dit zijn minder dan {fewest} mensen{place}. Het getal van {years} staat daarom niet op "
        "de site. Vertellen zij zelf hun verhaal, noem die verhalen dan bij verhalen. Telt u geen "
        "mensen, zet dan telt: dingen."
    )


@rule(
    "K59",
    Severity.WARNING,
    "Een cijfer gaat over wat er al was, en het doel ligt nog voor ons",
    "Een getal over volgend jaar is een voornemen. En een doel dat al gehaald is of al voorbij is, "
    "zegt niemand meer waar het heen gaat.",
)
def year_or_aim(context: RuleContext) -> Iterator[Hit]:
    """A value of a year to come, and an aim that is over or reached."""
    this_year = context.on_date.year
    for cijfer in context.huis.cijfers.values():
        for jaar in cijfer.reeks.jaren:
            if jaar > this_year:
                yield Hit(
                    cijfer,
                    f"{jaar} moet nog komen, dus dit getal staat niet op de site. Kijk het jaar "
                    "na. Is het wat jullie willen bereiken, zet het dan bij doel.",
                    ("reeks", str(jaar)),
                )
        yield from _aim(cijfer, this_year)


def _aim(cijfer: InternalCijfer, this_year: int) -> Iterator[Hit]:
    if cijfer.doel is None:
        return
    if cijfer.is_reached and cijfer.latest is not None:
        reached = format_figure(cijfer.reeks.known[cijfer.latest])
        yield Hit(
            cijfer,
            f"Dit doel is gehaald: in {cijfer.latest} was het {reached}. Vier het, en kies een "
            "nieuw doel.",
            ("doel", "waarde"),
        )
    elif cijfer.doel.jaar < this_year:
        yield Hit(
            cijfer,
            f"Dit doel was voor {cijfer.doel.jaar}, en is niet gehaald. Vertel bij toelichting "
            "wat er nog niet lukt, en kies een nieuw jaar.",
            ("doel", "jaar"),
        )
