"""Services: how the organisation stands beside people, what it costs, where and when."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from .basis import Beeld, Deel, Ding, Openingstijd, Soortnaam, VroegereNamen
from .velden import (
    Bedrag,
    Datum,
    Email,
    Id,
    KortWoord,
    Markdown,
    Tekst,
    Telefoon,
    Url,
    Verwijzing,
    als_lijst,
    fout,
)

Vorm = Literal["groep", "individueel", "online", "telefonisch", "aan_huis", "op_locatie"]
Trede = Literal["instap", "midden", "exclusief"]
Betaler = Literal["klant", "gemeente", "verzekeraar", "familie", "fonds", "tegenprestatie"]
Status = Literal["actief", "proef", "gestopt"]


class Samen(Deel):
    """Who does what: we stand beside people, we do not take over."""

    jij: Annotated[tuple[Tekst, ...], Field(min_length=1)]
    """Wat de klant zelf doet; zonder dit is een dienst een transactie."""
    wij: Annotated[tuple[Tekst, ...], Field(min_length=1)]
    """Wat jullie doen."""
    netwerk: tuple[Tekst, ...] = ()
    """Wat familie, buren, vrijwilligers en partners doen."""


class Prijs(Deel):
    """What a service costs the client."""

    bedrag: Bedrag
    """Het bedrag in euro's; 0 is gratis."""
    per: Tekst | None = None
    """Waarvoor het bedrag geldt: per rit, per maaltijd, per uur."""
    toelichting: Tekst | None = None
    """Wat er nog bij te zeggen is."""

    @property
    def gratis(self) -> bool:
        """Whether the client pays nothing."""
        return self.bedrag == Decimal(0)


def _gratis(waarde: object) -> object:
    if isinstance(waarde, str):
        if waarde.strip().lower() == "gratis":
            return {"bedrag": "0"}
        raise fout(
            'Schrijf bij prijs het woord "gratis", of een groep met een bedrag: '
            'prijs: {bedrag: "2,50", per: rit}.'
        )
    return waarde


class Aanmelden(Deel):
    """How to join."""

    telefoon: Telefoon | None = None
    """Het nummer voor wie mee wil doen."""
    email: Email | None = None
    """Het e-mailadres voor wie mee wil doen."""
    url: Url | None = None
    """Het webadres voor wie mee wil doen."""
    tekst: Tekst | None = None
    """Hoe aanmelden gaat, in een zin."""


class Dienst(Ding):
    """A service: an answer to one or more needs."""

    naam_van_soort: ClassVar[Soortnaam] = Soortnaam("de", "dienst")

    naam: Tekst
    """De naam van de dienst, in gewone woorden."""
    behoeften: Annotated[tuple[Annotated[Id, Verwijzing("behoeften")], ...], Field(min_length=1)]
    """De behoeften waarop dit een antwoord is; zonder behoefte is een dienst liefhebberij."""
    kort: Tekst
    """Wat het is, in één zin."""
    omschrijving: Markdown | None = None
    """Het hele verhaal, in een paar alinea's."""
    samen: Samen
    """Wat de klant doet, wat jullie doen en wat de mensen eromheen doen."""
    vorm: Annotated[tuple[Vorm, ...], BeforeValidator(als_lijst)] = ()
    """groep, individueel, online, telefonisch, aan_huis of op_locatie; meer mag."""
    trede: Trede | None = None
    """De trede van de prijsladder: instap, midden of exclusief."""
    prijs: Annotated[Prijs, BeforeValidator(_gratis), KortWoord("gratis")] | None = None
    """Wat het de klant kost, of het woord gratis."""
    betaald_door: Annotated[tuple[Betaler, ...], BeforeValidator(als_lijst)] = ()
    """Wie er betaalt: klant, gemeente, verzekeraar, familie, fonds of tegenprestatie."""
    waar: tuple[Annotated[Id, Verwijzing("locaties")], ...] = ()
    """De locaties waar het is."""
    wanneer: tuple[Openingstijd, ...] = ()
    """De vaste dagen en tijden."""
    aanmelden: Aanmelden | None = None
    """Hoe iemand meedoet."""
    beeld: Beeld | None = None
    """Een foto of tekening."""
    status: Status = "actief"
    """actief, proef of gestopt; een gestopte dienst staat niet op de site."""
    gecontroleerd_op: Datum | None = None
    """Wanneer iemand deze gegevens voor het laatst nakeek."""
    vroeger: VroegereNamen = ()
    """Vroegere namen van dit bestand; het oude adres leidt hierheen."""
