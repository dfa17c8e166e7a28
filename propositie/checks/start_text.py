"""Start texts: what `propositie new` and `propositie extra` wrote, and nobody replaced yet."""

from __future__ import annotations

from collections.abc import Iterator

from ..finding import Severity
from ..huis import InternalBericht, Thing
from ..huis.fields import Field, KeyPath
from ..huis.value_types import FREE_MARKUP, TEXTS
from ..huis.walk import walk
from .rule import Hit, Subject, nothing, text_rule

TO_FILL_IN = "Nog invullen"
"""How a text begins that is there only because the field may not be empty."""

PLACEHOLDERS = frozenset(
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


_BEGINNINGS = {text[:3].lower() for text in (TO_FILL_IN, *PLACEHOLDERS)}
"""How they begin, which most texts do not."""


def is_placeholder(text: str) -> bool:
    """Whether a text still stands there as the program wrote it."""
    return text in PLACEHOLDERS or text[: len(TO_FILL_IN)].lower() == TO_FILL_IN.lower()


def _is_typed(field: Field) -> bool:
    """Whether a field holds words; no number, date or id can be a start text."""
    return field.value_type in (*TEXTS, FREE_MARKUP)


def _placeholders(thing: Thing) -> list[KeyPath]:
    """The path of each start text inside a thing."""
    return [
        path
        for path, _, value in walk(thing, _is_typed)
        if value[:3].lower() in _BEGINNINGS and is_placeholder(value)
    ]


@text_rule(
    "K74",
    Severity.WARNING,
    "Alle tekst op de site is van de organisatie zelf",
    "propositie nieuw en propositie erbij zetten tekst neer op plekken die niet leeg mogen "
    "blijven. Wat daarvan blijft staan, leest de bezoeker.",
    nothing,
)
def placeholder_left(subject: Subject, _given: None) -> Iterator[Hit]:
    """A start text that was not replaced; one finding per file, which counts the others."""
    thing = subject.thing
    if isinstance(thing, InternalBericht) and thing.concept:
        return
    paths = _placeholders(thing)
    if paths:
        rest = len(paths) - 1
        more = {0: "", 1: " In dit bestand geldt dat voor nog één tekst."}.get(
            rest, f" In dit bestand geldt dat voor nog {rest} teksten."
        )
        yield Hit(
            thing,
            "Dit staat er nog zoals propositie het schreef. "
            f"Zet er de eigen woorden van de organisatie neer.{more}",
            paths[0],
        )
