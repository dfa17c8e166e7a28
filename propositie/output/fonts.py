"""The letters of a site: their files, and the style that asks for them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..fonts import is_variable, read_font
from .output_file import OutputFile


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of a site: their files, and CSS that uses them for headings and text."""

    files: Sequence[OutputFile]
    css: str

    @property
    def first(self) -> str:
        """The address of the file that every page needs: the first one."""
        return self.files[0].address


def own_letters(path: Path, name: str) -> Letters:
    """The brand's own letter, from the font file at `path`.

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
    return Letters((OutputFile(f"assets/{short}", raw),), css)


def _css_string(text: str) -> str:
    """A CSS string in which nothing that was typed can end it."""
    return '"' + "".join(t if t.isalnum() or t == " " else f"\\{ord(t):x} " for t in text) + '"'
