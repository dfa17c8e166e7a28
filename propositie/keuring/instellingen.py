"""The settings of the check itself."""

from __future__ import annotations

from collections.abc import Iterator

from ..bevinding import Ernst
from .regel import REGELS, Vondst, Zicht, regel


@regel(
    "K90",
    Ernst.WAARSCHUWING,
    "Bij keuring.uit staan codes die uit kunnen",
    "Een tikfout in een code zet niets uit. En een fout kan niet uit: dan zou er iets op de site "
    "komen wat niet klopt.",
)
def onbekende_code(zicht: Zicht) -> Iterator[Vondst]:
    """A code to switch off that does not exist or cannot be switched off."""
    for nummer, code in enumerate(zicht.drempels.uit):
        bekend = REGELS.get(code.upper())
        if bekend is None:
            waarom = "bestaat niet" if not code.upper().startswith("V") else "kan niet uit"
        elif bekend.ernst is Ernst.FOUT:
            waarom = "is een fout en kan niet uit"
        else:
            continue
        yield Vondst(
            zicht.huis.organisatie,
            f'De code "{code}" {waarom}. '
            "Neem een code over uit een waarschuwing of tip, of haal dit weg.",
            ("keuring", "uit", nummer),
        )
