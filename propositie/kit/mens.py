"""What goes into the kit of a worker."""

from __future__ import annotations

from ..huis import Medewerker
from ..paginas.opmaak import als_opsomming
from ..uitvoer.deelbeeld import Deel
from ..uitvoer.vcard import vcard
from .delen import (
    adresregels,
    alineas,
    bereik_van,
    klein_begin,
    langste_woord,
    plekken_van,
    voor_druk,
)
from .kist import (
    BELOFTE,
    FUNCTIE,
    KORT,
    MEEST_PLEKKEN,
    MEEST_PUNTEN,
    NAAM,
    ZIN,
    Gegevens,
    Stof,
    Werkkist,
)
from .zetsel import Schaar, schoon


def stof_van_mens(kist: Werkkist, mens: Medewerker) -> Stof:
    """What a worker takes along."""
    zeg, schaar, org = kist.sjablonen.zeg, Schaar(), kist.huis.organisatie
    adres = f"mensen/{mens.id}/"
    url, plekken = kist.url(adres), plekken_van(kist, mens, schaar)
    bereik = bereik_van(kist, mens)
    naam = schaar.knip(mens.naam, NAAM, "naam")
    functie = schaar.knip(mens.functie, FUNCTIE, "functie")
    belofte = schaar.knip(mens.belofte, BELOFTE, "belofte")
    waar = list(dict.fromkeys(p["plek"] for p in plekken))
    groepen = [klein_begin(kist.huis.klantgroepen[k].naam) for k in mens.boegbeeld_van]
    genoemd = als_opsomming([schaar.knip(g, KORT) for g in groepen])
    citaat = mens.aanbevelingen[0] if mens.aanbevelingen else None
    gegevens = kist.gedeeld | adresregels(kist, url) | {
        "naam": naam, "functie": functie, "belofte": belofte,
        "hier": zeg("hier_vind_je"), "plekken": plekken[:MEEST_PLEKKEN],
        "deskundig": [schaar.knip(d, ZIN) for d in mens.deskundig_in[:MEEST_PUNTEN]],
        "talen": zeg("spreekt", talen=als_opsomming(list(mens.talen))) if mens.talen else "",
        "citaat": citaat and {"tekst": schaar.knip(citaat.citaat, 220), "door": citaat.door},
        "bereik": voor_druk(bereik), "alt": mens.portret.alt if mens.portret else naam,
        "uitnodiging": zeg("bel_of_loop"),
        "groepen": zeg("gezicht_voor", groepen=genoemd),
        "deel": {
            "kop": naam, "bij": f"“{belofte}”", "boven": functie, "mens": True, "cursief": False,
            "plekkop": zeg("hier_vind_je"),
            "plekken": [schaar.knip(p, KORT) for p in waar[:3]],
            "langste": langste_woord(naam),
        },
    }  # fmt: skip
    return Stof(
        "medewerkers", mens.id, naam, functie, adres.rstrip("/"), url, gegevens,
        Deel(mens.naam, f"“{mens.belofte}”", mens.functie, "mens", kist.deelportret(mens)),
        kist.portret(mens),
        _teksten(kist, mens, url, bereik, groepen),
        vcard(mens, org, url),
        tuple(schaar.geknipt),
    )  # fmt: skip


def _teksten(
    kist: Werkkist, mens: Medewerker, url: str, bereik: list[Gegevens], groepen: list[str]
) -> Gegevens:
    """What the signature and the introductions say: whole texts, for these have room."""
    org, zeg = kist.huis.organisatie, kist.sjablonen.zeg
    plekken = [
        zeg("plek_en_tijd", plek=p["plek"], wanneer=p["wanneer"])
        for p in plekken_van(kist, mens, None)
    ]
    return {
        "mens": {"naam": schoon(mens.naam), "functie": schoon(mens.functie),
                 "belofte": schoon(mens.belofte)},
        "organisatie": {"naam": schoon(org.naam), "payoff": schoon(org.payoff)},
        "kleuren": dict(kist.kleuren),
        "url": url,
        "bereik": bereik,
        "plekken": plekken,
        "over": alineas(mens.over),
        "groepen": als_opsomming(groepen),
        "onderwerpen": als_opsomming([klein_begin(d) for d in mens.deskundig_in]),
        "talen": als_opsomming(list(mens.talen)),
    }  # fmt: skip
