"""`propositie bijwerken`: bring the files around a house up to date."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .. import __version__
from ..dutch.refusals import reason_and_way_out
from .printing import say
from .shared import stop

if TYPE_CHECKING:
    from ..scaffold.update import Clash, FileUpdate, Update

_MOST_LINES = 12
"""So many lines of a text are shown; who wants all of them asks for a comparison."""


@click.command("bijwerken")
@click.argument("folder", metavar="MAP", type=click.Path(path_type=Path), default=Path(),
                required=False)  # fmt: skip
@click.option("--proef", "dry_run", is_flag=True, help="Laat alleen zien wat er zou veranderen.")
@click.option(
    "--houd", "keep", metavar="BESTAND", multiple=True,
    help="Houd in dit bestand wat jullie schreven, waar het botst. Mag vaker.",
)  # fmt: skip
@click.option(
    "--zonder", "without", metavar="MAP", multiple=True,
    help="Laat deze map of dit bestand voor een andere keer. Mag vaker.",
)  # fmt: skip
def update(folder: Path, dry_run: bool, keep: Sequence[str], without: Sequence[str]) -> None:
    """Breng de bestanden die propositie ooit schreef bij de tijd.

    Dat zijn de lijst van pakketten, wat GitHub doet en de instellingen; wat jullie daarin zelf
    veranderden, blijft staan. Aan het huis en de pagina's komt het niet.

    Eindigt met 0 als alles bij is, met 1 als iemand moet kiezen en met 2 als het niet kon.
    """
    from ..scaffold.update import carry_out, plan_update

    plan = plan_update(folder, _as_paths(keep), _as_paths(without))
    if not dry_run:
        try:
            carry_out(plan)
        except OSError as error:
            why = reason_and_way_out(error)
            stop(f'In de map "{folder.as_posix()}" is niet te schrijven: {why}')
        _update_help_in_editor(folder)
    say("\n".join(_as_diffs(plan) if dry_run else _as_list(plan)))
    for clash in plan.clashes:
        say("\n".join(_describe(clash)))
    sys.exit(1 if plan.clashes else 0)


def _as_paths(typed: Sequence[str]) -> list[str]:
    return [path.replace("\\", "/").strip("/") for path in typed]


def _update_help_in_editor(folder: Path) -> None:
    from ..schema import refresh

    refresh(folder, "site_src/huis")


def _as_list(plan: Update) -> Iterator[str]:
    if not plan.changes:
        yield f"Alles is bij (propositie {__version__})." if not plan.clashes else ""
        return
    yield f"Bijgewerkt naar propositie {__version__}:"
    for change in plan.changes:
        yield f"  {change.path}{_remark(change)}"


def _remark(change: FileUpdate) -> str:
    if change.before is None:
        return "  (nieuw)"
    if change.after is None:
        return "  (weggehaald: niet meer nodig)"
    return "  (wat jullie erin veranderden, bleef staan)" if change.keeps_own else ""


def _as_diffs(plan: Update) -> Iterator[str]:
    if not plan.changes:
        yield "Er zou niets veranderen." if not plan.clashes else ""
    for change in plan.changes:
        before, after = (change.before or "").splitlines(), (change.after or "").splitlines()
        yield f"{change.path}{_remark(change)}"
        if "--hash" in "\n".join(after):
            yield "  (een lijst met kenmerken; te lang om hier te tonen)"
        else:
            yield from (f"  {row}" for row in list(unified_diff(before, after, lineterm=""))[2:])


def _describe(clash: Clash) -> Iterator[str]:
    """What somebody has to choose between, and how."""
    yield f"\n{clash.path}: hier moet u kiezen. Het bestand is gebleven zoals het was."
    for conflict in clash.conflicts:
        yield f"  Regel {conflict.line}: jullie en propositie veranderden hetzelfde."
        yield "    Er staat:"
        yield from _quoted(conflict.ours)
        yield "    Propositie schrijft nu:"
        yield from _quoted(conflict.theirs)
    if not clash.conflicts:
        yield "  Jullie veranderden het, en propositie schrijft nu iets anders."
    yield "  Neem over wat u wilt. Wilt u houden wat er dan staat:"
    yield f"    propositie bijwerken --houd {clash.path}"


def _quoted(lines: Sequence[str]) -> Iterator[str]:
    for line in lines[:_MOST_LINES]:
        yield f"      {line.rstrip()}"
    if len(lines) > _MOST_LINES:
        yield f"      … en nog {len(lines) - _MOST_LINES} regels"
    if not lines:
        yield "      (niets)"
