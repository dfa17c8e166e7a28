"""The six steps of each worker as a ladder: what shows in the profile, and what to do next.

A step is taken when its rule finds nothing about the worker, also when staff switched the finding
off: who does not want to be told still wants to see where somebody stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ..huis import BerichtIntern, Huis, MedewerkerIntern
from .regel import REGELS, Zicht

STAPPEN: Mapping[str, str] = {
    "K30": "Het gezicht zijn",
    "K31": "Te vinden zijn",
    "K32": "Een band opbouwen",
    "K33": "Laten zien wat je weet",
    "K34": "Erover schrijven",
    "K35": "Verrassen",
}
"""The code of the rule behind each step, and what the step is called. Every worker takes the
first by being there: the model asks for a client group whose face the worker is."""


@dataclass(frozen=True, slots=True)
class Stap:
    """One step of one worker: taken when `volgende` is empty, else what to do."""

    code: str
    naam: str
    volgende: str = ""

    @property
    def gezet(self) -> bool:
        """Whether the step shows in the profile."""
        return not self.volgende


def ladder(
    huis: Huis, op: date, berichten: Mapping[str, BerichtIntern] | None = None
) -> Mapping[str, Sequence[Stap]]:
    """The six steps of everybody who works here on the day `op`, by id, in the order of steps."""
    zicht = Zicht(huis, op, berichten or {})
    gevonden = {
        code: {v.ding.id: v.bericht for v in REGELS[code].functie(zicht)
               if isinstance(v.ding, MedewerkerIntern)}
        for code in STAPPEN
    }  # fmt: skip
    return {
        id_: [Stap(code, naam, gevonden[code].get(id_, "")) for code, naam in STAPPEN.items()]
        for id_ in zicht.aanwezig
    }
