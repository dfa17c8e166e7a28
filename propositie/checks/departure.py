"""Texts that still speak of somebody who left."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..finding import Severity
from ..huis import InternalMedewerker
from .rule import Hit, RuleContext, rule


@rule(
    "K49",
    Severity.TIP,
    "Een tekst noemt niemand die hier niet meer werkt",
    "Wie bij een dienst een naam leest, vraagt naar die mens. Werkt die er niet meer, dan begint "
    "het gesprek met een teleurstelling.",
)
def mentioned_but_gone(context: RuleContext) -> Iterator[Hit]:
    """A text of the public site, the farewell aside, with the full name of who left.

    A first name alone is no sign: others may bear it.
    """
    gone = [m for m in context.huis.medewerkers.values() if m.has_left(context.on_date)]
    names = [(m, re.compile(rf"\b{re.escape(m.naam)}\b", re.I)) for m in gone]
    for thing, texts in context.texts if names else ():
        for m, name in names:
            if isinstance(thing, InternalMedewerker) and thing.has_left(context.on_date):
                continue  # a farewell names whom it likes
            position = next((text.path for text in texts if name.search(text.plain)), None)
            if position is not None:
                yield Hit(
                    thing,
                    f"{m.naam} werkt hier niet meer, maar staat nog in deze tekst. "
                    f"{_opvolger(context, m)}",
                    position,
                    find=m.naam,
                )


def _opvolger(context: RuleContext, gone: InternalMedewerker) -> str:
    opvolger = context.huis.medewerkers.get(gone.opvolger or "")
    return f"Noem {opvolger.naam}, of haal de naam weg." if opvolger else "Haal de naam weg."
