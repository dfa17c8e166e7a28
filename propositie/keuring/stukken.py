"""Posts: who wrote them is somebody whom the reader can meet."""

from __future__ import annotations

from collections.abc import Iterator

from ..bevinding import Ernst
from ..huis import BerichtIntern, MedewerkerIntern
from .regel import Vondst, Zicht, op_schrift, regel


def _auteurs(zicht: Zicht) -> Iterator[tuple[BerichtIntern, int, MedewerkerIntern]]:
    """Each author of each post that is finished, with the place in the list of authors."""
    for bericht in zicht.berichten.values():
        for nummer, id_ in enumerate(() if bericht.concept else bericht.auteur):
            yield bericht, nummer, zicht.huis.medewerkers[id_]


@regel(
    "K80",
    Ernst.TIP,
    "De schrijver van een stuk werkt hier",
    "Een stuk blijft staan als de schrijver weggaat: het is gelezen en het klopt vaak nog. "
    "Maar wie reageert, komt niet meer bij die persoon uit.",
)
def schrijver_weg(zicht: Zicht) -> Iterator[Vondst]:
    """A post of somebody who left."""
    for bericht, nummer, m in _auteurs(zicht):
        if m.vertrokken(zicht.op):
            yield Vondst(
                bericht,
                f"{m.voornaam} werkt hier niet meer. Het stuk blijft staan met de naam, zonder "
                "portret en nummer, en wijst door naar wie het overnam. "
                "Klopt de tekst niet meer, zet er dan concept: ja bij.",
                ("auteur", nummer),
            )


@regel(
    "K81",
    Ernst.WAARSCHUWING,
    "De schrijver van een stuk is begonnen",
    "Voor de eerste werkdag weet de site niets van iemand, ook de naam niet. "
    "Zo lang wacht het stuk.",
)
def schrijver_nog_niet(zicht: Zicht) -> Iterator[Vondst]:
    """A post that should have appeared, of somebody who has yet to start."""
    for bericht, nummer, m in _auteurs(zicht):
        if m.in_dienst and not m.begonnen(zicht.op) and bericht.datum < m.in_dienst:
            yield Vondst(
                bericht,
                f"{m.voornaam} begint pas op {op_schrift(m.in_dienst)}. Tot die dag staat dit stuk "
                "niet op de site. Kijk de datum na, of noem een andere auteur.",
                ("auteur", nummer),
            )
