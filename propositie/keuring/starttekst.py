"""Start texts: what `propositie nieuw` and `propositie erbij` wrote, and nobody replaced yet."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from ..bevinding import Ernst
from ..huis import Ding, soorten
from .regel import Vondst, Zicht, regel

NOG_INVULLEN = "Nog invullen"
"""How a text begins that is there only because the field may not be empty."""

STARTTEKSTEN = frozenset(
    {
        "Eerste klantgroep",
        "Eerste behoefte",
        "Eerste dienst",
        "Eerste belofte",
        "Voornaam Achternaam",
        "Onze organisatie",
        "Onze plaats",
    }
)
"""Names in a new organisation that stand there to be replaced. A test finds each of them there."""

Pad = tuple[str | int, ...]


def is_starttekst(tekst: str) -> bool:
    """Whether a text still stands there as the program wrote it."""
    return tekst in STARTTEKSTEN or tekst.lower().startswith(NOG_INVULLEN.lower())


def _starttekst(deel: object, pad: Pad = ()) -> Iterator[Pad]:
    """The path of each start text inside a thing or a value."""
    if isinstance(deel, str):
        if is_starttekst(deel):
            yield pad
    elif isinstance(deel, tuple):
        for nummer, item in enumerate(deel):
            yield from _starttekst(item, (*pad, nummer))
    elif isinstance(deel, BaseModel):
        for naam, veld in type(deel).model_fields.items():
            yield from _starttekst(getattr(deel, naam), (*pad, veld.alias or naam))


def _dingen(zicht: Zicht) -> Iterator[Ding]:
    for soort in soorten().values():
        inhoud = getattr(zicht.huis, soort.naam)
        yield from [inhoud] if soort.enkel else inhoud.values()
    yield from (b for b in zicht.berichten.values() if not b.concept)


@regel(
    "K74",
    Ernst.WAARSCHUWING,
    "Alle tekst op de site is van de organisatie zelf",
    "propositie nieuw en propositie erbij zetten tekst neer op plekken die niet leeg mogen "
    "blijven. Wat daarvan blijft staan, leest de bezoeker.",
)
def starttekst_blijft_staan(zicht: Zicht) -> Iterator[Vondst]:
    """A start text that was not replaced; one finding per file, which counts the others."""
    for ding in _dingen(zicht):
        paden = list(_starttekst(ding))
        if paden:
            rest = len(paden) - 1
            andere = {0: "", 1: " In dit bestand geldt dat voor nog één tekst."}.get(
                rest, f" In dit bestand geldt dat voor nog {rest} teksten."
            )
            yield Vondst(
                ding,
                "Dit staat er nog zoals propositie het schreef. "
                f"Zet er de eigen woorden van de organisatie neer.{andere}",
                paden[0],
            )
