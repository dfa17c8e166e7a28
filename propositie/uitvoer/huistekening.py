"""The proposition house as a drawing: where each roof line, window and door stands.

Pure geometry, in units of the drawing (about a CSS pixel on a wide screen); the template
`huis/huistekening.html` turns it into SVG. The house grows with what it holds: people fill one or
two rows of windows, client groups one or more rows of doors, of which the upper ones are on a
gallery. Lines waver a little, always the same way for the same house.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

BREEDTE = 1072
"""The width of the whole drawing."""
MUUR_L, MUUR_R = 66, 1006
"""Where the walls stand."""
DAK_HOOGTE = 384
DEUREN_PER_RIJ = 6
RAMEN_PER_RIJ = 12
MAX_RIJEN_RAMEN = 2
LETTERBREEDTE = 0.48
"""The average width of a letter of an italic serif face, in ems, with room to spare."""
BREDE_LETTER = 0.57
"""The same of a sans-serif face, which may be as wide as Verdana."""
REGELHOOGTE = 1.24

Punt = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Regel:
    """One line of text: the middle (or begin) of its baseline, and the words."""

    x: float
    y: float
    tekst: str


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """A part of the house that leads somewhere: its box, its outline and its text."""

    x: float
    y: float
    breedte: float
    hoogte: float
    omtrek: str
    regels: tuple[Regel, ...] = ()
    letter: float = 20
    naam: tuple[Regel, ...] = ()
    letter_naam: float = 17


@dataclass(frozen=True, slots=True)
class Huistekening:
    """The whole drawing: its height, its lines, and its parts in reading order."""

    hoogte: float
    lijnen: tuple[str, ...]
    daklijn: str
    beloften: tuple[Onderdeel, ...]
    ramen: tuple[Onderdeel, ...]
    alle_mensen: Onderdeel | None
    """A sign under the windows when not everybody has one."""
    deuren: tuple[Onderdeel, ...]


def huistekening(
    beloften: Sequence[str], namen: Sequence[str], deuren: Sequence[tuple[str, str]]
) -> Huistekening:
    """Draw a house with these promises on its roof, these people at its windows, these doors.

    A door is a sentence in which the visitor recognises himself, and the name of the group.
    """
    pen = random.Random(f"{len(beloften)} {len(namen)} {len(deuren)}")
    onder_dak = DAK_HOOGTE + 20
    ramen, alle, onder_ramen = _ramen(namen, onder_dak, pen)
    deurdelen, galerijen, grond = _deuren(deuren, onder_ramen, pen)
    lijnen = [
        _lijn([(MUUR_L, DAK_HOOGTE - 30), (MUUR_L, grond)], pen),
        _lijn([(MUUR_R, DAK_HOOGTE - 30), (MUUR_R, grond)], pen),
        _lijn([(0, grond + 1), (BREEDTE, grond)], pen, stap=90),
        *galerijen,
    ]
    if namen:
        lijnen.append(_lijn([(MUUR_L, onder_ramen - 6), (MUUR_R, onder_ramen - 6)], pen, stap=120))
    return Huistekening(
        hoogte=grond + 14,
        lijnen=tuple(lijnen),
        daklijn=_daklijn(pen),
        beloften=_beloften(beloften),
        ramen=ramen,
        alle_mensen=alle,
        deuren=deurdelen,
    )


def _lijn(punten: Sequence[Punt], pen: random.Random, stap: float = 60, onrust: float = 1.3) -> str:
    """A line through `punten` by a hand that is not quite steady, as an SVG path."""
    uit = [f"M{punten[0][0]:.1f} {punten[0][1]:.1f}"]
    for (x1, y1), (x2, y2) in pairwise(punten):
        delen = max(1, round(((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5 / stap))
        for n in range(1, delen + 1):
            deel, half = n / delen, (n - 0.5) / delen
            eind = 0.0 if n == delen else onrust
            mx = x1 + (x2 - x1) * half + pen.uniform(-onrust, onrust)
            my = y1 + (y2 - y1) * half + pen.uniform(-onrust, onrust)
            ex = x1 + (x2 - x1) * deel + pen.uniform(-eind, eind)
            ey = y1 + (y2 - y1) * deel + pen.uniform(-eind, eind)
            uit.append(f"Q{mx:.1f} {my:.1f} {ex:.1f} {ey:.1f}")
    return "".join(uit)


def _daklijn(pen: random.Random) -> str:
    """The gable with a chimney in its right slope."""
    nok: Punt = (BREEDTE / 2, 26)
    links, rechts = (14.0, DAK_HOOGTE), (BREEDTE - 14.0, DAK_HOOGTE)

    def op_helling(x: float) -> Punt:
        deel = (x - nok[0]) / (rechts[0] - nok[0])
        return x, nok[1] + deel * (rechts[1] - nok[1])

    s1, s2 = op_helling(742), op_helling(806)
    schoorsteen = [(742.0, 52.0), (736.0, 50.0), (737.0, 38.0), (812.0, 37.0), (812.0, 50.0)]
    return _lijn([links, nok, s1, *schoorsteen, (806.0, 52.0), s2, rechts], pen, stap=110)


def afgebroken(
    tekst: str, letter: float, breedtes: Sequence[float], per_letter: float = LETTERBREEDTE
) -> list[str] | None:
    """Break `tekst` at words so that line n fits in `breedtes[n]`; None when it does not fit."""
    regels: list[str] = []
    huidig = ""
    for woord in tekst.split():
        poging = f"{huidig} {woord}".strip()
        if len(poging) * letter * per_letter <= breedtes[len(regels)]:
            huidig = poging
            continue
        if huidig:
            regels.append(huidig)
        if len(regels) >= len(breedtes) or len(woord) * letter * per_letter > breedtes[len(regels)]:
            return None
        huidig = woord
    return [*regels, huidig]


def _gelijk(
    teksten: Sequence[str],
    letters: Sequence[float],
    breedtes: Callable[[int, float], Sequence[float]],
    per_letter: float = LETTERBREEDTE,
) -> tuple[float, list[list[str]]]:
    """The largest of `letters` in which every text fits, and the lines of each text.

    `breedtes(n, letter)` tells how wide each line of text n may be. A text that fits in none is
    cut off; its link still says it whole.
    """
    for letter in letters:
        alle = [
            afgebroken(t, letter, breedtes(n, letter), per_letter) for n, t in enumerate(teksten)
        ]
        if None not in alle:
            return letter, [regels for regels in alle if regels is not None]
    letter = letters[-1]
    uit = []
    for n, tekst in enumerate(teksten):
        ruimte = breedtes(n, letter)
        regels = afgebroken(tekst, letter, ruimte, per_letter)
        uit.append(regels or _afgekapt(tekst, letter, ruimte, per_letter))
    return letter, uit


def _afgekapt(tekst: str, letter: float, breedtes: Sequence[float], per_letter: float) -> list[str]:
    """As much of `tekst` as fits, broken anywhere, with an ellipsis at the end."""
    uit, rest = [], tekst
    for breedte in breedtes:
        tekens = max(2, int(breedte / letter / per_letter))
        uit.append(rest[:tekens].strip())
        rest = rest[tekens:]
    if rest:
        uit[-1] = uit[-1][:-1] + "…"
    return [regel for regel in uit if regel]


def _beloften(teksten: Sequence[str]) -> tuple[Onderdeel, ...]:
    """Promises in the gable, one below the other, no wider than the slopes allow."""
    boven = 168.0 if len(teksten) > 1 else 200.0
    hoogte = (DAK_HOOGTE - boven - 6) / max(1, len(teksten))

    def breedte_op(y: float) -> float:
        return 0.8 * (BREEDTE - 28) * (y - 26) / (DAK_HOOGTE - 26)

    def breedtes(n: int, letter: float) -> Sequence[float]:
        begin = boven + n * hoogte
        regels = int(hoogte // (letter * REGELHOOGTE))
        return [breedte_op(begin + i * letter * REGELHOOGTE) for i in range(regels)]

    letter, gebroken = _gelijk(teksten, (23, 22, 21, 20, 19, 18, 16), breedtes)
    uit = []
    for n, regels in enumerate(gebroken):
        y = boven + n * hoogte
        eerste = y + (hoogte - (len(regels) - 1) * letter * REGELHOOGTE) / 2 + letter * 0.3
        b = breedte_op(y + hoogte / 2)
        tekst = _onder_elkaar(regels, BREEDTE / 2, eerste, letter)
        uit.append(Onderdeel((BREEDTE - b) / 2, y, b, hoogte, "", tekst, letter))
    return tuple(uit)


def _onder_elkaar(
    regels: Sequence[str], x: float, eerste: float, letter: float
) -> tuple[Regel, ...]:
    return tuple(Regel(x, eerste + n * letter * REGELHOOGTE, r) for n, r in enumerate(regels))


def _ramen(
    namen: Sequence[str], boven: float, pen: random.Random
) -> tuple[tuple[Onderdeel, ...], Onderdeel | None, float]:
    """Windows in one or two rows, perhaps a sign for the others, and where the floor below is."""
    if not namen:
        return (), None, boven
    getoond = namen[: RAMEN_PER_RIJ * MAX_RIJEN_RAMEN]
    rijen = 1 if len(getoond) <= RAMEN_PER_RIJ else MAX_RIJEN_RAMEN
    per_rij = -(-len(getoond) // rijen)
    ruimte = (MUUR_R - MUUR_L - 40) / max(per_rij, 7)
    b = min(96.0, ruimte - 16)
    h = b * 1.22
    letter, gebroken = _gelijk(getoond, (18, 17, 16, 15, 14), lambda *_: [ruimte - 6], BREDE_LETTER)
    y = boven + 44
    uit: list[Onderdeel] = []
    for rij in range(rijen):
        in_rij = gebroken[rij * per_rij : (rij + 1) * per_rij]
        x = (BREEDTE - len(in_rij) * ruimte + ruimte - b) / 2
        for regels in in_rij:
            naam = _onder_elkaar(regels, x + b / 2, y + h + 24, letter)
            uit.append(Onderdeel(x, y, b, h, _boog(x, y, b, h, pen), naam, letter))
            x += ruimte
        y += h + 50
    alle = None
    if len(namen) > len(getoond):
        alle = Onderdeel(BREEDTE / 2 - 110, y - 8, 220, 32, "", (Regel(BREEDTE / 2, y + 14, ""),))
        y += 40
    return tuple(uit), alle, y + 8


def _boog(x: float, y: float, b: float, h: float, pen: random.Random) -> str:
    """The outline of a door or window with a round top."""
    r, s = b * 0.3, pen.uniform(-1.5, 1.5)
    links, midden, rechts = x + b * 0.04, x + b / 2, x + b * 0.97
    return (
        f"M{x:.1f} {y + h:.1f}L{x + s:.1f} {y + r:.1f}"
        f"C{links:.1f} {y + r / 4:.1f} {x + b * 0.27:.1f} {y - s:.1f} {midden:.1f} {y:.1f}"
        f"C{x + b * 0.74:.1f} {y + s:.1f} {rechts:.1f} {y + r * 0.3:.1f} {x + b:.1f} {y + r:.1f}"
        f"L{x + b - s:.1f} {y + h:.1f}Z"
    )


def _deuren(
    deuren: Sequence[tuple[str, str]], boven: float, pen: random.Random
) -> tuple[tuple[Onderdeel, ...], list[str], float]:
    """Doors in rows of six at the most, the gallery lines between rows, and the ground."""
    if not deuren:
        return (), [], boven + 60
    rijen = -(-len(deuren) // DEUREN_PER_RIJ)
    per_rij = -(-len(deuren) // rijen)
    ruimte = (MUUR_R - MUUR_L - 30) / max(per_rij, 4)
    b, h = min(178.0, ruimte - 20), 252.0 if rijen == 1 else 236.0
    dozen: list[tuple[float, float]] = []
    galerijen: list[str] = []
    y = boven + 48
    for rij in range(rijen):
        in_rij = min(per_rij, len(deuren) - rij * per_rij)
        begin = (BREEDTE - in_rij * ruimte + ruimte - b) / 2
        dozen += [(begin + n * ruimte, y) for n in range(in_rij)]
        y += h
        if rij < rijen - 1:
            galerijen += _galerij(y, pen)
            y += 46
    return _deurdelen(deuren, dozen, b, h, pen), galerijen, y


def _deurdelen(
    deuren: Sequence[tuple[str, str]],
    dozen: Sequence[tuple[float, float]],
    b: float,
    h: float,
    pen: random.Random,
) -> tuple[Onderdeel, ...]:
    """Doors of one size at `dozen`, all their sentences in one letter."""
    letter, zinnen = _gelijk(
        [zin for zin, _ in deuren],
        (21, 20, 19, 18, 17, 16),
        lambda _, maat: [b - 34] * int(h * 0.56 // (maat * REGELHOOGTE)),
    )
    maat_naam, namen = _gelijk(
        [naam for _, naam in deuren], (17, 16, 15, 14), lambda *_: [b - 24] * 2, BREDE_LETTER
    )
    uit = []
    for (x, y), zin, naam in zip(dozen, zinnen, namen, strict=True):
        onderaan = y + h - 18 - (len(naam) - 1) * maat_naam * REGELHOOGTE
        uit.append(
            Onderdeel(
                x, y, b, h, _boog(x, y, b, h, pen),
                _onder_elkaar(zin, x + 15, y + b * 0.15 + 38, letter), letter,
                _onder_elkaar(naam, x + 15, onderaan, maat_naam), maat_naam,
            )
        )  # fmt: skip
    return tuple(uit)


def _galerij(y: float, pen: random.Random) -> list[str]:
    """The floor of a gallery, seen from the street."""
    return [
        _lijn([(MUUR_L - 8, y), (MUUR_R + 8, y)], pen, stap=140),
        _lijn([(MUUR_L - 8, y + 9), (MUUR_R + 8, y + 9)], pen, stap=140),
    ]
