"""The sheet for who audits: what the house proves, what is missing, and where to fill that in.

What a quality label asks is said in words of our own; whose label it is, does not matter here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from ..checks.rule import is_older_than
from ..checks.verantwoording import duties_of, missing_of_anbi
from ..dutch import counted, date_in_words, join_words
from ..huis import Huis, InternalMedewerker, addresses, kinds, overview_of
from ..huis.verantwoording import is_rsin

Place = tuple[str, str]
"""Kind and id of the thing in whose file something stands or belongs."""
_ORGANISATIE: Place = ("organisatie", "organisatie")


class State(Enum):
    """How a norm stands, as the sheet says it."""

    PROVEN = "aangetoond"
    MISSING = "ontbreekt"
    UNKNOWN = "nog niet bekend"


@dataclass(frozen=True, slots=True)
class Norm:
    """What is asked, and what the house has to show for it."""

    name: str
    state: State
    proof: str
    """What proves it, or what is missing and where that belongs, as a sentence."""
    page: str | None = None
    """The address of the page on the public site that shows it."""
    file: Place | None = None
    """In whose file it stands, or is to be filled in."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """Norms that belong together."""

    heading: str
    norms: Sequence[Norm]


def chapters(huis: Huis, on_date: date) -> Sequence[Chapter]:
    """All norms of a house on a day."""
    return [
        Chapter("ANBI", list(_anbi(huis, on_date))),
        Chapter("Toegankelijkheid", list(_accessibility(huis, on_date))),
        Chapter("Kwaliteit", list(_quality(huis, on_date))),
    ]


def _norm(
    name: str, is_met: bool, proof: str, gap: str, page: str | None, file: Place | None
) -> Norm:
    state = State.PROVEN if is_met else State.MISSING
    return Norm(name, state, proof if is_met else gap, page if is_met else None, file)


def _anbi(huis: Huis, on_date: date) -> Iterator[Norm]:
    organisatie = huis.organisatie
    anbi, page = organisatie.anbi, addresses.OVER_ONS
    if anbi is None:
        yield Norm(
            "Gegevens van de ANBI",
            State.UNKNOWN,
            "Er staat niets onder anbi. Zijn jullie een ANBI, vul dat dan in; anders is hier niets "
            "te doen.",
            file=_ORGANISATIE,
        )
        return
    missing = dict(missing_of_anbi(organisatie))
    yield _norm(
        "RSIN",
        is_rsin(anbi.rsin),
        f"Het nummer {anbi.rsin} klopt met de elfproef.",
        f"Het nummer {anbi.rsin} klopt niet met de elfproef. Verbeter anbi.rsin.",
        page,
        _ORGANISATIE,
    )
    for name, what in _ANBI_NORMS:
        if what == _STANDARD_FORM and not anbi.groot:
            continue
        gap = f"Vul dat in bij {missing.get(what, '')}."
        yield _norm(
            name, what not in missing, "Staat op de site.", gap, f"{page}#anbi", _ORGANISATIE
        )
    contact = organisatie.contact
    yield _norm(
        "Hoe de organisatie te bereiken is",
        bool(contact.adres and (contact.telefoon or contact.email)),
        "Adres en telefoonnummer of e-mailadres staan op de site.",
        "Vul bij contact een adres in, en een telefoonnummer of e-mailadres.",
        page,
        _ORGANISATIE,
    )
    if anbi.boekjaar_eindigt is None:
        yield Norm(
            "Cijfers binnen zes maanden na het boekjaar",
            State.UNKNOWN,
            "Zonder anbi.boekjaar_eindigt is de dag niet uit te rekenen.",
            file=_ORGANISATIE,
        )
        return
    late = [d for d in duties_of(organisatie, on_date) if d.part.startswith("boekjaar")]
    overdue = next((d for d in late if d.by < on_date), None)
    coming = next((d for d in late if d.by >= on_date), None)
    yield _norm(
        "Cijfers binnen zes maanden na het boekjaar",
        overdue is None,
        f"Op tijd. De volgende dag is {date_in_words(coming.by)}." if coming else "Staan er.",
        overdue.late if overdue else "",
        f"{page}#stukken",
        _ORGANISATIE,
    )
    yield _norm(
        "De dag waarop het is geplaatst",
        anbi.gepubliceerd_op is not None,
        f"Geplaatst op {date_in_words(anbi.gepubliceerd_op)}." if anbi.gepubliceerd_op else "",
        "Vul anbi.gepubliceerd_op in.",
        f"{page}#anbi",
        _ORGANISATIE,
    )


_STANDARD_FORM = "het standaardformulier van de Belastingdienst"
_ANBI_NORMS = (
    ("Beleidsplan", "het beleidsplan"),
    ("Verslag van de activiteiten", "het verslag van de activiteiten"),
    ("Financiële verantwoording", "de jaarrekening"),
    ("Standaardformulier van een grote ANBI", _STANDARD_FORM),
    ("Bestuurders met naam en functie", "de namen van de bestuurders"),
    ("Beloning van bestuur en medewerkers", "hoe bestuur en medewerkers beloond worden"),
)
"""What an ANBI publishes, by the words in which the check tells that it is missing."""


def _accessibility(huis: Huis, on_date: date) -> Iterator[Norm]:
    organisatie = huis.organisatie
    told, page = organisatie.toegankelijkheid, addresses.TOEGANKELIJKHEID
    if told is None:
        yield Norm(
            "Verklaring",
            State.UNKNOWN,
            "De pagina over toegankelijkheid is er, en noemt geen status. Vul onder "
            "toegankelijkheid in of de verklaring voor jullie verplicht is.",
            page,
            _ORGANISATIE,
        )
        return
    yield Norm(
        "Of de verklaring verplicht is",
        State.UNKNOWN if told.verplicht == "weten_we_niet" else State.PROVEN,
        {
            "ja": "Ja, zij is verplicht.",
            "nee": "Nee, zij is niet verplicht.",
            "weten_we_niet": "Dat is nog niet uitgezocht. Vraag het de gemeente, en vul verplicht "
            "in.",
        }[told.verplicht],
        file=_ORGANISATIE,
    )
    if told.verplicht == "ja":
        yield _norm(
            "Verklaring in het register", told.register_ is not None,
            "De site verwijst naar het register.",
            "Maak haar met de invulassistent, en vul het adres in bij toegankelijkheid.register.",
            page, _ORGANISATIE,
        )  # fmt: skip
        status = told.status_on(on_date)
        yield Norm(
            "Status",
            State.PROVEN if status in {"A", "B", "C"} else State.MISSING,
            f"Op de site staat status {status}."
            if status
            else "Vul bij status in wat het register zegt.",
            page,
            _ORGANISATIE,
        )
    late = {duty.part: duty for duty in duties_of(organisatie, on_date) if duty.by < on_date}
    newest = told.newest_research()
    yield _norm(
        "Onderzoek van de laatste drie jaar",
        newest is not None and "onderzoek" not in late,
        f"Onderzocht op {date_in_words(newest.datum)} door {newest.door}." if newest else "",
        late["onderzoek"].late
        if "onderzoek" in late
        else "Er is nog geen onderzoek. Zet het bij onderzoeken zodra het er is.",
        page,
        _ORGANISATIE,
    )
    signed = told.ondertekenaar is not None and told.vastgesteld_op is not None
    yield _norm(
        "Vastgesteld, en elk jaar nagekeken",
        signed and "verklaring" not in late,
        f"Vastgesteld op {date_in_words(told.vastgesteld_op)} door {told.ondertekenaar.naam}."
        if told.vastgesteld_op and told.ondertekenaar
        else "",
        late["verklaring"].late
        if "verklaring" in late
        else "Vul ondertekenaar en vastgesteld_op in.",
        page,
        _ORGANISATIE,
    )
    reach = organisatie.contact
    yield _norm(
        "Waar iemand een probleem meldt",
        bool(reach.telefoon or reach.email),
        "Staat op de pagina over toegankelijkheid.",
        "Vul bij contact een telefoonnummer of e-mailadres in.",
        page,
        _ORGANISATIE,
    )


def _quality(huis: Huis, on_date: date) -> Iterator[Norm]:
    over_ons, page = huis.organisatie.over_ons, addresses.OVER_ONS
    klachten = over_ons.klachten if over_ons else None
    yield _norm(
        "Wie niet tevreden is, weet wat hij kan doen",
        klachten is not None,
        "De klachtenregeling staat op de site.",
        "Schrijf bij over_ons.klachten wat iemand doet, en bij wie.",
        f"{page}#klachten",
        _ORGANISATIE,
    )
    yield _norm(
        "Er is toezicht, met namen",
        bool(over_ons and over_ons.toezicht),
        "De toezichthouders staan op de site.",
        "Vul over_ons.toezicht in. Is het bestuur zelf de toezichthouder, schrijf dat dan bij "
        "over_ons.organisatiestructuur.",
        f"{page}#toezicht",
        _ORGANISATIE,
    )
    has_privacy = bool({"privacy", "privacy/index"} & huis.paginas.keys())
    yield _norm(
        "Wie gegevens geeft, weet wat ermee gebeurt",
        has_privacy,
        "De pagina over privacy staat op de site.",
        "Maak privacy.md in de map paginas.",
        "privacy/",
        None,
    )
    yield _consents(huis, on_date)
    yield _services(huis, on_date)
    questions = [b for b in huis.behoeften.values() if b.klantvragen]
    yield _norm(
        "Het aanbod begint bij vragen van bewoners",
        bool(questions) and len(questions) == len(huis.behoeften),
        f"Bij {counted(len(questions), 'behoefte staat', 'behoeften staan')} wat bewoners vroegen.",
        "Schrijf bij elke behoefte minstens een vraag op, in de woorden van de bewoner.",
        overview_of("behoeften"),
        None,
    )


def _consents(huis: Huis, on_date: date) -> Norm:
    """The consents of everybody who works here, as far as something of theirs is kept."""
    here = [m for m in huis.medewerkers.values() if m.is_present(on_date)]
    without = [m for m in here if not _has_consents(m, on_date)]
    return _norm(
        "Voor portretten en uitspraken is toestemming",
        not without,
        "Van alles wat er nu op de site staat, is de toestemming geldig.",
        "De toestemming ontbreekt of geldt niet meer bij "
        f"{join_words(m.naam for m in without)}. Het staat niet op de site; vraag het opnieuw, of "
        "haal het uit het bestand.",
        overview_of("medewerkers"),
        ("medewerkers", without[0].id) if without else None,
    )


def _has_consents(medewerker: InternalMedewerker, on_date: date) -> bool:
    portret = medewerker.portret
    return (portret is None or portret.toestemming.is_valid(on_date)) and all(
        quote.toestemming is not None and quote.toestemming.is_valid(on_date)
        for quote in medewerker.aanbevelingen
    )


def _services(huis: Huis, on_date: date) -> Norm:
    """Whether the facts of every service were looked at not too long ago."""
    months = huis.organisatie.keuring.gecontroleerd_maanden
    running = [d for d in huis.diensten.values() if d.status != "gestopt"]
    stale = [
        d
        for d in running
        if d.gecontroleerd_op is None or is_older_than(months, d.gecontroleerd_op, on_date)
    ]
    return _norm(
        "Wat er over het aanbod staat, is nagekeken",
        bool(running) and not stale,
        f"Alle {len(running)} diensten zijn korter dan {months} maanden geleden nagekeken.",
        f"Kijk na: {join_words(d.naam for d in stale)}. Zet daarna bij gecontroleerd_op de dag."
        if stale
        else "Er staan nog geen diensten in het huis.",
        kinds()["diensten"].overview_address,
        ("diensten", stale[0].id) if stale else None,
    )
