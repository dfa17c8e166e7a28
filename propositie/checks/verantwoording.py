"""What a duty asks: the facts of an ANBI, their days, and the accessibility statement.

Sources: artikel 1a Uitvoeringsregeling Algemene wet inzake rijksbelastingen 1994; Tijdelijk besluit
digitale toegankelijkheid overheid.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..dutch import counted, date_in_words, join_words
from ..finding import Severity
from ..huis import Organisatie
from ..huis.verantwoording import (
    HALF_YEAR,
    RESEARCH_MONTHS,
    REVIEW_MONTHS,
    STANDARD_FORM,
    book_year_ends,
    is_rsin,
    months_later,
    years_accounted_for,
)
from .rule import Hit, RuleContext, rule


@rule(
    "K62",
    Severity.WARNING,
    "Een ANBI maakt openbaar wat moet",
    "Een ANBI houdt haar belastingvoordeel alleen als beleidsplan, verslag, cijfers, bestuur en "
    "beloning op de site staan (art. 1a Uitvoeringsregeling AWR).",
)
def anbi_incomplete(context: RuleContext) -> Iterator[Hit]:
    """An ANBI that does not publish all it must."""
    organisatie = context.huis.organisatie
    missing = missing_of_anbi(organisatie)
    if missing:
        yield Hit(
            organisatie,
            f"Een ANBI moet ook openbaar maken: {join_words(what for what, _ in missing)}. "
            f"Vul dat in bij {join_words(dict.fromkeys(where for _, where in missing))}.",
            ("anbi",),
            at_key=True,
        )


def missing_of_anbi(organisatie: Organisatie) -> list[tuple[str, str]]:
    """What an ANBI must publish and does not, each with the field that it belongs in."""
    anbi = organisatie.anbi
    if anbi is None:
        return []
    soorten = {document.soort for document in organisatie.documenten}
    asked = [
        (bool(anbi.beleid) or "beleidsplan" in soorten, "het beleidsplan", "documenten"),
        (
            bool(anbi.activiteiten) or "jaarverslag" in soorten,
            "het verslag van de activiteiten",
            "documenten",
        ),
        (
            bool(anbi.financien) or bool({"jaarrekening", STANDARD_FORM} & soorten),
            "de jaarrekening",
            "documenten",
        ),
        (
            not anbi.groot or STANDARD_FORM in soorten,
            "het standaardformulier van de Belastingdienst",
            "documenten",
        ),
        (
            bool(organisatie.over_ons and organisatie.over_ons.bestuur),
            "de namen van de bestuurders",
            "over_ons.bestuur",
        ),
        (
            bool(anbi.beloningsbeleid),
            "hoe bestuur en medewerkers beloond worden",
            "anbi.beloningsbeleid",
        ),
        (
            anbi.boekjaar_eindigt is not None,
            "wanneer het boekjaar eindigt",
            "anbi.boekjaar_eindigt",
        ),
    ]
    return [(what, where) for is_there, what, where in asked if not is_there]


@dataclass(frozen=True, slots=True)
class Duty:
    """Something that has to be done by a day, and is not done yet."""

    by: date
    """The last day on which it is in time."""
    part: str
    """Which duty it is, and of what year."""
    path: tuple[str | int, ...]
    """Where in the organisation's file it is told."""
    late: str
    """What to say after that day."""
    before: str
    """What to say before; without a full stop, for a day goes along."""


def duties_of(organisatie: Organisatie, on_date: date) -> Iterator[Duty]:
    """What the law asks by a day, as far as it is not done on the day `on_date`."""
    yield from _accounts(organisatie, on_date)
    yield from _accessibility(organisatie, on_date)


def _accounts(organisatie: Organisatie, on_date: date) -> Iterator[Duty]:
    """The figures of the book years that ended; of those that are late only the newest, for who
    publishes that one has done the others."""
    anbi = organisatie.anbi
    if anbi is None:
        return
    done = years_accounted_for(anbi, organisatie.documenten)
    what = "het standaardformulier" if anbi.groot else "de jaarrekening"
    soort = STANDARD_FORM if anbi.groot else "jaarrekening"
    for end in book_year_ends(anbi, on_date):
        by = months_later(end, HALF_YEAR)
        if not any(year >= end.year for year in done):
            yield Duty(
                by,
                f"boekjaar-{end.year}",
                ("documenten",) if organisatie.documenten else ("anbi",),
                f"Het boekjaar {end.year} eindigde op {date_in_words(end)}, en {what} daarover "
                f"had uiterlijk op {date_in_words(by)} op de site moeten staan. Zet het stuk bij "
                f"documenten, met soort: {soort} en jaar: {end.year}.",
                f"zet {what} over boekjaar {end.year} bij documenten, met soort: {soort} en "
                f"jaar: {end.year}",
            )
        if by < on_date:
            return


def _accessibility(organisatie: Organisatie, on_date: date) -> Iterator[Duty]:
    """The yearly review of the statement, and the research, which counts for three years."""
    told = organisatie.toegankelijkheid
    if told is None:
        return
    if told.vastgesteld_op is not None:
        by = months_later(told.vastgesteld_op, REVIEW_MONTHS)
        day = date_in_words(told.vastgesteld_op)
        yield Duty(
            by,
            "verklaring",
            ("toegankelijkheid", "vastgesteld_op"),
            f"De toegankelijkheidsverklaring is van {day}, en hoort elk jaar te worden nagekeken. "
            "Loop haar na, en zet de dag van vandaag bij vastgesteld_op.",
            f"kijk de toegankelijkheidsverklaring van {day} na, en zet bij vastgesteld_op de dag "
            "waarop u dat deed",
        )
    newest = told.newest_research()
    if newest is not None:
        by = months_later(newest.datum, RESEARCH_MONTHS)
        day = date_in_words(newest.datum)
        planned = told.onderzoek_gepland is not None and told.onderzoek_gepland >= on_date
        if not (planned and by >= on_date):
            number = told.onderzoeken.index(newest)
            yield Duty(
                by,
                "onderzoek",
                ("toegankelijkheid", "onderzoeken", number, "datum"),
                f"Het onderzoek van {day} is ouder dan drie jaar, en telt niet meer mee. Laat de "
                "site opnieuw onderzoeken. Is dat afgesproken, vul dan onderzoek_gepland in.",
                f"laat de site opnieuw onderzoeken, want het onderzoek van {day} telt drie jaar. "
                "Is dat afgesproken, vul dan onderzoek_gepland in",
            )
    if told.onderzoek_gepland is not None and (
        newest is None or newest.datum < told.onderzoek_gepland
    ):
        day = date_in_words(told.onderzoek_gepland)
        yield Duty(
            told.onderzoek_gepland,
            "gepland",
            ("toegankelijkheid", "onderzoek_gepland"),
            f"Op {day} zou de site onderzocht worden. Zet het onderzoek bij onderzoeken, of kies "
            "een nieuwe dag.",
            f"op {day} wordt de site onderzocht. Zet het rapport daarna bij onderzoeken",
        )


@rule(
    "K17",
    Severity.WARNING,
    "Wat de wet op een dag vraagt, staat er",
    "Een ANBI zet haar cijfers binnen zes maanden na het boekjaar op de site. Een verklaring over "
    "toegankelijkheid wordt elk jaar nagekeken, en een onderzoek telt drie jaar.",
)
def too_late(context: RuleContext) -> Iterator[Hit]:
    """What had to be done by a day that is over."""
    organisatie = context.huis.organisatie
    for duty in duties_of(organisatie, context.on_date):
        if duty.by < context.on_date:
            yield Hit(organisatie, duty.late, duty.path, at_key=len(duty.path) == 1)


@rule(
    "K18",
    Severity.TIP,
    "Wat de wet binnenkort vraagt, is begonnen",
    "Een accountant, een bestuursvergadering en een onderzoek kosten weken. Wie het op tijd hoort, "
    "haalt de dag nog.",
)
def nearly_late(context: RuleContext) -> Iterator[Hit]:
    """What has to be done by a day that is near."""
    organisatie = context.huis.organisatie
    for duty in duties_of(organisatie, context.on_date):
        left = (duty.by - context.on_date).days
        if 0 <= left <= context.thresholds.verloopt_dagen:
            until = f"Nog {counted(left, 'dag', 'dagen')}, tot en met {date_in_words(duty.by)}"
            when = until if left else "Vandaag is de laatste dag"
            yield Hit(organisatie, f"{when}: {duty.before}.", duty.path, at_key=len(duty.path) == 1)


@rule(
    "K19",
    Severity.WARNING,
    "Wat in de verantwoording staat, spreekt zichzelf niet tegen",
    "Een nummer met een tikfout of twee jaarrekeningen over een jaar: een toezichthouder vraagt er "
    "meteen naar.",
)
def contradicting(context: RuleContext) -> Iterator[Hit]:
    """Facts that cannot be, or that cannot both be."""
    organisatie = context.huis.organisatie
    anbi, told = organisatie.anbi, organisatie.toegankelijkheid
    if anbi is not None and not is_rsin(anbi.rsin):
        yield Hit(
            organisatie,
            f'"{anbi.rsin}" kan geen RSIN zijn: dat heeft negen cijfers die samen kloppen '
            "(de elfproef). Kijk het na op een brief van de Belastingdienst.",
            ("anbi", "rsin"),
        )
    yield from _twice(organisatie)
    if told is None:
        return
    for number, research in enumerate(told.onderzoeken):
        if research.datum > context.on_date:
            yield Hit(
                organisatie,
                f"Dit onderzoek is op {date_in_words(research.datum)}, en die dag moet nog komen. "
                "Een onderzoek dat nog komt, staat bij onderzoek_gepland.",
                ("toegankelijkheid", "onderzoeken", number, "datum"),
            )
    shown = told.status_on(context.on_date)
    if told.status is not None and shown != told.status:
        instead = f"status {shown}" if shown else "geen status"
        yield Hit(
            organisatie,
            f"Bij status staat {told.status}, en uit de rest volgt {instead}; dat staat dan ook op "
            "de site. Kijk na wat er bij verplicht, onderzoeken en onderzoek_gepland staat, of "
            "haal status weg.",
            ("toegankelijkheid", "status"),
        )


def _twice(organisatie: Organisatie) -> Iterator[Hit]:
    """Documents of one kind about one year; of others there may be as many as one likes."""
    seen: set[tuple[str, int]] = set()
    for number, document in enumerate(organisatie.documenten):
        if document.soort == "anders" or document.jaar is None:
            continue
        if (document.soort, document.jaar) in seen:
            yield Hit(
                organisatie,
                f"Over {document.jaar} staat er al een {document.soort}. Haal er een weg, of kijk "
                "het jaar na.",
                ("documenten", number),
            )
        seen.add((document.soort, document.jaar))
