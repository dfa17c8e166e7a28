"""Where a field belongs that stands in a place where it cannot be: deeper, higher, or elsewhere."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ..huis import soorten
from ..huis.wandeling import model_in
from .boom import Pad
from .sleutels import sleutels_van, synoniem, zelfde_woord


@dataclass(frozen=True, slots=True)
class Thuis:
    """Where a field belongs: in a group beside it, higher up, or in a file of another kind."""

    waar: Literal["dieper", "hoger", "anders"]
    naam: str
    """The name of the field there."""
    bij: str
    """The group it belongs in; for another kind, how that is called."""
    pad: Pad = ()
    """The group with that field, when it is in this file."""
    in_lijst: bool = False
    """Whether that group is one of a list."""


def model_op(klasse: type[BaseModel], pad: Pad) -> type[BaseModel] | None:
    """The model class of the mapping at `pad` inside a thing of class `klasse`."""
    huidig: type[BaseModel] | None = klasse
    for stap in pad:
        if huidig is None or isinstance(stap, int):
            continue
        gevonden = veld_van(huidig, stap)
        huidig = model_in(gevonden.annotation) if gevonden else None
    return huidig


def veld_van(model: type[BaseModel], sleutel: str) -> FieldInfo | None:
    """The field of `model` with the key `sleutel`."""
    for naam, info in model.model_fields.items():
        if (info.alias or naam) == sleutel and naam != "id":
            return info
    return None


def is_lijst(annotatie: Any) -> bool:
    """Whether a field holds a list."""
    return get_origin(annotatie) is tuple or any(is_lijst(deel) for deel in get_args(annotatie))


def thuis(klasse: type[BaseModel], pad: Pad, ruim: bool, mist: Collection[Pad]) -> Thuis | None:
    """Where the field at `pad` belongs; `ruim`: another word for it will do as well.

    When it could belong in several groups, the one that misses it is meant, else nobody knows.
    """
    groep, _, woord = str(pad[-1]).rpartition(".")

    def bedoeld(model: type[BaseModel] | None) -> str | None:
        sleutels = sleutels_van(model)
        return zelfde_woord(woord, sleutels) or (synoniem(woord, sleutels) if ruim else None)

    hier = model_op(klasse, pad[:-1])
    kansen: list[Thuis] = []
    for sleutel in sleutels_van(hier):
        info = veld_van(hier, sleutel) if hier else None
        binnen = model_in(info.annotation) if info else None
        if info and binnen and groep in {"", sleutel} and (naam := bedoeld(binnen)):
            plek = (*pad[:-1], sleutel)
            kansen.append(Thuis("dieper", naam, sleutel, plek, is_lijst(info.annotation)))
    gemist = [k for k in kansen if any(m[: len(k.pad)] == k.pad for m in mist)]
    if len(gemist or kansen) == 1:
        return (gemist or kansen)[0]
    for diepte in range(len(pad) - 1, 0, -1):
        boven = pad[: diepte - 1]
        naam = zelfde_woord(woord, sleutels_van(model_op(klasse, boven)))
        if naam and isinstance(pad[diepte - 1], str):
            bij = next((str(s) for s in reversed(boven) if isinstance(s, str)), "")
            return Thuis("hoger", naam, bij, boven)
    return None


def andere_lijst(
    klasse: type[BaseModel], pad: Pad, sleutels: Collection[str], mist: Collection[Pad]
) -> str | None:
    """The list beside this one in which a part with these keys belongs; `pad` is the part's.

    Only when the part has nothing that a part of the list it stands in must have.
    """
    if len(pad) < 2 or not isinstance(pad[-1], int):
        return None
    hier = model_op(klasse, pad)
    nodig = [i.alias or n for n, i in hier.model_fields.items() if i.is_required()] if hier else []
    if not nodig or not all((*pad, sleutel) in mist for sleutel in nodig):
        return None
    boven = model_op(klasse, pad[:-2])
    for naam in sleutels_van(boven):
        info = veld_van(boven, naam) if boven else None
        binnen = sleutels_van(model_in(info.annotation)) if info else []
        if info and naam != pad[-2] and is_lijst(info.annotation) and set(sleutels) <= set(binnen):
            return naam
    return None


def andere_soort(klasse: type[BaseModel], pad: Pad) -> str | None:
    """The kind of thing that does have the field which stands at the top of this file."""
    if len(pad) > 1:
        return None
    for soort in soorten().values():
        if soort.klasse is not klasse and str(pad[0]) in sleutels_van(soort.klasse):
            naam = soort.klasse.naam_van_soort
            return f"{naam.lidwoord} {naam.enkelvoud}"
    return None
