"""The one exception tree: what staff can cause and mend, told in Dutch at one place per door."""

from __future__ import annotations

from typing import ClassVar


class PropositieError(Exception):
    """Work cannot go on. The text is for staff: Dutch, what is wrong, and the way out.

    The command line prints it and ends (`cli/dutch.py`); the plugin hands it to MkDocs
    (`plugin/errors.py`). Whoever raises it says no more than that sentence.
    """

    exit_code: ClassVar[int] = 2
    """How a command ends that could not do its work; 1 is for a house with mistakes."""


class SiteSettingsError(PropositieError):
    """Something in mkdocs.yml with which the site would not work."""
