"""Innovations: judged on five criteria, each with proof; and what is told of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..dutch import join_words
from ..finding import Severity
from ..huis import InternalVernieuwing
from .rule import Hit, nothing, thing_rule

_A_FIGURE = re.compile(
    r"\d|\b(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|helft|kwart|derde|dubbele?|"
    r"(?:der|veer|vijf|zes|zeven|acht|negen)tien|\w*(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig|"
    r"honderd\w*|duizend\w*|verdubbeld\w*|gehalveerd)\b",
    re.I,
)
"""What counts: a figure, or a number in words."""


@thing_rule(
    "K85",
    Severity.WARNING,
    "Een vernieuwing is op vijf punten getoetst, met bewijs",
    "Nieuw, toegepast, een breuk met hoe het was, merkbaar voor mensen en dichter bij de missie: "
    "wie dat alle vijf kan laten zien, heeft iets vernieuwd. Wie stopt, vertelt waarom: dan leert "
    "de volgende ervan.",
    "vernieuwingen",
    nothing,
)
def judged_with_proof(vernieuwing: InternalVernieuwing, _given: None) -> Iterator[Hit]:
    """An innovation that is not judged on a criterion, or without proof; impact without a figure;
    one for the public without a text; one that stopped and does not say why."""
    criteria = list(vernieuwing.criteria.judged)
    missing = [name for name, toets in criteria if toets is None]
    if missing:
        those = join_words(missing)
        yield Hit(
            vernieuwing,
            f"Deze vernieuwing is nog niet getoetst op {those}. Onder criteria hoort elk punt te "
            "staan, met een oordeel (ja, deels of nee) en een bewijs.",
            ("criteria",) if len(missing) < len(criteria) else (),
            at_key=len(missing) < len(criteria),
        )
    for name, toets in criteria:
        if toets is None:
            continue
        if toets.bewijs is None:
            yield Hit(
                vernieuwing,
                f'Bij {name} staat "{toets.oordeel}", zonder bewijs. Schrijf bij bewijs waaruit '
                "dat blijkt, en hoe jullie het weten.",
                ("criteria", name, "oordeel"),
            )
        elif name == "impact" and toets.oordeel == "ja" and not _A_FIGURE.search(toets.bewijs):
            yield Hit(
                vernieuwing,
                "Er staat dat dit voor mensen beter werkt, en er staat geen getal bij. Tel bij "
                "hoeveel mensen het zo is, en hoeveel het er eerst waren. Weet u dat nog niet, "
                "schrijf dan bij oordeel: deels",
                ("criteria", name, "bewijs"),
            )
    if vernieuwing.zichtbaar == "publiek" and vernieuwing.omschrijving is None:
        yield Hit(
            vernieuwing,
            "Deze vernieuwing mag op de site, en staat er niet: er is nog niets over te lezen. "
            "Vertel bij omschrijving wat er nieuw is en voor wie.",
            ("zichtbaar",),
        )
    if vernieuwing.status == "gestopt" and vernieuwing.waarom_gestopt is None:
        yield Hit(
            vernieuwing,
            "Jullie zijn hiermee gestopt. Schrijf bij waarom_gestopt waarom, en wat jullie ervan "
            "leerden. Dat blijft binnen.",
            ("status",),
        )
