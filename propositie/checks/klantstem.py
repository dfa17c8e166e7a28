"""The client's voice: whether clients are asked every week, what is done with wishes, and days that
cannot be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from ..dutch import counted, date_in_words
from ..finding import Severity
from ..huis import Klantstem
from .rule import Hit, RuleContext, rule, the_day, thing_rule

WEEK = timedelta(days=7)
SILENCE = timedelta(days=31)
"""So long after a period the next one has begun."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How many were asked in a period so far, and how many should have been."""

    weeks: int
    """The weeks of the period so far: whole ones while it runs, rounded once it is over."""
    asked: int
    """Grades that people gave and leavers who told why, until today."""
    wanted: int
    """How many a week the organisation wants; 0 when it does not count."""

    @property
    def is_kept(self) -> bool:
        """Whether as many were asked as it wants."""
        return self.asked >= self.weeks * self.wanted


def rhythm_of(stem: Klantstem, on_date: date, wanted: int) -> Rhythm:
    """How the rhythm of the talks was kept in a period."""
    is_over = stem.periode.tot <= on_date
    passed = min(stem.periode.tot, on_date) - stem.periode.van + timedelta(days=1)
    weeks = round(passed / WEEK) if is_over else max(passed // WEEK, 0)
    days = [*(row.datum for row in stem.cijfers), *(row.datum for row in stem.afhakers)]
    asked = sum(day <= on_date for day in days)
    return Rhythm(weeks, asked, wanted)


def newest(stemmen: Mapping[str, Klantstem], on_date: date) -> Klantstem | None:
    """The last period that has begun by a day; None when none has."""
    begun = [stem for stem in stemmen.values() if stem.periode.van <= on_date]
    return max(begun, key=lambda s: (s.periode.tot, s.periode.van, s.id), default=None)


@rule(
    "K86",
    Severity.TIP,
    "Klanten worden elke week gevraagd, en zien wat ermee gebeurt",
    "Acht gesprekken in de week, het hele jaar door, vertellen meer dan één groot onderzoek. En "
    "een wens waarvan niemand nog iets hoort, is de laatste die iemand uitspreekt.",
)
def asked_every_week(context: RuleContext) -> Iterator[Hit]:
    """A rhythm of talks that is not kept in the newest period, silence since then, and wishes of
    which nothing is told."""
    stemmen, wanted = context.huis.klantstem, context.thresholds.gesprekken_per_week
    stem = newest(stemmen, context.on_date)
    if stem is not None and wanted:
        rhythm = rhythm_of(stem, context.on_date, wanted)
        if context.on_date > stem.periode.tot + SILENCE:
            yield Hit(
                stem,
                f"Sinds {date_in_words(stem.periode.tot)} is er niets meer opgeschreven van wat "
                "klanten zeiden. Begin een nieuw bestand met een nieuwe periode, en voer deze week "
                "het eerste gesprek.",
                ("periode", "tot"),
            )
        elif not rhythm.is_kept:
            yield Hit(
                stem,
                f"Opgeschreven: {counted(rhythm.asked, 'gesprek', 'gesprekken')} in "
                f"{counted(rhythm.weeks, 'week', 'weken')}. Jullie willen er {wanted} per week; "
                f"dat zijn er {rhythm.weeks * wanted}. Vraag het na afloop van een dienst, of kies "
                "bij gesprekken_per_week (keuring, in organisatie.yml) een aantal dat lukt.",
                ("periode",),
            )
    for each in stemmen.values():
        if (context.on_date - each.periode.tot).days <= context.thresholds.wens_dagen:
            continue
        for number, wens in enumerate(each.wensen):
            if wens.wat_ermee_gedaan is None:
                yield Hit(
                    each,
                    "Bij deze wens staat nog niet wat jullie ermee deden. Schrijf het bij "
                    "wat_ermee_gedaan, en vertel het aan wie het vroeg. Kan het niet, schrijf dan "
                    "waarom.",
                    ("wensen", number),
                )


@thing_rule(
    "K87",
    Severity.WARNING,
    "Een cijfer en een afhaker hebben een dag die kan",
    "Een cijfer van een dag die nog moet komen, kan niemand gegeven hebben. En wat buiten de "
    "periode valt, hoort in een ander bestand: anders telt het verkeerd mee.",
    "klantstem",
    the_day,
)
def days_that_cannot_be(stem: Klantstem, on_date: date) -> Iterator[Hit]:
    """A grade or a leaver of a day to come, or outside the period."""
    van, tot = stem.periode.van, stem.periode.tot
    told = {
        "cijfers": [row.datum for row in stem.cijfers],
        "afhakers": [row.datum for row in stem.afhakers],
    }
    for key, days in told.items():
        for number, datum in enumerate(days):
            day = date_in_words(datum)
            if datum > on_date:
                message = f"De dag {day} moet nog komen. Kijk hem na; tot dan telt dit niet mee."
            elif not van <= datum <= tot:
                message = (
                    f"De dag {day} valt buiten deze periode: van {date_in_words(van)} tot en met "
                    f"{date_in_words(tot)}. Kijk de dag na, of zet dit in het bestand van de "
                    "periode waarin het was."
                )
            else:
                continue
            yield Hit(stem, message, (key, number, "datum"))
