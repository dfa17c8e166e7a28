"""The brand: colours that can be read by everybody."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ..finding import Severity
from .rule import Hit, RuleContext, rule


def _contrast_on_white(colour: str) -> Decimal:
    """The contrast (WCAG 2.1) of a colour on white, cut to one decimal."""
    return Decimal(str(1.05 / (luminance(colour) + 0.05))).quantize(
        Decimal("0.1"), rounding="ROUND_DOWN"
    )


def luminance(colour: str) -> float:
    """How light a colour in hexadecimal notation is, from 0 to 1 (WCAG 2.1).

    A library that knows colours costs a check more time than reading a hundred files.
    """
    digits = colour.removeprefix("#")
    pairs = [digits[i : i + 2] for i in (0, 2, 4)] if len(digits) == 6 else [d * 2 for d in digits]
    levels = [int(pair, 16) / 255 for pair in pairs]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in levels]
    return sum(share * c for share, c in zip(_SHARES, linear, strict=True))


_SHARES = (0.2126390058715, 0.7151686787678, 0.0721923153607)
"""How much red, green and blue add to what the eye sees as light (sRGB)."""


def _too_light(context: RuleContext, field: str, colour: str, subject: str) -> Iterator[Hit]:
    contrast, threshold = _contrast_on_white(colour), context.thresholds.contrast
    if contrast < threshold:
        yield Hit(
            context.huis.merk,
            f"{subject} heeft op wit een contrast van {_with_comma(contrast)}; voor tekst is "
            f"{_with_comma(threshold)} nodig. De site maakt de kleur voor tekst zelf donkerder. "
            "Wilt u dat niet, kies dan een donkerder kleur.",
            ("kleuren", field),
        )


def _with_comma(number: Decimal) -> str:
    return f"{number:f}".replace(".", ",")


@rule(
    "K50",
    Severity.WARNING,
    "De hoofdkleur is goed te lezen",
    "Wie slecht ziet of in de zon op zijn telefoon kijkt, kan lichte letters op wit niet lezen. "
    "De norm (WCAG) vraagt een contrast van 4,5.",
)
def main_colour_too_light(context: RuleContext) -> Iterator[Hit]:
    """A main colour that cannot carry text on white as it is."""
    yield from _too_light(context, "hoofd", context.huis.merk.kleuren.hoofd, "De hoofdkleur")


@rule(
    "K51",
    Severity.TIP,
    "De accentkleur is goed te lezen",
    "Een accentkleur mag opvallen, maar een woord in die kleur moet ook te lezen zijn.",
)
def accent_colour_too_light(context: RuleContext) -> Iterator[Hit]:
    """An accent colour that cannot carry text on white as it is."""
    accent = context.huis.merk.kleuren.accent
    if accent is not None:
        yield from _too_light(context, "accent", accent, "De accentkleur")
