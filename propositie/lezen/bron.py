"""A file of the house: its text, and where in that text something stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from ..bevinding import Plaats
from .boom import Pad, Plaatsen, Span, YamlFout, lees_boom


@dataclass(slots=True)
class Bron:
    """One YAML file. `getoond` is the path as staff see it."""

    pad: Path
    getoond: str
    _regels: list[str] | None = field(default=None, repr=False)
    _plaatsen: Plaatsen | None = field(default=None, repr=False)

    def _lees(self) -> tuple[list[str], Plaatsen]:
        if self._regels is None or self._plaatsen is None:
            plaatsen = Plaatsen()
            try:
                tekst = self.pad.read_text(encoding="utf-8-sig")
                lees_boom(tekst, plaatsen)
            except (OSError, UnicodeDecodeError, YamlFout):
                tekst = ""
            self._regels, self._plaatsen = tekst.split("\n"), plaatsen
        return self._regels, self._plaatsen

    def plaats(self, pad: Pad = (), *, sleutel: bool = False, zoek: str = "") -> Plaats:
        """Where the value at `pad` stands (or its key); the nearest part around it otherwise.

        With `zoek`, points at that word inside the value when it is there.
        """
        _, plaatsen = self._lees()
        eerst, dan = (
            (plaatsen.sleutels, plaatsen.waarden)
            if sleutel
            else (plaatsen.waarden, plaatsen.sleutels)
        )
        for lengte in range(len(pad), -1, -1):
            stuk = pad[:lengte]
            if lengte < len(
                pad
            ):  # the asked part is absent: point at the name of what should hold it
                eerst, dan = plaatsen.sleutels, plaatsen.waarden
            span = eerst.get(stuk) or dan.get(stuk)
            if span is not None:
                return self._op(span, zoek)
        return Plaats(self.getoond)

    def op_regel(self, regel: int, kolom: int, lengte: int = 1) -> Plaats:
        """The place at a line and column that count from 0."""
        try:
            regels = self.pad.read_text(encoding="utf-8-sig", errors="replace").split("\n")
        except OSError:
            return Plaats(self.getoond)
        return _plaats(self.getoond, regels, Span(regel, kolom, lengte))

    def _op(self, span: Span, zoek: str) -> Plaats:
        regels, _ = self._lees()
        if zoek:
            for nummer in range(span.regel, min(span.regel + 200, len(regels))):
                begin = span.kolom if nummer == span.regel else 0
                kolom = regels[nummer].find(zoek, begin)
                if kolom >= 0:
                    return _plaats(self.getoond, regels, Span(nummer, kolom, len(zoek)))
        return _plaats(self.getoond, regels, span)


def _plaats(getoond: str, regels: list[str], span: Span) -> Plaats:
    regeltekst = regels[span.regel].rstrip("\r") if span.regel < len(regels) else ""
    lengte = max(1, min(span.lengte, len(regeltekst) - span.kolom))
    return Plaats(getoond, span.regel + 1, span.kolom + 1, lengte, regeltekst)
