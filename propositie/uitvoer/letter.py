"""The brand's own letter on the site: one file, and the style that asks for it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from ..letter import is_variabel, lees_letter
from .bestand import Bestand


def letter(pad: Path, naam: str) -> tuple[Bestand, str]:
    """The font file to publish, and CSS that uses it for headings and text.

    A font of one weight is said to be nothing more, so that a browser thickens it for headings.
    """
    ruw = lees_letter(pad)
    kort = f"letter.{hashlib.sha256(ruw).hexdigest()[:10]}.woff2"
    dikten = "font-weight:100 900;" if is_variabel(ruw) else ""
    familie = _css_tekst(naam)
    css = (
        f'@font-face{{font-family:{familie};src:url({kort}) format("woff2");'
        f"{dikten}font-display:swap}}\n:root{{--eigen-letter:{familie}}}\n"
    )
    return Bestand(f"assets/{kort}", ruw), css


def _css_tekst(tekst: str) -> str:
    """A CSS string in which nothing that was typed can end it."""
    return '"' + "".join(t if t.isalnum() or t == " " else f"\\{ord(t):x} " for t in tekst) + '"'
