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
from ..huis.velden import LETTERACHTERVOEGSEL
from .bron import Bron
from .fout import kort
from .vertaling import bedoelt_u, dichtstbij

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
ROMMEL = re.compile(r"\..*|.*~|.*\.(?:swp|bak|tmp)|Thumbs\.db|desktop\.ini", re.I)
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
    later = []
    for map_, pad, toon in _bestanden(huismap, getoond, uit.bevindingen):
        if not _plaats_bestand(uit, map_, pad, toon):
            later.append((map_, pad, toon))
    for map_, pad, toon in later:
        _verkeerde_naam(uit, map_, pad, toon)
    return uit


def _bestanden(
    huismap: Path, getoond: str, fouten: list[Bevinding]
) -> Iterator[tuple[str, Path, str]]:
    """Yield (folder relative to the house, path, shown path) of every file, in a fixed order."""

    def dicht(fout: OSError) -> None:
        plek = Plaats(_toon(huismap, Path(fout.filename), getoond))
        bericht = "Deze map is niet te openen. Kijk na of u hem mag lezen."
        fouten.append(Bevinding("V01", Ernst.FOUT, bericht, plek))

    for hoofd, mappen, namen in os.walk(huismap, onerror=dicht):
        hier = Path(hoofd)
        mappen[:] = sorted(m for m in mappen if not ROMMEL.fullmatch(m))
        for naam in mappen.copy():
            if bericht := _geen_map(hier / naam):
                mappen.remove(naam)
                plek = Plaats(_toon(huismap, hier / naam, getoond))
                fouten.append(Bevinding("V13", Ernst.FOUT, bericht, plek))
        map_ = "" if hier == huismap else hier.relative_to(huismap).as_posix()
        for naam in sorted(namen):
            if not ROMMEL.fullmatch(naam):
                yield map_, hier / naam, _toon(huismap, hier / naam, getoond)


def _geen_map(pad: Path) -> str:
    """Why a folder is not looked into; empty when it is."""
    if pad.is_symlink():
        return "Dit is een snelkoppeling naar een map. Zet de bestanden zelf in een gewone map."
    if pad.suffix.lower() in _YAML:
        return "Dit is een map, en de naam is die van een bestand. Haal .yml uit de naam."
    return ""


def _toon(huismap: Path, pad: Path, getoond: str) -> str:
    """How a path is shown: under the name that staff know, and printable whatever it is called."""
    relatief = pad.relative_to(huismap).as_posix()
    heel = f"{getoond}/{relatief}"
    return "".join(t if t.isprintable() else "\N{REPLACEMENT CHARACTER}" for t in heel)


_YAML = {".yml", ".yaml"}


def _plaats_bestand(uit: Inventaris, map_: str, pad: Path, toon: str) -> bool:
    """Put a file where it belongs; False when its name keeps it from belonging anywhere."""
    soort = pad.stem if map_ == "" else map_
    bekend = soorten().get(soort)
    hoort = bekend is not None and bekend.enkel == (map_ == "")
    if hoort and pad.suffix == ".yml" and (map_ == "" or ID.fullmatch(pad.stem)):
        uit.bronnen[soort, pad.stem] = Bron(pad, toon)
    elif (
        pad.suffix.lower() in _BEELD_OF_LETTER
        and (map_ == "" or bekend is not None)
        and pad.is_file()
    ):
        uit.overig[pad] = toon
    else:
        return False
    return True


_BEELD_OF_LETTER = (*ACHTERVOEGSELS, LETTERACHTERVOEGSEL)


def _verkeerde_naam(uit: Inventaris, map_: str, pad: Path, toon: str) -> None:
    """Report a file whose name is wrong. What is in it is still read, so that it can be checked."""
    bekend = soorten().get(map_)
    is_yaml = pad.suffix.lower() in _YAML
    voorstel = maak_id(pad.stem)
    if is_yaml and map_ == "":
        uit.bevindingen.append(_ongelezen(map_, pad, toon))
        bedoeld = dichtstbij(pad.stem, _enkele())
        if bedoeld is not None and (bedoeld, bedoeld) not in uit.bronnen:
            uit.bronnen[bedoeld, bedoeld] = Bron(pad, toon)
    elif is_yaml and bekend is not None and not bekend.enkel:
        vrij = voorstel if (map_, voorstel) not in uit.bronnen else ""
        if pad.suffix != ".yml" and voorstel == pad.stem:
            uit.bevindingen.append(_ongelezen(map_, pad, toon))
        else:
            uit.bevindingen.append(_onbruikbare_id(pad, toon, vrij))
        if vrij:
            uit.bronnen[map_, vrij] = Bron(pad, toon)
    else:
        uit.bevindingen.append(_ongelezen(map_, pad, toon))


def maak_id(naam: str) -> str:
    """A usable id made from any name: `Ayşe Yılmaz` → `ayse-yilmaz`."""
    plat = unicodedata.normalize("NFKD", naam.lower().replace("ı", "i").replace("ø", "o"))
    kaal = "".join(t for t in plat if not unicodedata.combining(t))
    return re.sub(r"[^a-z0-9]+", "-", kaal).strip("-")


def _onbruikbare_id(pad: Path, toon: str, voorstel: str) -> Bevinding:
    hulp = f' Noem het bestand "{voorstel}.yml".' if voorstel else ""
    bericht = (
        f'De bestandsnaam "{_naam(pad)}" kan geen adres worden: '
        f"alleen kleine letters a–z, cijfers en streepjes.{hulp}"
    )
    return Bevinding("V12", Ernst.FOUT, bericht, Plaats(toon))


def _enkele() -> list[str]:
    """The kinds of which there is one, in a file in `huis/` itself."""
    return [s.naam for s in soorten().values() if s.enkel]


def _naam(pad: Path) -> str:
    return kort("".join(t if t.isprintable() else "?" for t in pad.name))


def _ongelezen(map_: str, pad: Path, toon: str) -> Bevinding:
    """A file that nothing reads. YAML somebody wrote is content that would be missing: a fout."""
    is_yaml = pad.suffix.lower() in _YAML
    ernst = Ernst.FOUT if is_yaml else Ernst.WAARSCHUWING
    mappen = [s.naam for s in soorten().values() if not s.enkel]
    hoofdmap = map_.partition("/")[0]
    if map_ == "":
        bedoeld = dichtstbij(pad.stem, _enkele()) if is_yaml else None
        hulp = bedoelt_u(f"{bedoeld}.yml" if bedoeld else None) or (
            " Zet het in de map waar het bij hoort, of haal het weg."
        )
    elif hoofdmap not in mappen:
        hulp = f' De map "{kort(map_)}" hoort niet bij een huis.'
        hulp += bedoelt_u(dichtstbij(map_, mappen))
    elif "/" in map_:
        hulp = f' Zet het in de map "{hoofdmap}" zelf.'
    elif is_yaml:
        hulp = f' Noem het "{pad.stem}.yml".'
    else:
        hulp = " Haal het weg."
    bericht = f'Het bestand "{_naam(pad)}" wordt nergens gelezen.{hulp}'
    return Bevinding("V13", ernst, bericht, Plaats(toon))
