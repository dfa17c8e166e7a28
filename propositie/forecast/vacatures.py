"""Days of vacancies: when they open, and the last day on which somebody can apply."""

from __future__ import annotations

from collections.abc import Iterator

from .dated import Ahead, Dated, key_of, source


@source
def vacatures(ahead: Ahead) -> Iterator[Dated]:
    """The first and the last day of vacancies. What follows on the site tells `site`."""
    for vacature in ahead.huis.vacatures.values():
        name, key = vacature.naam, key_of(vacature)
        if vacature.sinds is not None:
            begins = f"De vacature “{name}” staat vanaf nu op de site."
            yield Dated(vacature.sinds, begins, "vacatures", key, "sinds")
        closes = (
            f"Laatste dag om te reageren op de vacature “{name}”. Is er nog niemand, kies dan een "
            "latere dag bij sluit_op."
        )
        yield Dated(vacature.sluit_op, closes, "vacatures", key, "sluit_op")
