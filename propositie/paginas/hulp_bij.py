"""Needs: the client's own question as the headline."""

from __future__ import annotations

from collections.abc import Iterator

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
        yield werk.pagina(
            f"hulp-bij/{behoefte.id}/",
            "behoefte",
            behoefte.naam,
            f"“{vraag_van(behoefte)}” {behoefte.winst or ''}".strip(),
            kruimels=[Kruimel(titel, "hulp-bij/")],
            bron=("behoeften", behoefte.id),
            zoek=[*(v.vraag for v in behoefte.klantvragen[1:]), behoefte.pijn],
            behoefte=behoefte,
            diensten=verbanden.diensten_van_behoefte[behoefte.id],
            usps=verbanden.usps_van_behoefte[behoefte.id],
            klantgroepen=[werk.huis.klantgroepen[k] for k in behoefte.klantgroepen],
            mensen=mensen,
            wie=werk.aanspreekpersoon(mensen, behoefte.klantgroepen),
        )
