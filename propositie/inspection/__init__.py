"""Reading and checking in one go: where the command line, the plugin and the werkboek start."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ..explaining import explain
from ..finding import Finding, Severity, sort_findings
from ..huis import Huis
from ..kept import KeptFile
from ..reading import Layer, LoadResult, PagesFolder, Reader, pause_gc
from .told import Told, house_digest, locate

if TYPE_CHECKING:
    from ..checks import Memory

__all__ = ["Inspection", "Inspector", "inspect"]


@dataclass(frozen=True, slots=True)
class Inspection:
    """A house with everything that was found about it, gravest first."""

    loaded: LoadResult
    findings: list[Finding]

    @property
    def huis(self) -> Huis | None:
        """The house, or None when a `error` keeps it from being built."""
        return None if self.errors else self.loaded.huis

    @property
    def errors(self) -> list[Finding]:
        """The findings that stop a build."""
        return [b for b in self.findings if b.severity is Severity.ERROR]


class Inspector:
    """Reads and checks one house, once or again and again, and does again what a change asks for.

    With a folder `cache`, what was read and found is kept there for the next process: by the
    content that it came from, and only for as long as that content is in the house.
    """

    def __init__(self, cache: Path | None = None) -> None:
        self._reader = Reader(cache)
        self._memory_file = KeptFile(cache and cache / "checks-memory")
        self._told_file = KeptFile(cache and cache / "checks-findings")
        self._memory: Memory | None = None
        self._told = Told.from_json(self._told_file.load())

    def inspect(
        self,
        huis: Path | Sequence[Layer],
        on_date: date,
        shown_as: str | None = None,
        pages: PagesFolder | None = None,
    ) -> Inspection:
        """Read the house in the folder `huis` and check it as it stands on the day `on_date`.

        `huis` may be several layers, the lowest first. `pages` is the folder with free pages and
        posts; the one beside the house when left out.
        """
        with pause_gc():
            loaded = self._reader.read(huis, shown_as, pages)
            findings = [*explain(loaded), *self._check(loaded, on_date)]
            return Inspection(loaded, sort_findings(findings))

    def _check(self, loaded: LoadResult, on_date: date) -> Sequence[Finding]:
        """What the rules find in a house that can be used."""
        house = house_digest(loaded, on_date)
        if house and self._told.house == house:
            return self._told.findings
        from ..checks import Memory, check  # what did not change needs no rule to be loaded

        if self._memory is None:
            self._memory = Memory.from_json(self._memory_file.load())
        hits = []
        if loaded.huis is None:
            self._memory.keep_only(loaded.digests)
        else:
            hits = [*check(loaded.huis, on_date, loaded.digests, self._memory)]
        self._told = Told(house, locate(loaded, hits, self._told))
        self._memory_file.save(self._memory.to_json())
        self._told_file.save(self._told.to_json())
        return self._told.findings


def inspect(
    huis: Path | Sequence[Layer],
    on_date: date,
    shown_as: str | None = None,
    pages: PagesFolder | None = None,
    cache: Path | None = None,
) -> Inspection:
    """Read and check a house once: see `Inspector.inspect`. `cache` as there."""
    return Inspector(cache).inspect(huis, on_date, shown_as, pages)
