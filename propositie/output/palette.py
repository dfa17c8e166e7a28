"""The whole palette from the one or two colours of the brand, light and dark.

Worked out in OKLCH, where equal steps look equal. A colour that cannot carry text keeps its hue
and is made darker or lighter until WCAG 2.1 contrast (success criterion 1.4.3) is reached;
as a surface it stays as the brand has it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..huis.merk import Kleuren
from ..program import program_fingerprint
from .cache import Cache, make_key

if TYPE_CHECKING:  # it costs a tenth of a small build to load, and the palette is mostly known
    from coloraide import Color

TEXT_CONTRAST = 4.5
"""The least contrast of a text with its ground."""
TARGET_CONTRAST = 5.2
"""What is aimed for, so that a tinted ground below the text still passes."""


_WARMER = 10
"""Degrees by which a tint of the accent is nearer to yellow: paper in lamplight."""


def contrast(one: str, other: str) -> float:
    """WCAG 2.1 contrast between two colours, from 1 to 21."""
    return float(_colour(one).contrast(_colour(other), method="wcag21"))


def make_readable(colour: str, background: str, target: float = TARGET_CONTRAST) -> str:
    """`colour`, darker on a light `background`, lighter on a dark one, up to contrast `target`."""
    current = _colour(colour).convert("oklch")
    step, end = (-0.01, 0.0) if _colour(background).luminance() > 0.18 else (0.01, 1.0)
    while contrast(_hex(current), background) < target and current["lightness"] != end:
        current["lightness"] = min(1.0, max(0.0, current["lightness"] + step))
    return _hex(current)


def _colour(*values: Any) -> Color:
    from coloraide import Color

    return Color(*values)


def _hex(colour: Color) -> str:
    return str(colour.convert("srgb").fit(method="oklch-chroma").to_string(hex=True))


def _lch(lightness: float, chroma: float, hue: float) -> str:
    return _hex(_colour("oklch", [lightness, chroma, hue]))


def _chroma_and_hue(colour: str) -> tuple[float, float]:
    """Chroma and hue of a colour; a grey has the hue of paper."""
    lch = _colour(colour).convert("oklch")
    return (float(lch["chroma"]), 85.0 if lch.is_nan("hue") else float(lch["hue"]))


def on_colour(fill: str) -> str:
    """White or near-black, whichever reads better on the surface `fill`."""
    return max(("#ffffff", "#1d1b18"), key=lambda ink: contrast(ink, fill))


Palette = Mapping[str, Mapping[str, str]]
"""Token values by theme (`licht`, `donker`) and name."""
_KNOWN: dict[tuple[str, str | None], Palette] = {}
"""The same colours always give the same palette: it is worked out once."""


def palette(hoofd: str, accent: str | None) -> Palette:
    """The palette of the colours of a brand."""
    if (hoofd, accent) not in _KNOWN:
        _KNOWN[hoofd, accent] = _work_out(hoofd, accent)
    return _KNOWN[hoofd, accent]


def look_up_palette(colours: Kleuren, cache: Cache) -> None:
    """Let `palette` know what `cache` remembers of these colours, or the other way round."""
    hoofd, accent = colours.hoofd, colours.accent

    def work_out() -> bytes:
        return json.dumps(palette(hoofd, accent)).encode()

    key = make_key("palette", program_fingerprint(), hoofd, accent)
    _KNOWN[hoofd, accent] = json.loads(cache.make(key, work_out))


def _work_out(hoofd: str, accent: str | None) -> Palette:
    secondary = accent or hoofd
    (c_hoofd, h_hoofd), (c_acc, h_acc) = _chroma_and_hue(hoofd), _chroma_and_hue(secondary)
    paper, night = _lch(0.962, 0.019, 87), _lch(0.221, min(c_hoofd, 0.016), h_hoofd)
    fill = (
        hoofd
        if contrast(on_colour(hoofd), hoofd) >= TEXT_CONTRAST
        else make_readable(hoofd, "#ffffff")
    )
    light_tints = (
        _lch(0.926, min(c_hoofd, 0.024), h_hoofd), _lch(0.933, min(c_acc, 0.05), h_acc + _WARMER)
    )  # fmt: skip
    dark_tints = (
        _lch(0.34, min(c_hoofd, 0.04), h_hoofd), _lch(0.345, min(c_acc, 0.053), h_acc + _WARMER)
    )  # fmt: skip
    evening, lamp = _by_night(fill), _at_least(secondary, 0.755)
    return {
        "licht": {
            "grond": paper,
            "blad": _lch(0.994, 0.008, 91),
            "inkt": _lch(0.27, 0.022, h_hoofd),
            "zacht": make_readable(_lch(0.464, 0.02, h_hoofd), paper),
            "lijn": _lch(0.334, 0.033, h_hoofd),
            "haarlijn": _lch(0.86, 0.02, 85),
            "hoofd": fill,
            "op-hoofd": on_colour(fill),
            "hoofd-tekst": make_readable(hoofd, light_tints[0]),
            "hoofd-tint": light_tints[0],
            "accent": secondary,
            "op-accent": on_colour(secondary),
            "accent-tekst": make_readable(secondary, light_tints[1]),
            "accent-tint": light_tints[1],
        },
        "donker": {
            "grond": night,
            "blad": _lch(0.265, min(c_hoofd, 0.018), h_hoofd),
            "inkt": _lch(0.944, 0.02, 88),
            "zacht": make_readable(_lch(0.798, 0.018, 88), _lch(0.345, 0.03, h_hoofd)),
            "lijn": _lch(0.833, 0.027, 90),
            "haarlijn": _lch(0.42, 0.02, h_hoofd),
            "hoofd": evening,
            "op-hoofd": on_colour(evening),
            "hoofd-tekst": make_readable(_at_least(hoofd, 0.817), dark_tints[0]),
            "hoofd-tint": dark_tints[0],
            "accent": lamp,
            "op-accent": on_colour(lamp),
            "accent-tekst": make_readable(_at_least(secondary, 0.837), dark_tints[1]),
            "accent-tint": dark_tints[1],
        },
    }


def _at_least(colour: str, lightness: float) -> str:
    """A colour that is light enough for the dark; what is lighter stays as it is."""
    current = _colour(colour).convert("oklch")
    current["lightness"] = max(float(current["lightness"]), lightness)
    return _hex(current)


def _by_night(fill: str) -> str:
    """A surface as it stands in the dark: a little lighter, when text on it is still read."""
    lighter = _at_least(fill, 0.5)
    return lighter if contrast(on_colour(lighter), lighter) >= TARGET_CONTRAST else fill


def to_css(colours: Kleuren) -> str:
    """The palette as custom properties: light, and dark for who prefers that."""
    both = palette(colours.hoofd, colours.accent)

    def block(name: str) -> str:
        return "".join(f"--{token}:{value};" for token, value in both[name].items())

    return (
        f":root{{color-scheme:light dark;{block('licht')}}}\n"
        f"@media (prefers-color-scheme:dark){{:root{{{block('donker')}}}}}\n"
    )
