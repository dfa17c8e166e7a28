"""What stands in the house twice: a copy that somebody forgot, or two that should be one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..dutch import date_in_words
from ..finding import Severity
from ..huis import Dienst, InternalBericht, InternalMedewerker, Kind, Thing, kinds, things_of
from .rule import Hit, RuleContext, rule


@rule(
    "K92",
    Severity.WARNING,
    "Niets staat er twee keer",
    "Wie een bestand kopieert en de kopie laat staan, zet iemand twee keer op de site: twee "
    "pagina's, twee kaartjes, twee keer gevonden.",
)
def stands_twice(context: RuleContext) -> Iterator[Hit]:
    """Two things of one kind of the same name; two workers with the same mailbox."""
    for kind in kinds().values():
        if kind.is_single or not kind.public:
            continue
        seen: dict[str, Thing] = {}
        for thing in things_of(context.huis, kind).values():
            if isinstance(thing, Dienst) and thing.status == "gestopt":
                continue  # it is on no page
            for what, (mark, field) in _marks_of(thing, kind).items():
                first = seen.setdefault(f"{what} {mark}", thing)
                if first is not thing:
                    yield Hit(
                        thing,
                        f'{what} staat ook in "{first.id}". Is het hetzelfde, houd er dan een en '
                        "haal de andere weg. Is het iets anders, maak dan het verschil duidelijk.",
                        (field,),
                    )
                    break


def _marks_of(thing: Thing, kind: Kind) -> Mapping[str, tuple[str, str]]:
    """What only one thing of a kind should have, as it is called in a message, with the field."""
    name = kind.name_of(thing)
    folded = " ".join(name.casefold().split())
    if isinstance(thing, InternalBericht):
        day = date_in_words(thing.datum)
        return {f'Een stuk "{name}" van {day}': (folded, "titel")}
    marks = {f'De naam "{name}"': (folded, kind.naming or "naam")}
    if isinstance(thing, InternalMedewerker) and thing.contact and thing.contact.email:
        email = thing.contact.email
        marks[f'Het e-mailadres "{email}"'] = (email.casefold(), "contact")
    return marks
