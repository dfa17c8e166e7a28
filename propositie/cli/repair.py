"""`propositie herstel`: write what mends the mistakes, where that is known."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..dutch import counted
from ..edits import Certainty, write_all
from ..finding import Finding, as_text, mended_line, sort_findings, summarise
from ..harmless import make_visible
from ..inspection import Inspection
from ..inspection import inspect as inspect_huis
from ..reading import Source
from . import shared
from .printing import say
from .shared import huis_option, require_huis_folder, stop

if TYPE_CHECKING:
    from ..repairing import FileRepair


@click.command("herstel")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[BESTAND]…")
@huis_option
@click.option(
    "--proef",
    "dry_run",
    is_flag=True,
    help="Schrijf niets; laat alleen zien wat er zou veranderen.",
)
@click.option(
    "--ook-waarschijnlijk", "include_likely", is_flag=True,
    help="Schrijf ook wat waarschijnlijk bedoeld is, zonder het te vragen.",
)  # fmt: skip
def repair(files: tuple[Path, ...], huis_folder: Path, dry_run: bool, include_likely: bool) -> None:
    """Herstel in het huis wat vanzelf te herstellen is, en noem wat overblijft.

    Wat zeker is, wordt geschreven: een spatie, een aanhalingsteken, een tab. Wat waarschijnlijk
    is, zoals de naam die er het meest op lijkt, vraagt het eerst. Met BESTAND alleen in dat
    bestand. De rest van een bestand blijft zoals het was, ook de opmerkingen.

    Eindigt met 0 als er geen fout overblijft, met 1 als er nog fouten zijn en met 2 als het
    niet te schrijven was.
    """
    from ..repairing import plan_repairs

    require_huis_folder(huis_folder)
    inspection = inspect_huis(shared.huis_layers(huis_folder), shared.today())
    only = _choose_files(files, inspection.loaded.sources.values())

    def ask(finding: Finding) -> bool:
        return include_likely or (not dry_run and shared.has_terminal() and _ask(finding))

    repairs = list(plan_repairs(inspection, ask, only))
    if not dry_run:
        write_all([done.change for done in repairs])
    for done in repairs:
        say(_as_diff(done) if dry_run else _as_list(done))
    if dry_run:
        left = _find_left(inspection, repairs)
    else:  # with every file readable, the rules too have their say
        left = inspect_huis(shared.huis_layers(huis_folder), shared.today()).errors
    left = [b for b in left if not files or _file_of(b) in only]
    _tell(repairs, left, dry_run)
    sys.exit(int(bool(left)))


def _choose_files(chosen: Sequence[Path], sources: Iterable[Source]) -> frozenset[str]:
    """The files to mend, as staff know them: all, or those that were named; stop for another."""
    by_path = {part.path.resolve(): part.shown_as for source in sources for part in source.parts}
    for path in chosen:
        if path.resolve() not in by_path:
            stop(f'Het bestand "{path.as_posix()}" hoort niet bij het huis, of het is er niet.')
    return frozenset(by_path[path.resolve()] for path in chosen) or frozenset(by_path.values())


def _ask(finding: Finding) -> bool:
    """Whether somebody at the terminal agrees to what is likely."""
    say(as_text(finding))
    return bool(
        click.prompt(
            "Zal ik het zo schrijven? Typ ja of nee", default="nee",
            value_proc=lambda answer: answer.strip().lower() in {"j", "ja", "y", "yes"},
        )
    )  # fmt: skip


def _file_of(finding: Finding) -> str:
    return finding.location.file if finding.location else ""


def _as_diff(repair: FileRepair) -> str:
    """What would change in a file, as programmers are used to see it."""
    change = repair.change
    before, after = (
        [make_visible(line) for line in re.split(r"\r\n|\r|\n", content.decode("utf-8-sig"))]
        for content in (change.before, change.after)
    )
    name = change.shown_as
    return "\n".join(unified_diff(before, after, name, name, n=1, lineterm="")) + "\n"


def _as_list(repair: FileRepair) -> str:
    """What changed in a file, line by line."""
    lines = [f"{repair.change.shown_as}"]
    for finding in repair.mended:
        number = finding.location.line if finding.location else 0
        new = make_visible((mended_line(finding) or "").strip())
        lines.append(f"  regel {number}, {finding.code}: {new}")
    return "\n".join(lines) + "\n"


def _find_left(inspection: Inspection, repairs: Sequence[FileRepair]) -> list[Finding]:
    """The errors that remain when `repairs` are written."""
    changed = {repair.change.shown_as for repair in repairs}
    untouched = [b for b in inspection.errors if _file_of(b) not in changed]
    return sort_findings([*untouched, *(b for repair in repairs for b in repair.left)])


def _tell(repairs: Sequence[FileRepair], left: Sequence[Finding], is_trial: bool) -> None:
    """How much was mended, and what a person has to do."""
    count = sum(len(repair.mended) for repair in repairs)
    if not repairs:
        say("Er is niets dat vanzelf te herstellen is." if left else "Er is niets te herstellen.")
    else:
        errors = counted(count, "fout", "fouten")
        places = counted(len(repairs), "bestand", "bestanden")
        verb = ("zou" if count == 1 else "zouden") if is_trial else ("is" if count == 1 else "zijn")
        ending = " worden. Er is niets geschreven." if is_trial else "."
        say(f"{errors} in {places} {verb} hersteld{ending}")
    if not left:
        return
    say("\nDit blijft over voor u:\n")
    for finding in left:
        say(as_text(finding))
    say(summarise(left))
    if any(b.fix is not None and b.fix.certainty is Certainty.LIKELY for b in left):
        say("Wat waarschijnlijk bedoeld is, schrijft: propositie herstel --ook-waarschijnlijk")
