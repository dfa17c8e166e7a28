"""The files beside the YAML (pictures, fonts, documents), and whether they can be used so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ..documents import DocumentError, check_document
from ..fonts import FontError, read_font
from ..huis import kinds
from ..huis.parsing import CSV_SUFFIX, DOCUMENT_SUFFIX
from ..images import Facts, ImageMemory
from .layers import Layer
from .listing import FolderListing
from .names import beside
from .problems import (
    MissingAttachment,
    TellingPhoto,
    UnfitPortrait,
    UnmentionedFile,
    UnusableAttachment,
)
from .references import FileMention, Sources
from .source import Source

AttachmentProblem = MissingAttachment | UnusableAttachment | TellingPhoto | UnfitPortrait


def check_attachments(
    mentions: Mapping[tuple[str, str], Sequence[FileMention]],
    sources: Sources,
    listing: FolderListing,
    layers: Sequence[Layer],
    *,
    images: ImageMemory,
    is_complete: bool,
) -> Iterator[AttachmentProblem | UnmentionedFile]:
    """Pictures and fonts that are named but cannot be used or tell too much, and those that nobody
    names.

    `mentions` are what things name, by (kind, id); `listing` is what lies in the folders; `images`
    knows what can be said of a picture. Unless `is_complete`, a file that could not be read may
    name more.
    """
    others, refused = listing.others, {odd.path for odd in listing.odd if odd.is_outside}
    mentioned: set[Path] = set()
    found: list[tuple[Source, FileMention, Path]] = []
    for (kind, id_), own in mentions.items():
        source = sources[kind, id_]
        for mention in own:
            files = _candidates(kind, source, mention.name, layers)
            mentioned.update(files)
            there = next((f for f in files if f in others), None)
            own_place = (
                files[0]
                if len(files) == 1
                else beside(source.at(mention.path).path.parent, mention.name)
            )
            if there or not refused.intersection(files):  # why it is refused is told of it
                found.append((source, mention, there or own_place))
    facts = images.look_at(
        file
        for source, m, file in found
        if m.is_image and (file in others or (not m.find and file.is_file()))
    )
    for source, mention, file in found:
        if problem := _check_file(source, mention, file, others, facts.get(file)):
            yield problem
    if not is_complete:
        return
    for file, label in others.items():
        if file not in mentioned:
            yield UnmentionedFile(file, label, file in listing.beside_pages)


def named_files(
    mentions: Mapping[tuple[str, str], Sequence[FileMention]],
    sources: Sources,
    layers: Sequence[Layer],
) -> set[Path]:
    """Every place where a file that somebody names may lie."""
    return {
        file
        for (kind, id_), own in mentions.items()
        for mention in own
        for file in _candidates(kind, sources[kind, id_], mention.name, layers)
    }


def _candidates(kind: str, source: Source, name: str, layers: Sequence[Layer]) -> list[Path]:
    """Where a picture or font of this name may lie, the highest layer first."""
    if kinds()[kind].is_markdown:
        return [_beside_text(source.path.parent, name)]
    return [beside(layer.folder_of(kind), name) for layer in reversed(layers)]


_PORTRAIT = "portret"
_LEAST_WIDTH = 160
"""Pixels; the smallest window in which a portrait stands is 75 points wide, and a phone has two
pixels to the point."""
_LONGEST_SHAPE = 2.5
"""How much longer than wide, or wider than long, a portrait can be and still show a face."""


def _is_fit(facts: Facts) -> bool:
    """Whether a portrait of which the middle is cut out, four to five, shows somebody."""
    short, long = sorted((facts.width, facts.height))
    return long <= _LONGEST_SHAPE * short and min(facts.width, facts.height * 4 / 5) >= _LEAST_WIDTH


def _beside_text(folder: Path, name: str) -> Path:
    """The file of this name, seen from the folder of a text; `..` is the folder above."""
    *folders, file = name.split("/")
    for step in folders:
        folder = folder.parent if step == ".." else folder / step
    return beside(folder, file)


def _check_file(
    source: Source,
    mention: FileMention,
    file: Path,
    others: Mapping[Path, str],
    facts: Facts | None,
) -> AttachmentProblem | None:
    """What is wrong with a picture or font that is named, if anything; `facts` of a picture."""
    path = mention.path
    if file not in others and facts is None:
        near = [p for p in others if p.parent == file.parent]
        return MissingAttachment(source, path, file, near, mention.find)
    if facts is not None:
        if facts.error:
            return UnusableAttachment(source, path, facts.error, mention.find)
        if facts.tells_place:
            return TellingPhoto(source, path, mention.find)
        if path[0] == _PORTRAIT and not facts.drawing and not _is_fit(facts):
            return UnfitPortrait(source, path, facts.width, facts.height)
        return None
    if file.suffix.lower() == CSV_SUFFIX:
        return None  # what is wrong in a table is told of the thing that names it
    try:
        if file.suffix.lower() == DOCUMENT_SUFFIX:
            check_document(file)
        else:
            read_font(file)
    except (DocumentError, FontError) as error:
        return UnusableAttachment(source, path, str(error))
    return None
