"""A QR code that leads to a page: for print as a drawing, for a document as pixels."""

from __future__ import annotations

import io

import segno

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
    uit = io.BytesIO()
    _code(adres).save(uit, kind="png", border=STILLE_RAND, light="#fff", scale=_PUNT)
    return uit.getvalue()


def qr_in_html(adres: str) -> bytes:
    """The code as SVG to stand inside a page: no size of its own, no style, no namespace."""
    svg = _code(adres).svg_inline(
        border=STILLE_RAND, light="#fff", omitsize=True, svgclass=None, lineclass=None
    )
    return svg.encode()


def _code(adres: str) -> segno.QRCode:
    """Level M or higher: a fold or a drop of coffee does not break it."""
    return segno.make_qr(adres, error="m", boost_error=True)
