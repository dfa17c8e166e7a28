"""Walk through a thing and find the values whose field bears a mark (a reference, a picture).

What to look at is worked out once per class, so that a thousand workers cost one plan.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from functools import cache
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel

M = TypeVar("M", bound=Hashable)

Stap = tuple[str, str, object | None, bool]
"""Attribute, key in the YAML, the mark (or None: look inside), and whether it is a list."""


def gemerkte_waarden(
    deel: BaseModel, merk: type[M]
) -> Iterator[tuple[tuple[str | int, ...], M, str]]:
    """Yield (path in the YAML, mark, value) for each text in `deel` whose field bears a `merk`."""
    for attribuut, sleutel, mark, is_lijst in _plan(type(deel), merk):
        waarde = getattr(deel, attribuut)
        if waarde is None:
            continue
        rij = enumerate(waarde) if is_lijst else [(None, waarde)]
        for nummer, item in rij:
            pad: tuple[str | int, ...] = (sleutel,) if nummer is None else (sleutel, nummer)
            if mark is not None:
                yield pad, mark, item  # type: ignore[misc]
            else:
                for dieper, m, w in gemerkte_waarden(item, merk):
                    yield (*pad, *dieper), m, w


@cache
def _plan(klasse: type[BaseModel], merk: type) -> tuple[Stap, ...]:
    stappen: list[Stap] = []
    for naam, veld in klasse.model_fields.items():
        eigen = next((m for m in veld.metadata if isinstance(m, merk)), None)
        vondst = (eigen, False) if eigen else _zoek(veld.annotation, merk)
        if vondst is not None:
            stappen.append((naam, veld.alias or naam, *vondst))
    return tuple(stappen)


def _zoek(annotatie: Any, merk: type) -> tuple[object | None, bool] | None:
    """Find a mark, or a model that holds one, inside `annotatie`; say whether it is in a list."""
    if isinstance(annotatie, type) and issubclass(annotatie, BaseModel):
        return (None, False) if _plan(annotatie, merk) else None
    oorsprong, delen = get_origin(annotatie), get_args(annotatie)
    if oorsprong is Annotated:
        eigen = next((m for m in delen[1:] if isinstance(m, merk)), None)
        return (eigen, False) if eigen else _zoek(delen[0], merk)
    for deel in delen:
        if (vondst := _zoek(deel, merk)) is not None:
            return vondst[0], vondst[1] or oorsprong is tuple
    return None


def model_in(annotatie: Any) -> type[BaseModel] | None:
    """The model class that stands in an annotation, inside lists and options; None without one."""
    if isinstance(annotatie, type) and issubclass(annotatie, BaseModel):
        return annotatie
    for deel in get_args(annotatie):
        if (gevonden := model_in(deel)) is not None:
            return gevonden
    return None
