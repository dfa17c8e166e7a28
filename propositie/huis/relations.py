"""Who belongs with whom, both ways: worked out once, looked up by every page and rule.

Each attribute maps an id to the things on the other side, in the order of the house.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property
from itertools import pairwise
from typing import Protocol, TypeVar

from .agenda import Activiteit
from .base import Thing
from .behoeften import Behoefte
from .berichten import Bericht
from .cijfers import Cijfer
from .diensten import Dienst
from .fields import Question
from .links import mentioned_ids
from .mededelingen import Mededeling
from .medewerkers import Medewerker
from .partners import Partner
from .usps import Usp
from .vacatures import Vacature
from .verhalen import Verhaal
from .walk import walk
from .wijken import Wijk

B = TypeVar("B", bound=Behoefte, covariant=True)
M = TypeVar("M", bound=Medewerker, covariant=True)
U = TypeVar("U", bound=Usp, covariant=True)
X = TypeVar("X")
T = TypeVar("T", bound=Thing)


class HasThings(Protocol[B, M, U]):
    """A house, internal or public: whatever holds the things that refer to one another."""

    @property
    def behoeften(self) -> Mapping[str, B]: ...
    @property
    def diensten(self) -> Mapping[str, Dienst]: ...
    @property
    def medewerkers(self) -> Mapping[str, M]: ...
    @property
    def usps(self) -> Mapping[str, U]: ...
    @property
    def partners(self) -> Mapping[str, Partner]: ...
    @property
    def agenda(self) -> Mapping[str, Activiteit]: ...
    @property
    def wijken(self) -> Mapping[str, Wijk]: ...
    @property
    def vacatures(self) -> Mapping[str, Vacature]: ...
    @property
    def mededelingen(self) -> Mapping[str, Mededeling]: ...
    @property
    def verhalen(self) -> Mapping[str, Verhaal]: ...
    @property
    def cijfers(self) -> Mapping[str, Cijfer]: ...


Index = Mapping[str, Sequence[X]]


class Relations:
    """The relations of one house, each worked out when somebody first asks for it."""

    def __init__(self, huis: HasThings[Behoefte, Medewerker, Usp]) -> None:
        self._huis = huis

    @cached_property
    def behoeften_of_klantgroep(self) -> Index[Behoefte]:
        """The needs of each client group."""
        return refer(self._huis.behoeften, "klantgroepen")

    @cached_property
    def diensten_of_behoefte(self) -> Index[Dienst]:
        """The services that answer each need."""
        return refer(self._huis.diensten, "behoeften")

    @cached_property
    def diensten_of_locatie(self) -> Index[Dienst]:
        """The services at each place."""
        return refer(self._huis.diensten, "locaties")

    @cached_property
    def klantgroepen_of_dienst(self) -> Mapping[str, Sequence[str]]:
        """The ids of the client groups whose needs each service answers."""
        behoeften = self._huis.behoeften
        return {
            d.id: _merge(behoeften[b].klantgroepen for b in d.behoeften if b in behoeften)
            for d in self._huis.diensten.values()
        }

    @cached_property
    def diensten_of_klantgroep(self) -> Index[Dienst]:
        """The services for each client group."""
        groups = self.klantgroepen_of_dienst
        return _index((d, groups[d.id]) for d in self._huis.diensten.values())

    @cached_property
    def usps_of_klantgroep(self) -> Index[Usp]:
        """The promises to each client group."""
        return refer(self._huis.usps, "klantgroepen")

    @cached_property
    def usps_of_behoefte(self) -> Index[Usp]:
        """The promises about each need."""
        return refer(self._huis.usps, "behoeften")

    @cached_property
    def boegbeelden_of_klantgroep(self) -> Index[Medewerker]:
        """The workers who are the face for each client group."""
        return refer(self._huis.medewerkers, "klantgroepen", "boegbeeld_van")

    @cached_property
    def medewerkers_of_behoefte(self) -> Index[Medewerker]:
        """The workers who help with each need."""
        return refer(self._huis.medewerkers, "behoeften")

    @cached_property
    def medewerkers_of_dienst(self) -> Index[Medewerker]:
        """The workers who do each service."""
        return refer(self._huis.medewerkers, "diensten")

    @cached_property
    def medewerkers_of_locatie(self) -> Index[Medewerker]:
        """The workers who can be met at each place."""
        return refer(self._huis.medewerkers, "locaties")

    @cached_property
    def diensten_of_partner(self) -> Index[Dienst]:
        """The services that are done with each partner, whichever of the two names the other."""
        by_dienst: dict[str, list[str]] = defaultdict(list)
        for partner in self._huis.partners.values():
            for dienst in partner.diensten:
                by_dienst[dienst].append(partner.id)
        return _index(
            (d, [*d.partners, *by_dienst.get(d.id, ())]) for d in self._huis.diensten.values()
        )

    @cached_property
    def partners_of_dienst(self) -> Index[Partner]:
        """The partners that do each service with us, whichever of the two names the other."""
        return _index(
            (partner, [d.id for d in self.diensten_of_partner[partner.id]])
            for partner in self._huis.partners.values()
        )

    @cached_property
    def agenda_of_klantgroep(self) -> Index[Activiteit]:
        """The events for each client group."""
        return refer(self._huis.agenda, "klantgroepen")

    @cached_property
    def agenda_of_dienst(self) -> Index[Activiteit]:
        """The events that belong to each service."""
        return refer(self._huis.agenda, "diensten")

    @cached_property
    def agenda_of_medewerker(self) -> Index[Activiteit]:
        """The events at which each worker is."""
        return refer(self._huis.agenda, "medewerkers")

    @cached_property
    def agenda_of_locatie(self) -> Index[Activiteit]:
        """The events at each place."""
        return refer(self._huis.agenda, "locaties")

    @cached_property
    def wijken_of_locatie(self) -> Index[Wijk]:
        """The neighbourhoods in which each place is."""
        return refer(self._huis.wijken, "locaties")

    @cached_property
    def wijken_of_medewerker(self) -> Index[Wijk]:
        """The neighbourhoods in which each worker works."""
        return refer(self._huis.wijken, "medewerkers")

    @cached_property
    def visitors_of_wijk(self) -> Index[Medewerker]:
        """The workers who come to each neighbourhood: at a place that is not one of ours."""
        wijken = self._huis.wijken.values()
        return _index(
            (m, [w.id for w in wijken if w.is_named_in(*(at.waar for at in m.te_vinden))])
            for m in self._huis.medewerkers.values()
        )

    @cached_property
    def agenda_of_wijk(self) -> Index[Activiteit]:
        """The events in each neighbourhood: at its places, or where its name is told."""
        wijken = self._huis.wijken.values()
        return _index(
            (a, [w.id for w in wijken if a.locatie in w.locaties or w.is_named_in(a.waar)])
            for a in self._huis.agenda.values()
        )

    @cached_property
    def partners_of_wijk(self) -> Index[Partner]:
        """The partners that name each neighbourhood, or a part of it."""
        wijken = self._huis.wijken.values()
        return _index(
            (p, [w.id for w in wijken if w.is_named_in(p.naam, p.waarvoor)])
            for p in self._huis.partners.values()
        )

    @cached_property
    def mededelingen_of_locatie(self) -> Index[Mededeling]:
        """The notices about each place."""
        return refer(self._huis.mededelingen, "locaties")

    @cached_property
    def verhalen_of_klantgroep(self) -> Index[Verhaal]:
        """The stories of people of each client group."""
        return refer(self._huis.verhalen, "klantgroepen")

    @cached_property
    def verhalen_of_behoefte(self) -> Index[Verhaal]:
        """The stories that began with each need."""
        return refer(self._huis.verhalen, "behoeften")

    @cached_property
    def verhalen_of_dienst(self) -> Index[Verhaal]:
        """The stories in which each service helped."""
        return refer(self._huis.verhalen, "diensten")

    @cached_property
    def verhalen_of_medewerker(self) -> Index[Verhaal]:
        """The stories in which each worker has a part."""
        return refer(self._huis.verhalen, "medewerkers")

    @cached_property
    def cijfers_of_verhaal(self) -> Index[Cijfer]:
        """The figures of which each story tells what they mean."""
        return refer(self._huis.cijfers, "verhalen")

    @cached_property
    def cijfers_of_wijk(self) -> Index[Cijfer]:
        """The figures about each neighbourhood."""
        return refer(self._huis.cijfers, "wijken")

    @cached_property
    def usps_of_verhaal(self) -> Index[Usp]:
        """The promises that each story proves."""
        return refer(self._huis.usps, "verhalen")

    @cached_property
    def partners_of_klantgroep(self) -> Index[Partner]:
        """The partners where each client group can go."""
        return refer(self._huis.partners, "klantgroepen")


def refer(things: Mapping[str, T], kind: str, key: str = "") -> Index[T]:
    """The things that refer to each thing of a kind: wherever in them the reference stands, or
    only in the field `key`."""
    return _index((thing, references_of(thing, kind, key)) for thing in things.values())


def references_of(thing: Thing, kind: str, key: str = "") -> list[str]:
    """The ids of a kind that a thing refers to, each once; only those in the field `key`, if
    any."""
    found = [id_ for path, _, id_ in walk(thing, _refers_to(kind)) if key in ("", path[0])]
    return found if len(found) < 2 else list(dict.fromkeys(found))


@cache
def _refers_to(kind: str) -> Question:
    """Whether a field refers to things of a kind: no walk goes where there are none of these."""
    return lambda field: field.kind == kind


def _index(pairs: Iterable[tuple[X, Iterable[str]]]) -> Index[X]:
    index: dict[str, list[X]] = defaultdict(list)
    for thing, ids in pairs:
        for id_ in dict.fromkeys(ids):
            index[id_].append(thing)
    return _EmptyByDefault(index)


class _EmptyByDefault(dict[str, Sequence[X]]):
    """A mapping in which an id without relations has none, instead of being unknown."""

    def __missing__(self, key: str) -> Sequence[X]:
        return ()


def _merge(rows: Iterable[Iterable[str]]) -> list[str]:
    return list(dict.fromkeys(id_ for row in rows for id_ in row))


class BerichtIndex:
    """Which posts belong on whose page; each attribute maps an id to posts, newest first."""

    def __init__(self, berichten: Iterable[Bericht]) -> None:
        newest = sorted(berichten, key=lambda b: (b.datum, b.id), reverse=True)
        self.of_medewerker = _index((b, references_of(b, "medewerkers")) for b in newest)
        self.of_behoefte = _index((b, mentioned_ids(b, "behoeften")) for b in newest)
        self.of_klantgroep = _index((b, mentioned_ids(b, "klantgroepen")) for b in newest)
        self.before = {b.id: older for b, older in pairwise(newest)}
        """The post that appeared before each, by id; the oldest has none."""
        self.after = {older.id: b for b, older in pairwise(newest)}
        """The post that appeared after each, by id; the newest has none."""
