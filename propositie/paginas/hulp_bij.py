"""Needs: the client's own question as the headline."""

from __future__ import annotations

from collections.abc import Iterator

from ..uitvoer import jsonld
from .pagina import Kruimel, Pagina
from .werkbank import Werkbank, vraag_van


def paginas(werk: Werkbank) -> Iterator[Pagina]:
    """Yield the overview and a page for each need."""
    if not werk.huis.behoeften:
        return
    titel = werk.zeg("hulp_bij")
    yield werk.pagina(
        "hulp-bij/", "hulp_bij", titel,
        werk.zeg("hulp_bij_omschrijving", naam=werk.huis.organisatie.naam),
        wie=werk.aanspreekpersoon(()),
    )  # fmt: skip
    verbanden = werk.verbanden
    for behoefte in werk.huis.behoeften.values():
        mensen = verbanden.medewerkers_van_behoefte[behoefte.id]
        klantgroepen = [werk.huis.klantgroepen[k] for k in behoefte.klantgroepen]
        adres, vraag = f"hulp-bij/{behoefte.id}/", vraag_van(behoefte)
        yield werk.pagina(
            adres,
            "behoefte",
            behoefte.naam,
            f"“{vraag}” {behoefte.winst or ''}".strip(),
            kruimels=[Kruimel(titel, "hulp-bij/")],
            bron=("behoeften", behoefte.id),
            zoek=[*(v.vraag for v in behoefte.klantvragen[1:]), behoefte.pijn],
            jsonld=[
                jsonld.webpagina(
                    "WebPage",
                    werk.volledig,
                    adres,
                    behoefte.naam,
                    vraag,
                    about=jsonld.onderwerp(behoefte.naam, behoefte.pijn),
                    audience=[jsonld.doelgroep(k) for k in klantgroepen],
                )
            ],
            behoefte=behoefte,
            diensten=verbanden.diensten_van_behoefte[behoefte.id],
            usps=verbanden.usps_van_behoefte[behoefte.id],
            klantgroepen=klantgroepen,
            mensen=mensen,
            stukken=werk.stukken.van_behoefte.get(behoefte.id, ()),
            wie=werk.aanspreekpersoon(mensen, behoefte.klantgroepen),
        )
