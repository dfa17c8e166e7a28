"""The files beside the YAML: pictures and fonts, and whether they can be used as they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from ..beeld import BeeldFout, controleer_beeld, vertelt_plaats
from ..bevinding import Bevinding, Ernst, Plaats
from ..huis import Ding
from ..huis.velden import Afbeelding, Letterbestand
from ..huis.wandeling import gemerkte_waarden
from ..letter import LetterFout, lees_letter
from .bron import Bron
from .fout import kort
from .gebrek import bedoelt_u
from .sleutels import dichtstbij

_PLAATS = (
    "In dit fotobestand staat op welke plek de foto gemaakt is. Op de site komt dat niet, maar wie "
    "de bestanden kan lezen, ziet het wel. Bewaar de foto zonder locatie en zet haar opnieuw neer."
)


def keur_bijlagen(
    dingen: Mapping[tuple[str, str], Ding],
    bronnen: Mapping[tuple[str, str], Bron],
    overig: Mapping[Path, str],
) -> Iterator[Bevinding]:
    """Pictures and fonts that are named but cannot be used or tell too much, and those that nobody
    names. `overig` holds what lies in the folders, by path, as staff know it."""
    genoemd: set[Path | None] = set()
    for (soort, id_), ding in dingen.items():
        bron = bronnen[soort, id_]
        for merk in (Afbeelding, Letterbestand):
            for pad, _, naam in gemerkte_waarden(ding, merk):
                bestand = bron.pad.parent / naam
                genoemd.add(bestand)
                bericht, bedoeld = _bestandsgebrek(bestand, overig, merk is Afbeelding)
                genoemd.add(bedoeld)
                if bericht:
                    yield Bevinding("V14", Ernst.FOUT, bericht, bron.plaats(pad))
                elif merk is Afbeelding and vertelt_plaats(bestand):
                    yield Bevinding("V19", Ernst.WAARSCHUWING, _PLAATS, bron.plaats(pad))
    if len(dingen) < len(bronnen):
        return  # a file that could not be read may name the others
    for bestand, toon in overig.items():
        if bestand not in genoemd:
            bericht = (
                f'Het bestand "{kort(bestand.name)}" wordt nergens genoemd. '
                "Noem het in het YAML-bestand waar het bij hoort, of haal het weg."
            )
            yield Bevinding("V13", Ernst.WAARSCHUWING, bericht, Plaats(toon))


def _bestandsgebrek(
    bestand: Path, overig: Mapping[Path, str], is_beeld: bool
) -> tuple[str, Path | None]:
    """What is wrong with a picture or font that is named (empty: nothing), and which was meant."""
    if bestand in overig:
        try:
            (controleer_beeld if is_beeld else lees_letter)(bestand)
        except (BeeldFout, LetterFout) as fout:
            return str(fout), None
        return "", None
    buren = {p.stem: p for p in overig if p.parent == bestand.parent}
    lijkt_op = dichtstbij(bestand.stem, buren)
    bedoeld = buren[lijkt_op] if lijkt_op else None
    hulp = bedoelt_u(bedoeld.name) if bedoeld else " Zet het naast dit YAML-bestand."
    return f'Het bestand "{kort(bestand.name)}" staat niet in de map.{hulp}', bedoeld
