"""Workers: consent for what is shown of people, and what happens when somebody leaves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from ..dutch import date_in_words, in_usual_order, join_words
from ..finding import Severity
from ..huis import InternalMedewerker, Toestemming
from .rule import Hit, RuleContext, nothing, rule, the_day, thing_rule


class Consented(NamedTuple):
    """Something shown of a person, with the consent for it and where that stands."""

    what: str
    toestemming: Toestemming
    path: tuple[str | int, ...]


def toestemmingen(m: InternalMedewerker) -> Iterator[Consented]:
    """Everything shown of a worker or of who speaks of one, for which there is consent."""
    if m.portret is not None:
        wat = f"het portret van {m.first_name}"
        yield Consented(wat, m.portret.toestemming, ("portret", "toestemming"))
    for number, a in enumerate(m.aanbevelingen):
        if a.toestemming is not None:
            path = ("aanbevelingen", number, "toestemming")
            yield Consented(f'het citaat van "{a.door}"', a.toestemming, path)


def _stopped(context: RuleContext) -> Mapping[str, str]:
    """The services that have stopped, and how they are called."""
    return {d.id: d.naam for d in context.huis.diensten.values() if d.status == "gestopt"}


def _stopped_today(context: RuleContext) -> tuple[date, Mapping[str, str]]:
    return context.on_date, _stopped(context)


def _warning_time(context: RuleContext) -> tuple[date, int]:
    return context.on_date, context.thresholds.verloopt_dagen


@thing_rule(
    "K36",
    Severity.TIP,
    "Een medewerker noemt geen dienst die gestopt is",
    "Een gestopte dienst staat niet op de site; de verwijzing ernaar zegt alleen nog iets "
    "wat niet meer waar is.",
    "medewerkers",
    _stopped_today,
)
def stopped_dienst(m: InternalMedewerker, given: tuple[date, Mapping[str, str]]) -> Iterator[Hit]:
    """A worker who refers to a service that has stopped."""
    on_date, stopped = given
    for number, id_ in enumerate(m.diensten if m.is_present(on_date) else ()):
        if id_ in stopped:
            yield Hit(
                m,
                f'De dienst "{stopped[id_]}" is gestopt. Haal de dienst hier weg.',
                ("diensten", number),
            )


@thing_rule(
    "K37",
    Severity.WARNING,
    "Een naam staat zoals iemand hem zegt",
    "Wie iemand zoekt, zoekt op de voornaam, en op een pagina is het een begroeting. Achternaam "
    "voorop is de volgorde van een lijst.",
    "medewerkers",
    nothing,
)
def name_in_order(m: InternalMedewerker, _: None) -> Iterator[Hit]:
    """A name with the surname first."""
    if spoken := in_usual_order(m.naam):
        yield Hit(m, f"Zet de voornaam voorop, zonder komma: {spoken}.", ("naam",))


@thing_rule(
    "K40",
    Severity.WARNING,
    "Wat niet meer mag, staat er niet meer",
    "Zonder geldige toestemming toont de site een portret of citaat niet. Maar het bestand is er "
    "nog, en wie het bewaart zonder toestemming, doet iets wat niet mag (AVG).",
    "medewerkers",
    the_day,
)
def toestemming_expired(m: InternalMedewerker, on_date: date) -> Iterator[Hit]:
    """A portrait or quote of which the consent has ended or was withdrawn."""
    for g in toestemmingen(m):
        withdrawn, tot = g.toestemming.ingetrokken, g.toestemming.tot
        if withdrawn is not None and withdrawn <= on_date:
            why, field, alternative = "is ingetrokken", "ingetrokken", ""
        elif tot is not None and tot < on_date:
            why, field = f"liep af op {date_in_words(tot)}", "tot"
            alternative = ", of vraag opnieuw toestemming"
        else:
            continue
        file = " en het beeldbestand" if g.path[0] == "portret" else ""
        yield Hit(
            m,
            f"De toestemming voor {g.what} {why}. De site toont het niet meer. "
            f"Haal dit deel{file} weg{alternative}. Git bewaart oude versies: "
            "wil iemand ook daaruit weg, vraag dan uw beheerder om hulp.",
            (*g.path, field),
        )


@thing_rule(
    "K41",
    Severity.TIP,
    "Toestemming loopt niet ongemerkt af",
    "Als toestemming afloopt, verdwijnt het portret of citaat van de site. "
    "Wie het op tijd vraagt, voorkomt een leeg raam.",
    "medewerkers",
    _warning_time,
)
def toestemming_expiring(m: InternalMedewerker, given: tuple[date, int]) -> Iterator[Hit]:
    """Consent that holds now and ends within two months, of a worker who works here."""
    on_date, days = given
    for g in toestemmingen(m) if m.is_present(on_date) else ():
        tot = g.toestemming.tot
        if tot is not None and g.toestemming.is_valid(on_date) and (tot - on_date).days <= days:
            yield Hit(
                m,
                f"De toestemming voor {g.what} loopt af op {date_in_words(tot)}. "
                "Vraag of het langer mag en pas de datum aan.",
                (*g.path, "tot"),
            )


@thing_rule(
    "K42",
    Severity.WARNING,
    "Toestemming is al gegeven",
    "Een datum in de toekomst is bijna altijd een tikfout, en tot die dag is er niets te zien.",
    "medewerkers",
    the_day,
)
def toestemming_in_future(m: InternalMedewerker, on_date: date) -> Iterator[Hit]:
    """Consent that is dated after the day of the check."""
    for g in toestemmingen(m):
        start = g.toestemming.datum
        if start > on_date:
            yield Hit(
                m,
                f"De toestemming voor {g.what} gaat pas in op {date_in_words(start)}. "
                "Kijk de datum na; tot die dag toont de site het niet.",
                (*g.path, "datum"),
            )


@thing_rule(
    "K43",
    Severity.TIP,
    "Een aanbeveling heeft toestemming",
    "De woorden van een klant zijn van de klant. Zonder toestemming komen ze niet op de site.",
    "medewerkers",
    the_day,
)
def aanbeveling_without_toestemming(m: InternalMedewerker, on_date: date) -> Iterator[Hit]:
    """A recommendation of which nobody wrote down that it may be shown."""
    for number, a in enumerate(m.aanbevelingen if m.is_present(on_date) else ()):
        if a.toestemming is None:
            yield Hit(
                m,
                "Dit citaat staat niet op de site, want er is geen toestemming genoteerd. "
                f'Vraag aan "{a.door}" of het mag, en zet erbij: '
                f"toestemming: {{datum: {on_date}}}.",
                ("aanbevelingen", number, "citaat"),
            )


@rule(
    "K44",
    Severity.WARNING,
    "Wie weggaat, heeft een opvolger",
    "Een klant die zijn vaste gezicht kwijtraakt, wil weten wie er nu is. Anders raakt hij ook "
    "de organisatie kwijt.",
)
def departed_without_opvolger(context: RuleContext) -> Iterator[Hit]:
    """A worker who left and names no successor."""
    for m in context.departed:
        if m.opvolger is None:
            groups = join_words(context.huis.klantgroepen[g].naam for g in m.boegbeeld_van)
            yield Hit(
                m,
                f"{m.first_name} is weg. Wie is nu het gezicht voor {groups}? "
                "Zet bij opvolger de naam van diens bestand, zonder .yml.",
                ("uit_dienst",),
            )


@rule(
    "K45",
    Severity.TIP,
    "Een opvolger werkt hier",
    "De pagina van wie wegging, wijst door naar de opvolger. Daar moet dan wel iemand zijn.",
)
def opvolger_gone(context: RuleContext) -> Iterator[Hit]:
    """A worker who left, whose line of successors ends with somebody who is not here."""
    for m in context.departed:
        opvolgers = _opvolgers(context, m)
        if not opvolgers or m in opvolgers or any(o.id in context.present for o in opvolgers):
            continue
        phrase = "ook weg" if opvolgers[0].has_left(context.on_date) else "hier nog niet begonnen"
        yield Hit(
            m,
            f"{opvolgers[0].first_name} zou {m.first_name} opvolgen, maar is {phrase}. "
            "Zet bij opvolger iemand die hier nu werkt.",
            ("opvolger",),
        )


def _opvolgers(context: RuleContext, m: InternalMedewerker) -> list[InternalMedewerker]:
    """The line of successors of `m`, up to its end or to the first who stands in it already."""
    opvolgers: list[InternalMedewerker] = []
    next_ = m.opvolger
    while next_ is not None and next_ not in {o.id for o in opvolgers}:
        opvolgers.append(context.huis.medewerkers[next_])
        next_ = opvolgers[-1].opvolger
    return opvolgers


@thing_rule(
    "K46",
    Severity.TIP,
    "Van wie weg is, blijft weinig bewaard",
    "Na een vertrek toont de site alleen nog een naam en een afscheid. "
    "De rest bewaren is niet meer nodig, en dus ook niet netjes.",
    "medewerkers",
    the_day,
)
def departed_with_details(m: InternalMedewerker, on_date: date) -> Iterator[Hit]:
    """A worker who left and whose portrait or contact details are still in the file."""
    fields = {"portret": m.portret, "contact": m.contact} if m.has_left(on_date) else {}
    remaining = [name for name, value in fields.items() if value is not None]
    if remaining:
        yield Hit(
            m,
            f"{m.first_name} werkt hier niet meer. De site toont {join_words(remaining)} niet "
            "meer; haal het ook uit dit bestand.",
            (remaining[0],),
            at_key=True,
        )


@rule(
    "K47",
    Severity.ERROR,
    "Opvolgers wijzen niet naar elkaar terug",
    "Wie van de ene pagina naar de andere gestuurd wordt en weer terug, komt bij niemand uit.",
)
def opvolgers_in_a_circle(context: RuleContext) -> Iterator[Hit]:
    """A worker who, by way of successors, ends up with themselves; told once per circle."""
    for m in context.huis.medewerkers.values():
        opvolgers = _opvolgers(context, m)
        if m.opvolger == m.id:
            message = f"{m.first_name} kan niet de eigen opvolger zijn. Noem iemand anders."
        elif m in opvolgers and m.id == min(o.id for o in opvolgers):
            names = join_words(o.first_name for o in opvolgers)
            message = (
                f"{names} volgen elkaar in een kring op, en zo komt niemand bij de goede uit. "
                "Noem bij opvolger iemand die hier nu werkt."
            )
        else:
            continue
        yield Hit(m, message, ("opvolger",))


@thing_rule(
    "K48",
    Severity.WARNING,
    "De laatste werkdag ligt na de eerste",
    "Met omgewisselde data verschijnt of verdwijnt iemand op de verkeerde dag.",
    "medewerkers",
    nothing,
)
def left_before_start(m: InternalMedewerker, _given: None) -> Iterator[Hit]:
    """A worker whose last day lies before the first."""
    if m.in_dienst and m.uit_dienst and m.uit_dienst < m.in_dienst:
        yield Hit(
            m,
            f"Volgens deze data ging {m.first_name} weg voor de eerste werkdag. "
            "Kijk in_dienst en uit_dienst na.",
            ("uit_dienst",),
        )
