"""What a proposition house is: frozen models, a module per kind. Knows no files and no HTML."""

from .basis import Adres, Beeld, Deel, Ding, Intern, Openingstijd, Soortnaam
from .behoeften import Behoefte, BehoefteIntern, Klantvraag, KlantvraagIntern
from .berichten import Bericht, BerichtIntern
from .concurrenten import Bezoek, Concurrent
from .diensten import Dienst, Prijs
from .huis import Huis, Soort, soorten
from .klantgroepen import Klantgroep
from .locaties import Locatie
from .medewerkers import Afscheid, Medewerker, MedewerkerIntern, Portret, Toestemming
from .merk import Merk
from .organisatie import Keuringsinstellingen, Koers, Organisatie, OrganisatieIntern, Scores
from .usps import Bewijs, Usp, UspIntern

__all__ = [
    "Adres",
    "Afscheid",
    "Beeld",
    "Behoefte",
    "BehoefteIntern",
    "Bericht",
    "BerichtIntern",
    "Bewijs",
    "Bezoek",
    "Concurrent",
    "Deel",
    "Dienst",
    "Ding",
    "Huis",
    "Intern",
    "Keuringsinstellingen",
    "Klantgroep",
    "Klantvraag",
    "KlantvraagIntern",
    "Koers",
    "Locatie",
    "Medewerker",
    "MedewerkerIntern",
    "Merk",
    "Openingstijd",
    "Organisatie",
    "OrganisatieIntern",
    "Portret",
    "Prijs",
    "Scores",
    "Soort",
    "Soortnaam",
    "Toestemming",
    "Usp",
    "UspIntern",
    "soorten",
]
