"""Workers: consent for what is shown of people, and what happens when somebody leaves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..bevinding import Ernst
from ..huis import MedewerkerIntern, Toestemming
from .regel import Vondst, Zicht, op_schrift, opsomming, regel


class _Gegeven(NamedTuple):
    """Something shown of a person, with the consent for it and where that stands."""

    medewerker: MedewerkerIntern
    wat: str
    toestemming: Toestemming
    pad: tuple[str | int, ...]


def _toestemmingen(zicht: Zicht) -> Iterator[_Gegeven]:
    for m in zicht.huis.medewerkers.values():
        if m.portret is not None:
            wat = f"het portret van {m.voornaam}"
            yield _Gegeven(m, wat, m.portret.toestemming, ("portret", "toestemming"))
        for nummer, a in enumerate(m.aanbevelingen):
            if a.toestemming is not None:
                pad = ("aanbevelingen", nummer, "toestemming")
                yield _Gegeven(m, f'het citaat van "{a.door}"', a.toestemming, pad)


@regel(
    "K36",
    Ernst.TIP,
    "Een medewerker noemt geen dienst die gestopt is",
    "Een gestopte dienst staat niet op de site; de verwijzing ernaar zegt alleen nog iets "
    "wat niet meer waar is.",
)
def gestopte_dienst(zicht: Zicht) -> Iterator[Vondst]:
    """A worker who refers to a service that has stopped."""
    for m in zicht.aanwezig.values():
        for nummer, id_ in enumerate(m.diensten):
            if zicht.huis.diensten[id_].status == "gestopt":
                yield Vondst(
                    m,
                    f'De dienst "{zicht.huis.diensten[id_].naam}" is gestopt. '
                    "Haal de dienst hier weg.",
                    ("diensten", nummer),
                )


@regel(
    "K40",
    Ernst.WAARSCHUWING,
    "Wat niet meer mag, staat er niet meer",
    "Zonder geldige toestemming toont de site een portret of citaat niet. Maar het bestand is er "
    "nog, en wie het bewaart zonder toestemming, doet iets wat niet mag (AVG).",
)
def toestemming_voorbij(zicht: Zicht) -> Iterator[Vondst]:
    """A portrait or quote of which the consent has ended or was withdrawn."""
    for g in _toestemmingen(zicht):
        weg, tot = g.toestemming.ingetrokken, g.toestemming.tot
        if weg is not None and weg <= zicht.op:
            waarom, veld, of = "is ingetrokken", "ingetrokken", ""
        elif tot is not None and tot < zicht.op:
            waarom, veld = f"liep af op {op_schrift(tot)}", "tot"
            of = ", of vraag opnieuw toestemming"
        else:
            continue
        bestand = " en het beeldbestand" if g.pad[0] == "portret" else ""
        yield Vondst(
            g.medewerker,
            f"De toestemming voor {g.wat} {waarom}. De site toont het niet meer. "
            f"Haal dit deel{bestand} weg{of}. Git bewaart oude versies: "
            "wil iemand ook daaruit weg, vraag dan uw beheerder om hulp.",
            (*g.pad, veld),
        )


@regel(
    "K41",
    Ernst.TIP,
    "Toestemming loopt niet ongemerkt af",
    "Als toestemming afloopt, verdwijnt het portret of citaat van de site. "
    "Wie het op tijd vraagt, voorkomt een leeg raam.",
)
def toestemming_verloopt(zicht: Zicht) -> Iterator[Vondst]:
    """Consent that holds now and ends within two months, of a worker who works here."""
    for g in _toestemmingen(zicht):
        tot = g.toestemming.tot
        if tot is None or g.medewerker.id not in zicht.aanwezig:
            continue
        if g.toestemming.geldt(zicht.op) and (tot - zicht.op).days <= zicht.drempels.verloopt_dagen:
            yield Vondst(
                g.medewerker,
                f"De toestemming voor {g.wat} loopt af op {op_schrift(tot)}. "
                "Vraag of het langer mag en pas de datum aan.",
                (*g.pad, "tot"),
            )


@regel(
    "K42",
    Ernst.WAARSCHUWING,
    "Toestemming is al gegeven",
    "Een datum in de toekomst is bijna altijd een tikfout, en tot die dag is er niets te zien.",
)
def toestemming_in_toekomst(zicht: Zicht) -> Iterator[Vondst]:
    """Consent that is dated after the day of the check."""
    for g in _toestemmingen(zicht):
        if g.toestemming.datum > zicht.op:
            yield Vondst(
                g.medewerker,
                f"De toestemming voor {g.wat} gaat pas in op {op_schrift(g.toestemming.datum)}. "
                "Kijk de datum na; tot die dag toont de site het niet.",
                (*g.pad, "datum"),
            )


@regel(
    "K43",
    Ernst.TIP,
    "Een aanbeveling heeft toestemming",
    "De woorden van een klant zijn van de klant. Zonder toestemming komen ze niet op de site.",
)
def aanbeveling_zonder_toestemming(zicht: Zicht) -> Iterator[Vondst]:
    """A recommendation of which nobody wrote down that it may be shown."""
    for m in zicht.aanwezig.values():
        for nummer, a in enumerate(m.aanbevelingen):
            if a.toestemming is None:
                yield Vondst(
                    m,
                    "Dit citaat staat niet op de site, want er is geen toestemming genoteerd. "
                    f'Vraag aan "{a.door}" of het mag, en zet erbij: '
                    f"toestemming: {{datum: {zicht.op}}}.",
                    ("aanbevelingen", nummer, "citaat"),
                )


def _weg(zicht: Zicht) -> Iterator[MedewerkerIntern]:
    return (m for m in zicht.huis.medewerkers.values() if m.vertrokken(zicht.op))


@regel(
    "K44",
    Ernst.WAARSCHUWING,
    "Wie weggaat, heeft een opvolger",
    "Een klant die zijn vaste gezicht kwijtraakt, wil weten wie er nu is. Anders raakt hij ook "
    "de organisatie kwijt.",
)
def vertrokken_zonder_opvolger(zicht: Zicht) -> Iterator[Vondst]:
    """A worker who left and names no successor."""
    for m in _weg(zicht):
        if m.opvolger is None:
            groepen = opsomming(zicht.huis.klantgroepen[g].naam for g in m.boegbeeld_van)
            yield Vondst(
                m,
                f"{m.voornaam} is weg. Wie is nu het gezicht voor {groepen}? "
                "Zet bij opvolger de naam van diens bestand, zonder .yml.",
                ("uit_dienst",),
            )


@regel(
    "K45",
    Ernst.TIP,
    "Een opvolger werkt hier",
    "De pagina van wie wegging, wijst door naar de opvolger. Daar moet dan wel iemand zijn.",
)
def opvolger_weg(zicht: Zicht) -> Iterator[Vondst]:
    """A worker who left, whose line of successors ends with somebody who is not here."""
    for m in _weg(zicht):
        rij = _opvolgers(zicht, m)
        if not rij or m in rij or any(o.id in zicht.aanwezig for o in rij):
            continue
        hoe = "ook weg" if rij[0].vertrokken(zicht.op) else "hier nog niet begonnen"
        yield Vondst(
            m,
            f"{rij[0].voornaam} zou {m.voornaam} opvolgen, maar is {hoe}. "
            "Zet bij opvolger iemand die hier nu werkt.",
            ("opvolger",),
        )


def _opvolgers(zicht: Zicht, m: MedewerkerIntern) -> list[MedewerkerIntern]:
    """The line of successors of `m`, up to its end or to the first who stands in it already."""
    rij: list[MedewerkerIntern] = []
    volgende = m.opvolger
    while volgende is not None and volgende not in {o.id for o in rij}:
        rij.append(zicht.huis.medewerkers[volgende])
        volgende = rij[-1].opvolger
    return rij


@regel(
    "K46",
    Ernst.TIP,
    "Van wie weg is, blijft weinig bewaard",
    "Na een vertrek toont de site alleen nog een naam en een afscheid. "
    "De rest bewaren is niet meer nodig, en dus ook niet netjes.",
)
def vertrokken_met_gegevens(zicht: Zicht) -> Iterator[Vondst]:
    """A worker who left and whose portrait or contact details are still in the file."""
    for m in _weg(zicht):
        velden = {"portret": m.portret, "contact": m.contact}
        over = [naam for naam, waarde in velden.items() if waarde is not None]
        if over:
            yield Vondst(
                m,
                f"{m.voornaam} werkt hier niet meer. De site toont {opsomming(over)} niet meer; "
                "haal het ook uit dit bestand.",
                (over[0],),
                wijs_sleutel=True,
            )


@regel(
    "K47",
    Ernst.FOUT,
    "Opvolgers wijzen niet naar elkaar terug",
    "Wie van de ene pagina naar de andere gestuurd wordt en weer terug, komt bij niemand uit.",
)
def opvolgers_in_een_kring(zicht: Zicht) -> Iterator[Vondst]:
    """A worker who, by way of successors, ends up with themselves; told once per circle."""
    for m in zicht.huis.medewerkers.values():
        rij = _opvolgers(zicht, m)
        if m.opvolger == m.id:
            bericht = f"{m.voornaam} kan niet de eigen opvolger zijn. Noem iemand anders."
        elif m in rij and m.id == min(o.id for o in rij):
            namen = opsomming(o.voornaam for o in rij)
            bericht = (
                f"{namen} volgen elkaar in een kring op, en zo komt niemand bij de goede uit. "
                "Noem bij opvolger iemand die hier nu werkt."
            )
        else:
            continue
        yield Vondst(m, bericht, ("opvolger",))


@regel(
    "K48",
    Ernst.WAARSCHUWING,
    "De laatste werkdag ligt na de eerste",
    "Met omgewisselde data verschijnt of verdwijnt iemand op de verkeerde dag.",
)
def weg_voor_het_begin(zicht: Zicht) -> Iterator[Vondst]:
    """A worker whose last day lies before the first."""
    for m in zicht.huis.medewerkers.values():
        if m.in_dienst and m.uit_dienst and m.uit_dienst < m.in_dienst:
            yield Vondst(
                m,
                f"Volgens deze data ging {m.voornaam} weg voor de eerste werkdag. "
                "Kijk in_dienst en uit_dienst na.",
                ("uit_dienst",),
            )
