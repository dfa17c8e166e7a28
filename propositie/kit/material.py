"""What goes into the kits of a house: the words, the portraits, the addresses; no files yet.

Read from the public house only: a withdrawn portrait or an internal note cannot get here.
"""

from __future__ import annotations

from .context import KitContext, KitMaterial
from .medewerker import material_of_medewerker
from .sheet import material_of_dienst, material_of_klantgroep
from .vacature import material_of_vacature

__all__ = ["all_material"]


def all_material(context: KitContext) -> list[KitMaterial]:
    """The kits of a house: of every worker who is here, every client group, every service
    and every vacancy that is open."""
    huis = context.huis
    return [
        *(material_of_medewerker(context, m) for m in huis.medewerkers.values()),
        *(material_of_klantgroep(context, k) for k in huis.klantgroepen.values()),
        *(material_of_dienst(context, d) for d in huis.diensten.values()),
        *(material_of_vacature(context, v) for v in huis.vacatures.values()),
    ]
