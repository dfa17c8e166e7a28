"""Things that return in scenes."""

from __future__ import annotations

from dataclasses import replace

from .backdrops import tree
from .geometry import oval
from .palette import (
    BRICK,
    INK,
    LEAF,
    LINDEN,
    OCHRE,
    PALE_BLUE,
    PALE_GREY,
    ROSE,
    SOOT,
    STRAW,
    WHITE,
    WOOD,
)
from .pen import Pen


def table(pen: Pen, x1: float, x2: float, y: float, colour: str = WOOD, depth: float = 84) -> None:
    """A table whose top we look down on a little."""
    for x in (x1 + 14, x2 - 44):
        pen.shape(f"{x},{y + depth}! {x + 30},{y + depth}! {x + 26},860! {x + 4},860!", colour)
    pen.shape(
        f"{x1 - 34},{y + depth}! {x2 + 34},{y + depth}! {x2 + 30},{y + depth + 22}!"
        f" {x1 - 30},{y + depth + 22}!",
        colour,
    )
    pen.shape(f"{x1},{y}! {x2},{y}! {x2 + 36},{y + depth}! {x1 - 36},{y + depth}!", colour)
    for k, (a, b) in enumerate(((0.1, 0.4), (0.5, 0.85), (0.2, 0.5))):
        row = y + depth * (0.25 + 0.25 * k)
        pen.line([(x1 + (x2 - x1) * a, row), (x1 + (x2 - x1) * b, row + 1)], 0.4)


def chair(pen: Pen, colour: str = BRICK) -> None:
    """A kitchen chair seen from the side, its back on the left; it stands on 0,0."""
    pen.lines("-66,-150 -76,0|58,-140 66,0|30,-140 26,-14|-44,-140 -40,-14", 1.7)
    pen.shape("-86,-330 -72,-338 -58,-330! -56,-160! -80,-160!", colour)
    pen.shape("-82,-166! 70,-160! 76,-142! -84,-142!", colour)


def envelope(pen: Pen, colour: str, width: float = 110) -> None:
    """An envelope with its middle on 0,0."""
    w, h = width / 2, width * 0.3
    pen.shape(f"{-w},{-h}! {w},{-h}! {w},{h}! {-w},{h}!", colour, 0.8)
    pen.line(f"{-w},{-h}! 0,{h * 0.25}! {w},{-h}!", 0.6)


def lamp(pen: Pen, cord: float, colour: str = LINDEN) -> None:
    """A lamp above a table; its lower rim is on 0,0."""
    pen.line([(0, -cord), (1, -60)], 0.8)
    pen.shape("-26,4 0,-2 26,4 18,24 -18,24", STRAW, 0.8)
    pen.shape("-16,-64! 16,-64! 40,-40 84,2! 0,10 -84,2! -40,-40!", colour)


def bowl(pen: Pen, colour: str = WHITE) -> None:
    """A soup bowl on a plate, on 0,0."""
    pen.shape(oval(0, -4, 62, 13), PALE_BLUE, 0.8)
    pen.shape("-44,-30! -34,-6 0,0 34,-6 44,-30!", colour)
    pen.shape(oval(0, -30, 44, 9), OCHRE, 0.8)


def soup_pan(pen: Pen, colour: str = BRICK) -> None:
    """A large soup pan with its lid, on 0,0."""
    pen.line("-96,-92 -124,-90 -122,-66 -94,-66", 1.8)
    pen.line("96,-92 124,-90 122,-66 94,-66", 1.8)
    pen.shape("-96,-112! 96,-112! 92,-14! 60,0 -60,0 -92,-14!", colour)
    pen.shape("-102,-112! -70,-134 0,-142 70,-134 102,-112!", colour)
    pen.shape("-16,-142! -12,-158 12,-158 16,-142!", SOOT)
    pen.line("-74,-94 -70,-40", 1.0, ROSE)


def steam(pen: Pen, colour: str = INK) -> None:
    """Three threads of steam above 0,0."""
    for x, y in ((-22, -6), (0, -20), (22, -4)):
        track = [(x, y), (x + 9, y - 18), (x - 2, y - 38), (x + 8, y - 58)]
        pen.line(track, 0.65, colour)


def shopping_bag(pen: Pen, colour: str) -> None:
    """A full shopping bag that stands on 0,0."""
    pen.shape("-30,-100 -40,-150 -18,-168 -6,-140 -8,-100", LEAF, 0.85)
    pen.line("-26,-110 -22,-156", 0.5)
    pen.shape("8,-100! 14,-156! 40,-150! 36,-100!", STRAW, 0.85)
    pen.line("-24,-104 -20,-132 14,-132 20,-104", 1.0)
    pen.shape("-54,-108! 52,-106! 46,0! -46,0!", colour)
    pen.line("-44,-84 0,-82 42,-84", 0.5)


def trolley(pen: Pen) -> None:
    """A shopping trolley that stands on 0,0, its handle to the left."""
    pen.line("40,-20 -20,-150 -66,-276! -100,-286", 1.5)
    bag = "-60,-214! 54,-226! 78,-34! -30,-24!"
    pen.shape(bag, BRICK)
    pen.hatch(bag, 34, -6, 0.9, STRAW)
    pen.hatch(bag, 34, 84, 0.9, STRAW)
    pen.shape("-68,-216! -40,-246 26,-256 62,-228! 56,-196! -58,-186!", BRICK)
    pen.shape(oval(-8, -22, 23), PALE_GREY)
    pen.blot(-8, -22, 4)
    pen.line("34,-30 60,-22 66,0", 1.4)


def cloud_tree(pen: Pen, size: float, colour: str = LEAF) -> None:
    """A tree further away, with a thinner line."""
    tree(replace(pen, weight=pen.weight * 0.8), size, colour)
