"""Client groups: recognition → what troubles them → what we do together → who → proof → call."""

from __future__ import annotations

from collections.abc import Iterator

from ..uitvoer import jsonld
from .pagina import Kruimel, Pagina
from .werkbank import Werkbank, gewone_tekst


def paginas(werk: Werkbank) -> Iterator[Pagina]:
    """Yield the overview and a page for each client group."""
    if not werk.huis.klantgroepen:
        return
    titel = werk.zeg("voor_wie")
    yield werk.pagina(
        "voor-wie/", "voor_wie", titel,
        werk.zeg("voor_wie_omschrijving", naam=werk.huis.organisatie.naam),
        wie=werk.aanspreekpersoon(()),
    )  # fmt: skip
    verbanden = werk.verbanden
    for groep in werk.huis.klantgroepen.values():
        boegbeelden = verbanden.boegbeelden_van_klantgroep[groep.id]
        yield werk.pagina(
            f"voor-wie/{groep.id}/",
            "klantgroep",
            groep.naam,
            f"{groep.ik}? {groep.kernboodschap}",
            kruimels=[Kruimel(titel, "voor-wie/")],
            beeld=werk.foto(groep, groep.beeld, "klantgroepen") if groep.beeld else None,
            bron=("klantgroepen", groep.id),
            zoek=[gewone_tekst(groep.omschrijving), *groep.levensgebeurtenissen],
            jsonld=[
                jsonld.webpagina(
                    "WebPage",
                    werk.volledig,
                    f"voor-wie/{groep.id}/",
                    groep.naam,
                    groep.kernboodschap,
                    about=jsonld.onderwerp(groep.naam, groep.ik),
                    audience=jsonld.doelgroep(groep),
                )
            ],
            klantgroep=groep,
            behoeften=verbanden.behoeften_van_klantgroep[groep.id],
            diensten=verbanden.diensten_van_klantgroep[groep.id],
            usps=verbanden.usps_van_klantgroep[groep.id],
            mensen=boegbeelden,
            stukken=werk.stukken.van_klantgroep.get(groep.id, ()),
            wie=werk.aanspreekpersoon(boegbeelden),
        )
