"""Pictures on their way to the site: cleaned, sized, and named after their content."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from ..beeld import SchoonBeeld, schoon_beeld
from .bestand import Bestand, Getoond

Beeldpad = Callable[[str, str], Path]
"""(kind, file name) → where the picture lies."""


class Beelden:
    """Publishes the pictures that pages ask for, and no others."""

    def __init__(self, beeldpad: Beeldpad) -> None:
        self._beeldpad = beeldpad
        self._klaar: dict[tuple[str, str, int], tuple[Bestand, SchoonBeeld]] = {}

    def toon(self, soort: str, bestand: str, alt: str, grootste: int) -> Getoond:
        """Return the published picture `bestand` of a thing of kind `soort`.

        `grootste` is the most pixels that a side may have. Raises `BeeldFout` for a picture that
        reading refused.
        """
        sleutel = (soort, bestand, grootste)
        if sleutel not in self._klaar:
            pad = self._beeldpad(soort, bestand)
            schoon = schoon_beeld(pad, grootste)
            vinger = hashlib.sha256(schoon.inhoud).hexdigest()[:10]
            adres = f"beelden/{vinger}{schoon.achtervoegsel}"
            self._klaar[sleutel] = Bestand(adres, schoon.inhoud), schoon
        gemaakt, schoon = self._klaar[sleutel]
        return Getoond(gemaakt.adres, alt, schoon.breedte, schoon.hoogte)

    def bestanden(self) -> list[Bestand]:
        """All pictures asked for until now."""
        return list({b.adres: b for b, _ in self._klaar.values()}.values())
