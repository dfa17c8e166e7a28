"""What a file really is that was given for a picture, by how it begins."""

from __future__ import annotations

from collections.abc import Mapping

_BEGINNINGS: Mapping[bytes, str] = {
    b"%PDF": "een pdf. Bewaar het beeld als jpg of png",
    b"%!PS": "een eps. Bewaar het beeld als svg of png",
    b"8BPS": "een bestand van Photoshop. Bewaar het beeld als jpg of png",
    b"PK\x03\x04": "een Word- of zip-bestand. Haal het beeld eruit en bewaar dat als jpg of png",
    b"\xd0\xcf\x11\xe0": "een Word-bestand. Haal het beeld eruit en bewaar dat als jpg of png",
    b"<svg": "een svg-tekening. Geef het bestand een naam die op .svg eindigt",
    b"<?xml": "een svg-tekening of een ander xml-bestand. Geef een tekening een naam die op "
    ".svg eindigt",
    b"<!DOC": "een webpagina. Bewaar het beeld zelf, niet de pagina",
    b"<html": "een webpagina. Bewaar het beeld zelf, niet de pagina",
}
_RAW_PHOTO = (b"II*\x00\x10\x00\x00\x00CR", b"FUJIFILMCCD-RAW", b"IIU\x00")


def what_else(raw: bytes) -> str | None:
    """A sentence about what a file is, when it is surely no photo; None when it may be one."""
    start = raw[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    for beginning, name in _BEGINNINGS.items():
        if start[: len(beginning)].lower() == beginning.lower():
            return f"Dit bestand is geen beeld maar {name}."
    if raw.startswith(_RAW_PHOTO):
        return (
            "Dit is een ruwe foto (RAW), zo uit het toestel. Bewaar haar als jpg met het programma "
            "van de camera."
        )
    if raw[4:8] == b"ftyp" and raw[8:12] in {b"mp41", b"mp42", b"isom", b"qt  ", b"M4V "}:
        return "Dit bestand is een film. Neem er een stilstaand beeld van en bewaar dat als jpg."
    return None
