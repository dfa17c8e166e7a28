"""From a checked house to a folder of kits: what `propositie kit` does, without the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..bevinding import Bevinding, Plaats
from ..controle import Controle
from ..editie import publiek_huis
from ..lezen import Lezing
from ..uitvoer.beelden import Beelden
from ..uitvoer.cache import Cache
from .codes import Melding
from .keuze import kies
from .kist import Werkkist
from .sjablonen import Sjablonen
from .stof import alle_stof
from .uitdelen import Uitslag, deel_uit


@dataclass(frozen=True, slots=True)
class Opdracht:
    """What was asked for."""

    id: str | None
    """Whose kit; None is everybody's."""
    naar: Path
    op: date
    site_url: str
    sjabloonmappen: Sequence[Path]
    """The theme's folders, nearest first."""
    cachemap: Path | None = None


def voer_uit(controle: Controle, opdracht: Opdracht) -> tuple[Uitslag, list[Bevinding]]:
    """Make the kits of a sound house.

    Raises `KeuzeFout` when there is no kit for that id, `BeeldFout` for a damaged picture and
    OSError when the folder cannot be written.
    """
    huis = controle.huis
    assert huis is not None
    publiek = publiek_huis(huis, opdracht.op)
    cache = Cache(opdracht.cachemap)
    sjablonen = Sjablonen(opdracht.sjabloonmappen, publiek.organisatie.aanspreekvorm)
    beelden = Beelden(controle.lezing.beeldpad, cache)
    kist = Werkkist(publiek, sjablonen, beelden, opdracht.site_url)
    alles = alle_stof(kist)
    keuze = kies(alles, opdracht.id, huis, opdracht.op)
    uitslag = deel_uit(kist, alles, keuze, opdracht.naar, cache)
    return uitslag, [_bevinding(m, controle.lezing) for m in uitslag.meldingen]


def _bevinding(melding: Melding, lezing: Lezing) -> Bevinding:
    """A message of the kit at its place in the file."""
    bron = lezing.bronnen[melding.soort, melding.id]
    plaats = bron.plaats(melding.veld) if melding.veld else Plaats(bron.getoond)
    return Bevinding(melding.code, melding.ernst, melding.bericht, plaats)


def vertel(uitslag: Uitslag, naar: Path) -> str:
    """What was done, in a sentence or two."""
    zinnen = [_geteld(len(uitslag.gemaakt), "gemaakt")]
    if uitslag.gelijk:
        zinnen.append(f"{len(uitslag.gelijk)} stonden er al." if len(uitslag.gelijk) > 1
                      else "1 stond er al.")  # fmt: skip
    if uitslag.weg:
        zinnen.append(f"Weggehaald: {', '.join(uitslag.weg)}.")
    zinnen.append(f"Bekijk ze in {(naar / 'index.html').as_posix()}")
    return " ".join(zinnen)


def _geteld(aantal: int, wat: str) -> str:
    return f"1 kit {wat}." if aantal == 1 else f"{aantal} kits {wat}."
