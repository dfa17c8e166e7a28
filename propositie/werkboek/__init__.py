"""The werkboek: what a team sees of its own house, and the public never does."""

from .werkblad import Stof
from .werkboek import maak_werkboek

__all__ = ["Stof", "maak_werkboek"]
