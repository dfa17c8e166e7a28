"""What `mkdocs serve` shows besides the site: mistakes over the page, and where a page came from.

Nothing of it is in a built site.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import quote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.pages import Page
from watchdog.observers.polling import PollingObserver

from ..bevinding import Bevinding, Ernst, delen, samenvatting
from ..controle import Controle
from ..keuring import REGELS
from ..lezen import LEESCODES, Bron
from .pagina import HuisPagina

log = logging.getLogger("mkdocs.plugins.propositie")

KIJKT_IEDERE = 0.1
"""Seconds between two looks at the files. MkDocs' own half second makes a save feel lost, and
what tells of changes by itself does not work on every shared drive."""
_KOPPEN = ("naam", "titel", "belofte")
"""The field that is the headline of a thing, whichever it has."""


class Voorvertoning:
    """What the pages of a preview tell of the house, as it was read last.

    `nood` says that there are no good pages to show below the mistakes.
    """

    def __init__(self, controle: Controle, wortel: Path, *, nood: bool = False) -> None:
        self._nood = nood
        self._controle = controle
        self._wortel = wortel
        self._bronnen = {b.getoond: b for b in controle.lezing.bronnen.values()}

    @property
    def gegevens(self) -> Mapping[str, object]:
        """What is the same on every page: the mistakes, and how sound the house is."""
        fouten = self._controle.fouten
        rest = [b for b in self._controle.bevindingen if b.ernst is not Ernst.FOUT]
        return {
            "fouten": [self._getoond(b) for b in fouten],
            "rest": [self._getoond(b) for b in rest],
            "nood": self._nood,
            "stand": samenvatting(self._controle.bevindingen),
        }

    def herkomst(self, page: Page, config: MkDocsConfig) -> Mapping[str, object] | None:
        """The file and line that a page came from; None when it was made of many."""
        if isinstance(page, HuisPagina):
            bron = self._bronnen.get(page.pagina.bron or "")
            if bron is None:
                return None
            bestand, regel, pad = bron.getoond, _kopregel(bron), bron.pad
        elif page.file.abs_src_path is not None:
            pad = Path(page.file.abs_src_path)
            bestand, regel = Path(os.path.relpath(pad, self._wortel)).as_posix(), 1
        else:
            return None
        return {
            "bestand": bestand,
            "regel": regel,
            "openen": _in_editor(pad, regel),
            "bevindingen": [
                self._getoond(b)
                for b in self._controle.bevindingen
                if b.plaats is not None and b.plaats.bestand == bestand
            ],
        }

    def _getoond(self, bevinding: Bevinding) -> Mapping[str, object]:
        """A finding in the parts that the page shows, with why it matters."""
        uit: dict[str, object] = {**delen(bevinding), "waarom": _waarom(bevinding.code)}
        plaats = bevinding.plaats
        if plaats is not None:
            pad = self._wortel / plaats.bestand
            uit["openen"] = _in_editor(pad, plaats.regel or 1, plaats.kolom or 1)
        return uit


def _kopregel(bron: Bron) -> int:
    """The line on which the headline of a thing stands."""
    regels = (bron.plaats((kop,), sleutel=True).regel for kop in _KOPPEN)
    return next((regel for regel in regels if regel), 1)


def _waarom(code: str) -> str:
    """The reason behind a code, as the handbook gives it."""
    if code in REGELS:
        return REGELS[code].reden
    return LEESCODES[code].waarom if code in LEESCODES else ""


def _in_editor(pad: Path, regel: int, kolom: int = 1) -> str:
    """An address that opens the file at this place in Visual Studio Code."""
    return f"vscode://file/{quote(pad.resolve().as_posix().lstrip('/'))}:{regel}:{kolom}"


def kijk_vaker(server: LiveReloadServer, config: MkDocsConfig) -> None:
    """Let the preview notice a saved file sooner."""
    mappen = [config.docs_dir, *([config.config_file_path] if config.config_file_path else [])]
    for map_ in mappen:
        server.unwatch(map_)
    server.observer = PollingObserver(timeout=KIJKT_IEDERE)
    for map_ in mappen:
        server.watch(map_)


def zonder_terugloop(bouw: Callable[[], None]) -> Callable[[], None]:
    """A builder that tells what is wrong with mkdocs.yml instead of printing a traceback."""

    def gerust() -> None:
        try:
            bouw()
        except MkDocsException as fout:
            log.error("mkdocs.yml klopt niet; de voorvertoning blijft zoals zij was. %s", fout)
            # The server prints an Abort in one line, and any other exception as a traceback.
            raise Abort("Verbeter mkdocs.yml en bewaar het opnieuw.") from None

    return gerust
