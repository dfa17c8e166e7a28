"""Stories: consent, names that are another's, and where a story belongs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..dutch import date_in_words
from ..finding import Severity
from ..huis import InternalUsp, InternalVerhaal, Toestemming
from .rule import Hit, RuleContext, is_older_than, rule, the_day, thing_rule

ASK_AGAIN_MONTHS = 24
"""Consent without an end stays valid; after so long it is polite to ask whether it still is."""
_TOESTEMMING = "toestemming"


def _warning_time(context: RuleContext) -> tuple[date, int]:
    return context.on_date, context.thresholds.verloopt_dagen


@thing_rule(
    "K52",
    Severity.WARNING,
    "Een verhaal staat op de site met toestemming",
    "Een verhaal is van wie het vertelt. Zonder geldige toestemming is het nergens op de site, en "
    "wie het dan toch bewaart, doet iets wat niet mag (AVG).",
    "verhalen",
    the_day,
)
def verhaal_without_toestemming(v: InternalVerhaal, on_date: date) -> Iterator[Hit]:
    """A story of which the consent has ended, was withdrawn, has yet to begin, or is for something
    else."""
    given = v.toestemming
    if hit := _not_valid(given, on_date):
        yield Hit(v, f"De toestemming voor dit verhaal {hit[0]}", (_TOESTEMMING, hit[1]))
    elif not given.covers("verhaal"):
        yield Hit(
            v,
            "De toestemming is niet voor het verhaal, dus het staat niet op de site. Mag het wel, "
            "zet dan verhaal bij voor.",
            (_TOESTEMMING, "voor"),
        )
    elif not given.covers("naam") and not v.wie.pseudoniem:
        yield Hit(
            v,
            "De toestemming is niet voor de naam, dus het verhaal staat niet op de site. Kies een "
            "andere naam en zet onder wie: pseudoniem: ja. Mag de eigen naam wel, zet dan naam bij "
            "voor.",
            (_TOESTEMMING, "voor"),
        )
    else:
        yield from _parts_without(v)


def _not_valid(given: Toestemming, on_date: date) -> tuple[str, str] | None:
    """Why consent does not hold, as the end of a sentence, and the field that says so."""
    forget = (
        "Haal het bestand weg. Git bewaart oude versies: wil iemand ook daaruit weg, vraag dan "
    )
    forget += "uw beheerder om hulp."
    if given.ingetrokken is not None and given.ingetrokken <= on_date:
        return f"is ingetrokken. Het staat niet meer op de site. {forget}", "ingetrokken"
    if given.tot is not None and given.tot < on_date:
        ask = "Het staat niet meer op de site. Vraag opnieuw toestemming, of haal het bestand weg."
        return f"liep af op {date_in_words(given.tot)}. {ask}", "tot"
    if given.datum > on_date:
        day = date_in_words(given.datum)
        look = "Kijk de datum na; tot die dag staat het niet op de site."
        return f"gaat pas in op {day}. {look}", "datum"
    return None


def _parts_without(v: InternalVerhaal) -> Iterator[Hit]:
    """What of a story is not shown, for consent is not for it."""
    if v.citaat is not None and not v.toestemming.covers("citaat"):
        yield Hit(
            v,
            "De toestemming is niet voor een citaat, dus dit staat niet op de site. Mag het wel, "
            "zet dan citaat bij voor.",
            ("citaat",),
        )
    if v.beeld is not None and v.beeld.herkenbaar and not v.toestemming.covers("foto"):
        yield Hit(
            v,
            "De toestemming is niet voor een foto, dus dit beeld staat niet op de site. Mag het "
            "wel, zet dan foto bij voor. Staat er niemand herkenbaar op, zet dan onder beeld: "
            "herkenbaar: nee.",
            ("beeld", "bestand"),
        )


@thing_rule(
    "K53",
    Severity.TIP,
    "Toestemming voor een verhaal loopt niet ongemerkt af",
    "Als de toestemming afloopt, is het verhaal van de site, en staat het cijfer dat het uitlegt "
    "alleen. En wie twee jaar geleden ja zei, denkt er nu misschien anders over.",
    "verhalen",
    _warning_time,
)
def toestemming_to_renew(v: InternalVerhaal, given: tuple[date, int]) -> Iterator[Hit]:
    """Consent that holds now and ends soon, or was given long ago."""
    on_date, days = given
    if not v.is_told(on_date):
        return
    tot = v.toestemming.tot
    if tot is not None and (tot - on_date).days <= days:
        yield Hit(
            v,
            f"De toestemming voor dit verhaal loopt af op {date_in_words(tot)}. Vraag of het "
            "langer mag en pas de datum aan.",
            (_TOESTEMMING, "tot"),
        )
    elif tot is None and is_older_than(ASK_AGAIN_MONTHS, v.toestemming.datum, on_date):
        yield Hit(
            v,
            f"Deze toestemming is van {date_in_words(v.toestemming.datum)}. Vraag of het nog goed "
            "is, en zet de nieuwe datum erbij.",
            (_TOESTEMMING, "datum"),
        )


@rule(
    "K54",
    Severity.WARNING,
    "Een veranderde naam is niet die van een collega",
    "Wie de naam leest, denkt aan de collega die zo heet. Dan zegt een verhaal iets over iemand "
    "die er niets mee te maken heeft.",
)
def pseudoniem_of_medewerker(context: RuleContext) -> Iterator[Hit]:
    """A story under a name by which a worker is called."""
    called: dict[str, str] = {}
    for m in context.huis.medewerkers.values():
        for name in (m.naam, m.first_name):
            called.setdefault(_fold(name), m.naam)
    for v in context.huis.verhalen.values():
        if not v.wie.pseudoniem:
            continue
        name = v.wie.naam.partition(",")[0]
        if other := called.get(_fold(name)):
            yield Hit(
                v,
                f"{other} werkt hier, of werkte hier. Kies voor de verteller een andere naam dan "
                f'"{name}".',
                ("wie", "naam"),
            )


def _fold(name: str) -> str:
    return " ".join(name.split()).casefold()


@rule(
    "K55",
    Severity.TIP,
    "Een verhaal hoort ergens bij",
    "Een verhaal dat bij een dienst, een behoefte of een medewerker hoort, staat ook op hun "
    "bladzijde. Los vindt bijna niemand het.",
)
def loose_verhaal(context: RuleContext) -> Iterator[Hit]:
    """A story that names nothing, and that no figure or promise names."""
    relations = context.relations
    for v in context.huis.verhalen.values():
        named = (v.klantgroep, v.behoefte, v.dienst, *v.medewerkers)
        naming = (*relations.cijfers_of_verhaal[v.id], *relations.usps_of_verhaal[v.id])
        if not any(named) and not naming:
            yield Hit(
                v,
                "Dit verhaal staat alleen op zijn eigen bladzijde. Zet erbij waar het bij hoort: "
                "behoefte, dienst of medewerkers.",
                ("titel",),
            )


@thing_rule(
    "K57",
    Severity.WARNING,
    "Een citaat bij een belofte mag er nog staan",
    "Ook de woorden bij een belofte zijn van wie ze zei.",
    "usps",
    the_day,
)
def bewijs_without_toestemming(usp: InternalUsp, on_date: date) -> Iterator[Hit]:
    """Proof of a promise in the words of somebody whose consent does not hold."""
    for number, b in enumerate(usp.bewijs):
        if b.toestemming is not None and (hit := _not_valid(b.toestemming, on_date)):
            told = (
                hit[0]
                .replace("Haal het bestand weg", "Haal dit citaat weg")
                .replace("haal het bestand weg", "haal dit citaat weg")
            )
            path = ("bewijs", number, _TOESTEMMING, hit[1])
            yield Hit(usp, f"De toestemming voor dit citaat {told}", path)
