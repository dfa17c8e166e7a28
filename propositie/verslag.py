"""The findings of a check as one readable page of Markdown, for a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from .bevinding import Bevinding, Ernst, als_tekst, samenvatting
from .keuring.regel import op_schrift
from .vooruitblik import Verandering

MEEST = 200
"""So many findings stand in a report: GitHub shows no page without end."""
_KOPPEN = {
    Ernst.FOUT: "Fouten: eerst dit verbeteren",
    Ernst.WAARSCHUWING: "Waarschuwingen",
    Ernst.TIP: "Tips",
}


def verslag(bevindingen: Sequence[Bevinding], straks: Sequence[Verandering] = ()) -> str:
    """All findings by severity and file, and what the calendar will change.

    `bevindingen` come gravest first, as the check gives them. What staff typed is shown as text:
    no Markdown or HTML in it does anything.
    """
    fouten = sum(b.ernst is Ernst.FOUT for b in bevindingen)
    stukken = [f"## Het huis: {samenvatting(bevindingen)}"]
    if fouten:
        stukken.append(
            "De site wordt pas gebouwd als de fouten weg zijn. Wat er nu op staat, blijft zo lang "
            "staan."
        )
    elif bevindingen:
        stukken.append("De site kan gebouwd worden. Dit kan nog beter:")
    getoond = bevindingen[:MEEST]
    for ernst, rij in groupby(getoond, key=lambda b: b.ernst):
        stukken += _groep(ernst, list(rij))
    if len(bevindingen) > MEEST:
        stukken.append(f"En nog {len(bevindingen) - MEEST}: kijk met `propositie controleer`.")
    if straks:
        stukken.append("### Wat er vanzelf verandert")
        stukken.append("\n".join(f"- {op_schrift(v.datum)}: {_tekst(v.bericht)}" for v in straks))
    return "\n\n".join(stukken) + "\n"


def _groep(ernst: Ernst, rij: Sequence[Bevinding]) -> Iterator[str]:
    """The findings of one severity, by file; tips are folded in."""
    kop = f"{_KOPPEN[ernst]} ({len(rij)})"
    dicht = ernst is Ernst.TIP
    yield f"<details><summary>{kop}</summary>" if dicht else f"### {kop}"
    for bestand, delen in groupby(rij, key=lambda b: b.plaats.bestand if b.plaats else ""):
        if bestand:
            yield f"**{_tekst(bestand)}**"
        yield "\n".join(_regel(b) for b in delen)
    if dicht:
        yield "</details>"


def _regel(bevinding: Bevinding) -> str:
    """One finding as an item of a list, with the line and its mark below it."""
    plaats = bevinding.plaats
    waar = f"regel {plaats.regel}, " if plaats is not None and plaats.regel else ""
    regels = [f"- {waar}{bevinding.code}: {_tekst(bevinding.bericht)}"]
    if plaats is not None and plaats.regel and bevinding.ernst is not Ernst.TIP:
        midden = als_tekst(bevinding).splitlines()[1:3]
        regels += ["", *(f"      {regel}" for regel in midden), ""]
    return "\n".join(regels)


def _tekst(tekst: str) -> str:
    """A text that Markdown and HTML leave alone."""
    return re.sub(r"([\\`*_{}\[\]()#+!|~@-])", r"\\\1", escape(tekst, quote=False))
