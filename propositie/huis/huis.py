"""The whole house, and the list of kinds that live in it.

A kind is added by a module of its own and one line in `Huis`: reading, checking references and
reporting find it from there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import get_args, get_origin, get_type_hints

from .basis import Ding
from .behoeften import BehoefteIntern
from .concurrenten import Concurrent
from .diensten import Dienst
from .klantgroepen import Klantgroep
from .locaties import Locatie
from .medewerkers import MedewerkerIntern
from .merk import Merk
from .organisatie import OrganisatieIntern
from .usps import UspIntern


@dataclass(frozen=True, slots=True)
class Huis:
    """Everything the organisation keeps, by kind and id; a field's name is its folder or file."""

    organisatie: OrganisatieIntern
    merk: Merk
    klantgroepen: Mapping[str, Klantgroep]
    behoeften: Mapping[str, BehoefteIntern]
    diensten: Mapping[str, Dienst]
    locaties: Mapping[str, Locatie]
    concurrenten: Mapping[str, Concurrent]
    usps: Mapping[str, UspIntern]
    medewerkers: Mapping[str, MedewerkerIntern]


@dataclass(frozen=True, slots=True)
class Soort:
    """A kind of thing: its name (the folder, or the file when there is only one) and its class."""

    naam: str
    klasse: type[Ding]
    enkel: bool
    """Whether there is exactly one, in a file in `huis/` itself."""


@cache
def soorten() -> Mapping[str, Soort]:
    """All kinds by name, read from the fields of `Huis`, in that order."""
    hints = get_type_hints(Huis)
    gevonden: dict[str, Soort] = {}
    for veld in fields(Huis):
        hint = hints[veld.name]
        enkel = get_origin(hint) is None
        gevonden[veld.name] = Soort(veld.name, hint if enkel else get_args(hint)[1], enkel)
    return gevonden
