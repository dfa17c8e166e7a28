"""Draw the pictures of the demo organisation, Stichting Welzijn Lindeborg.

Everything is drawn in code by ourselves: people, places and the brand mark are lists of points
that a wobbly pen follows, over flat colour patches that are printed a little out of register.
Nobody in these pictures exists and nothing was traced, so they may be used freely.

    python scripts/demo_tekeningen.py                # draw everything
    python scripts/demo_tekeningen.py gijs ouderen   # draw only these
    python scripts/demo_tekeningen.py --proef DIR    # also leave a PNG of each in DIR

Drawing needs the standard library only. Turning a drawing into a WebP file needs Playwright, a
Chromium on the path and Pillow; both are imported where they are used.
"""

from __future__ import annotations

import argparse
import math
import random
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path

Point = tuple[float, float]
Track = str | Sequence[Point]
"""Where the pen goes: "10,20 30,40! 50,60" (an exclamation mark is a sharp corner) or points."""

# --------------------------------------------------------------------------- palette

INK = "#2b2a26"
PAPER = "#f6f0e4"
WHITE = "#fdfaf2"
LINDEN = "#1f5c4d"
LEAF = "#9dbb7d"
PALE_LEAF = "#cfdcb4"
OCHRE = "#d98e2b"
STRAW = "#f0cf8e"
BRICK = "#b4553a"
ROSE = "#e3b7a0"
BLUE = "#9fbfcc"
PALE_BLUE = "#cfdfe2"
SLATE = "#56707d"
WOOD = "#c79a64"
CORD = "#b58149"
GREY = "#b9b4a8"
PALE_GREY = "#dedacf"
SOOT = "#3d3733"


@dataclass(frozen=True)
class Skin:
    """A skin tone: the flat colour, its one shadow and the colour of cheeks and lips."""

    tone: str
    shade: str
    blush: str


FAIR = Skin("#f0c9a8", "#dfab86", "#e19a7c")
RUDDY = Skin("#e9b592", "#d4956f", "#d07f5f")
OLIVE = Skin("#dfb084", "#c79163", "#c97c58")
TAN = Skin("#c99468", "#b07a4f", "#b4664a")
BROWN = Skin("#9d6b47", "#835536", "#8d4a36")
DARK = Skin("#7a5038", "#643f2b", "#6f3a2c")

# --------------------------------------------------------------------------- geometry


def parse(track: Track) -> list[tuple[Point, bool]]:
    """Read a track as points, each with whether it is a sharp corner."""
    if not isinstance(track, str):
        return [(point, False) for point in track]
    nodes = []
    for word in track.split():
        x, y = word.rstrip("!").split(",")
        nodes.append(((float(x), float(y)), word.endswith("!")))
    return nodes


def tangents(p0: Point, p1: Point, p2: Point, p3: Point) -> tuple[Point, Point]:
    """The directions of a centripetal Catmull-Rom curve at p1 and p2."""
    t0, t1, t2 = (max(math.dist(a, b), 1e-3) ** 0.5 for a, b in ((p0, p1), (p1, p2), (p2, p3)))
    x1, y1 = (
        t1 * ((p1[i] - p0[i]) / t0 - (p2[i] - p0[i]) / (t0 + t1) + (p2[i] - p1[i]) / t1)
        for i in (0, 1)
    )
    x2, y2 = (
        t1 * ((p2[i] - p1[i]) / t1 - (p3[i] - p1[i]) / (t1 + t2) + (p3[i] - p2[i]) / t2)
        for i in (0, 1)
    )
    return (x1, y1), (x2, y2)


def hermite(p0: Point, p1: Point, p2: Point, p3: Point) -> Iterator[Point]:
    """Walk from p1 to p2 on a smooth curve, p2 left out."""
    m1, m2 = tangents(p0, p1, p2, p3)
    steps = max(4, int(math.dist(p1, p2) / 4))
    for step in range(steps):
        s = step / steps
        h1, h2 = 2 * s**3 - 3 * s**2 + 1, -2 * s**3 + 3 * s**2
        h3, h4 = s**3 - 2 * s**2 + s, s**3 - s**2
        x, y = (h1 * p1[i] + h2 * p2[i] + h3 * m1[i] + h4 * m2[i] for i in (0, 1))
        yield x, y


def lengthened(points: Sequence[Point]) -> list[Point]:
    """The points with one more at both ends, straight on."""
    first = (2 * points[0][0] - points[1][0], 2 * points[0][1] - points[1][1])
    last = (2 * points[-1][0] - points[-2][0], 2 * points[-1][1] - points[-2][1])
    return [first, *points, last]


def spline(points: Sequence[Point]) -> list[Point]:
    """Run a smooth open curve through the points."""
    if len(points) < 3:
        return list(points)
    knots = lengthened(points)
    walked = [p for i in range(len(points) - 1) for p in hermite(*knots[i : i + 4])]
    return [*walked, points[-1]]


def ring(points: Sequence[Point]) -> list[Point]:
    """Run a smooth closed curve through the points."""
    count = len(points)
    return [
        p for i in range(count) for p in hermite(*(points[(i + k) % count] for k in (-1, 0, 1, 2)))
    ]


def strokes(track: Track, closed: bool = False) -> list[list[Point]]:
    """The smooth pieces of a track: a pen is lifted at a sharp corner."""
    nodes = parse(track)
    corners = [i for i, (_, sharp) in enumerate(nodes) if sharp]
    if closed and not corners:
        return [ring([point for point, _ in nodes])]
    if closed:
        nodes = [*nodes[corners[0] :], *nodes[: corners[0] + 1]]
    pieces: list[list[Point]] = [[nodes[0][0]]]
    for point, sharp in nodes[1:]:
        pieces[-1].append(point)
        if sharp:
            pieces.append([point])
    return [spline(piece) for piece in pieces if len(piece) > 1]


def curve(track: Track, closed: bool = False) -> list[Point]:
    """The dense line of a track: smooth between its corners."""
    return [point for piece in strokes(track, closed) for point in piece]


def resample(points: Sequence[Point], gap: float = 4.0) -> list[Point]:
    """The same line in steps of an equal length."""
    result, left = [points[0]], gap
    for a, b in pairwise(points):
        length, done = math.dist(a, b), 0.0
        while length - done >= left:
            done += left
            left = gap
            result.append(
                (a[0] + (b[0] - a[0]) * done / length, a[1] + (b[1] - a[1]) * done / length)
            )
        left -= length - done
    if math.dist(result[-1], points[-1]) > gap / 4:
        result.append(points[-1])
    return result


def normals(points: Sequence[Point]) -> list[Point]:
    """The direction to the left of the line at each point."""
    last = len(points) - 1
    result = []
    for i in range(len(points)):
        a, b = points[max(0, i - 1)], points[min(last, i + 1)]
        length = math.dist(a, b) or 1.0
        result.append(((a[1] - b[1]) / length, (b[0] - a[0]) / length))
    return result


def ripple(rng: random.Random, wave: float) -> Callable[[float], float]:
    """A slow irregular movement between about -1 and 1: the unsteadiness of a hand."""
    parts = [(wave * f * rng.uniform(0.8, 1.25), rng.uniform(0, math.tau)) for f in (1, 0.45, 0.21)]
    return lambda s: sum(
        weight * math.sin(math.tau * s / length + phase)
        for weight, (length, phase) in zip((0.6, 0.3, 0.14), parts, strict=True)
    )


def wobble(points: Sequence[Point], rng: random.Random, reach: float) -> list[Point]:
    """Move a line a little off its course, as a hand does."""
    sway = ripple(rng, 150.0)
    return [
        (x + nx * reach * sway(i * 4.0), y + ny * reach * sway(i * 4.0))
        for i, ((x, y), (nx, ny)) in enumerate(zip(points, normals(points), strict=True))
    ]


def path_data(points: Iterable[Point]) -> str:
    """The points as the closed path of an SVG."""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z"


def stroke_outline(
    points: Sequence[Point], width: float, rng: random.Random, taper: tuple[float, float]
) -> list[Point]:
    """The outline of one pen stroke: a lively width that thins towards its ends."""
    press, total, run = ripple(rng, 90.0), 4.0 * (len(points) - 1), 26.0
    left, right = [], []
    for i, ((x, y), (nx, ny)) in enumerate(zip(points, normals(points), strict=True)):
        s = i * 4.0
        start = taper[0] + (1 - taper[0]) * min(1.0, s / min(run, total / 2 + 1))
        end = taper[1] + (1 - taper[1]) * min(1.0, (total - s) / min(run, total / 2 + 1))
        half = width / 2 * (1 + 0.26 * press(s)) * max(0.08, min(start, end))
        left.append((x + nx * half, y + ny * half))
        right.append((x - nx * half, y - ny * half))
    return [*left, *reversed(right)]


def crossings(polygon: Sequence[Point], y: float) -> list[float]:
    """Where a horizontal line enters and leaves a polygon."""
    found = []
    for (x1, y1), (x2, y2) in zip(polygon, [*polygon[1:], polygon[0]], strict=True):
        if (y1 <= y) != (y2 <= y):
            found.append(x1 + (y - y1) * (x2 - x1) / (y2 - y1))
    return sorted(found)


def inside(polygon: Sequence[Point], point: Point) -> bool:
    """Whether the point lies in the polygon."""
    return sum(x < point[0] for x in crossings(polygon, point[1])) % 2 == 1


def turned(point: Point, degrees: float) -> Point:
    """The point turned around the origin."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return c * point[0] - s * point[1], s * point[0] + c * point[1]


def oval(x: float, y: float, rx: float, ry: float | None = None, angle: float = 0.0) -> list[Point]:
    """Eight points around an ellipse."""
    spokes = [math.tau * k / 8 for k in range(8)]
    around = [turned((rx * math.cos(a), (ry or rx) * math.sin(a)), angle) for a in spokes]
    return [(x + dx, y + dy) for dx, dy in around]


def box(x: float, y: float, width: float, height: float) -> str:
    """A rectangle as a track with four sharp corners."""
    return f"{x},{y}! {x + width},{y}! {x + width},{y + height}! {x},{y + height}!"


# --------------------------------------------------------------------------- pen and sheet


@dataclass
class Sheet:
    """A sheet of paper with two printings: flat colours, and over them the ink.

    Every shape knocks a white hole in the ink below it, and the ink is multiplied over the
    colours: so a shape hides the lines behind it while its colour may lie out of register.
    """

    width: int
    height: int
    rng: random.Random
    colours: list[str] = field(default_factory=list)
    ink: list[str] = field(default_factory=list)

    def svg(self) -> str:
        """The whole drawing."""
        size = f'width="{self.width}" height="{self.height}"'
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" {size}'
            f' viewBox="0 0 {self.width} {self.height}">'
            f'<rect {size} fill="{PAPER}"/>{"".join(self.colours)}'
            f'<g style="mix-blend-mode:multiply">{"".join(self.ink)}</g></svg>'
        )


@dataclass(frozen=True)
class Pen:
    """Draws on a sheet, from its own place, at its own size and angle."""

    sheet: Sheet
    origin: Point = (0.0, 0.0)
    scale: float = 1.0
    angle: float = 0.0
    flip: bool = False
    weight: float = 4.6
    shift: Point = (5.0, 4.0)

    def at(
        self, x: float, y: float, scale: float = 1.0, angle: float = 0.0, flip: bool = False
    ) -> Pen:
        """The same pen, moved."""
        return replace(
            self,
            origin=self.place((x, y)),
            scale=self.scale * scale,
            angle=self.angle + (-angle if self.flip else angle),
            flip=self.flip != flip,
        )

    def place(self, point: Point) -> Point:
        """Where a point of this pen lies on the sheet."""
        x = -point[0] if self.flip else point[0]
        dx, dy = turned((x * self.scale, point[1] * self.scale), self.angle)
        return self.origin[0] + dx, self.origin[1] + dy

    def trace(self, track: Track, closed: bool = False) -> list[Point]:
        """The track as an even line on the sheet."""
        return resample([self.place(point) for point in curve(track, closed)])

    def patch(self, track: Track, colour: str, shift: Point | None = None) -> None:
        """A flat patch of colour without a line, a little out of register."""
        dx, dy = self.shift if shift is None else shift
        points = wobble(self.trace(track, closed=True), self.sheet.rng, 1.6)
        data = path_data((x + dx, y + dy) for x, y in points)
        self.sheet.colours.append(f'<path d="{data}" fill="{colour}"/>')

    def line(
        self,
        track: Track,
        width: float = 1.0,
        colour: str = INK,
        taper: tuple[float, float] = (0.55, 0.45),
        closed: bool = False,
    ) -> None:
        """A pen stroke; a light colour is printed with the colours, dark with the ink."""
        layer = self.sheet.ink if colour == INK else self.sheet.colours
        rng = self.sheet.rng
        for piece in strokes(track, closed):
            points = resample([self.place(point) for point in piece])
            if closed and math.dist(piece[0], piece[-1]) < 5:
                points = [*points, *points[:5]]
            if len(points) > 1:
                points = wobble(points, rng, 1.5)
                outline = stroke_outline(points, self.weight * width, rng, taper)
                layer.append(f'<path d="{path_data(outline)}" fill="{colour}"/>')

    def lines(self, tracks: str, width: float = 1.0, colour: str = INK) -> None:
        """Several strokes, separated by a bar."""
        for track in tracks.split("|"):
            self.line(track, width, colour)

    def shape(
        self,
        track: Track,
        colour: str,
        width: float = 1.0,
        shift: Point | None = None,
    ) -> None:
        """A closed form that hides what lies behind it; width 0 leaves its line away."""
        data = path_data(self.trace(track, closed=True))
        self.sheet.ink.append(f'<path d="{data}" fill="#fff"/>')
        self.patch(track, colour, shift)
        if width:
            self.line(track, width, closed=True)

    def blot(self, x: float, y: float, rx: float, ry: float | None = None) -> None:
        """A filled dot of ink."""
        points = [self.place(point) for point in ring(oval(x, y, rx, ry))]
        self.sheet.ink.append(f'<path d="{path_data(points)}" fill="{INK}"/>')

    def spark(self, x: float, y: float, r: float) -> None:
        """A dot where the paper shows through the ink."""
        points = [self.place(point) for point in ring(oval(x, y, r))]
        self.sheet.ink.append(f'<path d="{path_data(points)}" fill="#fff"/>')

    def hatch(
        self, track: Track, gap: float, angle: float, width: float = 0.5, colour: str = INK
    ) -> None:
        """Parallel strokes inside a form: corduroy, shade, knitting."""
        polygon = [turned(point, -angle) for point in curve(track, closed=True)]
        y = min(p[1] for p in polygon) + gap / 2
        while y < max(p[1] for p in polygon):
            cuts = crossings(polygon, y)
            for a, b in zip(cuts[::2], cuts[1::2], strict=False):
                if b - a > 6:
                    inset = self.sheet.rng.uniform(1, 5)
                    ends = [turned((a + inset, y), angle), turned((b - inset, y), angle)]
                    self.line(ends, width, colour)
            y += gap * self.sheet.rng.uniform(0.88, 1.12)

    def scatter(self, track: Track, gap: float) -> Iterator[Point]:
        """Loosely spread places inside a form."""
        polygon, rng = curve(track, closed=True), self.sheet.rng
        x1, x2 = min(p[0] for p in polygon), max(p[0] for p in polygon)
        y, odd = min(p[1] for p in polygon), False
        while y < max(p[1] for p in polygon):
            x = x1 + (gap / 2 if odd else 0)
            while x < x2:
                spot = x + rng.uniform(-0.22, 0.22) * gap, y + rng.uniform(-0.22, 0.22) * gap
                if inside(polygon, spot):
                    yield spot
                x += gap
            y, odd = y + gap * 0.86, not odd

    def curls(self, track: Track, gap: float, size: float, colour: str = INK) -> None:
        """Small open curls spread through a head of hair."""
        rng, form = self.sheet.rng, curve(track, closed=True)
        for x, y in self.scatter(track, gap):
            start = rng.uniform(0, math.tau)
            turn = rng.choice((-1, 1))
            radii = [size * (1 - 0.13 * k) for k in range(6)]
            spots = [
                (x + r * math.cos(start + turn * k * 0.9), y + r * math.sin(start + turn * k * 0.9))
                for k, r in enumerate(radii)
            ]
            if all(inside(form, spot) for spot in spots):
                self.line(spots, 0.62, colour)


def bumpy(track: Track, size: float, height: float) -> list[Point]:
    """The line as a row of bumps on its left side: leaves, curls, wool."""
    base = resample(curve(track), size)
    result: list[Point] = [base[0]]
    for a, b, (nx, ny) in zip(base, base[1:], normals(base), strict=False):
        for part, rise in ((0.2, 0.8), (0.5, 1.0), (0.8, 0.8)):
            x, y = a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part
            result.append((x - nx * height * rise, y - ny * height * rise))
        result.append(b)
    return result


# --------------------------------------------------------------------------- faces

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


# --------------------------------------------------------------------------- the places


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


# --------------------------------------------------------------------------- the portraits


def gijs(pen: Pen) -> None:
    """About 45, the client supporter everyone asks for: curly greying hair, corduroy."""
    window(pen, 86, 84, 520, 556, PALE_BLUE)
    pen.patch("90,430! 240,400 420,430 604,404! 604,636! 90,636!", PALE_LEAF)
    tree(pen.at(196, 566), 1.06)
    pen.line("450,84 452,640", 0.8)
    pen.line("464,84 465,640", 0.8)
    table_line(pen, 652)
    coffee_pot(pen.at(640, 652, 0.86))
    gijs_coat(pen)
    head = pen.at(352, 386, 1.26, -4)
    gijs_face(head)
    gijs_hair(head)
    gijs_mug(pen)


def gijs_coat(pen: Pen) -> None:
    pen.shape("286,500! 282,606 268,662 366,760 448,664 434,606 432,500!", RUDDY.shade)
    neck_shade(pen, 288, 430, 558)
    pen.shape("240,940! 262,690 284,622 368,716 442,622 476,690 492,940!", PALE_BLUE)
    near = "-34,940! -16,830 20,742 84,692 176,662 276,626! 298,706 338,830 352,940!"
    far = "376,940! 390,830 420,706 446,624! 536,660 616,686 672,738 702,826 716,940!"
    for panel, angle in ((near, 82), (far, 98)):
        pen.shape(panel, CORD)
        pen.hatch(panel, 19, angle, 0.42)
    pen.shape("288,604! 258,640 298,724! 366,676!", PALE_BLUE)
    pen.shape("432,602! 464,638 438,720! 370,678!", PALE_BLUE)
    pen.shape("268,632! 216,706 204,752! 246,760! 236,794! 352,916! 340,830 300,716!", CORD)
    pen.shape("454,632! 508,700 518,746! 476,756! 484,788! 374,916! 390,830 432,714!", CORD)
    pen.lines("366,690 364,800 366,940|382,770 382,778", 0.7)


def gijs_mug(pen: Pen) -> None:
    """His hand around a mug of coffee."""
    pen.shape("610,800 596,838 600,900 640,960 740,960 740,830 660,812", CORD)
    pen.hatch("610,800 596,838 600,900 640,960 740,960 740,830 660,812", 19, 62, 0.42)
    pen.shape("486,794! 594,794! 588,960! 492,960!", WHITE)
    pen.shape(oval(540, 794, 54, 12), "#6b4630", 0.9)
    pen.shape("640,806 606,812 600,850 604,940 650,950 660,850", RUDDY.tone)
    fingers(pen.at(616, 922, 1.3, -84), RUDDY)
    steam(pen.at(538, 782, 0.9))


def gijs_face(head: Pen) -> None:
    ear(head, -98, 4, -1, RUDDY)
    ear(head, 99, 2, 1, RUDDY, 0.9)
    head.shape(LONG_FACE, RUDDY.tone)
    tone(head, "88,-40 92,30 80,80 60,118 20,146 44,110 66,70 78,20", RUDDY.shade)
    cheeks(head, RUDDY, (-58, 46), (68, 42))
    eye(head, -36, -12, -1)
    eye(head, 50, -13, 1, 35)
    head.line("-66,-34 -48,-47 -14,-42", 2.0, taper=(0.3, 0.7))
    head.line("30,-45 54,-52 76,-36", 2.0, taper=(0.7, 0.3))
    head.line("17,-14 22,8 36,36 32,50 12,54", 1.0)
    head.lines("-8,40 -15,48 -8,57|-28,48 -42,66 -44,82|52,48 64,64 64,80", 0.6)
    head.line("-30,83 -14,92 6,90 24,93 46,82", 1.1)
    head.lines("-35,78 -30,87|50,77 46,86|-6,110 8,113 22,109|-34,-78 6,-84 44,-79", 0.5)
    crow_feet(head, -62, -10, -1)
    crow_feet(head, 75, -12, 1)


def gijs_hair(head: Pen) -> None:
    edge = bumpy(
        "-100,-10 -112,-66 -106,-116 -76,-160 -26,-184 30,-182 80,-164 108,-120 112,-66 101,-14",
        34,
        12,
    )
    fringe = bumpy("92,-46 86,-80 58,-104 16,-112 -26,-108 -66,-96 -88,-70 -92,-40", 34, -7)
    head.shape([*edge, *fringe], "#a0968a")
    head.curls([*edge, *fringe], 31, 12)


def samira(pen: Pen) -> None:
    """38, Moroccan-Dutch: dark wavy hair tied up, a green blouse."""
    pen.patch("50,64! 664,52! 672,640! 40,652!", STRAW)
    samira_shelf(pen)
    table_line(pen)
    samira_blouse(pen)
    head = pen.at(368, 404, 1.24, 3, flip=True)
    samira_hair_back(head)
    samira_face(head)
    samira_hair(head)


def samira_shelf(pen: Pen) -> None:
    pen.shape("-10,262! 250,264! 250,280! -10,278!", WOOD)
    books(pen.at(36, 262), ((30, 150, BRICK), (24, 128, BLUE), (36, 160, LINDEN), (22, 120, WHITE)))
    pen.at(154, 262, angle=13).shape(box(0, -136, 26, 136), OCHRE, 0.85)
    pen.shape("520,264! 730,260! 730,276! 520,280!", WOOD)
    plant(pen.at(632, 262, 0.92))


def samira_blouse(pen: Pen) -> None:
    pen.shape("300,520! 300,620 262,680 352,820 452,690 420,630 418,520!", TAN.shade)
    neck_shade(pen, 302, 418, 566)
    pen.patch("280,690 356,800 440,690 356,720", TAN.tone)
    pen.shape(
        "74,940! 80,846 98,766 138,716 206,684 284,648! 306,720 356,816! 404,724 438,648!"
        " 516,684 584,712 630,764 652,846 662,940!",
        LINDEN,
    )
    pen.shape("292,628! 256,664 250,716 308,752! 354,820! 322,724!", "#2f7562")
    pen.shape("426,630! 466,664 470,718 414,752! 356,820! 394,726!", "#2f7562")
    pen.lines("356,824 352,880 354,940|366,862 366,870", 0.8)
    pen.lines(
        "168,800 184,870 178,940|560,800 546,870 552,940|224,740 262,790 276,850"
        "|476,760 458,810 452,860",
        0.7,
    )
    pen.line("308,690 352,742 406,690", 0.5)


def samira_hair_back(head: Pen) -> None:
    head.shape(oval(34, -204, 68, 54, 12), SOOT)
    head.lines(
        "-14,-214 20,-240 70,-226|0,-190 40,-216 84,-200|66,-244 96,-226 92,-190", 0.7, "#8a7a6c"
    )


def samira_face(head: Pen) -> None:
    ear(head, -92, 6, -1, TAN, 0.86)
    head.shape(NARROW_FACE, TAN.tone)
    tone(head, "82,-30 86,30 74,76 56,112 20,140 42,106 62,66 72,20", TAN.shade)
    cheeks(head, TAN, (-54, 44), (62, 42))
    for x, side, width in ((-34, -1, 40), (46, 1, 36)):
        eye(head, x, -10, side, width, 10)
        lashes(head, x + side * (width / 2 + 1), -8, side)
    head.line("-66,-34 -44,-46 -10,-38", 1.9, taper=(0.2, 0.8))
    head.line("26,-39 50,-47 72,-33", 1.9, taper=(0.8, 0.2))
    head.line("15,-12 19,10 31,38 27,48 12,51", 0.95)
    head.lines("-6,40 -11,47 -5,54|-34,72 -38,80 -34,88", 0.55)
    lips(head, "-26,85 -8,79 7,82 20,79 40,84 24,99 7,103 -10,99", "#a8503f")
    head.line("-29,83 -12,88 7,87 22,88 43,82", 1.05)
    head.lines("-2,107 8,109 18,106|46,76 49,82 46,88", 0.5)
    head.shape(oval(-106, 50, 7, 11), OCHRE, 0.6)


def samira_hair(head: Pen) -> None:
    edge = bumpy("-96,28 -108,-40 -104,-108 -70,-156 -10,-178 52,-168 96,-128 110,-60 98,32", 52, 9)
    hairline = "98,32! 93,-16 80,-52 76,-78 52,-96 42,-116 18,-124! -12,-104 -30,-112 -58,-86"
    inner = [point for point, _ in parse(f"{hairline} -78,-60 -84,-34 -90,-6")]
    head.shape([*edge, *inner], SOOT)
    head.lines(
        "10,-130 -20,-118 -38,-130 -64,-96 -84,-92 -90,-52 -100,-40|14,-140 -14,-152 -40,-138"
        " -66,-144 -84,-112 -98,-100|24,-134 48,-124 60,-104 84,-92 90,-60 100,-44"
        "|22,-146 48,-152 66,-132 88,-124|0,-168 16,-154 22,-138",
        0.75,
        "#8a7a6c",
    )
    head.lines(
        "-92,16 -108,40 -92,68 -108,98 -98,122|94,24 108,50 94,76 104,106"
        "|-88,22 -98,48 -88,72|20,-124 6,-104 14,-90 2,-76",
        0.9,
    )


def ayse(pen: Pen) -> None:
    """31, Turkish-Dutch: shoulder-length black hair, round glasses."""
    pen.patch("58,56! 668,66! 660,640! 46,640!", PALE_BLUE)
    for x, width, height, colour, kind in (
        (-40, 150, 300, ROSE, "trap"),
        (112, 130, 250, STRAW, "lijst"),
        (478, 120, 270, PALE_LEAF, "punt"),
        (600, 150, 330, ROSE, "lijst"),
    ):
        gable(pen.at(x, 640), width, height, colour, kind)
    table_line(pen)
    head = pen.at(362, 404, 1.24, 2)
    ayse_hair_back(head)
    ayse_clothes(pen)
    ayse_face(head)
    ayse_hair(head)
    ayse_glasses(head)


def ayse_clothes(pen: Pen) -> None:
    pen.shape("304,530! 302,626 270,676 360,740 450,676 420,626 418,530!", OLIVE.shade)
    neck_shade(pen, 305, 418, 568)
    pen.shape("200,940! 232,700 282,652 322,690 366,700 410,690 444,650 498,700 524,940!", WHITE)
    pen.line("290,664 330,702 366,710 406,702 438,662", 0.6)
    near = "34,940! 44,846 72,768 124,718 204,688 286,646! 268,740 288,850 304,940!"
    far = "430,940! 452,850 466,740 442,646! 526,688 606,716 656,768 682,848 690,940!"
    for panel in (near, far):
        pen.shape(panel, BRICK)
    pen.lines("262,668 244,744 262,850 276,940|468,668 490,744 476,850 456,940", 0.7)
    pen.lines("142,800 158,866 152,940|588,800 572,866 578,940|206,730 226,770 232,810", 0.6)
    for y in (800, 880):
        pen.shape(oval(456, y, 8), WOOD, 0.7)


def ayse_hair_back(head: Pen) -> None:
    head.shape(
        "-60,-160 -110,-120 -128,-20 -142,90 -136,176 -100,212 -50,190 60,190 104,212"
        " 140,180 146,96 130,-10 112,-120 64,-160",
        SOOT,
    )


def ayse_face(head: Pen) -> None:
    head.shape(ROUND_FACE, OLIVE.tone)
    tone(head, "84,-30 90,30 78,74 56,108 16,134 42,104 64,66 74,20", OLIVE.shade)
    cheeks(head, OLIVE, (-60, 46), (68, 44))
    eye(head, -40, -8, -1, 37, 10)
    eye(head, 48, -8, 1, 36, 10)
    head.line("-68,-48 -46,-57 -18,-52", 1.7, taper=(0.2, 0.8))
    head.line("26,-53 52,-58 74,-46", 1.7, taper=(0.8, 0.2))
    head.line("10,20 20,38 16,47 4,48", 0.95)
    head.lines("-10,38 -14,44 -8,51|-46,68 -50,78 -44,88|56,68 60,77 55,86", 0.55)
    lips(head, "-20,80 -6,75 5,78 16,75 32,80 18,94 5,97 -8,94", "#c4705a")
    head.line("-27,77 -12,84 5,82 20,84 38,76", 1.05)
    head.line("-3,102 6,104 14,101", 0.5)


def ayse_hair(head: Pen) -> None:
    head.shape(
        "-22,-174! -80,-160 -116,-100 -130,-10 -142,90 -134,172 -106,200!"
        " -96,130 -100,60 -92,0 -74,-60 -34,-112!",
        SOOT,
    )
    head.shape(
        "-22,-174! 50,-182 104,-140 124,-50 138,60 140,150 108,204!"
        " 98,130 102,60 96,-10 78,-66 20,-96 -34,-112!",
        SOOT,
    )
    head.lines(
        "-40,-150 -86,-104 -104,-20 -116,80 -112,160|-34,-134 -72,-90 -96,-10"
        "|0,-160 60,-146 100,-80 114,20 122,120|-14,-140 50,-122 92,-60 104,20"
        "|-128,60 -130,120 -122,170|112,70 116,130 112,170",
        0.75,
        "#857d76",
    )


def ayse_glasses(head: Pen) -> None:
    head.line(oval(-40, -6, 38, 37), 1.15, closed=True)
    head.line(oval(48, -6, 36, 37), 1.15, closed=True)
    head.line("-4,-10 4,-16 12,-10", 1.1)
    head.lines("-78,-12 -92,-16|84,-12 96,-16", 1.1)


def wim(pen: Pen) -> None:
    """61, of the odd-job service: grey beard, cap, a folding rule in his pocket."""
    pen.patch("44,62! 670,54! 662,640! 54,640!", STRAW)
    wim_tools(pen)
    table_line(pen)
    wim_jacket(pen)
    head = pen.at(358, 388, 1.26, -3, flip=True)
    wim_face(head)
    wim_beard(head)
    wim_cap(head)


def wim_tools(pen: Pen) -> None:
    pen.line("-10,150 240,152", 1.2)
    pen.line("540,146 730,148", 1.2)
    saw = pen.at(120, 168, 1.0, 4)
    saw.shape("-34,40! 44,36! 62,330! 30,332!", PALE_GREY, 0.9)
    saw.shape("-44,50! -46,-12 10,-22 52,-8 50,46!", WOOD)
    saw.shape("-20,30 -22,6 8,2 28,8 26,28", STRAW, 0.8)
    hammer = pen.at(600, 160)
    hammer.shape("-8,8! 8,8! 12,230! -12,230!", WOOD)
    hammer.shape("-44,-4! 26,-6! 50,14! 26,26! -44,28!", GREY)
    pliers = pen.at(672, 164)
    pliers.shape("-14,-6! 0,-16 14,-6! 12,50! 34,190 18,196 0,80 -18,196 -34,190 -12,50!", BRICK)
    pliers.blot(0, 52, 5)


def wim_jacket(pen: Pen) -> None:
    pen.shape("282,560! 280,640 262,690 370,760 470,690 450,640 448,560!", RUDDY.shade)
    pen.shape("220,940! 250,690 286,640 360,700 440,640 482,690 506,940!", BRICK)
    pen.hatch("220,940! 250,700 300,690 360,720 430,690 482,700 506,940!", 30, 0, 0.5)
    pen.hatch("220,940! 250,700 300,690 360,720 430,690 482,700 506,940!", 30, 90, 0.5)
    work = "#7f9fae"
    pen.shape("-34,940! -22,826 14,738 80,694 176,668 278,636! 306,720 334,830 340,940!", work)
    pen.shape("400,940! 408,830 428,720 452,636! 556,670 646,698 704,742 736,826 750,940!", work)
    pen.shape("270,622! 220,668 222,732 320,772! 306,700!", work)
    pen.shape("460,622! 512,666 512,728 418,768! 432,700!", work)
    wim_rule(pen.at(560, 862))
    pen.shape("494,826! 624,820! 628,930! 560,950! 498,934!", work)
    pen.line("494,846 626,840", 0.6)
    pen.lines(
        "88,806 106,870 100,940|652,796 644,830 646,940|150,760 176,800 188,850"
        "|318,790 326,860 330,940",
        0.7,
    )


def wim_rule(pen: Pen) -> None:
    """A folding rule, half out of the pocket."""
    for x, angle in ((-14, -5), (10, 3)):
        slat = pen.at(x, 0, 1.0, angle)
        slat.shape("-11,-128! 11,-128! 11,0! -11,0!", OCHRE, 0.85)
        for k in range(7):
            slat.line([(-10, -118 + 15 * k), (-2 if k % 2 else 3, -118 + 15 * k)], 0.5)
    pen.blot(-18, -118, 3)


def wim_face(head: Pen) -> None:
    ear(head, -101, 2, -1, RUDDY, 1.05)
    head.shape(BROAD_FACE, RUDDY.tone)
    tone(head, "88,-50 96,20 86,50 70,40 80,0", RUDDY.shade)
    cheeks(head, RUDDY, (-62, 32), (72, 30), size=1.05)
    eye(head, -38, -18, -1, 34, 7, 6)
    eye(head, 48, -19, 1, 32, 7, 6)
    head.patch("-74,-30 -56,-52 -14,-50 -18,-36 -50,-36", PALE_GREY, shift=(1, 1))
    head.patch("24,-38 28,-52 62,-54 82,-38 76,-28 54,-38", PALE_GREY, shift=(1, 1))
    head.lines("-70,-32 -58,-46|-58,-36 -48,-50|-46,-38 -34,-49|-32,-38 -20,-46", 0.7)
    head.lines("28,-38 36,-49|40,-40 52,-51|54,-38 66,-48|66,-32 76,-42", 0.7)
    head.line("14,-18 22,6 42,28 42,44 18,50", 1.05)
    head.lines("-10,34 -20,42 -12,52|30,40 36,46|-58,-2 -44,2 -26,0|36,0 50,2 64,-3", 0.6)
    crow_feet(head, -60, -17, -1)
    crow_feet(head, 70, -18, 1)


def wim_beard(head: Pen) -> None:
    beard = (
        "-102,-4! -110,60 -102,120 -74,166 -30,194 20,196 70,176 102,128 110,64 103,-8!"
        " 94,30 80,56 58,62 12,66 -36,60 -66,52 -88,28"
    )
    head.shape(beard, "#d3cfc4")
    low = "-96,60 -92,116 -66,160 -20,186 30,184 74,156 98,110 102,60 70,104 10,124 -60,106"
    head.hatch(low, 15, 82, 0.5)
    lips(head, "-18,96 8,92 34,96 24,110 8,113 -8,110", "#c4816d")
    head.shape("8,62! -24,58 -54,78 -68,104 -34,102 8,88! 44,102 78,98 62,74 38,58!", "#e3dfd4")
    head.lines("-10,72 -30,80 -48,96|24,72 44,80 60,94|-2,76 -12,84|-14,112 8,117 28,111", 0.55)


def wim_cap(head: Pen) -> None:
    cap = "-104,-66 -118,-104 -94,-154 -36,-182 34,-184 94,-160 118,-118 112,-72 40,-92 -40,-92"
    head.shape(cap, SLATE)
    head.hatch("-90,-150 -110,-104 -98,-76 -50,-100 -60,-160", 11, 60, 0.5)
    head.shape("-92,-78! -30,-106 50,-108 116,-78! 138,-50 110,-42 50,-66 -30,-66 -84,-54!", SLATE)
    head.line("-10,-182 10,-190 30,-184", 1.4)


def lotte(pen: Pen) -> None:
    """27: red-blond hair in a loose braid, a knitted jumper."""
    lotte_garden(pen)
    table_line(pen)
    head = pen.at(356, 392, 1.22, 5)
    head.shape("-96,-40 -112,40 -92,130 -40,160 60,160 104,120 112,30 96,-40", "#c27a3c")
    lotte_jumper(pen)
    lotte_face(head)
    lotte_hair(head)
    lotte_braid(pen)


def lotte_garden(pen: Pen) -> None:
    pen.patch("40,50! 676,62! 664,640! 50,640!", PALE_LEAF)
    pen.shape(
        "-10,660! 34,480 42,280 16,60 -10,20! 110,-10! 112,180 128,420 176,640! 190,660!", WOOD
    )
    pen.lines("52,120 70,240 66,380|92,200 96,330 108,470|40,500 46,560 34,620|84,560 92,610", 0.7)
    pen.line("108,120 220,96 420,60 730,84", 2.0)
    for x, y, size, angle in (
        (210, 116, 1.2, 20),
        (300, 96, 1.3, -14),
        (470, 82, 1.4, 16),
        (560, 96, 1.3, -20),
        (648, 110, 1.5, 14),
        (610, 186, 1.2, 32),
        (520, 20, 1.2, 170),
        (390, 20, 1.2, 190),
        (250, 40, 1.2, 200),
        (690, 240, 1.1, -16),
    ):
        leaf(pen, x, y, size, angle)


def lotte_jumper(pen: Pen) -> None:
    pen.shape("306,520! 304,630 420,640 416,520!", FAIR.shade)
    neck_shade(pen, 307, 415, 562)
    body = (
        "62,940! 70,846 96,764 144,716 216,690 290,660 366,690 440,658 520,690 590,716"
        " 636,764 660,846 668,940!"
    )
    pen.shape(body, "#8fb0c0")
    for x, y in pen.scatter(body, 38):
        if 100 < x < 632 and y > 690:
            pen.line([(x - 9, y - 8), (x, y + 6), (x + 9, y - 8)], 0.5)
    pen.shape(
        "276,668 284,616 320,606 362,612 404,604 440,612 450,664 408,694 362,702 316,694", "#8fb0c0"
    )
    for k in range(11):
        x = 290 + k * 14.6
        pen.line([(x, 618 + abs(k - 5)), (x - 2 + k * 0.4, 684 - abs(k - 5) * 4)], 0.5)


def lotte_face(head: Pen) -> None:
    ear(head, -92, 8, -1, FAIR, 0.84)
    head.shape(NARROW_FACE, FAIR.tone)
    tone(head, "82,-30 86,30 74,76 56,112 20,140 42,106 62,66 72,20", FAIR.shade)
    cheeks(head, FAIR, (-54, 42), (64, 40))
    for x, y in (
        (-66, 24),
        (-54, 30),
        (-42, 24),
        (-50, 16),
        (50, 26),
        (62, 20),
        (70, 30),
        (-8, 26),
        (8, 18),
        (-34, 33),
        (40, 34),
    ):
        head.patch(oval(x, y, 2.3), "#bd7747", shift=(1, 1))
    eye(head, -35, -8, -1, 39, 10)
    eye(head, 46, -8, 1, 36, 10)
    head.line("-64,-34 -44,-42 -14,-37", 1.5, colour="#8d5426", taper=(0.3, 0.8))
    head.line("26,-38 50,-44 70,-33", 1.5, colour="#8d5426", taper=(0.8, 0.3))
    head.line("14,20 26,36 22,46 9,48", 0.9)
    head.lines("-7,38 -11,44 -6,50|-36,72 -40,80 -36,87", 0.55)
    lips(head, "-20,84 -6,79 7,82 20,79 36,83 22,96 7,99 -8,96", "#cf7f6a")
    head.line("-26,81 -10,87 7,85 22,87 42,79", 1.05)
    head.lines("0,105 8,107 16,104|46,73 50,79 47,85", 0.5)


def lotte_hair(head: Pen) -> None:
    copper = "#d58c4a"
    head.shape(
        "-90,34! -108,-30 -104,-104 -70,-156 -8,-178 54,-168 98,-126 112,-56 100,36!"
        " 94,-16 80,-64 48,-108 4,-128! -34,-108 -68,-76 -84,-36 -86,4!",
        copper,
    )
    head.lines(
        "2,-130 -46,-116 -84,-66 -94,-6|0,-142 -56,-138 -94,-90|8,-132 56,-116 88,-66 98,0"
        "|10,-146 64,-142 98,-92 106,-30|-2,-172 2,-150 4,-132|-20,-164 -64,-146",
        0.6,
    )
    head.lines("-88,20 -98,50 -90,76|-6,-124 -40,-88 -58,-58 -62,-40|96,24 104,52 98,80", 0.75)


def lotte_braid(pen: Pen) -> None:
    """The braid over her shoulder: strands laid over each other."""
    copper = "#d58c4a"
    pen.shape("462,470 492,540 496,600 520,640 470,650 440,600 446,530", copper)
    pen.lines("466,510 478,570 488,620|452,540 462,590 480,636", 0.6)
    for k in range(5):
        own = pen.at(494 + k * 4, 644 + k * 44, 1 - k * 0.05, -6)
        own.shape("-34,-22 -8,-26 20,4 22,34 0,40 -28,16", copper, 0.85)
        own.shape("34,-24 10,-22 -12,8 -6,40 12,40 32,14", copper, 0.85)
        own.lines("18,-10 4,8 2,26|-20,-10 -14,2", 0.5)
    pen.shape(box(496, 862, 34, 14), LINDEN, 0.8)
    pen.shape("498,876! 528,876! 534,912 520,938! 512,916! 502,936! 492,908", copper, 0.8)


def daan(pen: Pen) -> None:
    """34: stubble, a rain jacket, the bicycle helmet under his arm."""
    daan_street(pen)
    table_line(pen)
    daan_jacket(pen)
    head = pen.at(344, 374, 1.24, -5)
    daan_face(head)
    daan_hair(head)
    daan_helmet(pen)


def daan_street(pen: Pen) -> None:
    pen.patch("52,60! 670,50! 664,640! 44,640!", PALE_BLUE)
    for x, width, height, colour, kind in (
        (-60, 140, 380, STRAW, "punt"),
        (82, 120, 300, ROSE, "lijst"),
        (500, 110, 300, STRAW, "trap"),
        (612, 150, 380, PALE_LEAF, "punt"),
    ):
        gable(pen.at(x, 640), width, height, colour, kind)
    for dx in (0, 22, 44, 66):
        pen.line([(120 + dx * 7, 110 + dx % 44), (112 + dx * 7, 142 + dx % 44)], 0.7)


def daan_jacket(pen: Pen) -> None:
    pen.shape("284,500! 282,610 260,660 352,730 436,660 418,610 416,500!", FAIR.shade)
    neck_shade(pen, 286, 416, 548)
    pen.shape("230,720! 262,640 300,626 350,690 404,626 446,640 470,720!", SLATE)
    pen.shape("176,668! 196,610 270,590 300,640 340,720! 250,740!", "#c27d22")
    pen.shape("524,664! 502,608 436,588 408,640 366,720! 450,738!", "#c27d22")
    pen.shape("-30,940! -14,836 28,748 90,702 176,668! 262,712 340,712! 356,940!", "#e0a03c")
    pen.shape("356,940! 346,712! 440,704 520,662! 604,698 662,746 696,830 712,940!", "#e0a03c")
    pen.lines("340,716 352,820 354,940|352,714 366,820 368,940", 0.6)
    pen.lines("238,724 236,780|446,722 450,774", 1.2, WHITE)
    pen.lines("92,806 112,870 106,940|150,760 180,800 190,850|220,860 226,900 224,940", 0.65)


def daan_helmet(pen: Pen) -> None:
    pen.line("420,812 440,870 520,880 560,816", 1.0)
    own = pen.at(526, 768, 1.0, -8)
    own.shape("-134,46! -128,-20 -92,-78 -20,-106 60,-90 110,-40 126,36!", WHITE)
    for track in (
        "-96,0 -76,-48 -40,-74 -48,-30 -66,8",
        "-34,2 -22,-56 2,-84 12,-40 0,4",
        "38,2 44,-50 50,-76 78,-40 78,2",
    ):
        own.shape(track, SLATE, 0.9)
    own.shape("-138,44! -60,30 50,28 130,36! 132,58 60,58 -60,60 -136,66!", BRICK)
    pen.shape("730,752 696,786 640,826 560,846 476,850! 470,930 560,960 740,960!", "#e0a03c")
    pen.shape("482,850 430,842 400,860 404,900 436,922 480,920", FAIR.tone)
    fingers(pen.at(392, 866, 0.98, 8), FAIR)
    pen.lines("706,822 660,850 610,868|474,852 480,890 472,926", 0.7)


def daan_face(head: Pen) -> None:
    ear(head, -97, 2, -1, FAIR)
    ear(head, 98, 0, 1, FAIR, 0.9)
    head.shape(LONG_FACE, FAIR.tone)
    tone(head, "88,-40 92,10 84,40 74,30 78,0", FAIR.shade)
    cheeks(head, FAIR, (-58, 34), (70, 32))
    jaw = (
        "-92,30 -84,80 -64,118 -32,144 2,150 38,142 66,114 84,74 92,26 74,58 54,70 12,66 -32,70"
        " -66,56"
    )
    head.patch(jaw, "#dcb190", shift=(2, 2))
    for x, y in head.scatter(jaw, 9.5):
        head.line([(x, y), (x + 0.8, y + 4.2)], 0.42)
    lips(head, "-22,92 -6,88 8,91 22,88 38,91 22,102 8,105 -8,102", FAIR.blush)
    eye(head, -36, -12, -1, 37, 9)
    eye(head, 49, -13, 1, 34, 9)
    head.line("-66,-38 -44,-46 -14,-38", 2.3, taper=(0.3, 0.8))
    head.line("28,-40 52,-49 74,-38", 2.3, taper=(0.8, 0.3))
    head.line("15,-12 18,12 30,38 26,50 10,53", 0.95)
    head.lines("-8,42 -14,48 -8,56|-40,82 -44,90 -40,98|52,80 55,88", 0.55)
    head.line("-32,89 -14,94 8,92 26,95 46,86", 1.1)


def daan_hair(head: Pen) -> None:
    brown = "#7d5a3c"
    head.shape(
        "-94,-20! -108,-70 -100,-124 -64,-166! -70,-186! -20,-184 18,-204! 24,-188"
        " 70,-186! 74,-172 106,-136 112,-76 97,-22! 88,-66 78,-92! 60,-82 46,-104!"
        " 20,-86 0,-110! -26,-88 -44,-104! -70,-76 -84,-60!",
        brown,
    )
    head.lines(
        "46,-104 40,-140 10,-172|0,-110 -10,-140 -40,-164|-44,-104 -60,-128 -84,-136"
        "|78,-92 80,-124 60,-156|-86,-60 -96,-90|94,-50 100,-84",
        0.65,
    )


def marjolein(pen: Pen) -> None:
    """55: short grey hair, a scarf, calm."""
    marjolein_kitchen(pen)
    table_line(pen)
    marjolein_cardigan(pen)
    head = pen.at(364, 384, 1.22, -2, flip=True)
    marjolein_face(head)
    marjolein_hair(head)
    marjolein_scarf(pen)


def marjolein_kitchen(pen: Pen) -> None:
    pen.patch("48,54! 668,60! 674,640! 42,640!", ROSE)
    window(pen, 470, 130, 180, 340, PALE_BLUE)
    pen.line("470,300 650,298", 0.9)
    plant(pen.at(610, 470, 0.8), OCHRE)
    pen.line("150,-10 152,120", 0.9)
    pen.shape("152,116! 176,128 230,206! 152,220 74,206! 128,128!", LINDEN)
    pen.shape("130,212 152,206 174,212 168,236 136,236", STRAW, 0.8)
    coffee_pot(pen.at(118, 640, 0.92), SLATE)


def marjolein_cardigan(pen: Pen) -> None:
    pen.shape("306,520! 304,660 420,660 418,520!", FAIR.shade)
    pen.shape(
        "58,940! 66,846 92,766 142,718 214,692 290,664! 366,730 438,662! 516,692 586,718"
        " 632,766 658,846 668,940!",
        LINDEN,
    )
    pen.lines("356,800 352,870 354,940|374,800 372,870 374,940", 0.8)
    pen.lines("160,804 176,870 170,940|562,804 548,870 554,940|220,760 250,800 262,860", 0.7)
    pen.shape(oval(365, 880, 7), WOOD, 0.7)


def marjolein_face(head: Pen) -> None:
    ear(head, -92, 8, -1, FAIR, 0.9)
    head.shape(NARROW_FACE, FAIR.tone)
    tone(head, "82,-30 86,30 74,76 56,112 20,140 42,106 62,66 72,20", FAIR.shade)
    cheeks(head, FAIR, (-54, 42), (62, 40))
    eye(head, -35, -10, -1, 37, 8, 7)
    eye(head, 45, -11, 1, 34, 8, 7)
    head.line("-64,-36 -44,-46 -14,-40", 1.2, taper=(0.3, 0.7))
    head.line("26,-41 50,-48 70,-36", 1.2, taper=(0.7, 0.3))
    head.line("14,-8 20,14 32,38 29,49 11,53", 0.95)
    head.lines("-8,42 -13,48 -7,56|-28,54 -40,70 -42,86|50,52 60,68 60,82", 0.55)
    head.lines("-52,6 -38,10 -20,7|36,8 48,9 60,4|-26,-80 8,-84 36,-80", 0.45)
    lips(head, "-22,88 -6,84 7,87 20,84 36,87 22,97 7,100 -8,97", "#c27a68")
    head.line("-28,86 -12,90 7,89 22,90 42,84", 1.05)
    head.lines("-32,82 -29,90|46,80 44,88|0,108 9,110 18,107", 0.5)
    crow_feet(head, -58, -8, -1)
    crow_feet(head, 68, -9, 1)
    head.shape(oval(-102, 46, 7), BLUE, 0.7)


def marjolein_hair(head: Pen) -> None:
    grey = "#cfcbc2"
    head.shape(
        "-90,30! -114,-8 -116,-70 -98,-130 -50,-172 14,-182 70,-164 106,-118 114,-50"
        " 100,20! 92,-22 86,-58! 50,-64 0,-84 -40,-118! -48,-84 -72,-50 -86,-26!",
        grey,
    )
    head.lines(
        "-40,-118 0,-104 50,-92 92,-84|-34,-132 20,-130 72,-116 100,-90"
        "|-30,-150 30,-156 80,-132|-46,-122 -80,-92 -98,-40|-52,-140 -90,-108 -106,-50"
        "|-90,-30 -100,-4|-60,-158 -30,-166|96,-50 104,-20",
        0.6,
    )


def marjolein_scarf(pen: Pen) -> None:
    loop = "250,640 268,600 320,596 364,620 412,594 462,602 478,644 450,700 364,730 278,702"
    pen.shape("392,690! 440,676! 500,800 512,904! 440,918! 420,800!", BRICK)
    pen.shape(loop, BRICK)
    pen.lines(
        "276,620 330,660 400,664|264,664 320,694 390,700|448,622 420,650|440,724 462,800 470,880"
        "|330,622 364,640 400,630",
        0.65,
    )
    for k in range(6):
        pen.line([(446 + k * 12, 916 - k * 2), (446 + k * 13, 938 - k * 2)], 0.7)
    for x, y in (*pen.scatter(loop, 42), (440, 760), (470, 800), (450, 850), (484, 860)):
        pen.patch(oval(x, y, 5), STRAW)


def robert(pen: Pen) -> None:
    """50, Moluccan-Dutch: shaven head, shirt and jacket, kind eyes."""
    robert_door(pen)
    table_line(pen)
    robert_jacket(pen)
    robert_head(pen.at(362, 396, 1.26, 3))


def robert_door(pen: Pen) -> None:
    pen.patch("40,58! 672,50! 666,640! 52,640!", STRAW)
    for row in range(12):
        for column in range(8):
            x, y = 62 + column * 82 + (row % 2) * 40, 84 + row * 46
            if pen.sheet.rng.random() < 0.5:
                pen.line([(x, y), (x + 52, y + 1)], 0.5)
    pen.shape(box(132, 40, 452, 604), WHITE)
    pen.shape(box(156, 64, 404, 580), LINDEN)
    for x in (184, 372):
        pen.shape(box(x, 96, 160, 180), PALE_BLUE, 0.9)
    pen.lines("200,250 250,180|220,262 290,160|400,250 440,190", 0.7, WHITE)
    pen.shape(box(618, 210, 64, 56), BLUE, 0.9)
    pen.lines("636,226 636,250|652,228 668,226 654,250", 1.0)


def robert_jacket(pen: Pen) -> None:
    pen.shape("280,520! 278,620 262,676 366,770 464,676 446,620 444,520!", BROWN.shade)
    neck_shade(pen, 283, 443, 572)
    pen.shape("230,940! 258,700 288,636 366,730 438,634 476,700 496,940!", WHITE)
    pen.shape("-30,940! -14,828 22,740 86,700 172,676 280,644! 300,730 344,850 356,940!", SLATE)
    pen.shape("384,940! 392,850 424,730 448,644! 556,680 640,704 694,746 724,832 738,940!", SLATE)
    pen.shape("290,618! 258,654 300,742! 364,696!", WHITE)
    pen.shape("440,616! 470,652 434,740! 370,698!", WHITE)
    pen.shape("272,652! 222,714 216,764! 254,768! 248,800! 354,926! 342,850 304,744!", SLATE)
    pen.shape("458,650! 508,712 512,762! 474,768! 480,798! 382,926! 394,850 430,744!", SLATE)
    pen.lines("366,720 364,820 366,940|380,800 380,808|380,870 380,878", 0.65)
    pen.lines("92,810 110,870 104,940|630,810 614,870 620,940", 0.65)


def robert_head(head: Pen) -> None:
    ear(head, -100, 2, -1, BROWN, 1.05)
    ear(head, 101, 0, 1, BROWN, 0.98)
    head.shape(
        "-100,-60 -102,-14 -99,32 -92,80 -74,120 -42,146 2,152 44,145 76,119 94,78 100,30"
        " 103,-20 100,-66 86,-122 48,-160 0,-170 -50,-160 -88,-118",
        BROWN.tone,
    )
    tone(head, "92,-60 96,20 86,76 66,116 22,146 50,110 72,70 82,10 78,-60", BROWN.shade)
    tone(head, "-60,-140 -92,-90 -96,-40 -84,-60 -72,-100 -40,-140", BROWN.shade)
    cheeks(head, BROWN, (-60, 46), (68, 44))
    head.lines("-30,-148 -6,-154 10,-153", 1.6, "#c4946c")
    eye(head, -38, -12, -1, 38, 8)
    eye(head, 48, -12, 1, 36, 8)
    head.line("-70,-36 -48,-48 -16,-42", 2.1, taper=(0.3, 0.8))
    head.line("28,-43 54,-49 76,-36", 2.1, taper=(0.8, 0.3))
    head.line("-12,36 -24,44 -20,56 -6,54 8,60 22,54 36,54 38,42 28,34", 1.0)
    head.lines(
        "14,-6 18,12|-32,48 -46,66 -48,84|50,46 62,64 62,80|-56,4 -42,9 -24,6|36,7 50,8 62,3", 0.6
    )
    lips(head, "-30,88 -10,80 6,84 22,80 46,87 28,107 6,112 -14,107", "#8f4f41")
    head.line("-34,85 -14,92 6,91 26,93 50,84", 1.15)
    head.lines(
        "-38,80 -34,89|54,79 50,88|-4,118 8,120 20,117|-36,-82 6,-88 44,-83|-26,-100 8,-104"
        " 36,-100",
        0.5,
    )
    crow_feet(head, -62, -10, -1)
    crow_feet(head, 72, -11, 1)


# --------------------------------------------------------------------------- people in a scene

PROFILE = (
    "-60,-100 -20,-146 34,-148 76,-114 88,-62 88,-38 100,-8 117,22 110,36 96,40 98,54 105,64 97,72"
    " 100,84 95,106 76,126 44,130 14,122 -20,96 -50,40"
)


@dataclass(frozen=True)
class Person:
    """How somebody in a scene looks."""

    skin: Skin
    hair: str
    style: str
    glasses: bool = False
    beard: bool = False
    old: bool = False


def profile(pen: Pen, who: Person) -> None:
    """A head seen from the side, looking to the right."""
    pen = pen.at(0, 34, 1.08)
    pen.shape("-46,60 -46,120 -58,166 42,166 30,130 44,100", who.skin.shade)
    if who.style in ("bun", "long"):
        hair_behind(pen, who)
    pen.shape(PROFILE, who.skin.tone)
    cheeks(pen, who.skin, (50, 44), size=1.1)
    if who.beard:
        pen.shape(
            "-30,20! 0,60 50,56 84,50! 100,62 82,72! 102,96 92,138 50,158 0,144 -30,90", who.hair
        )
    pen.blot(66, -16, 6, 8)
    pen.line("52,-26 66,-31 82,-22", 0.9)
    pen.line("48,-50 68,-59 88,-48", 1.4, taper=(0.4, 0.7))
    pen.lines("98,68 84,74 74,66|96,32 88,26", 0.9)
    if who.old:
        pen.lines("44,-16 34,-20|44,-10 34,-8|72,34 66,50 68,62|50,-80 70,-84", 0.55)
    ear(pen, -12, 4, 1, who.skin, 0.9)
    hair_profile(pen, who)
    if who.glasses:
        pen.line(oval(72, -14, 20, 22), 0.9, closed=True)
        pen.line("52,-16 10,-14", 0.9)


def hair_behind(pen: Pen, who: Person) -> None:
    """The hair that hangs or is tied behind the neck."""
    if who.style == "bun":
        pen.shape(oval(-112, -44, 42, 40), who.hair)
        pen.line("-132,-50 -112,-62 -94,-44", 0.6, lighter(who.hair))
    else:
        pen.shape("-60,-120 -112,-60 -122,40 -112,130 -60,160 0,130 0,20", who.hair)


def lighter(colour: str) -> str:
    """The colour of strokes that show in this hair: ink, or a light tone on dark hair."""
    return "#8a7a6c" if int(colour[1:3], 16) < 0x60 else INK


HAIR = {
    "short": "88,-98! 90,-138! 64,-140! 44,-176 -20,-180 -76,-160 -108,-100 -104,-40 -90,20!"
    " -64,36! -54,4! -34,14! -30,-22 -16,-38! -4,-64 14,-84! 30,-74! 52,-98!",
    "bun": "84,-104! 66,-152 0,-178 -70,-162 -106,-100 -104,-30 -84,44! -46,54 -34,30! -30,-22"
    " -8,-38! 8,-72 40,-96!",
    "bob": "96,-64! 86,-134 14,-180 -66,-166 -108,-104 -112,-20 -98,66! -76,62! -50,70! -6,50!"
    " 2,10 0,-20 12,-44! 26,-70! 50,-62! 66,-80! 96,-64!",
    "long": "84,-104! 66,-152 0,-180 -70,-164 -110,-100 -116,-10 -112,60! -60,70 -22,40! -10,-20"
    " 10,-70 44,-98!",
    "bald": "-20,-36! -34,-64! -64,-92! -92,-74 -104,-30 -98,20 -88,46! -66,62! -58,36! -34,30!"
    " -40,0",
}
PARTING = {
    "short": "20,-150 10,-124 -6,-112|-40,-150 -52,-124 -66,-114|60,-128 50,-112|-84,-70 -88,-40"
    " -84,-20",
    "bun": "60,-118 0,-126 -60,-90 -92,-50|10,-84 -34,-64 -80,-44|-20,-164 -70,-130 -94,-80",
    "bob": "70,-124 66,-100 68,-84|20,-140 -30,-100 -50,-20 -54,40|16,-90 -10,-50 -26,0 -28,36"
    "|-40,-150 -80,-90 -88,0",
    "long": "60,-120 0,-136 -60,-100 -84,-30|-20,-156 -80,-110 -98,-20|10,-86 -40,-70 -64,20",
}


def hair_profile(pen: Pen, who: Person) -> None:
    """The hair on a head seen from the side."""
    if who.style == "curls":
        curls = bumpy(
            "-36,46 -84,44 -108,-20 -108,-100 -70,-160 0,-182 66,-158 86,-110"
            " 40,-92 6,-68 -24,-30 -36,46",
            34,
            14,
        )
        pen.shape(curls, who.hair)
        pen.curls(
            "-90,-100 -60,-150 20,-160 30,-120 -20,-70 -60,0 -90,0", 40, 13, lighter(who.hair)
        )
        return
    pen.shape(HAIR[who.style], who.hair)
    if who.style in PARTING:
        pen.lines(PARTING[who.style], 0.65, lighter(who.hair))


def front(pen: Pen, who: Person) -> None:
    """A head that looks out of the picture."""
    pen = pen.at(0, 30, 1.06)
    pen.shape("-42,90 -46,176 50,176 44,90", who.skin.shade)
    if who.style == "bun":
        pen.shape(oval(10, -190, 50, 40), who.hair)
    if who.style == "long":
        pen.shape("-60,-150 -118,-60 -126,60 -110,140 110,140 126,60 118,-60 60,-150", who.hair)
    else:
        ear(pen, -96, 6, -1, who.skin)
        ear(pen, 96, 6, 1, who.skin)
    pen.shape(LONG_FACE if who.beard else ROUND_FACE, who.skin.tone)
    cheeks(pen, who.skin, (-56, 46), (64, 44), size=1.1)
    if who.beard:
        pen.shape(
            "-98,0! -96,70 -64,140 0,166 66,140 98,70 98,0! 84,50 50,64 4,62 -44,64 -80,50",
            who.hair,
        )
    for x, side in ((-36, -1), (48, 1)):
        pen.blot(x, -10, 7, 9)
        pen.line([(x - 18, -14), (x, -23), (x + 18, -13)], 0.9)
        pen.line([(x - 22, -42), (x + 4 * side, -52), (x + 22, -42)], 1.3)
    pen.line("12,-4 18,20 30,36 26,46 10,48", 0.85)
    pen.line("-26,82 -8,92 10,91 26,92 44,80", 1.0)
    if who.old:
        pen.lines(
            "-30,48 -44,66 -44,80|50,48 64,64 62,78|-30,-80 6,-85 40,-80|-62,-8 -76,-12"
            "|74,-8 86,-12",
            0.55,
        )
    hair_front(pen, who)
    if who.glasses:
        pen.line(oval(-38, -8, 31, 29), 0.9, closed=True)
        pen.line(oval(50, -8, 30, 29), 0.9, closed=True)
        pen.lines("-8,-12 6,-16 20,-12|-68,-14 -92,-20|80,-14 94,-20", 0.9)


def hair_front(pen: Pen, who: Person) -> None:
    """The hair on a head that looks out of the picture."""
    if who.style == "curls":
        outer = bumpy(
            "-100,0 -114,-70 -100,-130 -50,-176 10,-186 66,-172 108,-124 114,-66 101,0", 34, 14
        )
        inner = bumpy("90,-50 70,-96 10,-110 -60,-98 -90,-50", 34, -6)
        pen.shape([*outer, *inner], who.hair)
        pen.curls([*outer, *inner], 44, 13, lighter(who.hair))
    elif who.style == "bald":
        pen.patch("-96,-40 -112,-20 -104,30 -94,10", who.hair)
        pen.patch("96,-40 112,-20 104,30 94,10", who.hair)
    else:
        pen.shape(
            "-96,20! -112,-50 -98,-130 -50,-172 10,-180 70,-164 108,-116 112,-40 98,20!"
            " 90,-40 70,-90! 20,-86 -20,-128! -50,-90 -84,-60 -90,-20!",
            who.hair,
        )
        pen.lines(
            "-20,-128 30,-110 80,-86|-10,-150 50,-140 92,-100|-26,-136 -70,-110 -96,-60",
            0.65,
            lighter(who.hair),
        )


def limb(pen: Pen, track: Track, start: float, end: float, colour: str) -> None:
    """A sleeve or a trouser leg along a line, wide at the start, open where it is attached."""
    spine = resample(curve(track), 14)
    last = max(1, len(spine) - 1)
    left, right = [], []
    for i, ((x, y), (nx, ny)) in enumerate(zip(spine, normals(spine), strict=True)):
        half = (start + (end - start) * i / last) / 2
        left.append((x + nx * half, y + ny * half))
        right.append((x - nx * half, y - ny * half))
    (x, y), (dx, dy) = spine[0], normals(spine)[0]
    crown = (x - dy * start * 0.3, y + dx * start * 0.3)
    pen.shape([crown, *left, *reversed(right)], colour, 0)
    pen.line(left, taper=(0.1, 0.6))
    pen.line(right[last // 4 :], taper=(0.1, 0.6))
    pen.line([left[-1], right[-1]], 0.8)


def torso(pen: Pen, neck: float, bottom: float, half: float, colour: str) -> None:
    """An upper body from its neck to its hem, its middle on 0."""
    pen.shape(
        f"{-half},{bottom}! {-half},{neck + 120} {-half * 0.9},{neck + 56}"
        f" {-half * 0.6},{neck + 18} -24,{neck} 0,{neck + 6} 24,{neck}"
        f" {half * 0.6},{neck + 18} {half * 0.9},{neck + 56} {half},{neck + 120} {half},{bottom}!",
        colour,
    )


def under_table(pen: Pen, colour: str, shoes: str, seat: str = BRICK) -> None:
    """The chair and the legs of somebody at a table, seen from the side, looking right."""
    pen.shape("-140,360 -124,352 -110,360! -96,600! -128,600!", seat)
    pen.lines("-110,640 -122,780|-20,640 -14,780", 1.9)
    pen.shape("-124,628! 40,628! 44,648! -128,648!", seat)
    for x in (40, 86):
        limb(pen, [(x, 610), (x + 8, 680), (x - 4, 750)], 62, 44, colour)
        shoe(pen.at(x - 6, 778), shoes)


def hand(pen: Pen, skin: Skin) -> None:
    """A hand that points to the right from its wrist at 0,0."""
    pen.shape("-8,-13 14,-18 36,-13 46,-4 40,8 22,15 -8,13", skin.tone, 0.85)
    pen.shape("6,-12 22,-28 30,-24 24,-10", skin.tone, 0.75)
    pen.lines("24,0 42,0|24,7 38,8", 0.45)


def shoe(pen: Pen, colour: str = SOOT) -> None:
    """A shoe that points to the right; its heel stands on 0,0."""
    pen.shape("-16,-24! 12,-26! 28,-14 52,-8 56,0! -18,0!", colour)


LETTERS = {
    "0": "10,-40 0,-32 -2,-14 6,0 16,0 22,-14 20,-32 10,-40",
    "1": "2,-32 12,-40! 12,0",
    "5": "22,-40! 4,-40! 2,-24! 12,-27 21,-18 18,-4 8,0 0,-4",
    "7": "0,-40! 22,-40! 8,0",
    ",": "4,-4 5,2 0,10",
    "€": "24,-36 12,-40 4,-28 4,-12 12,0 24,-5|-4,-24 16,-25|-4,-15 14,-16",
    "a": "18,-22 6,-25 0,-12 5,-1 14,-4 18,-22!  18,-8 23,0",
    "e": "2,-13! 18,-15! 14,-25 5,-24 0,-12 6,0 18,-4",
    "f": "18,-38 9,-40 7,-30 6,0|0,-24 15,-25",
    "h": "2,-42! 2,0! 2,-14 10,-24 17,-18 17,0",
    "i": "4,-24 4,0|4,-34 5,-32",
    "k": "2,-42! 2,0|17,-25 3,-12! 18,0",
    "l": "4,-42 4,-6 10,0",
    "m": "2,-24! 2,0! 3,-16 10,-24 13,-16! 13,0! 14,-16 21,-24 25,-16 25,0",
    "n": "2,-24! 2,0! 3,-14 10,-24 17,-18 17,0",
    "o": "10,-25 1,-18 1,-6 10,0 18,-7 17,-19 10,-25",
    "p": "2,-24! 2,14! 2,-16 10,-25 18,-18 16,-4 8,0 2,-4",
    "s": "16,-22 8,-25 2,-19 8,-13 16,-7 10,0 0,-3",
    "t": "6,-36 6,-6 14,0|0,-24 15,-25",
    "u": "2,-24 2,-6 8,0 16,-5 17,-24! 17,0",
}


def lettering(pen: Pen, text: str, colour: str = INK, width: float = 0.8) -> None:
    """Words in the draughtsman's own hand, on a line that starts at 0,0."""
    x = 0.0
    for letter in text:
        if letter in LETTERS:
            pen.at(x, 0).lines(LETTERS[letter], width, colour)
        x += {"m": 35, "i": 14, "l": 16, ",": 14, "f": 21}.get(letter, 28)


# --------------------------------------------------------------------------- things in a scene


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


# --------------------------------------------------------------------------- the scenes

GREY_LADY = Person(FAIR, "#d8d4ca", "bun", glasses=True, old=True)
OLD_MAN = Person(RUDDY, "#dcd8ce", "bald", glasses=True, old=True)
DARK_LADY = Person(DARK, "#2f2b29", "curls")
BLOND = Person(FAIR, "#d9b36a", "long")
MOTHER = Person(OLIVE, "#4b3a30", "bun")
FATHER = Person(TAN, "#3d3733", "short", beard=True)
WIDOW = Person(FAIR, "#d6d2c9", "bob", old=True)
REDHEAD = Person(RUDDY, "#b56a38", "short", beard=True)
CARER = Person(OLIVE, "#6d5644", "bob", glasses=True)


def sketch(pen: Pen) -> Pen:
    """The finer pen for scenes."""
    return replace(pen, weight=3.9, shift=(4.5, 3.5))


def ouderen(pen: Pen) -> None:
    """An older woman at home, ready to go out with her shopping trolley."""
    pen = sketch(pen)
    pen.patch("64,56! 1140,46! 1132,612! 70,606!", PALE_LEAF)
    front_door(pen.at(130, 610))
    table_line(pen, 610)
    coat_rack(pen.at(960, 200))
    pen.shape("330,716! 860,716! 930,776! 280,776!", STRAW, 0.9)
    pen.hatch("330,716! 860,716! 930,776! 280,776!", 22, 90, 0.4)
    trolley(pen.at(778, 752))
    walking_lady(pen.at(590, 0))


def front_door(pen: Pen) -> None:
    """An open front door with the street behind it; it stands on 0,0."""
    pen.shape(box(0, -520, 270, 520), WHITE)
    pen.shape(box(24, -496, 222, 496), PALE_BLUE, 0.9)
    gable(pen.at(128, -80), 116, 200, ROSE, "punt")
    cloud_tree(pen.at(84, -66), 1.0)
    pen.shape("24,-80! 246,-76! 246,0! 24,0!", PALE_GREY, 0.8)
    pen.shape("24,-496! -76,-540! -76,76! 24,0!", LINDEN)
    pen.shape("2,-452! -54,-474! -54,-270! 2,-272!", PALE_BLUE, 0.9)
    pen.shape(oval(-8, -226, 7, 9), OCHRE, 0.8)
    pen.shape("-50,-170! 0,-172! 0,-152! -50,-148!", OCHRE, 0.7)


def coat_rack(pen: Pen) -> None:
    """A coat, a hat and an umbrella on hooks."""
    pen.shape(box(-120, -12, 260, 26), WOOD)
    pen.shape(
        "-84,26 -60,10 -36,26 -8,50 4,110 14,210! -10,216! -14,262! -104,264! -106,218! -130,212!"
        " -122,110 -110,50",
        BLUE,
    )
    pen.lines("-58,40 -56,140 -58,262|-104,110 -106,160 -106,218|-14,110 -10,160 -10,214", 0.65)
    pen.lines("-82,30 -60,60 -38,30|-60,10 -60,-2", 0.9)
    pen.shape("36,40! 30,20 66,4 100,22 98,42!", SOOT)
    pen.shape("16,40 66,34 120,42 66,56", SOOT)
    pen.line("66,44 96,40", 1.0, OCHRE)
    pen.shape("112,60! 126,60! 128,200! 118,240! 108,200!", BRICK, 0.9)
    pen.line("119,20 119,60", 1.0)


def walking_lady(pen: Pen) -> None:
    """In her coat, one hand on the trolley."""
    for x in (-34, 22):
        limb(pen, [(x, 600), (x + 2, 660), (x, 728)], 40, 30, ROSE)
        shoe(pen.at(x, 752, 0.95))
    limb(pen, "-62,372 -104,440 -100,516", 60, 44, OCHRE)
    hand(pen.at(-100, 528, 0.9, 92, flip=True), FAIR)
    pen.shape(
        "-40,330 -84,352 -96,430 -94,540 -112,650! 98,652! 84,540 86,430 74,352 36,330", OCHRE
    )
    pen.lines("-2,366 0,500 -4,648|-50,560 -62,640|54,560 62,640", 0.65)
    for y in (410, 470, 530):
        pen.shape(oval(14, y, 6), WOOD, 0.7)
    front(pen.at(-6, 240, 0.47, 3), GREY_LADY)
    pen.shape("-58,330 -20,348 30,344 52,322 60,350 20,376 -30,378 -64,356", LINDEN)
    pen.shape("10,366! 36,362! 46,440! 14,446!", LINDEN)
    limb(pen, "66,372 92,430 88,462", 58, 48, OCHRE)
    hand(pen.at(86, 464, 0.95, 4), FAIR)


def mantelzorgers(pen: Pen) -> None:
    """Someone at the kitchen table, her partner in the armchair by the window."""
    pen = sketch(pen)
    pen.patch("58,50! 1142,58! 1136,612! 64,604!", STRAW)
    window(pen, 690, 96, 330, 330, PALE_BLUE)
    pen.patch("692,330! 800,310 900,334 1018,318! 1018,424! 692,424!", PALE_LEAF)
    cloud_tree(pen.at(940, 396), 0.9)
    pen.line("852,98 854,424", 0.8)
    table_line(pen, 610)
    armchair_man(pen.at(890, 0))
    lamp(pen.at(300, 170), 190)
    table_woman(pen.at(246, 0))
    table(pen, 70, 590, 560)
    mug(pen.at(454, 622, 0.9), BRICK)
    coffee_pot(pen.at(534, 606, 0.7), LINDEN)
    pillbox(pen.at(226, 616))
    limb(pen, "240,440 262,560 362,598", 66, 46, BLUE)
    hand(pen.at(370, 602, 0.95, 8), OLIVE)


def pillbox(pen: Pen) -> None:
    """The week's pills: seven small lids."""
    pen.shape("-110,-6! -20,-10! -14,12! -112,16!", WHITE, 0.8)
    for k in range(1, 6):
        pen.line([(-110 + k * 15, -7), (-110 + k * 16, 14)], 0.5)


def armchair_man(pen: Pen) -> None:
    """He sits in his chair with a blanket and looks at her."""
    pen.shape("-70,300 -30,262 70,266 110,310 120,520 100,640 -60,640", LINDEN)
    pen.shape("-70,372 -40,352 40,352 70,390 84,560 -70,560", PALE_BLUE)
    pen.lines("0,372 2,450 0,540", 0.6)
    profile(pen.at(-8, 270, 0.43, 4, flip=True), OLD_MAN)
    for x in (-120, -60):
        limb(pen, [(x + 20, 610), (x - 6, 680), (x - 10, 736)], 46, 38, SLATE)
        shoe(pen.at(x - 8, 756, flip=True), BRICK)
    pen.shape("84,520 -40,500 -140,540 -160,620 -150,690! -20,700! 100,650", BRICK)
    blanket = "84,524 -40,506 -136,544 -152,620 -144,684 -20,692 96,640"
    pen.hatch(blanket, 36, 6, 0.8, STRAW)
    pen.hatch(blanket, 36, 96, 0.8, STRAW)
    limb(pen, "50,400 40,480 -40,520", 54, 40, PALE_BLUE)
    hand(pen.at(-44, 522, 0.85, 172, flip=True), RUDDY)
    pen.shape("40,500 80,470 128,480 140,520 132,740! 60,744! 52,560", LINDEN)
    pen.line("66,520 90,506 118,512", 0.6)


def table_woman(pen: Pen) -> None:
    """She sits with him, her hands on the table for a moment."""
    under_table(pen, SOOT, BRICK, WOOD)
    torso(pen, 362, 640, 88, BLUE)
    pen.shape("-34,366 0,398 36,366 20,356 -20,356", WHITE, 0.8)
    profile(pen.at(6, 276, 0.43, 6), CARER)
    pen.lines("-50,450 -44,520 -50,600|-6,410 -2,500", 0.6)


def ouders(pen: Pen) -> None:
    """Two parents on a bench, the playground behind them."""
    pen = sketch(pen)
    pen.patch("54,56! 1146,48! 1140,640! 60,632!", PALE_BLUE)
    for x, width, height, colour, kind in (
        (40, 130, 230, ROSE, "punt"),
        (172, 120, 190, STRAW, "lijst"),
        (294, 124, 240, WHITE, "trap"),
        (830, 120, 210, STRAW, "punt"),
        (952, 130, 250, ROSE, "lijst"),
        (1084, 120, 200, WHITE, "punt"),
    ):
        gable(pen.at(x, 560), width, height, colour, kind)
    pen.patch("-20,560! 1220,560! 1220,830! -20,830!", PALE_LEAF)
    table_line(pen, 610)
    cloud_tree(pen.at(760, 610), 1.45)
    swing(pen.at(250, 640))
    bench_people(pen)


def swing(pen: Pen) -> None:
    """A child on a swing; it stands on 0,0."""
    pen.lines("-150,10 -110,-330|-70,10 -110,-330|150,-10 110,-330|70,10 110,-330", 1.6)
    pen.line("-126,-328 126,-330", 2.0)
    pen.lines("-20,-328 -66,-130|30,-328 -10,-122", 0.7)
    limb(pen, "-34,-132 10,-118 40,-134", 26, 20, SLATE)
    shoe(pen.at(44, -124, 0.5, -30), BRICK)
    pen.shape("-60,-210 -34,-220 -14,-206 -16,-128 -58,-130", OCHRE)
    profile(pen.at(-32, -254, 0.25, -10), Person(TAN, "#3d3733", "curls"))
    limb(pen, "-36,-200 -20,-180 -18,-168", 18, 14, OCHRE)
    pen.line("-70,-126 0,-120", 1.8)


def bench_people(pen: Pen) -> None:
    for y in (446, 500):
        pen.shape(box(400, y, 660, 34), WOOD)
    pen.lines("430,440 432,600|1030,440 1028,600", 2.4)
    for x in (436, 1010):
        pen.shape(f"{x},624! {x + 16},624! {x + 18},772! {x - 2},772!", SOOT, 0.8)
    pen.shape("384,600! 1076,600! 1084,626! 376,626!", WOOD)
    bench_mother(pen.at(620, 0))
    bench_father(pen.at(850, 0))
    stroller(pen.at(1110, 776, 0.96))


def lap(pen: Pen, colour: str, shoes: str, feet: tuple[float, float]) -> None:
    """The legs of somebody on a bench, seen from the front: thighs, knees, shins."""
    for knee, foot, flip in ((-44, feet[0], True), (44, feet[1], False)):
        limb(pen, [(knee, 640), (knee * 0.7 + foot * 0.3, 690), (foot, 744)], 62, 44, colour)
        shoe(pen.at(foot, 772, flip=flip), shoes)
    pen.shape(
        "-82,572 -92,620 -84,662 -50,674 -14,662 0,640 14,662 50,674 84,662 92,620 82,572", colour
    )
    pen.lines("0,640 0,606|-66,656 -46,662 -28,652|28,652 46,662 66,656", 0.6)


def bench_mother(pen: Pen) -> None:
    lap(pen, SLATE, BRICK, (-52, 30))
    torso(pen, 368, 604, 82, LINDEN)
    pen.lines("-40,430 -34,520|0,390 2,520", 0.6)
    profile(pen.at(4, 282, 0.41, 2), MOTHER)
    limb(pen, "-60,414 -86,510 -20,578", 58, 42, LINDEN)
    hand(pen.at(-18, 580, 0.9, 6), OLIVE)
    limb(pen, "62,420 74,510 24,570", 54, 40, LINDEN)
    mug(pen.at(2, 590, 0.66), OCHRE)
    hand(pen.at(22, 572, 0.8, 176, flip=True), OLIVE)


def bench_father(pen: Pen) -> None:
    lap(pen, SOOT, WOOD, (-30, 56))
    torso(pen, 358, 604, 90, BRICK)
    pen.line("0,372 2,480 0,600", 0.7)
    profile(pen.at(-4, 270, 0.43, 2, flip=True), FATHER)
    limb(pen, "70,412 96,510 30,576", 62, 44, BRICK)
    hand(pen.at(30, 580, 0.9, 176, flip=True), TAN)
    limb(pen, "-68,412 -92,500 -40,560", 60, 44, BRICK)
    hand(pen.at(-42, 566, 0.9, 20), TAN)


def stroller(pen: Pen) -> None:
    """A pushchair; it stands on 0,0."""
    pen.lines("-40,-40 40,-150|46,-40 -30,-130|40,-150 86,-196 100,-192", 1.5)
    pen.shape("-76,-150! -66,-210 -10,-240 40,-210 46,-150! 30,-104 -40,-100", OCHRE)
    pen.line("-76,-150 -20,-160 46,-150", 0.8)
    pen.lines("-20,-236 -22,-160|10,-232 16,-156", 0.6)
    for x in (-44, 48):
        pen.shape(oval(x, -24, 24), PALE_GREY)
        pen.blot(x, -24, 4)


def nieuwkomers(pen: Pen) -> None:
    """Two people with a notebook, learning words."""
    pen = sketch(pen)
    pen.patch("60,48! 1138,58! 1144,610! 56,606!", ROSE)
    word_cards(pen)
    table_line(pen, 610)
    learner(pen.at(320, 0))
    teacher(pen.at(870, 0))
    table(pen, 170, 1030, 570, depth=110)
    notebook(pen.at(606, 634))
    mug(pen.at(960, 656, 0.95), BLUE)
    mug(pen.at(250, 660, 0.95), BRICK)
    limb(pen, "300,450 316,586 420,632", 72, 48, OCHRE)
    pen.line("452,590 486,650", 1.6)
    hand(pen.at(426, 634, 1.0, -4), DARK)
    limb(pen, "896,450 870,590 786,626", 72, 50, LINDEN)
    hand(pen.at(780, 628, 1.0, 174, flip=True), RUDDY)


def word_cards(pen: Pen) -> None:
    """Cards on the wall: a house, a tree, a cup, each with its word."""
    for x, word, angle in ((472, "huis", -3), (606, "plant", 2), (734, "kop", -2)):
        card = pen.at(x, 160, 1.0, angle)
        card.shape(box(-54, -80, 112, 150), WHITE, 0.85)
        card.blot(2, -72, 4)
        lettering(card.at(-40, 54, 0.72), word, width=0.65)
    house = pen.at(472, 160, 1.0, -3)
    house.shape("-26,10! -26,-24! 2,-52! 30,-24! 30,10!", BRICK, 0.8)
    house.shape(box(-6, -18, 16, 28), STRAW, 0.6)
    plant(pen.at(608, 176, 0.36))
    mug(pen.at(732, 172, 0.9), BLUE)


def learner(pen: Pen) -> None:
    under_table(pen, SLATE, WOOD)
    torso(pen, 368, 660, 96, OCHRE)
    pen.shape("-40,384 0,412 42,382 24,366 -24,366", "#c27d22", 0.8)
    pen.lines("-56,460 -50,540|40,470 36,540", 0.6)
    profile(pen.at(4, 276, 0.47, 9), DARK_LADY)
    pen.shape(oval(-4, 296, 5, 8), STRAW, 0.7)


def teacher(pen: Pen) -> None:
    under_table(pen.at(0, 0, flip=True), SOOT, BRICK)
    torso(pen, 368, 660, 100, LINDEN)
    pen.shape("-40,384! -20,366 26,364 40,384! 0,420!", WHITE, 0.8)
    pen.lines("-36,470 -34,550|56,460 50,540", 0.6)
    profile(pen.at(-4, 272, 0.47, 8, flip=True), OLD_MAN)


def notebook(pen: Pen) -> None:
    """An open notebook with a word in it."""
    pen.shape("-110,-34! 0,-26! 0,40! -130,34!", WHITE)
    pen.shape("0,-26! 112,-34! 134,32! 0,40!", WHITE)
    lettering(pen.at(-84, 6, 0.62), "thuis", width=0.75)
    pen.lines("-106,22 -20,26|18,-8 104,-13|18,8 110,3|20,22 112,18", 0.45)


def nabestaanden(pen: Pen) -> None:
    """Someone with a cup at the window; the chair beside her is empty."""
    pen = sketch(pen)
    pen.patch("56,54! 1144,50! 1138,606! 62,612!", BLUE)
    window(pen, 380, 90, 440, 420, PALE_BLUE)
    pen.patch("382,420! 500,404 640,424 818,406! 818,508! 382,508!", PALE_LEAF)
    cloud_tree(pen.at(610, 490), 1.3, OCHRE)
    for x, y in ((470, 380), (520, 440), (700, 400), (740, 330), (670, 470), (440, 470)):
        pen.patch(oval(x, y, 6, 4, 30), OCHRE)
    pen.line("600,92 601,508", 0.8)
    pen.shape(box(346, 524, 508, 20), WHITE)
    table_line(pen, 610)
    empty_chair(pen.at(900, 776))
    window_lady(pen.at(270, 0))
    pen.shape(oval(600, 618, 150, 26), WOOD)
    pen.lines("600,646 598,744|540,776 600,742 664,776", 2.2)
    mug(pen.at(676, 622, 0.8), BRICK)
    pen.shape("560,590! 622,588! 628,622! 556,622!", WHITE, 0.8)
    pen.shape(oval(592, 603, 11, 10), OCHRE, 0.6)
    limb(pen, "276,430 330,540 430,500", 62, 44, BRICK)
    mug(pen.at(470, 516, 0.85), WHITE)
    hand(pen.at(434, 498, 0.95, -6), FAIR)
    steam(pen.at(470, 466, 0.8))


def empty_chair(pen: Pen) -> None:
    """His chair, with his cardigan over the back."""
    chair(pen.at(0, 0, 1.12, flip=True), WOOD)
    pen.shape("52,-388 84,-398 112,-384 124,-300 118,-226! 48,-222! 46,-300", LINDEN)
    pen.lines("78,-380 80,-300 76,-230|96,-340 100,-260", 0.6)
    pen.shape("50,-300 36,-250 34,-196! 62,-194! 66,-260", LINDEN, 0.9)


def window_lady(pen: Pen) -> None:
    chair(pen.at(-30, 776, 1.1), WOOD)
    limb(pen, "-20,606 90,610 110,700 108,748", 86, 50, SLATE)
    shoe(pen.at(104, 776), SOOT)
    torso(pen, 366, 636, 82, BRICK)
    pen.lines("-40,440 -36,540|10,400 14,480", 0.6)
    profile(pen.at(4, 282, 0.44, 2), WIDOW)


def geldzorgen(pen: Pen) -> None:
    """A pile of envelopes and two people who sort them."""
    pen = sketch(pen)
    pen.patch("60,56! 1140,48! 1146,612! 54,604!", PALE_LEAF)
    lamp(pen.at(600, 170), 190, OCHRE)
    calendar(pen.at(140, 130))
    table_line(pen, 610)
    sorter(pen.at(320, 0), BRICK, SLATE)
    profile(pen.at(326, 282, 0.47, 12), REDHEAD)
    sorter(pen.at(880, 0, flip=True), BLUE, SOOT)
    profile(pen.at(874, 284, 0.47, 10, flip=True), MOTHER)
    table(pen, 140, 1060, 560, depth=120)
    envelopes(pen)
    limb(pen, "296,450 296,590 392,600", 72, 48, BRICK)
    envelope(pen.at(452, 580, 1.0, -12), WHITE, 120)
    hand(pen.at(400, 600, 1.0, -10), RUDDY)
    limb(pen, "906,450 912,596 826,616", 72, 48, BLUE)
    pen.shape("716,560! 800,548! 812,650! 726,660!", WHITE, 0.9)
    pen.lines("732,582 788,574|734,598 790,590|736,614 780,608", 0.55)
    hand(pen.at(824, 618, 1.0, 176, flip=True), OLIVE)


def sorter(pen: Pen, colour: str, legs: str) -> None:
    """Somebody at the table, looking right."""
    under_table(pen, legs, SOOT, OCHRE)
    torso(pen, 372, 660, 98, colour)
    pen.shape("-36,378 0,408 38,378 22,366 -22,366", WHITE, 0.8)
    pen.lines("-54,470 -50,550|46,470 42,550", 0.6)


def calendar(pen: Pen) -> None:
    """A calendar on the wall with a few days crossed."""
    pen.shape(box(0, 0, 130, 150), WHITE, 0.9)
    pen.shape(box(0, 0, 130, 34), BRICK, 0.9)
    for k in range(12):
        x, y = 22 + (k % 4) * 29, 58 + (k // 4) * 32
        pen.line([(x - 6, y), (x + 6, y)], 0.55)
    pen.lines("68,110 90,132|90,110 68,132", 0.9)


def envelopes(pen: Pen) -> None:
    """The pile, and the neat rows it turns into."""
    spots = (
        (600, 640, 8, WHITE),
        (566, 628, -14, PALE_BLUE),
        (634, 622, 16, WHITE),
        (596, 610, -5, STRAW),
        (572, 596, 9, WHITE),
        (622, 590, -12, WHITE),
        (598, 574, 4, PALE_BLUE),
    )
    for x, y, angle, colour in spots:
        envelope(pen.at(x, y, 1.0, angle), colour)
    for k in range(3):
        envelope(pen.at(250 + k * 4, 654 - k * 7, 0.9), (WHITE, PALE_BLUE, WHITE)[k])
        envelope(pen.at(930 + k * 4, 660 - k * 7, 0.9), (STRAW, WHITE, STRAW)[k])


def vrijwilligers(pen: Pen) -> None:
    """Two people carry a table, a third the soup."""
    pen = sketch(pen)
    pen.patch("54,50! 1142,56! 1146,606! 58,612!", STRAW)
    bunting(pen)
    table_line(pen, 610)
    for y in (650, 700):
        pen.line([(-10, y + 20), (1210, y + 24)], 0.35)
    carrier(pen.at(300, 0), LINDEN, BLOND)
    carrier(pen.at(740, 0, flip=True), BLUE, REDHEAD)
    carried_table(pen)
    for x, side, skin, colour in ((300, False, FAIR, LINDEN), (740, True, RUDDY, BLUE)):
        own = pen.at(x, 0, flip=side)
        limb(own, "-16,350 24,430 96,446", 58, 42, colour)
        hand(own.at(98, 448, 0.95, 4), skin)
    soup_carrier(pen.at(990, 0))


def bunting(pen: Pen) -> None:
    """Little flags on a line."""
    pen.line("-10,96 300,150 620,110 900,150 1210,92", 0.9)
    flags = (
        (80, 112),
        (180, 132),
        (280, 148),
        (390, 144),
        (500, 126),
        (610, 110),
        (720, 122),
        (830, 142),
        (940, 148),
        (1050, 128),
        (1140, 108),
    )
    for k, (x, y) in enumerate(flags):
        pen.shape(
            f"{x - 26},{y}! {x + 26},{y}! {x},{y + 56}!", (BRICK, LEAF, WHITE, BLUE)[k % 4], 0.8
        )


def carrier(pen: Pen, colour: str, who: Person) -> None:
    """Someone who carries one end of a table, seen from the side."""
    limb(pen, "-16,540 -44,640 -70,736", 72, 46, SLATE)
    shoe(pen.at(-72, 770))
    limb(pen, "0,540 36,640 30,736", 74, 46, SLATE)
    shoe(pen.at(28, 770))
    torso(pen.at(-10, 0), 306, 566, 66, colour)
    pen.lines("-40,400 -36,500|20,440 18,520", 0.6)
    profile(pen.at(0, 218, 0.43, 4), who)


def carried_table(pen: Pen) -> None:
    for x, y in ((452, 446), (570, 446), (418, 470), (606, 470)):
        pen.shape(f"{x},{y}! {x + 24},{y}! {x + 20},{y + 158}! {x + 4},{y + 158}!", WOOD)
    pen.shape("400,456! 650,456! 648,486! 402,486!", WOOD)
    pen.shape("412,404! 634,404! 674,444! 374,444!", WOOD)
    pen.shape("374,444! 674,444! 674,460! 374,460!", WOOD)
    pen.lines("440,418 540,419|470,430 600,431", 0.45)


def soup_carrier(pen: Pen) -> None:
    for x in (-30, 34):
        limb(pen, [(x, 560), (x + 2, 650), (x, 736)], 66, 46, SOOT)
        shoe(pen.at(x, 770, flip=x < 0), BRICK)
    torso(pen, 332, 584, 84, BRICK)
    front(pen.at(0, 238, 0.45, -4), DARK_LADY)
    pen.shape("-46,384! 46,384! 72,640! -72,640!", WHITE)
    pen.lines("-42,384 -28,346|42,384 30,346", 0.9)
    soup_pan(pen.at(0, 548, 0.95), LINDEN)
    for side in (False, True):
        own = pen.at(0, 0, flip=side)
        limb(own, "60,386 106,440 112,474", 50, 40, BRICK)
        hand(own.at(113, 472, 0.8, 96), DARK)


def boodschappentaxi(pen: Pen) -> None:
    """The small van, its side door open, and the shopping."""
    pen = sketch(pen)
    pen.patch("52,54! 1146,48! 1140,610! 58,604!", PALE_BLUE)
    for x, width, height, colour, kind in (
        (30, 160, 330, ROSE, "trap"),
        (192, 150, 270, WHITE, "punt"),
        (344, 170, 340, STRAW, "lijst"),
        (516, 150, 280, PALE_LEAF, "punt"),
        (668, 160, 330, ROSE, "lijst"),
        (830, 160, 280, WHITE, "trap"),
        (992, 170, 330, STRAW, "punt"),
    ):
        gable(pen.at(x, 610), width, height, colour, kind)
    table_line(pen, 610)
    pen.line("-10,760 1210,756", 0.8)
    van(pen.at(240, 720))
    shopping_bag(pen.at(140, 752, 1.0), BRICK)
    shopping_bag(pen.at(234, 768, 0.86), BLUE)
    trolley(pen.at(1070, 764, 0.98))


def van(pen: Pen) -> None:
    """A small bus; it stands on 0,0 and is 720 long."""
    body = (
        "20,-40! 14,-200 24,-330 60,-356! 470,-356! 520,-340 610,-214! 690,-190 716,-150 720,-44!"
        " 700,-30! 40,-30!"
    )
    pen.shape(body, LINDEN, 1.1)
    pen.shape("494,-318! 578,-212! 430,-212! 430,-318!", PALE_BLUE, 0.9)
    pen.shape("60,-318! 190,-318! 190,-212! 56,-212!", PALE_BLUE, 0.9)
    pen.shape("218,-324! 404,-324! 404,-52! 218,-52!", SOOT)
    pen.shape("228,-130! 330,-130! 330,-60! 228,-60!", WOOD, 0.9)
    shopping_bag(pen.at(270, -118, 0.66), OCHRE)
    shopping_bag(pen.at(352, -58, 0.8), BRICK)
    profile(pen.at(498, -238, 0.22), Person(RUDDY, "#d3cfc4", "short", beard=True))
    pen.shape("440,-204! 456,-222 520,-222 536,-204!", OCHRE, 0.8)
    pen.shape("424,-211! 600,-211! 600,-176! 424,-176!", LINDEN, 0)
    pen.line("540,-240 556,-214", 1.3)
    pen.line("430,-212 580,-212", 1.0)
    pen.lines("416,-340 418,-40|200,-340 202,-40|440,-180 470,-181", 0.7)
    leaf(pen.at(118, -164), 0, 0, 1.2, 0)
    pen.shape(box(684, -132, 34, 34), STRAW, 0.8)
    for x in (130, 590):
        pen.shape(oval(x, -30, 62), SOOT)
        pen.shape(oval(x, -30, 30), PALE_GREY, 0.8)
        pen.blot(x, -30, 6)
    pen.shape(box(690, -64, 44, 22), GREY, 0.8)


def eetpunt(pen: Pen) -> None:
    """A long table, laid, with soup."""
    pen = sketch(pen)
    pen.patch("58,48! 1140,56! 1146,600! 54,608!", ROSE)
    for x in (260, 600, 940):
        lamp(pen.at(x, 190), 210, OCHRE if x == 600 else LINDEN)
    pen.shape(box(90, 250, 200, 120), SOOT)
    lettering(pen.at(122, 328, 1.5), "soep", WHITE, 1.0)
    table_line(pen, 560)
    for x in (196, 400, 800, 1004):
        pen.shape(f"{x - 52},600! {x - 46},432 {x},424 {x + 46},432 {x + 52},600!", BLUE)
        pen.lines(f"{x - 16},450 {x - 18},580|{x + 16},450 {x + 18},580", 0.9)
    long_table(pen)


def long_table(pen: Pen) -> None:
    cloth = "96,560! 1104,560! 1216,730! -16,730!"
    pen.shape("-16,730! 1216,730! 1216,830! -16,830!", WHITE)
    pen.shape(cloth, WHITE)
    pen.line("-16,790 1216,790", 2.2, BRICK)
    pen.line("-16,806 1216,806", 0.9, BRICK)
    soup_pan(pen.at(600, 640, 1.0), BRICK)
    steam(pen.at(600, 476, 1.1))
    for x, y in ((240, 612), (420, 610), (800, 610), (980, 612)):
        bowl(pen.at(x, y, 0.9))
    for x in (120, 352, 590, 890, 1112):
        bowl(pen.at(x, 712, 1.12))
        pen.lines(f"{x + 84},690 {x + 92},722|{x - 84},690 {x - 92},722", 1.2)
    bread(pen.at(740, 690))
    plant_jar(pen.at(320, 650))


def bread(pen: Pen) -> None:
    """A loaf, half cut."""
    pen.shape("-70,-6! -76,-40 -40,-58 30,-56 62,-34 58,0!", WOOD)
    pen.lines("-46,-54 -36,-30|-16,-58 -6,-32|14,-58 22,-34", 0.8)
    pen.shape("58,0! 54,-36 78,-44 92,-30 88,2!", STRAW)


def plant_jar(pen: Pen) -> None:
    """Flowers in a jam jar."""
    for x, y, colour in ((-22, -92, OCHRE), (2, -112, BRICK), (24, -90, OCHRE)):
        pen.line([(0, -40), (x * 0.7, y * 0.7), (x, y)], 0.7)
        pen.shape(bumpy([*oval(x, y, 13), (x + 13, y)], 10, 4), colour, 0.7)
    pen.shape("-20,-50! 20,-50! 22,-4! 0,0 -22,-4!", PALE_BLUE, 0.9)


def koffie(pen: Pen) -> None:
    """A cup of coffee for 75 cents."""
    pen = sketch(pen)
    pen.patch("60,56! 1142,48! 1136,606! 54,610!", STRAW)
    chalkboard(pen.at(140, 90))
    pen.shape(box(760, 250, 340, 18), WOOD)
    for x, colour in ((810, BLUE), (918, WHITE), (1026, LEAF)):
        mug(pen.at(x, 250, 1.25), colour)
    table_line(pen, 610)
    coffee_pot(pen.at(560, 640, 1.9), LINDEN)
    pen.shape(oval(860, 694, 230, 42), WHITE)
    pen.line(oval(862, 690, 170, 24), 0.6, closed=True)
    pen.line("1000,520 1078,512 1082,600 978,622", 3.0)
    pen.shape("702,480! 1012,480! 1004,570 976,650 930,690! 790,690! 736,650 710,570", BRICK, 1.2)
    pen.shape(oval(857, 480, 155, 32), WHITE)
    pen.shape(oval(858, 486, 130, 22), "#6b4630", 0.9)
    pen.lines("744,540 752,600 776,650", 1.1, ROSE)
    steam(pen.at(856, 440, 2.0))
    pen.shape("604,716! 650,700 668,712 650,730!", PALE_GREY, 0.8)
    pen.line("664,716 760,738", 1.6)
    biscuit(pen.at(1090, 720))


def chalkboard(pen: Pen) -> None:
    """The board with the price."""
    pen.shape(box(0, 0, 330, 400), WOOD)
    pen.shape(box(22, 22, 286, 356), SOOT)
    lettering(pen.at(54, 124, 1.7), "koffie", WHITE, 1.2)
    lettering(pen.at(56, 262, 2.4), "0,75", "#f0cf8e", 1.6)
    pen.line("60,296 150,302 270,294", 1.0, WHITE)


def biscuit(pen: Pen) -> None:
    """A biscuit beside the cup."""
    pen.shape(oval(0, 0, 54, 22), WOOD)
    for x, y in ((-20, -4), (6, -8), (24, 2), (-4, 7)):
        pen.blot(x, y, 2.6)


def klusdienst(pen: Pen) -> None:
    """A ladder, a lamp and a tool box."""
    pen = sketch(pen)
    pen.patch("54,48! 1144,58! 1138,610! 60,602!", BLUE)
    window(pen, 860, 140, 220, 300, PALE_BLUE)
    pen.line("970,142 971,440", 0.8)
    plant(pen.at(1010, 440, 0.8))
    table_line(pen, 610)
    pen.line([(430, -10), (432, 110)], 1.0)
    lamp(pen.at(432, 180, 1.35), 60, OCHRE)
    for x, y in ((330, 256), (372, 280), (432, 292), (492, 280), (534, 256)):
        pen.line([(x, y), (x + (x - 432) * 0.26, y + 36)], 0.9)
    ladder(pen.at(640, 770))
    toolbox(pen.at(280, 760))
    bulb(pen.at(980, 736, 1.0, 62))


def ladder(pen: Pen) -> None:
    """A stepladder; it stands on 0,0."""
    pen.line("30,-476 116,-16", 1.7)
    pen.line("104,-476 204,-4", 1.7)
    pen.line("92,-150 174,-144", 1.0)
    for k in range(5):
        y = -60 - k * 82
        pen.shape(
            f"{-122 + k * 22},{y}! {66 - k * 2},{y}! {68 - k * 2},{y + 16}!"
            f" {-126 + k * 22},{y + 16}!",
            WOOD,
            0.9,
        )
    pen.shape("-148,0! -14,-480! 8,-480! -122,0!", OCHRE)
    pen.shape("62,0! 44,-480! 66,-480! 90,0!", OCHRE)
    pen.shape("-30,-500! 118,-500! 118,-476! -36,-476!", OCHRE)


def toolbox(pen: Pen) -> None:
    """An open wooden tool box; it stands on 0,0."""
    hammer = pen.at(-60, -70, 0.9, -16)
    hammer.shape("-8,-110! 8,-110! 9,30! -9,30!", WOOD)
    hammer.shape("-44,-132! 30,-134! 52,-118! 26,-104! -44,-104!", GREY)
    driver = pen.at(26, -70, 1.0, 10)
    driver.shape("-12,-104 0,-112 12,-104! 10,-50! -10,-50!", BRICK)
    driver.line("0,-50 0,20", 1.5)
    rule = pen.at(92, -70, 0.9, 20)
    rule.shape("-12,-90! 12,-90! 12,40! -12,40!", OCHRE)
    for k in range(5):
        rule.line([(-11, -80 + 16 * k), (-2, -80 + 16 * k)], 0.6)
    pen.line("-120,-90 -116,-190 116,-190 120,-90", 2.4)
    pen.shape("-150,-100! 150,-100! 138,0! -138,0!", BRICK)
    pen.line("-146,-74 146,-74", 0.6)


def bulb(pen: Pen) -> None:
    """The new light bulb, its middle on 0,0."""
    pen.shape("-14,40 -16,24 -36,0 -28,-32 0,-42 28,-32 36,0 16,24 14,40", WHITE)
    pen.shape("-15,38! 15,38! 13,66! 0,74 -13,66!", GREY, 0.9)
    pen.lines("-14,48 14,46|-14,58 13,56|-8,30 -10,4 0,12 10,4 8,30", 0.6)


# --------------------------------------------------------------------------- the brand mark

HOUSE = (
    "3,54.4 8,54.8 15,54! 15.2,42 14.8,30! 10,34! 21,20.4 32,8! 43,20 54,34! 49.2,30! 49.5,42"
    " 49,54! 56,54.8 61,54.2"
)
LARGE_HOUSE = (
    "2.8,57.4 6,58 11,57! 11.2,44 10.8,30.5! 5.6,35! 18,19 32,5! 46,19 58.4,35! 53.2,30.5!"
    " 53.5,44 53,57! 58,58 61.2,57.4"
)
LEAF_DOOR = "32,21! 38,28 42.6,36 41,43.6 36,46.4 32,44! 28,46.4 23,43.6 21.4,36 26,28"
VEIN = "32,27! 32.9,36! 32.5,41! 31.5,41! 31.1,36!"
STEM = "32,45 32,54"
DOT = "{0},-28.4 {1},-28.4"
ALPHABET: dict[str, tuple[float, str]] = {
    "W": (39, "0,-30! 8.4,0! 17.6,-25! 26.8,0! 35,-30!"),
    "L": (23, "2,-30! 2,-15 2.2,0! 10,0.3 19,-0.2!"),
    "b": (
        23,
        "2,-31! 2,0!|2,-10 4,-16.6 10.4,-20 16.8,-16.4 18.6,-10 16.8,-3.4 10.4,0 4,-3.2 2,-10",
    ),
    "d": (
        23,
        "17.4,-31! 17.4,0!|17.4,-10 15.4,-16.6 9,-20 2.6,-16.4 0.8,-10 2.6,-3.4 9,0 15.4,-3.2"
        " 17.4,-10",
    ),
    "e": (21, "1.2,-10.4! 17.4,-11! 15.6,-17.2 9.6,-20 3,-16.6 0.9,-9.8 3.4,-2.8 10,0.1 16.8,-3.6"),
    "g": (
        23,
        "17.4,-20! 17.4,1 15.4,7.4 9,9.6 2.6,7.2|17.4,-10 15.4,-16.6 9,-20 2.6,-16.4 0.8,-10"
        " 2.6,-3.4 9,-0.4 15.4,-3.4 17.4,-10",
    ),
    "i": (9.5, "3,-20 3,0|" + DOT.format(3, 3.1)),
    "j": (10, "4,-20! 4,2 2.4,7.6 -3,9.4|" + DOT.format(4, 4.1)),
    "l": (10, "2.4,-31 2.4,-5 4,-1 7.6,-0.2"),
    "n": (22.5, "2,-20! 2,0!|2,-12 5,-17.6 10.2,-20 15.4,-17.6 17,-12 17,0!"),
    "o": (23.5, "10,-20 3,-16.6 0.9,-10 3,-3.4 10,0 17,-3.4 19.1,-10 17,-16.6 10,-20"),
    "r": (15.5, "2,-20! 2,0!|2,-11.4 4.4,-17 9,-19.8 13.4,-19.2"),
    "z": (20, "1.4,-19.8! 15.4,-20! 1,0! 16.4,-0.2!"),
    " ": (11, ""),
}


def smooth_path(track: str, x: float = 0, y: float = 0) -> str:
    """The track as Bezier curves: short and sharp at every size."""
    nodes = [((px + x, py + y), sharp) for (px, py), sharp in parse(track)]
    pieces: list[list[Point]] = [[nodes[0][0]]]
    for point, sharp in nodes[1:]:
        pieces[-1].append(point)
        if sharp:
            pieces.append([point])
    data = f"M{nodes[0][0][0]:.4g} {nodes[0][0][1]:.4g}"
    for piece in pieces:
        knots = lengthened(piece) if len(piece) > 1 else []
        for i in range(len(piece) - 1):
            _, p1, p2, _ = knots[i : i + 4]
            m1, m2 = tangents(*knots[i : i + 4])
            a, b = (p1[0] + m1[0] / 3, p1[1] + m1[1] / 3), (p2[0] - m2[0] / 3, p2[1] - m2[1] / 3)
            data += "C" + " ".join(f"{v:.4g}" for v in (*a, *b, *p2))
    return data


def closed_path(track: str) -> str:
    """The track as a closed form that starts in a corner."""
    return smooth_path(f"{track} {track.split()[0]}") + "Z"


def mark_svg(width: float, height: float, words: str) -> str:
    """The house that one line draws, with a linden leaf for a door, and words beside it."""
    lines, x = "", 76.0
    for letter in words:
        advance, tracks = ALPHABET[letter]
        lines += "".join(smooth_path(track, x, 54) for track in tracks.split("|") if track)
        x += advance
    text = f'<path stroke-width="3.7" d="{lines}"/>' if words else ""
    house = HOUSE if words else LARGE_HOUSE
    larger = "" if words else ' transform="translate(-7 -8) scale(1.22)"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" role="img"'
        f' aria-label="{words or "Beeldmerk"}" fill="none" stroke="{LINDEN}"'
        ' stroke-linecap="round" stroke-linejoin="round">'
        f'<path stroke-width="4.6" d="{smooth_path(house)}"/>'
        f'<g{larger}><path stroke-width="3" d="{smooth_path(STEM)}"/>'
        f'<path stroke="none" fill="{LINDEN}" fill-rule="evenodd"'
        f' d="{closed_path(LEAF_DOOR)}{closed_path(VEIN)}"/></g>{text}</svg>\n'
    )


MARKS = {"logo": (402.0, 66.0, "Welzijn Lindeborg"), "beeldmerk": (64.0, 64.0, "")}


# --------------------------------------------------------------------------- the files


@dataclass(frozen=True)
class Picture:
    """One picture: where it goes, its size and who draws it."""

    path: str
    size: tuple[int, int]
    draw: Callable[[Pen], None]


MOST_BYTES = 60_000
PORTRAIT, SCENE = (720, 900), (1200, 800)
PEOPLE = (gijs, samira, ayse, wim, lotte, daan, marjolein, robert)
GROUPS = (ouderen, mantelzorgers, ouders, nieuwkomers, nabestaanden, geldzorgen, vrijwilligers)
SERVICES = (boodschappentaxi, eetpunt, koffie, klusdienst)
PICTURES = [
    *(Picture(f"medewerkers/{draw.__name__}.webp", PORTRAIT, draw) for draw in PEOPLE),
    *(Picture(f"klantgroepen/{draw.__name__}.webp", SCENE, draw) for draw in GROUPS),
    *(Picture(f"diensten/{draw.__name__}.webp", SCENE, draw) for draw in SERVICES),
]


def drawing(picture: Picture) -> str:
    """The picture as SVG; the same picture comes out the same every time."""
    sheet = Sheet(*picture.size, rng=random.Random(picture.path))
    picture.draw(Pen(sheet))
    return sheet.svg()


def render(pictures: Sequence[Picture], target: Path, proof: Path | None) -> None:
    """Turn the drawings into WebP files (and PNG proofs)."""
    from PIL import Image
    from playwright.sync_api import sync_playwright

    flags = (
        "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
        " --disable-component-update --disable-sync"
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=flags.split()
        )
        page = browser.new_page(device_scale_factor=2)
        for picture in pictures:
            width, height = picture.size
            page.set_viewport_size({"width": width, "height": height})
            page.set_content(f'<body style="margin:0;line-height:0">{drawing(picture)}</body>')
            image = Image.open(BytesIO(page.screenshot())).convert("RGB")
            image = image.resize(picture.size, Image.Resampling.LANCZOS)
            path = target / picture.path
            path.parent.mkdir(parents=True, exist_ok=True)
            for quality in (82, 78, 74, 70):
                image.save(path, quality=quality, method=6)
                if path.stat().st_size < MOST_BYTES:
                    break
            if proof:
                image.save(proof / f"{path.stem}.png")
            print(f"{path.stem:18} {path.stat().st_size / 1000:5.1f} kB")
        browser.close()


def main() -> None:
    """Draw the pictures that are asked for, or all of them."""
    parser = argparse.ArgumentParser(description="Teken de plaatjes van de demo-organisatie.")
    parser.add_argument("naam", nargs="*", help="alleen deze (bijvoorbeeld gijs ouderen)")
    parser.add_argument("--proef", type=Path, help="map voor een PNG van elk plaatje")
    choice = parser.parse_args()
    target = Path(__file__).parent.parent / "site_src" / "huis"
    for name, (width, height, words) in MARKS.items():
        if not choice.naam or name in choice.naam:
            (target / f"{name}.svg").write_text(mark_svg(width, height, words), encoding="utf-8")
    wanted = [p for p in PICTURES if not choice.naam or Path(p.path).stem in choice.naam]
    if wanted:
        render(wanted, target, choice.proef)


if __name__ == "__main__":
    main()
