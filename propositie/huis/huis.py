"""The whole house, and the list of kinds that live in it.

A kind is added by a module of its own and one line in `Huis`: reading, checking references and
reporting find it from there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import get_args, get_origin, get_type_hints

from .base import Thing
from .behoeften import InternalBehoefte
from .concurrenten import Concurrent
from .diensten import Dienst
from .klantgroepen import Klantgroep
from .locaties import Locatie
from .medewerkers import InternalMedewerker
from .merk import Merk
from .organisatie import InternalOrganisatie
from .usps import InternalUsp


@dataclass(frozen=True, slots=True)
class Huis:
    """Everything the organisation keeps, by kind and id; a field's name is its folder or file."""

    organisatie: InternalOrganisatie
    merk: Merk
    klantgroepen: Mapping[str, Klantgroep]
    behoeften: Mapping[str, InternalBehoefte]
    diensten: Mapping[str, Dienst]
    locaties: Mapping[str, Locatie]
    concurrenten: Mapping[str, Concurrent]
    usps: Mapping[str, InternalUsp]
    medewerkers: Mapping[str, InternalMedewerker]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing: its name (the folder, or the file when there is only one) and its class."""

    name: str
    model: type[Thing]
    is_single: bool
    """Whether there is exactly one, in a file in `huis/` itself."""


@cache
def kinds() -> Mapping[str, Kind]:
    """All kinds by name, read from the fields of `Huis`, in that order."""
    hints = get_type_hints(Huis)
    found: dict[str, Kind] = {}
    for field in fields(Huis):
        hint = hints[field.name]
        enkel = get_origin(hint) is None
        found[field.name] = Kind(field.name, hint if enkel else get_args(hint)[1], enkel)
    return found
