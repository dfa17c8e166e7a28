"""A QR code that leads to a page: for print as a drawing, for a document as pixels."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import lru_cache
from importlib.metadata import version
from typing import TYPE_CHECKING

from PIL import Image

if (
    TYPE_CHECKING
):  # it loads the network of the standard library: only who draws a code waits for it
    import segno

QUIET_ZONE = 4
"""White modules around the code, as ISO/IEC 18004 asks: without them a camera sees no code."""
QR_REVISION = f"1 {version('segno')}"
"""Changes when the same address would be drawn otherwise."""
_MODULE_SIZE = 16
"""Pixels for a module in the PNG: sharp when it is printed 6 cm wide."""


def qr_svg(address: str) -> bytes:
    """The code as a drawing, black on white, with its quiet zone."""
    buffer = io.BytesIO()
    _code(address).save(
        buffer, kind="svg", border=QUIET_ZONE, light="#fff", xmldecl=False, omitsize=True, nl=False
    )
    return buffer.getvalue()


def qr_png(address: str) -> bytes:
    """The code as pixels, black on white, with its quiet zone."""
    rows = [bytes(0 if is_black else 255 for is_black in row) for row in _matrix(_code(address))]
    small = Image.frombytes("L", (len(rows), len(rows)), b"".join(rows))
    side = len(rows) * _MODULE_SIZE
    buffer = io.BytesIO()
    small.resize((side, side), Image.Resampling.NEAREST).convert("1").save(buffer, "PNG")
    return buffer.getvalue()


def _matrix(code: segno.QRCode) -> Iterator[bytearray]:
    """The rows of the code with its quiet zone; 1 is black."""
    width = len(code.matrix) + 2 * QUIET_ZONE
    margin, white = bytearray(QUIET_ZONE), bytearray(width)
    yield from [white] * QUIET_ZONE
    for row in code.matrix:
        yield margin + row + margin
    yield from [white] * QUIET_ZONE


def inline_qr_svg(address: str) -> bytes:
    """The code as SVG to stand inside a page: no size of its own, no style, no namespace."""
    svg = _code(address).svg_inline(
        border=QUIET_ZONE, light="#fff", omitsize=True, svgclass=None, lineclass=None
    )
    return svg.encode()


@lru_cache(maxsize=256)  # drawing, pixels and print of one address follow one another
def _code(address: str) -> segno.QRCode:
    """Level M or higher: a fold or a drop of coffee does not break it."""
    import segno

    return segno.make_qr(address, error="m", boost_error=True)
