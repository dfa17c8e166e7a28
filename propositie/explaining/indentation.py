"""Lines that go in too far or not far enough, and lines that belong to the text above them."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from .attempt import Trial
from .diagnosis import Diagnosis

_LINE = re.compile(r"(?P<ruimte> *)(?P<streepjes>(?:- +)*)(?P<rest>\S.*|$)")


def find_misindented(trial: Trial, stop: int) -> Diagnosis | None:
    """The line near `stop` that reads well at another column, and that column."""
    lines = trial.lines
    best: tuple[tuple[float, int, int, int], int, str] | None = None
    for distance, number in enumerate(_find_lines_above(lines, stop, 3)):
        bare = lines[number].lstrip(" ")
        here = len(lines[number]) - len(bare)
        if not _is_entry(bare) and number != stop:
            continue
        preferred, columns = _columns(lines, number)
        for column in columns - {here}:
            new = " " * column + bare
            reach = trial.stop_with(number, new)
            if reach <= trial.stop:
                continue
            rank = (
                0 if reach == math.inf else 1,
                abs(column - here),
                distance,
                column != preferred,
            )
            if best is None or rank < best[0]:
                best = (rank, number, new)
    if best is None:
        return None
    _, number, new = best
    start = len(lines[number]) - len(lines[number].lstrip())
    too_far = len(new) < len(lines[number])
    message = f"Deze regel springt {'te ver' if too_far else 'niet ver genoeg'} in."
    return Diagnosis("V02", message, number, start, _measure_line(lines[number], start), new)


def _is_entry(bare: str) -> bool:
    return bool(re.match(r"- |-$|[\w\"'][^:]*:(?:\s|$)", bare))


def _find_lines_above(lines: Sequence[str], number: int, count: int) -> list[int]:
    """The line `number` and those above it that hold something, nearest first."""
    filled = [n for n in range(min(number, len(lines) - 1), -1, -1) if lines[n].strip()]
    return [n for n in filled if not lines[n].lstrip().startswith("#")][:count]


def _columns(lines: Sequence[str], number: int) -> tuple[int, set[int]]:
    """The column that the line above uses, and all columns at which `number` could begin."""
    columns = {0}
    preferred = -1
    for above in _find_lines_above(lines, number - 1, 40) if number else []:
        parts = _LINE.match(lines[above])
        if parts is None:
            continue
        column, content = len(parts["ruimte"]), len(parts["ruimte"]) + len(parts["streepjes"])
        columns |= {column, content}
        if lines[above].rstrip().endswith(":"):
            columns.add(content + 2)
        if preferred < 0:
            dash = lines[number].lstrip().startswith("- ")
            preferred = column if dash and parts["streepjes"] else content
    return preferred, columns


def find_continuation(trial: Trial, number: int) -> Diagnosis | None:
    """A line of plain text that belongs to the text above it, and does not go in."""
    lines = trial.lines
    bare = lines[number].strip()
    above = next(iter(_find_lines_above(lines, number - 1, 1)), None) if number else None
    if above is None or _is_entry(bare):
        return None
    heading = next(
        (n for n in _find_lines_above(lines, number - 1, 60) if re.search(r":(?:\s|$)", lines[n])),
        0,
    )
    in_block = re.search(r":\s+[|>][-+0-9]*\s*$", lines[heading])
    parts = _LINE.match(lines[heading])
    content = len(parts["ruimte"]) + len(parts["streepjes"]) if parts else 0
    new = " " * (content + 2) + bare
    start = len(lines[number]) - len(lines[number].lstrip())
    if not trial.helps(number, new):
        return None
    if in_block:
        message = "Elke regel van een tekst na | springt in, ook de volgende alinea's."
    elif above < number - 1:
        message = (
            "Deze alinea hoort bij de tekst erboven, maar springt niet in. Zet achter de dubbele "
            "punt van die tekst een |, begin de tekst op een nieuwe regel, en laat alle regels "
            "ervan inspringen."
        )
    else:
        message = (
            "Deze regel heeft geen dubbele punt. Hoort hij bij de tekst erboven, laat hem dan "
            "inspringen."
        )
    return Diagnosis("V02", message, number, start, _measure_line(lines[number], start), new)


def _measure_line(line: str, start: int) -> int:
    return max(1, len(line.rstrip()) - start)
