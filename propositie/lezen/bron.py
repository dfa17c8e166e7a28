"""A file of the house: its text, and where in that text something stands."""

from __future__ import annotations

import re
import stat
from dataclasses import dataclass, field
from pathlib import Path

from ..bevinding import Plaats
from .boom import MAX_TEKENS, Boom, Pad, Plaatsen, Span, lees_boom, regels_van, te_groot
from .fout import YamlFout

_NIEUW = "Maak een nieuw bestand in een gewone teksteditor en plak daar alleen de tekst in."
_UTF16 = (
    "Dit bestand is bewaard als UTF-16 (Kladblok noemt dat Unicode). Open het, kies Opslaan als, "
    "en kies daar de codering UTF-8."
)
_ANDERE_BESTANDEN = (
    (b"PK\x03\x04", f"Dit is een bestand van Word, Excel of LibreOffice, geen tekst. {_NIEUW}"),
    (b"\xd0\xcf\x11\xe0", f"Dit is een oud bestand van Word of Excel, geen tekst. {_NIEUW}"),
    (b"%PDF", f"Dit is een pdf, geen tekst. {_NIEUW}"),
    (b"{\\rtf", f"Dit is tekst met opmaak (RTF), en hier hoort tekst zonder opmaak. {_NIEUW}"),
    (b"\xff\xfe", _UTF16),
    (b"\xfe\xff", _UTF16),
)
"""How files begin that are no plain text, and what to say of them."""


@dataclass(slots=True)
class Bron:
    """One YAML file. `getoond` is the path as staff see it."""

    pad: Path
    getoond: str
    _regels: list[str] | None = field(default=None, repr=False)
    _plaatsen: Plaatsen | None = field(default=None, repr=False)

    def tekst(self) -> str:
        """The text of the file. Raises `YamlFout` when it is no text that can be read."""
        ruw = self._bytes()
        for begin, bericht in _ANDERE_BESTANDEN:
            if ruw.startswith(begin):
                raise YamlFout("V01", bericht)
        try:
            return ruw.decode("utf-8-sig")
        except UnicodeDecodeError as e:
            voor = regels_van(ruw[: e.start].decode("utf-8-sig", "replace"))
            raise YamlFout(
                "V01",
                "Dit bestand is geen gewone tekst (UTF-8): vanaf deze plek is het niet te lezen. "
                "Open het in een teksteditor en bewaar het opnieuw als UTF-8.",
                len(voor) - 1,
                len(voor[-1]),
            ) from None

    def aangevuld(self, velden: dict[str, Boom]) -> dict[str, Boom]:
        """The fields of the thing, when the file holds more than its YAML."""
        return velden

    def _bytes(self) -> bytes:
        try:
            kenmerken = self.pad.stat()
            if not stat.S_ISREG(kenmerken.st_mode):
                raise YamlFout("V01", "Dit is geen gewoon bestand. Haal het weg.")
            if kenmerken.st_size > 4 * MAX_TEKENS:
                raise te_groot()
            return self.pad.read_bytes()
        except OSError:
            raise YamlFout(
                "V01",
                "Dit bestand is niet te openen. Kijk of het er nog is en of u het mag lezen.",
            ) from None

    def plaats(self, pad: Pad = (), *, sleutel: bool = False, zoek: str = "") -> Plaats:
        """Where the value at `pad` stands (or its key); the nearest part around it otherwise.

        With `zoek`, points at that word inside the value when it is there.
        """
        regels, plaatsen = self._lees()
        for lengte in range(len(pad), 0, -1):
            stuk = pad[:lengte]
            sleutelspan, waardespan = plaatsen.sleutels.get(stuk), plaatsen.waarden.get(stuk)
            span = sleutelspan or waardespan if sleutel else waardespan or sleutelspan
            if span is not None:
                return _plaats(self.getoond, regels, _zoek(regels, span, zoek))
            if isinstance(pad[lengte - 1], str):  # absent: point at the name of what should hold it
                sleutel = True
        return Plaats(self.getoond)

    def op_regel(self, regel: int | None, kolom: int = 0, lengte: int = 1) -> Plaats:
        """The place at a line and column that count from 0; the whole file without a line."""
        if regel is None:
            return Plaats(self.getoond)
        try:
            ruw = self._bytes()
        except YamlFout:
            return Plaats(self.getoond)
        regels = regels_van(ruw.decode("utf-8-sig", "replace"))
        return _plaats(self.getoond, regels, Span(regel, kolom, lengte))

    def _lees(self) -> tuple[list[str], Plaatsen]:
        if self._regels is None or self._plaatsen is None:
            plaatsen = Plaatsen()
            try:
                tekst = self.tekst()
                lees_boom(tekst, plaatsen)
            except YamlFout:
                tekst = ""
            self._regels, self._plaatsen = regels_van(tekst), plaatsen
        return self._regels, self._plaatsen


_ZOEK_REGELS = 200
"""A value is looked through for a word over this many lines."""


def _zoek(regels: list[str], span: Span, woord: str) -> Span:
    """The span of `woord` from `span` on; `span` itself when it is not there."""
    if not woord.strip():
        return span
    tot = min(span.regel + _ZOEK_REGELS, len(regels))
    for deel in dict.fromkeys([woord, woord.split()[0]]):  # the whole, else where it begins
        patroon = re.compile(rf"(?<!\w){re.escape(deel)}(?!\w)")
        for nummer in range(span.regel, tot):
            vondst = patroon.search(regels[nummer], span.kolom if nummer == span.regel else 0)
            if vondst:
                return Span(nummer, vondst.start(), len(deel))
    return span


def _plaats(getoond: str, regels: list[str], span: Span) -> Plaats:
    regeltekst = regels[span.regel] if span.regel < len(regels) else ""
    lengte = max(1, min(span.lengte, len(regeltekst.rstrip()) - span.kolom))
    return Plaats(getoond, span.regel + 1, span.kolom + 1, lengte, regeltekst)
