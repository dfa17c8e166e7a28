"""The home page: the proposition house itself."""

from __future__ import annotations

from collections.abc import Iterator

from ..huis import Klantgroep, Usp
from ..huis.velden import ASSEN
from ..uitvoer import jsonld
from ..uitvoer.huistekening import huistekening
from .opmaak import kale_tekst
from .pagina import Pagina
from .werkbank import Werkbank

VRAGEN_OP_HOME = 8
"""Enough questions to recognise one's own, few enough to read them all."""


def paginas(werk: Werkbank) -> Iterator[Pagina]:
    """Yield the home page."""
    organisatie = werk.huis.organisatie
    bewoners = werk.bewoners() or list(werk.huis.klantgroepen.values())
    anderen = [k for k in werk.huis.klantgroepen.values() if k not in bewoners]
    van_bewoners = {k.id for k in bewoners}
    vragen = [
        b
        for b in werk.huis.behoeften.values()
        if van_bewoners.intersection(b.klantgroepen) and werk.verbanden.diensten_van_behoefte[b.id]
    ]
    beloften = beloften_voor(werk, bewoners)
    missie = kale_tekst(organisatie.missie)
    yield werk.pagina(
        "",
        "thuis",
        organisatie.naam,
        f"{organisatie.payoff}. {missie}".replace("..", "."),
        jsonld=[
            jsonld.organisatie(organisatie, werk.volledig, missie, werk.logo()),
            jsonld.website(organisatie, werk.volledig),
        ],
        bewoners=bewoners,
        anderen=anderen,
        vragen=vragen[:VRAGEN_OP_HOME],
        beloften=beloften,
        huistekening=huistekening(
            [u.belofte for u in beloften],
            [m.voornaam for m in werk.huis.medewerkers.values()],
            [(k.ik, k.naam) for k in bewoners],
        ),
        wie=werk.aanspreekpersoon(()),
    )


def beloften_voor(werk: Werkbank, groepen: list[Klantgroep]) -> list[Usp]:
    """For each axis the promise that concerns most of `groepen`; three at the most, short first:
    the gable is narrow at the top."""
    ids = {k.id for k in groepen}
    gekozen = []
    for as_ in ASSEN:
        op_as = [u for u in werk.huis.usps.values() if u.as_ == as_]
        if op_as:
            gekozen.append(max(op_as, key=lambda u: len(ids.intersection(u.klantgroepen))))
    return sorted(gekozen, key=lambda u: len(u.belofte))
