"""The whole palette from the one or two colours of the brand, light and dark.

Worked out in OKLCH, where equal steps look equal. A colour that cannot carry text keeps its hue
and is made darker or lighter until WCAG 2.1 contrast (success criterion 1.4.3) is reached;
as a surface it stays as the brand has it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from coloraide import Color

from ..huis.merk import Kleuren

TEKSTCONTRAST = 4.5
"""The least contrast of a text with its ground."""
RUIM = 5.2
"""What is aimed for, so that a tinted ground below the text still passes."""


def contrast(een: str, ander: str) -> float:
    """WCAG 2.1 contrast between two colours, from 1 to 21."""
    return float(Color(een).contrast(Color(ander), method="wcag21"))


def leesbaar(kleur: str, grond: str, doel: float = RUIM) -> str:
    """`kleur`, made darker on a light `grond` or lighter on a dark one, up to contrast `doel`."""
    huidig = Color(kleur).convert("oklch")
    stap, eind = (-0.01, 0.0) if Color(grond).luminance() > 0.18 else (0.01, 1.0)
    while contrast(_hex(huidig), grond) < doel and huidig["lightness"] != eind:
        huidig["lightness"] = min(1.0, max(0.0, huidig["lightness"] + stap))
    return _hex(huidig)


def _hex(kleur: Color) -> str:
    return str(kleur.convert("srgb").fit(method="oklch-chroma").to_string(hex=True))


def _lch(licht: float, verzadiging: float, tint: float) -> str:
    return _hex(Color("oklch", [licht, verzadiging, tint]))


def _tint(kleur: str) -> tuple[float, float]:
    """Chroma and hue of a colour; a grey has the hue of paper."""
    lch = Color(kleur).convert("oklch")
    return (float(lch["chroma"]), 85.0 if lch.is_nan("hue") else float(lch["hue"]))


def op_kleur(vlak: str) -> str:
    """White or near-black, whichever reads better on the surface `vlak`."""
    return max(("#ffffff", "#1d1b18"), key=lambda inkt: contrast(inkt, vlak))


@lru_cache(maxsize=8)
def palet(hoofd: str, accent: str | None) -> Mapping[str, Mapping[str, str]]:
    """Token values by theme (`licht`, `donker`) and name."""
    tweede = accent or hoofd
    (c_hoofd, h_hoofd), (c_acc, h_acc) = _tint(hoofd), _tint(tweede)
    papier, nacht = _lch(0.976, 0.012, 85), _lch(0.205, min(c_hoofd, 0.018), h_hoofd)
    vlak = (
        hoofd if contrast(op_kleur(hoofd), hoofd) >= TEKSTCONTRAST else leesbaar(hoofd, "#ffffff")
    )
    return {
        "licht": {
            "grond": papier,
            "blad": _lch(0.995, 0.004, 85),
            "inkt": _lch(0.25, 0.02, h_hoofd),
            "zacht": leesbaar(_lch(0.5, 0.02, h_hoofd), papier),
            "lijn": _lch(0.35, 0.03, h_hoofd),
            "haarlijn": _lch(0.86, 0.02, 85),
            "hoofd": vlak,
            "op-hoofd": op_kleur(vlak),
            "hoofd-tekst": leesbaar(hoofd, _lch(0.94, min(c_hoofd, 0.03), h_hoofd)),
            "hoofd-tint": _lch(0.94, min(c_hoofd, 0.03), h_hoofd),
            "accent": tweede,
            "op-accent": op_kleur(tweede),
            "accent-tekst": leesbaar(tweede, _lch(0.945, min(c_acc, 0.04), h_acc)),
            "accent-tint": _lch(0.945, min(c_acc, 0.04), h_acc),
        },
        "donker": {
            "grond": nacht,
            "blad": _lch(0.25, min(c_hoofd, 0.02), h_hoofd),
            "inkt": _lch(0.93, 0.012, 85),
            "zacht": leesbaar(_lch(0.72, 0.015, 85), _lch(0.3, 0.03, h_hoofd)),
            "lijn": _lch(0.8, 0.02, 85),
            "haarlijn": _lch(0.4, 0.02, h_hoofd),
            "hoofd": vlak,
            "op-hoofd": op_kleur(vlak),
            "hoofd-tekst": leesbaar(hoofd, _lch(0.31, min(c_hoofd, 0.035), h_hoofd)),
            "hoofd-tint": _lch(0.31, min(c_hoofd, 0.035), h_hoofd),
            "accent": tweede,
            "op-accent": op_kleur(tweede),
            "accent-tekst": leesbaar(tweede, _lch(0.31, min(c_acc, 0.04), h_acc)),
            "accent-tint": _lch(0.31, min(c_acc, 0.04), h_acc),
        },
    }


def als_css(kleuren: Kleuren) -> str:
    """The palette as custom properties: light, and dark for who prefers that."""
    beide = palet(kleuren.hoofd, kleuren.accent)

    def blok(naam: str) -> str:
        return "".join(f"--{token}:{waarde};" for token, waarde in beide[naam].items())

    return (
        f":root{{color-scheme:light dark;{blok('licht')}}}\n"
        f"@media (prefers-color-scheme:dark){{:root{{{blok('donker')}}}}}\n"
    )
