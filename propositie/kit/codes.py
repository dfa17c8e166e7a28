"""The codes of what the kit has to tell, as the handbook explains them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..explaining import Explanation
from ..finding import Severity

KIT_CODES: Mapping[str, Explanation] = {
    "D01": Explanation(
        "Een teken past niet in drukwerk",
        "Geen letter op deze computer heeft dit teken. In drukwerk en beelden laten wij het weg. "
        "Schrijf de naam ook met gewone letters, of installeer een letter die het teken heeft.",
    ),
    "D02": Explanation(
        "Een tekst is te lang voor drukwerk",
        "Op een kaartje of poster lees je in één blik. Wat langer is, korten wij in met drie "
        "puntjes. Op de site staat de tekst heel.",
    ),
    "D03": Explanation(
        "Dit drukwerk lukte niet",
        "De zetmachine kon er geen geldig bestand van maken. Meestal zit er een ongewoon teken in "
        "de tekst, of is het portret of logo beschadigd. De rest van de kit is er wel.",
    ),
}


@dataclass(frozen=True, slots=True)
class KitMessage:
    """Something to tell about the kit of a thing, at a field of it when that is known."""

    kind: str
    id: str
    code: str
    message: str
    field: tuple[str | int, ...] = ()

    severity: Severity = Severity.WARNING
