"""The werkboek: what a team sees of its own house, and the public never does."""

from .builder import WerkboekMaterial
from .werkboek import build_werkboek

__all__ = ["WerkboekMaterial", "build_werkboek"]
