"""The organisation: can people reach it, and does it say who else is watching."""

from __future__ import annotations

from collections.abc import Iterator

from ..finding import Severity
from .rule import Hit, RuleContext, rule


@rule(
    "K60",
    Severity.WARNING,
    "De organisatie is te bellen",
    "Wie hulp zoekt, wil een stem horen. Veel mensen vullen geen formulier in.",
)
def no_telefoon(context: RuleContext) -> Iterator[Hit]:
    """An organisation that cannot be called."""
    organisatie = context.huis.organisatie
    if organisatie.contact.telefoon is None:
        yield Hit(
            organisatie,
            "Op de site staat geen telefoonnummer, en veel mensen willen bellen. "
            "Zet het onder contact bij telefoon.",
            ("contact",),
            at_key=True,
        )


@rule(
    "K61",
    Severity.TIP,
    "De site zegt wat te doen bij spoed",
    "Wie in nood op de site komt, moet in één oogopslag zien wie er wel meteen helpt.",
)
def no_spoed(context: RuleContext) -> Iterator[Hit]:
    """An organisation that does not say what to do in an emergency."""
    if context.huis.organisatie.spoed is None:
        yield Hit(
            context.huis.organisatie,
            "Wat doet iemand in nood, als jullie er niet zijn? "
            "Schrijf dat bij spoed, bijvoorbeeld: Is er direct gevaar? Bel 112.",
            ("naam",),
        )


@rule(
    "K63",
    Severity.WARNING,
    "Wie films of kaarten van anderen laat zien, zegt dat op de privacypagina",
    "Wie op een film drukt, laat zich zien aan een ander. Een privacypagina hoort te zeggen aan "
    "wie (AVG, artikel 13). Het programma zet dat erbij, als de pagina er is.",
)
def no_page_about_privacy(context: RuleContext) -> Iterator[Hit]:
    """Films or maps of others without a page about privacy."""
    organisatie = context.huis.organisatie
    pages = context.huis.paginas
    if organisatie.derden and not {"privacy", "privacy/index"} & pages.keys():
        yield Hit(
            organisatie,
            "Van anderen mogen hier films of kaarten staan, en er is geen privacypagina die zegt "
            "wie dan meekijken. Maak privacy.md in de map paginas; wie het zijn, komt er vanzelf "
            "onder.",
            ("derden",),
            at_key=True,
        )
