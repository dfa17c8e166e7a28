"""A validation error of pydantic → a Dutch sentence with a code, and the line as it should be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ValidationError

from ..huis.velden import een_regel
from .bedoeld import bedoeld
from .boom import Pad
from .fout import kort
from .gebrek import Gebrek, Herstel, bedoelt_u
from .herstel import herstel_haken, zo_nodig_tussen_aanhaling
from .onbekend import samengevat, veldgebreken
from .plek import is_lijst, model_op
from .sleutels import MAX_NAAM, dichtstbij, sleutels_van, zelfde_woord
from .synoniemen import KEUZEN
from .tekens import schoon
from .vormen import annotatie, groep_voor, past, vorm

__all__ = ["MAX_NAAM", "Gebrek", "bedoelt_u", "dichtstbij", "gebreken", "verplichte_velden"]

MAX_GEBREKEN = 1000
"""So many mistakes of one file are worked out and counted."""


def gebreken(
    fout: ValidationError | None,
    klasse: type[BaseModel],
    leeg: list[tuple[Pad, bool]],
    dubbel: list[Pad],
) -> Iterator[Gebrek]:
    """Yield what is wrong with a thing of class `klasse`, in Dutch.

    `leeg` holds the keys without a value (and whether they stand between brackets), `dubbel` those
    that were given twice. An empty field that exists is only absent.
    """
    regels = fout.errors(include_url=False)[:MAX_GEBREKEN] if fout else []
    onbekend: dict[Pad, object] = {
        _pad(r["loc"]): r["input"] for r in regels if r["type"] == "extra_forbidden"
    }
    mist = [_pad(r["loc"]) for r in regels if r["type"] == "missing"]
    door_komma = []
    for pad, tussen_haken in leeg[:MAX_GEBREKEN]:
        model = model_op(klasse, pad[:-1])
        if model is None or pad[-1] in sleutels_van(model):
            continue
        if tussen_haken:
            door_komma.append(pad)
        else:
            onbekend[pad] = None
    stuk = {p[:-1] for p in door_komma}
    dubbel = [*dubbel, *(_tot_bij_van(r) for r in regels)]
    for pad in door_komma:
        yield _door_komma(pad)
    yield from veldgebreken(klasse, onbekend, [m for m in mist if not _onder(m, dubbel, stuk)])
    waarden = []
    for regel in regels:
        pad = _pad(regel["loc"])
        # empty lists never get here: one with wrong parts does
        if (
            regel["type"] not in {"extra_forbidden", "missing", "too_short"}
            and pad[:-1] not in stuk
        ):
            waarden.append(_waarde(dict(regel), klasse, pad))
    yield from samengevat(g for g in waarden if g.code == "V07")
    yield from (g for g in waarden if g.code != "V07")


def _onder(pad: Pad, dubbel: list[Pad], stuk: set[Pad]) -> bool:
    """Whether a field is missing because its group was given twice, or fell apart at a comma."""
    return pad[:-1] in stuk or any(pad[: len(d)] == d for d in dubbel)


def _tot_bij_van(regel: Any) -> Pad:
    """The time that is missing because it was put in one field with the other."""
    pad = _pad(regel["loc"])
    beide = pad[-1:] == ("van",) and _BEREIK.fullmatch(str(regel.get("input")))
    return (*pad[:-1], "tot") if beide else ("",)


def _door_komma(pad: Pad) -> Gebrek:
    """A key without a value between brackets: mostly the second half of a text or amount."""
    sleutel = kort(een_regel(str(pad[-1])))
    if re.match(r"\w+:\S", sleutel):
        zin = "Achter de dubbele punt hoort een spatie."
        return Gebrek("V02", zin, pad, True, herstel=_haken, hele_regel=True)
    bericht = (
        f'Voor "{sleutel}" staat een komma, en die scheidt hier twee delen. '
        "Zet een tekst of bedrag met een komma tussen aanhalingstekens."
    )
    return Gebrek("V02", bericht, pad, True, herstel=_haken, hele_regel=True)


def _haken(regel: str) -> str:
    haken = herstel_haken(regel)
    return haken.regel if haken else ""


def _pad(loc: tuple[str | int, ...]) -> Pad:
    return tuple(stap for stap in loc if stap != "[key]")


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
        return _onbegrepen(invoer, regel["msg"], klasse, pad)
    if soort == "literal_error" and isinstance(invoer, str):
        return _keuze(invoer, str(context.get("expected", "")), klasse, pad)
    if soort in {"greater_than_equal", "less_than_equal"}:
        grens = f"minstens {context['ge']}" if "ge" in context else f"hoogstens {context['le']}"
        bericht = f'"{kort(str(invoer))}" kan niet bij {veld}: het moet {grens} zijn.'
        return Gebrek("V08", bericht, pad)
    soort = "string_type" if soort == "literal_error" else soort
    bericht, herstel = vorm(soort, invoer, veld, klasse, pad)
    return Gebrek("V07", bericht, pad, herstel=herstel)


def _vervang(invoer: str, nieuw: str) -> Herstel:
    """Put `nieuw` in place of a value when the text pointed at is that value and nothing else."""

    def herstel(stuk: str) -> str:
        return nieuw if een_regel(stuk.strip("\"'")) == een_regel(invoer) else ""

    return herstel


_BEREIK = re.compile(r"(\d{1,2}[:.]\d\d) ?(?:-|–|tot|t/m) ?(\d{1,2}[:.]\d\d)(?: uur)?")


def _onbegrepen(invoer: object, bericht: str, klasse: type[BaseModel], pad: Pad) -> Gebrek:
    """A value that its field does not understand, with another spelling that it does."""
    if not isinstance(invoer, str):
        return Gebrek("V08", bericht, pad)
    if pad[-1] == "van" and (bereik := _BEREIK.fullmatch(invoer)):
        zin = "Hier staan twee tijden. Zet de eerste bij van, en de tweede bij tot."
        nieuw = f"{bereik[1]}, tot: {bereik[2]}"
        return Gebrek("V08", zin, pad, herstel=_vervang(invoer, nieuw))
    goed = bedoeld(invoer, lambda keuze: past(klasse, pad, keuze))
    if goed is not None:
        kaal = bericht.partition(". Schrijf ")[0].rstrip(".") + "."
        nieuw = zo_nodig_tussen_aanhaling(goed)
        return Gebrek("V08", kaal, pad, herstel=_vervang(invoer, nieuw))
    if groep := groep_voor(invoer, klasse, pad):
        kaal = re.sub(r": \w+: \{.*", ".", bericht)  # the example gives way to the line itself
        return Gebrek("V08", kaal, pad, herstel=_vervang(invoer, groep))
    return Gebrek("V08", bericht, pad)


def _keuze(invoer: str, verwacht: str, klasse: type[BaseModel], pad: Pad) -> Gebrek:
    keuzes = re.findall(r"'([^']*)'", verwacht)
    opties = ", ".join(keuzes[:-1]) + f" of {keuzes[-1]}"
    voor = f'"{kort(een_regel(invoer))}" kan hier niet. Kies {opties}.'
    delen = [zelfde_woord(d, keuzes) for d in re.split(r"[,;/+&]|\s+en\s+", invoer)]
    if len(delen) > 1 and None not in delen and is_lijst(annotatie(klasse, pad)):
        haken = ", ".join(d for d in delen if d)
        if not isinstance(pad[-1], int) or pad[-1] == 0:
            return Gebrek("V17", voor, pad, herstel=_vervang(invoer, f"[{haken}]"))
        return Gebrek("V17", voor, pad, herstel=_vervang(invoer, haken))
    if len(invoer.split()) > 1 and "maandag" in keuzes:
        return Gebrek("V17", f"{voor} Zet elke dag in een eigen deel van de lijst.", pad)
    kaal = schoon(invoer).partition("#")[0]
    zeker = zelfde_woord(kaal, keuzes) or next(
        (k for k in KEUZEN.get(kaal.lower(), ()) if k in keuzes), None
    )
    if zeker:
        return Gebrek("V17", voor, pad, herstel=_vervang(invoer, zeker))
    gok = dichtstbij(kaal, keuzes)
    herstel = _vervang(invoer, gok) if gok else None
    return Gebrek("V17", voor + bedoelt_u(gok), pad, herstel=herstel, woord="Schrijf dan")
