"""The server of a preview: it notices a save at once, and nothing it meets is a traceback."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.livereload import LiveReloadServer

from ..dutch.refusals import reason_of
from ..explaining.site_settings import explain_site_settings
from ..finding import as_text
from .dutch import ending_in_dutch
from .watching import make_observer

log = logging.getLogger("mkdocs.plugins.propositie")

_BUILD_DELAY = 0.02
"""Seconds in which a second save still belongs to the first."""


def notice_sooner(server: LiveReloadServer, config: MkDocsConfig) -> None:
    """Let the preview notice a saved file at once."""
    folders = [config.docs_dir, *([config.config_file_path] if config.config_file_path else [])]
    for folder in folders:
        server.unwatch(folder)
    server.build_delay = _BUILD_DELAY
    observer: Any = make_observer([*folders, *config.watch])
    server.observer = observer
    for folder in folders:
        server.watch(folder)


def tell_taken_place(server: LiveReloadServer) -> None:
    """Let a preview that cannot stand where it is asked to say so, instead of a traceback."""
    bind = server.server_bind

    def bind_or_tell() -> None:
        try:
            bind()
        except OSError as error:
            host, port = server.server_address[:2]
            raise Abort(
                f"De site kan niet staan op {host!s}:{port} ({reason_of(error)}). Misschien staat "
                "de voorvertoning al open in een ander venster: kijk daar, of stop die eerst met "
                "Ctrl en C. Een andere plek mag ook: propositie bekijk --plek 127.0.0.1:8001"
            ) from None

    vars(server)["server_bind"] = bind_or_tell


def without_traceback(build: Callable[[], None], settings: Path) -> Callable[[], None]:
    """A builder that tells what is wrong with the settings of the site, which stand in `settings`,
    instead of printing a traceback."""

    def safe_build() -> None:
        try:
            build()
        except MkDocsException as error:
            found = explain_site_settings(settings, settings.name)
            told = [as_text(f).rstrip() for f in found] or [ending_in_dutch(str(error))]
            log.error(
                "%s klopt niet; de voorvertoning blijft zoals zij was.\n%s",
                settings.name, "\n".join(told),
            )  # fmt: skip
            # The server prints an Abort in one line, and any other exception as a traceback.
            raise Abort(f"Verbeter {settings.name} en bewaar het opnieuw.") from None

    return safe_build
