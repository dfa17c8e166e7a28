"""The rules by which a style sheet hides rows that do not fit what somebody chose: no script."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

FacetKey = Literal["plaats", "groep", "taal", "onderwerp", "dag"]
"""What can be chosen in a long list."""
MOST_CHOICES = 40
"""So many answers to one question have a rule; a longer row of buttons helps nobody."""
_STEP = 10
"""Rules come by so many: one more language makes no other style sheet for every page."""


def choice_rules(answers: Mapping[FacetKey, int]) -> str:
    """A rule for each answer, of which there are so many: rows without its class go, and headings
    without such a row."""
    return "".join(
        f"main:has([name={key}][value='{n}']:checked) "
        f":is(.mens,.rij,.vraagrij,.keer):not(.{key}-{n}),"
        f"main:has([name={key}][value='{n}']:checked) :is(.trede,.dag):not(:has(.{key}-{n}))"
        "{display:none}\n"
        for key, count in answers.items()
        for n in range(1, min(-(-count // _STEP) * _STEP, MOST_CHOICES) + 1)
    )
