"""Vacancies: those that close or have closed, and those of which the contact is not here."""

from __future__ import annotations

from collections.abc import Iterator

from ..dutch import counted, date_in_words
from ..finding import Severity
from ..huis import InternalMedewerker, Vacature
from .rule import Hit, RuleContext, rule


@rule(
    "K69",
    Severity.TIP,
    "De sluitdatum van een vacature klopt nog",
    "Na de sluitdatum is een vacature vanzelf van de site. Wie nog niemand heeft, wil dat voor die "
    "dag weten. En wat gesloten is, hoeft niet in de map te blijven.",
)
def closing(context: RuleContext) -> Iterator[Hit]:
    """A vacancy that closes soon, and one that has closed."""
    for vacature in context.huis.vacatures.values():
        left = (vacature.sluit_op - context.on_date).days
        day = date_in_words(vacature.sluit_op)
        if left < 0:
            message = (
                f"Deze vacature sloot op {day} en staat niet meer op de site. Haal het bestand "
                "weg, of zet bij sluit_op een nieuwe dag als jullie nog iemand zoeken."
            )
        elif vacature.is_open(context.on_date) and left <= context.thresholds.vacature_dagen:
            when = "vandaag" if left == 0 else f"over {counted(left, 'dag', 'dagen')}"
            message = (
                f"Deze vacature sluit {when}, op {day}. Zoeken jullie dan nog, kies dan een "
                "latere dag. Anders gaat zij vanzelf van de site."
            )
        else:
            continue
        yield Hit(vacature, message, ("sluit_op",))


@rule(
    "K38",
    Severity.WARNING,
    "Wie over een vacature vertelt, werkt hier zolang zij open is",
    "Een vacature zonder gezicht is een advertentie. Mensen bellen eerder iemand met een naam, en "
    "die moet er dan nog zijn.",
)
def contact_not_here(context: RuleContext) -> Iterator[Hit]:
    """A vacancy, open now or later, of which the contact left or leaves before it closes."""
    for vacature in context.huis.vacatures.values():
        contact = context.huis.medewerkers.get(vacature.contact or "")
        if contact is None or vacature.sluit_op < context.on_date:
            continue
        if contact.has_left(vacature.sluit_op):
            yield Hit(vacature, _message(context, vacature, contact), ("contact",))


def _message(context: RuleContext, vacature: Vacature, contact: InternalMedewerker) -> str:
    opvolger = context.huis.medewerkers.get(contact.opvolger or "")
    advice = (
        f'Zet "{opvolger.id}" bij contact, of een andere medewerker.'
        if opvolger is not None and not opvolger.has_left(vacature.sluit_op)
        else "Zet een andere medewerker bij contact."
    )
    if contact.has_left(context.on_date):
        return f"{contact.naam} werkt hier niet meer, en vertelt dus niets over dit werk. {advice}"
    assert contact.uit_dienst is not None
    return (
        f"{contact.naam} werkt hier tot en met {date_in_words(contact.uit_dienst)}, en de vacature "
        f"is open tot en met {date_in_words(vacature.sluit_op)}. {advice}"
    )
