"""The brand: colours that can be read by everybody."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from coloraide import Color

from ..bevinding import Ernst
from .regel import Vondst, Zicht, regel


def _op_wit(kleur: str) -> Decimal:
    """The contrast (WCAG 2.1) of a colour on white, cut to one decimal."""
    return Decimal(str(Color(kleur).contrast("white", method="wcag21"))).quantize(
        Decimal("0.1"), rounding="ROUND_DOWN"
    )


def _te_licht(zicht: Zicht, veld: str, kleur: str, hoe: str) -> Iterator[Vondst]:
    contrast, drempel = _op_wit(kleur), zicht.drempels.contrast
    if contrast < drempel:
        yield Vondst(
            zicht.huis.merk,
            f"{hoe} heeft op wit een contrast van {_komma(contrast)}; voor tekst is "
            f"{_komma(drempel)} nodig. De site maakt de kleur voor tekst zelf donkerder. "
            "Wilt u dat niet, kies dan een donkerder kleur.",
            ("kleuren", veld),
        )


def _komma(getal: Decimal) -> str:
    return f"{getal:f}".replace(".", ",")


@regel(
    "K50",
    Ernst.WAARSCHUWING,
    "De hoofdkleur is goed te lezen",
    "Wie slecht ziet of in de zon op zijn telefoon kijkt, kan lichte letters op wit niet lezen. "
    "De norm (WCAG) vraagt een contrast van 4,5.",
)
def hoofdkleur_te_licht(zicht: Zicht) -> Iterator[Vondst]:
    """A main colour that cannot carry text on white as it is."""
    yield from _te_licht(zicht, "hoofd", zicht.huis.merk.kleuren.hoofd, "De hoofdkleur")


@regel(
    "K51",
    Ernst.TIP,
    "De accentkleur is goed te lezen",
    "Een accentkleur mag opvallen, maar een woord in die kleur moet ook te lezen zijn.",
)
def accentkleur_te_licht(zicht: Zicht) -> Iterator[Vondst]:
    """An accent colour that cannot carry text on white as it is."""
    accent = zicht.huis.merk.kleuren.accent
    if accent is not None:
        yield from _te_licht(zicht, "accent", accent, "De accentkleur")
