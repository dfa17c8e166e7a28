"""How MkDocs tells what is ours: what staff can mend red and without a traceback, and all of it
made harmless."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from mkdocs.exceptions import Abort, ConfigurationError, MkDocsException

from .. import progress
from ..errors import PropositieError, SiteSettingsError
from ..harmless import make_harmless
from ..reading import LoadResult
from ..reading.problems import OddFile, Oddity
from .dutch import ending_in_dutch, in_dutch


@contextmanager
def told_by_mkdocs() -> Iterator[None]:
    """Turn an error of ours into the one of MkDocs that ends a build with its sentence."""
    try:
        yield
    except SiteSettingsError as error:
        raise ConfigurationError(make_harmless(str(error))) from error
    except PropositieError as error:
        told = make_harmless(str(error))
        raise Abort(f"{told} De site is niet gebouwd; wat er stond, staat er nog.") from error


class LinkedFolder(PropositieError):
    """A link to a folder among the pages, which MkDocs would follow round and round."""


def refuse_linked_folders(loaded: LoadResult) -> None:
    """Raise `LinkedFolder` when the folder with pages holds such a link."""
    for odd in (p for p in loaded.problems if isinstance(p, OddFile)):
        is_link = odd.oddity is Oddity.LINKED_FOLDER
        if is_link and odd.path.is_relative_to(loaded.pages_folder):
            raise LinkedFolder(f"{odd.shown_as} is een snelkoppeling naar een map.")


log = logging.getLogger("mkdocs.plugins.propositie")


def speak_dutch() -> None:
    """From here on, let MkDocs tell in Dutch what it tells, and why it stops: when it loads the
    theme or the plugin, it has yet to say what is wrong with its settings."""
    tell_harmlessly(log)
    vars_of: Any = MkDocsException
    vars_of.format_message = _dutch_ending
    vars_of.show = _show


def _dutch_ending(error: MkDocsException) -> str:
    return ending_in_dutch(error.message)


def _show(error: MkDocsException, *_: object, **__: object) -> None:
    sys.stderr.write(f"\n{make_harmless(error.format_message())}\n")


def tell_harmlessly(logger: logging.Logger) -> None:
    """Make harmless whatever is told by way of `logger` and those above it, also by others: MkDocs
    names files as they are called."""
    above: logging.Logger | None = logger
    while above is not None:
        for handler in above.handlers:
            handler.addFilter(_make_record_harmless)
        above = above.parent if above.propagate else None


def _make_record_harmless(record: logging.LogRecord) -> bool:
    progress.clear()
    record.msg, record.args = make_harmless(in_dutch(record.getMessage())), ()
    return True
