"""The settings of the check itself."""

from __future__ import annotations

from collections.abc import Iterator

from ..finding import Severity
from .rule import RULES, Hit, RuleContext, rule


@rule(
    "K90",
    Severity.WARNING,
    "Bij keuring.uit staan codes die uit kunnen",
    "Een tikfout in een code zet niets uit. En een fout kan niet uit: dan zou er iets op de site "
    "komen wat niet klopt.",
)
def unknown_code(context: RuleContext) -> Iterator[Hit]:
    """A code to switch off that does not exist or cannot be switched off."""
    for number, code in enumerate(context.thresholds.uit):
        known = RULES.get(code.upper())
        if known is None:
            why = "bestaat niet" if not code.upper().startswith("V") else "kan niet uit"
        elif known.severity is Severity.ERROR:
            why = "is een fout en kan niet uit"
        else:
            continue
        yield Hit(
            context.huis.organisatie,
            f'De code "{code}" {why}. '
            "Neem een code over uit een waarschuwing of tip, of haal dit weg.",
            ("keuring", "uit", number),
        )
