"""What goes into the kit of one thing: the words, the portrait, the address; no files yet.

Read from the public house only: a withdrawn portrait or an internal note cannot get here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any
from urllib.parse import quote

from ..editie import PubliekHuis
from ..huis import Dienst, Klantgroep, Medewerker, Openingstijd
from ..huis.velden import belbaar
from ..huis.verbanden import Verbanden
from ..paginas.opmaak import als_opsomming, bedrag, kale_tekst, tijd
from ..uitvoer.beelden import Beelden, Los
from ..uitvoer.deelbeeld import Deel, Portret
from ..uitvoer.palet import palet
from ..uitvoer.vcard import vcard
from .sjablonen import Sjablonen
from .zetsel import Schaar, schoon

NAAM, FUNCTIE, BELOFTE, ZIN, KORT = 90, 90, 190, 130, 60
"""So many characters of each can be read on paper at a glance."""
MEEST_PLEKKEN, MEEST_PUNTEN = 5, 5

Gegevens = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Stof:
    """Everything from which the kit of one thing is made."""

    soort: str
    """The kind, as the house calls its folder."""
    id: str
    naam: str
    wat: str
    """What stands beside the name in the overview."""
    map: str
    """The folder in the kit, and the address on the site."""
    url: str
    gegevens: Gegevens
    """What the typst sources read."""
    deel: Deel
    """The words of the share picture that the site has too."""
    portret: Los | None = None
    teksten: Gegevens = field(default_factory=dict)
    """What the texts and the signature are made of; only a worker has them."""
    kaart: bytes | None = None
    """The vCard."""
    geknipt: Sequence[tuple[str | int, ...]] = ()


@dataclass(frozen=True)
class Werkkist:
    """What all kits of a house have in common."""

    huis: PubliekHuis
    sjablonen: Sjablonen
    beelden: Beelden
    site_url: str

    @cached_property
    def verbanden(self) -> Verbanden:
        """Who belongs with whom."""
        return Verbanden(self.huis)

    @cached_property
    def kleuren(self) -> Mapping[str, str]:
        """The palette for paper."""
        merk = self.huis.merk.kleuren
        return palet(merk.hoofd, merk.accent)["licht"]

    @cached_property
    def gedeeld(self) -> Gegevens:
        """What every sheet knows."""
        org = self.huis.organisatie
        return {
            "organisatie": {"naam": Schaar().knip(org.naam, NAAM), "payoff": schoon(org.payoff)},
        }

    def url(self, adres: str) -> str:
        """The whole address of a page."""
        return f"{self.site_url.rstrip('/')}/{adres}"

    def portret(self, mens: Medewerker | None) -> Los | None:
        """The portrait for print, when there is one that may be shown.

        The one of the worker's own page: 300 dots to the inch in the window of a flyer.
        """
        if mens is None or mens.portret is None:
            return None
        return self.beelden.los("medewerkers", mens.portret.bestand, "portret")

    def deelportret(self, mens: Medewerker) -> Portret | None:
        """The portrait for the share picture that the site has too."""
        if mens.portret is None:
            return None
        los = self.beelden.los("medewerkers", mens.portret.bestand, "deelbeeld")
        return Portret(los.sleutel, los.achtervoegsel, partial(self.beelden.inhoud, los))


def alle_stof(kist: Werkkist) -> list[Stof]:
    """The kits of a house: of every worker who is here, every client group and every service."""
    huis = kist.huis
    return [
        *(stof_van_mens(kist, m) for m in huis.medewerkers.values()),
        *(stof_van_groep(kist, k) for k in huis.klantgroepen.values()),
        *(stof_van_dienst(kist, d) for d in huis.diensten.values()),
    ]


def stof_van_mens(kist: Werkkist, mens: Medewerker) -> Stof:
    """What a worker takes along."""
    zeg, schaar, org = kist.sjablonen.zeg, Schaar(), kist.huis.organisatie
    adres = f"mensen/{mens.id}/"
    url, plekken = kist.url(adres), _plekken(kist, mens, schaar)
    bereik = bereik_van(kist, mens)
    naam = schaar.knip(mens.naam, NAAM, "naam")
    functie = schaar.knip(mens.functie, FUNCTIE, "functie")
    belofte = schaar.knip(mens.belofte, BELOFTE, "belofte")
    waar = list(dict.fromkeys(p["plek"] for p in plekken))
    groepen = [_klein(kist.huis.klantgroepen[k].naam) for k in mens.boegbeeld_van]
    genoemd = als_opsomming([schaar.knip(g, KORT) for g in groepen])
    citaat = mens.aanbevelingen[0] if mens.aanbevelingen else None
    gegevens = kist.gedeeld | _adresregels(kist, url) | {
        "naam": naam, "functie": functie, "belofte": belofte,
        "hier": zeg("hier_vind_je"), "plekken": plekken[:MEEST_PLEKKEN],
        "deskundig": [schaar.knip(d, ZIN) for d in mens.deskundig_in[:MEEST_PUNTEN]],
        "talen": zeg("spreekt", talen=als_opsomming(list(mens.talen))) if mens.talen else "",
        "citaat": citaat and {"tekst": schaar.knip(citaat.citaat, 220), "door": citaat.door},
        "bereik": _voor_druk(bereik), "alt": mens.portret.alt if mens.portret else naam,
        "uitnodiging": zeg("bel_of_loop"),
        "groepen": zeg("gezicht_voor", groepen=genoemd),
        "deel": {
            "kop": naam, "bij": f"“{belofte}”", "boven": functie, "mens": True, "cursief": False,
            "plekkop": zeg("hier_vind_je"),
            "plekken": [schaar.knip(p, KORT) for p in waar[:3]],
            "langste": _langste(naam),
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
        for p in _plekken(kist, mens, None)
    ]
    return {
        "mens": {"naam": schoon(mens.naam), "functie": schoon(mens.functie),
                 "belofte": schoon(mens.belofte)},
        "organisatie": {"naam": schoon(org.naam), "payoff": schoon(org.payoff)},
        "kleuren": dict(kist.kleuren),
        "url": url,
        "bereik": bereik,
        "plekken": plekken,
        "over": _alineas(mens.over),
        "groepen": als_opsomming(groepen),
        "onderwerpen": als_opsomming([_klein(d) for d in mens.deskundig_in]),
        "talen": als_opsomming(list(mens.talen)),
    }  # fmt: skip


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
            "cursief": True, "feiten": [], "bereik": _voor_druk(bereik_van(kist, mens)),
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
            "bereik": _voor_druk(_aanmelden(kist, dienst) or bereik_van(kist, mens)),
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
    gegevens = kist.gedeeld | _adresregels(kist, url) | eigen | {
        "mens": mens and _wie(kist, mens, schaar),
        "alt": mens.portret.alt if mens and mens.portret else "",
        "uitnodiging": zeg("praat_met", naam=mens.voornaam) if mens else zeg("bel_gerust"),
        "deel": {
            "kop": eigen["kop"], "bij": eigen["onder"], "boven": eigen["boven"], "mens": False,
            "cursief": eigen["cursief"], "langste": _langste(eigen["kop"]),
        },
    }  # fmt: skip
    return Stof(
        soort, id_, naam, "", adres.rstrip("/"), url, gegevens, deel, kist.portret(mens),
        geknipt=tuple(schaar.geknipt),
    )  # fmt: skip


def _wie(kist: Werkkist, mens: Medewerker, schaar: Schaar) -> Gegevens:
    """The person on a flyer that is not their own."""
    plekken = _plekken(kist, mens, schaar)
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


def _plekken(kist: Werkkist, mens: Medewerker, schaar: Schaar | None) -> list[Gegevens]:
    """Where and when to meet a worker; `schaar` cuts to what fits on paper."""
    uit = []
    for n, o in enumerate(mens.te_vinden):
        plek = kist.huis.locaties[o.locatie].naam if o.locatie else o.waar or ""
        if o.locatie and o.waar:
            plek = f"{plek}, {o.waar}"
        if schaar is None:
            uit.append({"plek": schoon(plek), "wanneer": schoon(o.wanneer)})
        else:
            uit.append({
                "plek": schaar.knip(plek, 90, "te_vinden", n, "waar"),
                "wanneer": schaar.knip(o.wanneer, 110, "te_vinden", n, "wanneer"),
            })  # fmt: skip
    return uit


def bereik_van(kist: Werkkist, mens: Medewerker | None) -> list[Gegevens]:
    """How to reach a worker; the organisation where the worker has no number or address."""
    zeg, algemeen = kist.sjablonen.zeg, kist.huis.organisatie.contact
    eigen = mens.contact if mens else None
    telefoon = (eigen and eigen.telefoon) or algemeen.telefoon
    whatsapp = eigen.whatsapp if eigen else algemeen.whatsapp
    email = (eigen and eigen.email) or algemeen.email
    uit = []
    if telefoon:
        uit.append(_bellen(zeg("bellen"), telefoon))
    if whatsapp:
        nummer = belbaar(whatsapp).lstrip("+")
        uit.append({"wat": zeg("appen"), "waarde": whatsapp, "link": f"https://wa.me/{nummer}"})
    if email:
        uit.append(_mailen(zeg("mailen"), email))
    return uit


def _aanmelden(kist: Werkkist, dienst: Dienst) -> list[Gegevens]:
    zeg, hoe = kist.sjablonen.zeg, dienst.aanmelden
    if hoe is None:
        return []
    return [
        *([_bellen(zeg("bellen"), hoe.telefoon)] if hoe.telefoon else []),
        *([_mailen(zeg("mailen"), hoe.email)] if hoe.email else []),
    ]


def _bellen(wat: str, nummer: str) -> Gegevens:
    return {"wat": wat, "waarde": nummer, "link": f"tel:{belbaar(nummer)}"}


def _mailen(wat: str, email: str) -> Gegevens:
    return {"wat": wat, "waarde": email, "link": f"mailto:{quote(email, safe='@')}"}


def _voor_druk(bereik: list[Gegevens]) -> list[Gegevens]:
    """On paper a number that is for both calling and texting stands there once."""
    uit: dict[str, Gegevens] = {}
    for regel in bereik:
        uit.setdefault(regel["waarde"], {"wat": regel["wat"], "waarde": regel["waarde"]})
    return list(uit.values())


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


def _adresregels(kist: Werkkist, url: str) -> Gegevens:
    """The address as one reads it aloud, and the line at the foot of a flyer."""
    adres = re.sub(r"^https?://(www\.)?", "", url).rstrip("/")
    naam = kist.gedeeld["organisatie"]["naam"]
    return {"adres": adres, "afzender": kist.sjablonen.zeg("afzender", naam=naam, adres=adres)}


def _langste(kop: str) -> str:
    """The word that decides how large a headline can be."""
    return max((w[:22] for w in kop.split()), key=len, default="")


def _alineas(tekst: str | None) -> str:
    """The paragraphs of a Markdown text without marks."""
    stukken = re.split(r"\n\s*\n", tekst or "")
    return "\n\n".join(kaal for s in stukken if (kaal := kale_tekst(s)))


def _klein(onderwerp: str) -> str:
    """A subject inside a sentence: no capital, unless more capitals follow (WMO, DigiD)."""
    rest = onderwerp[1:2]
    return onderwerp[:1].lower() + onderwerp[1:] if rest.islower() or rest == " " else onderwerp
