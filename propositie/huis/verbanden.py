"""Who belongs with whom, both ways: worked out once, looked up by every page and rule.

Each attribute maps an id to the things on the other side, in the order of the house.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

from .behoeften import Behoefte
from .diensten import Dienst
from .medewerkers import Medewerker
from .usps import Usp

B = TypeVar("B", bound=Behoefte, covariant=True)
M = TypeVar("M", bound=Medewerker, covariant=True)
U = TypeVar("U", bound=Usp, covariant=True)
X = TypeVar("X")


class MetDingen(Protocol[B, M, U]):
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


class Verbanden:
    """The relations of one house."""

    def __init__(self, huis: MetDingen[Behoefte, Medewerker, Usp]) -> None:
        behoeften, diensten = huis.behoeften, huis.diensten
        self.behoeften_van_klantgroep = _index((b, b.klantgroepen) for b in behoeften.values())
        self.diensten_van_behoefte = _index((d, d.behoeften) for d in diensten.values())
        self.diensten_van_locatie = _index((d, d.waar) for d in diensten.values())
        groepen = {
            d.id: _samen(behoeften[b].klantgroepen for b in d.behoeften if b in behoeften)
            for d in diensten.values()
        }
        self.klantgroepen_van_dienst: Mapping[str, Sequence[str]] = groepen
        self.diensten_van_klantgroep = _index((d, groepen[d.id]) for d in diensten.values())
        self.usps_van_klantgroep = _index((u, u.klantgroepen) for u in huis.usps.values())
        self.usps_van_behoefte = _index((u, u.behoeften) for u in huis.usps.values())
        mensen = huis.medewerkers.values()
        self.boegbeelden_van_klantgroep = _index((m, m.boegbeeld_van) for m in mensen)
        self.medewerkers_van_behoefte = _index((m, m.behoeften) for m in mensen)
        self.medewerkers_van_dienst = _index((m, m.diensten) for m in mensen)
        self.medewerkers_van_locatie = _index(
            (m, _samen([[o.locatie] if o.locatie else [] for o in m.te_vinden])) for m in mensen
        )


def _index(paren: Iterable[tuple[X, Iterable[str]]]) -> Index[X]:
    index: dict[str, list[X]] = defaultdict(list)
    for ding, ids in paren:
        for id_ in dict.fromkeys(ids):
            index[id_].append(ding)
    return _MetLeeg(index)


class _MetLeeg(dict[str, Sequence[X]]):
    """A mapping in which an id without relations has none, instead of being unknown."""

    def __missing__(self, sleutel: str) -> Sequence[X]:
        return ()


def _samen(rijen: Iterable[Iterable[str]]) -> list[str]:
    return list(dict.fromkeys(id_ for rij in rijen for id_ in rij))
