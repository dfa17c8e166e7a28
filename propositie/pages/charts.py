"""Figures as drawings: a line or bars by year, and a house with a window for each of a hundred.

Everything is worked out here, in whole numbers where that will do; templates only write it down. A
drawing and its table come from the same rows. Room for words is guessed wider than any typeface
of ours is, so that no two touch.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from ..dutch import format_figure, join_words
from ..huis import Cijfer
from ..huis.base import Say

WIDTH = 320
"""As wide as the smallest screen, so that words on it stay as large as others."""
_SIZE = 17.5
"""Of the letters, in the measure of the drawing."""
_LETTER = 11.0
"""How wide a letter may be."""
_LINE = 22
_EDGE = 8
_PLOT = 120
_ABOVE_BAR, _ABOVE_DOT, _BELOW_DOT = 7, 12, 26
"""How far the foot of a word lies from its value."""
_MOST_BARS = 8
"""More years than these are a line."""
_MOST_WINDOWS = 100


class Word(NamedTuple):
    """A word in a drawing: the middle of its foot, and what it says."""

    x: float
    y: float
    text: str


class Bar(NamedTuple):
    """The bar of a year, an arch on a sill."""

    path: str
    jaar: int


class Dot(NamedTuple):
    """The point of a year on a line."""

    x: float
    y: float
    jaar: int


@dataclass(frozen=True, slots=True)
class Row:
    """A year in the table."""

    jaar: int
    text: str
    """The value as it is written; empty when nobody knows it."""
    is_small: bool = False
    """Whether it is withheld."""
    n: int | None = None
    van: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing of values by year."""

    height: float
    base: float
    """Where nought is."""
    bars: Sequence[Bar]
    lines: Sequence[str]
    """Paths, each as long as no year is missing."""
    dots: Sequence[Dot]
    values: Sequence[Word]
    years: Sequence[Word]
    goal: float | None
    """How high the aim lies."""
    goal_words: Word | None


@dataclass(frozen=True, slots=True)
class Windows:
    """A house with windows: lit, still dark and dashed, or dark, each as one path."""

    width: int
    height: int
    roof: str
    walls: str
    lit: str
    aim: str
    dark: str
    total: int
    now: int
    then: int


def value_text(cijfer: Cijfer, value: Decimal) -> str:
    """A value as it is written: `34%`, `€ 1250`, `12.500`."""
    number = format_figure(value)
    if cijfer.is_share:
        return f"{number}%"
    if cijfer.eenheid.strip().lower() in {"euro", "€", "eur"}:
        return f"€\u00a0{number}"
    return number


def latest_text(cijfer: Cijfer) -> str:
    """The last known value as it is written."""
    return value_text(cijfer, cijfer.reeks.known[_latest(cijfer)])


def _latest(cijfer: Cijfer) -> int:
    assert cijfer.latest is not None  # of what nothing is known, nothing is public
    return cijfer.latest


def rows_of(cijfer: Cijfer, small: Sequence[str]) -> list[Row]:
    """The table of a figure: every year from the first to the last, those that nobody knows too."""
    jaren, withheld = cijfer.reeks.jaren, set(map(int, small))
    told = [*jaren, *withheld]
    rows = []
    for jaar in range(min(told), max(told) + 1):
        part = jaren.get(jaar)
        value = part.waarde if part is not None else None
        text = value_text(cijfer, value) if value is not None else ""
        n = part.n if part is not None and value is not None else None
        van = part.van if part is not None and value is not None else None
        rows.append(
            Row(jaar, text, jaar in withheld, n, format_figure(van) if van is not None else "")
        )
    return rows


def summary(cijfer: Cijfer, rows: Sequence[Row], say: Say) -> str:
    """What is to be seen in a drawing, in sentences: up or down, from when to when, what is not
    known, and the aim."""
    known = cijfer.reeks.known
    first, last = min(known), max(known)
    told = {
        "begin": first, "eind": last,
        "eerste": value_text(cijfer, known[first]), "laatste": value_text(cijfer, known[last]),
    }  # fmt: skip
    change = known[last] - known[first]
    direction = "gelijk" if not change else "omhoog" if change > 0 else "omlaag"
    sentences = [say(f"grafiek_{direction}", **told)]
    if cijfer.is_share and change:
        sentences.append(say(f"grafiek_punt_{direction}", verschil=format_figure(abs(change))))
    unknown = [str(row.jaar) for row in rows if not row.text and not row.is_small]
    small = [str(row.jaar) for row in rows if row.is_small]
    if unknown:
        sentences.append(say("grafiek_onbekend", jaren=join_words(unknown)))
    if small:
        sentences.append(say("grafiek_klein", jaren=join_words(small)))
    return " ".join(sentences)


def draw(cijfer: Cijfer, rows: Sequence[Row], goal_words: str) -> Chart | None:
    """The drawing of a figure; None when fewer than two years are known, for one is a number."""
    known = cijfer.reeks.known
    if len(known) < 2:
        return None
    years = [row.jaar for row in rows]
    aim = cijfer.doel.waarde if cijfer.doel is not None else None
    top = float(max(*known.values(), aim if aim is not None else 0))
    is_bars = not cijfer.is_share and len(years) <= _MOST_BARS and min(known.values()) >= 0
    low = min(0.0, float(min(known.values())))
    head = (_LINE + 6 if aim is not None else 0) + _LINE + 4
    base = head + _PLOT
    places = dict(zip(years, _spread(len(years), is_bars), strict=True))
    scale = _PLOT / ((top - low) or 1)

    def height_of(value: Decimal) -> float:
        return round(base - (float(value) - low) * scale, 1)

    points = {jaar: (places[jaar], height_of(value)) for jaar, value in known.items()}
    slot = (WIDTH - 2 * _EDGE) / len(years)
    texts = {jaar: value_text(cijfer, value) for jaar, value in known.items()}
    line = height_of(aim) if aim is not None else None
    through = any(_goes_through(y, line) for _, y in points.values())
    above = _ABOVE_BAR if is_bars else -_BELOW_DOT if through else _ABOVE_DOT
    return Chart(
        height=base + _LINE + 6,
        base=base,
        bars=[
            Bar(_arch(x, y, base, min(44.0, slot * 0.66)), jaar)
            for jaar, (x, y) in points.items()
            if is_bars and y < base
        ],
        lines=[] if is_bars else list(_lines(years, points)),
        dots=[] if is_bars else [Dot(x, y, jaar) for jaar, (x, y) in points.items()],
        values=_chosen(
            {jaar: Word(x, round(y - above, 1), texts[jaar]) for jaar, (x, y) in points.items()},
            known,
        ),
        years=_chosen(
            {jaar: Word(x, base + _LINE, str(jaar)) for jaar, x in places.items()}, known
        ),
        goal=line,
        goal_words=Word(_EDGE + 30, 16, goal_words) if aim is not None else None,
    )


def _goes_through(y: float, line: float | None) -> bool:
    """Whether the line of the aim would go through the word above a point."""
    foot = y - _ABOVE_DOT
    return line is not None and foot - _SIZE < line < foot + 4 and line < y


def _spread(count: int, is_bars: bool) -> list[float]:
    """The middle of each year, from left to right."""
    if is_bars:
        slot = (WIDTH - 2 * _EDGE) / count
        return [round(_EDGE + slot * (number + 0.5), 1) for number in range(count)]
    left, right = 28, WIDTH - 28
    return [round(left + (right - left) * n / (count - 1), 1) for n in range(count)]


def _arch(x: float, y: float, base: float, width: float) -> str:
    """A bar with a round top; a low one is flatter, and never higher than its value."""
    half = round(width / 2, 1)
    rise = round(min(half, base - y), 1)
    left, right = round(x - half, 1), round(x + half, 1)
    shoulder = round(y + rise, 1)
    return f"M{left} {base}V{shoulder}A{half} {rise} 0 0 1 {right} {shoulder}V{base}z"


def _lines(years: Sequence[int], points: Mapping[int, tuple[float, float]]) -> Iterator[str]:
    """A path for each row of years that are all known."""
    row: list[tuple[float, float]] = []
    for jaar in (*years, years[-1] + 1):
        if jaar in points:
            row.append(points[jaar])
            continue
        if len(row) > 1:
            yield "M" + "L".join(f"{x} {y}" for x, y in row)
        row = []


def _chosen(words: Mapping[int, Word], known: Mapping[int, Decimal]) -> list[Word]:
    """The words that fit beside each other, the last and first year before others, then the
    highest and lowest value; each within the drawing."""
    years = sorted(words)
    by_value = sorted(known, key=lambda jaar: known[jaar])
    order = dict.fromkeys([years[-1], years[0], by_value[-1], by_value[0], *reversed(years)])
    chosen: dict[int, Word] = {}
    for jaar in order:
        if jaar not in words:
            continue
        word = _inside(words[jaar])
        if not any(_touch(word, other) for other in chosen.values()):
            chosen[jaar] = word
    return [chosen[jaar] for jaar in sorted(chosen)]


def _width(word: Word) -> float:
    return len(word.text) * _LETTER


def _inside(word: Word) -> Word:
    half = _width(word) / 2
    return word._replace(x=round(min(max(word.x, half + 1), WIDTH - half - 1), 1))


def _touch(one: Word, other: Word) -> bool:
    is_beside = abs(one.x - other.x) < (_width(one) + _width(other)) / 2 + 4
    return is_beside and abs(one.y - other.y) < _SIZE + 3


def windows(total: int, now: int, then: int = 0) -> Windows | None:
    """A house with `total` windows of which `now` are lit, and as many more dashed as make `then`;
    None when there would be too many to see."""
    if not 2 <= total <= _MOST_WINDOWS or not 0 <= now <= total:
        return None
    columns = 12 if total % 12 == 0 and total < _MOST_WINDOWS else min(10, total)
    count_rows = -(-total // columns)
    width, walls_top = columns * 30 + 44, 42
    height = walls_top + count_rows * 36 + 24
    then = max(now, min(then, total))
    places = [(29 + 30 * (n % columns), walls_top + 12 + 36 * (n // columns)) for n in range(total)]
    path = ["".join(f"M{x} {y + 30}v-20a8 10 0 0 1 16 0v20z" for x, y in places[a:b])
            for a, b in ((0, now), (now, then), (then, total))]  # fmt: skip
    middle = width // 2
    return Windows(
        width=width,
        height=height + 3,
        roof=f"M3 {walls_top - 1}Q{middle // 2} {walls_top // 2 - 2} {middle} 4"
             f"Q{middle + middle // 2} {walls_top // 2 + 3} {width - 3} {walls_top - 1}",
        walls=f"M14 {walls_top}V{height}H{width - 14}V{walls_top}",
        lit=path[0],
        aim=path[1],
        dark=path[2],
        total=total,
        now=now,
        then=then,
    )  # fmt: skip
