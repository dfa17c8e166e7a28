"""What may leave the house today: the public view is another type, without the internal fields.

`publiek_huis` is the only way to make one. Pages of the public edition receive nothing else, so
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
    BerichtIntern,
    Dienst,
    Huis,
    Intern,
    Klantgroep,
    Locatie,
    Medewerker,
    MedewerkerIntern,
    Merk,
    Organisatie,
    Usp,
)

D = TypeVar("D", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class PubliekHuis:
    """What the public may see on the day `op`."""

    op: date
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


def publiek_huis(
    huis: Huis, op: date, berichten: Mapping[str, BerichtIntern] | None = None
) -> PubliekHuis:
    """Return what may be public of `huis`, and of the posts beside it, on the day `op`."""
    aanwezig = {i: m for i, m in huis.medewerkers.items() if m.begonnen(op)}
    weg = {i: m for i, m in aanwezig.items() if m.vertrokken(op)}
    zichtbaar = {i: m for i, m in huis.diensten.items() if m.status != "gestopt"}
    return PubliekHuis(
        op=op,
        organisatie=publieke_kant(huis.organisatie, Organisatie),
        merk=publieke_kant(huis.merk, Merk),
        klantgroepen=_op_volgorde(
            {i: publieke_kant(k, Klantgroep) for i, k in huis.klantgroepen.items()}
        ),
        behoeften={i: publieke_kant(b, Behoefte) for i, b in huis.behoeften.items()},
        diensten={i: publieke_kant(d, Dienst) for i, d in zichtbaar.items()},
        locaties={i: publieke_kant(p, Locatie) for i, p in huis.locaties.items()},
        usps={i: publieke_kant(u, Usp) for i, u in huis.usps.items()},
        medewerkers={
            i: _zichtbare_medewerker(m, op, zichtbaar) for i, m in aanwezig.items() if i not in weg
        },
        afscheiden={i: _afscheid(m, huis, op) for i, m in weg.items()},
        berichten=_verschenen(berichten or {}, aanwezig, op),
    )


def _verschenen(
    berichten: Mapping[str, BerichtIntern], begonnen: Mapping[str, object], op: date
) -> Mapping[str, Bericht]:
    """The posts whose day has come. One by somebody who has yet to start waits for that day."""
    zichtbaar = [
        b for b in berichten.values() if b.verschenen(op) and all(a in begonnen for a in b.auteur)
    ]
    zichtbaar.sort(key=lambda b: (b.datum, b.id), reverse=True)
    return {b.id: publieke_kant(b, Bericht) for b in zichtbaar}


def publieke_kant(ding: BaseModel, klasse: type[D]) -> D:
    """Return `ding` as its public class `klasse`, with every part inside turned likewise."""
    publiek = _publiek(ding)
    if type(publiek) is not klasse:
        raise TypeError(f"{type(publiek).__name__} is not {klasse.__name__}")
    return publiek


def _publiek(waarde: Any) -> Any:
    if isinstance(waarde, BaseModel):
        klasse = publieke_klasse(type(waarde))
        if klasse is type(waarde) and not _heeft_delen(klasse):
            return waarde
        return klasse.model_construct(
            **{naam: _publiek(getattr(waarde, naam)) for naam in klasse.model_fields}
        )
    if isinstance(waarde, tuple):
        return tuple(_publiek(deel) for deel in waarde)
    return waarde


@cache
def publieke_klasse(klasse: type[BaseModel]) -> type[BaseModel]:
    """The nearest class above `klasse` that is not internal. Raises TypeError without one."""
    for basis in klasse.__mro__:
        if not issubclass(basis, BaseModel) or issubclass(basis, Intern):
            continue
        if basis.model_fields:
            return basis
    raise TypeError(f"{klasse.__name__} has no public side")


@cache
def _heeft_delen(klasse: type[BaseModel]) -> bool:
    """Whether a field of `klasse` may hold a part that could have an internal side."""
    return any("tuple" in str(v.annotation) or "huis." in str(v.annotation)
               for v in klasse.model_fields.values())  # fmt: skip


def _op_volgorde(klantgroepen: Mapping[str, Klantgroep]) -> Mapping[str, Klantgroep]:
    return dict(sorted(klantgroepen.items(), key=lambda p: (p[1].volgorde, p[1].naam)))


def _zichtbare_medewerker(
    medewerker: MedewerkerIntern, op: date, diensten: Mapping[str, Dienst]
) -> Medewerker:
    """A worker without a portrait or recommendation whose consent does not hold on `op`."""
    portret = medewerker.portret
    mag = portret is not None and portret.toestemming.geldt(op)
    aanbevelingen = tuple(
        a for a in medewerker.aanbevelingen if a.toestemming is not None and a.toestemming.geldt(op)
    )
    kaal = medewerker.model_copy(
        update={
            "portret": portret if mag else None,
            "aanbevelingen": aanbevelingen,
            "diensten": tuple(d for d in medewerker.diensten if d in diensten),
        }
    )
    return publieke_kant(kaal, Medewerker)


def _afscheid(medewerker: MedewerkerIntern, huis: Huis, op: date) -> Afscheid:
    return Afscheid.model_construct(
        **{n: getattr(medewerker, n) for n in Afscheid.model_fields if n != "opvolger"},
        opvolger=laatste_opvolger(medewerker, huis, op),
    )


def laatste_opvolger(medewerker: MedewerkerIntern, huis: Huis, op: date) -> str | None:
    """The end of the chain of successors who work here on `op`; None when there is nobody."""
    gezien = {medewerker.id}
    volgende = medewerker.opvolger
    while volgende is not None and volgende not in gezien:
        gezien.add(volgende)
        opvolger = huis.medewerkers[volgende]
        if opvolger.begonnen(op) and not opvolger.vertrokken(op):
            return volgende
        volgende = opvolger.opvolger
    return None
