"""The files beside the YAML: pictures and fonts, and whether they can be used as they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from ..fonts import FontError, read_font
from ..huis.value_types import IMAGE
from ..huis.walk import is_file, walk
from ..images import ImageError, check_image, reveals_location
from .problems import MissingAttachment, TellingPhoto, UnmentionedFile, UnusableAttachment
from .references import Sources, Things
from .source import Source
from .tree import KeyPath

AttachmentProblem = MissingAttachment | UnusableAttachment | TellingPhoto


def check_attachments(
    things: Things, sources: Sources, others: Mapping[Path, str]
) -> Iterator[AttachmentProblem | UnmentionedFile]:
    """Pictures and fonts that are named but cannot be used or tell too much, and those that nobody
    names. `others` holds what lies in the folders, by path, as staff know it."""
    mentioned: set[Path] = set()
    for (kind, id_), thing in things.items():
        source = sources[kind, id_]
        for path, field, name in walk(thing, is_file):
            file = source.path.parent / name
            mentioned.add(file)
            if problem := _check_file(source, path, file, others, field.type is IMAGE):
                yield problem
    if len(things) < len(sources):
        return  # a file that could not be read may name the others
    for file, label in others.items():
        if file not in mentioned:
            yield UnmentionedFile(file, label)


def _check_file(
    source: Source, path: KeyPath, file: Path, others: Mapping[Path, str], is_image: bool
) -> AttachmentProblem | None:
    """What is wrong with a picture or font that is named at `path`, if anything."""
    if file not in others:
        beside = [p for p in others if p.parent == file.parent]
        return MissingAttachment(source, path, file, beside)
    try:
        (check_image if is_image else read_font)(file)
    except (ImageError, FontError) as error:
        return UnusableAttachment(source, path, str(error))
    return TellingPhoto(source, path) if is_image and reveals_location(file) else None
