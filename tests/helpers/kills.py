"""Kills a build at some moment, and looks at what it leaves."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from helpers.build import command_environment

WHOLE_OLD, WHOLE_NEW, BROKEN = "the old site, whole", "the new site, whole", "a broken site"
_PATIENCE = 60.0
"""Seconds after which a build that does not end is given up."""


def digest_of(site: Path) -> str:
    """One digest for every file of a site, by name and content."""
    digest = hashlib.sha256()
    for path in sorted(p for p in site.rglob("*") if p.is_file()):
        digest.update(path.relative_to(site).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


@dataclass
class Victim:
    """An organisation with two versions of its house, whose builds are killed."""

    folder: Path
    change: Callable[[int], None]
    """Writes version 0 or 1."""

    def __post_init__(self) -> None:
        self.whole = []
        for version in (0, 1):
            self.change(version)
            self._build().wait(_PATIENCE)
            self.whole.append(digest_of(self.folder / "site"))
        assert self.whole[0] != self.whole[1]
        self.stands = 1

    def _build(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
        return subprocess.Popen(command, cwd=self.folder, env=command_environment())

    def kill(self, moment: Callable[[subprocess.Popen[bytes]], None]) -> str:
        """Build the version that does not stand, kill it at a moment, and tell what stands."""
        wanted = 1 - self.stands
        self.change(wanted)
        shutil.rmtree(self.folder / ".cache", ignore_errors=True)
        process = self._build()
        moment(process)
        process.kill()
        process.wait()
        found = digest_of(self.folder / "site")
        if found == self.whole[wanted]:
            self.stands = wanted
            return WHOLE_NEW
        return WHOLE_OLD if found == self.whole[self.stands] else BROKEN

    def finish(self) -> set[str]:
        """Build to the end; give the names of what lies beside mkdocs.yml."""
        assert self._build().wait(_PATIENCE) == 0
        return {path.name for path in self.folder.iterdir()}


def while_writing(folder: Path, files: int) -> Callable[[subprocess.Popen[bytes]], None]:
    """The moment at which so many files were written in the folder beside the site."""

    def wait(process: subprocess.Popen[bytes]) -> None:
        end = time.monotonic() + _PATIENCE
        while process.poll() is None and time.monotonic() < end:
            for staging in folder.glob(".site.propositie-*"):
                if sum(len(names) for _, _, names in os.walk(staging)) > files:
                    return

    return wait


def after(seconds: float) -> Callable[[subprocess.Popen[bytes]], None]:
    """The moment so many seconds after the start."""

    def wait(process: subprocess.Popen[bytes]) -> None:
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            return

    return wait


def random_moments(longest: float, seed: int) -> Callable[[], float]:
    """A way to draw a number of seconds, the same ones every time."""
    rng = random.Random(seed)
    return lambda: rng.uniform(0, longest)


IS_POSIX = hasattr(signal, "SIGKILL")
