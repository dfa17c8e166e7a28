"""The pages of the werkboek, one function each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta

from ..bevinding import Bevinding, delen, samenvatting
from ..handboek import bladzijden
from ..keuring import REGELS
from ..keuring.ladder import ladder
from ..keuring.regel import op_schrift
from ..kit.kist import Stof as Kitstof
from ..lezen import LEESCODES
from ..paginas import Kruimel, Pagina
from ..vooruitblik import vooruitblik
from .werkblad import Werkblad

STRAKS_DAGEN = 90
"""So many days ahead the werkboek tells what the calendar will change."""

VERDIEPINGEN = {
    "K0": "Het fundament: klantgroepen, behoeften en diensten",
    "K1": "Het speelveld: concurrenten en bezoeken",
    "K2": "Het dak: wat jullie anders maakt",
    "K3": "De mensen: zes stappen",
    "K4": "Toestemming, komen en gaan",
    "K5": "Het merk",
    "K6": "De organisatie",
    "K7": "De taal",
    "K8": "Stukken op het blog",
    "K9": "Instellingen",
    "V": "De bestanden",
    "D": "Drukwerk",
}
"""The storeys of the house, by the first letters of a code."""


def thuis(blad: Werkblad) -> Iterator[Pagina]:
    """How the house stands, and the way to everything else."""
    huis, bevindingen = blad.stof.huis, blad.stof.controle.bevindingen
    yield blad.pagina(
        "", "thuis", f"Werkboek van {huis.organisatie.naam}",
        "Hoe jullie huis ervoor staat, en wat jullie eraan kunnen doen.",
        stand=samenvatting(bevindingen),
        dag=op_schrift(blad.stof.op),
        eerst=[_getoond(b) for b in bevindingen[:5]],
        soorten=[
            ("klantgroepen", len(huis.klantgroepen)), ("behoeften", len(huis.behoeften)),
            ("diensten", len(huis.diensten)), ("concurrenten", len(huis.concurrenten)),
            ("beloften", len(huis.usps)), ("medewerkers", len(huis.medewerkers)),
        ],
    )  # fmt: skip


def bevindingen(blad: Werkblad) -> Iterator[Pagina]:
    """Every finding, by storey of the house."""
    per_verdieping: dict[str, list[Bevinding]] = defaultdict(list)
    for bevinding in blad.stof.controle.bevindingen:
        per_verdieping[_verdieping(bevinding.code)].append(bevinding)
    groepen = [
        (naam, [_getoond(b) for b in per_verdieping[sleutel]])
        for sleutel, naam in VERDIEPINGEN.items()
        if sleutel in per_verdieping
    ]
    yield blad.pagina(
        "bevindingen/", "bevindingen", "Bevindingen",
        "Wat de keuring van het huis vond, met wat u eraan kunt doen.",
        stand=samenvatting(blad.stof.controle.bevindingen), groepen=groepen,
        zoek=" ".join(b.bericht for b in blad.stof.controle.bevindingen),
    )  # fmt: skip


def zes_stappen(blad: Werkblad) -> Iterator[Pagina]:
    """The ladder of every worker, who can climb most first."""
    huis, op = blad.stof.huis, blad.stof.op
    ladders = ladder(huis, op, blad.stof.controle.lezing.berichten)
    mensen = sorted(
        ladders, key=lambda i: (sum(s.gezet for s in ladders[i]), huis.medewerkers[i].naam)
    )
    yield blad.pagina(
        "zes-stappen/", "zes_stappen", "Zes stappen",
        "Per medewerker: welke van de zes stappen te zien zijn, en wat de volgende is.",
        mensen=[(huis.medewerkers[i], ladders[i]) for i in mensen],
        zoek=" ".join(huis.medewerkers[i].naam for i in mensen),
    )  # fmt: skip


def straks(blad: Werkblad) -> Iterator[Pagina]:
    """What the calendar will change on the site."""
    stof = blad.stof
    tot = stof.op + timedelta(days=STRAKS_DAGEN)
    yield blad.pagina(
        "straks/", "straks", "Wat eraan komt",
        f"Wat er tot en met {op_schrift(tot)} vanzelf verandert op de site.",
        rijen=[
            (op_schrift(v.datum), v.bericht)
            for v in vooruitblik(stof.huis, stof.op, tot, stof.controle.lezing.berichten)
        ],
    )  # fmt: skip


def kits(blad: Werkblad, stof: Sequence[Kitstof] | None) -> Iterator[Pagina]:
    """The way to every kit; None when there are none, for the site has no address yet."""
    koppen = {"medewerkers": "Mensen", "klantgroepen": "Klantgroepen", "diensten": "Diensten"}
    groepen = [
        (kop, sorted((s for s in stof or () if s.soort == soort), key=lambda s: s.naam))
        for soort, kop in koppen.items()
    ]
    yield blad.pagina(
        "kit/", "kit", "De kit",
        "Visitekaartjes, folders, posters, QR-codes, handtekeningen en beelden om te delen.",
        groepen=[(kop, rij) for kop, rij in groepen if rij], zonder_adres=stof is None,
        zoek=" ".join(s.naam for _, rij in groepen for s in rij),
    )  # fmt: skip


def handboek(blad: Werkblad) -> Iterator[Pagina]:
    """Every page of the handbook."""
    rijen = list(bladzijden())
    for nummer, bladzijde in enumerate(rijen):
        kruimels = () if bladzijde.adres == "handboek/" else (Kruimel("Handboek", "handboek/"),)
        yield blad.pagina(
            bladzijde.adres, "handboek", bladzijde.titel, f"Handboek: {bladzijde.titel}.",
            kruimels, bladzijde.tekst, html=bladzijde.html,
            vorige=rijen[nummer - 1] if nummer else None,
            volgende=rijen[nummer + 1] if nummer + 1 < len(rijen) else None,
        )  # fmt: skip


def _verdieping(code: str) -> str:
    return code[:2] if code.startswith("K") else code[:1]


def _getoond(bevinding: Bevinding) -> dict[str, object]:
    """A finding in parts, with the title of its code."""
    code = bevinding.code
    titel = REGELS[code].titel if code in REGELS else ""
    if code in LEESCODES:
        titel = LEESCODES[code].titel
    return {**delen(bevinding), "titel": titel}
