"""Reading: a folder of YAML → a `Huis`, or every mistake in it with its place.

`lees_huis` is the only door. The fast path reads scalars as text and lets the models decide;
places are looked up only for what turns out to be wrong.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from ..beeld import BeeldFout, controleer_beeld
from ..bevinding import Bevinding, Ernst, Plaats
from ..huis import Ding, Huis, Soort, soorten
from ..huis.velden import Afbeelding, Verwijzing
from ..huis.wandeling import gemerkte_waarden
from .boom import MAX_TEKENS, YamlFout, lees_boom
from .bron import Bron
from .codes import LEESCODES
from .map import Inventaris, inventariseer, maak_id
from .vertaling import bedoelt_u, dichtstbij, gebreken

__all__ = ["LEESCODES", "Bron", "Lezing", "lees_huis", "maak_id"]

Bronnen = Mapping[tuple[str, str], Bron]
"""The file of each thing, by (kind, id)."""


@dataclass(frozen=True, slots=True)
class Lezing:
    """What reading gave: the house (None when any file is wrong), the files, the findings."""

    huis: Huis | None
    bronnen: Bronnen
    bevindingen: list[Bevinding]
    huismap: Path

    def bron(self, ding: Ding) -> Bron:
        """The file that `ding` was read from."""
        return self.bronnen[soort_van(ding), ding.id]

    def beeldpad(self, soort: str, bestand: str) -> Path:
        """Where the picture `bestand`, named by a thing of kind `soort`, lies."""
        return self.huismap / ("" if soorten()[soort].enkel else soort) / bestand


def soort_van(ding: Ding) -> str:
    """The kind (folder name) that a thing of the house belongs to."""
    return next(s.naam for s in soorten().values() if isinstance(ding, s.klasse))


def lees_huis(huismap: Path, getoond: str | None = None) -> Lezing:
    """Read the whole house in `huismap`. Never raises for anything that staff can write.

    `getoond` is how the folder is called in messages; the path itself when left out.
    """
    getoond = getoond if getoond is not None else huismap.as_posix()
    if not huismap.is_dir():
        bericht = f'De map "{getoond}" is er niet. Kijk na of u in de goede map staat.'
        return Lezing(None, {}, [Bevinding("V15", Ernst.FOUT, bericht)], huismap)
    inventaris = inventariseer(huismap, getoond)
    fouten = inventaris.bevindingen
    with _geen_opruimpauzes():
        dingen = _lees_alles(inventaris, fouten)
    fouten += _ontbrekend(inventaris, getoond)
    fouten += _losse_verwijzingen(dingen, inventaris)
    fouten += _beelden(dingen, inventaris)
    goed = not any(b.ernst is Ernst.FOUT for b in fouten)
    return Lezing(_bouw(dingen) if goed else None, inventaris.bronnen, fouten, huismap)


@contextmanager
def _geen_opruimpauzes() -> Iterator[None]:
    """Pause the garbage collector: reading makes many objects and none of them is garbage."""
    aan = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if aan:
            gc.enable()


def _lees_alles(inventaris: Inventaris, fouten: list[Bevinding]) -> dict[tuple[str, str], Ding]:
    alle = soorten()
    dingen = {}
    for (naam, id_), bron in inventaris.bronnen.items():
        ding = _lees_ding(bron, alle[naam], id_, fouten)
        if ding is not None:
            dingen[naam, id_] = ding
    return dingen


def _lees_ding(bron: Bron, soort: Soort, id_: str, fouten: list[Bevinding]) -> Ding | None:
    def fout(code: str, bericht: str, plaats: Plaats) -> None:
        fouten.append(Bevinding(code, Ernst.FOUT, bericht, plaats))

    try:
        tekst = _tekst(bron)
        boom = lees_boom(tekst)
        if isinstance(boom, dict) and "id" in boom:
            fout("V04", 'Het veld "id" bestaat hier niet: de naam van het bestand is de id.',
                 bron.plaats(("id",), sleutel=True))  # fmt: skip
            return None
        if boom is not None and not isinstance(boom, dict):
            fout(
                "V07",
                "Dit bestand hoort te bestaan uit regels als naam: waarde.",
                bron.op_regel(0, 0),
            )
            return None
        return soort.klasse.model_validate({**(boom or {}), "id": id_})
    except YamlFout as e:
        fout(e.code, e.bericht, bron.op_regel(e.regel, e.kolom, e.lengte))
    except ValidationError as e:
        for g in gebreken(e, soort.klasse):
            fout(g.code, g.bericht, bron.plaats(g.pad, sleutel=g.wijs_sleutel, zoek=g.zoek))
    return None


def _tekst(bron: Bron) -> str:
    """The text of a file. Raises `YamlFout` when it is no text that can be read."""
    try:
        if bron.pad.stat().st_size > 4 * MAX_TEKENS:
            raise YamlFout(
                "V11", "Dit bestand is veel te groot. Haal eruit wat er niet in hoort.", 0, 0
            )
        ruw = bron.pad.read_bytes()
    except OSError:
        raise YamlFout(
            "V01", "Dit bestand is niet te openen. Kijk na of u het mag lezen.", 0, 0
        ) from None
    try:
        return ruw.decode("utf-8-sig")
    except UnicodeDecodeError as e:
        voor = ruw[: e.start].decode("utf-8", "replace")
        raise YamlFout(
            "V01",
            "Dit bestand is geen tekst in UTF-8; vanaf deze plek is het niet te lezen. "
            "Bewaar het opnieuw in een gewone teksteditor, als UTF-8.",
            voor.count("\n"),
            len(voor) - voor.rfind("\n") - 1,
        ) from None


def _ontbrekend(inventaris: Inventaris, getoond: str) -> Iterator[Bevinding]:
    for soort in soorten().values():
        if soort.enkel and (soort.naam, soort.naam) not in inventaris.bronnen:
            bericht = f'Het bestand "{soort.naam}.yml" ontbreekt in de map {getoond}.'
            yield Bevinding("V15", Ernst.FOUT, bericht, Plaats(f"{getoond}/{soort.naam}.yml"))


def _losse_verwijzingen(
    dingen: Mapping[tuple[str, str], Ding], inventaris: Inventaris
) -> Iterator[Bevinding]:
    """References to things that do not exist. A thing with mistakes of its own does exist."""
    ids: dict[str, dict[str, None]] = {naam: {} for naam in soorten()}
    for soort, id_ in inventaris.bronnen:
        ids[soort][id_] = None
    for (soort, id_), ding in dingen.items():
        for pad, merk, waarde in gemerkte_waarden(ding, Verwijzing):
            if waarde not in ids[merk.soort]:
                naam = soorten()[merk.soort].klasse.naam_van_soort
                hulp = bedoelt_u(dichtstbij(waarde, list(ids[merk.soort])))
                if not hulp:
                    hulp = f' Maak het bestand "{merk.soort}/{maak_id(waarde) or "naam"}.yml", of haal dit weg.'
                lidwoord = naam.lidwoord.capitalize()
                bericht = f'{lidwoord} {naam.enkelvoud} "{waarde}" bestaat niet.{hulp}'
                plaats = inventaris.bronnen[soort, id_].plaats(pad)
                yield Bevinding("V03", Ernst.FOUT, bericht, plaats)


def _beelden(dingen: Mapping[tuple[str, str], Ding], inventaris: Inventaris) -> Iterator[Bevinding]:
    """Pictures that are named but cannot be used, and pictures that nobody names."""
    genoemd = set()
    for (soort, id_), ding in dingen.items():
        for pad, _, bestand in gemerkte_waarden(ding, Afbeelding):
            bron = inventaris.bronnen[soort, id_]
            beeld = bron.pad.parent / bestand
            genoemd.add(beeld)
            bericht = _beeldgebrek(beeld, inventaris)
            if bericht:
                yield Bevinding("V14", Ernst.FOUT, bericht, bron.plaats(pad))
    if len(dingen) < len(inventaris.bronnen):
        return  # a file that could not be read may name the others
    for beeld, toon in inventaris.overig.items():
        if beeld not in genoemd:
            bericht = f'Het beeld "{beeld.name}" wordt nergens genoemd. Noem het, of haal het weg.'
            yield Bevinding("V13", Ernst.WAARSCHUWING, bericht, Plaats(toon))


def _beeldgebrek(beeld: Path, inventaris: Inventaris) -> str:
    if beeld in inventaris.overig:
        try:
            controleer_beeld(beeld)
        except BeeldFout as fout:
            return str(fout)
        return ""
    buren = [p.name for p in inventaris.overig if p.parent == beeld.parent]
    return f'Het beeld "{beeld.name}" staat niet in de map.' + (
        bedoelt_u(dichtstbij(beeld.name, buren)) or " Zet het naast dit bestand."
    )


def _bouw(dingen: Mapping[tuple[str, str], Ding]) -> Huis:
    delen: dict[str, object] = {}
    for soort in soorten().values():
        if soort.enkel:
            delen[soort.naam] = dingen[soort.naam, soort.naam]
        else:
            delen[soort.naam] = {id_: d for (s, id_), d in dingen.items() if s == soort.naam}
    return Huis(**delen)  # type: ignore[arg-type]
