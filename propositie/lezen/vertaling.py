"""A validation error of pydantic → a Dutch sentence with a code.

One mistake gives one message: a misspelt key is not also a missing field.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from ..huis.wandeling import model_in
from .boom import Pad


@dataclass(frozen=True, slots=True)
class Gebrek:
    """What is wrong with a value: a code, a sentence, the path, and what to point at."""

    code: str
    bericht: str
    pad: Pad
    wijs_sleutel: bool = False
    zoek: str = ""


def gebreken(fout: ValidationError, klasse: type[BaseModel]) -> Iterator[Gebrek]:
    """Yield what is wrong with a thing of class `klasse`, in Dutch."""
    regels = fout.errors(include_url=False)
    onbekend = {}
    for regel in regels:
        if regel["type"] == "extra_forbidden":
            pad = _pad(regel["loc"])
            onbekend[pad] = dichtstbij(str(pad[-1]), _sleutels(_model_op(klasse, pad[:-1])))
    verklaard = {(*pad[:-1], naam) for pad, naam in onbekend.items() if naam}
    for regel in regels:
        pad = _pad(regel["loc"])
        if regel["type"] == "extra_forbidden":
            yield _onbekend_veld(klasse, pad, onbekend[pad])
        elif regel["type"] == "missing":
            if pad not in verklaard:
                yield _ontbreekt(klasse, pad)
        else:
            yield _waarde(dict(regel), klasse, pad)


def dichtstbij(woord: str, keuzes: Mapping[str, Any] | list[str]) -> str | None:
    """The nearest of `keuzes` to `woord`, or None when none comes near."""
    klein = {k.lower(): k for k in keuzes}
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
    veld = _veld(model, str(pad[-1])) if model and pad else None
    return " ".join((veld.description or "").split()) if veld else ""


def _onbekend_veld(klasse: type[BaseModel], pad: Pad, naam: str | None) -> Gebrek:
    sleutels = _sleutels(_model_op(klasse, pad[:-1]))
    hulp = bedoelt_u(naam) or f" Hier kunnen staan: {', '.join(sleutels)}."
    return Gebrek("V04", f'Het veld "{pad[-1]}" bestaat hier niet.{hulp}', pad, wijs_sleutel=True)


def _ontbreekt(klasse: type[BaseModel], pad: Pad) -> Gebrek:
    uitleg = _beschrijving(klasse, pad)
    bericht = f'Het verplichte veld "{pad[-1]}" ontbreekt of is leeg. {uitleg}'.strip()
    return Gebrek("V06", bericht, pad, wijs_sleutel=True)


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
        return Gebrek("V08", f'"{invoer}" kan niet bij {veld}: het moet {grens} zijn.', pad)
    return Gebrek("V07", _vorm(soort, invoer, veld, klasse, pad), pad)


def _keuze(invoer: str, verwacht: str, pad: Pad) -> Gebrek:
    keuzes = re.findall(r"'([^']*)'", verwacht)
    opties = ", ".join(keuzes[:-1]) + f" of {keuzes[-1]}"
    naam = dichtstbij(invoer, keuzes)
    return Gebrek("V17", f'"{invoer}" kan hier niet. Kies {opties}.{bedoelt_u(naam)}', pad)


def _vorm(soort: str, invoer: object, veld: str, klasse: type[BaseModel], pad: Pad) -> str:
    """What form a value should have had, with an example from what was typed."""
    wat = {str: "één tekst", list: "een lijst", dict: "een groep met eigen velden"}
    staat = wat.get(type(invoer), "iets anders")
    if soort == "tuple_type":
        if isinstance(invoer, str):
            voorbeeld = f"Schrijf: {veld}: [{invoer}]"
            if model_in(_annotatie(klasse, pad)) is not None:
                voorbeeld = f"Zet onder {veld}: een streepje voor elk deel, met de velden erachter."
        else:
            voorbeeld = f"Zet onder {veld}: voor elk deel een streepje."
        return f'Bij "{veld}" hoort een lijst, maar er staat {staat}. {voorbeeld}'
    if soort in {"model_type", "model_attributes_type", "dict_type", "mapping_type"}:
        sleutels = _sleutels(model_in(_annotatie(klasse, pad)))
        hulp = f" Hier kunnen staan: {', '.join(sleutels)}." if sleutels else ""
        return f'Bij "{veld}" hoort een groep met eigen velden, maar er staat {staat}.{hulp}'
    if soort in {"string_type", "literal_error"}:
        return f'Bij "{veld}" hoort één tekst, maar er staat {staat}.'
    return f'De waarde bij "{veld}" past hier niet.'


def _annotatie(klasse: type[BaseModel], pad: Pad) -> Any:
    stappen = [s for s in pad if isinstance(s, str)]
    model = _model_op(klasse, tuple(stappen[:-1]))
    veld = _veld(model, stappen[-1]) if model and stappen else None
    return veld.annotation if veld else None
