"""A mistake and the file it is in → a finding with its place and the corrected line."""

from __future__ import annotations

import math

from ..bevinding import Bevinding, Ernst, Plaats
from .boom import regels_van
from .bron import Bron
from .fout import YamlFout, schrijf
from .gebrek import Gebrek
from .proef import Proef


def melding(bron: Bron, gebrek: Gebrek) -> Bevinding:
    """The finding for a value or field that is wrong."""
    plaats = bron.plaats(gebrek.pad, sleutel=gebrek.wijs_sleutel, zoek=gebrek.zoek)
    bericht = gebrek.bericht + _beter(bron, gebrek, plaats)
    return Bevinding(gebrek.code, Ernst.FOUT, bericht, plaats)


def melding_van(bron: Bron, fout: YamlFout) -> Bevinding:
    """The finding for YAML that cannot be read."""
    plaats = bron.op_regel(fout.regel, fout.kolom, fout.lengte)
    bericht = fout.bericht + (schrijf(plaats.regeltekst, fout.beter) if fout.beter else "")
    return Bevinding(fout.code, Ernst.FOUT, bericht, plaats)


def _beter(bron: Bron, gebrek: Gebrek, plaats: Plaats) -> str:
    """The sentence with the line as it should be, when that can be told."""
    if gebrek.herstel is None or not plaats.regel:
        return ""
    regel = plaats.regeltekst
    if gebrek.hele_regel:
        nieuw = gebrek.herstel(regel)
        nieuw = nieuw if _leesbaar_met(bron, plaats.regel - 1, nieuw) else ""
    else:
        begin, eind = plaats.kolom - 1, plaats.kolom - 1 + plaats.lengte
        stuk = gebrek.herstel(regel[begin:eind])
        nieuw = regel[:begin] + stuk + regel[eind:] if stuk else ""
    return schrijf(regel, nieuw, gebrek.woord) if nieuw else ""


def _leesbaar_met(bron: Bron, nummer: int, regel: str) -> bool:
    """Whether the file can still be read with `regel` as line `nummer` (from 0)."""
    regels = regels_van(bron.tekst())
    return nummer < len(regels) and Proef(regels, -1).stop_met(nummer, regel) == math.inf
