"""A validation error of pydantic → a Dutch sentence with a code.

One mistake gives one message: a misspelt key is not also a missing field.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from ..huis.uitleg import uitleg
from ..huis.velden import een_regel
from ..huis.wandeling import model_in
from .boom import Pad
from .fout import kort


@dataclass(frozen=True, slots=True)
class Gebrek:
    """What is wrong with a value: a code, a sentence, the path, and what to point at."""

    code: str
    bericht: str
    pad: Pad
    wijs_sleutel: bool = False
    zoek: str = ""


MAX_GEBREKEN = 1000
"""So many mistakes of one file are worked out and counted."""


def gebreken(fout: ValidationError, klasse: type[BaseModel]) -> Iterator[Gebrek]:
    """Yield what is wrong with a thing of class `klasse`, in Dutch."""
    regels = fout.errors(include_url=False)[:MAX_GEBREKEN]
    onbekend: dict[Pad, str | None] = {}
    for regel in regels:
        if regel["type"] == "extra_forbidden":
            pad = _pad(regel["loc"])
            onbekend[pad] = dichtstbij(str(pad[-1]), _sleutels(_model_op(klasse, pad[:-1])))
    mist = [_pad(r["loc"]) for r in regels if r["type"] == "missing"]
    for pad, naam in onbekend.items():
        onbekend[pad] = naam or _enige(pad, onbekend, mist)
    verklaard = {(*pad[:-1], naam) for pad, naam in onbekend.items() if naam}
    for regel in regels:
        pad = _pad(regel["loc"])
        if regel["type"] == "extra_forbidden":
            yield _onbekend_veld(klasse, pad, onbekend[pad])
        elif regel["type"] == "missing":
            if pad not in verklaard:
                yield _ontbreekt(klasse, pad)
        elif regel["type"] != "too_short":  # empty lists never get here: one with wrong parts does
            yield _waarde(dict(regel), klasse, pad)


def _enige(pad: Pad, onbekend: Iterable[Pad], mist: list[Pad]) -> str | None:
    """The one field that is missing in the group where one unknown field stands."""
    hier = [m for m in mist if m[:-1] == pad[:-1]]
    if len(hier) == 1 and sum(o[:-1] == pad[:-1] for o in onbekend) == 1:
        return str(hier[0][-1])
    return None


def lege_gebreken(leeg: list[tuple[Pad, bool]], klasse: type[BaseModel]) -> Iterator[Gebrek]:
    """Yield the keys without a value that do not exist: an empty field that does is only absent.

    Between brackets these are mostly the second half of a text or amount with a comma.
    """
    for pad, tussen_haken in leeg[:MAX_GEBREKEN]:
        model = _model_op(klasse, pad[:-1])
        if model is None or pad[-1] in _sleutels(model):
            continue
        if tussen_haken:
            bericht = (
                f'Voor "{kort(een_regel(str(pad[-1])))}" staat een komma, en die scheidt hier twee '
                'delen. Zet een tekst of bedrag met een komma tussen aanhalingstekens: "2,50".'
            )
            yield Gebrek("V02", bericht, pad, wijs_sleutel=True)
        else:
            naam = dichtstbij(str(pad[-1]), _sleutels(model))
            yield _onbekend_veld(klasse, pad, naam)


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


def bedoelt_u(naam: str | None) -> str:
    """The question that follows an unknown name."""
    return f' Bedoelt u "{naam}"?' if naam else ""


def _pad(loc: tuple[str | int, ...]) -> Pad:
    return tuple(stap for stap in loc if stap != "[key]")


def _model_op(klasse: type[BaseModel], pad: Pad) -> type[BaseModel] | None:
    """The model class of the mapping at `pad` inside a thing of class `klasse`."""
    huidig: type[BaseModel] | None = klasse
    for stap in pad:
        if huidig is None or isinstance(stap, int):
            continue
        veld = _veld(huidig, stap)
        huidig = model_in(veld.annotation) if veld else None
    return huidig


def _veld(model: type[BaseModel], sleutel: str) -> FieldInfo | None:
    for naam, veld in model.model_fields.items():
        if (veld.alias or naam) == sleutel:
            return veld
    return None


def _sleutels(model: type[BaseModel] | None) -> list[str]:
    if model is None:
        return []
    return [v.alias or n for n, v in model.model_fields.items() if n != "id"]


def _beschrijving(klasse: type[BaseModel], pad: Pad) -> str:
    model = _model_op(klasse, pad[:-1])
    if model is None or not pad:
        return ""
    namen = {veld.alias or naam: naam for naam, veld in model.model_fields.items()}
    return uitleg(model).get(namen.get(str(pad[-1]), ""), "")


def _onbekend_veld(klasse: type[BaseModel], pad: Pad, naam: str | None) -> Gebrek:
    sleutels = _sleutels(_model_op(klasse, pad[:-1]))
    hulp = bedoelt_u(naam) or f" Hier kunnen staan: {', '.join(sleutels)}."
    veld = kort(een_regel(str(pad[-1])))
    return Gebrek("V04", f'Het veld "{veld}" bestaat hier niet.{hulp}', pad, wijs_sleutel=True)


def _ontbreekt(klasse: type[BaseModel], pad: Pad) -> Gebrek:
    hulp = _beschrijving(klasse, pad)
    bericht = f'Het verplichte veld "{pad[-1]}" ontbreekt of is leeg. {hulp}'.strip()
    return Gebrek("V06", bericht, pad, wijs_sleutel=True)


def verplichte_velden(klasse: type[BaseModel]) -> list[str]:
    """The keys without which no thing of this class can be."""
    velden = klasse.model_fields.items()
    return [v.alias or n for n, v in velden if v.is_required() and n != "id"]


def _waarde(regel: dict[str, Any], klasse: type[BaseModel], pad: Pad) -> Gebrek:
    soort, invoer, context = regel["type"], regel.get("input"), regel.get("ctx") or {}
    veld = next((s for s in reversed(pad) if isinstance(s, str)), "")
    if soort == "onveilig":
        return Gebrek("V16", regel["msg"], pad, zoek=str(context.get("zoek", "")))
    if soort == "waarde":
        return Gebrek("V08", regel["msg"], pad)
    if soort == "literal_error":
        if not isinstance(invoer, str):
            return Gebrek("V07", _vorm("string_type", invoer, veld, klasse, pad), pad)
        return _keuze(invoer, str(context.get("expected", "")), pad)
    if soort in {"greater_than_equal", "less_than_equal"}:
        grens = f"minstens {context['ge']}" if "ge" in context else f"hoogstens {context['le']}"
        bericht = f'"{kort(str(invoer))}" kan niet bij {veld}: het moet {grens} zijn.'
        return Gebrek("V08", bericht, pad)
    return Gebrek("V07", _vorm(soort, invoer, veld, klasse, pad), pad)


def _keuze(invoer: str, verwacht: str, pad: Pad) -> Gebrek:
    keuzes = re.findall(r"'([^']*)'", verwacht)
    opties = ", ".join(keuzes[:-1]) + f" of {keuzes[-1]}"
    hulp = bedoelt_u(dichtstbij(invoer.strip(), keuzes))
    return Gebrek("V17", f'"{kort(een_regel(invoer))}" kan hier niet. Kies {opties}.{hulp}', pad)


_WAT: Mapping[type, str] = {
    str: "één tekst",
    list: "een lijst",
    dict: "een groep met eigen velden",
}


def _vorm(soort: str, invoer: object, veld: str, klasse: type[BaseModel], pad: Pad) -> str:
    """What form a value should have had, with an example from what was typed."""
    staat = _WAT.get(type(invoer), "iets anders")
    in_lijst = bool(pad) and isinstance(pad[-1], int)
    if soort == "tuple_type":
        van_delen = model_in(_annotatie(klasse, pad)) is not None
        return f'Bij "{veld}" hoort een lijst, maar er staat {staat}. ' + _lijst(
            invoer, veld, van_delen
        )
    if soort in {"model_type", "model_attributes_type", "dict_type", "mapping_type"}:
        sleutels = _sleutels(model_in(_annotatie(klasse, pad)))
        hulp = f" Hier kunnen staan: {', '.join(sleutels)}." if sleutels else ""
        wat = "horen groepen" if in_lijst else "hoort een groep"
        return f'Bij "{veld}" {wat} met eigen velden, maar er staat {staat}.{hulp}'
    if in_lijst:
        return (
            f'Bij "{veld}" hoort een lijst van teksten, maar er staat {staat}. '
            "Staat er een dubbele punt in de tekst? Zet er dan aanhalingstekens omheen."
        )
    voor = f'Bij "{veld}" hoort één tekst, maar er staat {staat}.'
    if isinstance(invoer, dict):
        return f"{voor} Staat er een dubbele punt in de tekst? Zet er dan aanhalingstekens omheen."
    return f"{voor} Haal de streepjes of haken weg."


def _lijst(invoer: object, veld: str, van_delen: bool) -> str:
    """How to write a list where `invoer` was typed."""
    if not isinstance(invoer, str) or van_delen:
        return "Zet voor elk deel een streepje, en de velden van dat deel erachter."
    if re.match(r"-\S", invoer):
        return "Achter het streepje hoort een spatie."
    if re.search(r"[,:#\[\]{}\"']", invoer) or len(invoer) > 40:
        return "Zet de tekst op een nieuwe regel, met een streepje en een spatie ervoor."
    return f"Schrijf: {veld}: [{een_regel(invoer)}]"


def _annotatie(klasse: type[BaseModel], pad: Pad) -> Any:
    stappen = [s for s in pad if isinstance(s, str)]
    model = _model_op(klasse, tuple(stappen[:-1]))
    veld = _veld(model, stappen[-1]) if model and stappen else None
    return veld.annotation if veld else None
