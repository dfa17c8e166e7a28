"""What reading refused in a text → a sentence, and the line as it should be."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from ..edits import Certainty
from ..reading import Source
from ..reading.errors import Mistake, Refusal
from ..reading.suspicious import line_of
from ..reading.tree import lines_of, parsed_lines
from . import files, posts
from .diagnosis import Diagnosis
from .repair import quote, repair_brackets
from .words import join_quoted, shorten
from .yaml_messages import explain_syntax, guess

_AFTER_HASH = (
    "Wat achter # staat, leest de computer niet. Is het een opmerking, zet dan een spatie achter "
    "#. Hoort het bij de tekst, zet die dan tussen aanhalingstekens."
)

_PLAIN: Mapping[Mistake, tuple[str, str]] = {
    Mistake.TOO_LARGE: (
        "V11",
        "Dit bestand is veel te groot. Misschien is er per ongeluk iets in geplakt: "
        "haal eruit wat er niet in hoort.",
    ),
    Mistake.TOO_DEEP: (
        "V11",
        "Dit zit te diep genest. Kijk of er haken of streepjes te veel staan.",
    ),
    Mistake.ODD_CHARACTER: (
        "V01",
        "In deze tekst staat een teken dat niet te zien is. Typ de tekst opnieuw.",
    ),
    Mistake.NO_KEY: ("V02", "Voor de dubbele punt ontbreekt de naam van het veld."),
    Mistake.SECOND_DOCUMENT: (
        "V02",
        'De regel "---" kan hier niet staan: één bestand gaat over één ding. Haal die regel weg.',
    ),
    **files.UNREADABLE,
    **posts.REFUSED,
}
"""Code and sentence of what is always told the same way."""

_NOT_FIELDS = Diagnosis("V07", "Dit bestand hoort te bestaan uit regels als naam: waarde.", 0)

Explain = Callable[[Refusal, list[str]], Diagnosis]


def diagnose(source: Source, refusal: Refusal) -> Diagnosis:
    """What to say of something that was refused in the text of `source`."""
    if refusal.mistake in _PLAIN:
        return _at(refusal, *_PLAIN[refusal.mistake])
    if refusal.mistake is Mistake.OTHER_PROGRAM:
        return _at(refusal, "V01", files.OTHER_PROGRAMS[refusal.words[0]])
    if refusal.mistake is Mistake.TURNING:
        return _explain_turning(source, refusal)
    if refusal.mistake in posts.EXPLAINED:
        return posts.EXPLAINED[refusal.mistake](source, refusal)
    if refusal.mistake is Mistake.NOT_FIELDS:
        return _NOT_FIELDS
    if refusal.mistake is Mistake.ONE_TEXT:
        return guess(lines_of(source.text())) or _NOT_FIELDS
    return _EXPLAINED[refusal.mistake](refusal, parsed_lines(source.text()))


def _at(refusal: Refusal, code: str, message: str, correction: str = "") -> Diagnosis:
    """What to say at the place of a refusal."""
    return Diagnosis(code, message, refusal.line, refusal.column, refusal.length, correction)


def _place(refusal: Refusal, lines: Sequence[str]) -> tuple[str, int]:
    """The line that a refusal is about, and the column in it."""
    return line_of(lines, refusal.line or 0), refusal.column


def _explain_turning(source: Source, refusal: Refusal) -> Diagnosis:
    """A character that turns the direction of reading around."""
    line = line_of(lines_of(Source.text(source)), refusal.line or 0)
    start = refusal.column
    message = (
        "Hier staat een teken dat niet te zien is, en dat de leesrichting omkeert: een naam of "
        "nummer komt dan achterstevoren op de site. Haal het weg en kijk of de woorden goed staan."
    )
    is_typed = line[start : start + 1] != "&"  # who wrote it out as HTML meant something by it
    mended = line[:start] + line[start + refusal.length :] if is_typed else ""
    diagnosis = _at(refusal, "V01", message, mended)
    return replace(diagnosis, certainty=Certainty.LIKELY)


def _explain_syntax(refusal: Refusal, lines: list[str]) -> Diagnosis:
    if refusal.cause is None:
        return _NOT_FIELDS
    return explain_syntax(refusal.cause, lines)


def _explain_leading_hash(refusal: Refusal, lines: list[str]) -> Diagnosis:
    line, column = _place(refusal, lines)
    text = line[column:].rstrip()
    is_colour = re.fullmatch(r"#[0-9A-Fa-f]{3,6}", text)
    diagnosis = _at(refusal, "V02", _AFTER_HASH, line[:column] + quote(text))
    certainty = Certainty.CERTAIN if is_colour else Certainty.LIKELY
    return replace(diagnosis, length=min(refusal.length, 60), certainty=certainty)


def _explain_hash_in_text(refusal: Refusal, lines: list[str]) -> Diagnosis:
    line, column = _place(refusal, lines)
    left, lost = refusal.words
    number, start = refusal.start
    correction = ""
    if number == refusal.line:
        correction = line[:start] + quote(line[start:].rstrip())
        if " " not in left and not lost[1].isdigit():
            correction = f"{line[:column]}# {line[column + 1 :]}"
    return replace(_at(refusal, "V02", _AFTER_HASH, correction), certainty=Certainty.LIKELY)


def _explain_special(refusal: Refusal, lines: list[str]) -> Diagnosis:
    """A text that begins with a sign of YAML's own."""
    message = (
        f"Een tekst die met {refusal.words[0]} begint, betekent in YAML iets wat hier niet kan. "
        "Zet hem tussen aanhalingstekens."
    )
    line, column = _place(refusal, lines)
    line = line.rstrip()
    brackets = repair_brackets(line)
    correction = brackets.line if brackets else line[:column] + quote(line[column:])
    return _at(refusal, "V10", message, correction)


def _explain_list_in_text(refusal: Refusal, lines: list[str]) -> Diagnosis:
    line, column = _place(refusal, lines)
    dash = re.match(r" *(?=- )", line_of(lines, refusal.start[0]))
    if dash is None:
        message = (
            "Dit streepje hoort nu bij de tekst erboven. Begin een lijst op een nieuwe regel, "
            "onder de naam van het veld."
        )
        return _at(refusal, "V02", message)
    message = "Dit streepje springt te ver in: het hoort nu bij de tekst erboven."
    diagnosis = _at(refusal, "V02", message, dash[0] + line[column:])
    return replace(diagnosis, certainty=Certainty.LIKELY)


def _explain_key(refusal: Refusal, lines: list[str]) -> Diagnosis:
    """A list or group where the name of a field belongs."""
    line, start = _place(refusal, lines)
    column = line.find("{{")
    if 0 <= column <= start:
        message = "Zet een tekst die met {{ begint, tussen aanhalingstekens."
        correction = line[:column] + quote(line[column:].rstrip())
        return Diagnosis("V02", message, refusal.line, column, 2, correction)
    return _at(refusal, "V02", "Voor de dubbele punt hoort één woord: de naam van een veld.")


def _explain_repeated(refusal: Refusal, lines: list[str]) -> Diagnosis:
    if len(refusal.words) > 1:
        return _at(refusal, "V05", _describe_repeated(refusal))
    key = refusal.words[0]
    pattern = re.compile(rf"[ -]*[\"']?{re.escape(key)}[\"']? *:")
    above = range((refusal.line or 0) - 1, refusal.start[0] - 1, -1)
    earlier = next((n + 1 for n in above if pattern.match(lines[n])), None)
    also = f", ook op regel {earlier}" if earlier else ""
    message = f'"{shorten(key)}" staat hier twee keer{also}. Voeg ze samen, of haal er een weg.'
    return _at(refusal, "V05", message)


def _describe_repeated(refusal: Refusal) -> str:
    """What to say of several fields in a row that were given before."""
    keys = list(dict.fromkeys(refusal.words))
    if len(keys) == 1:
        times = len(refusal.words) + 1
        return f'"{shorten(keys[0])}" staat hier {times} keer. Houd er één over.'
    names = join_quoted([shorten(key) for key in keys])
    if not refusal.in_list:
        return f"{names} staan hier twee keer onder elkaar. Haal de tweede keer weg."
    return (
        f"{names} staan twee keer in dit deel van de lijst. Begint hier een nieuw deel, dan "
        "ontbreekt erboven de regel met het streepje."
    )


_EXPLAINED: Mapping[Mistake, Explain] = {
    Mistake.SYNTAX: _explain_syntax,
    Mistake.LEADING_HASH: _explain_leading_hash,
    Mistake.HASH_IN_TEXT: _explain_hash_in_text,
    Mistake.LIST_IN_TEXT: _explain_list_in_text,
    Mistake.SPECIAL: _explain_special,
    Mistake.KEY_IS_GROUP: _explain_key,
    Mistake.REPEATED: _explain_repeated,
}
