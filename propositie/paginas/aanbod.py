"""Services: who does what, what it costs and who pays, where and when."""

from __future__ import annotations

from collections.abc import Iterator

from ..huis import Dienst
from ..uitvoer import jsonld
from .pagina import Kruimel, Pagina
from .werkbank import Werkbank, gewone_tekst

TREDEN = ("instap", "midden", "exclusief", None)
"""The steps of the price ladder in order; services without a step come last."""


def paginas(werk: Werkbank) -> Iterator[Pagina]:
    """Yield the overview by step of the price ladder, and a page for each service."""
    huis = werk.huis
    if not huis.diensten:
        return
    titel = werk.zeg("aanbod")
    treden = [(t, [d for d in huis.diensten.values() if d.trede == t]) for t in TREDEN]
    yield werk.pagina(
        "aanbod/", "aanbod", titel, werk.zeg("aanbod_omschrijving", naam=huis.organisatie.naam),
        treden=[(t, diensten) for t, diensten in treden if diensten],
        wie=werk.aanspreekpersoon(()),
    )  # fmt: skip
    for dienst in huis.diensten.values():
        groepen = werk.verbanden.klantgroepen_van_dienst[dienst.id]
        mensen = werk.verbanden.medewerkers_van_dienst[dienst.id]
        klantgroepen = [huis.klantgroepen[k] for k in groepen]
        locaties = [huis.locaties[p] for p in dienst.waar]
        foto = werk.foto(dienst, dienst.beeld, "diensten") if dienst.beeld else None
        yield werk.pagina(
            f"aanbod/{dienst.id}/",
            "dienst",
            dienst.naam,
            dienst.kort,
            kruimels=[Kruimel(titel, "aanbod/")],
            beeld=foto,
            bron=("diensten", dienst.id),
            zoek=_zoekwoorden(dienst),
            jsonld=[
                jsonld.dienst(dienst, huis.organisatie, locaties, klantgroepen, foto, werk.volledig)
            ],
            dienst=dienst,
            behoeften=[huis.behoeften[b] for b in dienst.behoeften],
            klantgroepen=klantgroepen,
            locaties=locaties,
            mensen=mensen,
            wie=werk.aanspreekpersoon(mensen, groepen),
        )


def _zoekwoorden(dienst: Dienst) -> list[str]:
    """What search reads of a service."""
    samen = dienst.samen
    return [gewone_tekst(dienst.omschrijving), *samen.jij, *samen.wij, *samen.netwerk]
