"""Days by which somebody has to look at something again: services, competitors, agreements."""

from __future__ import annotations

from collections.abc import Iterator

from ..checks.rule import first_day_older
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
