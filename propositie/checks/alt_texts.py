"""Alt texts: what is on a picture, told to who cannot see it; no file name, no caption, no copy."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ..finding import Severity
from ..huis import Beeld, Kind, Thing, all_things
from ..huis.fields import Field, KeyPath
from ..huis.links import image_path
from ..huis.markdown import read_markdown
from ..huis.value_types import FREE_MARKUP, MARKUP
from ..huis.walk import walk
from .rule import Hit, RuleContext, Subject, nothing, rule, text_rule

_TITLE = re.compile(r"""\(\s*\S+\s+(?:"([^"]*)"|'([^']*)')\s*\)$""")
"""The caption of a picture in Markdown."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that a thing shows, and the words for who cannot see it."""

    file: str
    alt: str
    caption: str
    """What stands below or beside it; empty without."""
    path: KeyPath
    """Where the alt text stands."""
    find: str
    """What to point at there; empty for all of it."""


def pictures_of(thing: Thing, kind: Kind) -> Iterator[Picture]:
    """The pictures of a thing that have an alt text, in fields and in Markdown."""
    found = walk(thing, _holds_pictures)
    files = {path[:-1]: value for path, field, value in found if field.key == "bestand"}
    for path, field, value in found:
        if field.key == "alt":
            yield Picture(files[path[:-1]], value, kind.name_of(thing), path, "")
        elif field.key != "bestand":
            yield from _in_markdown(kind, thing.id, path, value)


@cache
def _holds_pictures(field: Field) -> bool:
    if issubclass(field.owner, Beeld):
        return field.key in {"alt", "bestand"}
    return field.value_type in (MARKUP, FREE_MARKUP) and not field.is_internal


def _in_markdown(kind: Kind, id_: str, path: KeyPath, text: str) -> Iterator[Picture]:
    if "![" not in text:
        return
    lines = text.split("\n")
    for image in read_markdown(text).images:
        if not image.words.strip() or ":" in image.address:
            continue
        typed = lines[image.line][image.column : image.column + image.length]
        title = _TITLE.search(typed)
        yield Picture(
            image_path(image.address, kind.name, id_),
            image.words,
            (title[1] or title[2] or "") if title else "",
            path,
            image.words,
        )


def _folded(text: str) -> str:
    """A text such that two that differ only by capitals, dashes or a full stop are the same."""
    return " ".join(re.sub(r"[\W_]+", " ", text).casefold().split())


def _is_file_name(picture: Picture) -> bool:
    name = posixpath.basename(picture.file)
    stem = posixpath.splitext(name)[0]
    return _folded(picture.alt) in {_folded(name), _folded(stem)}


@text_rule(
    "K77",
    Severity.WARNING,
    "Een alt-tekst zegt wat er op het beeld te zien is",
    "Wie het beeld niet ziet, hoort de alt-tekst. De naam van een bestand zegt dan niets.",
    nothing,
)
def alt_is_file_name(subject: Subject, _: None) -> Iterator[Hit]:
    """An alt text that is the name of the file, with or without what ends it."""
    for picture in pictures_of(subject.thing, subject.kind):
        if _is_file_name(picture):
            yield Hit(
                subject.thing,
                f'"{picture.alt}" is hoe het bestand heet. Schrijf in een korte zin wat er op het '
                "beeld te zien is, voor wie het niet ziet.",
                picture.path,
                find=picture.find,
            )


@text_rule(
    "K78",
    Severity.TIP,
    "Een alt-tekst herhaalt niet wat er al bij het beeld staat",
    "Een voorleesprogramma leest de alt-tekst en ook wat ernaast staat. Staat er twee keer "
    "hetzelfde, dan hoort iemand het twee keer, en nog steeds niet wat er te zien is.",
    nothing,
)
def alt_repeats(subject: Subject, _: None) -> Iterator[Hit]:
    """An alt text that is the same as the caption, or as the name above the picture."""
    for picture in pictures_of(subject.thing, subject.kind):
        caption = _folded(picture.caption)
        if caption and _folded(picture.alt) == caption and not _is_file_name(picture):
            yield Hit(
                subject.thing,
                f'"{picture.alt}" staat al bij het beeld. Schrijf in de alt-tekst wat er te zien '
                "is, zoals je het aan de telefoon zou vertellen.",
                picture.path,
                find=picture.find,
            )


@rule(
    "K79",
    Severity.TIP,
    "Twee verschillende beelden hebben niet dezelfde alt-tekst",
    "Wie de beelden niet ziet, houdt ze aan hun alt-tekst uit elkaar. Vaak is het een kopie die "
    "is blijven staan.",
)
def alt_stands_twice(context: RuleContext) -> Iterator[Hit]:
    """The same alt text under two pictures; under one picture in two places it is in order."""
    seen: dict[str, tuple[str, Thing]] = {}
    for kind, thing in all_things(context.huis):
        folder = "paginas" if kind.is_markdown else kind.name
        for picture in pictures_of(thing, kind):
            file = posixpath.normpath(posixpath.join(folder, kind.folder or "", picture.file))
            first, other = seen.setdefault(_folded(picture.alt), (file, thing))
            if first == file or _is_file_name(picture):
                continue
            yield Hit(
                thing,
                f'"{picture.alt}" staat ook bij een ander beeld, {posixpath.basename(first)} van '
                f'"{other.id}". Schrijf bij elk wat er op dat ene beeld te zien is.',
                picture.path,
                find=picture.find,
            )
