"""What stands behind somebody."""

from __future__ import annotations

from collections.abc import Sequence

from .geometry import box, oval
from .palette import BRICK, INK, LEAF, PALE_BLUE, WHITE, WOOD
from .pen import Pen, bumpy


def leaf(pen: Pen, x: float, y: float, size: float, angle: float, colour: str = LEAF) -> None:
    """A linden leaf: a heart with a vein."""
    own = pen.at(x, y, size, angle)
    own.shape("0,-4! 12,-12 24,-2 18,18 0,38! -18,18 -24,-2 -12,-12", colour, 0.6)
    own.line("0,-12 1,10 0,30", 0.45)


def window(pen: Pen, x: float, y: float, width: float, height: float, glass: str) -> None:
    """A window of two frames."""
    pen.shape(box(x - 16, y - 16, width + 32, height + 32), WHITE)
    pen.shape(box(x, y, width, height), glass, 0.8)


def coffee_pot(pen: Pen, colour: str = BRICK) -> None:
    """An enamel coffee pot; it stands on 0,0."""
    pen.line("46,-98 82,-96 84,-50 50,-34", 2.0)
    pen.shape("-48,-78! -74,-104! -86,-108! -82,-96 -62,-46 -46,-34!", colour)
    pen.shape("-38,-120! 38,-120! 54,-8! 40,0 -40,0 -54,-8!", colour)
    pen.shape("-38,-120! -26,-138 0,-144 26,-138 38,-120!", colour)
    pen.shape(oval(0, -152, 8, 7), INK)
    pen.line("-26,-106 -34,-50 -38,-26", 0.9, WHITE)


def mug(pen: Pen, colour: str) -> None:
    """A mug that stands on 0,0."""
    pen.line("24,-42 46,-44 46,-14 22,-10", 1.2)
    pen.shape("-26,-54! 26,-54! 22,-4! 0,0 -22,-4!", colour)
    pen.shape(oval(0, -54, 26, 6), WHITE, 0.8)


def plant(pen: Pen, pot: str = BRICK) -> None:
    """A pot plant that stands on 0,0."""
    for x, y, angle in (
        (-34, -120, -40),
        (0, -150, 0),
        (36, -126, 38),
        (-18, -96, -70),
        (26, -92, 72),
    ):
        pen.line([(0, -56), (x * 0.4, (y - 56) / 2), (x, y)], 0.7)
        pen.at(x, y, 1.0, angle).shape("0,14 14,-6 0,-42 -14,-6", LEAF, 0.8)
    pen.shape("-34,-58! 34,-58! 26,0! -26,0!", pot)
    pen.line("-34,-42 0,-40 34,-42", 0.7)


def books(pen: Pen, widths: Sequence[tuple[float, float, str]]) -> None:
    """A row of books that stands on 0,0."""
    x = 0.0
    for width, height, colour in widths:
        pen.shape(box(x, -height, width, height), colour, 0.85)
        pen.line(f"{x + 4},{-height + 18} {x + width - 4},{-height + 17}", 0.6)
        x += width + 1


def gable(pen: Pen, width: float, height: float, colour: str, kind: str) -> None:
    """A Dutch house front that stands on 0,0."""
    w, h = width, -height
    tops = {
        "punt": f"0,{h}! {w / 2},{h - w * 0.62}! {w},{h}!",
        "trap": f"0,{h}! {w * 0.2},{h}! {w * 0.2},{h - 26}! {w * 0.38},{h - 26}!"
        f" {w * 0.38},{h - 52}! {w * 0.62},{h - 52}! {w * 0.62},{h - 26}! {w * 0.8},{h - 26}!"
        f" {w * 0.8},{h}! {w},{h}!",
        "lijst": f"0,{h}! -6,{h}! -6,{h - 16}! {w + 6},{h - 16}! {w + 6},{h}! {w},{h}!",
    }
    pen.shape(f"0,0! {tops[kind]} {w},0!", colour, 0.8)
    for row in (0.2, 0.55):
        for column in (0.18, 0.58):
            pen.shape(box(w * column, h * (1 - row), w * 0.24, height * 0.19), PALE_BLUE, 0.6)


def tree(pen: Pen, size: float, colour: str = LEAF) -> None:
    """A linden that stands on 0,0: a trunk and one bumpy crown."""
    own = pen.at(0, 0, size)
    own.shape("-12,0! -9,-70 -14,-120! 14,-120! 9,-70 13,0!", WOOD, 0.9 / size**0.5)
    crown = bumpy(
        "-30,-108 -78,-124 -92,-176 -70,-232 -14,-262 48,-246 86,-200 84,-146 40,-112 -30,-108",
        34,
        12,
    )
    own.shape(crown, colour, 0.9)
    own.lines(
        "-40,-180 -32,-170 -22,-178|10,-210 20,-200 30,-208|20,-150 30,-142 40,-150"
        "|-20,-140 -12,-132 -2,-139",
        0.55,
    )


def table_line(pen: Pen, y: float = 640) -> None:
    """The one line that runs on from picture to picture."""
    pen.line([(-10, y), (pen.sheet.width / 3, y + 2), (pen.sheet.width + 10, y)], 1.1)
