"""Days by which somebody has to look at something again: services, competitors, agreements, and
what the law asks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ..checks.rule import first_day_older
from ..checks.verantwoording import duties_of
from ..dutch import date_in_words
from .dated import Ahead, Dated, key_of, source


@source
def to_check(ahead: Ahead) -> Iterator[Dated]:
    """When the facts of a service were checked too long ago."""
    months = ahead.huis.organisatie.keuring.gecontroleerd_maanden
    for dienst in ahead.huis.diensten.values():
        checked = dienst.gecontroleerd_op
        if checked is None or dienst.status == "gestopt":
            continue
        yield Dated(
            first_day_older(months, checked),
            f"Kijk na of tijden, prijs en plek van “{dienst.naam}” nog kloppen; dat was voor het "
            f"laatst op {date_in_words(checked)}.",
            "nakijken",
            key_of(dienst),
            "gecontroleerd_op",
            is_task=True,
        )


@source
def visits(ahead: Ahead) -> Iterator[Dated]:
    """Visits to competitors that are planned, and those that are due again."""
    months = ahead.huis.organisatie.keuring.bezoek_maanden
    for concurrent in ahead.huis.concurrenten.values():
        for number, bezoek in enumerate(concurrent.bezoeken):
            if bezoek.datum > ahead.start:
                who = ahead.huis.medewerkers.get(bezoek.door or "")
                by = f" door {who.first_name}" if who else ""
                yield Dated(
                    bezoek.datum,
                    f"Bezoek aan “{concurrent.naam}”{by}.",
                    "speelveld",
                    key_of(concurrent),
                    f"bezoeken.{number}",
                )
        last = max((b.datum for b in concurrent.bezoeken), default=None)
        if last is not None:
            yield Dated(
                first_day_older(months, last),
                f"Ga weer eens kijken bij “{concurrent.naam}”; het laatste bezoek was op "
                f"{date_in_words(last)}.",
                "speelveld",
                key_of(concurrent),
                "opnieuw",
                is_task=True,
            )


@source
def agreements(ahead: Ahead) -> Iterator[Dated]:
    """What was agreed with a partner and is not done yet."""
    for partner in ahead.huis.partners.values():
        for number, afspraak in enumerate(partner.afspraken):
            if afspraak.datum is not None and not afspraak.nagekomen:
                yield Dated(
                    afspraak.datum,
                    f"Afspraak met “{partner.naam}”: {afspraak.wat.rstrip('.')}.",
                    "partners",
                    key_of(partner),
                    f"afspraken.{number}",
                    is_task=True,
                )


@source
def by_law(ahead: Ahead) -> Iterator[Dated]:
    """By when the figures of an ANBI are published, and the accessibility is looked at again."""
    organisatie = ahead.huis.organisatie
    told: set[str] = set()
    for day in (ahead.start, *_days_after_book_years(ahead)):
        for duty in duties_of(organisatie, day):
            if duty.part not in told:
                told.add(duty.part)
                message = duty.late if duty.by < ahead.start else f"Laatste dag: {duty.before}."
                yield Dated(
                    duty.by, message, "verantwoording", key_of(organisatie), duty.part,
                    is_task=True,
                )  # fmt: skip


def _days_after_book_years(ahead: Ahead) -> Iterator[date]:
    """The first day after each book year that ends while somebody looks: its figures are due."""
    anbi = ahead.huis.organisatie.anbi
    if anbi is not None and anbi.boekjaar_eindigt is not None:
        for year in range(ahead.start.year, ahead.until.year + 1):
            end = anbi.boekjaar_eindigt.in_year(year)
            if ahead.start <= end < ahead.until:
                yield end + timedelta(days=1)
