"""The playing field: who else answers the same needs, did we go and look, whom we work with."""

from __future__ import annotations

from collections.abc import Iterator

from ..dutch import date_in_words, duration
from ..finding import Severity
from ..huis import Bezoek, Concurrent
from .rule import Hit, RuleContext, rule


def _concurrenten(context: RuleContext, klantgroep: str) -> list[Concurrent]:
    return [c for c in context.huis.concurrenten.values() if klantgroep in c.klantgroepen]


@rule(
    "K10",
    Severity.WARNING,
    "Elke klantgroep heeft een lijst van concurrenten",
    "Mensen kunnen altijd ergens anders heen, al is het naar niemand. Wie dat niet weet, kan ook "
    "niet zeggen waarom iemand juist bij jullie komt.",
)
def klantgroep_without_concurrent(context: RuleContext) -> Iterator[Hit]:
    """A client group for which no competitor is known."""
    for group in context.huis.klantgroepen.values():
        if not _concurrenten(context, group.id):
            yield Hit(
                group,
                f'Waar gaan mensen uit de klantgroep "{group.naam}" nog meer heen? Maak voor zo '
                f'iemand een bestand in concurrenten, met "{group.id}" bij klantgroepen.',
                ("naam",),
            )


@rule(
    "K11",
    Severity.WARNING,
    "Elke klantgroep heeft een onverwachte concurrent",
    "De sterkste concurrent staat zelden in het vakblad: het restaurant van een woonwinkel, "
    "de sportkantine, een app. Juist daar is iets te leren.",
)
def klantgroep_without_unexpected_concurrent(context: RuleContext) -> Iterator[Hit]:
    """A client group whose competitors are all of the expected kind."""
    for group in context.huis.klantgroepen.values():
        concurrenten = _concurrenten(context, group.id)
        if concurrenten and all(c.soort != "onverwacht" for c in concurrenten):
            yield Hit(
                group,
                f'Bij de klantgroep "{group.naam}" staan alleen concurrenten die iedereen '
                "verwacht. Vraag waar deze mensen gisteren waren, en voeg een concurrent toe met "
                "soort: onverwacht.",
                ("naam",),
            )


def _past_bezoeken(context: RuleContext, concurrent: Concurrent) -> list[tuple[int, Bezoek]]:
    return [(n, b) for n, b in enumerate(concurrent.bezoeken) if b.datum <= context.on_date]


@rule(
    "K12",
    Severity.WARNING,
    "Elke concurrent is bezocht",
    "Van een website word je niet wijzer. Wie binnen kijkt, proeft en ruikt, weet waarom mensen "
    "daarheen gaan.",
)
def concurrent_never_visited(context: RuleContext) -> Iterator[Hit]:
    """A competitor that nobody has visited yet."""
    for concurrent in context.huis.concurrenten.values():
        if _past_bezoeken(context, concurrent):
            continue
        plan = f'Nog niemand is bij "{concurrent.naam}" gaan kijken.'
        if concurrent.bezoeken:
            day = min(b.datum for b in concurrent.bezoeken)
            plan = f'Het bezoek aan "{concurrent.naam}" is pas op {date_in_words(day)}.'
        yield Hit(
            concurrent,
            f"{plan} Ga er als klant heen en schrijf bij bezoeken op wat u zag en proefde.",
            ("bezoeken", 0, "datum") if concurrent.bezoeken else ("naam",),
        )


@rule(
    "K13",
    Severity.WARNING,
    "Het laatste bezoek is niet te lang geleden",
    "Een concurrent staat niet stil. Wat een jaar geleden waar was, klopt nu misschien niet meer.",
)
def bezoek_outdated(context: RuleContext) -> Iterator[Hit]:
    """A competitor whose last visit was too long ago."""
    months = context.thresholds.bezoek_maanden
    for concurrent in context.huis.concurrenten.values():
        past = _past_bezoeken(context, concurrent)
        if not past:
            continue
        number, last = max(past, key=lambda pair: pair[1].datum)
        if context.is_older_than(months, last.datum):
            yield Hit(
                concurrent,
                f'Het laatste bezoek aan "{concurrent.naam}" is langer dan {duration(months)} '
                "geleden. Ga nog eens kijken wat er veranderd is.",
                ("bezoeken", number, "datum"),
            )


@rule(
    "K14",
    Severity.TIP,
    "Van een bezoek staat opgeschreven wat er te zien was",
    "Een datum alleen helpt een collega niet. Wat was sterk, wat was zwak, hoe rook het er?",
)
def bezoek_without_observation(context: RuleContext) -> Iterator[Hit]:
    """A visit of which nothing but the date was written down."""
    for concurrent in context.huis.concurrenten.values():
        for number, bezoek in _past_bezoeken(context, concurrent):
            if not bezoek.model_fields_set - {"datum", "door"}:
                yield Hit(
                    concurrent,
                    f'Wat viel er op bij "{concurrent.naam}"? '
                    "Schrijf bij sterk, zwak of indruk op wat u zag, rook en proefde.",
                    ("bezoeken", number, "datum"),
                )


@rule(
    "K15",
    Severity.TIP,
    "Elke partner hoort bij een klantgroep of een dienst",
    "Niemand hoeft nee te horen: wat jullie niet doen, doet een ander. Wie hulp zoekt, komt daar "
    "alleen achter als die partner op de pagina staat die zij lezen.",
)
def partner_nobody_finds(context: RuleContext) -> Iterator[Hit]:
    """A partner for no client group, that does no running service with us."""
    for partner in context.huis.partners.values():
        diensten = context.relations.diensten_of_partner[partner.id]
        if not partner.klantgroepen and all(d.status == "gestopt" for d in diensten):
            yield Hit(
                partner,
                f'Bij de partner "{partner.naam}" staat geen klantgroep en geen dienst die loopt. '
                "Wie hulp zoekt, vindt hen dan niet. Zet bij klantgroepen wie er terechtkunnen, of "
                "bij diensten wat jullie samen doen.",
                ("naam",),
            )


@rule(
    "K16",
    Severity.WARNING,
    "Een afspraak met een partner is nagekomen",
    "Samenwerken is afspraken maken en ze houden. Kijk er samen op terug, ook als het niet lukte.",
)
def afspraak_overdue(context: RuleContext) -> Iterator[Hit]:
    """An appointment whose day has passed and of which nobody wrote that it was kept."""
    for partner in context.huis.partners.values():
        for number, afspraak in enumerate(partner.afspraken):
            day = afspraak.datum
            if day is not None and day < context.on_date and not afspraak.nagekomen:
                yield Hit(
                    partner,
                    f'Deze afspraak met "{partner.naam}" was voor {date_in_words(day)}. Is zij '
                    "nagekomen, zet er dan nagekomen: ja bij. Anders spreekt u samen een andere "
                    "dag af.",
                    ("afspraken", number, "datum"),
                )
