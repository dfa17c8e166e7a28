"""What goes into the kits of a house: the words, the portraits, the addresses; no files yet.

Read from the public house only: a withdrawn portrait or an internal note cannot get here.
"""

from __future__ import annotations

from .blad import stof_van_dienst, stof_van_groep
from .kist import Stof, Werkkist
from .mens import stof_van_mens

__all__ = ["alle_stof"]


def alle_stof(kist: Werkkist) -> list[Stof]:
    """The kits of a house: of every worker who is here, every client group and every service."""
    huis = kist.huis
    return [
        *(stof_van_mens(kist, m) for m in huis.medewerkers.values()),
        *(stof_van_groep(kist, k) for k in huis.klantgroepen.values()),
        *(stof_van_dienst(kist, d) for d in huis.diensten.values()),
    ]
