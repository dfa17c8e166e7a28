"""What staff fill in: each field with its label, help, form and example, read from the models.

Schemas, forms, templates of new files and the handbook all start here, so that a field is
described once: in its model.
"""

from .veld import Veld, Vorm, velden_van
from .voorbeeld import VOORBEELDMAP, voorbeeld_van, voorbeeldpad, voorbeeldtekst

__all__ = [
    "VOORBEELDMAP",
    "Veld",
    "Vorm",
    "velden_van",
    "voorbeeld_van",
    "voorbeeldpad",
    "voorbeeldtekst",
]
