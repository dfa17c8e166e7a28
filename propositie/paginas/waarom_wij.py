"""Why us: three axes, promise by promise with its proof. And the door for commissioners."""

from __future__ import annotations

from collections.abc import Iterator

from ..huis.velden import ASSEN
from .pagina import Pagina
from .werkbank import Werkbank


def paginas(werk: Werkbank) -> Iterator[Pagina]:
    """Yield the page with all promises, when there are any."""
    usps = werk.huis.usps.values()
    if not usps:
        return
    assen = [(a, [u for u in usps if u.as_ == a]) for a in ASSEN]
    yield werk.pagina(
        "waarom-wij/",
        "waarom_wij",
        werk.zeg("waarom_wij"),
        werk.zeg("waarom_wij_omschrijving", naam=werk.huis.organisatie.naam),
        zoek=[u.belofte for u in usps],
        assen=[(a, rij) for a, rij in assen if rij],
        wie=werk.aanspreekpersoon(()),
    )


def opdrachtgevers(werk: Werkbank) -> Iterator[Pagina]:
    """Yield the page for who commissions or refers, when there is such a client group."""
    groepen = [
        k for k in werk.huis.klantgroepen.values() if k.soort in {"opdrachtgever", "verwijzer"}
    ]
    if groepen:
        yield werk.pagina(
            "opdrachtgevers/",
            "opdrachtgevers",
            werk.zeg("opdrachtgevers"),
            werk.zeg("opdrachtgevers_omschrijving", naam=werk.huis.organisatie.naam),
            groepen=groepen,
            wie=werk.aanspreekpersoon((), [k.id for k in groepen]),
        )
