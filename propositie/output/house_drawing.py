"""The proposition house as a drawing: where each roof line, window and door stands.

Pure geometry, in units of the drawing (about a CSS pixel on a wide screen); the template
`huis/house_drawing.html` turns it into SVG. The house grows with what it holds: people fill one or
two rows of windows, client groups one or more rows of doors, of which the upper ones are on a
gallery. Lines waver a little, always the same way for the same house.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .text_fitting import LINE_HEIGHT, fit_texts

WIDTH = 1072
"""The width of the whole drawing."""
WALL_L, WALL_R = 66, 1006
"""Where the walls stand."""
ROOF_HEIGHT = 384
DOORS_PER_ROW = 6
WINDOWS_PER_ROW = 12
MAX_WINDOW_ROWS = 2

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text: the middle (or begin) of its baseline, and the words."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class HousePart:
    """A part of the house that leads somewhere: its box, its outline and its text."""

    x: float
    y: float
    width: float
    height: float
    outline: str
    lines: tuple[TextLine, ...] = ()
    font_size: float = 20
    name: tuple[TextLine, ...] = ()
    name_font_size: float = 17


@dataclass(frozen=True, slots=True)
class HouseDrawing:
    """The whole drawing: its height, its lines, and its parts in reading order."""

    height: float
    lines: tuple[str, ...]
    roof_line: str
    beloften: tuple[HousePart, ...]
    windows: tuple[HousePart, ...]
    all_people: HousePart | None
    """A sign under the windows when not everybody has one."""
    doors: tuple[HousePart, ...]


def house_drawing(
    beloften: Sequence[str], names: Sequence[str], doors: Sequence[tuple[str, str]]
) -> HouseDrawing:
    """Draw a house with these promises on its roof, these people at its windows, these doors.

    A door is a sentence in which the visitor recognises himself, and the name of the group.
    """
    pen = random.Random(f"{len(beloften)} {len(names)} {len(doors)}")
    below_roof = ROOF_HEIGHT + 20
    windows, all_, below_windows = _place_windows(names, below_roof, pen)
    door_parts, galleries, ground = _place_doors(doors, below_windows, pen)
    lines = [
        _draw_line([(WALL_L, ROOF_HEIGHT - 30), (WALL_L, ground)], pen),
        _draw_line([(WALL_R, ROOF_HEIGHT - 30), (WALL_R, ground)], pen),
        _draw_line([(0, ground + 1), (WIDTH, ground)], pen, step=90),
        *galleries,
    ]
    if names:
        lines.append(
            _draw_line([(WALL_L, below_windows - 6), (WALL_R, below_windows - 6)], pen, step=120)
        )
    return HouseDrawing(
        height=ground + 14,
        lines=tuple(lines),
        roof_line=_draw_roof(pen),
        beloften=_place_beloften(beloften),
        windows=windows,
        all_people=all_,
        doors=door_parts,
    )


def _draw_line(
    points: Sequence[Point], pen: random.Random, step: float = 60, wobble: float = 1.3
) -> str:
    """A line through `points` by a hand that is not quite steady, as an SVG path."""
    result = [f"M{points[0][0]:.1f} {points[0][1]:.1f}"]
    for (x1, y1), (x2, y2) in pairwise(points):
        parts = max(1, round(((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5 / step))
        for n in range(1, parts + 1):
            fraction, half = n / parts, (n - 0.5) / parts
            end = 0.0 if n == parts else wobble
            mx = x1 + (x2 - x1) * half + pen.uniform(-wobble, wobble)
            my = y1 + (y2 - y1) * half + pen.uniform(-wobble, wobble)
            ex = x1 + (x2 - x1) * fraction + pen.uniform(-end, end)
            ey = y1 + (y2 - y1) * fraction + pen.uniform(-end, end)
            result.append(f"Q{mx:.1f} {my:.1f} {ex:.1f} {ey:.1f}")
    return "".join(result)


def _draw_roof(pen: random.Random) -> str:
    """The gable with a chimney in its right slope."""
    ridge: Point = (WIDTH / 2, 26)
    left, right = (14.0, ROOF_HEIGHT), (WIDTH - 14.0, ROOF_HEIGHT)

    def on_slope(x: float) -> Point:
        fraction = (x - ridge[0]) / (right[0] - ridge[0])
        return x, ridge[1] + fraction * (right[1] - ridge[1])

    s1, s2 = on_slope(742), on_slope(806)
    chimney = [(742.0, 52.0), (736.0, 50.0), (737.0, 38.0), (812.0, 37.0), (812.0, 50.0)]
    return _draw_line([left, ridge, s1, *chimney, (806.0, 52.0), s2, right], pen, step=110)


def _place_beloften(texts: Sequence[str]) -> tuple[HousePart, ...]:
    """Promises in the gable, one below the other, no wider than the slopes allow."""
    top = 168.0 if len(texts) > 1 else 200.0
    height = (ROOF_HEIGHT - top - 6) / max(1, len(texts))

    def width_at(y: float) -> float:
        return 0.8 * (WIDTH - 28) * (y - 26) / (ROOF_HEIGHT - 26)

    def widths(n: int, font_size: float) -> Sequence[float]:
        start = top + n * height
        lines = int(height // (font_size * LINE_HEIGHT))
        return [width_at(start + i * font_size * LINE_HEIGHT) for i in range(lines)]

    font_size, wrapped = fit_texts(texts, (23, 22, 21, 20, 19, 18, 16), widths)
    result = []
    for n, lines in enumerate(wrapped):
        y = top + n * height
        first = y + (height - (len(lines) - 1) * font_size * LINE_HEIGHT) / 2 + font_size * 0.3
        b = width_at(y + height / 2)
        text = _stack_lines(lines, WIDTH / 2, first, font_size)
        result.append(HousePart((WIDTH - b) / 2, y, b, height, "", text, font_size))
    return tuple(result)


def _stack_lines(
    lines: Sequence[str], x: float, first: float, font_size: float
) -> tuple[TextLine, ...]:
    return tuple(TextLine(x, first + n * font_size * LINE_HEIGHT, r) for n, r in enumerate(lines))


def _place_windows(
    names: Sequence[str], top: float, pen: random.Random
) -> tuple[tuple[HousePart, ...], HousePart | None, float]:
    """Windows in one or two rows, perhaps a sign for the others, and where the floor below is."""
    if not names:
        return (), None, top
    shown = names[: WINDOWS_PER_ROW * MAX_WINDOW_ROWS]
    rows = 1 if len(shown) <= WINDOWS_PER_ROW else MAX_WINDOW_ROWS
    per_row = -(-len(shown) // rows)
    space = (WALL_R - WALL_L - 40) / max(per_row, 7)
    b = min(96.0, space - 16)
    h = b * 1.22
    font_size, wrapped = fit_texts(shown, (18, 17, 16, 15, 14), lambda *_: [space - 6])
    y = top + 44
    result: list[HousePart] = []
    for row in range(rows):
        in_row = wrapped[row * per_row : (row + 1) * per_row]
        x = (WIDTH - len(in_row) * space + space - b) / 2
        for lines in in_row:
            name = _stack_lines(lines, x + b / 2, y + h + 24, font_size)
            result.append(HousePart(x, y, b, h, _draw_arch(x, y, b, h, pen), name, font_size))
            x += space
        y += h + 50
    all_ = None
    if len(names) > len(shown):
        all_ = HousePart(WIDTH / 2 - 110, y - 8, 220, 32, "", (TextLine(WIDTH / 2, y + 14, ""),))
        y += 40
    return tuple(result), all_, y + 8


def _draw_arch(x: float, y: float, b: float, h: float, pen: random.Random) -> str:
    """The outline of a door or window with a round top."""
    r, s = b * 0.3, pen.uniform(-1.5, 1.5)
    left, middle, right = x + b * 0.04, x + b / 2, x + b * 0.97
    return (
        f"M{x:.1f} {y + h:.1f}L{x + s:.1f} {y + r:.1f}"
        f"C{left:.1f} {y + r / 4:.1f} {x + b * 0.27:.1f} {y - s:.1f} {middle:.1f} {y:.1f}"
        f"C{x + b * 0.74:.1f} {y + s:.1f} {right:.1f} {y + r * 0.3:.1f} {x + b:.1f} {y + r:.1f}"
        f"L{x + b - s:.1f} {y + h:.1f}Z"
    )


def _place_doors(
    doors: Sequence[tuple[str, str]], top: float, pen: random.Random
) -> tuple[tuple[HousePart, ...], list[str], float]:
    """Doors in rows of six at the most, the gallery lines between rows, and the ground."""
    if not doors:
        return (), [], top + 60
    rows = -(-len(doors) // DOORS_PER_ROW)
    per_row = -(-len(doors) // rows)
    space = (WALL_R - WALL_L - 30) / max(per_row, 4)
    b, h = min(178.0, space - 16), 252.0 if rows == 1 else 236.0
    boxes: list[tuple[float, float]] = []
    galleries: list[str] = []
    y = top + 48
    for row in range(rows):
        in_row = min(per_row, len(doors) - row * per_row)
        start = (WIDTH - in_row * space + space - b) / 2
        boxes += [(start + n * space, y) for n in range(in_row)]
        y += h
        if row < rows - 1:
            galleries += _draw_gallery(y, pen)
            y += 46
    return _door_parts(doors, boxes, b, h, pen), galleries, y


def _door_parts(
    doors: Sequence[tuple[str, str]],
    boxes: Sequence[tuple[float, float]],
    b: float,
    h: float,
    pen: random.Random,
) -> tuple[HousePart, ...]:
    """Doors of one size at `boxes`, all their sentences in one letter."""
    font_size, sentences = fit_texts(
        [sentence for sentence, _ in doors],
        (21, 20, 19, 18, 17, 16, 15),
        lambda _, size: [b - 28] * int(h * 0.56 // (size * LINE_HEIGHT)),
    )
    name_font_size, names = fit_texts(
        [name for _, name in doors], (17, 16, 15, 14), lambda *_: [b - 24] * 2
    )
    result = []
    for (x, y), sentence, name in zip(boxes, sentences, names, strict=True):
        bottom = y + h - 18 - (len(name) - 1) * name_font_size * LINE_HEIGHT
        result.append(
            HousePart(
                x, y, b, h, _draw_arch(x, y, b, h, pen),
                _stack_lines(sentence, x + 15, y + b * 0.15 + 38, font_size), font_size,
                _stack_lines(name, x + 15, bottom, name_font_size), name_font_size,
            )
        )  # fmt: skip
    return tuple(result)


def _draw_gallery(y: float, pen: random.Random) -> list[str]:
    """The floor of a gallery, seen from the street."""
    return [
        _draw_line([(WALL_L - 8, y), (WALL_R + 8, y)], pen, step=140),
        _draw_line([(WALL_L - 8, y + 9), (WALL_R + 8, y + 9)], pen, step=140),
    ]
