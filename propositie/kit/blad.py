"""What goes into the kit of a client group and of a service: a flyer and share pictures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..huis import Dienst, Klantgroep, Medewerker, Openingstijd
from ..paginas.opmaak import als_opsomming, bedrag, tijd
from ..uitvoer.deelbeeld import Deel
from .delen import adresregels, bellen, bereik_van, langste_woord, mailen, plekken_van, voor_druk
from .kist import BELOFTE, FUNCTIE, MEEST_PUNTEN, NAAM, ZIN, Gegevens, Stof, Werkkist
from .zetsel import Schaar


def stof_van_groep(kist: Werkkist, groep: Klantgroep) -> Stof:
    """The flyer and the share pictures for a client group."""
    zeg, schaar, banden = kist.sjablonen.zeg, Schaar(), kist.verbanden
    adres = f"voor-wie/{groep.id}/"
    vragen = [b.klantvragen[0].vraag for b in banden.behoeften_van_klantgroep[groep.id]]
    samen = [d.naam for d in banden.diensten_van_klantgroep[groep.id]]
    mens = next(iter(banden.boegbeelden_van_klantgroep[groep.id]), None)
    ik = schaar.knip(groep.ik, ZIN, "ik")
    boodschap = schaar.knip(groep.kernboodschap, BELOFTE, "kernboodschap")
    return _blad(
        kist, "klantgroepen", groep.id, schaar.knip(groep.naam, NAAM, "naam"), adres, mens, schaar,
        {
            "boven": schaar.knip(groep.naam, NAAM, "naam"), "kop": ik, "onder": boodschap,
            "cursief": True, "feiten": [], "bereik": voor_druk(bereik_van(kist, mens)),
            "kolommen": _kolommen(schaar, [
                (zeg("vragen"), [f"“{v}”" for v in vragen]), (zeg("samen"), samen),
            ]),
        },
        Deel(groep.ik, groep.kernboodschap, boven=groep.naam, vorm="ik"),
    )  # fmt: skip


def stof_van_dienst(kist: Werkkist, dienst: Dienst) -> Stof:
    """The flyer and the share pictures for a service."""
    zeg, schaar = kist.sjablonen.zeg, Schaar()
    mens = next(iter(kist.verbanden.medewerkers_van_dienst[dienst.id]), None)
    samen = dienst.samen
    naam = schaar.knip(dienst.naam, NAAM, "naam")
    return _blad(
        kist, "diensten", dienst.id, naam, f"aanbod/{dienst.id}/", mens, schaar,
        {
            "boven": "", "kop": naam, "onder": schaar.knip(dienst.kort, BELOFTE, "kort"),
            "cursief": False, "feiten": _feiten(kist, dienst, schaar),
            "bereik": voor_druk(_aanmelden(kist, dienst) or bereik_van(kist, mens)),
            "kolommen": _kolommen(schaar, [
                (zeg("dit_doe_jij"), samen.jij), (zeg("dit_doen_wij"), samen.wij),
                (zeg("dit_doen_anderen"), samen.netwerk),
            ]),
        },
        Deel(dienst.naam, dienst.kort),
    )  # fmt: skip


def _blad(
    kist: Werkkist, soort: str, id_: str, naam: str, adres: str, mens: Medewerker | None,
    schaar: Schaar, eigen: Gegevens, deel: Deel,
) -> Stof:  # fmt: skip
    """What the kits of a client group and a service have in common."""
    zeg, url = kist.sjablonen.zeg, kist.url(adres)
    gegevens = kist.gedeeld | adresregels(kist, url) | eigen | {
        "mens": mens and _wie(kist, mens, schaar),
        "alt": mens.portret.alt if mens and mens.portret else "",
        "uitnodiging": zeg("praat_met", naam=mens.voornaam) if mens else zeg("bel_gerust"),
        "deel": {
            "kop": eigen["kop"], "bij": eigen["onder"], "boven": eigen["boven"], "mens": False,
            "cursief": eigen["cursief"], "langste": langste_woord(eigen["kop"]),
        },
    }  # fmt: skip
    return Stof(
        soort, id_, naam, "", adres.rstrip("/"), url, gegevens, deel, kist.portret(mens),
        geknipt=tuple(schaar.geknipt),
    )  # fmt: skip


def _wie(kist: Werkkist, mens: Medewerker, schaar: Schaar) -> Gegevens:
    """The person on a flyer that is not their own."""
    plekken = plekken_van(kist, mens, schaar)
    return {
        "naam": schaar.knip(mens.naam, NAAM), "functie": schaar.knip(mens.functie, FUNCTIE),
        "belofte": schaar.knip(mens.belofte, BELOFTE),
        "plek": kist.sjablonen.zeg("te_vinden_bij", **plekken[0]) if plekken else "",
    }  # fmt: skip


def _kolommen(schaar: Schaar, rijen: Iterable[tuple[str, Sequence[str]]]) -> list[Gegevens]:
    """Columns of points, without the empty ones."""
    return [
        {"kop": kop, "punten": [schaar.knip(p, ZIN) for p in punten[:MEEST_PUNTEN]]}
        for kop, punten in rijen
        if punten
    ]


def _aanmelden(kist: Werkkist, dienst: Dienst) -> list[Gegevens]:
    zeg, hoe = kist.sjablonen.zeg, dienst.aanmelden
    if hoe is None:
        return []
    return [
        *([bellen(zeg("bellen"), hoe.telefoon)] if hoe.telefoon else []),
        *([mailen(zeg("mailen"), hoe.email)] if hoe.email else []),
    ]


def _feiten(kist: Werkkist, dienst: Dienst, schaar: Schaar) -> list[Gegevens]:
    """What a service costs, where it is, when, and how to join."""
    zeg, locaties = kist.sjablonen.zeg, kist.huis.locaties
    hoe = dienst.aanmelden.tekst if dienst.aanmelden else None
    rijen = [
        ("prijs", _prijs(kist, dienst)),
        ("waar", als_opsomming([locaties[p].naam for p in dienst.waar])),
        ("wanneer", "; ".join(_tijdstip(kist, t) for t in dienst.wanneer[:4])),
        ("hoe", hoe or ""),
    ]
    return [{"wat": zeg(wat), "waarde": schaar.knip(w, 150)} for wat, w in rijen if w]


def _prijs(kist: Werkkist, dienst: Dienst) -> str:
    zeg, prijs = kist.sjablonen.zeg, dienst.prijs
    if prijs is None:
        return zeg("prijs_onbekend")
    som = zeg("gratis") if prijs.gratis else bedrag(prijs.bedrag)
    return f"{som} {zeg('per', wat=prijs.per)}" if prijs.per and not prijs.gratis else som


def _tijdstip(kist: Werkkist, t: Openingstijd) -> str:
    return kist.sjablonen.zeg("van_tot", dag=t.dag, van=tijd(t.van), tot=tijd(t.tot))
