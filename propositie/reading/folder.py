"""The folder of a house: which file is which thing, and which files nobody reads."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from ..huis import Kind, yaml_kinds
from ..huis.cijfers import KIND as CIJFERS
from ..huis.parsing import CSV_SUFFIX, DOCUMENT_SUFFIX, FONT_SUFFIX
from ..images import SUFFIXES
from .door import Door
from .names import copied_from, free_name, is_id, make_id, meant_name
from .problems import YAML_SUFFIXES, OddFile, Oddity
from .source import Source


@dataclass(slots=True)
class Inventory:
    """What lies in the folder: YAML files by (kind, id), other files by path, what is odd."""

    sources: dict[tuple[str, str], Source] = field(default_factory=dict)
    others: dict[Path, str] = field(default_factory=dict)
    odd: list[OddFile] = field(default_factory=list)


def take_inventory(huis_folder: Path, shown_as: str) -> Inventory:
    """List what lies in `huis_folder`; `shown_as` is how staff know that folder."""
    door = Door(huis_folder, shown_as, YAML_SUFFIXES)
    result = Inventory(odd=door.odd)
    later = []
    for file in door.walk():
        source = Source(file.path, file.shown_as, shown_as)
        if not file.is_junk and not _place_file(result, file.folder, source):
            later.append((file.folder, source))
    for folder, source in later:
        _place_odd_file(result, folder, source)
    return result


def _place_file(result: Inventory, folder: str, source: Source) -> bool:
    """Put a file where it belongs; False when its name keeps it from belonging anywhere."""
    path = source.path
    kind = path.stem if folder == "" else folder
    known = yaml_kinds().get(kind)
    belongs = known is not None and known.is_single == (folder == "")
    if belongs and path.suffix == ".yml" and (folder == "" or is_id(path.stem)):
        result.sources[kind, path.stem] = source
    elif _can_be_named(path, folder, is_known=known is not None):
        result.others[path] = source.shown_as
    else:
        return False
    return True


_IMAGE_OR_FONT = (*SUFFIXES, FONT_SUFFIX)


def _can_be_named(path: Path, folder: str, *, is_known: bool) -> bool:
    """Whether a thing beside a file can name it: a picture, a font, a document of the
    organisation, a table of a figure; `is_known` says whether things lie in that folder."""
    suffix = path.suffix.lower()
    if folder == "":
        return suffix in (*_IMAGE_OR_FONT, DOCUMENT_SUFFIX)
    if suffix == CSV_SUFFIX:
        return folder == CIJFERS.name
    return is_known and suffix in _IMAGE_OR_FONT


def _place_odd_file(result: Inventory, folder: str, source: Source) -> None:
    """Note a file whose name is wrong. What is in it is still read, so that it can be checked."""
    known = yaml_kinds().get(folder)
    path, label = source.path, source.shown_as
    file = OddFile(Oddity.UNREAD, path, label, folder)
    id_ = make_id(path.stem)
    if meant := meant_name(path.name):
        free = free_name(path, meant)
        file = OddFile(Oddity.HIDDEN_SUFFIX, path, label, folder, free, twin=meant)
    elif known is not None and not known.is_single and _is_thing_as_text(path, known):
        free = f"{id_}.yml" if (folder, id_) not in result.sources else ""
        file = OddFile(Oddity.PLAIN_TEXT, path, label, folder, free, twin=f"{id_}.yml")
    elif file.is_yaml and folder == "":
        kind = yaml_kinds().get(id_)
        if kind is not None and kind.is_single:
            result.sources.setdefault((id_, id_), source)
    elif file.is_yaml and known is not None and not known.is_single:
        original = make_id(copied_from(path.stem))
        if (folder, original) in result.sources:
            file = OddFile(Oddity.COPY, path, label, folder, twin=f"{original}{path.suffix}")
        else:
            file = _as_thing(result, file, source, id_)
    result.odd.append(file)


_START = 2_000
"""Bytes of a file that show what it is."""


def _is_thing_as_text(path: Path, kind: Kind) -> bool:
    """Whether a text file holds a thing of a kind: the editor of Windows gives what it saves this
    ending."""
    if path.suffix.lower() != ".txt" or kind.naming is None:
        return False
    try:
        with path.open("rb") as file:
            start = file.read(_START).decode("utf-8-sig", "replace")
    except OSError:
        return False
    return re.search(rf"^{kind.naming}\s*:", start, re.M) is not None


def _as_thing(result: Inventory, file: OddFile, source: Source, id_: str) -> OddFile:
    """Read a file as the thing that it would be under a usable name."""
    free = id_ if (file.folder, id_) not in result.sources else ""
    if free:
        result.sources[file.folder, free] = source
    if file.path.suffix == ".yml" or id_ != file.path.stem:
        return OddFile(Oddity.UNUSABLE_ID, file.path, file.shown_as, file.folder, free)
    return file
