"""The rules by which a style sheet hides rows that do not fit what somebody chose: no script."""

from __future__ import annotations

from typing import Literal, get_args

FacetKey = Literal["plaats", "groep", "taal"]
"""What can be chosen in a long list."""
CHOICES_STYLE = "assets/keuze.css"
"""The style sheet with these rules; only pages with a long list have it."""
MOST_CHOICES = 40
"""So many answers to one question have a rule; a longer row of buttons helps nobody."""


def choice_rules() -> str:
    """A rule for each answer: rows without its class go, and headings without such a row."""
    return "".join(
        f"main:has([name={key}][value='{n}']:checked) "
        f":is(.mens,.rij):not(.{key}-{n}),"
        f"main:has([name={key}][value='{n}']:checked) .trede:not(:has(.{key}-{n}))"
        "{display:none}\n"
        for key in get_args(FacetKey)
        for n in range(1, MOST_CHOICES + 1)
    )
