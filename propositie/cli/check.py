"""`propositie inspect`: check the house and tell what was found."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .. import overview
from ..dutch.refusals import reason_of
from ..finding import Finding, Severity, as_github, as_json, as_text, sort_findings, summarise
from ..inspection import Inspection
from ..inspection import inspect as inspect_huis
from ..reading import pause_gc
from . import shared
from .printing import say, say_to_program
from .shared import DateParam, huis_option, require_huis_folder, stop

if TYPE_CHECKING:
    from ..forecast import Dated
    from ..reading import Source


@click.command("controleer")
@huis_option
@click.option(
    "--formaat", "format_", type=click.Choice(["tekst", "github", "json"]), default="tekst",
    show_default=True, help="Hoe de bevindingen getoond worden.",
)  # fmt: skip
@click.option("--alles", "everything", is_flag=True, help="Toon elke bevinding, een voor een.")
@click.option(
    "--bij", "about", default=None, metavar="NAAM",
    help="Toon alleen wat over een ding gaat (gijs), een soort (medewerkers) of een bestand.",
)  # fmt: skip
@click.option("--streng", "strict", is_flag=True, help="Laat ook een waarschuwing als fout tellen.")
@click.option("--op", "on_date", type=DateParam(), default=None, help="Kijk alsof het deze dag is.")
@click.option(
    "--verslag", "report_path", type=click.Path(path_type=Path, dir_okay=False), default=None,
    help="Schrijf achteraan dit bestand ook een verslag (Markdown), zoals GitHub het toont.",
)  # fmt: skip
def inspect(
    huis_folder: Path,
    format_: str,
    everything: bool,
    about: str | None,
    strict: bool,
    on_date: date | None,
    report_path: Path | None,
) -> None:
    """Kijk het huis na en noem wat eraan ontbreekt.

    Zijn het er veel, dan staat elke soort bevinding er een keer, met om hoeveel het gaat; met
    --alles staan ze er een voor een, en met --bij alleen die over een mens, dienst of bestand.

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
        findings = sort_findings([*inspection.findings, *_look_at_settings(huis_folder)])
        upcoming = _forecast(inspection, on_date)
        if about is not None:
            findings = overview.about(findings, about)
            if not findings and format_ == "tekst":
                _tell_nothing_about(about, inspection.loaded.sources)
        if findings or about is None or format_ != "tekst":
            show(findings, format_, upcoming, everything=everything or about is not None)
        if report_path is not None:
            _write_report(report_path, findings, upcoming)
    limit = Severity.WARNING if strict else Severity.ERROR
    sys.exit(int(any(b.severity >= limit for b in findings)))


def _tell_nothing_about(name: str, sources: Mapping[tuple[str, str], Source]) -> None:
    """Nothing was found about something, or there is no such thing."""
    wanted = name.strip().removesuffix("/").casefold()
    known = {
        word.casefold()
        for (kind, id_), source in sources.items()
        for word in (kind, id_, source.shown_as, source.path.name)
    }
    if wanted not in known and not Path(name).exists():
        stop(
            f'Er is niets dat "{name}" heet. Noem een bestand, een soort zoals medewerkers, of de '
            "naam van een bestand zonder .yml."
        )
    say(f'Over "{name}" is er niets gevonden.')


def _look_at_settings(huis_folder: Path) -> list[Finding]:
    """What is wrong with the settings of the site here, when the house is a part of that site."""
    here = Path.cwd().resolve()
    if not huis_folder.resolve().is_relative_to(here):
        return []
    from ..explaining.site_settings import explain_site_settings

    files = ("mkdocs.yml", "werkboek.yml")
    return [found for name in files for found in explain_site_settings(Path(name), name)]


def title_of(code: str) -> str:
    """What a code asks, in a few words."""
    from ..checks import RULES
    from ..explaining import READING_CODES

    if code in RULES:
        title = RULES[code].title
        return f"nog niet: {title[0].lower()}{title[1:]}"
    return READING_CODES[code].title


def _forecast(inspection: Inspection, on_date: date | None) -> Sequence[Dated]:
    """What will change on the site until a day that was named."""
    if on_date is None or inspection.huis is None:
        return ()
    from ..forecast import forecast  # who asks for no day needs none of it

    return forecast(inspection.huis, shared.today(), on_date)


def _write_report(path: Path, findings: list[Finding], upcoming: Sequence[Dated]) -> None:
    from ..report import report

    text = report(findings, upcoming)
    try:
        with path.open("a", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        stop(f'Het verslag "{path.as_posix()}" is niet te schrijven ({reason_of(error)}).')


def show(
    findings: list[Finding],
    format_: str,
    upcoming: Sequence[Dated] = (),
    *,
    everything: bool = True,
) -> None:
    """Print findings, and what will change, in one of the formats. For people many are told by
    kind, unless they ask for `everything`."""
    if format_ == "json":
        say_to_program(as_json(findings, (v.as_row() for v in upcoming)))
        return
    if format_ == "github":
        for finding in findings:
            say_to_program(as_github(finding))
        for change in upcoming:
            say_to_program(change.as_github())
    if format_ == "tekst":
        if not everything and len(findings) > overview.FEW:
            say(overview.overview(findings, title_of))
        else:
            for finding in findings:
                say(as_text(finding))
            say(summarise(findings))
        if upcoming:
            say("\nDit verandert er tot die dag op de site:")
        for change in upcoming:
            say(change.as_text())
