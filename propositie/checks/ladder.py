"""The six steps of each worker as a ladder: what shows in the profile, and what to do next.

A step is taken when its rule finds nothing about the worker, also when staff switched the finding
off: who does not want to be told still wants to see where somebody stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ..huis import Huis, InternalMedewerker
from .rule import RULES, RuleContext

STEPS: Mapping[str, str] = {
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
class Step:
    """One step of one worker: taken when `next` is empty, else what to do."""

    code: str
    name: str
    next: str = ""

    @property
    def is_taken(self) -> bool:
        """Whether the step shows in the profile."""
        return not self.next


def ladder(huis: Huis, on_date: date) -> Mapping[str, Sequence[Step]]:
    """The six steps, in order, of everybody who works here on the day `on_date`, by id."""
    context = RuleContext(huis, on_date)
    found = {
        code: {v.thing.id: v.message for v in RULES[code].function(context)
               if isinstance(v.thing, InternalMedewerker)}
        for code in STEPS
    }  # fmt: skip
    return {
        id_: [Step(code, name, found[code].get(id_, "")) for code, name in STEPS.items()]
        for id_ in context.present
    }
