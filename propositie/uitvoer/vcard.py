"""A worker's vCard 3.0, the version that every phone imports.

Source: RFC 2426 (fields, escaping in section 4) and RFC 2425 section 5.8.1 (folding of lines).
"""

from __future__ import annotations

from collections.abc import Iterator

from ..huis import Medewerker, Organisatie
from ..huis.velden import belbaar

REGELLENGTE = 75
"""The most bytes of a line before it is folded, its line break not counted."""


def vcard(medewerker: Medewerker, organisatie: Organisatie, adres: str | None) -> bytes:
    """Return the card of `medewerker`; `adres` is the full address of the page, when known."""
    regels = ["BEGIN:VCARD", "VERSION:3.0", *_velden(medewerker, organisatie, adres), "END:VCARD"]
    return b"".join(_gevouwen(regel) for regel in regels)


def _velden(medewerker: Medewerker, organisatie: Organisatie, adres: str | None) -> Iterator[str]:
    voornaam, _, achternaam = medewerker.naam.partition(" ")
    yield f"N:{_waarde(achternaam)};{_waarde(voornaam)};;;"
    yield f"FN:{_waarde(medewerker.naam)}"
    if medewerker.roepnaam:
        yield f"NICKNAME:{_waarde(medewerker.roepnaam)}"
    yield f"ORG:{_waarde(organisatie.naam)}"
    yield f"TITLE:{_waarde(medewerker.functie)}"
    contact = medewerker.contact
    if contact is not None:
        if contact.telefoon:
            yield f"TEL;TYPE=WORK,VOICE:{belbaar(contact.telefoon)}"
        if contact.whatsapp and contact.whatsapp != contact.telefoon:
            yield f"TEL;TYPE=CELL:{belbaar(contact.whatsapp)}"
        if contact.email:
            yield f"EMAIL;TYPE=INTERNET,WORK:{_waarde(contact.email)}"
    if adres:
        yield f"URL:{_waarde(adres)}"
    yield f"NOTE:{_waarde(medewerker.belofte)}"


def _waarde(tekst: str) -> str:
    """Escape what means something in a vCard."""
    for teken in ("\\", ";", ","):
        tekst = tekst.replace(teken, f"\\{teken}")
    return tekst.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")


def _gevouwen(regel: str) -> bytes:
    """A line in bytes, folded so that no character is cut in two."""
    stukken, huidig = [], b""
    for teken in regel:
        ruw = teken.encode()
        if len(huidig) + len(ruw) > REGELLENGTE:
            stukken.append(huidig)
            huidig = b" "
        huidig += ruw
    return b"\r\n".join([*stukken, huidig]) + b"\r\n"
