"""The files beside the YAML: pictures and fonts, and whether they can be used as they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ..fonts import FontError, read_font
from ..huis import kinds
from ..huis.value_types import IMAGE
from ..huis.walk import is_file, walk
from ..images import ImageError, check_image, reveals_location
from .layers import Layer
from .problems import MissingAttachment, TellingPhoto, UnmentionedFile, UnusableAttachment
from .references import Sources, Things
from .source import Source
from .tree import KeyPath

AttachmentProblem = MissingAttachment | UnusableAttachment | TellingPhoto


def check_attachments(
    things: Things, sources: Sources, others: Mapping[Path, str], layers: Sequence[Layer]
) -> Iterator[AttachmentProblem | UnmentionedFile]:
    """Pictures and fonts that are named but cannot be used or tell too much, and those that nobody
    names. `others` holds what lies in the folders, by path, as staff know it."""
    mentioned: set[Path] = set()
    for (kind, id_), thing in things.items():
        source = sources[kind, id_]
        for path, field, name in walk(thing, is_file):
            files = _candidates(kind, source, name, layers)
            mentioned.update(files)
            file = next((f for f in files if f in others), source.at(path).path.parent / name)
            if problem := _check_file(source, path, file, others, field.value_type is IMAGE):
                yield problem
    if len(things) < len(sources):
        return  # a file that could not be read may name the others
    for file, label in others.items():
        if file not in mentioned:
            yield UnmentionedFile(file, label)


def _candidates(kind: str, source: Source, name: str, layers: Sequence[Layer]) -> list[Path]:
    """Where a picture or font of this name may lie, the highest layer first."""
    if kinds()[kind].is_markdown:
        return [source.path.parent / name]
    return [layer.folder_of(kind) / name for layer in reversed(layers)]


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
