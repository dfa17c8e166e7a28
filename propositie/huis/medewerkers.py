"""Workers: the people whom clients ask for by name.

`Medewerker` is what the public may know of someone who works here; `Afscheid` is all that
remains of someone who left. Neither has room for consent or dates of employment, and `Afscheid`
has none for a portrait, a telephone number or an address.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from .basis import Beeld, Deel, Ding, Intern, Soortnaam, VroegereNamen
from .velden import Datum, Email, Id, Ingetrokken, Markdown, Tekst, Telefoon, Url, Verwijzing


class Toestemming(Deel, Intern):
    """Consent to publish: given on a day, perhaps until a day, perhaps withdrawn."""

    datum: Datum
    """De dag waarop de toestemming gegeven is."""
    tot: Datum | None = None
    """Tot en met welke dag de toestemming geldt."""
    ingetrokken: Ingetrokken | None = None
    """De dag waarop de toestemming is ingetrokken, of ja."""

    def geldt(self, op: date) -> bool:
        """Whether consent holds on the day `op`."""
        return (
            self.datum <= op
            and (self.tot is None or op <= self.tot)
            and (self.ingetrokken is None or op < self.ingetrokken)
        )


class Portret(Beeld):
    """A portrait as the public may see it."""


class PortretIntern(Portret, Intern):
    """A portrait with the consent it needs."""

    toestemming: Toestemming
    """Wanneer deze persoon toestemming gaf voor het portret."""


class Ontmoeting(Deel):
    """Where and when to meet a worker."""

    waar: Tekst | None = None
    """Een plek in gewone woorden, als het geen eigen locatie is."""
    locatie: Annotated[Id, Verwijzing("locaties")] | None = None
    """De id van een locatie."""
    wanneer: Tekst
    """Wanneer iemand er is: dinsdag van 9 tot 12 uur."""


class Aanbeveling(Deel):
    """What a client or partner says of a worker."""

    citaat: Tekst
    """Wat iemand over deze medewerker zei."""
    door: Tekst
    """Wie het zei: voornaam en leeftijd, of functie."""


class AanbevelingIntern(Aanbeveling, Intern):
    """A recommendation with the consent it needs."""

    toestemming: Toestemming | None = None
    """Wanneer deze persoon toestemming gaf; zonder toestemming komt het citaat niet op de site."""


class Artikel(Deel):
    """Something a worker wrote."""

    titel: Tekst
    """De titel van het stuk."""
    medium: Tekst | None = None
    """De krant, het blad of de site."""
    url: Url | None = None
    """Waar het te lezen is."""
    datum: Datum | None = None
    """Wanneer het verscheen."""


class Verrassing(Deel):
    """A surprise beyond what was promised."""

    wat: Tekst
    """Wat deze medewerker deed dat niemand verwachtte."""
    datum: Datum | None = None
    """Wanneer dat was."""


class Bereikbaar(Deel):
    """How to reach one worker."""

    telefoon: Telefoon | None = None
    """Het nummer waarop deze medewerker te bellen is."""
    whatsapp: Telefoon | None = None
    """Het nummer om te appen."""
    email: Email | None = None
    """Het e-mailadres."""
    linkedin: Url | None = None
    """De pagina op LinkedIn."""
    facebook: Url | None = None
    """De pagina op Facebook."""
    instagram: Url | None = None
    """De pagina op Instagram."""
    mastodon: Url | None = None
    """De pagina op Mastodon."""


class Persoon(Ding):
    """Whom a page is about: a name and a function."""

    naam_van_soort: ClassVar[Soortnaam] = Soortnaam("de", "medewerker")

    naam: Tekst
    """Voornaam en achternaam."""
    roepnaam: Tekst | None = None
    """Hoe iedereen deze persoon noemt."""
    functie: Tekst
    """De functie, in gewone woorden."""

    @property
    def voornaam(self) -> str:
        """The name by which people call this worker."""
        return self.roepnaam or self.naam.split()[0]


class Afscheid(Persoon):
    """A worker who left: a name, a farewell, and who comes after."""

    afscheid: Markdown | None = None
    """Een warm afscheid, voor op de pagina na het vertrek."""
    opvolger: Annotated[Id, Verwijzing("medewerkers")] | None = None
    """De id van wie het overneemt."""
    vroeger: VroegereNamen = ()
    """Vroegere namen van dit bestand; het oude adres leidt hierheen."""


class Medewerker(Persoon):
    """A worker as the public may know them."""

    belofte: Tekst
    """Waar mensen bij deze medewerker op kunnen rekenen, in één zin."""
    boegbeeld_van: Annotated[
        tuple[Annotated[Id, Verwijzing("klantgroepen")], ...], Field(min_length=1)
    ]
    """De klantgroepen voor wie deze medewerker het gezicht is."""
    te_vinden: Annotated[tuple[Ontmoeting, ...], Field(min_length=1)]
    """Waar en wanneer deze medewerker te treffen is."""
    deskundig_in: tuple[Tekst, ...] = ()
    """Waar deze medewerker verstand van heeft."""
    behoeften: tuple[Annotated[Id, Verwijzing("behoeften")], ...] = ()
    """De behoeften waar deze medewerker bij helpt."""
    diensten: tuple[Annotated[Id, Verwijzing("diensten")], ...] = ()
    """De diensten die deze medewerker doet."""
    over: Markdown | None = None
    """Wie deze medewerker is, in een paar alinea's."""
    aanbevelingen: tuple[Aanbeveling, ...] = ()
    """Wat klanten en partners over deze medewerker zeggen."""
    schrijft: tuple[Artikel, ...] = ()
    """Columns en artikelen van deze medewerker."""
    verrassingen: tuple[Verrassing, ...] = ()
    """Waarmee deze medewerker klanten verraste."""
    talen: tuple[Tekst, ...] = ()
    """De talen die deze medewerker spreekt."""
    contact: Bereikbaar | None = None
    """Hoe deze medewerker rechtstreeks te bereiken is."""
    portret: Portret | None = None
    """Een portret, met toestemming."""
    vroeger: VroegereNamen = ()
    """Vroegere namen van dit bestand; het oude adres leidt hierheen."""


class MedewerkerIntern(Medewerker, Intern):
    """A worker with everything the house knows."""

    aanbevelingen: tuple[AanbevelingIntern, ...] = ()
    """Wat klanten en partners over deze medewerker zeggen."""
    portret: PortretIntern | None = None
    """Een portret, met toestemming."""
    in_dienst: Datum | None = None
    """De eerste werkdag; daarvoor is er nog geen pagina."""
    uit_dienst: Datum | None = None
    """De laatste werkdag; daarna wordt de pagina een afscheid."""
    opvolger: Annotated[Id, Verwijzing("medewerkers")] | None = None
    """De id van wie het overneemt."""
    afscheid: Markdown | None = None
    """Een warm afscheid, voor op de pagina na het vertrek."""
    notities: Markdown | None = None
    """Wat alleen collega's mogen weten; komt nooit op de site."""

    def begonnen(self, op: date) -> bool:
        """Whether the worker had started by the day `op`."""
        return self.in_dienst is None or self.in_dienst <= op

    def vertrokken(self, op: date) -> bool:
        """Whether the worker's last day lies before the day `op`."""
        return self.uit_dienst is not None and self.uit_dienst < op
