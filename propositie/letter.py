"""A typeface of the organisation's own: may this file be used, and has it weights of its own."""

from __future__ import annotations

from pathlib import Path

MAX_BYTES = 2_000_000
_KOP = 48
"""Bytes before the list of tables (WOFF2, section 4)."""
_FVAR = 47
"""The number of the table that a variable font has (WOFF2, section 4.1)."""
_VORMGEVING = (10, 11)
"""Tables `glyf` and `loca`: these are stored in another form, with one more length."""


class LetterFout(Exception):
    """A font file that cannot be used; the text is a Dutch sentence."""


def lees_letter(pad: Path) -> bytes:
    """The bytes of a font file. Raises `LetterFout` when it is no woff2, or not whole."""
    try:
        if pad.stat().st_size > MAX_BYTES:
            raise LetterFout("Dit letterbestand is groter dan 2 MB. Zoek een kleinere versie.")
        ruw = pad.read_bytes()
    except OSError as fout:
        raise LetterFout("Dit letterbestand is niet te openen.") from fout
    if not ruw.startswith(b"wOF2"):
        raise LetterFout(
            "Dit bestand is geen woff2-letter, al heet het wel zo. "
            "Vraag de ontwerper om het bestand met .woff2, of zet de letter om."
        )
    if len(ruw) < _KOP or int.from_bytes(ruw[8:12]) != len(ruw):
        raise LetterFout("Dit letterbestand is niet heel. Zet het opnieuw neer.")
    return ruw


def is_variabel(ruw: bytes) -> bool:
    """Whether a woff2 holds every weight between thin and black."""
    plek = _KOP
    try:
        for _ in range(int.from_bytes(ruw[12:14])):
            vlag, plek = ruw[plek], plek + 1
            nummer, omzetting = vlag & 0x3F, vlag >> 6
            if nummer == _FVAR:
                return True
            if nummer == 0x3F:
                naam, plek = ruw[plek : plek + 4], plek + 4
                if naam == b"fvar":
                    return True
            plek = _na_getal(ruw, plek)
            if (omzetting == 0) == (nummer in _VORMGEVING):
                plek = _na_getal(ruw, plek)
    except IndexError:
        return False
    return False


def _na_getal(ruw: bytes, plek: int) -> int:
    """The place after a number of variable length (UIntBase128)."""
    while ruw[plek] & 0x80:
        plek += 1
    return plek + 1
