"""Days of vacancies: the last one on which somebody can apply."""

from __future__ import annotations

from collections.abc import Iterator

from .dated import Ahead, Dated, key_of, source


@source
def vacatures(ahead: Ahead) -> Iterator[Dated]:
    """The last day of vacancies. When they come to the site and leave it tells `site`."""
    for vacature in ahead.huis.vacatures.values():
        name, key = vacature.naam, key_of(vacature)
        closes = (
            f"Laatste dag om te reageren op de vacature “{name}”. Is er nog niemand, kies dan een "
            "latere dag bij sluit_op."
        )
        yield Dated(vacature.sluit_op, closes, "vacatures", key, "sluit_op")
