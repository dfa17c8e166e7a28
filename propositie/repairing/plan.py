"""What can be mended in a house: worked out file by file, before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import TypeAlias

from ..dutch.refusals import reason_of
from ..edits import (
    Certainty,
    Edit,
    FileChange,
    NotWritable,
    OverlapError,
    apply_to_bytes,
)
from ..explaining import MAX_PER_FILE, explain
from ..finding import Finding, Severity, sort_findings
from ..inspection import Inspection
from ..reading import Source, read_again

MAX_ROUNDS = 500
"""A file with more mistakes than this, one behind the other, is not one to mend line by line."""
UNREADABLE = frozenset({"V01", "V02", "V09", "V10"})
"""The codes of a line that YAML itself stumbles over: what comes after it was not looked at."""
UNKNOWN_FIELD = "V04"
AFTER_READING = frozenset({"V03", "V14", "V18", "V20"})
"""The codes of what is looked at once the fields of a file are right: what it refers to."""

Ask: TypeAlias = Callable[[Finding], bool]
"""Whether to write a mending that is only likely."""


@dataclass(frozen=True, slots=True)
class FileRepair:
    """How one file changes, and what was mended in it."""

    change: FileChange
    mended: Sequence[Finding]
    left: Sequence[Finding]
    """The errors that this file then still has."""


def plan_repairs(
    inspection: Inspection, ask: Ask, only: Container[str] | None = None
) -> Iterator[FileRepair]:
    """Yield what can be mended, file by file: all that is certain, and what `ask` says yes to.

    With `only`, in those files.
    """
    sources = _files_of(inspection)
    by_file: dict[str, list[Finding]] = {}
    for finding in inspection.errors:
        if finding.location is not None and finding.location.file in sources:
            by_file.setdefault(finding.location.file, []).append(finding)
    for file, findings in by_file.items():
        if (only is None or file in only) and any(finding.can_be_mended for finding in findings):
            repair = _FileRepairer(inspection, sources[file], findings, ask).run()
            if repair.mended:
                yield repair


def repair_one(inspection: Inspection, finding: Finding) -> FileRepair | None:
    """What mends one finding; None when that would not help.

    Raises `ChangedMeanwhile` when the file is another than was read.
    """
    sources = _files_of(inspection)
    source = sources.get(finding.location.file if finding.location else "")
    if source is None or finding.fix is None or not finding.fix.can_be_written:
        return None
    here = [b for b in inspection.errors if b.location and b.location.file == source.shown_as]
    repairer = _FileRepairer(inspection, source, here, lambda _: True)
    return repairer.result() if repairer.try_(finding) else None


def _files_of(inspection: Inspection) -> dict[str, Source]:
    """Every file of the house, as staff know it; a thing in layers has several."""
    every = inspection.loaded.sources.values()
    return {part.shown_as: part for source in every for part in source.parts}


_Key: TypeAlias = tuple[str, int, int, str]


def _key(finding: Finding) -> _Key:
    """What stays the same of a finding when other lines of its file change."""
    location, edits = finding.location, finding.fix.edits if finding.fix else ()
    text = "\0".join(edit.text for edit in edits)
    return finding.code, location.line if location else 0, location.column if location else 0, text


@dataclass
class _FileRepairer:
    """One file that is mended step by step, in memory."""

    inspection: Inspection
    source: Source
    findings: list[Finding]
    ask: Ask
    mended: list[Finding] = field(default_factory=list)
    refused: set[_Key] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.before = self.content = _read(self.source)

    def run(self) -> FileRepair:
        """Mend until nothing is left that can be."""
        for _ in range(MAX_ROUNDS):
            if not (self._mend_certain() or self._mend_likely()):
                break
        return self.result()

    def result(self) -> FileRepair:
        """What has come of the file so far."""
        path, count = self.source.path, len(self.mended)
        change = FileChange(path, path, self.source.shown_as, self.before, self.content, count)
        return FileRepair(change, self.mended, self.findings)

    def _open(self, certainty: Certainty) -> list[Finding]:
        return [
            b for b in self.findings
            if b.fix is not None and b.fix.certainty is certainty and _key(b) not in self.refused
        ]  # fmt: skip

    def _mend_certain(self) -> bool:
        """Mend all that is certain together, else the first that can be alone."""
        certain = self._open(Certainty.CERTAIN)
        if len(certain) > 1 and self.try_(*certain):
            return True
        return any(self._try_once(finding) for finding in certain)

    def _mend_likely(self) -> bool:
        """Mend the first likely thing that helps and that is agreed to."""
        return any(self._try_once(b, ask=True) for b in self._open(Certainty.LIKELY))

    def _try_once(self, finding: Finding, ask: bool = False) -> bool:
        if self.try_(finding, ask=ask):
            return True
        self.refused.add(_key(finding))
        return False

    def try_(self, *findings: Finding, ask: bool = False) -> bool:
        """Take over the edits of some findings, when the file is the better for it."""
        edits: list[Edit] = [edit for b in findings if b.fix for edit in b.fix.edits]
        try:
            content = apply_to_bytes(self.content, edits)
        except OverlapError:
            return False
        found = explain(read_again(self.inspection.loaded, self.source, content))
        file = self.source.shown_as
        after = sort_findings(b for b in found if not b.location or b.location.file == file)
        if not is_better(self.findings, after, findings) or (ask and not self.ask(findings[0])):
            return False
        self.content, self.findings = content, after
        self.mended += findings
        return True


def _read(source: Source) -> bytes:
    try:
        return source.path.read_bytes()
    except OSError as error:
        raise NotWritable(source.path.name, reason_of(error)) from error


def is_better(
    before: Sequence[Finding], after: Sequence[Finding], mended: Sequence[Finding]
) -> bool:
    """Whether what was mended is gone, and nothing else went wrong."""
    if _places(mended) & _places(after):
        return False
    stopped, stops = _stop(before), _stop(after)
    if stopped < inf:  # what lies behind it shows only now
        return stops > stopped
    if stops < inf:
        return False
    if len(before) >= MAX_PER_FILE:  # more than these were not told
        return True
    count = Counter(b.code for b in before)
    if not AFTER_READING.issuperset(count):  # what is elsewhere in the file shows only now
        lines = {edit.start.line for b in mended if b.fix for edit in b.fix.edits}
        after = [b for b in after if b.code not in AFTER_READING or _line_of(b) in lines]
    told = [b for b in after if not any(_stood_in(b, field) for field in mended)]
    return all(number <= count[code] for code, number in Counter(b.code for b in told).items())


def _stood_in(finding: Finding, field: Finding) -> bool:
    """Whether a finding is about the inside of a field that was not known, so not looked at."""
    here, key = finding.location, field.location
    if field.code != UNKNOWN_FIELD or here is None or key is None:
        return False
    return here.line == key.line or (here.line > key.line and here.column > key.column)


def _line_of(finding: Finding) -> int:
    return finding.location.line if finding.location else 0


def _places(findings: Sequence[Finding]) -> set[tuple[str, int, int]]:
    return {_key(b)[:3] for b in findings}


def _stop(findings: Sequence[Finding]) -> float:
    """The line at which YAML stops being read; infinite when all is read."""
    lines = [
        b.location.line
        for b in findings
        if b.code in UNREADABLE and b.severity is Severity.ERROR and b.location
    ]
    return min(lines, default=inf)
