"""The folder of a house: which file is which thing, and which files nobody reads."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ..finding import Finding, Location, Severity
from ..huis import kinds
from ..huis.values import FONT_SUFFIX
from ..images import SUFFIXES
from .errors import shorten
from .source import Source
from .translation import did_you_mean, find_nearest

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
JUNK = re.compile(r"\..*|.*~|.*\.(?:swp|bak|tmp)|Thumbs\.db|desktop\.ini", re.I)
"""What editors and file managers leave behind; never content."""


@dataclass(slots=True)
class Inventory:
    """What lies in the folder: YAML files by (kind, id), other files by path, findings."""

    sources: dict[tuple[str, str], Source] = field(default_factory=dict)
    others: dict[Path, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def take_inventory(huis_folder: Path, shown_as: str) -> Inventory:
    """List what lies in `huis_folder`; `shown_as` is how staff know that folder."""
    result = Inventory()
    later = []
    for folder, path, label in _files(huis_folder, shown_as, result.findings):
        if not _place_file(result, folder, path, label):
            later.append((folder, path, label))
    for folder, path, label in later:
        _report_wrong_name(result, folder, path, label)
    return result


def _files(
    huis_folder: Path, shown_as: str, errors: list[Finding]
) -> Iterator[tuple[str, Path, str]]:
    """Yield (folder relative to the house, path, shown path) of every file, in a fixed order."""

    def report_closed(error: OSError) -> None:
        position = Location(_show_path(huis_folder, Path(error.filename), shown_as))
        message = "Deze map is niet te openen. Kijk na of u hem mag lezen."
        errors.append(Finding("V01", Severity.ERROR, message, position))

    for current, folders, names in os.walk(huis_folder, onerror=report_closed):
        here = Path(current)
        folders[:] = sorted(m for m in folders if not JUNK.fullmatch(m))
        for name in folders.copy():
            if message := _explain_skipped_folder(here / name):
                folders.remove(name)
                position = Location(_show_path(huis_folder, here / name, shown_as))
                errors.append(Finding("V13", Severity.ERROR, message, position))
        folder = "" if here == huis_folder else here.relative_to(huis_folder).as_posix()
        for name in sorted(names):
            if not JUNK.fullmatch(name):
                yield folder, here / name, _show_path(huis_folder, here / name, shown_as)


def _explain_skipped_folder(path: Path) -> str:
    """Why a folder is not looked into; empty when it is."""
    if path.is_symlink():
        return "Dit is een snelkoppeling naar een map. Zet de bestanden zelf in een gewone map."
    if path.suffix.lower() in _YAML:
        return "Dit is een map, en de naam is die van een bestand. Haal .yml uit de naam."
    return ""


def _show_path(huis_folder: Path, path: Path, shown_as: str) -> str:
    """How a path is shown: under the name that staff know, and printable whatever it is called."""
    relative = path.relative_to(huis_folder).as_posix()
    full_path = f"{shown_as}/{relative}"
    return "".join(t if t.isprintable() else "\N{REPLACEMENT CHARACTER}" for t in full_path)


_YAML = {".yml", ".yaml"}


def _place_file(result: Inventory, folder: str, path: Path, label: str) -> bool:
    """Put a file where it belongs; False when its name keeps it from belonging anywhere."""
    kind = path.stem if folder == "" else folder
    known = kinds().get(kind)
    belongs = known is not None and known.is_single == (folder == "")
    if belongs and path.suffix == ".yml" and (folder == "" or ID.fullmatch(path.stem)):
        result.sources[kind, path.stem] = Source(path, label)
    elif (
        path.suffix.lower() in _IMAGE_OR_FONT
        and (folder == "" or known is not None)
        and path.is_file()
    ):
        result.others[path] = label
    else:
        return False
    return True


_IMAGE_OR_FONT = (*SUFFIXES, FONT_SUFFIX)


def _report_wrong_name(result: Inventory, folder: str, path: Path, label: str) -> None:
    """Report a file whose name is wrong. What is in it is still read, so that it can be checked."""
    known = kinds().get(folder)
    is_yaml = path.suffix.lower() in _YAML
    suggestion = make_id(path.stem)
    if is_yaml and folder == "":
        result.findings.append(_explain_unread(folder, path, label))
        intended = find_nearest(path.stem, _singletons())
        if intended is not None and (intended, intended) not in result.sources:
            result.sources[intended, intended] = Source(path, label)
    elif is_yaml and known is not None and not known.is_single:
        free = suggestion if (folder, suggestion) not in result.sources else ""
        if path.suffix != ".yml" and suggestion == path.stem:
            result.findings.append(_explain_unread(folder, path, label))
        else:
            result.findings.append(_explain_unusable_id(path, label, free))
        if free:
            result.sources[folder, free] = Source(path, label)
    else:
        result.findings.append(_explain_unread(folder, path, label))


def make_id(name: str) -> str:
    """A usable id made from any name: `Ayşe Yılmaz` → `ayse-yilmaz`."""
    plain = unicodedata.normalize("NFKD", name.lower().replace("ı", "i").replace("ø", "o"))
    bare = "".join(t for t in plain if not unicodedata.combining(t))
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")


def _explain_unusable_id(path: Path, label: str, suggestion: str) -> Finding:
    hint = f' Noem het bestand "{suggestion}.yml".' if suggestion else ""
    message = (
        f'De bestandsnaam "{_show_name(path)}" kan geen adres worden: '
        f"alleen kleine letters a–z, cijfers en streepjes.{hint}"
    )
    return Finding("V12", Severity.ERROR, message, Location(label))


def _singletons() -> list[str]:
    """The kinds of which there is one, in a file in `huis/` itself."""
    return [s.name for s in kinds().values() if s.is_single]


def _show_name(path: Path) -> str:
    return shorten("".join(t if t.isprintable() else "?" for t in path.name))


def _explain_unread(folder: str, path: Path, label: str) -> Finding:
    """A file that nothing reads. YAML somebody wrote is content that would be missing: a fout."""
    is_yaml = path.suffix.lower() in _YAML
    severity = Severity.ERROR if is_yaml else Severity.WARNING
    folders = [s.name for s in kinds().values() if not s.is_single]
    top_folder = folder.partition("/")[0]
    if folder == "":
        intended = find_nearest(path.stem, _singletons()) if is_yaml else None
        hint = did_you_mean(f"{intended}.yml" if intended else None) or (
            " Zet het in de map waar het bij hoort, of haal het weg."
        )
    elif top_folder not in folders:
        hint = f' De map "{shorten(folder)}" hoort niet bij een huis.'
        hint += did_you_mean(find_nearest(folder, folders))
    elif "/" in folder:
        hint = f' Zet het in de map "{top_folder}" zelf.'
    elif is_yaml:
        hint = f' Noem het "{path.stem}.yml".'
    else:
        hint = " Haal het weg."
    message = f'Het bestand "{_show_name(path)}" wordt nergens gelezen.{hint}'
    return Finding("V13", severity, message, Location(label))
