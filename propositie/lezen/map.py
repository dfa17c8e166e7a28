"""The folder of a house: which file is which thing, and which files nobody reads."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ..beeld import ACHTERVOEGSELS
from ..bevinding import Bevinding, Ernst, Plaats
from ..huis import soorten
from .bron import Bron
from .vertaling import bedoelt_u, dichtstbij

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ROMMEL = re.compile(r"\..*|.*~|.*\.(?:swp|bak|tmp)|Thumbs\.db|desktop\.ini", re.I)
"""What editors and file managers leave behind; never content."""


@dataclass(slots=True)
class Inventaris:
    """What lies in the folder: YAML files by (kind, id), other files by path, findings."""

    bronnen: dict[tuple[str, str], Bron] = field(default_factory=dict)
    overig: dict[Path, str] = field(default_factory=dict)
    bevindingen: list[Bevinding] = field(default_factory=list)


def inventariseer(huismap: Path, getoond: str) -> Inventaris:
    """List what lies in `huismap`; `getoond` is how staff know that folder."""
    uit = Inventaris()
    for map_, pad, toon in _bestanden(huismap, getoond):
        _plaats_bestand(uit, map_, pad, toon)
    return uit


def _bestanden(huismap: Path, getoond: str) -> Iterator[tuple[str, Path, str]]:
    """Yield (folder relative to the house, path, shown path) of every file, in a fixed order."""
    for hoofd, mappen, namen in os.walk(huismap):
        mappen[:] = sorted(m for m in mappen if not _ROMMEL.fullmatch(m))
        relatief = Path(hoofd).relative_to(huismap).as_posix()
        for naam in sorted(namen):
            if not _ROMMEL.fullmatch(naam):
                delen = [getoond, *([] if relatief == "." else [relatief]), naam]
                yield ("" if relatief == "." else relatief), Path(hoofd, naam), "/".join(delen)


def _plaats_bestand(uit: Inventaris, map_: str, pad: Path, toon: str) -> None:
    soort = pad.stem if map_ == "" else map_
    bekend = soorten().get(soort)
    if pad.suffix == ".yml" and bekend is not None and bekend.enkel == (map_ == ""):
        if bekend.enkel:
            uit.bronnen[soort, soort] = Bron(pad, toon)
        elif _ID.fullmatch(pad.stem):
            uit.bronnen[soort, pad.stem] = Bron(pad, toon)
        else:
            uit.bevindingen.append(_onbruikbare_id(pad, toon))
    elif pad.suffix.lower() in ACHTERVOEGSELS and (map_ == "" or bekend is not None):
        uit.overig[pad] = toon
    else:
        uit.bevindingen.append(_ongelezen(map_, pad, toon))


def maak_id(naam: str) -> str:
    """A usable id made from any name: `Ayşe Yılmaz` → `ayse-yilmaz`."""
    plat = unicodedata.normalize("NFKD", naam.lower().replace("ı", "i").replace("ø", "o"))
    kaal = "".join(t for t in plat if not unicodedata.combining(t))
    return re.sub(r"[^a-z0-9]+", "-", kaal).strip("-")


def _onbruikbare_id(pad: Path, toon: str) -> Bevinding:
    voorstel = maak_id(pad.stem)
    hulp = f' Noem het bestand "{voorstel}.yml".' if voorstel else ""
    bericht = (
        f'De bestandsnaam "{pad.name}" kan geen adres worden: '
        f"alleen kleine letters a–z, cijfers en streepjes.{hulp}"
    )
    return Bevinding("V12", Ernst.FOUT, bericht, Plaats(toon))


def _ongelezen(map_: str, pad: Path, toon: str) -> Bevinding:
    """A file that nothing reads. YAML somebody wrote is content that would be missing: a fout."""
    is_yaml = pad.suffix.lower() in {".yml", ".yaml"}
    ernst = Ernst.FOUT if is_yaml else Ernst.WAARSCHUWING
    mappen = [s.naam for s in soorten().values() if not s.enkel]
    los = [f"{s.naam}.yml" for s in soorten().values() if s.enkel]
    if is_yaml and pad.suffix != ".yml":
        hulp = f' Noem het "{pad.stem}.yml".'
    elif map_ == "":
        hulp = bedoelt_u(dichtstbij(pad.name, los)) or " Zet het in de map waar het bij hoort."
    elif map_.split("/")[0] in mappen:
        hulp = (
            f' Zet het in de map "{map_.split("/")[0]}" zelf.' if "/" in map_ else " Haal het weg."
        )
    else:
        hulp = f' De map "{map_}" hoort niet bij een huis.' + bedoelt_u(dichtstbij(map_, mappen))
    return Bevinding(
        "V13", ernst, f'Het bestand "{pad.name}" wordt nergens gelezen.{hulp}', Plaats(toon)
    )
