"""What a YAML parser complains about, said in Dutch to somebody who never heard of YAML.

The parser names the place where it got stuck, which is often below the mistake. So the lines
from there upwards are looked at first, one known mistake at a time, and a correction is tried out
before it is given; only when no line looks wrong is the parser's own complaint told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import yaml

from .attempt import Trial
from .diagnosis import Diagnosis
from .indentation import find_continuation, find_misindented
from .line_errors import LINE_CHECKS, find_other_sign, split_line
from .pasted import find_pasted

MAX_LINE = 4000
"""A longer line is not looked at: nobody typed it."""
_LOOK_BACK = 40
"""How many lines above the place where the parser stopped may hold the mistake."""


def explain_syntax(error: yaml.YAMLError, lines: list[str]) -> Diagnosis:
    """Turn the parser's complaint `error` about `lines` into a Dutch sentence with its place."""
    if found := find_pasted(lines):
        return found
    if not isinstance(error, yaml.MarkedYAMLError):
        return _find_odd_character(lines)
    mark = error.problem_mark or error.context_mark
    line = min(mark.line, len(lines) - 1) if mark else 0
    column = mark.column if mark else 0
    problem = f"{error.context or ''} {error.problem or ''}"
    if "escape" in problem:
        return _explain_backslash(lines, line, column)
    trial = Trial(lines, mark.line if mark else 0)
    first = None
    for found in _find_known_errors(lines, line):
        if not found.correction or trial.helps(found.line or 0, found.correction):
            return found
        first = first or found
    found = _find_missing_colon(trial, line, problem) or find_misindented(trial, line)
    if found is None and first is not None:
        mended = _without_tab(lines, first, trial.stop) if first.code == "V09" else ""
        first = replace(first, correction=mended)
    return found or first or _explain_unknown(error, lines, line, column, problem)


def guess(lines: list[str]) -> Diagnosis | None:
    """What is probably wrong with a file of one piece of text, where fields should stand."""
    if found := find_pasted(lines):
        return found
    for number, line in enumerate(lines):
        if line.strip() and not line.lstrip().startswith("#"):
            if len(line) > MAX_LINE:
                return None
            for check in (*LINE_CHECKS, find_other_sign):
                if found := check(lines, number):
                    return found
            return _find_line_without_colon(lines, number)
    return None


def _without_tab(lines: list[str], error: Diagnosis, stop: int) -> str:
    """The line of `error` with as many spaces as it should have, instead of a tab."""
    without = [r.replace("\t", " ") if n == error.line else r for n, r in enumerate(lines)]
    found = find_misindented(Trial(without, stop), error.line or 0)
    return found.correction if found and found.line == error.line else ""


def _find_odd_character(lines: list[str]) -> Diagnosis:
    for number, line in enumerate(lines):
        if match := re.search(r"[^\t\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-]", line):
            return Diagnosis(
                "V01",
                "Hier staat een teken dat niet in een tekst hoort (het is niet te zien). "
                "Haal het weg, of typ de regel opnieuw.",
                number,
                match.start(),
            )
    return Diagnosis("V01", "In dit bestand staat een teken dat niet in een tekst hoort.")


def _find_known_errors(lines: list[str], line: int) -> Iterator[Diagnosis]:
    """What looks wrong in the lines that may hold the mistake, nearest first."""
    for number in _find_suspect_lines(lines, line):
        for check in LINE_CHECKS:
            if found := check(lines, number):
                yield found


def _find_suspect_lines(lines: list[str], line: int) -> Iterator[int]:
    """The lines that may hold the mistake, nearest first; not those inside a long text (|)."""
    in_text = _find_long_text_lines(lines[: line + 1])
    for number in range(line, max(-1, line - _LOOK_BACK), -1):
        bare = lines[number].strip()
        is_short_enough = len(lines[number]) <= MAX_LINE
        if bare and is_short_enough and not bare.startswith("#") and number not in in_text:
            yield number


def _find_long_text_lines(lines: list[str]) -> set[int]:
    """The numbers of the lines that belong to a text of several lines after | or >."""
    inside: set[int] = set()
    limit = -1
    for number, line in enumerate(lines):
        indent = len(line) - len(line.lstrip(" "))
        if limit >= 0 and (not line.strip() or indent > limit):
            inside.add(number)
            continue
        opener = re.search(r"(?:^|[:-]) *[|>][-+0-9]{0,2} *(?:#.*)?$", line)
        limit = indent if opener else -1
    return inside


def _explain_backslash(lines: list[str], line: int, column: int) -> Diagnosis:
    position = max(lines[line].rfind("\\", 0, column + 1), 0)
    before, text = split_line(lines[line])
    whole = re.fullmatch(r'"([^"\']*)"', text)
    message = (
        "Tussen dubbele aanhalingstekens betekent \\ iets bijzonders. "
        "Zet de tekst tussen enkele aanhalingstekens."
    )
    return Diagnosis("V02", message, line, position, 1, f"{before}'{whole[1]}'" if whole else "")


def _find_missing_colon(trial: Trial, line: int, problem: str) -> Diagnosis | None:
    """A line that should be `sleutel: waarde` but has no colon followed by a space."""
    if "flow" in problem:
        return None
    lines = list(trial.lines)
    for number in range(line, max(-1, line - 3), -1):
        bare = _find_line_without_colon(lines, number)
        if bare is None:
            continue
        field = find_other_sign(lines, number)
        if field and trial.helps(number, field.correction):
            return field
        return find_continuation(trial, number) or bare
    return None


def _find_line_without_colon(lines: list[str], number: int) -> Diagnosis | None:
    bare = lines[number].strip()
    if not bare or bare.startswith(("#", "- ", "-", "[", "{", "]", "}")):
        return None
    if re.search(r":(\s|$)", bare):
        return None
    start = len(lines[number]) - len(lines[number].lstrip())
    return Diagnosis(
        "V02",
        "In deze regel ontbreekt de dubbele punt. Een regel ziet er zo uit: naam: waarde.",
        number,
        start,
        len(bare),
    )


def _explain_unknown(
    error: yaml.MarkedYAMLError, lines: list[str], line: int, column: int, problem: str
) -> Diagnosis:
    """What the parser itself complains about, when no line shows what is wrong."""
    return _find_open_bracket(error, lines, problem) or _explain_misfit(lines, line, column)


def _find_open_bracket(
    error: yaml.MarkedYAMLError, lines: list[str], problem: str
) -> Diagnosis | None:
    mark = error.context_mark or error.problem_mark
    if "flow" not in problem or mark is None:
        return None
    if "node" in (error.context or "") and error.problem_mark:
        mark = error.problem_mark
    line = min(mark.line, len(lines) - 1)
    character = lines[line][mark.column : mark.column + 1]
    if character not in {"[", "{"}:
        message = "Hier klopt iets niet met haken en komma's. "
        message += "Kijk of elke [ een ] heeft en elke { een }, met komma's tussen de delen."
        return Diagnosis("V02", message, line, min(mark.column, len(lines[line])))
    closer = "]" if character == "[" else "}"
    return Diagnosis(
        "V02",
        f"Na de haak {character} die hier opent, klopt iets niet. "
        f"Zet een komma tussen de delen en aan het einde een {closer}.",
        line,
        mark.column,
    )


def _explain_misfit(lines: list[str], line: int, column: int) -> Diagnosis:
    if lines[line].lstrip()[:1] in {"]", "}"} or lines[line][column : column + 1] in {"]", "}"}:
        message = "Deze haak sluit iets wat niet geopend is. Haal hem weg."
        return Diagnosis("V02", message, line, min(column, len(lines[line])))
    while line > 0 and not lines[line].strip():
        line -= 1
    start = len(lines[line]) - len(lines[line].lstrip())
    return Diagnosis(
        "V02",
        "Deze regel springt anders in dan de regels erboven, of hoort er niet bij. "
        "Laat regels die bij elkaar horen op dezelfde kolom beginnen.",
        line,
        start,
        max(1, len(lines[line].rstrip()) - start),
    )
