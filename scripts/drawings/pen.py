"""The pen that wavers, and the sheet it draws on."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from .geometry import (
    Point,
    Track,
    crossings,
    curve,
    inside,
    normals,
    oval,
    path_data,
    resample,
    ring,
    stroke_outline,
    strokes,
    turned,
    wobble,
)
from .palette import INK, PAPER


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
