"""The whole house, and the list of kinds that live in it.

A kind is added by a module of its own, one line in `KINDS` and one in `Huis`: reading, checking
references and reporting find it from there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from . import (
    agenda,
    behoeften,
    berichten,
    cijfers,
    concurrenten,
    diensten,
    klantgroepen,
    klantstem,
    locaties,
    mededelingen,
    medewerkers,
    meedoen,
    merk,
    opdrachten,
    organisatie,
    paginas,
    partners,
    usps,
    vacatures,
    verhalen,
    vernieuwingen,
    wijken,
)
from .agenda import Activiteit
from .base import Thing
from .behoeften import InternalBehoefte
from .berichten import InternalBericht
from .cijfers import InternalCijfer
from .concurrenten import Concurrent
from .diensten import Dienst
from .kinds import Kind
from .klantgroepen import Klantgroep
from .klantstem import Klantstem
from .locaties import Locatie
from .mededelingen import Mededeling
from .medewerkers import InternalMedewerker
from .meedoen import InternalRol
from .merk import Merk
from .opdrachten import Opdracht
from .organisatie import InternalOrganisatie
from .paginas import Pagina
from .partners import InternalPartner
from .usps import InternalUsp
from .vacatures import Vacature
from .verhalen import InternalVerhaal
from .vernieuwingen import InternalVernieuwing
from .wijken import Wijk

KINDS: tuple[Kind, ...] = (
    organisatie.KIND, merk.KIND, klantgroepen.KIND, behoeften.KIND, diensten.KIND, locaties.KIND,
    concurrenten.KIND, usps.KIND, medewerkers.KIND, partners.KIND,
    verhalen.KIND, cijfers.KIND,
    agenda.KIND, mededelingen.KIND, wijken.KIND, vacatures.KIND,
    meedoen.KIND, vernieuwingen.KIND, klantstem.KIND, opdrachten.KIND,
    berichten.KIND, paginas.KIND,
)  # fmt: skip
"""Every kind, in the order in which staff meet them."""


@dataclass(frozen=True, slots=True)
class Huis:
    """Everything the organisation keeps, by kind and id; a field's name is that of its kind."""

    organisatie: InternalOrganisatie
    merk: Merk
    klantgroepen: Mapping[str, Klantgroep]
    behoeften: Mapping[str, InternalBehoefte]
    diensten: Mapping[str, Dienst]
    locaties: Mapping[str, Locatie]
    concurrenten: Mapping[str, Concurrent]
    usps: Mapping[str, InternalUsp]
    medewerkers: Mapping[str, InternalMedewerker]
    partners: Mapping[str, InternalPartner]
    verhalen: Mapping[str, InternalVerhaal]
    cijfers: Mapping[str, InternalCijfer]
    agenda: Mapping[str, Activiteit]
    wijken: Mapping[str, Wijk]
    vacatures: Mapping[str, Vacature]
    mededelingen: Mapping[str, Mededeling]
    meedoen: Mapping[str, InternalRol]
    vernieuwingen: Mapping[str, InternalVernieuwing]
    klantstem: Mapping[str, Klantstem]
    opdrachten: Mapping[str, Opdracht]
    berichten: Mapping[str, InternalBericht]
    paginas: Mapping[str, Pagina]


@cache
def kinds() -> Mapping[str, Kind]:
    """All kinds by name."""
    return {kind.name: kind for kind in KINDS}


@cache
def yaml_kinds() -> Mapping[str, Kind]:
    """The kinds whose files are YAML in the folder of the house, by name."""
    return {kind.name: kind for kind in KINDS if not kind.is_markdown}


@cache
def managed_kinds() -> tuple[Kind, ...]:
    """The kinds whose files forms and commands make, change and rename."""
    return tuple(kind for kind in KINDS if kind.is_managed)


@cache
def kind_at(address: str) -> Kind | None:
    """The kind whose things have their pages below this first word of an address."""
    return next((k for k in KINDS if k.has_pages and k.address == address), None)


@cache
def kind_of_class(class_: type[Thing]) -> Kind:
    """The kind of a class of things, internal or public. Raises KeyError for any other."""
    for kind in KINDS:
        if any(issubclass(class_, side) for side in (kind.model, *kind.public)):
            return kind
    raise KeyError(class_.__name__)


@cache
def kind_of_overview(template: str) -> Kind | None:
    """The kind of which a template is the overview."""
    return next((k for k in KINDS if k.overview == template), None)


def kind_of(thing: Thing) -> Kind:
    """The kind that a thing belongs to."""
    return kind_of_class(type(thing))


def address_of(thing: Thing) -> str:
    """The address of a thing on the site, as its kind declares it: `mensen/gijs/`."""
    return kind_of(thing).address_of(thing.id)


def overview_of(name: str) -> str:
    """The address of the overview of a kind: `mensen/` for `medewerkers`."""
    return kinds()[name].overview_address


def things_of(huis: object, kind: Kind) -> Mapping[str, Thing]:
    """The things of a kind in a house, internal or public, by id; a single one under its own."""
    held = getattr(huis, kind.name)
    return {held.id: held} if kind.is_single else held


def all_things(huis: object) -> Iterator[tuple[Kind, Thing]]:
    """Everything in a house, by kind, in the order of the kinds."""
    for kind in KINDS:
        for thing in things_of(huis, kind).values():
            yield kind, thing
