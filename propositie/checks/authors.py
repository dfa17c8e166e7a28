"""Posts: who wrote them is somebody whom the reader can meet."""

from __future__ import annotations

from collections.abc import Iterator

from ..dutch import date_in_words
from ..finding import Severity
from ..huis import InternalBericht, InternalMedewerker
from .rule import Hit, RuleContext, rule


def _auteurs(context: RuleContext) -> Iterator[tuple[InternalBericht, int, InternalMedewerker]]:
    """Each author of each post that is finished, with the place in the list of authors."""
    for bericht in context.huis.berichten.values():
        for number, id_ in enumerate(() if bericht.concept else bericht.auteur):
            yield bericht, number, context.huis.medewerkers[id_]


@rule(
    "K80",
    Severity.TIP,
    "De schrijver van een stuk werkt hier",
    "Een stuk blijft staan als de schrijver weggaat: het is gelezen en het klopt vaak nog. "
    "Maar wie reageert, komt niet meer bij die persoon uit.",
)
def author_gone(context: RuleContext) -> Iterator[Hit]:
    """A post of somebody who left."""
    for bericht, number, m in _auteurs(context):
        if m.has_left(context.on_date):
            yield Hit(
                bericht,
                f"{m.first_name} werkt hier niet meer. Het stuk blijft staan met de naam, zonder "
                "portret en nummer, en wijst door naar wie het overnam. "
                "Klopt de tekst niet meer, zet er dan concept: ja bij.",
                ("auteur", number),
            )


@rule(
    "K81",
    Severity.WARNING,
    "De schrijver van een stuk is begonnen",
    "Voor de eerste werkdag weet de site niets van iemand, ook de naam niet. "
    "Zo lang wacht het stuk.",
)
def author_not_yet_here(context: RuleContext) -> Iterator[Hit]:
    """A post that should have appeared, of somebody who has yet to start."""
    for bericht, number, m in _auteurs(context):
        if m.in_dienst and not m.has_started(context.on_date) and bericht.datum < m.in_dienst:
            yield Hit(
                bericht,
                f"{m.first_name} begint pas op {date_in_words(m.in_dienst)}. Tot die dag staat dit "
                "stuk niet op de site. Kijk de datum na, of noem een andere auteur.",
                ("auteur", number),
            )
