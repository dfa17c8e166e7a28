"""The organisation itself: who it is, how to reach it, on what it wants to excel."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from .basis import Adres, Deel, Ding, Intern, Openingstijd, Soortnaam
from .velden import (
    As,
    Email,
    Geheel,
    Getal,
    Markdown,
    Tekst,
    Telefoon,
    Url,
    fout,
    lees_geheel,
)

VERSIE = 1


def _bekende_versie(waarde: object) -> int:
    versie = lees_geheel(waarde)
    if versie != VERSIE:
        raise fout(
            "Versie {versie} van de huisregels kent dit programma niet. Schrijf versie: 1.",
            versie=str(versie),
        )
    return versie


class Doel(Deel):
    """The one measurable aim of the organisation."""

    maat: Tekst
    """Wat jullie tellen, bijvoorbeeld: bewoners die iemand kennen om te bellen."""
    streef: Getal
    """Hoeveel het er moeten worden."""
    nu: Getal | None = None
    """Hoeveel het er nu zijn."""
    jaar: Geheel | None = None
    """Het jaar waarin jullie er willen zijn."""


class Contact(Deel):
    """How to reach the organisation."""

    telefoon: Telefoon | None = None
    """Het nummer dat onder aan iedere pagina staat."""
    whatsapp: Telefoon | None = None
    """Het nummer waarop mensen kunnen appen."""
    email: Email | None = None
    """Het algemene e-mailadres."""
    adres: Adres | None = None
    """Het bezoekadres."""
    openingstijden: tuple[Openingstijd, ...] = ()
    """Wanneer er iemand opneemt of de deur open is."""
    antwoord_binnen: Tekst | None = None
    """Binnen welke tijd iemand antwoord krijgt, bijvoorbeeld: twee werkdagen."""


class Anbi(Deel):
    """What the tax office asks of an ANBI (a public benefit organisation) to publish.

    Source: artikel 1a Uitvoeringsregeling Algemene wet inzake rijksbelastingen 1994.
    """

    rsin: Tekst
    """Het RSIN-nummer."""
    beleidsplan: Url | None = None
    """Waar het beleidsplan staat."""
    jaarverslag: Url | None = None
    """Waar het verslag van de activiteiten staat."""
    jaarrekening: Url | None = None
    """Waar de jaarrekening staat."""
    bestuur: tuple[Tekst, ...] = ()
    """De bestuurders, met naam en functie."""
    beloning: Tekst | None = None
    """Hoe bestuur en personeel beloond worden."""


class Scores(Deel):
    """How well a house does on each axis, from 1 (weak) to 5 (strong)."""

    prijs: Annotated[Geheel, Field(ge=1, le=5)] | None = None
    """Prijs, van 1 (zwak) tot 5 (sterk)."""
    product: Annotated[Geheel, Field(ge=1, le=5)] | None = None
    """Product, van 1 (zwak) tot 5 (sterk)."""
    klantrelatie: Annotated[Geheel, Field(ge=1, le=5)] | None = None
    """Klantrelatie, van 1 (zwak) tot 5 (sterk)."""


class Koers(Deel, Intern):
    """The chosen discipline: excel on one axis, reach the threshold on the other two."""

    as_: As = Field(alias="as")
    """De as waarop jullie uitblinken: prijs, product of klantrelatie."""
    drempels: Mapping[As, Tekst] = {}
    """Wat op de twee andere assen minstens goed moet zijn."""
    scores: Scores = Scores()
    """Hoe jullie zelf scoren, met dezelfde maat als de concurrenten."""


class Keuringsinstellingen(Deel, Intern):
    """Thresholds of the check; every one has a sensible default."""

    bezoek_maanden: Geheel = 12
    """Na hoeveel maanden een bezoek aan een concurrent te oud is."""
    gecontroleerd_maanden: Geheel = 12
    """Na hoeveel maanden een dienst opnieuw nagekeken moet worden."""
    schrijft_maanden: Geheel = 12
    """Na hoeveel maanden zonder stuk een medewerker weer eens iets mag schrijven."""
    verloopt_dagen: Geheel = 60
    """Hoeveel dagen van tevoren jullie horen dat een toestemming afloopt."""
    zin_woorden: Geheel = 25
    """Hoeveel woorden een zin hoogstens telt."""
    leesgemak: Geheel = 55
    """Hoe makkelijk een langere tekst minstens leest (Flesch-Douma; 60 is gewone taal)."""
    contrast: Getal = Decimal("4.5")
    """Het contrast dat de hoofdkleur op wit minstens moet halen om tekst te kunnen dragen."""
    jargon: Mapping[str, Tekst] = {}
    """Eigen lijst van vakwoorden, met een gewoner woord erachter."""
    gewoon: tuple[Tekst, ...] = ()
    """Woorden van de ingebouwde jargonlijst die jullie wel willen gebruiken."""
    uit: tuple[Tekst, ...] = ()
    """Codes van bevindingen die jullie niet willen zien, bijvoorbeeld K21."""


class Organisatie(Ding):
    """The organisation as the public knows it (`organisatie.yml`)."""

    naam_van_soort: ClassVar[Soortnaam] = Soortnaam("de", "organisatie")

    versie: Annotated[int, BeforeValidator(_bekende_versie)]
    """De versie van de huisregels waarin dit huis geschreven is: 1."""
    naam: Tekst
    """De naam zoals iedereen die kent."""
    payoff: Tekst
    """De ene zin die bij de naam hoort."""
    missie: Markdown
    """Waarom jullie er zijn, in een paar zinnen."""
    doel: Doel | None = None
    """Het ene doel waaraan jullie je laten meten."""
    aanspreekvorm: Literal["je", "u"]
    """Hoe de site de lezer aanspreekt: je of u."""
    werkgebied: tuple[Tekst, ...] = ()
    """De plaatsen en wijken waar jullie werken."""
    contact: Contact
    """Hoe mensen jullie bereiken."""
    spoed: Markdown | None = None
    """Wat iemand moet doen bij nood, als jullie er niet zijn."""
    sociaal: Mapping[str, Url] = {}
    """Adressen van jullie pagina's op sociale media, bijvoorbeeld facebook: https://…"""
    kvk: Tekst | None = None
    """Het nummer bij de Kamer van Koophandel."""
    anbi: Anbi | None = None
    """Wat een ANBI openbaar moet maken."""


class OrganisatieIntern(Organisatie, Intern):
    """The organisation with what only its staff know."""

    koers: Koers | None = None
    """Waarop jullie willen uitblinken."""
    keuring: Keuringsinstellingen = Keuringsinstellingen()
    """Drempels van de keuring; wat weggelaten is, blijft zoals het was."""
