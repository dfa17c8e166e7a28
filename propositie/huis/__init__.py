"""What a proposition house is: frozen models, a module per kind. Knows no files and no HTML."""

from .agenda import Activiteit, Afgelasting
from .base import Adres, Beeld, Internal, Part, Thing
from .behoeften import Behoefte, InternalBehoefte, InternalKlantvraag, Klantvraag
from .berichten import Bericht, InternalBericht
from .cijfers import Cijfer, InternalCijfer, Meetwaarde, Reeks
from .concurrenten import Bezoek, Concurrent
from .diensten import Dienst
from .huis import (
    KINDS,
    Huis,
    address_of,
    all_things,
    kind_at,
    kind_of,
    kind_of_class,
    kind_of_overview,
    kinds,
    managed_kinds,
    overview_of,
    things_of,
    yaml_kinds,
)
from .kinds import Kind, Listing
from .klantgroepen import Klantgroep, is_for_others
from .klantstem import Klantstem, Waardering
from .locaties import Locatie
from .mededelingen import Mededeling
from .medewerkers import Afscheid, InternalMedewerker, Medewerker, Portret
from .meedoen import InternalRol, Rol
from .merk import Merk
from .opdrachten import Opdracht
from .organisatie import CheckSettings, InternalOrganisatie, Koers, Organisatie, Scores
from .paginas import Pagina
from .partners import InternalPartner, Partner
from .prijs import Prijs
from .toestemming import Toestemming
from .usps import Bewijs, InternalUsp, Usp
from .vacatures import Vacature
from .verhalen import InternalVerhaal, Verhaal
from .vernieuwingen import InternalVernieuwing, Vernieuwing
from .wijken import Wijk

__all__ = [
    "KINDS",
    "Activiteit",
    "Adres",
    "Afgelasting",
    "Afscheid",
    "Beeld",
    "Behoefte",
    "Bericht",
    "Bewijs",
    "Bezoek",
    "CheckSettings",
    "Cijfer",
    "Concurrent",
    "Dienst",
    "Huis",
    "Internal",
    "InternalBehoefte",
    "InternalBericht",
    "InternalCijfer",
    "InternalKlantvraag",
    "InternalMedewerker",
    "InternalOrganisatie",
    "InternalPartner",
    "InternalRol",
    "InternalUsp",
    "InternalVerhaal",
    "InternalVernieuwing",
    "Kind",
    "Klantgroep",
    "Klantstem",
    "Klantvraag",
    "Koers",
    "Listing",
    "Locatie",
    "Mededeling",
    "Medewerker",
    "Meetwaarde",
    "Merk",
    "Opdracht",
    "Organisatie",
    "Pagina",
    "Part",
    "Partner",
    "Portret",
    "Prijs",
    "Reeks",
    "Rol",
    "Scores",
    "Thing",
    "Toestemming",
    "Usp",
    "Vacature",
    "Verhaal",
    "Vernieuwing",
    "Waardering",
    "Wijk",
    "address_of",
    "all_things",
    "is_for_others",
    "kind_at",
    "kind_of",
    "kind_of_class",
    "kind_of_overview",
    "kinds",
    "managed_kinds",
    "overview_of",
    "things_of",
    "yaml_kinds",
]
