"""Days of stories: until when they may be told."""

from __future__ import annotations

from collections.abc import Iterator

from .dated import Ahead, Dated, key_of, source


@source
def told_until(ahead: Ahead) -> Iterator[Dated]:
    """The last day of consent for stories, and for the words of somebody at a promise."""
    for v in ahead.huis.verhalen.values():
        tot = v.toestemming.tot
        if tot is None or v.toestemming.ingetrokken is not None:
            continue
        if tot < ahead.start:
            message = (
                f"De toestemming voor het verhaal “{v.titel}” is voorbij. Vraag haar opnieuw, "
            )
            message += "of haal het verhaal weg."
        else:
            message = f"Laatste dag van de toestemming voor het verhaal “{v.titel}”. Vraag of het "
            message += "langer mag, en pas de datum aan."
        yield Dated(tot, message, "toestemming", key_of(v), "toestemming", is_task=True)
    for usp in ahead.huis.usps.values():
        for number, b in enumerate(usp.bewijs):
            given = b.toestemming
            if given is None or given.tot is None or given.ingetrokken is not None:
                continue
            message = f"Laatste dag van de toestemming voor het citaat van “{b.door}”. Vraag of "
            message += "het langer mag, of haal het weg."
            part = f"bewijs.{number}"
            yield Dated(given.tot, message, "toestemming", key_of(usp), part, is_task=True)
