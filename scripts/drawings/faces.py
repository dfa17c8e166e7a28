"""The parts of a face."""

from __future__ import annotations

from .geometry import Point
from .palette import WHITE, Skin
from .pen import Pen

LONG_FACE = (
    "-96,-70 -98,-20 -95,30 -86,78 -66,118 -34,144 2,150 38,142 68,114 86,74 95,26 98,-22"
    " 95,-72 70,-130 0,-150 -72,-130"
)
NARROW_FACE = (
    "-88,-70 -92,-20 -88,30 -75,78 -52,116 -24,141 4,147 30,140 57,114 79,74 90,28 93,-22"
    " 90,-72 66,-128 0,-148 -68,-128"
)
ROUND_FACE = (
    "-92,-70 -98,-20 -97,30 -86,74 -62,110 -32,134 2,141 36,133 66,109 88,73 97,28 98,-22"
    " 93,-72 68,-128 0,-148 -70,-128"
)
BROAD_FACE = (
    "-98,-70 -101,-20 -100,30 -95,78 -78,118 -44,144 2,150 46,143 78,117 95,76 100,28 102,-22"
    " 98,-72 76,-132 0,-152 -76,-132"
)


def eye(
    pen: Pen,
    x: float,
    y: float,
    side: int,
    width: float = 38,
    lid: float = 9,
    crease: float = 8,
) -> None:
    """An eye that looks at you; side -1 is the one on the left of the picture."""
    own = pen.at(x, y, flip=side < 0)
    half = width / 2
    upper = f"{-half},4 {-width * 0.2},{1 - lid} {width * 0.16},{-lid} {half},1"
    own.patch(f"{upper} 4,{lid * 0.66}", WHITE, shift=(1, 1))
    own.blot(0, -lid * 0.2, 6.6, lid * 0.86)
    own.spark(2.2 * side, -lid * 0.45, 1.9)
    own.line(f"{upper} {half + 4},5", 1.15, taper=(0.4, 0.3))
    own.line(f"{half - 3},5 3,{lid * 0.74} {10 - half},{lid * 0.6}", 0.5)
    if crease:
        top = -lid - crease
        own.line(f"{5 - half},{top * 0.88} 0,{top} {half - 1},{top * 0.6}", 0.5)


def lashes(pen: Pen, x: float, y: float, side: int) -> None:
    """Two strokes at the outer corner of an eye."""
    pen.at(x, y, flip=side < 0).lines("0,0 5,-2 9,-6|-4,-4 1,-7 4,-11", 0.6)


def ear(pen: Pen, x: float, y: float, side: int, skin: Skin, size: float = 1.0) -> None:
    """An ear beside the head."""
    own = pen.at(x, y, size, flip=side < 0)
    own.shape("-14,-26 4,-34 20,-26 22,-4 14,18 4,34 -12,32", skin.tone)
    own.line("2,-18 12,-14 10,2 2,8 4,18", 0.55)


def crow_feet(pen: Pen, x: float, y: float, side: int) -> None:
    """The lines of somebody who has laughed often."""
    own = pen.at(x, y, flip=side < 0)
    own.lines("0,-4 9,-9 15,-12|1,2 10,3 17,3|-1,8 7,13 12,17", 0.45)


def cheeks(pen: Pen, skin: Skin, *spots: Point, size: float = 1.0) -> None:
    """A few strokes of a softer colour, as with a crayon."""
    for x, y in spots:
        own = pen.at(x, y, size)
        for k in range(5):
            reach = (10, 15, 17, 15, 9)[k]
            own.line([(k * 8 - 22, reach - 3), (k * 8 - 10, -reach + 2)], 1.0, skin.blush)


def lips(pen: Pen, track: str, colour: str) -> None:
    """The colour of a mouth, under its line."""
    pen.patch(track, colour, shift=(1, 2))


def tone(pen: Pen, track: str, colour: str, angle: float = 118, gap: float = 8.5) -> None:
    """A part that lies in the shade, as crayon strokes."""
    pen.hatch(track, gap, angle, 1.05, colour)


def neck_shade(pen: Pen, left: float, right: float, y: float) -> None:
    """The shadow of a chin on a neck, as strokes of ink."""
    middle = (left + right) / 2
    pen.hatch(
        [
            (left + 8, y),
            (middle, y + 26),
            (right - 8, y),
            (right - 8, y + 44),
            (middle, y + 80),
            (left + 8, y + 48),
        ],
        10,
        20,
        0.5,
    )


def fingers(pen: Pen, skin: Skin) -> None:
    """Four fingers that hold something; they start at 0,0 and point up."""
    for k, length in enumerate((46, 56, 54, 44)):
        x = k * 21.0
        pen.shape(
            [
                (x, 0),
                (x + 1, -length * 0.7),
                (x + 10, -length),
                (x + 20, -length * 0.7),
                (x + 20, 0),
                (x + 10, 10),
            ],
            skin.tone,
            0.8,
        )
        pen.line([(x + 6, -length + 12), (x + 11, -length + 10), (x + 15, -length + 12)], 0.4)
