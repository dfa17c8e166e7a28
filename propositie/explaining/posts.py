"""What to say of posts: of their fields, of their text, and of files that cannot be one."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..reading import Source
from ..reading.errors import Mistake, Refusal
from ..reading.tree import lines_of
from .diagnosis import Diagnosis
from .pasted import find_conflict

REFUSED: Mapping[Mistake, tuple[str, str]] = {
    Mistake.NO_HEAD: (
        "V02",
        'Een stuk begint met een regel "---", dan datum en auteur, dan weer "---". '
        "Daaronder komt de tekst.",
    ),
    Mistake.OPEN_HEAD: (
        "V02",
        'Onder de velden ontbreekt de tweede regel "---". Zet die tussen de velden en de tekst.',
    ),
    Mistake.TEXT_IN_HEAD: ("V04", 'De tekst hoort onder de tweede regel met "---".'),
    Mistake.ODD_CHARACTER_IN_TEXT: (
        "V01",
        "Hier staat een teken dat niet in een tekst hoort (het is niet te zien). "
        "Haal het weg, of typ de regel opnieuw.",
    ),
}
"""Code and sentence of what is refused in a post."""


def _explain_conflict(source: Source, refusal: Refusal) -> Diagnosis:
    """The marks that Git left."""
    found = find_conflict(lines_of(Source.text(source)))
    return found or Diagnosis("V02", "", refusal.line)


EXPLAINED: Mapping[Mistake, Callable[[Source, Refusal], Diagnosis]] = {
    Mistake.CONFLICT: _explain_conflict,
}
"""What is said of what was refused, with words of the text in it."""
