"""Invented workers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from ..reading import make_id
from .chance import Chance
from .words import pieces, themes

PORTRAIT = 0.7
"""The part of the workers of whom there is a portrait."""
LEFT = 0.03
"""The part that has left, in a house of some size."""
_FIRST_LEAVERS = 20
"""In a smaller house nobody left."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a worker can refer to: ids."""

    locaties: Sequence[str]
    diensten: Sequence[tuple[str, str, str]]
    """Of each service its id, that of its need, and that of the group."""
    boegbeelden: Mapping[int, Sequence[str]]
    """Who by number is the face of which groups."""


@dataclass(frozen=True, slots=True)
class InventedPerson:
    """A worker: the id, and what stands in the file."""

    id: str
    fields: Mapping[str, Any]

    @property
    def has_portrait(self) -> bool:
        """Whether a portrait is drawn."""
        return "portret" in self.fields


def invent_names(chance: Chance, count: int) -> list[str]:
    """So many names, no two the same; who has to go by the same name gets a second surname."""
    names: dict[str, None] = {}
    while len(names) < count:
        first, last = chance.pick(pieces("voornamen")), chance.pick(pieces("achternamen"))
        if chance.happens(0.2):
            last = chance.pick(pieces("tussenvoegsels"))
        name = f"{first} {last}"
        while name in names:
            name = f"{name}-{chance.pick(pieces('achternamen'))}"
        names[name] = None
    return list(names)


def invent_people(
    chance: Chance, count: int, around: Surroundings, domain: str, on_date: date
) -> Iterator[InventedPerson]:
    """So many workers, who belong with what is `around`."""
    ids: set[str] = set()
    names = invent_names(chance, count)
    for number, name in enumerate(names):
        id_ = make_id(name)
        while id_ in ids:
            id_ = f"{id_}-2"
        ids.add(id_)
        left = count >= _FIRST_LEAVERS and number not in around.boegbeelden
        if left and chance.happens(LEFT):
            yield InventedPerson(id_, _who_left(chance, name, sorted(ids - {id_}), on_date))
        else:
            yield InventedPerson(id_, _fields(chance, number, name, id_, around, domain, on_date))


def _who_left(chance: Chance, name: str, others: Sequence[str], on_date: date) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "naam": name,
        "functie": chance.pick(pieces("functies")),
        "belofte": chance.pick(pieces("beloften")),
        "te_vinden": [{"waar": chance.pick(pieces("plekken")), "wanneer": _when(chance)}],
        "uit_dienst": _ago(chance, on_date, 200),
        "afscheid": "Dank voor alle koppen koffie. Wie mij zocht, vindt nu een collega.",
    }
    if others:
        fields["opvolger"] = chance.pick(others)
    return fields


def _fields(
    chance: Chance, number: int, name: str, id_: str, around: Surroundings, domain: str,
    on_date: date,
) -> dict[str, Any]:  # fmt: skip
    own = chance.some(around.diensten, 1 + chance.below(3))
    groups = around.boegbeelden.get(number, ())
    fields: dict[str, Any] = {
        "naam": name,
        "functie": chance.pick(pieces("functies")),
        "belofte": chance.pick(pieces("beloften")),
    }
    if groups:
        fields["boegbeeld_van"] = list(groups)
    fields |= {
        "te_vinden": [
            {"locatie": chance.pick(around.locaties), "wanneer": _when(chance)},
            {"waar": chance.pick(pieces("plekken")), "wanneer": _when(chance)},
        ],
        "deskundig_in": chance.some(pieces("deskundig"), 3),
        "behoeften": list(dict.fromkeys(need for _, need, _ in own)),
        "diensten": [service for service, _, _ in own],
        "over": "\n\n".join(
            " ".join(chance.some(pieces("over"), 3 + chance.below(3))) for _ in range(2)
        ),
    }
    if chance.happens(0.9):
        fields["aanbevelingen"] = [
            {"citaat": quote, "door": f"{chance.pick(_senders())}, {30 + chance.below(60)}",
             "toestemming": {"datum": _ago(chance, on_date, 600)}}
            for quote in chance.some(pieces("citaten"), 1 + chance.below(2))
        ]  # fmt: skip
    if chance.happens(0.8):
        fields["schrijft"] = [
            {"titel": title, "medium": chance.pick(pieces("media")),
             "datum": _ago(chance, on_date, 150)}
            for title in chance.some(pieces("titels"), 1 + chance.below(3))
        ]  # fmt: skip
    if chance.happens(0.8):
        fields["verrassingen"] = [
            {"wat": chance.pick(pieces("verrassingen")), "datum": _ago(chance, on_date, 300)}
        ]
    fields["talen"] = ["Nederlands", *chance.some(pieces("talen"), chance.below(3))]
    phone = f"06 000 {number // 1000:02} {number % 1000:03}"
    fields["contact"] = {"telefoon": phone, "whatsapp": phone, "email": f"{id_}@{domain}"}
    if groups or chance.happens(PORTRAIT):
        start = date.fromisoformat(_ago(chance, on_date, 600))
        fields["portret"] = {
            "bestand": f"{id_}.jpg",
            "alt": f"Getekend portret van {name}",
            "toestemming": {
                "datum": start.isoformat(),
                "tot": (start + timedelta(days=3 * 365)).isoformat(),
            },
        }
    fields["in_dienst"] = _ago(chance, on_date, 4000, at_least=610)
    return fields


def _senders() -> Sequence[str]:
    senders: Sequence[str] = themes("afzenders")
    return senders


def _when(chance: Chance) -> str:
    return f"{chance.pick(pieces('dagen'))} {chance.pick(pieces('wanneer'))}"


def _ago(chance: Chance, on_date: date, days: int, at_least: int = 1) -> str:
    return (on_date - timedelta(days=at_least + chance.below(days))).isoformat()
