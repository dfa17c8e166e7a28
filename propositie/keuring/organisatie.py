"""The organisation: can people reach it, and does it publish what an ANBI must publish."""

from __future__ import annotations

from collections.abc import Iterator

from ..bevinding import Ernst
from .regel import Vondst, Zicht, opsomming, regel

_ANBI = {
    "beleidsplan": "het beleidsplan",
    "jaarverslag": "het verslag van de activiteiten",
    "jaarrekening": "de jaarrekening",
    "bestuur": "de namen van de bestuurders",
    "beloning": "hoe bestuur en medewerkers beloond worden",
}
"""What art. 1a Uitvoeringsregeling AWR asks for, beside name, number, address and aim."""


@regel(
    "K60",
    Ernst.WAARSCHUWING,
    "De organisatie is te bellen",
    "Wie hulp zoekt, wil een stem horen. Veel mensen vullen geen formulier in.",
)
def geen_telefoon(zicht: Zicht) -> Iterator[Vondst]:
    """An organisation that cannot be called."""
    organisatie = zicht.huis.organisatie
    if organisatie.contact.telefoon is None:
        yield Vondst(
            organisatie,
            "Op de site staat geen telefoonnummer, en veel mensen willen bellen. "
            "Zet het onder contact bij telefoon.",
            ("contact",),
            wijs_sleutel=True,
        )


@regel(
    "K61",
    Ernst.TIP,
    "De site zegt wat te doen bij spoed",
    "Wie in nood op de site komt, moet in één oogopslag zien wie er wel meteen helpt.",
)
def geen_spoed(zicht: Zicht) -> Iterator[Vondst]:
    """An organisation that does not say what to do in an emergency."""
    if zicht.huis.organisatie.spoed is None:
        yield Vondst(
            zicht.huis.organisatie,
            "Wat doet iemand in nood, als jullie er niet zijn? "
            "Schrijf dat bij spoed, bijvoorbeeld: Is er direct gevaar? Bel 112.",
            ("naam",),
        )


@regel(
    "K62",
    Ernst.WAARSCHUWING,
    "Een ANBI maakt openbaar wat moet",
    "Een ANBI houdt haar belastingvoordeel alleen als beleidsplan, verslag, cijfers, bestuur en "
    "beloning op de site staan (art. 1a Uitvoeringsregeling AWR).",
)
def anbi_niet_compleet(zicht: Zicht) -> Iterator[Vondst]:
    """An ANBI that does not publish all it must."""
    anbi = zicht.huis.organisatie.anbi
    mist = [veld for veld in _ANBI if anbi is not None and not getattr(anbi, veld)]
    if mist:
        yield Vondst(
            zicht.huis.organisatie,
            f"Een ANBI moet ook openbaar maken: {opsomming(_ANBI[veld] for veld in mist)}. "
            f"Vul onder anbi in: {opsomming(mist)}.",
            ("anbi",),
            wijs_sleutel=True,
        )
