"""What to say of posts: of their fields, of their text, and of files that cannot be one."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..huis.berichten import BLOG
from ..reading import Source
from ..reading.errors import Mistake, Refusal
from ..reading.problems import OddFile, Oddity
from ..reading.tree import lines_of
from .diagnosis import Diagnosis
from .pasted import find_conflict
from .words import shorten

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


def _explain_image(_source: Source, refusal: Refusal) -> Diagnosis:
    """A picture in the text, where none can be."""
    typed_file, typed_alt = refusal.words
    file = typed_file.rpartition("/")[2] or "foto.webp"
    alt = " ".join(typed_alt.replace('"', "'").split()) or "wat er te zien is"
    message = (
        "In de tekst van een stuk kan geen beeld staan. Haal het hier weg, en schrijf bij de "
        f'velden bovenaan: beeld: {{bestand: {shorten(file)}, alt: "{shorten(alt)}"}}'
    )
    return Diagnosis("V14", message, refusal.line, refusal.column, refusal.length)


def _explain_conflict(source: Source, refusal: Refusal) -> Diagnosis:
    """The marks that Git left."""
    found = find_conflict(lines_of(Source.text(source)))
    return found or Diagnosis("V02", "", refusal.line)


EXPLAINED: Mapping[Mistake, Callable[[Source, Refusal], Diagnosis]] = {
    Mistake.IMAGE_IN_TEXT: _explain_image,
    Mistake.CONFLICT: _explain_conflict,
}
"""What is said of what was refused, with words of the text in it."""


def _explain_unread(file: OddFile) -> tuple[str, str]:
    message = f'Het bestand "{shorten(file.path.name)}" wordt nergens gelezen. Haal het weg.'
    return "V13", message


def _explain_too_deep(_file: OddFile) -> tuple[str, str]:
    return "V13", f'Dit stuk wordt niet gelezen. Zet het in de map "{BLOG}" zelf.'


def _explain_unusable_id(file: OddFile) -> tuple[str, str]:
    hint = f' Noem het bestand "{file.free_id}.md".' if file.free_id else ""
    return "V12", (
        f'De bestandsnaam "{shorten(file.path.name)}" kan geen adres worden: '
        f"alleen kleine letters a–z, cijfers en streepjes, en dan .md.{hint}"
    )


EXPLAINED_ODD: Mapping[Oddity, Callable[[OddFile], tuple[str, str]]] = {
    Oddity.UNREAD_BESIDE_POSTS: _explain_unread,
    Oddity.POST_TOO_DEEP: _explain_too_deep,
    Oddity.UNUSABLE_POST_ID: _explain_unusable_id,
}
"""Code and sentence of a file that is not published as a post."""
