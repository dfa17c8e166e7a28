"""Days on which it is closed, and holidays of which nobody said yet whether they work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..checks.closures import undecided_feestdagen
from ..dutch import date_in_words
from ..huis import Locatie, Organisatie
from ..huis.sluitingen import ClosedDays, Sluiting
from .dated import Ahead, Dated, key_of, source


@source
def closed_days(ahead: Ahead) -> Iterator[Dated]:
    """Periods and holidays on which everything, or a place, is closed."""
    organisatie = ahead.huis.organisatie
    rows = organisatie.closed.ahead(ahead.start, ahead.days)
    yield from _closures(organisatie, rows, "Alles is dicht")
    for locatie in ahead.huis.locaties.values():
        rows = ClosedDays(locatie.gesloten).ahead(ahead.start, ahead.days)
        yield from _closures(locatie, rows, f"{locatie.naam} is dicht")


def _closures(thing: Organisatie | Locatie, rows: Iterable[Sluiting], what: str) -> Iterator[Dated]:
    """The closures of a house or place. What staff named themselves changes the site; a holiday
    comes every year."""
    for row in rows:
        named = row in thing.gesloten
        last = f" tot en met {date_in_words(row.tot)}" if row.tot > row.van else ""
        why = f": {row.reden}" if row.reden else ""
        part = f"gesloten.{thing.gesloten.index(row)}" if named else f"{row.reden} {row.van.year}"
        until = row.tot if row.tot > row.van else None
        yield Dated(
            row.van, f"{what}{last}{why}.", "gesloten", key_of(thing), part, until, on_site=named
        )


@source
def undecided(ahead: Ahead) -> Iterator[Dated]:
    """Holidays on which it would be open, and nobody decided."""
    organisatie = ahead.huis.organisatie
    for day, name in undecided_feestdagen(organisatie, ahead.start, ahead.days):
        yield Dated(
            day,
            f"Het is {name}. Beslis of jullie werken, en zet de dag bij feestdagen.",
            "gesloten",
            key_of(organisatie),
            f"{name} {day.year}",
            is_task=True,
        )
