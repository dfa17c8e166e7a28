"""Renaming a thing: its id changes everywhere at once, and the old address goes on leading to it.

`maak_plan` looks at everything and changes nothing; `voer_uit` does all that was planned, or
nothing.
"""

from .plan import HernoemFout, Plan, Wijziging, maak_plan
from .uitvoeren import voer_uit
from .velden import vroegere_namen

__all__ = ["HernoemFout", "Plan", "Wijziging", "maak_plan", "voer_uit", "vroegere_namen"]
