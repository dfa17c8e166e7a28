"""What may leave the house today: the public view is another type, without the internal fields.

`public_huis` is the only way to make one. Pages of the public edition receive nothing else, so
an internal field or a withdrawn portrait is not hidden from them: it does not exist.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel

from .huis import (
    Afscheid,
    Behoefte,
    Bericht,
    Dienst,
    Huis,
    Internal,
    InternalBericht,
    InternalMedewerker,
    Klantgroep,
    Locatie,
    Medewerker,
    Merk,
    Organisatie,
    Usp,
)

D = TypeVar("D", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class PublicHuis:
    """What the public may see on the day `on_date`."""

    on_date: date
    organisatie: Organisatie
    merk: Merk
    klantgroepen: Mapping[str, Klantgroep]
    behoeften: Mapping[str, Behoefte]
    diensten: Mapping[str, Dienst]
    locaties: Mapping[str, Locatie]
    usps: Mapping[str, Usp]
    medewerkers: Mapping[str, Medewerker]
    afscheiden: Mapping[str, Afscheid]
    """Workers who left, by id: a name, a farewell and a successor."""
    berichten: Mapping[str, Bericht]
    """Posts that have appeared, by id, newest first."""


def public_huis(
    huis: Huis, on_date: date, berichten: Mapping[str, InternalBericht] | None = None
) -> PublicHuis:
    """Return what may be public of `huis`, and of the posts beside it, on the day `on_date`."""
    present = {i: m for i, m in huis.medewerkers.items() if m.has_started(on_date)}
    gone = {i: m for i, m in present.items() if m.has_left(on_date)}
    visible = {i: m for i, m in huis.diensten.items() if m.status != "gestopt"}
    return PublicHuis(
        on_date=on_date,
        organisatie=public_view(huis.organisatie, Organisatie),
        merk=public_view(huis.merk, Merk),
        klantgroepen=_in_order(
            {i: public_view(k, Klantgroep) for i, k in huis.klantgroepen.items()}
        ),
        behoeften={i: public_view(b, Behoefte) for i, b in huis.behoeften.items()},
        diensten={i: public_view(d, Dienst) for i, d in visible.items()},
        locaties={i: public_view(p, Locatie) for i, p in huis.locaties.items()},
        usps={i: public_view(u, Usp) for i, u in huis.usps.items()},
        medewerkers={
            i: _visible_medewerker(m, on_date, visible) for i, m in present.items() if i not in gone
        },
        afscheiden={i: _make_afscheid(m, huis, on_date) for i, m in gone.items()},
        berichten=_appeared_berichten(berichten or {}, present, on_date),
    )


def _appeared_berichten(
    berichten: Mapping[str, InternalBericht], started: Mapping[str, object], on_date: date
) -> Mapping[str, Bericht]:
    """The posts whose day has come. One by somebody who has yet to start waits for that day."""
    visible = [
        b
        for b in berichten.values()
        if b.has_appeared(on_date) and all(a in started for a in b.auteur)
    ]
    visible.sort(key=lambda b: (b.datum, b.id), reverse=True)
    return {b.id: public_view(b, Bericht) for b in visible}


def public_view(thing: BaseModel, class_: type[D]) -> D:
    """Return `thing` as its public class `class_`, with every part inside turned likewise."""
    public = _to_public(thing)
    if type(public) is not class_:
        raise TypeError(f"{type(public).__name__} is not {class_.__name__}")
    return public


def _to_public(value: Any) -> Any:
    if isinstance(value, BaseModel):
        class_ = public_class(type(value))
        if class_ is type(value) and not _has_parts(class_):
            return value
        return class_.model_construct(
            **{name: _to_public(getattr(value, name)) for name in class_.model_fields}
        )
    if isinstance(value, tuple):
        return tuple(_to_public(part) for part in value)
    return value


@cache
def public_class(class_: type[BaseModel]) -> type[BaseModel]:
    """The nearest class above `class_` that is not internal. Raises TypeError without one."""
    for base in class_.__mro__:
        if not issubclass(base, BaseModel) or issubclass(base, Internal):
            continue
        if base.model_fields:
            return base
    raise TypeError(f"{class_.__name__} has no public side")


@cache
def _has_parts(class_: type[BaseModel]) -> bool:
    """Whether a field of `class_` may hold a part that could have an internal side."""
    return any("tuple" in str(v.annotation) or "huis." in str(v.annotation)
               for v in class_.model_fields.values())  # fmt: skip


def _in_order(klantgroepen: Mapping[str, Klantgroep]) -> Mapping[str, Klantgroep]:
    return dict(sorted(klantgroepen.items(), key=lambda p: (p[1].volgorde, p[1].naam)))


def _visible_medewerker(
    medewerker: InternalMedewerker, on_date: date, diensten: Mapping[str, Dienst]
) -> Medewerker:
    """A worker without a portrait or recommendation whose consent does not hold on `on_date`."""
    portret = medewerker.portret
    allowed = portret is not None and portret.toestemming.is_valid(on_date)
    aanbevelingen = tuple(
        a
        for a in medewerker.aanbevelingen
        if a.toestemming is not None and a.toestemming.is_valid(on_date)
    )
    bare = medewerker.model_copy(
        update={
            "portret": portret if allowed else None,
            "aanbevelingen": aanbevelingen,
            "diensten": tuple(d for d in medewerker.diensten if d in diensten),
        }
    )
    return public_view(bare, Medewerker)


def _make_afscheid(medewerker: InternalMedewerker, huis: Huis, on_date: date) -> Afscheid:
    return Afscheid.model_construct(
        **{n: getattr(medewerker, n) for n in Afscheid.model_fields if n != "opvolger"},
        opvolger=last_opvolger(medewerker, huis, on_date),
    )


def last_opvolger(medewerker: InternalMedewerker, huis: Huis, on_date: date) -> str | None:
    """The end of the chain of successors who work here on `on_date`; None when there is nobody."""
    seen = {medewerker.id}
    next_ = medewerker.opvolger
    while next_ is not None and next_ not in seen:
        seen.add(next_)
        opvolger = huis.medewerkers[next_]
        if opvolger.has_started(on_date) and not opvolger.has_left(on_date):
            return next_
        next_ = opvolger.opvolger
    return None
