"""The six steps by which a worker becomes somebody whom clients ask for by name.

They are asked only of workers who work here on the day of the check.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..dutch import join_words
from ..finding import Severity
from ..huis import InternalMedewerker, Klantgroep
from .rule import Hit, RuleContext, rule, the_day, thing_rule


@rule(
    "K30",
    Severity.WARNING,
    "Stap 1: elke klantgroep heeft een boegbeeld",
    "Mensen komen voor een mens, niet voor een organisatie. Elke klantgroep heeft iemand die "
    "voor hen het gezicht is en hier nu werkt.",
)
def klantgroep_without_boegbeeld(context: RuleContext) -> Iterator[Hit]:
    """A client group without a figurehead who works here on the day of the check."""
    for group in context.huis.klantgroepen.values():
        boegbeelden = context.relations.boegbeelden_of_klantgroep[group.id]
        if not any(m.id in context.present for m in boegbeelden):
            yield Hit(group, _boegbeeld_message(context, group), ("naam",))


def _boegbeeld_message(context: RuleContext, group: Klantgroep) -> str:
    medewerkers = context.huis.medewerkers
    boegbeelden = context.relations.boegbeelden_of_klantgroep[group.id]
    gone = [m.first_name for m in boegbeelden if medewerkers[m.id].has_left(context.on_date)]
    reason = f" {join_words(gone)} {'werkt' if len(gone) == 1 else 'werken'} hier niet meer."
    return (
        f'De klantgroep "{group.naam}" heeft nu geen boegbeeld.{reason if gone else ""} '
        f'Spreek af wie het wordt en zet "{group.id}" bij boegbeeld_van in diens bestand.'
    )


@thing_rule(
    "K31",
    Severity.TIP,
    "Stap 2: een medewerker is op minstens twee plekken te vinden",
    "Wie alleen op kantoor zit, ontmoet alleen wie de weg al weet. "
    "Klanten zijn op de markt, in de kerk, op het schoolplein.",
    "medewerkers",
    the_day,
)
def too_few_te_vinden(m: InternalMedewerker, on_date: date) -> Iterator[Hit]:
    """A worker who can be met in fewer than two places."""
    if m.is_present(on_date) and len(m.te_vinden) < 2:
        yield Hit(
            m,
            f"{m.first_name} is maar op één plek te vinden. "
            f"Noem er bij te_vinden nog een waar klanten {m.first_name} tegenkomen.",
            ("te_vinden",),
            at_key=True,
        )


@thing_rule(
    "K32",
    Severity.TIP,
    "Stap 3: iemand beveelt de medewerker aan",
    "Wat een klant over iemand zegt, weegt zwaarder dan wat die zelf zegt. "
    "Een goede band blijkt uit een goed woord.",
    "medewerkers",
    the_day,
)
def no_aanbeveling(m: InternalMedewerker, on_date: date) -> Iterator[Hit]:
    """A worker without a recommendation that may be shown, and none that waits for consent."""
    allowed = (a.toestemming is None or a.toestemming.is_valid(on_date) for a in m.aanbevelingen)
    if m.is_present(on_date) and not any(allowed):
        yield Hit(
            m,
            f"Nog niemand beveelt {m.first_name} aan op de site. Vraag een klant of partner "
            "om een paar zinnen, en of die op de site mogen (toestemming).",
            ("aanbevelingen",) if m.aanbevelingen else ("naam",),
            at_key=bool(m.aanbevelingen),
        )


@thing_rule(
    "K33",
    Severity.TIP,
    "Stap 4: te zien is waar een medewerker verstand van heeft",
    "Vertrouwen begint bij kunde: wat weet iemand, en bij welke vraag helpt dat?",
    "medewerkers",
    the_day,
)
def expertise_invisible(m: InternalMedewerker, on_date: date) -> Iterator[Hit]:
    """A worker who shows no field of knowledge or no need to help with."""
    missing = []
    if not m.deskundig_in:
        missing.append(f"bij deskundig_in waar {m.first_name} verstand van heeft")
    if not m.behoeften:
        missing.append(f"bij behoeften met welke vragen mensen bij {m.first_name} terechtkunnen")
    if missing and m.is_present(on_date):
        yield Hit(m, f"Schrijf {join_words(missing)}.", ("naam",))


@rule(
    "K34",
    Severity.TIP,
    "Stap 5: een medewerker schrijft",
    "Een stukje in de krant of op de site laat horen hoe iemand denkt. Wie een jaar niets "
    "schrijft, raakt uit beeld.",
)
def not_writing(context: RuleContext) -> Iterator[Hit]:
    """A worker who wrote nothing, or nothing lately."""
    for m in context.present.values():
        message = _writing_advice(context, m)
        if message:
            path = ("schrijft",) if m.schrijft else ("naam",)
            yield Hit(m, message, path, at_key=bool(m.schrijft))


def _writing_advice(context: RuleContext, m: InternalMedewerker) -> str:
    own = context.written[m.id]
    dates = [*(a.datum for a in m.schrijft if a.datum is not None), *(b.datum for b in own)]
    if not m.schrijft and not own:
        return (
            f"{m.first_name} schrijft nog niets. Laat {m.first_name} een stukje maken voor de "
            "krant of jullie eigen site, en noem het bij schrijft."
        )
    if not dates:
        return f"Zet bij schrijft een datum bij het laatste stuk van {m.first_name}."
    if context.is_older_than(context.thresholds.schrijft_maanden, max(dates)):
        return (
            f"Het laatste stuk van {m.first_name} is langer dan een jaar geleden. "
            f"Vraag {m.first_name} om een nieuw stukje en noem het bij schrijft."
        )
    return ""


@thing_rule(
    "K35",
    Severity.TIP,
    "Stap 6: een medewerker verrast",
    "Doen wat je belooft, is gewoon. Wat mensen doorvertellen, is dat ene wat niemand verwachtte.",
    "medewerkers",
    the_day,
)
def no_verrassing(m: InternalMedewerker, on_date: date) -> Iterator[Hit]:
    """A worker of whom no surprise is known."""
    if m.is_present(on_date) and not m.verrassingen:
        yield Hit(
            m,
            f"Waarmee verraste {m.first_name} een klant? "
            "Vraag het collega's en schrijf het op bij verrassingen.",
            ("naam",),
        )
