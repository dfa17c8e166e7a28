"""What staff can mend, told by MkDocs in its own way: red, without a traceback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from mkdocs.exceptions import Abort, ConfigurationError

from ..errors import PropositieError, SiteSettingsError


@contextmanager
def told_by_mkdocs() -> Iterator[None]:
    """Turn an error of ours into the one of MkDocs that ends a build with its sentence."""
    try:
        yield
    except SiteSettingsError as error:
        raise ConfigurationError(str(error)) from error
    except PropositieError as error:
        raise Abort(f"{error} De site is niet gebouwd; wat er stond, staat er nog.") from error
