"""A QR code that leads to a page: for print as a drawing, for a document as pixels."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import lru_cache

import segno
from PIL import Image

STILLE_RAND = 4
"""White modules around the code, as ISO/IEC 18004 asks: without them a camera sees no code."""
QR_MAKER = f"1 {segno.__version__}"
"""Changes when the same address would be drawn otherwise."""
_PUNT = 16
"""Pixels for a module in the PNG: sharp when it is printed 6 cm wide."""


def qr_svg(adres: str) -> bytes:
    """The code as a drawing, black on white, with its quiet zone."""
    uit = io.BytesIO()
    _code(adres).save(
        uit, kind="svg", border=STILLE_RAND, light="#fff", xmldecl=False, omitsize=True, nl=False
    )
    return uit.getvalue()


def qr_png(adres: str) -> bytes:
    """The code as pixels, black on white, with its quiet zone."""
    rijen = [bytes(0 if zwart else 255 for zwart in rij) for rij in _matrix(_code(adres))]
    klein = Image.frombytes("L", (len(rijen), len(rijen)), b"".join(rijen))
    zijde = len(rijen) * _PUNT
    uit = io.BytesIO()
    klein.resize((zijde, zijde), Image.Resampling.NEAREST).convert("1").save(uit, "PNG")
    return uit.getvalue()


def _matrix(code: segno.QRCode) -> Iterator[bytearray]:
    """The rows of the code with its quiet zone; 1 is black."""
    breed = len(code.matrix) + 2 * STILLE_RAND
    rand, wit = bytearray(STILLE_RAND), bytearray(breed)
    yield from [wit] * STILLE_RAND
    for rij in code.matrix:
        yield rand + rij + rand
    yield from [wit] * STILLE_RAND


def qr_in_html(adres: str) -> bytes:
    """The code as SVG to stand inside a page: no size of its own, no style, no namespace."""
    svg = _code(adres).svg_inline(
        border=STILLE_RAND, light="#fff", omitsize=True, svgclass=None, lineclass=None
    )
    return svg.encode()


@lru_cache(maxsize=256)  # drawing, pixels and print of one address follow one another
def _code(adres: str) -> segno.QRCode:
    """Level M or higher: a fold or a drop of coffee does not break it."""
    return segno.make_qr(adres, error="m", boost_error=True)
