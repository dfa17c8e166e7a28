"""A typeface of the organisation's own: may this file be used, and has it weights of its own."""

from __future__ import annotations

from pathlib import Path

from .errors import PropositieError

MAX_BYTES = 2_000_000
_HEADER_SIZE = 48
"""Bytes before the list of tables (WOFF2, section 4)."""
_FVAR = 47
"""The number of the table that a variable font has (WOFF2, section 4.1)."""
_TRANSFORMED_TABLES = (10, 11)
"""Tables `glyf` and `loca`: these are stored in another form, with one more length."""


class FontError(PropositieError):
    """A font file that cannot be used; the text is a Dutch sentence."""


def read_font(path: Path) -> bytes:
    """The bytes of a font file. Raises `FontError` when it is no woff2, or not whole."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise FontError("Dit letterbestand is groter dan 2 MB. Zoek een kleinere versie.")
        raw = path.read_bytes()
    except OSError as error:
        raise FontError("Dit letterbestand is niet te openen.") from error
    if not raw.startswith(b"wOF2"):
        raise FontError(
            "Dit bestand is geen woff2-letter, al heet het wel zo. "
            "Vraag de ontwerper om het bestand met .woff2, of zet de letter om."
        )
    if len(raw) < _HEADER_SIZE or int.from_bytes(raw[8:12]) != len(raw):
        raise FontError("Dit letterbestand is niet heel. Zet het opnieuw neer.")
    return raw


def is_variable(raw: bytes) -> bool:
    """Whether a woff2 holds every weight between thin and black."""
    position = _HEADER_SIZE
    try:
        for _ in range(int.from_bytes(raw[12:14])):
            flag, position = raw[position], position + 1
            number, transform = flag & 0x3F, flag >> 6
            if number == _FVAR:
                return True
            if number == 0x3F:
                name, position = raw[position : position + 4], position + 4
                if name == b"fvar":
                    return True
            position = _skip_number(raw, position)
            if (transform == 0) == (number in _TRANSFORMED_TABLES):
                position = _skip_number(raw, position)
    except IndexError:
        return False
    return False


def _skip_number(raw: bytes, position: int) -> int:
    """The place after a number of variable length (UIntBase128)."""
    while raw[position] & 0x80:
        position += 1
    return position + 1
