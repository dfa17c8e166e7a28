"""The pages of the werkboek, one function each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import groupby

from ..checks import RULES
from ..checks.ladder import ladder
from ..dutch import date_in_words, day_and_month, month_in_words
from ..explaining import READING_CODES
from ..finding import Finding, parts, summarise
from ..forecast import Dated
from ..handbook import handbook_pages
from ..huis import KINDS, things_of
from ..huis.dates import WEEKDAYS
from ..kit.context import KitMaterial
from ..pages import Crumb, Page
from . import addresses
from .builder import WerkboekRenderer
from .calendar_file import mark
from .verantwoording import State, chapters

DAYS_AHEAD = 366
"""So many days ahead the calendar looks."""

STOREYS = {
    "K0": "Het fundament: klantgroepen, behoeften en diensten",
    "K1": "Het speelveld: concurrenten, bezoeken en partners",
    "K2": "Het dak: wat jullie anders maakt",
    "K3": "De mensen: zes stappen",
    "K4": "Toestemming, komen en gaan",
    "K5": "Het merk, verhalen en cijfers",
    "K6": "De organisatie",
    "K7": "De taal",
    "K8": "Stukken op het blog",
    "K85": "Meedoen, vernieuwen en luisteren",
    "K9": "Instellingen",
    "V": "De bestanden",
    "D": "Drukwerk",
}
"""The storeys of the house, by the first letters of a code; what begins within one goes by its
first code."""
_ELSEWHERE = {"K17": "K6", "K18": "K6", "K19": "K6"}
"""Codes that stand on another storey than their first letters say."""


def home(sheet: WerkboekRenderer) -> Iterator[Page]:
    """How the house stands, and the way to everything else."""
    huis, findings = sheet.material.huis, sheet.material.inspection.findings
    yield sheet.render(
        addresses.HOME,
        "thuis",
        f"Werkboek van {huis.organisatie.naam}",
        "Hoe jullie huis ervoor staat, en wat jullie eraan kunnen doen.",
        state=summarise(findings),
        day=date_in_words(sheet.material.on_date),
        first=[_shown(b) for b in findings[:5]],
        kinds=[(kind.counted_as, len(things_of(huis, kind))) for kind in KINDS if kind.counted_as],
    )


def findings(sheet: WerkboekRenderer) -> Iterator[Page]:
    """Every finding, by storey of the house."""
    by_storey: dict[str, list[Finding]] = defaultdict(list)
    for finding in sheet.material.inspection.findings:
        by_storey[_storey(finding.code)].append(finding)
    groups = [
        (name, [_shown(b) for b in by_storey[key]])
        for key, name in STOREYS.items()
        if key in by_storey
    ]
    yield sheet.render(
        addresses.BEVINDINGEN, "bevindingen", "Bevindingen",
        "Wat de keuring van het huis vond, met wat u eraan kunt doen.",
        state=summarise(sheet.material.inspection.findings), groups=groups,
        search_words=" ".join(b.message for b in sheet.material.inspection.findings),
    )  # fmt: skip


def six_steps(sheet: WerkboekRenderer) -> Iterator[Page]:
    """The ladder of every worker, who can climb most first."""
    huis, on_date = sheet.material.huis, sheet.material.on_date
    ladders = ladder(huis, on_date)
    medewerkers = sorted(
        ladders, key=lambda i: (sum(s.is_taken for s in ladders[i]), huis.medewerkers[i].naam)
    )
    yield sheet.render(
        addresses.ZES_STAPPEN, "zes_stappen", "Zes stappen",
        "Per medewerker: welke van de zes stappen te zien zijn, en wat de volgende is.",
        medewerkers=[(huis.medewerkers[i], ladders[i]) for i in medewerkers],
        search_words=" ".join(huis.medewerkers[i].naam for i in medewerkers),
    )  # fmt: skip


def kalender(sheet: WerkboekRenderer, facts: Sequence[Dated]) -> Iterator[Page]:
    """What comes, by month, and what should have been done before."""
    today, marked = sheet.material.on_date, mark(facts)
    waiting = {id_: fact for id_, fact in marked.items() if fact.is_task and fact.day < today}
    coming = [id_ for id_ in marked if id_ not in waiting]
    months = groupby(coming, lambda id_: month_in_words(max(marked[id_].day, today)))
    rows = {id_: _row(sheet, id_, fact) for id_, fact in marked.items()}
    yield sheet.render(
        addresses.KALENDER, "kalender", "Kalender",
        f"Wat er komt tot en met {date_in_words(today + timedelta(days=DAYS_AHEAD))}, en wat nog "
        "op iemand wacht.",
        groups=[
            *([("Wacht nog op iemand", [rows[id_] for id_ in waiting])] if waiting else []),
            *((month.capitalize(), [rows[id_] for id_ in ids]) for month, ids in months),
        ],
        file=addresses.CALENDAR_FILE,
        search_words=" ".join(fact.message for fact in facts),
    )  # fmt: skip


def _row(sheet: WerkboekRenderer, id_: str, fact: Dated) -> dict[str, object]:
    """A dated fact as a row, with its file and the anchor to which the calendar file leads."""
    is_past = fact.day < sheet.material.on_date
    words = date_in_words(fact.day) if is_past else day_and_month(fact.day)
    return {
        "id": id_,
        "day": f"{WEEKDAYS[fact.day.weekday()]} {words}",
        "message": fact.message,
        "what": "te doen" if fact.is_task else "gaat vanzelf" if fact.on_site else "",
        "file": sheet.material.file_of(fact.thing),
    }


def verantwoording(sheet: WerkboekRenderer, site_url: str | None) -> Iterator[Page]:
    """What the house proves to who audits; `site_url` is the address of the public site."""
    material = sheet.material
    found = chapters(material.huis, material.on_date)
    states = [norm.state for chapter in found for norm in chapter.norms]
    proven = states.count(State.PROVEN)
    yield sheet.render(
        addresses.VERANTWOORDING, "verantwoording", "Verantwoording",
        "Wat wet en keurmerk vragen, wat jullie huis daarvan aantoont, en wat nog ontbreekt.",
        state=f"{proven} van de {len(states)} punten zijn aangetoond.",
        day=date_in_words(material.on_date),
        chapters=[
            (chapter.heading, [(norm, material.file_of(norm.file)) for norm in chapter.norms])
            for chapter in found
        ],
        base=site_url.rstrip("/") if site_url else None,
        search_words=" ".join(norm.name for chapter in found for norm in chapter.norms),
    )  # fmt: skip


def kits(sheet: WerkboekRenderer, material: Sequence[KitMaterial] | None) -> Iterator[Page]:
    """The way to every kit; None when there are none, for the site has no address yet."""
    listed = sorted((kind.kit, kind.name) for kind in KINDS if kind.kit)
    groups = [
        (kit.heading, sorted((s for s in material or () if s.kind == kind), key=lambda s: s.name))
        for kit, kind in listed
    ]
    yield sheet.render(
        addresses.KIT, "kit", "De kit",
        "Visitekaartjes, folders, posters, QR-codes, handtekeningen en beelden om te delen.",
        groups=[(heading, row) for heading, row in groups if row], without_address=material is None,
        search_words=" ".join(s.name for _, row in groups for s in row),
    )  # fmt: skip


def handbook(sheet: WerkboekRenderer) -> Iterator[Page]:
    """Every page of the handbook."""
    rows = list(handbook_pages())
    for number, page in enumerate(rows):
        crumbs = (
            () if page.address == addresses.HANDBOEK else (Crumb("Handboek", addresses.HANDBOEK),)
        )
        yield sheet.render(
            page.address, "handboek", page.title, f"Handboek: {page.title}.",
            crumbs, page.text, html=page.html,
            vorige=rows[number - 1] if number else None,
            next_=rows[number + 1] if number + 1 < len(rows) else None,
        )  # fmt: skip


def _storey(code: str) -> str:
    if "K85" <= code <= "K89":
        return "K85"
    return _ELSEWHERE.get(code, code[:2] if code.startswith("K") else code[:1])


def _shown(finding: Finding) -> dict[str, object]:
    """A finding in parts, with the title of its code."""
    code = finding.code
    title = RULES[code].title if code in RULES else ""
    if code in READING_CODES:
        title = READING_CODES[code].title
    return {**parts(finding), "titel": title}
