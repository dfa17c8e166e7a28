"""Consent to show somebody: given on a day, for some things, perhaps until a day."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator

from .base import Internal, Part
from .parsing import as_list
from .value_types import ANY_CASE
from .values import Date, Text, Withdrawn

Waarvoor = Annotated[Literal["foto", "citaat", "verhaal", "naam"], ANY_CASE]
"""What somebody can consent to."""


class Toestemming(Part, Internal):
    """Consent to publish: given on a day, perhaps until a day, perhaps withdrawn."""

    datum: Date
    """De dag waarop de toestemming gegeven is."""
    tot: Date | None = None
    """Tot en met welke dag de toestemming geldt."""
    ingetrokken: Withdrawn | None = None
    """De dag waarop de toestemming is ingetrokken, of ja."""
    voor: Annotated[tuple[Waarvoor, ...], BeforeValidator(as_list)] = ()
    """Waarvoor de toestemming is: foto, citaat, verhaal of naam. Laat u dit weg, dan geldt zij
    voor alles wat hier staat."""
    door: Annotated[Literal["zelf", "ouder"], ANY_CASE] = "zelf"
    """Wie de toestemming gaf: iemand zelf, of een ouder."""
    bewijs: Text | None = None
    """Waar het briefje of bericht bewaard ligt waarin de toestemming staat."""

    def is_valid(self, on_date: date) -> bool:
        """Whether consent holds on the day `on_date`."""
        return (
            self.datum <= on_date
            and (self.tot is None or on_date <= self.tot)
            and (self.ingetrokken is None or on_date < self.ingetrokken)
        )

    def covers(self, what: str) -> bool:
        """Whether it was given for a thing: `foto`, `citaat`, `verhaal` or `naam`."""
        return not self.voor or what in self.voor

    def allows(self, what: str, on_date: date) -> bool:
        """Whether a thing may be shown on the day `on_date`."""
        return self.covers(what) and self.is_valid(on_date)
