"""Reading and checking in one go: where the command line, the plugin and the werkboek start."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from .bevinding import Bevinding, Ernst, gesorteerd
from .huis import Huis
from .keuring import keur
from .lezen import Blogmap, Lezing, lees_huis


@dataclass(frozen=True, slots=True)
class Controle:
    """A house with everything that was found about it, gravest first."""

    lezing: Lezing
    bevindingen: list[Bevinding]

    @property
    def huis(self) -> Huis | None:
        """The house, or None when a `fout` keeps it from being built."""
        return None if self.fouten else self.lezing.huis

    @property
    def fouten(self) -> list[Bevinding]:
        """The findings that stop a build."""
        return [b for b in self.bevindingen if b.ernst is Ernst.FOUT]


def controleer(
    huismap: Path, op: date, getoond: str | None = None, blog: Blogmap | None = None
) -> Controle:
    """Read the house in `huismap` and check it as it stands on the day `op`.

    `blog` is the folder with posts; the one beside the house when left out.
    """
    lezing = lees_huis(huismap, getoond, blog)
    bevindingen = list(lezing.bevindingen)
    if lezing.huis is not None:
        for regel, vondst in keur(lezing.huis, op, lezing.berichten):
            plaats = lezing.bron(vondst.ding).plaats(
                vondst.pad, sleutel=vondst.wijs_sleutel, zoek=vondst.zoek
            )
            bevindingen.append(Bevinding(regel.code, regel.ernst, vondst.bericht, plaats))
    return Controle(lezing, gesorteerd(bevindingen))
