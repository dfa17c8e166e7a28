"""A worker's vCard 3.0 (RFC 2426), the version that every phone imports."""

from __future__ import annotations

import vobject

from ..huis import Medewerker, Organisatie


def vcard(medewerker: Medewerker, organisatie: Organisatie, adres: str | None) -> bytes:
    """Return the card of `medewerker`; `adres` is the full address of the page, when known."""
    kaart = vobject.vCard()
    voornaam, _, achternaam = medewerker.naam.partition(" ")
    kaart.add("n").value = vobject.vcard.Name(family=achternaam, given=voornaam)
    kaart.add("fn").value = medewerker.naam
    if medewerker.roepnaam:
        kaart.add("nickname").value = medewerker.roepnaam
    kaart.add("org").value = [organisatie.naam]
    kaart.add("title").value = medewerker.functie
    kaart.add("note").value = medewerker.belofte
    contact = medewerker.contact
    if contact is not None:
        if contact.telefoon:
            _met_soort(kaart, "tel", contact.telefoon, ["WORK", "VOICE"])
        if contact.whatsapp and contact.whatsapp != contact.telefoon:
            _met_soort(kaart, "tel", contact.whatsapp, ["CELL"])
        if contact.email:
            _met_soort(kaart, "email", contact.email, ["INTERNET", "WORK"])
    if adres:
        kaart.add("url").value = adres
    return str(kaart.serialize()).encode()


def _met_soort(kaart: vobject.base.Component, veld: str, waarde: str, soorten: list[str]) -> None:
    regel = kaart.add(veld)
    regel.value = waarde
    regel.params["TYPE"] = soorten
