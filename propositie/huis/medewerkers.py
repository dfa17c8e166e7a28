"""Workers: the people whom clients ask for by name.

`Medewerker` is what the public may know of someone who works here; `Afscheid` is all that
remains of someone who left. Neither has room for consent or dates of employment, and `Afscheid`
has none for a portrait, a telephone number or an address.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from ..dutch import in_usual_order
from .base import Beeld, FormerNames, Internal, Part, Thing
from .kinds import Kind, Listing
from .toestemming import Toestemming
from .value_types import reference
from .values import UNRANKED, Date, Email, Integer, Markdown, Phone, Text, Url


class Portret(Beeld):
    """A portrait as the public may see it."""


class InternalPortret(Portret, Internal):
    """A portrait with the consent it needs."""

    toestemming: Toestemming
    """Wanneer deze persoon toestemming gaf voor het portret."""


class Meeting(Part):
    """Where and when to meet a worker."""

    waar: Text | None = None
    """Een plek in gewone woorden, als het geen eigen locatie is."""
    locatie: Annotated[str, reference("locaties")] | None = None
    """De plek, als die een eigen locatie is."""
    wanneer: Text
    """Wanneer iemand er is: dinsdag van 9 tot 12 uur."""


class Aanbeveling(Part):
    """What a client or partner says of a worker."""

    citaat: Text
    """Wat iemand over deze medewerker zei."""
    door: Text
    """Wie het zei: voornaam en leeftijd, of functie."""


class InternalAanbeveling(Aanbeveling, Internal):
    """A recommendation with the consent it needs."""

    toestemming: Toestemming | None = None
    """Wanneer deze persoon toestemming gaf; zonder toestemming komt het citaat niet op de site."""


class Article(Part):
    """Something a worker wrote."""

    titel: Text
    """De titel van het stuk."""
    medium: Text | None = None
    """De krant, het blad of de site."""
    url: Url | None = None
    """Waar het te lezen is."""
    datum: Date | None = None
    """Wanneer het verscheen."""


class Verrassing(Part):
    """A surprise beyond what was promised."""

    wat: Text
    """Wat deze medewerker deed dat niemand verwachtte."""
    datum: Date | None = None
    """Wanneer dat was."""


class ContactDetails(Part):
    """How to reach one worker."""

    telefoon: Phone | None = None
    """Het nummer waarop deze medewerker te bellen is."""
    whatsapp: Phone | None = None
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


class Profile(Thing):
    """Whom a page is about: a name and a function."""

    naam: Text
    """Voornaam en achternaam."""
    roepnaam: Text | None = None
    """Hoe iedereen deze persoon noemt."""
    functie: Text
    """De functie, in gewone woorden."""

    @property
    def first_name(self) -> str:
        """The name by which people call this worker."""
        spoken = in_usual_order(self.naam) or self.naam
        return self.roepnaam or spoken.split()[0].strip(",")


class Afscheid(Profile):
    """A worker who left: a name, a farewell, and who comes after."""

    afscheid: Markdown | None = None
    """Een warm afscheid, voor op de pagina na het vertrek."""
    opvolger: Annotated[str, reference("medewerkers")] | None = None
    """Wie het overneemt."""
    vroeger: FormerNames = ()
    """Hoe dit eerder heette in het adres; wie dat oude adres heeft, komt hier uit."""


class Medewerker(Profile):
    """A worker as the public may know them."""

    belofte: Text
    """Waar mensen bij deze medewerker op kunnen rekenen, in één zin."""
    te_vinden: Annotated[tuple[Meeting, ...], Field(min_length=1)]
    """Waar en wanneer deze medewerker te treffen is."""
    boegbeeld_van: tuple[Annotated[str, reference("klantgroepen")], ...] = ()
    """De klantgroepen voor wie deze medewerker het gezicht is; niet iedereen is dat."""
    deskundig_in: tuple[Text, ...] = ()
    """Waar deze medewerker verstand van heeft."""
    behoeften: tuple[Annotated[str, reference("behoeften")], ...] = ()
    """De behoeften waar deze medewerker bij helpt."""
    diensten: tuple[Annotated[str, reference("diensten")], ...] = ()
    """De diensten die deze medewerker doet."""
    over: Markdown | None = None
    """Wie deze medewerker is, in een paar alinea's."""
    aanbevelingen: tuple[Aanbeveling, ...] = ()
    """Wat klanten en partners over deze medewerker zeggen."""
    schrijft: tuple[Article, ...] = ()
    """Columns en artikelen van deze medewerker."""
    verrassingen: tuple[Verrassing, ...] = ()
    """Waarmee deze medewerker klanten verraste."""
    talen: tuple[Text, ...] = ()
    """De talen die deze medewerker spreekt."""
    contact: ContactDetails | None = None
    """Hoe deze medewerker rechtstreeks te bereiken is."""
    portret: Portret | None = None
    """Een portret, met toestemming."""
    volgorde: Integer = UNRANKED
    """De plaats in rijen; het laagste getal komt eerst. Zonder getal beslist de rangorde."""
    zoekwoorden: tuple[Text, ...] = ()
    """Woorden waarop mensen zoeken en die niet in de tekst staan."""
    vroeger: FormerNames = ()
    """Hoe dit eerder heette in het adres; wie dat oude adres heeft, komt hier uit."""


class InternalMedewerker(Medewerker, Internal):
    """A worker with everything the house knows."""

    aanbevelingen: tuple[InternalAanbeveling, ...] = ()
    """Wat klanten en partners over deze medewerker zeggen."""
    portret: InternalPortret | None = None
    """Een portret, met toestemming."""
    in_dienst: Date | None = None
    """De eerste werkdag; daarvoor is er nog geen pagina."""
    uit_dienst: Date | None = None
    """De laatste werkdag; daarna wordt de pagina een afscheid."""
    opvolger: Annotated[str, reference("medewerkers")] | None = None
    """Wie het overneemt."""
    afscheid: Markdown | None = None
    """Een warm afscheid, voor op de pagina na het vertrek."""
    notities: Markdown | None = None
    """Wat alleen collega's mogen weten; komt nooit op de site."""

    def has_started(self, on_date: date) -> bool:
        """Whether the worker had started by the day `on_date`."""
        return self.in_dienst is None or self.in_dienst <= on_date

    def has_left(self, on_date: date) -> bool:
        """Whether the worker's last day lies before the day `on_date`."""
        return self.uit_dienst is not None and self.uit_dienst < on_date

    def is_present(self, on_date: date) -> bool:
        """Whether the worker works here on the day `on_date`."""
        return self.has_started(on_date) and not self.has_left(on_date)


KIND = Kind(
    name="medewerkers",
    model=InternalMedewerker,
    public=(Medewerker, Afscheid),
    article="de",
    singular="medewerker",
    plural="medewerkers",
    naming="naam",
    address="mensen",
    overview="mensen",
    template="medewerker",
    menu=Listing(3),
    in_llms=True,
    ends="uit_dienst",
    kit=Listing(1, "Mensen"),
    counted_as="medewerkers",
    texts=("belofte", "deskundig_in", "over", "afscheid"),
    form_order=(
        "naam",
        "functie",
        "belofte",
        "contact",
        "te_vinden",
        "portret",
        "over",
        "uit_dienst",
        "opvolger",
        "afscheid",
    ),
)
