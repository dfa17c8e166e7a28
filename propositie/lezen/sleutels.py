"""Which field somebody meant who typed another word, and which fields there are at all."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from typing import Any

from pydantic import BaseModel

from ..huis import BerichtIntern, soorten
from ..huis.wandeling import model_in
from .synoniemen import SYNONIEMEN

MAX_NAAM = 80
"""Who types a longer name did not mean one of ours."""


def dichtstbij(woord: str, keuzes: Mapping[str, Any] | list[str]) -> str | None:
    """The nearest of `keuzes` to `woord`, or None when none comes near."""
    if not woord or len(woord) > MAX_NAAM:
        return None
    klein = {k.lower(): k for k in keuzes}
    begin = [k for k in klein if len(woord) > 1 and k.startswith(woord.lower())]
    if len(begin) == 1:
        return klein[begin[0]]
    vondst = get_close_matches(woord.lower(), klein, n=1, cutoff=0.6)
    return klein[vondst[0]] if vondst else None


def zelfde_woord(woord: str, keuzes: Collection[str]) -> str | None:
    """The one of `keuzes` that differs from `woord` only in capitals, accents or what joins it."""
    plat = _plat(woord)
    return next((k for k in keuzes if plat and _plat(k) == plat), None)


def synoniem(woord: str, keuzes: Collection[str]) -> str | None:
    """The one of `keuzes` that is another word for `woord`, or its singular or plural."""
    if len(woord) > MAX_NAAM:
        return None
    plat = _plat(woord)
    bedoeld = (*SYNONIEMEN.get(plat, ()), *_vormen(plat))
    return next((k for naam in bedoeld if (k := zelfde_woord(naam, keuzes))), None)


def _vormen(plat: str) -> Iterator[str]:
    """Singular and plural of a word, as Dutch mostly makes them."""
    yield from (f"{plat}{staart}" for staart in ("en", "s", "n"))
    yield from (plat.removesuffix(staart) for staart in ("en", "s", "n") if plat.endswith(staart))


def _plat(woord: str) -> str:
    zonder = unicodedata.normalize("NFKD", woord.lower())
    return re.sub(r"[^a-z0-9]", "", zonder)


def sleutels_van(model: type[BaseModel] | None) -> list[str]:
    """The keys that can stand in a group of the class `model`."""
    if model is None:
        return []
    return [v.alias or n for n, v in model.model_fields.items() if n != "id"]


@cache
def alle_velden() -> frozenset[str]:
    """Every key that can stand somewhere in a house or above a post."""
    gezien: set[type[BaseModel]] = set()
    open_: list[type[BaseModel]] = [BerichtIntern, *(s.klasse for s in soorten().values())]
    while open_:
        model = open_.pop()
        if model not in gezien:
            gezien.add(model)
            binnen = (model_in(v.annotation) for v in model.model_fields.values())
            open_ += [m for m in binnen if m is not None]
    return frozenset(k for model in gezien for k in sleutels_van(model))
