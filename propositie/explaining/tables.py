"""What to say of a table beside the YAML: as a whole, of a column, of a cell."""

from __future__ import annotations

from collections.abc import Mapping

from ..dutch import join_words
from ..finding import Finding, Severity
from ..reading.problems import BrokenTable, TableMistake
from .names import find_nearest
from .words import did_you_mean, shorten

_SAVE = "Kies in Excel: Opslaan als, en daar CSV UTF-8."
_SENTENCES: Mapping[TableMistake, tuple[str, str]] = {
    TableMistake.OFFICE: (
        "V14",
        f"Dit is een bestand van Excel of LibreOffice, en geen csv. {_SAVE}",
    ),
    TableMistake.EMPTY: ("V14", f"In dit csv-bestand staat niets. Bewaar het opnieuw. {_SAVE}"),
    TableMistake.UNREADABLE: ("V14", f"Dit csv-bestand is niet te lezen. {_SAVE}"),
    TableMistake.SAME_COLUMN: (
        "V05",
        'De kolom "{0}" staat er twee keer in. Geef een van beide een andere naam.',
    ),
    TableMistake.ONE_COLUMN: (
        "V08",
        'De jaren en de getallen staan niet allebei in "{0}". Noem bij kolom_jaar de kolom met de '
        "jaren, en bij kolom_waarde die met de getallen.",
    ),
    TableMistake.NO_YEAR: (
        "V08",
        '"{0}" is geen jaar. Schrijf in deze kolom vier cijfers, bijvoorbeeld 2026, of een hele '
        "datum.",
    ),
    TableMistake.YEAR_TWICE: (
        "V05",
        "{0} staat er twee keer in; eerst op regel {1}. Houd voor elk jaar één regel over.",
    ),
    TableMistake.NO_NUMBER: (
        "V08",
        '"{0}" is geen getal. Schrijf bijvoorbeeld 12 of 0,75 of 1.250. Is het niet bekend, laat '
        "het vakje dan leeg.",
    ),
    TableMistake.AMBIGUOUS: (
        "V08",
        '"{0}" kan twee dingen zijn. Is het meer dan duizend, schrijf dan {1}. Staat de komma voor '
        "wat minder is dan één, schrijf er dan twee cijfers achter.",
    ),
    TableMistake.OVER_A_HUNDRED: (
        "V08",
        "Hier staat meer dan 100 procent: {0}. Kijk het getal na, of zet bij eenheid wat u telt.",
    ),
    TableMistake.NO_ROWS: (
        "V14",
        "Onder deze kop staat geen enkel jaar. Kijk of de goede regels in het bestand staan.",
    ),
}
"""Code and sentence of each mistake, with what of the table shows it."""
_MOST_NAMES = 12
"""So many columns are named."""


def explain_table(problem: BrokenTable) -> Finding:
    """What is wrong in a table, at its cell."""
    words = [shorten(word) for word in problem.words]
    if problem.mistake is TableMistake.NO_COLUMN:
        name, file, *known = words
        nearest = find_nearest(name, known)
        columns = join_words(f'"{column}"' for column in known[:_MOST_NAMES])
        message = (
            f'In {file} is geen kolom "{name}". De kolommen heten: {columns}.'
            f"{did_you_mean(nearest)}"
        )
        return Finding("V08", Severity.ERROR, message, problem.location)
    code, sentence = _SENTENCES[problem.mistake]
    return Finding(code, Severity.ERROR, sentence.format(*words), problem.location)
