"""The palette: whatever colours a brand has, every text can be read, light and dark.

Contrast is worked out here by the formula of WCAG 2.1 itself, not by the library under test.
"""

from __future__ import annotations

import random

import pytest

from propositie.output.palette import palette

PAIRS = [
    ("inkt", "grond"), ("inkt", "blad"), ("inkt", "hoofd-tint"), ("inkt", "accent-tint"),
    ("zacht", "grond"), ("zacht", "blad"),
    ("hoofd-tekst", "grond"), ("hoofd-tekst", "blad"), ("hoofd-tekst", "hoofd-tint"),
    ("accent-tekst", "grond"), ("accent-tekst", "blad"), ("accent-tekst", "accent-tint"),
    ("op-hoofd", "hoofd"),
]  # fmt: skip
"""Every text with every ground that a page puts it on; at least 4.5."""
STROKES = [("lijn", "grond"), ("lijn", "blad"), ("lijn", "hoofd-tint"), ("lijn", "accent-tint")]
"""Lines and controls with their ground; at least 3."""

_rng = random.Random(20261122)
MERKEN = [
    ("#1f5c4d", "#c77f1a"), ("#ffffff", "#ffffff"), ("#000000", None), ("#ffff00", "#00ffff"),
    ("#808080", "#7f7f7f"), ("#ff0000", "#00ff00"), ("#0000ff", None), ("#fef3e2", "#111111"),
    ("#e91e63", "#ffeb3b"), ("#777777", None),
    *((f"#{_rng.randrange(1 << 24):06x}", f"#{_rng.randrange(1 << 24):06x}") for _ in range(60)),
]  # fmt: skip


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.1."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    r, g, b = (d / 12.92 if d <= 0.04045 else ((d + 0.055) / 1.055) ** 2.4 for d in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("hoofd", "accent"), MERKEN)
@pytest.mark.parametrize("theme", ["licht", "donker"])
def test_every_text_can_be_read(hoofd: str, accent: str | None, theme: str) -> None:
    colours = palette(hoofd, accent)[theme]
    for text, background in PAIRS:
        assert contrast(colours[text], colours[background]) >= 4.5, (text, background)
    for line, background in STROKES:
        assert contrast(colours[line], colours[background]) >= 3, (line, background)


def test_a_colour_that_can_carry_text_is_used_as_it_is() -> None:
    assert palette("#1f5c4d", "#c77f1a")["licht"]["hoofd"] == "#1f5c4d"
    assert palette("#1f5c4d", "#c77f1a")["licht"]["accent"] == "#c77f1a"
