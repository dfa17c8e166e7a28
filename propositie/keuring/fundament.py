"""The foundation: client groups, needs and services that answer one another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..bevinding import Ernst
from ..huis import Ding, Openingstijd
from .regel import Vondst, Zicht, duur, op_schrift, regel


@regel(
    "K01",
    Ernst.WAARSCHUWING,
    "Elke klantgroep heeft een behoefte",
    "Een klantgroep zonder behoefte is een doelgroep op papier: niemand weet waarvoor zij komen.",
)
def klantgroep_zonder_behoefte(zicht: Zicht) -> Iterator[Vondst]:
    """A client group to which no need refers."""
    for groep in zicht.huis.klantgroepen.values():
        if not zicht.verbanden.behoeften_van_klantgroep[groep.id]:
            yield Vondst(
                groep,
                f'Bij de klantgroep "{groep.naam}" hoort nog geen behoefte. '
                f'Zet "{groep.id}" bij klantgroepen in het bestand van een behoefte.',
                ("naam",),
            )


@regel(
    "K02",
    Ernst.WAARSCHUWING,
    "Elke behoefte heeft een dienst",
    "Een behoefte waar niets tegenover staat, is een gat in het aanbod. Het is goed om het te "
    "weten: wie de vraag stelt, krijgt nu geen antwoord.",
)
def behoefte_zonder_dienst(zicht: Zicht) -> Iterator[Vondst]:
    """A need that no running service answers."""
    for behoefte in zicht.huis.behoeften.values():
        diensten = zicht.verbanden.diensten_van_behoefte[behoefte.id]
        if any(d.status != "gestopt" for d in diensten):
            continue
        wat = "alleen nog een dienst die gestopt is" if diensten else "nog geen dienst"
        yield Vondst(
            behoefte,
            f'Voor de behoefte "{behoefte.naam}" is er {wat}. Zet "{behoefte.id}" bij behoeften '
            "in het bestand van een dienst, of bedenk samen wat hier past.",
            ("naam",),
        )


_IN_DE_IK_VORM = re.compile(r"\?|\b(?:ik|mij|mijn|m'n|me|mezelf|wij|we|ons|onze)\b", re.I)


@regel(
    "K03",
    Ernst.TIP,
    "Een klantvraag staat er in de woorden van de klant",
    "Wie zijn eigen woorden herkent, weet dat hij goed zit. Een samenvatting door een "
    "medewerker klinkt als een formulier.",
)
def klantvraag_niet_letterlijk(zicht: Zicht) -> Iterator[Vondst]:
    """A client's question that is neither a question nor said in the first person."""
    for behoefte in zicht.huis.behoeften.values():
        for nummer, klantvraag in enumerate(behoefte.klantvragen):
            if not _IN_DE_IK_VORM.search(klantvraag.vraag):
                yield Vondst(
                    behoefte,
                    "Dit klinkt niet als iets wat een klant zelf zei. Schrijf de vraag zoals u "
                    "hem hoorde, bijvoorbeeld: Wie helpt mij met die brief?",
                    ("klantvragen", nummer, "vraag"),
                )


@regel(
    "K04",
    Ernst.WAARSCHUWING,
    "De gegevens van een dienst zijn nagekeken",
    "Een verkeerde tijd of prijs kost vertrouwen: iemand staat voor een dichte deur. "
    "Daarom kijkt er regelmatig iemand na of alles nog klopt.",
)
def dienst_niet_nagekeken(zicht: Zicht) -> Iterator[Vondst]:
    """A service whose facts nobody checked lately."""
    maanden = zicht.drempels.gecontroleerd_maanden
    for dienst in zicht.huis.diensten.values():
        datum = dienst.gecontroleerd_op
        if dienst.status == "gestopt":
            continue
        if datum is None:
            wat = f'Niemand heeft nog opgeschreven dat "{dienst.naam}" is nagekeken.'
        elif datum > zicht.op:
            wat = f'"{dienst.naam}" is nagekeken op {op_schrift(datum)}, en dat moet nog komen.'
        elif zicht.langer_dan(maanden, datum):
            wat = f'"{dienst.naam}" is langer dan {duur(maanden)} geleden nagekeken.'
        else:
            continue
        hulp = "Kijk of tijden, prijs en plek kloppen en zet de datum bij gecontroleerd_op."
        yield Vondst(dienst, f"{wat} {hulp}", ("gecontroleerd_op",) if datum else ("naam",))


@regel(
    "K05",
    Ernst.TIP,
    "Bij een dienst staat wat het kost",
    "Wie de prijs niet ziet, denkt dat het te duur is of durft het niet te vragen. "
    "Ook gratis is een prijs.",
)
def dienst_zonder_prijs(zicht: Zicht) -> Iterator[Vondst]:
    """A running service without a price."""
    for dienst in zicht.huis.diensten.values():
        if dienst.prijs is None and dienst.status != "gestopt":
            yield Vondst(
                dienst,
                f'Bij "{dienst.naam}" staat niet wat het kost. '
                "Zet er prijs: gratis bij, of een bedrag.",
                ("naam",),
            )


@regel(
    "K06",
    Ernst.TIP,
    "Elke locatie wordt gebruikt",
    "Een plek waar niemand te vinden is en niets gebeurt, brengt mensen voor niets op pad.",
)
def locatie_zonder_gebruik(zicht: Zicht) -> Iterator[Vondst]:
    """A place where no worker can be met and no service is given."""
    verbanden = zicht.verbanden
    for locatie in zicht.huis.locaties.values():
        diensten = verbanden.diensten_van_locatie[locatie.id]
        if not diensten and not verbanden.medewerkers_van_locatie[locatie.id]:
            yield Vondst(
                locatie,
                f'Geen dienst en geen medewerker noemt de locatie "{locatie.naam}". '
                f'Zet "{locatie.id}" bij waar van een dienst of bij te_vinden van een '
                "medewerker, of haal dit bestand weg.",
                ("naam",),
            )


@regel(
    "K07",
    Ernst.FOUT,
    "Een begintijd ligt voor de eindtijd",
    "Met deze tijden staat er iets op de site wat niet kan. Meestal zijn ze omgewisseld.",
)
def tijd_omgekeerd(zicht: Zicht) -> Iterator[Vondst]:
    """A span of time that ends before it begins."""
    huis, contact = zicht.huis, ("contact", "openingstijden")
    yield from _omgekeerd(huis.organisatie, contact, huis.organisatie.contact.openingstijden)
    for dienst in huis.diensten.values():
        yield from _omgekeerd(dienst, ("wanneer",), dienst.wanneer)
    for locatie in huis.locaties.values():
        yield from _omgekeerd(locatie, ("openingstijden",), locatie.openingstijden)


def _omgekeerd(
    ding: Ding, pad: tuple[str, ...], tijden: tuple[Openingstijd, ...]
) -> Iterator[Vondst]:
    for nummer, tijd in enumerate(tijden):
        if tijd.van >= tijd.tot:
            van, tot = f"{tijd.van:%H:%M}", f"{tijd.tot:%H:%M}"
            yield Vondst(
                ding,
                f"Op {tijd.dag} is dit van {van} tot {tot}: dat kan niet. "
                "Kijk of de tijden omgewisseld zijn.",
                (*pad, nummer, "tot"),
            )
