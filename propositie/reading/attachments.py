"""The files beside the YAML: pictures and fonts, and whether they can be used as they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ..fonts import FontError, read_font
from ..huis import kinds
from ..images import ImageError, check_image, reveals_location
from .layers import Layer
from .problems import MissingAttachment, TellingPhoto, UnmentionedFile, UnusableAttachment
from .references import FileMention, Sources
from .source import Source
from .tree import KeyPath

AttachmentProblem = MissingAttachment | UnusableAttachment | TellingPhoto


def check_attachments(
    mentions: Mapping[tuple[str, str], Sequence[FileMention]],
    sources: Sources,
    others: Mapping[Path, str],
    layers: Sequence[Layer],
    *,
    is_complete: bool,
) -> Iterator[AttachmentProblem | UnmentionedFile]:
    """Pictures and fonts that are named but cannot be used or tell too much, and those that nobody
    names. `mentions` are what things name, by (kind, id); `others` holds what lies in the folders,
    by path, as staff know it. Unless `is_complete`, a file that could not be read may name more."""
    mentioned: set[Path] = set()
    for (kind, id_), own in mentions.items():
        source = sources[kind, id_]
        for mention in own:
            path, name = mention.path, mention.name
            files = _candidates(kind, source, name, layers)
            mentioned.update(files)
            file = next((f for f in files if f in others), source.at(path).path.parent / name)
            if problem := _check_file(source, path, file, others, mention.is_image):
                yield problem
    if not is_complete:
        return
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
