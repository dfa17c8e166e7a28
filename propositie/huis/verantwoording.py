"""What a duty asks to be on the site: who governs, the documents, ANBI, accessibility.

Sources: artikel 1a Uitvoeringsregeling Algemene wet inzake rijksbelastingen 1994 (ANBI); Tijdelijk
besluit digitale toegankelijkheid overheid, Stb. 2018, 141 (accessibility).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from .base import Part
from .parsing import clash, error
from .value_types import ANY_CASE, reference
from .values import (
    Amount,
    Date,
    DayOfYear,
    DocumentName,
    Email,
    Integer,
    Markdown,
    Phone,
    Text,
    Url,
    YesNo,
)

Year = Annotated[Integer, Field(ge=1900, le=2100)]


class Bestuurder(Part):
    """Somebody on the board or among the supervisors."""

    naam: Text | None = None
    """De naam. Weglaten mag alleen met een ontheffing."""
    functie: Text
    """De functie: voorzitter, penningmeester, lid."""
    naam_niet_publiceren: Annotated[Literal["ontheffing"], ANY_CASE] | None = None
    """Schrijf ontheffing als de inspecteur goedvond dat de naam niet op de site staat, voor de
    veiligheid. Dan staat er alleen de functie."""

    @model_validator(mode="after")
    def _is_known(self) -> Bestuurder:
        if self.naam is None and self.naam_niet_publiceren is None:
            raise error(
                "Van wie in het bestuur of toezicht zit, staat de naam op de site. Vul naam in, of "
                "schrijf naam_niet_publiceren: ontheffing als de inspecteur dat goedvond."
            )
        return self

    @property
    def shown_name(self) -> str | None:
        """The name as the public may read it."""
        return None if self.naam_niet_publiceren else self.naam


class KlachtenContact(Part):
    """Who receives complaints."""

    naam: Text | None = None
    """Wie klachten behandelt: een persoon of een commissie."""
    telefoon: Phone | None = None
    """Het nummer voor klachten."""
    email: Email | None = None
    """Het e-mailadres voor klachten."""
    url: Url | None = None
    """Waar de klachtenregeling staat, of een formulier."""


class Klachten(Part):
    """What somebody does who has a complaint."""

    tekst: Markdown
    """Wat iemand doet die niet tevreden is, en wat er dan gebeurt."""
    contact: KlachtenContact | None = None
    """Bij wie iemand met een klacht terechtkan."""


class OverOns(Part):
    """Who governs, who supervises, and where to go with a complaint."""

    bestuur: tuple[Bestuurder, ...] = ()
    """De bestuurders, ieder met naam en functie."""
    toezicht: tuple[Bestuurder, ...] = ()
    """De toezichthouders, ieder met naam en functie."""
    organisatiestructuur: Markdown | None = None
    """Hoe de organisatie in elkaar zit: wie bestuurt, wie toezicht houdt, welke teams er zijn."""
    klachten: Klachten | None = None
    """De klachtenregeling, in gewone woorden."""
    pers: Annotated[str, reference("medewerkers")] | None = None
    """De medewerker die journalisten te woord staat."""


DocumentSoort = Annotated[
    Literal["jaarverslag", "jaarrekening", "beleidsplan", "standaardformulier", "anders"], ANY_CASE
]
STANDARD_FORM = "standaardformulier"
"""The form of the tax office in which a large ANBI publishes its figures."""


class OpenbaarStuk(Part):
    """A document for everybody: it lies beside this file, or elsewhere."""

    soort: DocumentSoort
    """Wat voor stuk het is. Met standaardformulier bedoelen we dat van de Belastingdienst, voor
    een ANBI."""
    titel: Text | None = None
    """Hoe het stuk heet, als dat meer is dan de soort met het jaar."""
    jaar: Year | None = None
    """Het jaar waarover het gaat; bij een boekjaar het jaar waarin dat eindigt."""
    bestand: DocumentName | None = None
    """De naam van een pdf die naast dit bestand staat."""
    url: Url | None = None
    """Waar het stuk staat, als het ergens anders staat."""

    @model_validator(mode="after")
    def _leads_somewhere(self) -> OpenbaarStuk:
        if self.bestand is None and self.url is None:
            raise error(
                "Waar staat dit stuk? Zet de pdf naast organisatie.yml en vul de naam in bij "
                "bestand, of vul het webadres in bij url."
            )
        if self.soort == "anders" and self.titel is None:
            raise error("Hoe heet dit stuk? Vul titel in: de soort is anders, en zegt dat niet.")
        return self


class Geldregel(Part):
    """What came in or went out for one thing."""

    wat: Text
    """Waar het geld vandaan kwam, of waar het heen ging."""
    bedrag: Amount
    """Het bedrag in euro's."""


class Financien(Part):
    """The figures of one book year."""

    jaar: Year
    """Het jaar waarin het boekjaar eindigt."""
    baten: tuple[Geldregel, ...] = ()
    """Wat er binnenkwam, per bron."""
    lasten: tuple[Geldregel, ...] = ()
    """Wat er uitging, per doel."""
    toelichting: Markdown | None = None
    """Wat er bij de cijfers te zeggen is."""


class Anbi(Part):
    """What the tax office asks of an ANBI (a public benefit organisation) to publish."""

    rsin: Text
    """Het RSIN: negen cijfers."""
    statutaire_naam: Text | None = None
    """De naam in de statuten, als die anders is dan de naam die iedereen kent."""
    boekjaar_eindigt: DayOfYear | None = None
    """De laatste dag van het boekjaar: 31 december."""
    groot: YesNo = False
    """Ja als jullie geld werven en meer dan € 50.000 per jaar binnenkrijgen, of niet werven en meer
    dan € 100.000 per jaar uitgeven. Dan hoort er een standaardformulier bij de documenten."""
    doelstelling: Markdown | None = None
    """Het doel volgens de statuten. Zonder staat hier de missie."""
    beleid: Markdown | None = None
    """De hoofdlijnen van het beleidsplan: wat jullie doen, hoe jullie aan geld komen, hoe jullie
    het beheren en uitgeven."""
    beloningsbeleid: Markdown | None = None
    """Wat bestuur, directie en personeel krijgen. Bij personeel is de naam van de cao genoeg."""
    activiteiten: Markdown | None = None
    """Wat jullie het laatste jaar deden, in het kort."""
    financien: tuple[Financien, ...] = ()
    """De baten en lasten per boekjaar, het nieuwste eerst."""
    gepubliceerd_op: Date | None = None
    """De dag waarop deze gegevens op de site zijn gezet."""

    @model_validator(mode="before")
    @classmethod
    def _read(cls, given: object) -> object:
        """`beloning` is what `beloningsbeleid` was called before."""
        if isinstance(given, dict) and "beloning" in given and "beloningsbeleid" not in given:
            rest = {key: value for key, value in given.items() if key != "beloning"}
            return {**rest, "beloningsbeleid": given["beloning"]}
        return given


class Onderzoek(Part):
    """A research of the accessibility of the site by somebody else."""

    datum: Date
    """De dag van het onderzoek."""
    door: Text
    """Wie het onderzoek deed."""
    url: Url
    """Waar het rapport staat."""


class Afwijking(Part):
    """What on the site does not meet the norm."""

    wat: Text
    """Wat er niet goed is, en hoe dat komt."""
    gevolg: Text | None = None
    """Wie daar last van heeft, en waarvan."""
    alternatief: Text | None = None
    """Hoe iemand toch aan de informatie komt."""
    maatregel: Text | None = None
    """Wat jullie eraan doen."""
    gereed: Date | None = None
    """De dag waarop dat klaar is."""


class Ondertekenaar(Part):
    """Who answers for the statement."""

    naam: Text
    """Wie de verklaring vaststelde."""
    functie: Text
    """De functie van die persoon."""


def _in_capitals(value: object) -> object:
    return value.strip().upper() if isinstance(value, str) else value


def _as_one_word(value: object) -> object:
    return "_".join(value.split()) if isinstance(value, str) else value


class Toegankelijkheid(Part):
    """What the register of accessibility statements asks."""

    verplicht: Annotated[Literal["ja", "nee", "weten_we_niet"], BeforeValidator(_as_one_word)] = (
        "weten_we_niet"
    )
    """Ja als de wet jullie een verklaring in het register vraagt. Dat is zo bij overheden, en bij
    wie grotendeels door de overheid betaald of bestuurd wordt. Vraag het bij twijfel de
    gemeente."""
    register_: Url | None = Field(default=None, alias="register")
    """Het adres van jullie verklaring op toegankelijkheidsverklaring.nl."""
    status: Annotated[Literal["A", "B", "C", "D"], BeforeValidator(_in_capitals)] | None = None
    """De status die in het register staat. A en B kunnen alleen na een onderzoek."""
    domeinen: tuple[Url, ...] = ()
    """De andere adressen waar deze verklaring ook voor geldt."""
    overzicht: Url | None = None
    """Waar het overzicht van al jullie websites en apps staat."""
    onderzoeken: tuple[Onderzoek, ...] = ()
    """De onderzoeken die anderen deden, het nieuwste eerst."""
    onderzoek_gepland: Date | None = None
    """De dag waarop het volgende onderzoek is."""
    afwijkingen: tuple[Afwijking, ...] = ()
    """Wat er nog niet goed is, en wat jullie eraan doen."""
    ondertekenaar: Ondertekenaar | None = None
    """Wie de verklaring vaststelde."""
    vastgesteld_op: Date | None = None
    """De dag waarop dat was. Kijk de verklaring elk jaar na."""

    @model_validator(mode="after")
    def _is_not_invented(self) -> Toegankelijkheid:
        if self.status in {"A", "B"} and (not self.onderzoeken or self.register_ is None):
            raise clash(
                "Status {status} kan alleen na een onderzoek door een ander, met een verklaring in "
                "het register. Vul onderzoeken en register in, of haal status weg.",
                status=str(self.status),
            )
        return self

    def newest_research(self) -> Onderzoek | None:
        """The last research; None without any."""
        return max(self.onderzoeken, key=lambda research: research.datum, default=None)

    def status_on(self, on_date: date) -> str:
        """The status that may be told on a day; empty when none may.

        A letter belongs to who has to have a statement. A and B are never awarded here: they are
        what the register says, as long as a research is no older than three years. Without one it
        is C while a research is planned within six months, else D.
        """
        if self.verplicht != "ja":
            return ""
        newest = self.newest_research()
        if newest is not None and on_date <= months_later(newest.datum, RESEARCH_MONTHS):
            return self.status or ""
        planned = self.onderzoek_gepland
        if planned is not None and on_date <= planned <= months_later(on_date, HALF_YEAR):
            return "C"
        return "D"


HALF_YEAR = 6
"""Months: so long after its book year an ANBI has to publish its figures; so long ahead a research
may be planned."""
RESEARCH_MONTHS = 36
"""So long a research of the accessibility counts."""
REVIEW_MONTHS = 12
"""So long after it was signed a statement has to be looked at again."""
_RSIN_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def is_rsin(text: str) -> bool:
    """Whether a number can be an RSIN: nine digits, whose weighted sum is divisible by eleven."""
    digits = "".join(text.split()).replace(".", "")
    if len(digits) != len(_RSIN_WEIGHTS) or not digits.isascii() or not digits.isdigit():
        return False
    return sum(w * int(d) for w, d in zip(_RSIN_WEIGHTS, digits, strict=True)) % 11 == 0


def months_later(day: date, months: int) -> date:
    """The same day so many months later; from the last day of a month to the last of another."""
    number = day.year * 12 + day.month - 1 + months
    year, month = number // 12, number % 12 + 1
    next_year, next_month = (number + 1) // 12, (number + 1) % 12 + 1
    last = date(next_year, next_month, 1) - timedelta(days=1)
    if (day + timedelta(days=1)).day == 1 or day.day > last.day:
        return last
    return date(year, month, day.day)


def book_year_ends(anbi: Anbi, until: date) -> Iterator[date]:
    """The last days of book years before the day `until`, the newest first."""
    if anbi.boekjaar_eindigt is None:
        return
    for year in range(until.year, until.year - 3, -1):
        end = anbi.boekjaar_eindigt.in_year(year)
        if end < until:
            yield end


def years_accounted_for(anbi: Anbi, documenten: Iterable[OpenbaarStuk]) -> Set[int]:
    """The book years, by the year in which they end, whose figures are published as they must be:
    by a large ANBI in the standard form, else in any form."""
    soorten = {STANDARD_FORM} if anbi.groot else {STANDARD_FORM, "jaarrekening"}
    found = {d.jaar for d in documenten if d.soort in soorten and d.jaar is not None}
    return found if anbi.groot else found | {year.jaar for year in anbi.financien}


def documents_by_year(
    documenten: Sequence[OpenbaarStuk],
) -> Sequence[tuple[int | None, Sequence[OpenbaarStuk]]]:
    """Documents by year, the newest first; those without a year last."""
    years = sorted({d.jaar for d in documenten if d.jaar is not None}, reverse=True)
    rows: list[tuple[int | None, Sequence[OpenbaarStuk]]] = [
        (year, [d for d in documenten if d.jaar == year]) for year in years
    ]
    timeless = [d for d in documenten if d.jaar is None]
    return [*rows, (None, timeless)] if timeless else rows


_OLD_DOCUMENTS = ("beleidsplan", "jaarverslag", "jaarrekening")


def read_old_places(given: object) -> object:
    """The fields of an organisation with what stood under `anbi` before in its own place: board
    members as `Naam, functie`, and the addresses of documents. What has another shape stays, and
    is told of as any field that is not known there."""
    anbi = given.get("anbi") if isinstance(given, dict) else None
    if not isinstance(given, dict) or not isinstance(anbi, dict):
        return given
    kept, found = dict(anbi), dict(given)
    over_ons = given.get("over_ons", {})
    board = kept.get("bestuur")
    if (
        isinstance(board, list)
        and all(isinstance(line, str) and line.strip() for line in board)
        and isinstance(over_ons, dict)
    ):
        del kept["bestuur"]
        if "bestuur" not in over_ons:
            found["over_ons"] = {**over_ons, "bestuur": [_as_member(line) for line in board]}
    documents = given.get("documenten", [])
    for soort in _OLD_DOCUMENTS:
        address = kept.get(soort)
        if isinstance(documents, list) and isinstance(address, str) and _is_web(address):
            del kept[soort]
            documents = [*documents, {"soort": soort, "url": address}]
    if documents:
        found["documenten"] = documents
    return {**found, "anbi": kept}


def _is_web(address: str) -> bool:
    return address.strip().lower().startswith(("https://", "http://"))


def _as_member(line: str) -> Mapping[str, str]:
    """`Hilde Tamminga, voorzitter`; without a function it is a member."""
    name, comma, role = line.partition(",")
    return {"naam": name.strip(), "functie": role.strip() if comma else "bestuurslid"}
