"""A worker's vCard 3.0, the version that every phone imports.

Source: RFC 2426 (fields, escaping in section 4) and RFC 2425 section 5.8.1 (folding of lines).
"""

from __future__ import annotations

from collections.abc import Iterator

from ..huis import Medewerker, Organisatie
from ..huis.parsing import dialable

LINE_LENGTH = 75
"""The most bytes of a line before it is folded, its line break not counted."""


def vcard(medewerker: Medewerker, organisatie: Organisatie, address: str | None) -> bytes:
    """Return the card of `medewerker`; `address` is the full address of the page, when known."""
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        *_yield_properties(medewerker, organisatie, address),
        "END:VCARD",
    ]
    return b"".join(_fold(line) for line in lines)


def _yield_properties(
    medewerker: Medewerker, organisatie: Organisatie, address: str | None
) -> Iterator[str]:
    first_name, _, surname = medewerker.naam.partition(" ")
    yield f"N:{_escape_value(surname)};{_escape_value(first_name)};;;"
    yield f"FN:{_escape_value(medewerker.naam)}"
    if medewerker.roepnaam:
        yield f"NICKNAME:{_escape_value(medewerker.roepnaam)}"
    yield f"ORG:{_escape_value(organisatie.naam)}"
    yield f"TITLE:{_escape_value(medewerker.functie)}"
    contact = medewerker.contact
    if contact is not None:
        if contact.telefoon:
            yield f"TEL;TYPE=WORK,VOICE:{dialable(contact.telefoon)}"
        if contact.whatsapp and contact.whatsapp != contact.telefoon:
            yield f"TEL;TYPE=CELL:{dialable(contact.whatsapp)}"
        if contact.email:
            yield f"EMAIL;TYPE=INTERNET,WORK:{_escape_value(contact.email)}"
    if address:
        yield f"URL:{_escape_value(address)}"
    yield f"NOTE:{_escape_value(medewerker.belofte)}"


def _escape_value(text: str) -> str:
    """Escape what means something in a vCard."""
    for character in ("\\", ";", ","):
        text = text.replace(character, f"\\{character}")
    return text.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")


def _fold(line: str) -> bytes:
    """A line in bytes, folded so that no character is cut in two."""
    if len(line) <= LINE_LENGTH and line.isascii():  # most are
        return line.encode() + b"\r\n"
    pieces, current = [], b""
    for character in line:
        raw = character.encode()
        if len(current) + len(raw) > LINE_LENGTH:
            pieces.append(current)
            current = b" "
        current += raw
    return b"\r\n".join([*pieces, current]) + b"\r\n"
