"""Days of people: who starts, who leaves, and until when may be shown what shows them."""

from __future__ import annotations

from collections.abc import Iterator

from ..checks.medewerkers import toestemmingen
from ..huis import InternalMedewerker
from .dated import Ahead, Dated, key_of, source


@source
def coming_and_going(ahead: Ahead) -> Iterator[Dated]:
    """First and last days of work."""
    for m in ahead.huis.medewerkers.values():
        if m.in_dienst is not None:
            yield Dated(m.in_dienst, f"Eerste werkdag van {m.naam}.", "mensen", key_of(m), "in")
        if m.uit_dienst is not None:
            yield Dated(
                m.uit_dienst,
                f"Laatste werkdag van {m.naam}; {_who_comes_after(ahead, m)}.",
                "mensen",
                key_of(m),
                "uit",
            )


def _who_comes_after(ahead: Ahead, m: InternalMedewerker) -> str:
    if m.opvolger is None:
        return "er is nog geen opvolger"
    return f"{ahead.huis.medewerkers[m.opvolger].first_name} neemt het over"


@source
def consent_ends(ahead: Ahead) -> Iterator[Dated]:
    """The last day of consent for a portrait or for the words of somebody else."""
    for m in ahead.huis.medewerkers.values():
        for given in toestemmingen(m):
            tot = given.toestemming.tot
            if tot is None or given.toestemming.ingetrokken is not None:
                continue
            part = ".".join(map(str, given.path))
            if tot < ahead.start:
                message = f"De toestemming voor {given.what} is voorbij. Vraag haar opnieuw, of "
                message += "haal weg wat niet meer mag."
            elif m.is_present(tot):
                message = f"Laatste dag van de toestemming voor {given.what}. Vraag of het langer "
                message += "mag, en pas de datum aan."
            else:
                continue
            yield Dated(tot, message, "toestemming", key_of(m), part, is_task=True)
