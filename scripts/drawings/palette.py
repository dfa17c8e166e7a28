"""The colours of every drawing."""

from __future__ import annotations

from dataclasses import dataclass

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
