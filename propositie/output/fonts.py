"""The brand's own letter on the site: one file, and the style that asks for it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from ..fonts import is_variable, read_font
from .output_file import OutputFile


def font(path: Path, name: str) -> tuple[OutputFile, str]:
    """The font file to publish, and CSS that uses it for headings and text.

    A font of one weight is said to be nothing more, so that a browser thickens it for headings.
    """
    raw = read_font(path)
    short = f"letter.{hashlib.sha256(raw).hexdigest()[:10]}.woff2"
    weights = "font-weight:100 900;" if is_variable(raw) else ""
    family = _css_string(name)
    css = (
        f'@font-face{{font-family:{family};src:url({short}) format("woff2");'
        f"{weights}font-display:swap}}\n:root{{--eigen-letter:{family}}}\n"
    )
    return OutputFile(f"assets/{short}", raw), css


def _css_string(text: str) -> str:
    """A CSS string in which nothing that was typed can end it."""
    return '"' + "".join(t if t.isalnum() or t == " " else f"\\{ord(t):x} " for t in text) + '"'
