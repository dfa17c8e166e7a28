"""The calendar for colleagues: every dated fact once, on a page and in a file for calendars."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest
import vobject
from click.testing import CliRunner
from ical.calendar_stream import IcsCalendarStream
from playwright.sync_api import Page, expect

from helpers.berichten import medewerker_yaml
from helpers.site import build_site, write_organisatie
from helpers.small_huis import SMALL_HUIS, write_huis
from propositie.checks.rule import first_day_older, is_older_than
from propositie.cli import main
from propositie.forecast import Dated, dated_facts
from propositie.reading import load_huis

TODAY = date(2026, 11, 20)
A_YEAR = TODAY + timedelta(days=366)
QUIET: Mapping[str, str | None] = {
    "agenda/soepmiddag.yml": None, "klantstem/deze-week.yml": None,
}  # fmt: skip
"""The small house without its event."""
CONTACT = "contact: {telefoon: 0599 000 100}"
HOURS = "contact: {telefoon: 0599 000 100, openingstijden: [maandag t/m vrijdag van 9 tot 17 uur]}"
ORGANISATIE = SMALL_HUIS["organisatie.yml"]


def facts_of(
    folder: Path, overrides: Mapping[str, str | None], until: date = A_YEAR
) -> list[Dated]:
    """The dated facts of the small house with other files."""
    huis_folder = write_huis(folder / "huis", {**QUIET, **overrides})
    (huis_folder / "medewerkers/p.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 5"><path d="M0 0h4v5z"/></svg>'
    )
    loaded = load_huis(huis_folder)
    assert loaded.huis is not None, loaded.problems
    return dated_facts(loaded.huis, TODAY, until)


def told(folder: Path, about: str, overrides: Mapping[str, str | None]) -> list[tuple[str, str]]:
    """(day, sentence) of what is told about one subject."""
    facts = facts_of(folder, overrides)
    return [(f.day.isoformat(), f.message) for f in facts if f.about == about]


# --- which facts there are ----------------------------------------------------------------------


def test_who_starts_and_who_leaves(tmp_path: Path) -> None:
    bea = medewerker_yaml("Bea Bos", "in_dienst: 2027-01-04\n")
    gijs = medewerker_yaml("Gijs Wolf", "uit_dienst: 2026-12-31\nopvolger: bea\n")
    els = medewerker_yaml("Els Roos", "uit_dienst: 2027-02-28\n")
    files = {f"medewerkers/{n}.yml": t for n, t in (("bea", bea), ("gijs", gijs), ("els", els))}
    assert told(tmp_path, "mensen", files)[:3] == [
        ("2026-12-31", "Laatste werkdag van Gijs Wolf; Bea neemt het over."),
        ("2027-01-04", "Eerste werkdag van Bea Bos."),
        ("2027-02-28", "Laatste werkdag van Els Roos; er is nog geen opvolger."),
    ]


def test_consent_that_ends_is_a_task_also_when_its_day_is_over(tmp_path: Path) -> None:
    bea = medewerker_yaml("Bea Bos", """\
portret: {bestand: p.svg, alt: Een portret, toestemming: {datum: 2026-01-01, tot: 2026-11-30}}
aanbevelingen:
  - {citaat: Top., door: Jan, toestemming: {datum: 2024-01-01, tot: 2025-01-01}}
  - {citaat: Weg., door: Piet, toestemming: {datum: 2024-01-01, tot: 2027-01-01, ingetrokken: ja}}
""")  # fmt: skip
    facts = [
        f for f in facts_of(tmp_path, {"medewerkers/bea.yml": bea}) if f.about == "toestemming"
    ]
    assert [(f.day.isoformat(), f.is_task) for f in facts] == [
        ("2025-01-01", True), ("2026-11-30", True),
    ]  # fmt: skip
    assert 'het citaat van "Jan"' in facts[0].message
    assert "het portret van Bea" in facts[1].message


def test_visits_that_are_due_or_planned(tmp_path: Path) -> None:
    winkel = SMALL_HUIS["concurrenten/woonwinkel.yml"].replace("2026-10-13", "2025-03-02")
    sport = winkel.replace("Restaurant van de woonwinkel", "Sportkantine").replace(
        "- datum: 2025-03-02", "- {datum: 2026-12-01, door: samira}\n  - datum: 2025-03-02"
    )
    files = {"concurrenten/woonwinkel.yml": winkel, "concurrenten/sport.yml": sport}
    assert told(tmp_path, "speelveld", files) == [
        ("2026-03-03",
         "Ga weer eens kijken bij “Restaurant van de woonwinkel”; het laatste bezoek was op "
         "2 maart 2025."),
        ("2026-12-01", "Bezoek aan “Sportkantine” door Samira."),
    ]  # fmt: skip


def test_the_last_day_of_a_vacancy_is_told_and_its_first_day_once(tmp_path: Path) -> None:
    chauffeur = SMALL_HUIS["vacatures/chauffeur.yml"] + "sinds: 2026-12-01\n"
    files = {"vacatures/chauffeur.yml": chauffeur}
    assert told(tmp_path, "vacatures", files) == [
        ("2027-06-30",
         "Laatste dag om te reageren op de vacature “Chauffeur”. Is er nog niemand, kies dan een "
         "latere dag bij sluit_op."),
    ]  # fmt: skip
    first = [message for day, message in told(tmp_path, "site", files) if day == "2026-12-01"]
    assert first == ["De vacature “Chauffeur” verschijnt."]


def test_a_service_is_to_be_checked_on_the_day_that_the_check_says_so(tmp_path: Path) -> None:
    [(day, message)] = told(tmp_path, "nakijken", {})
    assert day == "2027-10-13"
    assert "“Boodschappentaxi”" in message
    own = {"organisatie.yml": f"{ORGANISATIE}keuring: {{gecontroleerd_maanden: 1}}\n"}
    assert told(tmp_path, "nakijken", own)[0][0] == "2026-11-13"


@pytest.mark.parametrize("months", [1, 6, 12, 25])
def test_the_first_day_on_which_something_is_old(months: int) -> None:
    for number in range(800):
        day = date(2023, 12, 1) + timedelta(days=number)
        first = first_day_older(months, day)
        assert is_older_than(months, day, first)
        assert not is_older_than(months, day, first - timedelta(days=1))


def test_agreements_until_they_are_kept(tmp_path: Path) -> None:
    winkel = SMALL_HUIS["partners/dorpswinkel.yml"] + (
        "afspraken:\n  - {wat: Samen folders maken., datum: 2026-06-01}\n"
        "  - {wat: Bellen, datum: 2026-12-03}\n"
        "  - {wat: Klaar, datum: 2026-12-04, nagekomen: ja}\n"
    )
    found = told(tmp_path, "partners", {"partners/dorpswinkel.yml": winkel})
    assert [(day, m.split(": ")[1]) for day, m in found] == [
        ("2026-06-01", "Samen folders maken."), ("2026-12-03", "Bellen."),
    ]  # fmt: skip


def test_closed_days_and_holidays_that_nobody_decided_on(tmp_path: Path) -> None:
    organisatie = ORGANISATIE.replace(CONTACT, HOURS) + (
        "gesloten: [{van: 16-11-2026, tot: 27-11-2026, reden: verhuizing}]\n"
        "feestdagen: {gesloten: [eerste kerstdag, tweede kerstdag, nieuwjaarsdag], "
        "open: [goede vrijdag, tweede paasdag, hemelvaartsdag, koningsdag]}\n"
    )
    linde = SMALL_HUIS["locaties/de-linde.yml"] + "gesloten: 7-12-2026\n"
    facts = [
        f
        for f in facts_of(
            tmp_path, {"organisatie.yml": organisatie, "locaties/de-linde.yml": linde}
        )
        if f.about == "gesloten"
    ]
    assert [(f.day.isoformat(), f.is_task, f.on_site, f.message) for f in facts] == [
        ("2026-11-16", False, True, "Alles is dicht tot en met 27 november 2026: verhuizing."),
        ("2026-12-07", False, True, "Wijkcentrum De Linde is dicht."),
        ("2026-12-25", False, False, "Alles is dicht: eerste kerstdag."),
        ("2026-12-26", False, False, "Alles is dicht: tweede kerstdag."),
        ("2027-01-01", False, False, "Alles is dicht: nieuwjaarsdag."),
        ("2027-05-05", True, False,
         "Het is bevrijdingsdag. Beslis of jullie werken, en zet de dag bij feestdagen."),
        ("2027-05-17", True, False,
         "Het is tweede pinksterdag. Beslis of jullie werken, en zet de dag bij feestdagen."),
    ]  # fmt: skip


EVENTS = {
    "one day": (
        "wanneer: [{datum: 2026-12-03, van: 12:00, tot: 14:00}]",
        [("2026-12-03", "Dit staat op de agenda: “Soep”."),
         ("2026-12-04", "“Soep” is geweest en gaat van de agenda."),
         ("2027-01-03", "De pagina van “Soep” verdwijnt.")],
    ),
    "a course": (
        "wanneer: [{dag: dinsdag, van: 9:00, tot: 10:00, vanaf: 2027-01-04, "
        "tot_en_met: 2027-12-31}]",
        [("2027-01-05", "“Soep” begint.")],
    ),
    "on and on": ("wanneer: dinsdag van 9.00 tot 10.00 uur", []),
    "cancelled": ("wanneer: [{datum: 2026-12-03}]\nafgelast: ja", []),
    "over": ("wanneer: [{datum: 2026-11-15}]", [("2026-12-16", "De pagina van “Soep” verdwijnt.")]),
}  # fmt: skip


@pytest.mark.parametrize("name", EVENTS)
def test_when_an_event_begins_and_is_over(tmp_path: Path, name: str) -> None:
    when, expected = EVENTS[name]
    assert told(tmp_path, "agenda", {"agenda/soep.yml": f"naam: Soep\n{when}\n"}) == expected


# --- what controleer --op tells -----------------------------------------------------------------


def ask(folder: Path, monkeypatch: pytest.MonkeyPatch, overrides: Mapping[str, str | None]) -> str:
    monkeypatch.setattr("propositie.cli.shared.today", lambda: TODAY)
    huis = write_huis(folder / "huis", overrides)
    return (
        CliRunner().invoke(main, ["controleer", "--huis", str(huis), "--op", "2026-12-20"]).output
    )


def test_the_command_tells_of_an_event_that_is_over_by_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ask(tmp_path, monkeypatch, {"mededelingen/lift.yml": None}).endswith(
        "\nDit verandert er tot die dag op de site:\n"
        "  4 december 2026: “Soepmiddag” is geweest en gaat van de agenda.\n"
    )


def test_the_command_tells_of_a_date_on_which_it_will_be_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On the day asked for it is over, so that the check of that day says nothing."""
    closed = f"{ORGANISATIE}gesloten: [{{van: 1-12-2026, tot: 5-12-2026, reden: vakantie}}]\n"
    found = ask(tmp_path, monkeypatch, {"organisatie.yml": closed})
    assert (
        "3 december 2026: Volgens de site is er “Soepmiddag”, maar die dag is het dicht (vakantie)."
        in found
    )
    assert "1 december 2026: Alles is dicht tot en met 5 december 2026: vakantie." in found
    assert "K65" not in found
    off = SMALL_HUIS["agenda/soepmiddag.yml"] + "afgelast: {op: 3-12-2026}\n"
    again = ask(tmp_path, monkeypatch, {"organisatie.yml": closed, "agenda/soepmiddag.yml": off})
    assert "Volgens de site" not in again


# --- the page and the file ----------------------------------------------------------------------

LEAVING = "uit_dienst: 2027-01-08\n"
BUSY: Mapping[str, str | None] = {
    "klantstem/deze-week.yml": None,
    "medewerkers/gijs.yml": medewerker_yaml("Gijs Wolf", LEAVING),
    "concurrenten/woonwinkel.yml": SMALL_HUIS["concurrenten/woonwinkel.yml"].replace(
        "2026-10-13", "2025-03-02"
    ),
    "organisatie.yml": ORGANISATIE
    + "gesloten: [{van: 24-12-2026, tot: 1-1-2027, reden: kerstvakantie}]\n",
}


def make_werkboek(
    folder: Path, overrides: Mapping[str, str | None], op: str = "2026-11-20"
) -> Path:
    """The werkboek of the small house as it is on a day."""
    write_organisatie(folder, overrides)
    werkboek = folder / "werkboek.yml"
    werkboek.write_text(
        "INHERIT: mkdocs.yml\nsite_dir: site_werkboek\nplugins:\n"
        f"  - propositie: {{huis: huis, editie: werkboek, op: {op}}}\n"
    )
    return build_site(werkboek)


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_werkboek(tmp_path_factory.mktemp("kalender"), BUSY)


def test_the_page_tells_by_month_what_waits_first(busy: Path, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto((busy / "kalender/index.html").as_uri())
    headings = page.locator("main h2").all_inner_texts()
    assert headings[:3] == ["Wacht nog op iemand", "December 2026", "Januari 2027"]
    first = page.locator("section.kalender").first
    expect(first).to_contain_text("dinsdag 3 maart 2026")
    expect(first).to_contain_text("huis/concurrenten/woonwinkel.yml")
    expect(first).to_contain_text("te doen")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    marks = page.locator("section.kalender dl > div")
    ids = [row.get_attribute("id") for row in marks.all()]
    assert len(ids) == len(set(ids)) > 5


def test_the_page_says_so_when_nothing_comes(tmp_path: Path, page: Page) -> None:
    bare = {
        **QUIET,
        "concurrenten/woonwinkel.yml": None,
        "diensten/boodschappentaxi.yml": SMALL_HUIS["diensten/boodschappentaxi.yml"].replace(
            "gecontroleerd_op: 2026-10-12\n", ""
        ),
        "usps/zelfde-gezicht.yml": None,
        "mededelingen/lift.yml": None,
        "vacatures/chauffeur.yml": None,
    }
    site = make_werkboek(tmp_path, bare)
    page.goto((site / "kalender/index.html").as_uri())
    expect(page.locator("main")).to_contain_text("Er komt in die tijd niets aan")


def test_two_other_programs_read_the_file(busy: Path) -> None:
    text = (busy / "kalender/kalender.ics").read_bytes().decode("utf-8")
    rows = {e.summary.value: e for e in vobject.readOne(text).vevent_list}
    others = {e.summary: e for e in IcsCalendarStream.calendar_from_ics(text).events}
    assert rows.keys() == others.keys()
    closed = "Alles is dicht tot en met 1 januari 2027: kerstvakantie."
    assert (rows[closed].dtstart.value, rows[closed].dtend.value) == (
        date(2026, 12, 24), date(2027, 1, 2),
    )  # fmt: skip
    gone = others["Laatste werkdag van Gijs Wolf; er is nog geen opvolger."]
    assert (gone.start, gone.end) == (date(2027, 1, 8), date(2027, 1, 9))
    assert gone.sequence == (TODAY - date(2020, 1, 1)).days
    assert gone.dtstamp.isoformat() == "2026-11-20T00:00:00+00:00"
    assert "Bestand: huis/medewerkers/gijs.yml" in (gone.description or "")
    html = (busy / "kalender/index.html").read_text("utf-8")
    assert f'id="{(gone.description or "").rpartition("#")[2]}"' in html
    assert 'href="../kalender/kalender.ics"' in html
    assert not any("verdwijnt" in name for name in rows)


def test_a_day_that_moves_is_the_same_fact(busy: Path, tmp_path: Path) -> None:
    moved = {
        **BUSY,
        "medewerkers/gijs.yml": medewerker_yaml("Gijs Wolf", "uit_dienst: 2027-02-05\n"),
    }
    site = make_werkboek(tmp_path, moved, "2026-11-21")

    def by_uid(site: Path) -> dict[str, tuple[object, int]]:
        text = (site / "kalender/kalender.ics").read_text("utf-8")
        events = IcsCalendarStream.calendar_from_ics(text).events
        assert len(events) == len({e.uid for e in events})
        return {str(e.uid): (e.start, e.sequence or 0) for e in events}

    before, after = by_uid(busy), by_uid(site)
    assert before.keys() == after.keys()
    changed = {uid for uid, (day, _) in after.items() if before[uid][0] != day}
    assert [(before[u][0], after[u][0]) for u in changed] == [(date(2027, 1, 8), date(2027, 2, 5))]
    assert all(after[uid][1] == before[uid][1] + 1 for uid in after)


def test_none_of_it_is_on_the_public_site(tmp_path: Path) -> None:
    config = write_organisatie(tmp_path, BUSY)
    site = build_site(config)
    loaded = load_huis(tmp_path / "huis")
    assert loaded.huis is not None
    sentences = {f.message for f in dated_facts(loaded.huis, TODAY, A_YEAR)}
    assert len(sentences) > 5
    for path in site.rglob("*"):
        if not path.is_file():
            continue
        assert path.name != "kalender.ics"
        raw = path.read_bytes()
        raw = gzip.decompress(raw) if path.suffix == ".gz" else raw
        assert b"@werkboek" not in raw, path
        assert b"2027-01-08" not in raw, path
        assert b"8 januari 2027" not in raw, path
        for sentence in sentences:
            assert sentence.encode() not in raw, path
            assert json.dumps(sentence).encode() not in raw, path
