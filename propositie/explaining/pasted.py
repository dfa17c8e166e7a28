"""A file in which something else was pasted: a web page, a table, two versions at once.

Such a file is wrong as a whole, so one message says what it is; its lines are not worth a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from .diagnosis import Diagnosis
from .repair import quote_if_needed

MAX_LINE = 400
"""What was pasted shows at the beginning of a line."""
_FIELD = r"[A-Za-z_][\w-]*"


def find_pasted(lines: list[str], is_readable: bool = False) -> Diagnosis | None:
    """What was pasted in a file; None when it looks like one of ours.

    `is_readable`: YAML can read it, so that whole JSON is good enough.
    """
    lines = [r[:MAX_LINE] for r in lines]
    first = next((n for n, r in enumerate(lines) if r.strip() and not r.startswith("# ")), None)
    if first is None:
        return None
    for check in _CHECKS:
        if (check is not _json or not is_readable) and (found := check(lines, first)):
            return found
    return None


def find_conflict(lines: list[str], _first: int = 0) -> Diagnosis | None:
    """The marks that Git leaves where two people changed the same lines."""
    for number, line in enumerate(lines):
        if re.match(r"<{7}(?: |$)|>{7}(?: |$)", line):
            message = (
                "Hier staan twee versies van dezelfde regels onder elkaar, want twee mensen "
                "pasten ze tegelijk aan. Kies de goede regels, en haal de andere weg, samen met "
                "de regels die met <<<<<<<, ======= en >>>>>>> beginnen."
            )
            return Diagnosis("V02", message, number, 0, len(line.rstrip()))
    return None


def _find_web_page(lines: list[str], first: int) -> Diagnosis | None:
    tags = r"\s*<(?:!doctype|html|head|body|p|div|span|meta|table|h[1-6]|ul|ol|li|br|b|strong|a)\b"
    if not re.match(tags, lines[first], re.I):
        return None
    message = (
        "Dit is een stuk van een webpagina (HTML), en hier horen velden. Kopieer alleen de tekst, "
        "en zet voor elk stuk tekst de naam van het veld, zoals: naam: Koffie in de buurt."
    )
    return Diagnosis("V02", message, first, 0, len(lines[first].rstrip()))


def _find_code_block(lines: list[str], first: int) -> Diagnosis | None:
    for number, line in enumerate(lines):
        if number >= first and re.match(r"(?:```|~~~)\w*\s*$", line):
            message = (
                "De tekens ``` horen niet in dit bestand; zij komen mee uit een chat of een "
                "handleiding. Haal alle regels met ``` weg."
            )
            return Diagnosis("V02", message, number, 0, len(line.rstrip()))
    return None


def _find_line_numbers(lines: list[str], first: int) -> Diagnosis | None:
    """Line numbers that were copied along."""
    numbers = [re.match(r"\s*(\d+)[.:|)]?(?:\s|$)", r) for r in lines[first : first + 3]]
    if len(numbers) < 2 or not all(numbers):
        return None
    row = [int(n[1]) for n in numbers if n]
    if row != list(range(row[0], row[0] + len(row))):
        return None
    correction = re.sub(r"^\s*\d+[.:|)]?\s?", "", lines[first])
    message = "De nummers van de regels zijn meegekopieerd. Haal ze overal weg."
    return Diagnosis("V02", message, first, 0, len(lines[first]) - len(correction), correction)


def _find_line_prefix(lines: list[str], first: int) -> Diagnosis | None:
    """Each line begins with the mark of a quoted mail or of a comparison."""
    here = [r for r in lines[first:] if r.strip()]
    for character, source in (
        (r">\s?", "uit een e-mail"),
        (r"[+-](?=\S)", "uit een vergelijking van twee versies"),
    ):
        if len(here) > 1 and all(re.match(rf"{character}\s*(?:- )?\S", r) for r in here):
            correction = re.sub(rf"^{character}", "", here[0])
            length = len(here[0]) - len(correction)
            message = (
                f"Deze tekst is geplakt {source}: elke regel begint met {here[0][0]}. "
                "Haal dat teken overal weg."
            )
            return Diagnosis("V02", message, first, 0, length, correction)
    return None


def _table(lines: list[str], first: int) -> Diagnosis | None:
    """Rows of a spreadsheet."""
    line = lines[first]
    if re.match(rf"{_FIELD}(?:;\w*){{2,}}$", line.strip()):
        message = "Dit is een tabel uit een rekenblad, en hier horen velden. "
        message += "Schrijf elk veld op een eigen regel, zoals: naam: Koffie in de buurt."
        return Diagnosis("V02", message, first, 0, len(line.rstrip()))
    if match := re.match(rf"({_FIELD})\t+(\S.*)$", line):
        message = "Tussen de naam van het veld en de tekst staat een tab, en geen dubbele punt."
        correction = f"{match[1]}: {quote_if_needed(match[2].strip())}"
        return Diagnosis("V02", message, first, match.end(1), 1, correction)
    return None


def _find_markup(lines: list[str], first: int) -> Diagnosis | None:
    """Names of fields in bold, as a report has them."""
    match = re.match(rf"(?:\*\*|__|\*|_)({_FIELD})(?::(?:\*\*|__|\*|_)|(?:\*\*|__|\*|_):)\s*(.*)$",
                      lines[first])  # fmt: skip
    if match is None:
        return None
    message = "Om de naam van een veld horen geen sterretjes. Haal ze overal weg."
    correction = f"{match[1].lower()}: {quote_if_needed(match[2].strip())}"
    return Diagnosis("V02", message, first, 0, match.end(1), correction)


def _json(lines: list[str], first: int) -> Diagnosis | None:
    """Half of a file that another program made."""
    whole = "\n".join(lines[first : first + 3])
    match = re.match(rf"\s*\[?\s*\{{\s*\"({_FIELD})\"\s*:\s*\"([^\"\n]*)\"", whole)
    if match is None:
        return None
    example = f"{match[1]}: {quote_if_needed(match[2])}"
    message = (
        "Dit lijkt JSON uit een ander programma, en het is niet heel. Zet elk veld op een eigen "
        f"regel, zonder accolades en zonder komma erachter, zoals: {example}"
    )
    return Diagnosis("V02", message, first, 0, len(lines[first].rstrip()))


_CHECKS: tuple[Callable[[list[str], int], Diagnosis | None], ...] = (
    find_conflict,
    _find_web_page,
    _find_code_block,
    _find_line_numbers,
    _find_line_prefix,
    _table,
    _find_markup,
    _json,
)
