"""A second set of names for the files of a site: making thousands of folders takes longer than
writing one page.

The spare is a folder with the same files as the site (other names of the same, so it takes no room)
that waits for the next build. That build changes in it what has to change and lets it take the
place of the site; the site that stood there is then made the same, and becomes the spare. Nothing
is in it that is not on the site: what was taken off the site goes from it in the same build.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import sys
from collections.abc import Collection, Mapping, Set
from pathlib import Path

Numbers = Mapping[str, tuple[int, int]]
"""The device and number of each file by address: what is the same file has the same."""


class Spare:
    """The spare of one site, in a folder for those of many."""

    def __init__(self, folder: Path, target: Path) -> None:
        self._path = folder / hashlib.sha256(os.fsencode(target)).hexdigest()[:16]
        self._target = target

    def move_into(self, folder: Path, wanted: Collection[str]) -> Set[str]:
        """Move what is the same as on the site, of the files `wanted`, into an empty folder beside
        the site; return their addresses. What cannot be used is thrown away."""
        if sys.platform == "win32":  # it gives files no numbers that can be had at once
            return frozenset()
        mine = folder / ".reserve"
        try:
            self._path.rename(mine)
        except OSError:  # there is none, or on another disk
            return frozenset()
        try:
            names = {entry.name for entry in folder.iterdir()}
            if any(entry.name in names for entry in mine.iterdir()):
                return frozenset()
            found, site = numbers_of(mine), numbers_of(self._target)
            same = {a for a, number in found.items() if a in wanted and site.get(a) == number}
            _remove(mine, found.keys() - same)
            if any(os.path.isdir(f"{mine}/{a}") for a in site.keys() - same):  # noqa: PTH112
                return frozenset()  # somebody made a folder where a file has to come
            for entry in list(mine.iterdir()):
                entry.rename(folder / entry.name)
        except OSError:
            same = set()
        finally:
            shutil.rmtree(mine, ignore_errors=True)
        return same

    def keep(self, old: Path) -> None:
        """Make the site that stood there the same as the one that took its place, and keep it; one
        that cannot be kept is thrown away."""
        try:
            if sys.platform == "win32":
                raise OSError
            make_same(old, self._target)
            self._path.parent.mkdir(parents=True, exist_ok=True)
            shutil.rmtree(self._path, ignore_errors=True)
            old.rename(self._path)
        except OSError:
            shutil.rmtree(old, ignore_errors=True)


def numbers_of(folder: Path) -> Numbers:
    """Every file in a folder, by its address in it."""
    found: dict[str, tuple[int, int]] = {}
    inner = [""]
    while inner:
        here = inner.pop()
        with os.scandir(f"{folder}/{here}") as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    inner.append(f"{here}{entry.name}/")
                else:
                    state = entry.stat(follow_symlinks=False)
                    found[f"{here}{entry.name}"] = (state.st_dev, state.st_ino)
    return found


def make_same(folder: Path, model: Path) -> None:
    """Give a folder the files of another: the very same ones, under the same names, and no others.
    Raises OSError where the system has no second names."""
    found, wanted = numbers_of(folder), numbers_of(model)
    gone = {a for a, number in found.items() if wanted.get(a) != number}
    for address in gone:
        os.unlink(f"{folder}/{address}")  # noqa: PTH108 (thousands)
    for address, number in wanted.items():
        if found.get(address) == number:
            continue
        path = f"{folder}/{address}"
        try:
            os.link(f"{model}/{address}", path)
        except FileNotFoundError:
            os.makedirs(path.rpartition("/")[0], exist_ok=True)  # noqa: PTH103 (thousands)
            os.link(f"{model}/{address}", path)
    remove_empty(folder, {address.rpartition("/")[0] for address in gone - wanted.keys()})


def _remove(folder: Path, addresses: Collection[str]) -> None:
    """Remove files, and the folders that are empty without them."""
    for address in addresses:
        os.unlink(f"{folder}/{address}")  # noqa: PTH108 (thousands)
    remove_empty(folder, {address.rpartition("/")[0] for address in addresses})


def remove_empty(root: Path, folders: Collection[str]) -> None:
    """Remove those of some folders in `root` that are empty, and what is then empty above them."""
    for folder in sorted(folders, key=len, reverse=True):
        while folder:
            with contextlib.suppress(OSError):
                os.rmdir(f"{root}/{folder}")  # noqa: PTH106 (thousands)
                folder = folder.rpartition("/")[0]
                continue
            break
