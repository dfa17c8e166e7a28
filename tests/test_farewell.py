"""Farewell and welcome: where people say goodbye, and who takes over from whom."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from helpers.berichten import medewerker_yaml, read, read_main
from helpers.links import find_broken_links
from helpers.site import build_site, write_organisatie
from propositie.inspection import inspect

PARTY = """\
naam: Bea zwaait uit
wanneer: [{datum: 2026-12-11, van: 15:00, tot: 17:00}]
locatie: de-linde
medewerkers: [bea]
"""
EVERY_WEEK = """\
naam: Breicafé
wanneer: [{dag: dinsdag, van: 9:00, tot: 10:00, tot_en_met: 2027-06-01}]
medewerkers: [bea]
"""
SOON = "".join(
    f"naam: Les {n}\nwanneer: [{{datum: 2026-11-{day}, van: 9:00, tot: 10:00}}]\n"
    "medewerkers: [bea]\n---\n"
    for n, day in enumerate((24, 25))
).split("---\n")
BEA = medewerker_yaml("Bea Bruinsma", """\
contact: {telefoon: 0599 009 876, email: bea@veenrand.example}
portret: {bestand: bea.png, alt: Bea lacht, toestemming: {datum: 2026-03-15}}
uit_dienst: 2026-12-04
opvolger: cor
afscheid: Dag lieve Bea.
""")  # fmt: skip
COR = medewerker_yaml("Cor Cremer", "contact: {telefoon: 0599 001 234}\nin_dienst: 2026-11-01\n")
LONG_BEFORE, LAST_WEEKS, LEFT, AFTER = "2026-10-22", "2026-11-20", "2026-12-08", "2026-12-12"
LAST_INTRODUCED, KNOWN = "2027-03-06", "2027-03-07"

OnDate = Callable[[str], Path]


@pytest.fixture(scope="module")
def on_date(tmp_path_factory: pytest.TempPathFactory) -> OnDate:
    """The site of the house as it is on a day; made when first asked for."""
    folder = tmp_path_factory.mktemp("afscheid")
    built: dict[str, Path] = {}

    def build(day: str) -> Path:
        if day not in built:
            files = {
                "medewerkers/bea.yml": BEA, "medewerkers/cor.yml": COR,
                "agenda/bea.yml": PARTY, "agenda/breien.yml": EVERY_WEEK,
                "agenda/les.yml": SOON[0], "agenda/les-2.yml": SOON[1],
            }  # fmt: skip
            config = write_organisatie(folder / day, files, on_date=day)
            Image.new("RGB", (400, 500)).save(folder / day / "huis/medewerkers/bea.png")
            built[day] = build_site(config)
        return built[day]

    return build


def test_a_farewell_tells_where_to_say_goodbye(on_date: OnDate) -> None:
    html = read_main(on_date(LEFT), "mensen/bea/")
    assert "Hier kun je Bea gedag zeggen" in html
    assert 'href="../../agenda/bea/"' in html
    assert "Vr 11 december 15.00" in html or "Vrijdag 15.00" in html
    assert "Breicafé" not in html, "nobody took her name out of what is every week"


def test_when_it_is_over_the_farewell_says_nothing_of_it(on_date: OnDate) -> None:
    html = read_main(on_date(AFTER), "mensen/bea/")
    assert "Dag lieve Bea." in html
    assert "gedag zeggen" not in html
    assert "Bea zwaait uit" not in html


def test_the_event_leads_to_the_farewell_and_shows_nothing_else_of_who_left(
    on_date: OnDate,
) -> None:
    html = read(on_date(LEFT), "agenda/bea/")
    assert 'Afscheid van <a href="../../mensen/bea/">Bea Bruinsma</a>' in html
    for path in on_date(LEFT).rglob("*"):
        if path.is_file():
            raw = path.read_bytes()
            raw = gzip.decompress(raw) if path.suffix == ".gz" else raw
            for secret in (b"009 876", b"599009876", b"bea@veenrand", b"Bea lacht"):
                assert secret not in raw, path


def test_in_the_last_weeks_it_stands_first_among_what_comes(on_date: OnDate) -> None:
    before = read_main(on_date(LONG_BEFORE), "mensen/bea/")
    assert "Bea zwaait uit" not in before, "two others come sooner"
    html = read_main(on_date(LAST_WEEKS), "mensen/bea/")
    assert html.count("Bea zwaait uit") == 1
    assert html.index("Bea zwaait uit") < html.index("Breicafé")
    assert "Afscheid van" not in read(on_date(LAST_WEEKS), "agenda/bea/")
    assert "009 876" in html


@pytest.mark.parametrize(
    ("day", "told"),
    [(LAST_WEEKS, False), (LEFT, True), (LAST_INTRODUCED, True), (KNOWN, False)],
)
def test_who_takes_over_says_so_until_three_months_after(
    on_date: OnDate, day: str, told: bool
) -> None:
    html = read_main(on_date(day), "mensen/cor/")
    line = 'Cor neemt het over van <a href="../../mensen/bea/">Bea Bruinsma</a>.'
    assert (line in html) == told
    assert ("Bea" in html) == told


@pytest.mark.parametrize("day", [LAST_WEEKS, LEFT, AFTER])
def test_no_link_breaks(on_date: OnDate, day: str) -> None:
    broken = find_broken_links(on_date(day), "https://veenrand.example/repo/")
    assert [k for k in broken if "JSON-LD" not in k] == []


def test_a_farewell_may_name_whom_it_is_for(tmp_path: Path) -> None:
    from datetime import date

    text = PARTY.replace("Bea zwaait uit", "Afscheid van Bea Bruinsma")
    config = write_organisatie(
        tmp_path,
        {"medewerkers/bea.yml": BEA, "medewerkers/cor.yml": COR, "agenda/bea.yml": text},
    )
    Image.new("RGB", (40, 50)).save(config.parent / "huis/medewerkers/bea.png")
    codes = {f.code for f in inspect(tmp_path / "huis", date(2026, 12, 8)).findings}
    assert "K46" in codes
    assert "K49" not in codes
