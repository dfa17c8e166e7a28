"""Fields that do not exist where they stand, and fields that are missing: one mistake, one message.

A misspelt key is not also a missing field, and ten lines in the wrong place are one mistake.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from pydantic import BaseModel

from ..huis.uitleg import uitleg
from ..huis.velden import een_regel
from .boom import Pad
from .fout import kort
from .gebrek import Gebrek, Herstel, bedoelt_u, en
from .plek import Thuis, andere_lijst, andere_soort, model_op, thuis
from .sleutels import dichtstbij, sleutels_van, synoniem, zelfde_woord
from .vormen import annotatie, past_bij


def veldgebreken(
    klasse: type[BaseModel], onbekend: Mapping[Pad, object], mist: list[Pad]
) -> Iterator[Gebrek]:
    """Yield what to say of the fields that are unknown (with their values) or missing."""
    verklaard: set[Pad] = set()
    elders: dict[tuple[Pad, str, Pad, str], list[tuple[Pad, Thuis]]] = defaultdict(list)
    hoofdletters: dict[Pad, list[tuple[Pad, str]]] = defaultdict(list)
    los: list[Gebrek] = []
    delen, deel_van = _verdwaald(klasse, list(onbekend), mist)
    yield from delen
    mist = [m for m in mist if m[:-1] not in deel_van]
    for pad in onbekend:
        if pad[:-1] in deel_van:
            continue
        bedoeld, plek = _bedoeld(klasse, pad, onbekend, mist)
        if plek is not None:
            elders[pad[:-1], plek.waar, plek.pad, plek.bij].append((pad, plek))
            verklaard |= {(*plek.pad, plek.naam), plek.pad}
        elif bedoeld is not None and bedoeld == str(pad[-1]).lower():
            hoofdletters[pad[:-1]].append((pad, bedoeld))
            verklaard.add((*pad[:-1], bedoeld))
        else:
            if bedoeld is not None:
                verklaard.add((*pad[:-1], bedoeld))
            los.append(_onbekend_veld(klasse, pad, bedoeld))
    yield from samengevat(los)
    for groep in hoofdletters.values():
        yield from _met_hoofdletter(klasse, groep)
    for velden in elders.values():
        yield _elders(velden)
    over = [m for m in mist if not _verklaard(m, verklaard)]
    yield from _ontbrekend(klasse, over)


def _verdwaald(
    klasse: type[BaseModel], onbekend: list[Pad], mist: list[Pad]
) -> tuple[list[Gebrek], set[Pad]]:
    """Parts that ended up in the list above theirs, because the line between them is gone."""
    per_deel: dict[Pad, list[Pad]] = defaultdict(list)
    for pad in onbekend:
        per_deel[pad[:-1]].append(pad)
    gevonden: dict[tuple[Pad, str], Gebrek] = {}
    delen: set[Pad] = set()
    for deel, paden in per_deel.items():
        if lijst := andere_lijst(klasse, deel, [str(p[-1]) for p in paden], mist):
            delen.add(deel)
            bericht = (
                f'Dit deel staat in de lijst "{deel[-2]}", en hoort bij "{lijst}". '
                f"Zet het daar, of zet erboven de regel die ontbreekt: {lijst}:"
            )
            gevonden.setdefault((deel[:-1], lijst), Gebrek("V04", bericht, paden[0], True))
    return list(gevonden.values()), delen


def _verklaard(pad: Pad, verklaard: Iterable[Pad]) -> bool:
    """Whether a missing field is explained: it stands elsewhere, or stands in a list elsewhere."""
    zonder = tuple(s for s in pad if isinstance(s, str))
    return any(pad == v or zonder == tuple(s for s in v if isinstance(s, str)) for v in verklaard)


def _bedoeld(
    klasse: type[BaseModel], pad: Pad, onbekend: Mapping[Pad, object], mist: list[Pad]
) -> tuple[str | None, Thuis | None]:
    """The field that was meant here, or the place where this field belongs."""
    woord = str(pad[-1])
    hier = sleutels_van(model_op(klasse, pad[:-1]))
    vrij = [m[-1] for m in mist if m[:-1] == pad[:-1]]
    enige = len(vrij) == 1 and sum(o[:-1] == pad[:-1] for o in onbekend) == 1
    if naam := zelfde_woord(woord, hier):
        return naam, None
    naam = synoniem(woord, hier)
    if naam and not (enige and _ander_soort_waarde(klasse, (*pad[:-1], naam), onbekend[pad])):
        return naam, None
    if plek := thuis(klasse, pad, False, mist):
        return None, plek
    if naam := dichtstbij(woord, hier):
        return naam, None
    if enige:
        return str(vrij[0]), None
    return None, thuis(klasse, pad, True, mist)


def _ander_soort_waarde(klasse: type[BaseModel], pad: Pad, waarde: object) -> bool:
    """Whether what was typed is a list or group where the field at `pad` takes none."""
    return isinstance(waarde, list | dict) and not past_bij(annotatie(klasse, pad), waarde)


def _onbekend_veld(klasse: type[BaseModel], pad: Pad, naam: str | None) -> Gebrek:
    veld = kort(een_regel(str(pad[-1])))
    voor = f'Het veld "{veld}" bestaat hier niet.'
    if naam:
        zin, woord = f"{voor}{bedoelt_u(naam)}", "Schrijf dan"
        return Gebrek("V04", zin, pad, True, herstel=_hernoem(veld, naam), woord=woord)
    sleutels = sleutels_van(model_op(klasse, pad[:-1]))
    bij = andere_soort(klasse, pad)
    hulp = f" Het hoort bij {bij}." if bij else ""
    return Gebrek("V04", f"{voor}{hulp} Hier kunnen staan: {', '.join(sleutels)}.", pad, True)


def _hernoem(veld: str, naam: str) -> Herstel:
    return lambda stuk: naam if stuk.strip("\"'") == veld else ""


def _met_hoofdletter(klasse: type[BaseModel], groep: list[tuple[Pad, str]]) -> Iterator[Gebrek]:
    """Fields with capitals: one message when a keyboard put them everywhere."""
    if len(groep) < 3:
        yield from (_onbekend_veld(klasse, pad, naam) for pad, naam in groep)
        return
    namen = en([naam for _, naam in groep])
    bericht = f"De namen van velden hebben geen hoofdletters. Maak ervan: {namen}."
    pad, naam = groep[0]
    yield Gebrek("V04", bericht, pad, True, herstel=_hernoem(str(pad[-1]), naam))


def _elders(velden: list[tuple[Pad, Thuis]]) -> Gebrek:
    """Fields that stand side by side and belong together in another place."""
    pad, plek = velden[0]
    namen = list(dict.fromkeys(str(p[-1]) for p, _ in velden))
    een = len(namen) == 1
    wie = f"Het veld {en(namen)} hoort" if een else f"De velden {en(namen)} horen"
    hier = next((str(s) for s in reversed(pad[:-1]) if isinstance(s, str)), "")
    ze = "het" if een else "ze"
    if plek.waar == "dieper" and plek.in_lijst:
        zin = (
            f'{wie} in een deel van de lijst "{plek.bij}". Zet {ze} onder een streepje in die '
            "lijst, op dezelfde kolom als de andere velden van dat deel."
        )
    elif plek.waar == "dieper":
        zin = f'{wie} bij "{plek.bij}". Zet {ze} onder een regel "{plek.bij}:", ingesprongen.'
    elif plek.bij:
        zin = f'{wie} niet bij "{hier}", maar een trap hoger, bij "{plek.bij}".'
    else:
        regels = "de regel" if een else "die regels"
        zin = f'{wie} niet bij "{hier}". Zet {regels} buiten die groep, helemaal links.'
    anders = [t.naam for p, t in velden if t.naam != str(p[-1])]
    if anders:
        zin += f" {'Het heet' if len(anders) == 1 else 'Ze heten'} daar {en(anders)}."
    return Gebrek("V04", zin, pad, True, herstel=_op_zijn_plek(pad, plek), hele_regel=True)


def _op_zijn_plek(pad: Pad, plek: Thuis) -> Herstel:
    """The line at the column where it belongs, when that is sure: not in a list or brackets."""
    sleutel = str(pad[-1])
    trap = 2 if plek.waar == "dieper" else -2

    def herstel(regel: str) -> str:
        kaal = regel.lstrip(" ")
        nu = len(regel) - len(kaal)
        nieuw = 0 if plek.waar == "hoger" and not plek.bij else nu + trap
        if plek.in_lijst or nieuw < 0 or not kaal.startswith(f"{sleutel}:"):
            return ""
        return " " * nieuw + plek.naam + kaal[len(sleutel) :]

    return herstel


def samengevat(gebreken: Iterable[Gebrek]) -> list[Gebrek]:
    """The same mistake in several parts of one list is told once, at the first."""
    eerste: dict[tuple[str, str, Pad], Gebrek] = {}
    aantal: dict[tuple[str, str, Pad], int] = defaultdict(int)
    for g in gebreken:
        sleutel = (g.code, g.bericht, tuple(s for s in g.pad if isinstance(s, str)))
        eerste.setdefault(sleutel, g)
        aantal[sleutel] += 1
    return [_met_aantal(g, aantal[s] - 1) for s, g in eerste.items()]


def _met_aantal(gebrek: Gebrek, meer: int) -> Gebrek:
    if not meer:
        return gebrek
    hoeveel = "1 deel" if meer == 1 else f"{meer} delen"
    zin = f"{gebrek.bericht} Dat is ook zo in nog {hoeveel} van deze lijst."
    return replace(gebrek, bericht=zin)


def _ontbrekend(klasse: type[BaseModel], mist: list[Pad]) -> Iterator[Gebrek]:
    """Missing fields: with their explanation when they are few, by name when they are many."""
    per_groep: dict[Pad, list[Pad]] = defaultdict(list)
    for pad in mist:
        per_groep[pad[:-1]].append(pad)
    uit: list[Gebrek] = []
    for paden in per_groep.values():
        if len(paden) < 3:
            uit += [_ontbreekt(klasse, pad) for pad in paden]
        else:
            namen = en([str(p[-1]) for p in paden])
            bericht = f"Er ontbreken verplichte velden, of ze zijn leeg: {namen}."
            uit.append(Gebrek("V06", bericht, paden[0], True))
    yield from samengevat(uit)


def _ontbreekt(klasse: type[BaseModel], pad: Pad) -> Gebrek:
    hulp = _beschrijving(klasse, pad)
    bericht = f'Het verplichte veld "{pad[-1]}" ontbreekt of is leeg. {hulp}'.strip()
    return Gebrek("V06", bericht, pad, True)


def _beschrijving(klasse: type[BaseModel], pad: Pad) -> str:
    model = model_op(klasse, pad[:-1])
    if model is None or not pad:
        return ""
    namen = {veld.alias or naam: naam for naam, veld in model.model_fields.items()}
    return uitleg(model).get(namen.get(str(pad[-1]), ""), "")
