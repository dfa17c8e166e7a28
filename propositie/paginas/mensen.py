"""Workers: the people whom clients ask for by name, and the farewell of who left."""

from __future__ import annotations

from collections.abc import Iterator

from ..huis import Afscheid, Medewerker
from ..uitvoer import jsonld
from ..uitvoer.bestand import Bestand
from ..uitvoer.vcard import vcard
from .blog import feeds_van, schrijft
from .opmaak import kale_tekst
from .pagina import Kruimel, Pagina
from .werkbank import Werkbank, gewone_tekst


def paginas(werk: Werkbank) -> Iterator[Pagina]:
    """Yield the overview, a page (and a vCard) for each worker, a farewell for who left."""
    huis = werk.huis
    titel = werk.zeg("mensen")
    if huis.medewerkers:
        yield werk.pagina(
            "mensen/", "mensen", titel, werk.zeg("mensen_omschrijving", naam=huis.organisatie.naam),
            groepen=_per_klantgroep(werk), wie=werk.aanspreekpersoon(()),
        )  # fmt: skip
    kruimels = [Kruimel(titel, "mensen/")] if huis.medewerkers else []
    for medewerker in huis.medewerkers.values():
        adres = f"mensen/{medewerker.id}/"
        kaart = f"{adres}{medewerker.id}.vcf"
        werk.extra.append(Bestand(kaart, vcard(medewerker, huis.organisatie, werk.volledig(adres))))
        yield _medewerker(werk, medewerker, adres, kaart, kruimels)
    for weg in huis.afscheiden.values():
        yield _afscheid(werk, weg, kruimels)


def _per_klantgroep(werk: Werkbank) -> list[tuple[str, list[Medewerker]]]:
    """Each worker once, under the first client group whose face they are."""
    groepen: dict[str, list[Medewerker]] = {k: [] for k in werk.huis.klantgroepen}
    for medewerker in werk.huis.medewerkers.values():
        groepen[medewerker.boegbeeld_van[0]].append(medewerker)
    return [(k, mensen) for k, mensen in groepen.items() if mensen]


def _medewerker(
    werk: Werkbank, medewerker: Medewerker, adres: str, kaart: str, kruimels: list[Kruimel]
) -> Pagina:
    huis = werk.huis
    portret = werk.gezicht(medewerker)
    plekken = [huis.locaties[o.locatie] for o in medewerker.te_vinden if o.locatie]
    return werk.pagina(
        adres,
        "medewerker",
        medewerker.naam,
        f"{medewerker.naam}, {medewerker.functie}. {medewerker.belofte}",
        kruimels=kruimels,
        beeld=portret,
        bron=("medewerkers", medewerker.id),
        zoek=_zoekwoorden(medewerker),
        jsonld=[jsonld.medewerker(medewerker, huis.organisatie, plekken, portret, werk.volledig)],
        feeds=feeds_van(
            werk, adres, werk.zeg("schrijft", naam=medewerker.voornaam),
            werk.zeg("blog_van", naam=medewerker.naam, organisatie=huis.organisatie.naam),
            werk.stukken.van_medewerker.get(medewerker.id, ()),
        ),
        medewerker=medewerker,
        stukken=schrijft(werk, medewerker),
        kaart=kaart,
        klantgroepen=[huis.klantgroepen[k] for k in medewerker.boegbeeld_van],
        behoeften=[huis.behoeften[b] for b in medewerker.behoeften],
        diensten=[huis.diensten[d] for d in medewerker.diensten],
    )  # fmt: skip


def _zoekwoorden(medewerker: Medewerker) -> list[str]:
    """What search reads of a worker."""
    return [
        *medewerker.deskundig_in,
        *(o.waar for o in medewerker.te_vinden if o.waar),
        *medewerker.talen,
        gewone_tekst(medewerker.over),
        *(s.titel for s in medewerker.schrijft),
    ]


def _afscheid(werk: Werkbank, weg: Afscheid, kruimels: list[Kruimel]) -> Pagina:
    opvolger = werk.huis.medewerkers.get(weg.opvolger) if weg.opvolger else None
    omschrijving = kale_tekst(weg.afscheid) if weg.afscheid else ""
    return werk.pagina(
        f"mensen/{weg.id}/",
        "afscheid",
        weg.naam,
        omschrijving or werk.zeg("werkt_hier_niet_meer", naam=weg.naam),
        kruimels=kruimels,
        bron=("medewerkers", weg.id),
        weg=weg,
        opvolger=opvolger,
        stukken=werk.stukken.van_medewerker.get(weg.id, ()),
        wie=opvolger or werk.aanspreekpersoon(()),
    )
