"""The one door to what staff keep: every file of a folder passes here, or is told of and stays out.

Nothing that lies elsewhere is let in (a link can lead anywhere on the machine), nothing that never
ends (a pipe), and no name that would not survive the way to a colleague's computer or a page.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..harmless import make_visible
from .names import JUNK, fits_windows, has_odd_character, same_name
from .problems import YAML_SUFFIXES, OddFile, Oddity


@dataclass(frozen=True, slots=True)
class Admitted:
    """A file that was let in."""

    folder: str
    """The folder that it lies in, seen from the one that was walked through; empty for that."""
    path: Path
    shown_as: str
    """How staff know it, with nothing in it that cannot be shown."""
    is_junk: bool = False
    """Whether it is what editors and file managers leave behind, or hidden."""


class Door:
    """Walks through one folder, and notes in `odd` what it does not let in."""

    def __init__(self, root: Path, shown_as: str, named_by_rule: Collection[str] = ()) -> None:
        """`shown_as` is how staff know the folder; of files whose suffix is in `named_by_rule`,
        somebody else says how they must be called."""
        self.root = root
        self.odd: list[OddFile] = []
        self._shown_as = shown_as
        self._named_by_rule = named_by_rule
        self._inside = os.path.realpath(root)

    def walk(self) -> Iterator[Admitted]:
        """Every file that is let in, folder by folder, in a fixed order. A root that is not there
        holds none."""
        if os.path.isdir(self.root):  # noqa: PTH112 (Path.is_dir raises for a closed folder)
            yield from self._walk("", is_junk=False)

    def _walk(self, folder: str, *, is_junk: bool) -> Iterator[Admitted]:
        here = self.root / folder if folder else self.root
        shown_here = make_visible(f"{self._shown_as}/{folder}") if folder else self._shown_as
        try:
            with os.scandir(here) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError:
            if not is_junk:
                self.odd.append(OddFile(Oddity.CLOSED_FOLDER, here, shown_here))
            return
        folders: list[tuple[str, bool]] = []
        for entry, junk in self._admit(entries, folder, shown_here, is_junk=is_junk):
            if entry.is_dir(follow_symlinks=False):
                folders.append((entry.name, junk))
                continue
            name = entry.name if entry.name.isprintable() else make_visible(entry.name)
            yield Admitted(folder, here / entry.name, f"{shown_here}/{name}", junk)
        for name, junk in folders:
            yield from self._walk(f"{folder}/{name}" if folder else name, is_junk=junk)

    def _admit(
        self, entries: Sequence[os.DirEntry[str]], folder: str, shown_here: str, *, is_junk: bool
    ) -> Iterator[tuple[os.DirEntry[str], bool]]:
        """What of a folder is let in, and whether it is junk."""
        twins: dict[str, str] = {}
        for entry in entries:
            junk = is_junk or JUNK.fullmatch(entry.name) is not None
            oddity = self._find_oddity(entry)
            first = twins.setdefault(same_name(entry.name), entry.name)
            if oddity is None and first != entry.name:
                oddity = Oddity.TWIN
            if oddity is not None and not junk:
                path = Path(entry.path)
                label = f"{shown_here}/{make_visible(entry.name)}"
                self.odd.append(OddFile(oddity, path, label, folder, twin=first))
            if oddity in _LET_IN:
                yield entry, junk

    def _find_oddity(self, entry: os.DirEntry[str]) -> Oddity | None:
        """Why a file or folder is told of; None when it need not be."""
        name = entry.name
        is_folder = entry.is_dir(follow_symlinks=False)
        suffix = os.path.splitext(name)[1].lower()  # noqa: PTH122 (once for each of thousands)
        if entry.is_symlink() and (why := self._where_it_leads(entry)):
            return why
        if not is_folder and not entry.is_symlink() and not entry.is_file():
            return Oddity.NO_FILE
        if is_folder and suffix in YAML_SUFFIXES:
            return Oddity.FOLDER_NAMED_AS_FILE
        if suffix in self._named_by_rule and not is_folder:
            return None
        if has_odd_character(name):
            return Oddity.ODD_NAME
        return None if fits_windows(name) else Oddity.NOT_ON_WINDOWS

    def _where_it_leads(self, entry: os.DirEntry[str]) -> Oddity | None:
        """Why a link is not followed; None for one to a file in the same folders."""
        try:
            mode = entry.stat().st_mode
            target = os.path.realpath(entry.path)
        except (OSError, ValueError):  # it leads to itself, to nothing, or where nobody may look
            return Oddity.LINK_OUT
        if stat.S_ISDIR(mode):
            return Oddity.LINKED_FOLDER
        is_inside = target.startswith(os.path.join(self._inside, ""))  # noqa: PTH118 (as above)
        return None if stat.S_ISREG(mode) and is_inside else Oddity.LINK_OUT


_LET_IN = (None, Oddity.TWIN, Oddity.NOT_ON_WINDOWS)
"""What is let in although it may be told of: here it can be read."""
