"""Tracks, curves and shapes: what a pen follows."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

Point = tuple[float, float]
Track = str | Sequence[Point]
"""Where the pen goes: "10,20 30,40! 50,60" (an exclamation mark is a sharp corner) or points."""


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
