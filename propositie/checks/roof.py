"""The roof: promises that others cannot make, and the course that holds them together."""

from __future__ import annotations

from collections.abc import Iterator

from ..dutch import join_words
from ..finding import Severity
from ..huis import Koers
from ..huis.values import ASSEN, As
from .rule import Hit, RuleContext, rule


@rule(
    "K20",
    Severity.WARNING,
    "Elke klantgroep heeft een usp",
    "Zonder belofte die bij deze mensen past, is er voor hen geen reden om juist jullie te kiezen.",
)
def klantgroep_without_usp(context: RuleContext) -> Iterator[Hit]:
    """A client group to which nothing is promised."""
    for group in context.huis.klantgroepen.values():
        if not context.relations.usps_of_klantgroep[group.id]:
            yield Hit(
                group,
                f'Aan de klantgroep "{group.naam}" beloven jullie nog niets. '
                f'Zet "{group.id}" bij klantgroepen van een usp, of maak een usp voor hen.',
                ("naam",),
            )


@rule(
    "K21",
    Severity.WARNING,
    "Een usp verschilt van een concurrent met een naam",
    "Wie zegt dat hij anders is, moet kunnen zeggen dan wie. Anders zegt de buurman hetzelfde.",
)
def usp_without_comparison(context: RuleContext) -> Iterator[Hit]:
    """A promise that was held against no competitor."""
    for usp in context.huis.usps.values():
        if not usp.anders_dan:
            yield Hit(
                usp,
                "Van welke concurrent verschillen jullie hierin? "
                "Noem er een bij anders_dan, met erachter waarin jullie anders zijn (want).",
                ("belofte",),
            )


def _comparisons(context: RuleContext) -> Iterator[tuple[int, str, As, str, int | None]]:
    """Yield (number, usp, axis, competitor, their score) of each comparison of each promise."""
    for usp in context.huis.usps.values():
        for number, difference in enumerate(usp.anders_dan):
            scores = context.huis.concurrenten[difference.concurrent].scores
            yield number, usp.id, usp.as_, difference.concurrent, getattr(scores, usp.as_)


@rule(
    "K22",
    Severity.WARNING,
    "Een usp ligt op een punt waar de concurrent zwakker is",
    "Een belofte waarin een ander even goed of beter is, onderscheidt niet. Zoek een ander punt "
    "of word er eerst beter in.",
)
def usp_where_concurrent_is_as_strong(context: RuleContext) -> Iterator[Hit]:
    """A promise on an axis on which the named competitor scores as well or better."""
    koers = context.huis.organisatie.koers
    for number, usp, as_, concurrent, theirs in _comparisons(context):
        own = getattr(koers.scores, as_) if koers else None
        if own is None or theirs is None or theirs < own:
            continue
        name = context.huis.concurrenten[concurrent].naam
        phrase = "ook een" if theirs == own else f"een {theirs} en jullie een"
        yield Hit(
            context.huis.usps[usp],
            f'Op {as_} scoort "{name}" {phrase} {own}. Kies een punt waarop jullie wel beter '
            "zijn, of kijk de scores nog eens na.",
            ("anders_dan", number, "concurrent"),
        )


@rule(
    "K23",
    Severity.TIP,
    "Een concurrent met wie jullie je vergelijken, heeft een score",
    "Pas met een cijfer ernaast is te zien of een belofte werkelijk onderscheidt.",
)
def concurrent_without_score(context: RuleContext) -> Iterator[Hit]:
    """A competitor without a score on the axis of a promise that names it."""
    missing = {(c, as_): None for _, _, as_, c, theirs in _comparisons(context) if theirs is None}
    for id_, as_ in missing:
        concurrent = context.huis.concurrenten[id_]
        yield Hit(
            concurrent,
            f'Een usp vergelijkt jullie op {as_} met "{concurrent.naam}". '
            f"Geef hen bij scores ook een cijfer voor {as_}, van 1 tot 5.",
            ("scores",) if concurrent.scores.model_fields_set else ("naam",),
            at_key=bool(concurrent.scores.model_fields_set),
        )


@rule(
    "K24",
    Severity.TIP,
    "De organisatie heeft een koers",
    "Niemand kan in alles de beste zijn. Kies of jullie uitblinken in prijs, product of "
    "klantrelatie, en zorg dat de andere twee goed genoeg zijn.",
)
def no_koers(context: RuleContext) -> Iterator[Hit]:
    """An organisation that has not chosen on what to excel."""
    if context.huis.organisatie.koers is None:
        yield Hit(
            context.huis.organisatie,
            f"Waarin willen jullie uitblinken? Zet onder koers een as: {join_words(ASSEN, 'of')}.",
            ("naam",),
        )


def _koers(context: RuleContext) -> Iterator[Koers]:
    if context.huis.organisatie.koers is not None:
        yield context.huis.organisatie.koers


@rule(
    "K25",
    Severity.TIP,
    "De koers zegt wat op de andere assen goed genoeg is",
    "Uitblinken op één punt werkt alleen als de rest niet tegenvalt. "
    "Een drempel zegt wanneer het goed genoeg is.",
)
def koers_without_drempels(context: RuleContext) -> Iterator[Hit]:
    """A course without a threshold for each of the other two axes."""
    for koers in _koers(context):
        missing = [as_ for as_ in ASSEN if as_ != koers.as_ and as_ not in koers.drempels]
        if missing:
            yield Hit(
                context.huis.organisatie,
                f"Wat moet er op {join_words(missing)} minstens goed zijn? "
                "Schrijf dat op bij drempels onder koers.",
                ("koers", "drempels"),
                at_key=True,
            )


@rule(
    "K26",
    Severity.TIP,
    "De organisatie geeft zichzelf scores",
    "Met eigen cijfers op dezelfde drie assen is eerlijk te vergelijken met een concurrent.",
)
def koers_without_scores(context: RuleContext) -> Iterator[Hit]:
    """A course without the house's own score on each axis."""
    for koers in _koers(context):
        missing = [as_ for as_ in ASSEN if getattr(koers.scores, as_) is None]
        if missing:
            yield Hit(
                context.huis.organisatie,
                f"Hoe goed zijn jullie zelf in {join_words(missing)}? "
                "Geef bij scores onder koers een cijfer van 1 tot 5.",
                ("koers", "scores"),
                at_key=True,
            )


@rule(
    "K27",
    Severity.WARNING,
    "Een drempel hoort bij de twee andere assen",
    "Op de gekozen as willen jullie uitblinken; een drempel zegt juist wat op de andere twee "
    "goed genoeg is.",
)
def drempel_on_own_as(context: RuleContext) -> Iterator[Hit]:
    """A threshold for the very axis on which the organisation wants to excel."""
    for koers in _koers(context):
        if koers.as_ in koers.drempels:
            yield Hit(
                context.huis.organisatie,
                f"Op {koers.as_} willen jullie uitblinken; daar hoort geen drempel bij. "
                "Haal deze regel weg, of kies een andere as.",
                ("koers", "drempels", koers.as_),
                at_key=True,
            )


@rule(
    "K28",
    Severity.TIP,
    "Er is een usp op de as van de koers",
    "Wie op één punt wil uitblinken, belooft daar ook iets over.",
)
def koers_without_usp(context: RuleContext) -> Iterator[Hit]:
    """A chosen axis on which nothing is promised."""
    usps = context.huis.usps.values()
    for koers in _koers(context):
        if usps and all(u.as_ != koers.as_ for u in usps):
            yield Hit(
                context.huis.organisatie,
                f"Jullie willen uitblinken op {koers.as_}, maar geen enkele usp gaat daarover. "
                f"Maak een usp met as: {koers.as_}.",
                ("koers", "as"),
            )
