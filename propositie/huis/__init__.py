"""What a proposition house is: frozen models, a module per kind. Knows no files and no HTML."""

from .base import Adres, Beeld, Internal, KindName, Openingstijd, Part, Thing
from .behoeften import Behoefte, InternalBehoefte, InternalKlantvraag, Klantvraag
from .berichten import Bericht, InternalBericht
from .concurrenten import Bezoek, Concurrent
from .diensten import Dienst, Prijs
from .huis import Huis, Kind, kinds
from .klantgroepen import Klantgroep
from .locaties import Locatie
from .medewerkers import Afscheid, InternalMedewerker, Medewerker, Portret, Toestemming
from .merk import Merk
from .organisatie import CheckSettings, InternalOrganisatie, Koers, Organisatie, Scores
from .usps import Bewijs, InternalUsp, Usp

__all__ = [
    "Adres",
    "Afscheid",
    "Beeld",
    "Behoefte",
    "Bericht",
    "Bewijs",
    "Bezoek",
    "CheckSettings",
    "Concurrent",
    "Dienst",
    "Huis",
    "Internal",
    "InternalBehoefte",
    "InternalBericht",
    "InternalKlantvraag",
    "InternalMedewerker",
    "InternalOrganisatie",
    "InternalUsp",
    "Kind",
    "KindName",
    "Klantgroep",
    "Klantvraag",
    "Koers",
    "Locatie",
    "Medewerker",
    "Merk",
    "Openingstijd",
    "Organisatie",
    "Part",
    "Portret",
    "Prijs",
    "Scores",
    "Thing",
    "Toestemming",
    "Usp",
    "kinds",
]
