"""What YAML can read and staff cannot have meant: each function looks at one event of the parser.

`g` is that event and `lines` are the lines of the text; what comes out says what is wrong, where,
and how the line should read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from .errors import YamlError, shorten
from .repair import quote, repair_brackets

TRAILING_HASH = re.compile(r"[^\s#] +#[^\s#]")
"""Text, and then a # that makes the rest of the line vanish."""
CONTROL_CHARACTER = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")

_AFTER_HASH = (
    "Wat achter # staat, leest de computer niet. Is het een opmerking, zet dan een spatie achter "
    "#. Hoort het bij de tekst, zet die dan tussen aanhalingstekens."
)


def refuse(g: Any, code: str, message: str) -> YamlError:
    """A refusal of all that the event spans."""
    start, end = g.start_mark, g.end_mark
    length = end.column - start.column if end.line == start.line else 1_000
    return YamlError(code, message, start.line, start.column, max(1, length))


def line_of(lines: Sequence[str], g: Any) -> str:
    """The line on which `g` begins; the parser may say it lies below the last one."""
    number: int = g.start_mark.line
    return lines[number] if number < len(lines) else ""


def find_leading_hash(lines: Sequence[str], g: Any) -> YamlError | None:
    """A value that vanishes because it begins with #, as a colour or number does."""
    line = line_of(lines, g).rstrip()
    rest = line[g.start_mark.column :].strip()
    if not re.match(r"#[^\s#]", rest):
        return None
    column = line.index("#", g.start_mark.column)
    correction = line[:column] + quote(line[column:])
    return YamlError("V02", _AFTER_HASH, g.start_mark.line, column, len(shorten(rest)), correction)


def find_hash_in_text(lines: Sequence[str], g: Any) -> YamlError | None:
    """A text that loses its end because a # stands in it: `naam: De #1 van de buurt`."""
    number: int = g.end_mark.line
    line = lines[number] if number < len(lines) else ""
    tail = re.match(r" +(#[^\s#].*)$", line[g.end_mark.column :])
    if tail is None:
        return None
    column = g.end_mark.column + tail.start(1)
    error = YamlError("V02", _AFTER_HASH, number, column, len(tail[1].rstrip()))
    if g.start_mark.line == number:
        start = g.start_mark.column
        error.correction = line[:start] + quote(line[start:].rstrip())
        if " " not in g.value and not tail[1][1].isdigit():
            error.correction = f"{line[:column]}# {line[column + 1 :]}"
    return error


def refuse_special(lines: Sequence[str], g: Any, character: str) -> YamlError:
    """A text that begins with a sign of YAML's own."""
    message = (
        f"Een tekst die met {character} begint, betekent in YAML iets wat hier niet kan. "
        "Zet hem tussen aanhalingstekens."
    )
    error = refuse(g, "V10", message)
    line = line_of(lines, g).rstrip()
    column = g.start_mark.column
    brackets = repair_brackets(line)
    error.correction = brackets.line if brackets else line[:column] + quote(line[column:])
    return error


def find_list_in_text(lines: Sequence[str], g: Any) -> YamlError | None:
    """A text that swallows a line of a list, because that line goes in too far."""
    for number in range(g.start_mark.line + 1, min(g.end_mark.line + 1, len(lines))):
        bare = lines[number].lstrip()
        if not bare.startswith("- "):
            continue
        dash = re.match(r" *(?=- )", line_of(lines, g))
        message = "Dit streepje springt te ver in: het hoort nu bij de tekst erboven."
        if dash is None:
            message = (
                "Dit streepje hoort nu bij de tekst erboven. Begin een lijst op een nieuwe regel, "
                "onder de naam van het veld."
            )
        correction = dash[0] + bare if dash else ""
        column = len(lines[number]) - len(bare)
        return YamlError("V02", message, number, column, len(bare.rstrip()), correction)
    return None


def refuse_key(lines: Sequence[str], g: Any) -> YamlError:
    """A list or group where the name of a field belongs."""
    line = line_of(lines, g)
    column = line.find("{{")
    if 0 <= column <= g.start_mark.column:
        message = "Zet een tekst die met {{ begint, tussen aanhalingstekens."
        correction = line[:column] + quote(line[column:].rstrip())
        return YamlError("V02", message, g.start_mark.line, column, 2, correction)
    return refuse(g, "V02", "Voor de dubbele punt hoort één woord: de naam van een veld.")


def duplicate(lines: Sequence[str], g: Any, key: str, from_line: int) -> YamlError:
    """A field that was given before, in the group that begins on line `from_line`."""
    pattern = re.compile(rf"[ -]*[\"']?{re.escape(key)}[\"']? *:")
    above = range(g.start_mark.line - 1, from_line - 1, -1)
    earlier = next((n + 1 for n in above if pattern.match(lines[n])), None)
    also = f", ook op regel {earlier}" if earlier else ""
    message = f'"{shorten(key)}" staat hier twee keer{also}. Voeg ze samen, of haal er een weg.'
    return refuse(g, "V05", message)


def describe_duplicates(keys: Sequence[str], in_list: bool) -> str:
    """What to say of several fields in a row that were given before."""
    loose = list(dict.fromkeys(keys))
    if len(loose) == 1:
        return f'"{shorten(loose[0])}" staat hier {len(keys) + 1} keer. Houd er één over.'
    keys = loose
    names = ", ".join(f'"{shorten(s)}"' for s in keys[:-1]) + f' en "{shorten(keys[-1])}"'
    if not in_list:
        return f"{names} staan hier twee keer onder elkaar. Haal de tweede keer weg."
    return (
        f"{names} staan twee keer in dit deel van de lijst. Begint hier een nieuw deel, dan "
        "ontbreekt erboven de regel met het streepje."
    )
