"""Days of what account is given of: innovations that begin, talks with clients, decisions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from ..checks.klantstem import newest
from ..edition import HEARD, waarderingen_of
from .dated import Ahead, Dated, key_of, source


@source
def vernieuwingen(ahead: Ahead) -> Iterator[Dated]:
    """Innovations that appear on the site on the day on which they begin."""
    for vernieuwing in ahead.huis.vernieuwingen.values():
        day = vernieuwing.begonnen
        if day is not None and day > ahead.start and vernieuwing.is_public(day):
            message = f"De vernieuwing “{vernieuwing.naam}” verschijnt."
            key = key_of(vernieuwing)
            yield Dated(day, message, "vernieuwing", key, "begonnen", on_site=True)


@source
def klantstem(ahead: Ahead) -> Iterator[Dated]:
    """The end of the newest period of talks, and grades that are too old to be shown."""
    huis = ahead.huis
    latest = newest(huis.klantstem, ahead.start)
    if latest is not None:
        message = (
            "De periode van de klantstem is om. Bespreek met het team wat klanten zeiden, en begin "
            "een nieuwe periode."
        )
        day, key = latest.periode.tot, key_of(latest)
        yield Dated(day, message, "klanten", key, "periode.tot", is_task=True)
    for last in sorted({stem.periode.tot + HEARD for stem in huis.klantstem.values()}):
        day = last + timedelta(days=1)
        before, after = (waarderingen_of(huis, d) for d in (last, day))
        for id_ in sorted(before.keys() - after.keys()):
            dienst = huis.diensten[id_]
            message = (
                f"De cijfers bij “{dienst.naam}” verdwijnen van de site: zij zijn ouder dan een "
                "jaar."
            )
            yield Dated(day, message, "klanten", key_of(dienst), "cijfers", on_site=True)


@source
def opdrachten(ahead: Ahead) -> Iterator[Dated]:
    """Decisions about commissions that are still to be taken."""
    for opdracht in ahead.huis.opdrachten.values():
        if opdracht.datum is not None and opdracht.besluit is None:
            message = f"Beslis over de opdracht “{opdracht.naam}” van {opdracht.opdrachtgever}."
            yield Dated(
                opdracht.datum, message, "opdrachten", key_of(opdracht), "datum", is_task=True
            )
