"""The folder of a house: which file is which thing, and which files nobody reads."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ..huis import yaml_kinds
from ..huis.parsing import FONT_SUFFIX
from ..images import SUFFIXES
from .problems import YAML_SUFFIXES, OddFile, Oddity
from .source import Source

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
JUNK = re.compile(r"\..*|.*~|.*\.(?:swp|bak|tmp)|Thumbs\.db|desktop\.ini", re.I)
"""What editors and file managers leave behind; never content."""


@dataclass(slots=True)
class Inventory:
    """What lies in the folder: YAML files by (kind, id), other files by path, what is odd."""

    sources: dict[tuple[str, str], Source] = field(default_factory=dict)
    others: dict[Path, str] = field(default_factory=dict)
    odd: list[OddFile] = field(default_factory=list)


def take_inventory(huis_folder: Path, shown_as: str) -> Inventory:
    """List what lies in `huis_folder`; `shown_as` is how staff know that folder."""
    result = Inventory()
    later = []
    for folder, path, label in _files(huis_folder, shown_as, result.odd):
        if not _place_file(result, folder, Source(path, label, shown_as)):
            later.append((folder, Source(path, label, shown_as)))
    for folder, source in later:
        _place_odd_file(result, folder, source)
    return result


def _files(huis_folder: Path, shown_as: str, odd: list[OddFile]) -> Iterator[tuple[str, Path, str]]:
    """Yield (folder relative to the house, path, shown path) of every file, in a fixed order."""

    def note(oddity: Oddity, path: Path) -> None:
        odd.append(OddFile(oddity, path, _show_path(huis_folder, path, shown_as)))

    def note_closed(error: OSError) -> None:
        note(Oddity.CLOSED_FOLDER, Path(error.filename))

    for current, folders, names in os.walk(huis_folder, onerror=note_closed):
        here = Path(current)
        shown_here = _show_path(huis_folder, here, shown_as).removesuffix("/.")
        folders[:] = sorted(m for m in folders if not JUNK.fullmatch(m))
        for name in folders.copy():
            if oddity := _find_oddity(here / name):
                folders.remove(name)
                note(oddity, here / name)
        folder = "" if here == huis_folder else here.relative_to(huis_folder).as_posix()
        for name in sorted(names):
            if not JUNK.fullmatch(name):
                yield folder, here / name, f"{shown_here}/{_printable(name)}"


def _find_oddity(folder: Path) -> Oddity | None:
    """Why a folder is not looked into; None when it is."""
    if folder.is_symlink():
        return Oddity.LINKED_FOLDER
    return Oddity.FOLDER_NAMED_AS_FILE if folder.suffix.lower() in YAML_SUFFIXES else None


def _show_path(huis_folder: Path, path: Path, shown_as: str) -> str:
    """How a path is shown: under the name that staff know, and printable whatever it is called."""
    relative = path.relative_to(huis_folder).as_posix()
    return _printable(f"{shown_as}/{relative}")


def _printable(text: str) -> str:
    """A text that can be shown, whatever stands in it."""
    if text.isprintable():
        return text
    return "".join(t if t.isprintable() else "\N{REPLACEMENT CHARACTER}" for t in text)


def _place_file(result: Inventory, folder: str, source: Source) -> bool:
    """Put a file where it belongs; False when its name keeps it from belonging anywhere."""
    path = source.path
    kind = path.stem if folder == "" else folder
    known = yaml_kinds().get(kind)
    belongs = known is not None and known.is_single == (folder == "")
    if belongs and path.suffix == ".yml" and (folder == "" or ID.fullmatch(path.stem)):
        result.sources[kind, path.stem] = source
    elif (
        path.suffix.lower() in _IMAGE_OR_FONT
        and (folder == "" or known is not None)
        and path.is_file()
    ):
        result.others[path] = source.shown_as
    else:
        return False
    return True


_IMAGE_OR_FONT = (*SUFFIXES, FONT_SUFFIX)


def _place_odd_file(result: Inventory, folder: str, source: Source) -> None:
    """Note a file whose name is wrong. What is in it is still read, so that it can be checked."""
    known = yaml_kinds().get(folder)
    path, label = source.path, source.shown_as
    file = OddFile(Oddity.UNREAD, path, label, folder)
    id_ = make_id(path.stem)
    if file.is_yaml and folder == "":
        meant = yaml_kinds().get(id_)
        if meant is not None and meant.is_single:
            result.sources.setdefault((id_, id_), source)
    elif file.is_yaml and known is not None and not known.is_single:
        free = id_ if (folder, id_) not in result.sources else ""
        if path.suffix == ".yml" or id_ != path.stem:
            file = OddFile(Oddity.UNUSABLE_ID, path, label, folder, free)
        if free:
            result.sources[folder, free] = source
    result.odd.append(file)


def make_id(name: str) -> str:
    """A usable id made from any name: `Ayşe Yılmaz` → `ayse-yilmaz`."""
    plain = unicodedata.normalize("NFKD", name.lower().replace("ı", "i").replace("ø", "o"))
    bare = "".join(t for t in plain if not unicodedata.combining(t))
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")
