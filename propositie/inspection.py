"""Reading and checking in one go: where the command line, the plugin and the werkboek start."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from .checks import check
from .explaining import explain
from .finding import Finding, Severity, sort_findings
from .huis import Huis
from .reading import Layer, LoadResult, PagesFolder, load_huis, pause_gc


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


def inspect(
    huis: Path | Sequence[Layer],
    on_date: date,
    shown_as: str | None = None,
    pages: PagesFolder | None = None,
) -> Inspection:
    """Read the house in the folder `huis` and check it as it stands on the day `on_date`.

    `huis` may be several layers, the lowest first. `pages` is the folder with free pages and posts;
    the one beside the house when left out.
    """
    with pause_gc():
        return _inspect(huis, on_date, shown_as, pages)


def _inspect(
    huis: Path | Sequence[Layer], on_date: date, shown_as: str | None, pages: PagesFolder | None
) -> Inspection:
    loaded = load_huis(huis, shown_as, pages)
    findings = explain(loaded)
    if loaded.huis is not None:
        for rule, hit in check(loaded.huis, on_date):
            location = loaded.source_of(hit.thing).location(hit.path, key=hit.at_key, find=hit.find)
            findings.append(Finding(rule.code, rule.severity, hit.message, location))
    return Inspection(loaded, sort_findings(findings))
