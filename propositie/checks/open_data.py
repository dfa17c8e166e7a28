"""Open data: what others need to take over what we publish."""

from __future__ import annotations

from collections.abc import Iterator

from ..finding import Severity
from .rule import Hit, RuleContext, rule


@rule(
    "K97",
    Severity.TIP,
    "Wie de gegevens overneemt, weet in welke provincie het is",
    "Sociale kaarten wisselen gegevens uit in een vaste vorm (HSDS van Open Referral). Die vraagt "
    "bij elk adres een provincie. Zonder provincie gaan de adressen daar niet mee; op de site staan"
    " ze gewoon.",
)
def no_provincie(context: RuleContext) -> Iterator[Hit]:
    """An organisation with whole addresses that nobody can place in a province."""
    organisatie = context.huis.organisatie
    places = [organisatie.contact.adres, *(p.adres for p in context.huis.locaties.values())]
    whole = [a for a in places if a is not None and a.straat and a.postcode]
    if whole and organisatie.provincie is None:
        yield Hit(
            organisatie,
            "Sociale kaarten kunnen jullie adressen niet overnemen, want daar hoort een provincie "
            "bij. Zet die bij provincie. Liggen jullie adressen in meer dan een provincie, zet "
            "deze tip dan uit: K97 bij keuring, uit.",
            ("naam",),
        )
