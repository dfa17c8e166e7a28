"""People at a distance, as they stand in a scene."""

from __future__ import annotations

from dataclasses import dataclass

from .faces import LONG_FACE, ROUND_FACE, cheeks, ear
from .geometry import Track, curve, normals, oval, resample
from .palette import BRICK, INK, SOOT, Skin
from .pen import Pen, bumpy

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
