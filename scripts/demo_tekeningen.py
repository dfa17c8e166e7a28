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


def hermite(p0: Point, p1: Point, p2: Point, p3: Point) -> Iterator[Point]:
    """Walk from p1 to p2 on a centripetal Catmull-Rom curve, p2 left out."""
    t0, t1, t2 = (max(math.dist(a, b), 1e-3) ** 0.5 for a, b in ((p0, p1), (p1, p2), (p2, p3)))
    m1 = [
        t1 * ((b - a) / t0 - (c - a) / (t0 + t1) + (c - b) / t1)
        for a, b, c in zip(p0, p1, p2, strict=True)
    ]
    m2 = [
        t1 * ((c - b) / t1 - (d - b) / (t1 + t2) + (d - c) / t2)
        for b, c, d in zip(p1, p2, p3, strict=True)
    ]
    steps = max(4, int(math.dist(p1, p2) / 4))
    for step in range(steps):
        s = step / steps
        h1, h2 = 2 * s**3 - 3 * s**2 + 1, -2 * s**3 + 3 * s**2
        h3, h4 = s**3 - 2 * s**2 + s, s**3 - s**2
        x, y = (h1 * p1[i] + h2 * p2[i] + h3 * m1[i] + h4 * m2[i] for i in (0, 1))
        yield x, y


def spline(points: Sequence[Point]) -> list[Point]:
    """Run a smooth open curve through the points."""
    if len(points) < 3:
        return list(points)
    first = (2 * points[0][0] - points[1][0], 2 * points[0][1] - points[1][1])
    last = (2 * points[-1][0] - points[-2][0], 2 * points[-1][1] - points[-2][1])
    knots = [first, *points, last]
    walked = [p for i in range(len(points) - 1) for p in hermite(*knots[i : i + 4])]
    return [*walked, points[-1]]


def ring(points: Sequence[Point]) -> list[Point]:
    """Run a smooth closed curve through the points."""
    count = len(points)
    return [
        p
        for i in range(count)
        for p in hermite(*(points[(i + k) % count] for k in (-1, 0, 1, 2)))
    ]


def curve(track: Track, closed: bool = False) -> list[Point]:
    """The dense line of a track: smooth between its corners."""
    nodes = parse(track)
    corners = [i for i, (_, sharp) in enumerate(nodes) if sharp]
    if closed and not corners:
        return ring([point for point, _ in nodes])
    if closed:
        nodes = [*nodes[corners[0] :], *nodes[: corners[0] + 1]]
    pieces: list[list[Point]] = [[nodes[0][0]]]
    for point, sharp in nodes[1:]:
        pieces[-1].append(point)
        if sharp:
            pieces.append([point])
    return [p for piece in pieces if len(piece) > 1 for p in spline(piece)]


def resample(points: Sequence[Point], gap: float = 4.0) -> list[Point]:
    """The same line in steps of an equal length."""
    result, left = [points[0]], gap
    for a, b in zip(points, points[1:], strict=False):
        length, done = math.dist(a, b), 0.0
        while length - done >= left:
            done += left
            left = gap
            result.append((a[0] + (b[0] - a[0]) * done / length, a[1] + (b[1] - a[1]) * done / length))
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
        half = width / 2 * (1 + 0.17 * press(s)) * max(0.08, min(start, end))
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
        points = self.trace(track, closed)
        if closed:
            points = [*points, *points[:4]]
        if len(points) < 2:
            return
        points = wobble(points, self.sheet.rng, 1.3)
        outline = stroke_outline(points, self.weight * width, self.sheet.rng, taper)
        layer = self.sheet.ink if colour == INK else self.sheet.colours
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
        rng = self.sheet.rng
        for x, y in self.scatter(track, gap):
            start = rng.uniform(0, math.tau)
            turn = rng.choice((-1, 1))
            radii = [size * (1 - 0.13 * k) for k in range(6)]
            spots = [
                (x + r * math.cos(start + turn * k * 0.9), y + r * math.sin(start + turn * k * 0.9))
                for k, r in enumerate(radii)
            ]
            self.line(spots, 0.62, colour)


def bumpy(track: Track, size: float, height: float) -> list[Point]:
    """The line as a row of bumps on its left side: leaves, curls, wool."""
    base = resample(curve(track), size)
    result: list[Point] = [base[0]]
    for a, b, (nx, ny) in zip(base, base[1:], normals(base), strict=False):
        middle = (a[0] + b[0]) / 2 - nx * height, (a[1] + b[1]) / 2 - ny * height
        result += [middle, b]
    return result


# --------------------------------------------------------------------------- faces

FACE = (
    "-96,-70 -98,-20 -95,30 -86,78 -66,118 -34,144 2,150 38,142 68,114 86,74 95,26 98,-22"
    " 95,-72 70,-130 0,-150 -72,-130"
)


def eye(
    pen: Pen,
    x: float,
    y: float,
    side: int,
    width: float = 38,
    lid: float = 9,
    gaze: float = 0,
    crease: float = 8,
) -> None:
    """An eye that looks at you; side -1 is the one on the left of the picture."""
    inner, outer = x - side * width / 2, x + side * width / 2
    upper = f"{inner},{y + 4} {x - side * width * 0.2},{y - lid + 1} {x + side * width * 0.16}," \
        f"{y - lid} {outer},{y + 1}"
    lower = f"{outer},{y + 1} {x + side * 4},{y + lid * 0.66} {inner},{y + 4}"
    pen.patch(f"{upper} {lower}", WHITE, shift=(1, 1))
    pen.blot(x + gaze, y - lid * 0.2, 6.6, lid * 0.86)
    pen.spark(x + gaze + 2.2, y - lid * 0.45, 1.9)
    pen.line(f"{upper} {outer + side * 4},{y + 5}", 1.15, taper=(0.4, 0.3))
    pen.line(f"{outer - side * 3},{y + 5} {x + side * 3},{y + lid * 0.74} {inner + side * 10},"
             f"{y + lid * 0.6}", 0.5)
    if crease:
        pen.line(f"{inner + side * 5},{y - lid - crease * 0.5} {x},{y - lid - crease}"
                 f" {outer - side * 1},{y - lid * 0.6 - crease * 0.55}", 0.5)


def ear(pen: Pen, x: float, y: float, side: int, skin: Skin, size: float = 1.0) -> None:
    """An ear beside the head."""
    own = pen.at(x, y, size, flip=side < 0)
    own.shape("-14,-26 4,-34 20,-26 22,-4 14,18 4,34 -12,32", skin.tone)
    own.line("2,-18 12,-14 10,2 2,8 4,18", 0.55)


def crow_feet(pen: Pen, x: float, y: float, side: int) -> None:
    """The lines of somebody who has laughed often."""
    own = pen.at(x, y, flip=side < 0)
    own.lines("0,-4 9,-9 15,-12|1,2 10,3 17,3|-1,8 7,13 12,17", 0.45)


def cheeks(pen: Pen, skin: Skin, left: Point, right: Point, r: float = 19) -> None:
    """Two flat blushes."""
    for x, y in (left, right):
        pen.patch(oval(x, y, r, r * 0.72), skin.blush, shift=(2, 2))


# --------------------------------------------------------------------------- the portraits


def gijs(pen: Pen) -> None:
    """About 45, the client supporter everyone asks for: curly greying hair, corduroy."""
    pen.patch("60,70! 655,52! 668,690! 48,702!", PALE_LEAF)
    pen.line("0,640 720,640")
    gijs_coat(pen)
    head = pen.at(366, 372, 1.12, -3)
    gijs_face(head)
    gijs_hair(head)


def gijs_coat(pen: Pen) -> None:
    pen.shape("300,500! 296,600 280,660 366,760 450,660 436,600 434,500!", RUDDY.shade)
    pen.shape("250,940! 262,660 292,604 366,690 440,604 472,660 480,940!", PALE_BLUE)
    for side in (pen, pen.at(732, 0, flip=True)):
        panel = "34,940! 56,796 98,712 178,660 286,606! 300,680 336,800 348,940!"
        side.shape(panel, CORD)
        side.hatch(panel, 15, 84, 0.42)
        side.shape("304,590! 280,612! 300,690! 362,650!", PALE_BLUE)
        side.shape("284,608! 236,672! 226,722! 262,728! 254,756! 346,880! 340,800 306,690!", CORD)
    pen.lines("364,668 362,940|380,760 380,770|379,850 379,860", 0.7)


def gijs_face(head: Pen) -> None:
    ear(head, -98, 4, -1, RUDDY)
    ear(head, 99, 2, 1, RUDDY, 0.9)
    head.shape(FACE, RUDDY.tone)
    head.patch("70,-60 90,-40 90,30 80,76 62,116 34,138 50,90 66,30", RUDDY.shade, shift=(4, 3))
    cheeks(head, RUDDY, (-58, 46), (72, 44))
    eye(head, -36, -12, -1)
    eye(head, 50, -13, 1, 35)
    head.line("-64,-36 -46,-48 -14,-42", 2.0, taper=(0.3, 0.7))
    head.line("30,-44 52,-51 74,-38", 2.0, taper=(0.7, 0.3))
    head.line("17,-14 22,8 34,36 30,50 12,54", 0.95)
    head.lines("-8,40 -15,48 -8,57|-28,48 -42,66 -44,82|50,48 62,64 62,80", 0.6)
    head.line("-30,84 -14,92 6,90 24,93 46,83", 1.05)
    head.lines("-34,80 -30,88|50,79 46,87|-6,110 8,113 22,109|-30,-84 10,-88 48,-84", 0.5)
    crow_feet(head, -62, -10, -1)
    crow_feet(head, 75, -12, 1)


def gijs_hair(head: Pen) -> None:
    edge = bumpy("-102,-14 -114,-70 -104,-122 -72,-164 -22,-184 34,-184 82,-162 110,-116"
                 " 114,-64 102,-16", 30, 12)
    fringe = bumpy("92,-50 86,-84 60,-108 16,-118 -26,-112 -66,-98 -88,-70 -92,-44", 30, -6)
    head.shape([*edge, *fringe], "#9a9086")
    head.curls([*edge, *fringe], 25, 11)


@dataclass(frozen=True)
class Picture:
    """One picture: where it goes, its size and who draws it."""

    path: str
    size: tuple[int, int]
    draw: Callable[[Pen], None]


PORTRAIT, SCENE = (720, 900), (1200, 800)
PICTURES = [
    *(Picture(f"medewerkers/{draw.__name__}.webp", PORTRAIT, draw) for draw in (gijs,)),
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
            image.save(path, quality=82, method=6)
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
    wanted = [p for p in PICTURES if not choice.naam or Path(p.path).stem in choice.naam]
    render(wanted, target, choice.proef)


if __name__ == "__main__":
    main()
