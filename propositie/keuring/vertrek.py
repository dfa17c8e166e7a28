"""Texts that still speak of somebody who left."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..bevinding import Ernst
from ..huis import MedewerkerIntern
from .regel import Vondst, Zicht, regel
from .taal import dingen


@regel(
    "K49",
    Ernst.TIP,
    "Een tekst noemt niemand die hier niet meer werkt",
    "Wie bij een dienst een naam leest, vraagt naar die mens. Werkt die er niet meer, dan begint "
    "het gesprek met een teleurstelling.",
)
def genoemd_maar_weg(zicht: Zicht) -> Iterator[Vondst]:
    """A text of the public site, the farewell aside, with the full name of who left.

    A first name alone is no sign: others may bear it.
    """
    weg = [m for m in zicht.huis.medewerkers.values() if m.vertrokken(zicht.op)]
    namen = [(m, re.compile(rf"\b{re.escape(m.naam)}\b", re.I)) for m in weg]
    for ding, teksten in dingen(zicht) if namen else ():
        for m, naam in namen:
            if isinstance(ding, MedewerkerIntern) and ding.vertrokken(zicht.op):
                continue  # a farewell names whom it likes
            plek = next((pad for pad, tekst in teksten if naam.search(tekst)), None)
            if plek is not None:
                yield Vondst(
                    ding,
                    f"{m.naam} werkt hier niet meer, maar staat nog in deze tekst. "
                    f"{_opvolger(zicht, m)}",
                    plek,
                    zoek=m.naam,
                )


def _opvolger(zicht: Zicht, weg: MedewerkerIntern) -> str:
    wie = zicht.huis.medewerkers.get(weg.opvolger or "")
    return f"Noem {wie.naam}, of haal de naam weg." if wie else "Haal de naam weg."
