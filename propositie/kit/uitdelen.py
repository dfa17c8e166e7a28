"""Puts kits in a folder: makes what changed, leaves what did not, removes what may not stay.

The folder keeps a list of what was made in it, so that a run in which nothing changed does no
work, and so that the kit of who left is gone after the next whole run. What somebody else put in
the folder is never touched.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..uitvoer.beelden import DRADEN
from ..uitvoer.bestand import Bestand, Getoond
from ..uitvoer.cache import Cache
from ..uitvoer.deelbeeld import Merkbeeld, deelbeelden
from .codes import Melding
from .kist import Stof, Werkkist
from .makers import Drukkerij, meldingen_van

LIJST = ".gemaakt.json"
_PER_KEER = 48
"""Kits that are made together: share pictures are set many at once."""

Kit = tuple[dict[str, bytes], list[Melding]]
"""The files of a kit by name, and what there is to tell about it."""
Gemaakt = dict[str, dict[str, Any]]
"""By folder: the key of what was made, and of each file its size and time."""


@dataclass(slots=True)
class Uitslag:
    """What a run did."""

    gemaakt: list[Stof] = field(default_factory=list)
    gelijk: list[Stof] = field(default_factory=list)
    weg: list[str] = field(default_factory=list)
    """Folders of things that are here no longer."""
    meldingen: list[Melding] = field(default_factory=list)


def deel_uit(
    kist: Werkkist, alles: Sequence[Stof], keuze: Sequence[Stof], naar: Path, cache: Cache
) -> Uitslag:
    """Make the kits of `keuze` in `naar`; `alles` is everything that may be there."""
    drukkerij, uit = Drukkerij(kist), Uitslag()
    lijst = _lees_lijst(naar)
    uit.weg = _ruim_op(naar, lijst, {s.map for s in alles})
    nodig: list[tuple[Stof, str]] = []
    for stof in keuze:
        sleutel = drukkerij.sleutel(stof)
        uit.meldingen += meldingen_van(stof, drukkerij.letters(stof))
        if _is_gelijk(naar / stof.map, lijst.get(stof.map), sleutel):
            uit.gelijk.append(stof)
        else:
            nodig.append((stof, sleutel))
    for n in range(0, len(nodig), _PER_KEER):
        _maak(kist, drukkerij, nodig[n : n + _PER_KEER], naar, cache, lijst, uit)
    _schrijf_overzicht(kist, [s for s in alles if s.map in lijst], naar)
    if nodig or uit.weg:
        _schrijf(naar / LIJST, json.dumps(lijst, indent=0).encode())
    cache.ruim_op()
    return uit


def _maak(
    kist: Werkkist, drukkerij: Drukkerij, nodig: Sequence[tuple[Stof, str]], naar: Path,
    cache: Cache, lijst: Gemaakt, uit: Uitslag,
) -> None:  # fmt: skip
    merk = Merkbeeld(kist.huis.organisatie.naam, kist.kleuren)
    liggend = deelbeelden([stof.deel for stof, _ in nodig], merk, cache)
    nieuw = [stof for stof, sleutel in nodig if cache.haal(sleutel) is None]
    drukkerij.zet_klaar(nieuw)

    def maak(paar: tuple[Stof, str], deel: tuple[Bestand, Getoond] | None) -> Kit:
        stof, sleutel = paar
        bewaard = _uit_cache(cache, sleutel)
        if bewaard is not None:
            return bewaard, []
        stukken, meldingen = drukkerij.maak(stof, deel[0].inhoud if deel else None)
        if not meldingen:
            _in_cache(cache, sleutel, stukken)
        return stukken, meldingen

    with ThreadPoolExecutor(DRADEN) as draden:
        klaar = draden.map(maak, nodig, liggend)
        for (stof, sleutel), (stukken, meldingen) in zip(nodig, klaar, strict=True):
            gelegd = _leg_neer(naar / stof.map, stukken)
            # What did not come out well is tried again the next time.
            lijst[stof.map] = {"sleutel": "" if meldingen else sleutel, "bestanden": gelegd}
            uit.meldingen += meldingen
            uit.gemaakt.append(stof)


def _uit_cache(cache: Cache, sleutel: str) -> dict[str, bytes] | None:
    """All files of a kit, when it was kept."""
    bewaard = cache.haal(sleutel)
    if bewaard is None:
        return None
    kop, _, rest = bewaard.partition(b"\n")
    stukken, plek = {}, 0
    for naam, lengte in json.loads(kop).items():
        stukken[naam] = rest[plek : plek + lengte]
        plek += lengte
    return stukken


def _in_cache(cache: Cache, sleutel: str, stukken: Mapping[str, bytes]) -> None:
    """Keep a kit in one piece: the length of each file, then the files."""
    kop = json.dumps({naam: len(stuk) for naam, stuk in stukken.items()}).encode()
    cache.bewaar(sleutel, b"\n".join([kop, b"".join(stukken.values())]))


# --- the folder ---------------------------------------------------------------------------------


def _leg_neer(map_: Path, stukken: Mapping[str, bytes]) -> dict[str, list[int]]:
    map_.mkdir(parents=True, exist_ok=True)
    for naam, stuk in stukken.items():
        _schrijf(map_ / naam, stuk)
    return {naam: _merkteken(map_ / naam) for naam in stukken}


def _schrijf(pad: Path, inhoud: bytes) -> None:
    """Write a file whole: who looks at the folder never finds half of one."""
    pad.parent.mkdir(parents=True, exist_ok=True)
    half = pad.with_name(f".{pad.name}.half")
    half.write_bytes(inhoud)
    half.replace(pad)


def _merkteken(pad: Path) -> list[int]:
    stand = pad.stat()
    return [stand.st_size, stand.st_mtime_ns]


def _is_gelijk(map_: Path, gemaakt: Mapping[str, Any] | None, sleutel: str) -> bool:
    """Whether the folder still holds what was made with this key, and all of it."""
    if gemaakt is None or gemaakt["sleutel"] != sleutel:
        return False
    try:
        return all(_merkteken(map_ / n) == teken for n, teken in gemaakt["bestanden"].items())
    except OSError:
        return False


_MAP = re.compile(r"(?:mensen|voor-wie|aanbod)/[a-z0-9-]+")
_BESTAND = re.compile(r"[a-z0-9][a-z0-9.-]*")


def _lees_lijst(naar: Path) -> Gemaakt:
    """What was made here before; nothing when the list is gone or damaged."""
    try:
        ruw = json.loads((naar / LIJST).read_bytes())
        return dict(_goede_regels(ruw))
    except (OSError, ValueError):
        return {}


def _goede_regels(ruw: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Lines that we can have written: the list decides what is removed, so it is not trusted."""
    for map_, regel in ruw.items() if isinstance(ruw, dict) else ():
        bestanden = regel.get("bestanden") if isinstance(regel, dict) else None
        if (
            _MAP.fullmatch(map_)
            and isinstance(bestanden, dict)
            and all(_BESTAND.fullmatch(n) for n in bestanden)
            and isinstance(regel.get("sleutel"), str)
        ):
            yield map_, regel


def _ruim_op(naar: Path, lijst: Gemaakt, mag: set[str]) -> list[str]:
    """Remove what we made for things that are here no longer."""
    weg = [map_ for map_ in lijst if map_ not in mag]
    for map_ in weg:
        for naam in lijst.pop(map_)["bestanden"]:
            (naar / map_ / naam).unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            (naar / map_).rmdir()  # stays when somebody keeps something in it
    return weg


def _schrijf_overzicht(kist: Werkkist, stof: Sequence[Stof], naar: Path) -> None:
    koppen = {"medewerkers": "Mensen", "klantgroepen": "Klantgroepen", "diensten": "Diensten"}
    groepen = [(kop, [s for s in stof if s.soort == soort]) for soort, kop in koppen.items()]
    titel = f"De kit van {kist.huis.organisatie.naam}"
    html = kist.sjablonen.vul(
        "overzicht.html", {"titel": titel, "kleuren": kist.kleuren, "groepen": groepen}
    ).encode()
    pad = naar / "index.html"
    if not pad.is_file() or pad.read_bytes() != html:
        _schrijf(pad, html)
