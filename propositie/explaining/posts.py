"""What to say of posts and free pages: of their fields and text, and of files that are neither."""

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
    Mistake.BARE_FIELDS: (
        "V02",
        'Boven en onder de velden ontbreekt een regel "---", en dan worden ze niet gelezen. Zet er '
        "een op de eerste regel, en een tussen de velden en de tekst.",
    ),
    Mistake.LATE_HEAD: (
        "V02",
        "Boven de velden staat een lege regel, en dan komen ze als tekst op de pagina. Haal die "
        'weg: "---" hoort op de eerste regel.',
    ),
    Mistake.ODD_HEAD_LINE: (
        "V02",
        'Boven en onder de velden hoort een regel "---": drie streepjes en niets anders. '
        "Zo komen ze als tekst op de pagina.",
    ),
    Mistake.TEXT_IN_HEAD: ("V04", 'De tekst hoort onder de tweede regel met "---".'),
    Mistake.ODD_CHARACTER_IN_TEXT: (
        "V01",
        "Hier staat een teken dat niet in een tekst hoort (het is niet te zien). "
        "Haal het weg, of typ de regel opnieuw.",
    ),
}
"""Code and sentence of what is refused in a post or a free page."""


def _explain_conflict(source: Source, refusal: Refusal) -> Diagnosis:
    """The marks that Git left."""
    found = find_conflict(lines_of(Source.text(source)))
    return found or Diagnosis("V02", "", refusal.line)


EXPLAINED: Mapping[Mistake, Callable[[Source, Refusal], Diagnosis]] = {
    Mistake.CONFLICT: _explain_conflict,
}
"""What is said of what was refused, with words of the text in it."""
