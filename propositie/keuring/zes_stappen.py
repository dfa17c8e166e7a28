"""The six steps by which a worker becomes somebody whom clients ask for by name.

They are asked only of workers who work here on the day of the check.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..bevinding import Ernst
from ..huis import Klantgroep, MedewerkerIntern
from .regel import Vondst, Zicht, opsomming, regel


@regel(
    "K30",
    Ernst.WAARSCHUWING,
    "Stap 1: elke klantgroep heeft een boegbeeld",
    "Mensen komen voor een mens, niet voor een organisatie. Elke klantgroep heeft iemand die "
    "voor hen het gezicht is en hier nu werkt.",
)
def klantgroep_zonder_boegbeeld(zicht: Zicht) -> Iterator[Vondst]:
    """A client group without a figurehead who works here on the day of the check."""
    for groep in zicht.huis.klantgroepen.values():
        boegbeelden = zicht.verbanden.boegbeelden_van_klantgroep[groep.id]
        if not any(m.id in zicht.aanwezig for m in boegbeelden):
            yield Vondst(groep, _zoek_een_boegbeeld(zicht, groep), ("naam",))


def _zoek_een_boegbeeld(zicht: Zicht, groep: Klantgroep) -> str:
    medewerkers = zicht.huis.medewerkers
    boegbeelden = zicht.verbanden.boegbeelden_van_klantgroep[groep.id]
    weg = [m.voornaam for m in boegbeelden if medewerkers[m.id].vertrokken(zicht.op)]
    reden = f" {opsomming(weg)} {'werkt' if len(weg) == 1 else 'werken'} hier niet meer."
    return (
        f'De klantgroep "{groep.naam}" heeft nu geen boegbeeld.{reden if weg else ""} '
        f'Spreek af wie het wordt en zet "{groep.id}" bij boegbeeld_van in diens bestand.'
    )


@regel(
    "K31",
    Ernst.TIP,
    "Stap 2: een medewerker is op minstens twee plekken te vinden",
    "Wie alleen op kantoor zit, ontmoet alleen wie de weg al weet. "
    "Klanten zijn op de markt, in de kerk, op het schoolplein.",
)
def te_weinig_te_vinden(zicht: Zicht) -> Iterator[Vondst]:
    """A worker who can be met in fewer than two places."""
    for m in zicht.aanwezig.values():
        if len(m.te_vinden) < 2:
            yield Vondst(
                m,
                f"{m.voornaam} is maar op één plek te vinden. "
                f"Noem er bij te_vinden nog een waar klanten {m.voornaam} tegenkomen.",
                ("te_vinden",),
                wijs_sleutel=True,
            )


@regel(
    "K32",
    Ernst.TIP,
    "Stap 3: iemand beveelt de medewerker aan",
    "Wat een klant over iemand zegt, weegt zwaarder dan wat die zelf zegt. "
    "Een goede band blijkt uit een goed woord.",
)
def geen_aanbeveling(zicht: Zicht) -> Iterator[Vondst]:
    """A worker without a recommendation that may be shown, and none that waits for consent."""
    for m in zicht.aanwezig.values():
        mag = (a.toestemming is None or a.toestemming.geldt(zicht.op) for a in m.aanbevelingen)
        if not any(mag):
            yield Vondst(
                m,
                f"Nog niemand beveelt {m.voornaam} aan op de site. Vraag een klant of partner "
                "om een paar zinnen, en of die op de site mogen (toestemming).",
                ("aanbevelingen",) if m.aanbevelingen else ("naam",),
                wijs_sleutel=bool(m.aanbevelingen),
            )


@regel(
    "K33",
    Ernst.TIP,
    "Stap 4: te zien is waar een medewerker verstand van heeft",
    "Vertrouwen begint bij kunde: wat weet iemand, en bij welke vraag helpt dat?",
)
def vakgebied_onzichtbaar(zicht: Zicht) -> Iterator[Vondst]:
    """A worker who shows no field of knowledge or no need to help with."""
    for m in zicht.aanwezig.values():
        vragen = []
        if not m.deskundig_in:
            vragen.append(f"bij deskundig_in waar {m.voornaam} verstand van heeft")
        if not m.behoeften:
            vragen.append(f"bij behoeften met welke vragen mensen bij {m.voornaam} terechtkunnen")
        if vragen:
            yield Vondst(m, f"Schrijf {opsomming(vragen)}.", ("naam",))


@regel(
    "K34",
    Ernst.TIP,
    "Stap 5: een medewerker schrijft",
    "Een stukje in de krant of op de site laat horen hoe iemand denkt. Wie een jaar niets "
    "schrijft, raakt uit beeld.",
)
def schrijft_niet(zicht: Zicht) -> Iterator[Vondst]:
    """A worker who wrote nothing, or nothing lately."""
    for m in zicht.aanwezig.values():
        bericht = _schrijfadvies(zicht, m)
        if bericht:
            pad = ("schrijft",) if m.schrijft else ("naam",)
            yield Vondst(m, bericht, pad, wijs_sleutel=bool(m.schrijft))


def _schrijfadvies(zicht: Zicht, m: MedewerkerIntern) -> str:
    eigen = zicht.geschreven[m.id]
    data = [*(a.datum for a in m.schrijft if a.datum is not None), *(b.datum for b in eigen)]
    if not m.schrijft and not eigen:
        return (
            f"{m.voornaam} schrijft nog niets. Laat {m.voornaam} een stukje maken voor de krant "
            "of jullie eigen site, en noem het bij schrijft."
        )
    if not data:
        return f"Zet bij schrijft een datum bij het laatste stuk van {m.voornaam}."
    if zicht.langer_dan(zicht.drempels.schrijft_maanden, max(data)):
        return (
            f"Het laatste stuk van {m.voornaam} is langer dan een jaar geleden. "
            f"Vraag {m.voornaam} om een nieuw stukje en noem het bij schrijft."
        )
    return ""


@regel(
    "K35",
    Ernst.TIP,
    "Stap 6: een medewerker verrast",
    "Doen wat je belooft, is gewoon. Wat mensen doorvertellen, is dat ene wat niemand verwachtte.",
)
def geen_verrassing(zicht: Zicht) -> Iterator[Vondst]:
    """A worker of whom no surprise is known."""
    for m in zicht.aanwezig.values():
        if not m.verrassingen:
            yield Vondst(
                m,
                f"Waarmee verraste {m.voornaam} een klant? "
                "Vraag het collega's en schrijf het op bij verrassingen.",
                ("naam",),
            )
