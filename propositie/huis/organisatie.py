"""The organisation itself: who it is, how to reach it, on what it wants to excel."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field, model_validator

from .base import Adres, Internal, Part, Thing
from .kinds import Kind
from .moments import Moments
from .parsing import as_list, error, parse_integer
from .sluitingen import ClosedDays, Feestdagen, Sluitingen
from .value_types import ANY_CASE
from .values import As, Email, Integer, Markdown, Number, Phone, Text, Url
from .verantwoording import Anbi, OpenbaarStuk, OverOns, Toegankelijkheid, read_old_places

VERSION = 1


def _check_version(value: object) -> int:
    version = parse_integer(value)
    if version != VERSION:
        raise error(
            "Versie {version} van de huisregels kent dit programma niet. Schrijf versie: 1.",
            version=str(version),
        )
    return version


class Doel(Part):
    """The one measurable aim of the organisation."""

    maat: Text
    """Wat jullie tellen, bijvoorbeeld: bewoners die iemand kennen om te bellen."""
    streef: Number
    """Hoeveel het er moeten worden."""
    nu: Number | None = None
    """Hoeveel het er nu zijn."""
    jaar: Integer | None = None
    """Het jaar waarin jullie er willen zijn."""


class Contact(Part):
    """How to reach the organisation."""

    telefoon: Phone | None = None
    """Het nummer dat onder aan iedere pagina staat."""
    whatsapp: Phone | None = None
    """Het nummer waarop mensen kunnen appen."""
    email: Email | None = None
    """Het algemene e-mailadres."""
    adres: Adres | None = None
    """Het bezoekadres."""
    openingstijden: Moments = ()
    """Wanneer er iemand opneemt of de deur open is."""
    antwoord_binnen: Text | None = None
    """Binnen welke tijd iemand antwoord krijgt, bijvoorbeeld: twee werkdagen."""


class Scores(Part):
    """How well a house does on each axis, from 1 (weak) to 5 (strong)."""

    prijs: Annotated[Integer, Field(ge=1, le=5)] | None = None
    """Prijs, van 1 (zwak) tot 5 (sterk)."""
    product: Annotated[Integer, Field(ge=1, le=5)] | None = None
    """Product, van 1 (zwak) tot 5 (sterk)."""
    klantrelatie: Annotated[Integer, Field(ge=1, le=5)] | None = None
    """Klantrelatie, van 1 (zwak) tot 5 (sterk)."""


class Koers(Part, Internal):
    """The chosen discipline: excel on one axis, reach the threshold on the other two."""

    as_: As = Field(alias="as")
    """De as waarop jullie uitblinken: prijs, product of klantrelatie."""
    drempels: Mapping[As, Text] = {}
    """Wat op de twee andere assen minstens goed moet zijn."""
    scores: Scores = Field(default_factory=Scores)
    """Hoe jullie zelf scoren, met dezelfde maat als de concurrenten."""


class CheckSettings(Part, Internal):
    """Thresholds of the check; every one has a sensible default."""

    bezoek_maanden: Integer = 12
    """Na hoeveel maanden een bezoek aan een concurrent te oud is."""
    gecontroleerd_maanden: Integer = 12
    """Na hoeveel maanden een dienst opnieuw nagekeken moet worden."""
    schrijft_maanden: Integer = 12
    """Na hoeveel maanden zonder stuk een medewerker weer eens iets mag schrijven."""
    verloopt_dagen: Integer = 60
    """Hoeveel dagen van tevoren jullie horen dat een toestemming afloopt."""
    vacature_dagen: Integer = 14
    """Hoeveel dagen van tevoren jullie horen dat een vacature sluit."""
    gesprekken_per_week: Integer = 8
    """Hoeveel gesprekken met klanten jullie in een week willen voeren; 0 als jullie dat niet
    tellen."""
    wens_dagen: Integer = 30
    """Na hoeveel dagen er bij een wens van een klant staat wat ermee gedaan is."""
    begeleider_aantal: Integer = 40
    """Hoeveel vrijwilligers, donateurs of leden één medewerker hoogstens begeleidt."""
    zin_woorden: Integer = 25
    """Hoeveel woorden een zin hoogstens telt."""
    leesgemak: Integer = 55
    """Hoe makkelijk een langere tekst minstens leest (Flesch-Douma; 60 is gewone taal)."""
    contrast: Number = Decimal("4.5")
    """Het contrast dat de hoofdkleur op wit minstens moet halen om tekst te kunnen dragen."""
    jargon: Mapping[str, Text] = {}
    """Eigen lijst van vakwoorden, met een gewoner woord erachter."""
    gewoon: tuple[Text, ...] = ()
    """Woorden van de ingebouwde jargonlijst die jullie wel willen gebruiken."""
    uit: tuple[Text, ...] = ()
    """Codes van bevindingen die jullie niet willen zien, bijvoorbeeld K21."""


Provincie = Annotated[
    Literal[
        "drenthe", "flevoland", "friesland", "gelderland", "groningen", "limburg", "noord-brabant",
        "noord-holland", "overijssel", "utrecht", "zeeland", "zuid-holland",
    ],
    ANY_CASE,
]  # fmt: skip


class OpenData(Part):
    """On which terms others may use what stands in the files at `/data/`."""

    text_key: ClassVar[str | None] = "licentie"

    licentie: Text
    """De naam van de licentie, bijvoorbeeld: CC BY 4.0."""
    url: Url | None = None
    """Waar de tekst van de licentie staat."""

    @model_validator(mode="before")
    @classmethod
    def _read(cls, given: object) -> object:
        return {cls.text_key: given} if isinstance(given, str) else given


DerdePartij = Annotated[Literal["youtube", "vimeo", "openstreetmap"], ANY_CASE]


class Organisatie(Thing):
    """The organisation as the public knows it (`organisatie.yml`)."""

    versie: Annotated[int, BeforeValidator(_check_version)]
    """De versie van de huisregels waarin dit huis geschreven is: 1."""
    naam: Text
    """De naam zoals iedereen die kent."""
    payoff: Text
    """De ene zin die bij de naam hoort."""
    missie: Markdown
    """Waarom jullie er zijn, in een paar zinnen."""
    doel: Doel | None = None
    """Het ene doel waaraan jullie je laten meten."""
    aanspreekvorm: Annotated[Literal["je", "u"], ANY_CASE]
    """Hoe de site de lezer aanspreekt: je of u."""
    werkgebied: tuple[Text, ...] = ()
    """De plaatsen en wijken waar jullie werken."""
    provincie: Provincie | None = None
    """De provincie van jullie adressen, voor wie jullie gegevens overneemt. Liggen ze in meer dan
    één provincie, laat dit dan weg."""
    contact: Contact
    """Hoe mensen jullie bereiken."""
    gesloten: Sluitingen = ()
    """Wanneer alles dicht is: vakantie, een studiedag."""
    feestdagen: Feestdagen | None = None
    """Op welke feestdagen jullie dicht zijn, en op welke jullie werken, ieder jaar weer."""
    spoed: Markdown | None = None
    """Wat iemand moet doen bij nood, als jullie er niet zijn."""
    sociaal: Mapping[str, Url] = {}
    """Adressen van jullie pagina's op sociale media, bijvoorbeeld facebook: https://…"""
    derden: Annotated[tuple[DerdePartij, ...], BeforeValidator(as_list)] = ()
    """Van wie films en kaarten op de site mogen, na een klik: youtube, vimeo of openstreetmap."""
    kvk: Text | None = None
    """Het nummer bij de Kamer van Koophandel."""
    over_ons: OverOns | None = None
    """Wie bestuurt en toezicht houdt, en wat iemand met een klacht of een journalist doet."""
    documenten: tuple[OpenbaarStuk, ...] = ()
    """Jaarverslagen, jaarrekeningen, beleidsplannen en andere stukken voor iedereen."""
    anbi: Anbi | None = None
    """Wat een ANBI openbaar moet maken."""
    toegankelijkheid: Toegankelijkheid | None = None
    """Wat er in de toegankelijkheidsverklaring hoort."""
    open_data: OpenData | None = None
    """Onder welke licentie anderen jullie gegevens mogen gebruiken. Zonder licentie vragen zij het
    eerst."""

    @model_validator(mode="before")
    @classmethod
    def _read(cls, given: object) -> object:
        return read_old_places(given)

    @property
    def gives_account(self) -> bool:
        """Whether there is something to tell about the organisation that no other page tells."""
        return bool(self.over_ons or self.documenten or self.anbi)

    @property
    def closed(self) -> ClosedDays:
        """The days on which everything is closed."""
        holidays = self.feestdagen.gesloten if self.feestdagen else ()
        return ClosedDays(self.gesloten, frozenset(holidays))


class InternalOrganisatie(Organisatie, Internal):
    """The organisation with what only its staff know."""

    koers: Koers | None = None
    """Waarop jullie willen uitblinken."""
    keuring: CheckSettings = Field(default_factory=CheckSettings)
    """Drempels van de keuring; wat weggelaten is, blijft zoals het was."""


KIND = Kind(
    name="organisatie",
    model=InternalOrganisatie,
    public=(Organisatie,),
    article="de",
    singular="organisatie",
    plural="organisaties",
    naming="naam",
    is_single=True,
    texts=(
        "payoff",
        "missie",
        "spoed",
        "doel.maat",
        "over_ons.organisatiestructuur",
        "over_ons.klachten.tekst",
    ),
    form_order=("naam", "contact", "gesloten", "feestdagen", "spoed"),
)
