"""Drawn portraits of people who do not exist."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageDraw

from .chance import Chance

SIZE = (480, 600)
"""Pixels: the shape in which portraits are shown."""
_SKINS = ["#f2d3b8", "#e3b594", "#c68f66", "#9c6744", "#6f4630", "#4f3222"]
_HAIRS = ["#2b211c", "#4a342a", "#7a5230", "#b98a4e", "#8d8a86", "#c9c5bf", "#6e2b1f"]
_CLOTHES = ["#1f5c4d", "#8a1c4a", "#1d4f8c", "#c77f1a", "#6b3fa0", "#b23a2e", "#33566b"]
_WALLS = ["#e7ece6", "#f3e6d8", "#dfe8ef", "#efe3ec", "#e9e6d6"]
_FINE = 2
"""Everything is drawn so many times larger first, for smooth edges."""


def draw_portrait(seed: object) -> bytes:
    """A head and shoulders as JPEG; another seed, another face."""
    chance = Chance("portrait", seed)
    width, height = (side * _FINE for side in SIZE)
    skin, hair = chance.pick(_SKINS), chance.pick(_HAIRS)
    image = Image.new("RGB", (width, height), chance.pick(_WALLS))
    pencil = ImageDraw.Draw(image)
    middle, top = width // 2, height * (24 + chance.below(6)) // 100
    half, face = width * (17 + chance.below(4)) // 100, height * (36 + chance.below(5)) // 100
    length = chance.pick([0, 0, face // 3, face * 3 // 4])
    crown = half * (112 + chance.below(14)) // 100
    pencil.ellipse((middle - crown, top - crown // 3, middle + crown, top + face * 2 // 3), hair)
    if length:
        pencil.rounded_rectangle(
            (middle - crown, top + face // 4, middle + crown, top + face // 2 + length), crown // 2,
            hair,
        )  # fmt: skip
    shoulder = width * (36 + chance.below(8)) // 100
    below = top + face + height // 24
    neck = half * 45 // 100
    pencil.ellipse((middle - shoulder, below, middle + shoulder, height + shoulder),
                   chance.pick(_CLOTHES))  # fmt: skip
    pencil.rounded_rectangle(
        (middle - neck, top + face * 3 // 4, middle + neck, below + neck), neck // 2, skin
    )
    pencil.ellipse((middle - half, top, middle + half, top + face), skin)
    pencil.chord((middle - half, top - half // 8, middle + half, top + face * 2 // 3),
                 190 + chance.below(12), 350 - chance.below(12), hair)  # fmt: skip
    _draw_features(pencil, chance, middle, top, half, face)
    with BytesIO() as file:
        image.resize(SIZE, Image.Resampling.LANCZOS).save(file, "JPEG", quality=82)
        return file.getvalue()


def _draw_features(
    pencil: ImageDraw.ImageDraw, chance: Chance, middle: int, top: int, half: int, face: int
) -> None:
    """Eyes, perhaps glasses, and a mouth that smiles more or less."""
    ink = "#2a2320"
    eyes, apart, size = top + face * 52 // 100, half * 42 // 100, max(4, half // 13)
    glasses = chance.happens(0.3)
    for eye in (middle - apart, middle + apart):
        pencil.ellipse((eye - size, eyes - size, eye + size, eyes + size), ink)
        if glasses:
            rim = half * 30 // 100
            pencil.ellipse((eye - rim, eyes - rim, eye + rim, eyes + rim), None, ink, size // 2)
    if glasses:
        pencil.line((middle - apart // 3, eyes, middle + apart // 3, eyes), ink, size // 2)
    mouth, wide = top + face * 74 // 100, half * (26 + chance.below(14)) // 100
    deep = face * (4 + chance.below(6)) // 100
    pencil.arc((middle - wide, mouth - deep, middle + wide, mouth + deep), 15, 165, ink, size // 2)
