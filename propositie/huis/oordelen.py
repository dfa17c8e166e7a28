"""A judgement with what it rests on, as the tests of innovations and commissions ask."""

from __future__ import annotations

from typing import Annotated, Literal

from .base import Internal, Part
from .value_types import ANY_CASE
from .values import Text

Oordeel = Annotated[Literal["ja", "deels", "nee"], ANY_CASE]


class Toets(Part, Internal):
    """A criterion, judged."""

    oordeel: Oordeel
    """ja, deels of nee."""
    bewijs: Text | None = None
    """Waaruit dat blijkt: een cijfer met de bron erbij, een besluit, wat iemand zag."""


class Antwoord(Part, Internal):
    """A question, answered."""

    oordeel: Oordeel
    """ja, deels of nee."""
    waarom: Text | None = None
    """Waarom, in één zin."""
