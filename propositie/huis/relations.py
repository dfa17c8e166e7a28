"""Who belongs with whom, both ways: worked out once, looked up by every page and rule.

Each attribute maps an id to the things on the other side, in the order of the house.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

from .behoeften import Behoefte
from .berichten import Bericht
from .diensten import Dienst
from .links import mentioned_ids
from .medewerkers import Medewerker
from .usps import Usp

B = TypeVar("B", bound=Behoefte, covariant=True)
M = TypeVar("M", bound=Medewerker, covariant=True)
U = TypeVar("U", bound=Usp, covariant=True)
X = TypeVar("X")


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


Index = Mapping[str, Sequence[X]]


class Relations:
    """The relations of one house."""

    def __init__(self, huis: HasThings[Behoefte, Medewerker, Usp]) -> None:
        behoeften, diensten = huis.behoeften, huis.diensten
        self.behoeften_of_klantgroep = _index((b, b.klantgroepen) for b in behoeften.values())
        self.diensten_of_behoefte = _index((d, d.behoeften) for d in diensten.values())
        self.diensten_of_locatie = _index((d, d.waar) for d in diensten.values())
        groups = {
            d.id: _merge(behoeften[b].klantgroepen for b in d.behoeften if b in behoeften)
            for d in diensten.values()
        }
        self.klantgroepen_of_dienst: Mapping[str, Sequence[str]] = groups
        self.diensten_of_klantgroep = _index((d, groups[d.id]) for d in diensten.values())
        self.usps_of_klantgroep = _index((u, u.klantgroepen) for u in huis.usps.values())
        self.usps_of_behoefte = _index((u, u.behoeften) for u in huis.usps.values())
        medewerkers = huis.medewerkers.values()
        self.boegbeelden_of_klantgroep = _index((m, m.boegbeeld_van) for m in medewerkers)
        self.medewerkers_of_behoefte = _index((m, m.behoeften) for m in medewerkers)
        self.medewerkers_of_dienst = _index((m, m.diensten) for m in medewerkers)
        self.medewerkers_of_locatie = _index(
            (m, _merge([[o.locatie] if o.locatie else [] for o in m.te_vinden]))
            for m in medewerkers
        )


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
        self.all: Sequence[Bericht] = newest
        self.of_medewerker = _index((b, b.auteur) for b in newest)
        self.of_behoefte = _index((b, mentioned_ids(b, "behoeften")) for b in newest)
        self.of_klantgroep = _index((b, mentioned_ids(b, "klantgroepen")) for b in newest)
