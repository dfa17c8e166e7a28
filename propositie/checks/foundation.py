"""The foundation: client groups, needs and services that answer one another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..dutch import date_in_words, duration, time_in_words
from ..finding import Severity
from ..huis import Mededeling, Thing
from ..huis.moments import Moment
from .rule import Hit, RuleContext, rule


@rule(
    "K01",
    Severity.WARNING,
    "Elke klantgroep heeft een behoefte",
    "Een klantgroep zonder behoefte is een doelgroep op papier: niemand weet waarvoor zij komen.",
)
def klantgroep_without_behoefte(context: RuleContext) -> Iterator[Hit]:
    """A client group to which no need refers."""
    for group in context.huis.klantgroepen.values():
        if not context.relations.behoeften_of_klantgroep[group.id]:
            yield Hit(
                group,
                f'Bij de klantgroep "{group.naam}" hoort nog geen behoefte. '
                f'Zet "{group.id}" bij klantgroepen in het bestand van een behoefte.',
                ("naam",),
            )


@rule(
    "K02",
    Severity.WARNING,
    "Elke behoefte heeft een dienst",
    "Een behoefte waar niets tegenover staat, is een gat in het aanbod. Het is goed om het te "
    "weten: wie de vraag stelt, krijgt nu geen antwoord.",
)
def behoefte_without_dienst(context: RuleContext) -> Iterator[Hit]:
    """A need that no running service answers."""
    for behoefte in context.huis.behoeften.values():
        diensten = context.relations.diensten_of_behoefte[behoefte.id]
        if any(d.status != "gestopt" for d in diensten):
            continue
        status = "alleen nog een dienst die gestopt is" if diensten else "nog geen dienst"
        yield Hit(
            behoefte,
            f'Voor de behoefte "{behoefte.naam}" is er {status}. Zet "{behoefte.id}" bij behoeften '
            "in het bestand van een dienst, of bedenk samen wat hier past.",
            ("naam",),
        )


_FIRST_PERSON = re.compile(r"\?|\b(?:ik|mij|mijn|m'n|me|mezelf|wij|we|ons|onze)\b", re.I)


@rule(
    "K03",
    Severity.TIP,
    "Een klantvraag staat er in de woorden van de klant",
    "Wie zijn eigen woorden herkent, weet dat hij goed zit. Een samenvatting door een "
    "medewerker klinkt als een formulier.",
)
def klantvraag_not_literal(context: RuleContext) -> Iterator[Hit]:
    """A client's question that is neither a question nor said in the first person."""
    for behoefte in context.huis.behoeften.values():
        for number, klantvraag in enumerate(behoefte.klantvragen):
            if not _FIRST_PERSON.search(klantvraag.vraag):
                yield Hit(
                    behoefte,
                    "Dit klinkt niet als iets wat een klant zelf zei. Schrijf de vraag zoals u "
                    "hem hoorde, bijvoorbeeld: Wie helpt mij met die brief?",
                    ("klantvragen", number, "vraag"),
                )


@rule(
    "K04",
    Severity.WARNING,
    "De gegevens van een dienst zijn nagekeken",
    "Een verkeerde tijd of prijs kost vertrouwen: iemand staat voor een dichte deur. "
    "Daarom kijkt er regelmatig iemand na of alles nog klopt.",
)
def dienst_not_reviewed(context: RuleContext) -> Iterator[Hit]:
    """A service whose facts nobody checked lately."""
    months = context.thresholds.gecontroleerd_maanden
    for dienst in context.huis.diensten.values():
        day = dienst.gecontroleerd_op
        if dienst.status == "gestopt":
            continue
        if day is None:
            status = f'Niemand heeft nog opgeschreven dat "{dienst.naam}" is nagekeken.'
        elif day > context.on_date:
            status = f'"{dienst.naam}" is nagekeken op {date_in_words(day)}, en dat moet nog komen.'
        elif context.is_older_than(months, day):
            status = f'"{dienst.naam}" is langer dan {duration(months)} geleden nagekeken.'
        else:
            continue
        hint = "Kijk of tijden, prijs en plek kloppen en zet de datum bij gecontroleerd_op."
        yield Hit(dienst, f"{status} {hint}", ("gecontroleerd_op",) if day else ("naam",))


@rule(
    "K05",
    Severity.TIP,
    "Bij een dienst staat wat het kost",
    "Wie de prijs niet ziet, denkt dat het te duur is of durft het niet te vragen. "
    "Ook gratis is een prijs.",
)
def dienst_without_prijs(context: RuleContext) -> Iterator[Hit]:
    """A running service without a price."""
    for dienst in context.huis.diensten.values():
        if dienst.prijs is None and dienst.status != "gestopt":
            yield Hit(
                dienst,
                f'Bij "{dienst.naam}" staat niet wat het kost. '
                "Zet er prijs: gratis bij, of een bedrag.",
                ("naam",),
            )


@rule(
    "K06",
    Severity.TIP,
    "Elke locatie wordt gebruikt",
    "Een plek waar niemand te vinden is en niets gebeurt, brengt mensen voor niets op pad.",
)
def unused_locatie(context: RuleContext) -> Iterator[Hit]:
    """A place where no worker can be met and no service is given."""
    relations = context.relations
    for locatie in context.huis.locaties.values():
        diensten = relations.diensten_of_locatie[locatie.id]
        if not diensten and not relations.medewerkers_of_locatie[locatie.id]:
            yield Hit(
                locatie,
                f'Geen dienst en geen medewerker noemt de locatie "{locatie.naam}". '
                f'Zet "{locatie.id}" bij waar van een dienst of bij te_vinden van een '
                "medewerker, of haal dit bestand weg.",
                ("naam",),
            )


@rule(
    "K07",
    Severity.ERROR,
    "Het begin ligt voor het einde",
    "Met deze tijden of dagen staat er iets op de site wat niet kan. Meestal zijn ze omgewisseld.",
)
def times_reversed(context: RuleContext) -> Iterator[Hit]:
    """A span of time that ends before it begins."""
    huis, contact = context.huis, ("contact", "openingstijden")
    yield from _reversed_times(huis.organisatie, contact, huis.organisatie.contact.openingstijden)
    for dienst in huis.diensten.values():
        yield from _reversed_times(dienst, ("wanneer",), dienst.wanneer)
    for activiteit in huis.agenda.values():
        yield from _reversed_times(activiteit, ("wanneer",), activiteit.wanneer)
    for locatie in huis.locaties.values():
        yield from _reversed_times(locatie, ("openingstijden",), locatie.openingstijden)
    for mededeling in huis.mededelingen.values():
        yield from _reversed_days(mededeling)


def _reversed_days(mededeling: Mededeling) -> Iterator[Hit]:
    if mededeling.tot < mededeling.van:
        yield Hit(
            mededeling,
            f"Deze mededeling eindigt ({date_in_words(mededeling.tot)}) voor zij begint "
            f"({date_in_words(mededeling.van)}), en staat dus geen dag op de site. Kijk beide "
            "dagen na, ook het jaar.",
            ("tot",),
        )


def _reversed_times(
    thing: Thing, path: tuple[str, ...], times: tuple[Moment, ...]
) -> Iterator[Hit]:
    for number, moment in enumerate(times):
        if moment.is_reversed and moment.van and moment.tot:
            van, tot = time_in_words(moment.van), time_in_words(moment.tot)
            yield Hit(
                thing,
                f"Op {moment.day_words} is dit van {van} tot {tot} uur: dat kan niet. "
                "Kijk of de tijden omgewisseld zijn.",
                (*path, number, "tot"),
            )
