"""The logo and the mark."""

from __future__ import annotations

from .geometry import Point, lengthened, parse, tangents
from .palette import LINDEN

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
