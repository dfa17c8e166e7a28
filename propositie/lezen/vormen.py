"""A list, text or group where another form belongs: what to say, and how it should be written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError

from ..huis.velden import Tekst, een_regel
from ..huis.wandeling import model_in
from .boom import Pad
from .gebrek import Herstel
from .herstel import tussen_aanhaling, zo_nodig_tussen_aanhaling
from .plek import model_op, veld_van
from .sleutels import sleutels_van
from .tekens import opsomming, over_opsomming

_WAT: Mapping[type, str] = {
    str: "één tekst",
    list: "een lijst",
    dict: "een groep met eigen velden",
}
_AANHALING = "Staat er een dubbele punt in de tekst? Zet er dan aanhalingstekens omheen."


def vorm(
    soort: str, invoer: object, veld: str, klasse: type[BaseModel], pad: Pad
) -> tuple[str, Herstel | None]:
    """What form a value should have had, and how to write what was typed in that form."""
    staat = _WAT.get(type(invoer), "iets anders")
    in_lijst = bool(pad) and isinstance(pad[-1], int)
    if soort == "tuple_type":
        zin, herstel = _lijst(invoer, veld, klasse, pad)
        return f'Bij "{veld}" hoort een lijst, maar er staat {staat}. {zin}', herstel
    if soort in {"model_type", "model_attributes_type", "dict_type", "mapping_type"}:
        return _groep(invoer, veld, klasse, pad, staat)
    if in_lijst:
        voor = f'Bij "{veld}" hoort een lijst van teksten, maar er staat {staat}.'
        return f"{voor} {_AANHALING}", _omsluit if isinstance(invoer, dict) else None
    voor = f'Bij "{veld}" hoort één tekst, maar er staat {staat}.'
    if isinstance(invoer, dict):
        return f"{voor} {_AANHALING}", None
    enige = invoer[0] if isinstance(invoer, list) and len(invoer) == 1 else None
    herstel = _zonder_haken if isinstance(enige, str) else None
    return f"{voor} Haal de streepjes of haken weg.", herstel


def _omsluit(stuk: str) -> str:
    """The text in quotes; the flow around it, if any, stays."""
    return tussen_aanhaling(stuk.replace('"', "").strip())


def _zonder_haken(stuk: str) -> str:
    vondst = re.fullmatch(r"\[\s*(.*?)\s*\]|-\s+(.*)", stuk)
    return (vondst[1] or vondst[2] or "") if vondst else ""


def _lijst(
    invoer: object, veld: str, klasse: type[BaseModel], pad: Pad
) -> tuple[str, Herstel | None]:
    """How to write a list where `invoer` was typed."""
    van_delen = model_in(annotatie(klasse, pad)) is not None
    if isinstance(invoer, dict) and van_delen:
        zin = "Zet voor elk deel een streepje, en de velden van dat deel eronder."
        return zin, lambda stuk: f"- {stuk}"
    if not isinstance(invoer, str):
        return "Zet voor elk deel een streepje, en een spatie erachter.", None
    if gevonden := opsomming(invoer):
        teken = gevonden[0]
        return over_opsomming(teken), lambda stuk: (opsomming(stuk) or ("", ""))[1]
    if re.match(r"-\S", invoer):
        return "Achter het streepje hoort een spatie.", lambda stuk: re.sub("^-", "- ", stuk)
    if "\n" in invoer:
        return "Haal de | weg, en zet voor elk deel een streepje en een spatie.", None
    if van_delen:
        velden = sleutels_van(model_in(annotatie(klasse, pad)))
        zin = f"Zet eronder voor elk deel een streepje, met de velden {', '.join(velden)}."
        return zin, None
    delen = _delen(invoer, klasse, pad)
    haken = f"[{', '.join(zo_nodig_tussen_aanhaling(d) for d in delen)}]"
    return "Zet er rechte haken omheen.", lambda stuk: haken if _is(stuk, invoer) else ""


def _delen(tekst: str, klasse: type[BaseModel], pad: Pad) -> list[str]:
    """The parts of a text that should have been a list: names and short words, never sentences."""
    kaal = een_regel(tekst).strip("()")
    delen = [d.strip() for d in re.split(r"[,;]|\s+en\s+", kaal) if d.strip()]
    if _verwijst(annotatie(klasse, pad)):
        return delen
    kort_genoeg = all(len(d.split()) <= 3 for d in delen) and not kaal.endswith((".", "?", "!"))
    return [d.strip() for d in re.split(r"[,;]", kaal)] if kort_genoeg else [een_regel(tekst)]


def _verwijst(annotatie_: Any) -> bool:
    return "Verwijzing(" in repr(annotatie_) or "Literal[" in repr(annotatie_)


def _is(stuk: str, invoer: str) -> bool:
    """Whether the piece of a line that is pointed at is the whole of what was typed."""
    return een_regel(stuk.strip("\"'")) == een_regel(invoer)


def _groep(
    invoer: object, veld: str, klasse: type[BaseModel], pad: Pad, staat: str
) -> tuple[str, Herstel | None]:
    """What to say where a group with fields of its own belongs."""
    in_lijst = bool(pad) and isinstance(pad[-1], int)
    model = model_in(annotatie(klasse, pad))
    sleutels = sleutels_van(model)
    wat = "horen groepen" if in_lijst else "hoort een groep"
    zin = f'Bij "{veld}" {wat} met eigen velden, maar er staat {staat}.'
    if isinstance(invoer, str) and model and (deel := _passend(invoer, model, in_lijst)):
        mist = [s for s in _verplicht(model) if s != deel.partition(":")[0]]
        erbij = f" Vul ook in: {', '.join(mist)}." if mist else ""
        goed = deel if in_lijst else f"{{{deel}}}"
        return zin + erbij, lambda stuk: goed if _is(stuk, invoer) else ""
    if isinstance(invoer, str) and re.match(rf"(?:{'|'.join(sleutels) or '-'}):\S", invoer):
        zin += " Achter de dubbele punt hoort een spatie."
        return zin, lambda stuk: re.sub(r"^(\w+):(?=\S)", r"\1: ", stuk)
    if isinstance(invoer, list) and not in_lijst:
        return (
            f"{zin} Haal de streepjes weg, zodat de velden zonder streepje onder elkaar staan.",
            (lambda stuk: stuk.removeprefix("- ") if stuk.startswith("- ") else ""),
        )
    return zin + (f" Hier kunnen staan: {', '.join(sleutels)}." if sleutels else ""), None


def groep_voor(invoer: object, klasse: type[BaseModel], pad: Pad) -> str | None:
    """The group, between braces, in which a text that was typed in its place belongs."""
    model = model_in(annotatie(klasse, pad))
    if not isinstance(invoer, str) or model is None:
        return None
    deel = _passend(invoer, model, False)
    return f"{{{deel}}}" if deel else None


def _passend(invoer: str, model: type[BaseModel], kaal: bool) -> str | None:
    """The field of `model` that takes this text, with the text behind it."""
    velden = model.model_fields.items()
    nodig = [(n, i) for n, i in velden if i.is_required()] or velden
    for naam, info in nodig:
        soort = info.rebuild_annotation()
        if model_in(soort) is not None or soort in _TEKST:
            continue
        if "Afbeelding" in repr(soort) and not re.search(r"\.\w{3,4}$", invoer):
            continue
        if past_bij(soort, invoer):
            waarde = een_regel(invoer) if kaal else zo_nodig_tussen_aanhaling(een_regel(invoer))
            return f"{info.alias or naam}: {waarde}"
    eerste = next(iter(model.model_fields.items()))
    if kaal and eerste[1].is_required() and eerste[1].rebuild_annotation() in _TEKST:
        tekst = een_regel(invoer)
        return f"{eerste[0]}: {tussen_aanhaling(tekst) if ': ' in tekst else tekst}"
    return None


_TEKST = (Tekst, Tekst | None)


def _verplicht(model: type[BaseModel]) -> list[str]:
    return [i.alias or n for n, i in model.model_fields.items() if i.is_required()]


def annotatie(klasse: type[BaseModel], pad: Pad) -> Any:
    """The type of the field at `pad`, the list around it included."""
    stappen = [s for s in pad if isinstance(s, str)]
    model = model_op(klasse, tuple(stappen[:-1]))
    info = veld_van(model, stappen[-1]) if model and stappen else None
    if info is None and len(stappen) > 1:
        rij = get_args(annotatie(klasse, tuple(stappen[:-1])))
        return rij[1] if len(rij) == 2 and rij[0] is str else None
    return info.rebuild_annotation() if info else None


def past(klasse: type[BaseModel], pad: Pad, waarde: str) -> bool:
    """Whether the field at `pad` takes this text."""
    soort = annotatie(klasse, pad)
    if soort is None:
        return False
    return past_bij(soort, [waarde] if pad and isinstance(pad[-1], int) else waarde)


def past_bij(soort: Any, waarde: object) -> bool:
    """Whether a field of this type takes a value."""
    try:
        TypeAdapter(soort).validate_python(waarde)
    except ValidationError:
        return False
    return True
