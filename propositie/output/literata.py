"""Literata, the typeface of site, kit and share pictures where a brand has none of its own.

Its files lie in `propositie/letters/` and were cut by `scripts/cut_letters.py`: for screens in
parts, of which a browser fetches those whose letters a page has; for print whole.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from .fonts import Letters
from .output_file import OutputFile

FAMILY = "Literata"
LETTERS = Path(__file__).resolve().parent.parent / "letters"
"""The files, and the licence under which they may go along."""
SCREEN, PRINT = LETTERS / "screen", LETTERS / "print"
WEIGHTS = (400, 600)
"""What the theme asks for: running text, and headings."""
SUBSETS = {
    "latin-ext": "U+0100-0103,U+010A-0117,U+011A-011B,U+0120-0123,U+0126-0127,U+012A-012B,"
                 "U+012E-012F,U+0132-0133,U+0136-0137,U+0139-0140,U+0145-0148,U+0150-0151,"
                 "U+0154-0159,U+0160-0165,U+016A-016B,U+016E-0178,U+017D-017E,U+018F,U+0218-021B,"
                 "U+0259,U+1E9E",
    "latin-ext-polish": "U+0104-0107,U+0118-0119,U+0141-0144,U+015A-015B,U+0179-017C",
    "latin-ext-turkish": "U+011E-011F,U+0130,U+015E-015F,U+20BA",
    "vietnamese": "U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,"
                  "U+0300-0301,U+0303,U+0309,U+0323,U+1EA0-1EF9,U+20AB",
    "cyrillic": "U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116",
    "latin": "U+0000-00FF,U+0131,U+0152-0153,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,"
             "U+2190-2193,U+2212,U+2215",
}  # fmt: skip
"""Which letters each part holds (`unicode-range`). Those of Polish and Turkish stand apart: they
are in many names here, and a page that has one need not fetch the rest. Dutch stands last: of two
parts that hold a letter a browser takes the one that was named last."""
STYLES = ("normal", "italic")
_FALLBACK = (
    ('local("Times New Roman"),local("Liberation Serif")',
     (117.5, 100.2, 26.2), (110.3, 106.7, 27.9)),
    ('local("Noto Serif")', (99.4, 118.4, 31.0), (96.4, 122.0, 31.9)),
    ("local(Georgia)", (107.5, 109.5, 28.7), (99.4, 118.5, 31.0)),
)  # fmt: skip
"""Typefaces that stand in for it, the best last, with their size, ascent and descent in percents,
upright and italic: set so, they take as much room as Literata does."""


def screen_file(subset: str, style: str) -> str:
    """The name of a part for screens in `letters/screen/`."""
    return f"literata-{subset}{'-italic' if style == 'italic' else ''}.woff2"


@cache
def screen_letters() -> Letters:
    """What a site publishes, the upright Dutch letters first.

    `font-display: optional` keeps a page as it is first shown: nothing moves when a font is late.
    """
    files: list[OutputFile] = []
    rules: list[str] = []
    for style in STYLES:
        for subset, letters in SUBSETS.items():
            name = screen_file(subset, style)
            raw = (SCREEN / name).read_bytes()
            short = name.replace(".", f".{hashlib.sha256(raw).hexdigest()[:10]}.")
            files.append(OutputFile(f"assets/{short}", raw))
            weight = "400" if style == "italic" else f"{WEIGHTS[0]} {WEIGHTS[1]}"
            rules.append(
                f"@font-face{{font-family:{FAMILY};font-style:{style};font-weight:{weight};"
                f'font-display:optional;src:url({short}) format("woff2");unicode-range:{letters}}}'
            )
        rules += [_stand_in(local, style, *sizes) for local, *sizes in _FALLBACK]
    first = next(f for f in files if f.address.startswith("assets/literata-latin."))
    files.sort(key=lambda file: file is not first)
    return Letters(tuple(files), "\n".join(rules) + "\n")


def _stand_in(
    local: str,
    style: str,
    upright: tuple[float, float, float],
    italic: tuple[float, float, float],
) -> str:
    size, ascent, descent = italic if style == "italic" else upright
    return (
        f'@font-face{{font-family:"{FAMILY} terugval";font-style:{style};src:{local};'
        f"size-adjust:{size}%;ascent-override:{ascent}%;descent-override:{descent}%;"
        "line-gap-override:0%}"
    )


@cache
def print_fingerprint() -> str:
    """Another fingerprint for other letters in print."""
    digest = hashlib.sha256()
    for path in sorted(PRINT.iterdir()):
        digest.update(path.read_bytes())
    return digest.hexdigest()
