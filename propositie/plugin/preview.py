"""What `mkdocs serve` shows besides the site: mistakes over the page, and where a page came from.

Nothing of it is in a built site.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import quote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.pages import Page
from watchdog.observers.polling import PollingObserver

from ..checks import RULES
from ..explaining import READING_CODES
from ..finding import Finding, Severity, parts, summarise
from ..huis import KINDS
from ..inspection import Inspection
from ..reading import Source
from .options import seen_from
from .page import HuisPage

log = logging.getLogger("mkdocs.plugins.propositie")

POLL_INTERVAL = 0.1
"""Seconds between two looks at the files. MkDocs' own half second makes a save feel lost, and
what tells of changes by itself does not work on every shared drive."""
_HEADING_KEYS = tuple(dict.fromkeys(kind.naming for kind in KINDS if kind.naming))
"""The field that is the headline of a thing, whichever it has."""


class Preview:
    """What the pages of a preview tell of the house, as it was read last.

    `is_fallback` says that there are no good pages to show below the mistakes.
    """

    def __init__(self, inspection: Inspection, root: Path, *, is_fallback: bool = False) -> None:
        self._is_fallback = is_fallback
        self._inspection = inspection
        self._root = root
        self._sources = {b.shown_as: b for b in inspection.loaded.sources.values()}

    @property
    def data(self) -> Mapping[str, object]:
        """What is the same on every page: the mistakes, and how sound the house is."""
        errors = self._inspection.errors
        rest = [b for b in self._inspection.findings if b.severity is not Severity.ERROR]
        return {
            "fouten": [self._shown(b) for b in errors],
            "rest": [self._shown(b) for b in rest],
            "nood": self._is_fallback,
            "stand": summarise(self._inspection.findings),
        }

    def origin(self, page: Page, config: MkDocsConfig) -> Mapping[str, object] | None:
        """The file and line that a page came from; None when it was made of many."""
        if isinstance(page, HuisPage):
            source = self._sources.get(page.our_page.source or "")
            if source is None:
                return None
            file, line, path = source.shown_as, _heading_line(source), source.path
        elif page.file.abs_src_path is not None:
            path = Path(page.file.abs_src_path)
            file, line = seen_from(self._root, path), 1
        else:
            return None
        return {
            "bestand": file,
            "regel": line,
            "openen": _in_editor(path, line),
            "bevindingen": [
                self._shown(b)
                for b in self._inspection.findings
                if b.location is not None and b.location.file == file
            ],
        }

    def _shown(self, finding: Finding) -> Mapping[str, object]:
        """A finding in the parts that the page shows, with why it matters."""
        result: dict[str, object] = {**parts(finding), "waarom": _why(finding.code)}
        location = finding.location
        if location is not None:
            path = self._root / location.file
            result["openen"] = _in_editor(path, location.line or 1, location.column or 1)
        return result


def _heading_line(source: Source) -> int:
    """The line on which the headline of a thing stands."""
    lines = (source.location((key,), key=True).line for key in _HEADING_KEYS)
    return next((line for line in lines if line), 1)


def _why(code: str) -> str:
    """The reason behind a code, as the handbook gives it."""
    if code in RULES:
        return RULES[code].reason
    return READING_CODES[code].why if code in READING_CODES else ""


def _in_editor(path: Path, line: int, column: int = 1) -> str:
    """An address that opens the file at this place in Visual Studio Code."""
    return f"vscode://file/{quote(path.resolve().as_posix().lstrip('/'))}:{line}:{column}"


def poll_faster(server: LiveReloadServer, config: MkDocsConfig) -> None:
    """Let the preview notice a saved file sooner."""
    folders = [config.docs_dir, *([config.config_file_path] if config.config_file_path else [])]
    for folder in folders:
        server.unwatch(folder)
    server.observer = PollingObserver(timeout=POLL_INTERVAL)
    for folder in folders:
        server.watch(folder)


def without_traceback(build: Callable[[], None]) -> Callable[[], None]:
    """A builder that tells what is wrong with mkdocs.yml instead of printing a traceback."""

    def safe_build() -> None:
        try:
            build()
        except MkDocsException as error:
            log.error("mkdocs.yml klopt niet; de voorvertoning blijft zoals zij was. %s", error)
            # The server prints an Abort in one line, and any other exception as a traceback.
            raise Abort("Verbeter mkdocs.yml en bewaar het opnieuw.") from None

    return safe_build
