"""`propositie inspect`: check the house and tell what was found."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..finding import Finding, Severity, as_github, as_json, as_text, summarise
from ..inspection import Inspection
from ..inspection import inspect as inspect_huis
from ..reading import pause_gc
from . import shared
from .printing import say, say_to_program
from .shared import DateParam, huis_option, require_huis_folder, stop

if TYPE_CHECKING:
    from ..forecast import Change


@click.command("controleer")
@huis_option
@click.option(
    "--formaat", "format_", type=click.Choice(["tekst", "github", "json"]), default="tekst",
    show_default=True, help="Hoe de bevindingen getoond worden.",
)  # fmt: skip
@click.option("--streng", "strict", is_flag=True, help="Laat ook een waarschuwing als fout tellen.")
@click.option("--op", "on_date", type=DateParam(), default=None, help="Kijk alsof het deze dag is.")
@click.option(
    "--verslag", "report_path", type=click.Path(path_type=Path, dir_okay=False), default=None,
    help="Schrijf achteraan dit bestand ook een verslag (Markdown), zoals GitHub het toont.",
)  # fmt: skip
def inspect(
    huis_folder: Path, format_: str, strict: bool, on_date: date | None, report_path: Path | None
) -> None:
    """Kijk het huis na en noem alles wat eraan ontbreekt.

    Met --op een dag in de toekomst staat er ook bij wat er tot die dag verandert op de site.

    Eindigt met 0 als het huis in orde is, met 1 bij fouten (met --streng ook bij
    waarschuwingen) en met 2 als er niets na te kijken was.
    """
    require_huis_folder(huis_folder)
    layers = shared.huis_layers(huis_folder)
    with pause_gc():  # until the end: then nothing is left to collect for
        inspection = inspect_huis(
            layers, on_date or shared.today(), cache=shared.cache_folder(layers)
        )
        findings = inspection.findings
        upcoming = _forecast(inspection, on_date)
        show(findings, format_, upcoming)
        if report_path is not None:
            _write_report(report_path, findings, upcoming)
    limit = Severity.WARNING if strict else Severity.ERROR
    sys.exit(int(any(b.severity >= limit for b in findings)))


def _forecast(inspection: Inspection, on_date: date | None) -> Sequence[Change]:
    """What will change on the site until a day that was named."""
    if on_date is None or inspection.huis is None:
        return ()
    from ..forecast import forecast  # who asks for no day needs none of it

    return forecast(inspection.huis, shared.today(), on_date)


def _write_report(path: Path, findings: list[Finding], upcoming: Sequence[Change]) -> None:
    from ..report import report

    text = report(findings, upcoming)
    try:
        with path.open("a", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        stop(f'Het verslag "{path.as_posix()}" is niet te schrijven ({error.strerror}).')


def show(findings: list[Finding], format_: str, upcoming: Sequence[Change] = ()) -> None:
    """Print findings, and what will change, in one of the formats."""
    if format_ == "json":
        say_to_program(as_json(findings, (v.as_row() for v in upcoming)))
        return
    for finding in findings:
        if format_ == "github":
            say_to_program(as_github(finding))
        else:
            say(as_text(finding))
    if format_ == "github":
        for change in upcoming:
            say_to_program(change.as_github())
    if format_ == "tekst":
        say(summarise(findings))
        if upcoming:
            say("\nDit verandert er tot die dag op de site:")
        for change in upcoming:
            say(change.as_text())
