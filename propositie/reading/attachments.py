"""The files beside the YAML: pictures and fonts, and whether they can be used as they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from ..finding import Finding, Location, Severity
from ..fonts import FontError, read_font
from ..huis import Thing
from ..huis.values import FontFile, ImageFile
from ..huis.walk import marked_values
from ..images import ImageError, check_image, reveals_location
from .defect import did_you_mean
from .errors import shorten
from .keys import find_nearest
from .source import Source

_GPS_MESSAGE = (
    "In dit fotobestand staat op welke plek de foto gemaakt is. Op de site komt dat niet, maar wie "
    "de bestanden kan lezen, ziet het wel. Bewaar de foto zonder locatie en zet haar opnieuw neer."
)


def check_attachments(
    things: Mapping[tuple[str, str], Thing],
    sources: Mapping[tuple[str, str], Source],
    others: Mapping[Path, str],
) -> Iterator[Finding]:
    """Pictures and fonts that are named but cannot be used or tell too much, and those that nobody
    names. `others` holds what lies in the folders, by path, as staff know it."""
    mentioned: set[Path | None] = set()
    for (kind, id_), thing in things.items():
        source = sources[kind, id_]
        for mark in (ImageFile, FontFile):
            for path, _, name in marked_values(thing, mark):
                file = source.path.parent / name
                mentioned.add(file)
                message, intended = _check_file(file, others, mark is ImageFile)
                mentioned.add(intended)
                if message:
                    yield Finding("V14", Severity.ERROR, message, source.location(path))
                elif mark is ImageFile and reveals_location(file):
                    yield Finding("V19", Severity.WARNING, _GPS_MESSAGE, source.location(path))
    if len(things) < len(sources):
        return  # a file that could not be read may name the others
    for file, label in others.items():
        if file not in mentioned:
            message = (
                f'Het bestand "{shorten(file.name)}" wordt nergens genoemd. '
                "Noem het in het YAML-bestand waar het bij hoort, of haal het weg."
            )
            yield Finding("V13", Severity.WARNING, message, Location(label))


def _check_file(file: Path, others: Mapping[Path, str], is_image: bool) -> tuple[str, Path | None]:
    """What is wrong with a picture or font that is named (empty: nothing), and which was meant."""
    if file in others:
        try:
            (check_image if is_image else read_font)(file)
        except (ImageError, FontError) as error:
            return str(error), None
        return "", None
    siblings = {p.stem: p for p in others if p.parent == file.parent}
    nearest = find_nearest(file.stem, siblings)
    intended = siblings[nearest] if nearest else None
    hint = did_you_mean(intended.name) if intended else " Zet het naast dit YAML-bestand."
    return f'Het bestand "{shorten(file.name)}" staat niet in de map.{hint}', intended
