"""Services: how the organisation stands beside people, what it costs, where and when."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from .base import Beeld, FormerNames, Part, Thing
from .kinds import Kind, Listing
from .moments import Moments
from .parsing import as_list
from .prijs import Prijs
from .value_types import ANY_CASE, reference
from .values import UNRANKED, Date, Email, Integer, Markdown, Phone, Text, Url

Vorm = Annotated[
    Literal["groep", "individueel", "online", "digitaal", "telefonisch", "aan_huis", "op_locatie"],
    ANY_CASE,
]
Trede = Annotated[Literal["instap", "midden", "exclusief"], ANY_CASE]
Payer = Annotated[
    Literal["klant", "gemeente", "verzekeraar", "familie", "fonds", "tegenprestatie"], ANY_CASE
]
Status = Annotated[Literal["actief", "proef", "gestopt"], ANY_CASE]


class Samen(Part):
    """Who does what: we stand beside people, we do not take over."""

    jij: Annotated[tuple[Text, ...], Field(min_length=1)]
    """Wat de klant zelf doet; zonder dit is een dienst een transactie."""
    wij: Annotated[tuple[Text, ...], Field(min_length=1)]
    """Wat jullie doen."""
    netwerk: tuple[Text, ...] = ()
    """Wat familie, buren, vrijwilligers en partners doen."""


class Aanmelden(Part):
    """How to join."""

    telefoon: Phone | None = None
    """Het nummer voor wie mee wil doen."""
    email: Email | None = None
    """Het e-mailadres voor wie mee wil doen."""
    url: Url | None = None
    """Het webadres voor wie mee wil doen."""
    tekst: Text | None = None
    """Hoe aanmelden gaat, in een zin."""


class Dienst(Thing):
    """A service: an answer to one or more needs."""

    naam: Text
    """De naam van de dienst, in gewone woorden."""
    behoeften: Annotated[tuple[Annotated[str, reference("behoeften")], ...], Field(min_length=1)]
    """De behoeften waarop dit een antwoord is; zonder behoefte is een dienst liefhebberij."""
    kort: Text
    """Wat het is, in één zin."""
    omschrijving: Markdown | None = None
    """Het hele verhaal, in een paar alinea's."""
    samen: Samen
    """Wat de klant doet, wat jullie doen en wat de mensen eromheen doen."""
    vorm: Annotated[tuple[Vorm, ...], BeforeValidator(as_list)] = ()
    """groep, individueel, online, digitaal, telefonisch, aan_huis of op_locatie; meer mag."""
    trede: Trede | None = None
    """De trede van de prijsladder: instap, midden of exclusief."""
    prijs: Prijs | None = None
    """Wat het de klant kost: een bedrag, het woord gratis, of andere woorden."""
    betaald_door: Annotated[tuple[Payer, ...], BeforeValidator(as_list)] = ()
    """Wie er betaalt: klant, gemeente, verzekeraar, familie, fonds of tegenprestatie."""
    waar: tuple[Annotated[str, reference("locaties")], ...] = ()
    """De locaties waar het is."""
    wanneer: Moments = ()
    """De vaste dagen en tijden, of de woorden op afspraak."""
    partners: tuple[Annotated[str, reference("partners")], ...] = ()
    """De partners die deze dienst samen met jullie doen."""
    aanmelden: Aanmelden | None = None
    """Hoe iemand meedoet."""
    beeld: Beeld | None = None
    """Een foto of tekening."""
    status: Status = "actief"
    """actief, proef of gestopt; een gestopte dienst staat niet op de site."""
    gecontroleerd_op: Date | None = None
    """Wanneer iemand deze gegevens voor het laatst nakeek."""
    volgorde: Integer = UNRANKED
    """De plaats in rijen; het laagste getal komt eerst. Zonder getal beslist de rangorde."""
    zoekwoorden: tuple[Text, ...] = ()
    """Woorden waarop mensen zoeken en die niet in de tekst staan."""
    vroeger: FormerNames = ()
    """Hoe dit eerder heette in het adres; wie dat oude adres heeft, komt hier uit."""


KIND = Kind(
    name="diensten",
    model=Dienst,
    public=(Dienst,),
    article="de",
    singular="dienst",
    plural="diensten",
    naming="naam",
    address="aanbod",
    overview="aanbod",
    template="dienst",
    menu=Listing(2),
    in_llms=True,
    kit=Listing(3, "Diensten"),
    counted_as="diensten",
    texts=(
        "naam", "kort", "omschrijving", "samen.jij", "samen.wij", "samen.netwerk",
        "prijs.tekst", "prijs.toelichting", "wanneer.tekst", "wanneer.toelichting",
        "aanmelden.tekst",
    ),
    form_order=("naam", "kort", "prijs", "wanneer", "waar", "aanmelden", "omschrijving"),
)  # fmt: skip
