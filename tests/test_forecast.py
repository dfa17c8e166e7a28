"""What will change: the site of today beside that of a day to come."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from helpers.berichten import BLOG, make_bericht, medewerker_yaml
from helpers.small_huis import SMALL_HUIS, write_huis
from propositie.cli import main
from propositie.edition import public_huis
from propositie.forecast import differences, forecast
from propositie.reading import load_huis

TODAY = date(2026, 11, 20)


NOTHING_ON = {"agenda/soepmiddag.yml": None, "mededelingen/lift.yml": None}
"""The small house without its event and its notice, which would be over."""


def portret(**toestemming: str) -> str:
    fields = ", ".join(f"{n}: {w}" for n, w in toestemming.items())
    return f"portret: {{bestand: p.svg, alt: Een portret, toestemming: {{{fields}}}}}\n"


def upcoming(
    folder: Path, overrides: Mapping[str, str], until: str = "2027-01-31"
) -> list[tuple[str, str]]:
    """(day, sentence) of what changes in the small house with `overrides` laid over it."""
    huis_folder = write_huis(folder / "huis", {**NOTHING_ON, **overrides})
    (huis_folder / "medewerkers/p.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 5"><path d="M0 0h4v5z"/></svg>',
        "utf-8",
    )
    loaded = load_huis(huis_folder)
    assert loaded.huis is not None, loaded.problems
    found = forecast(loaded.huis, TODAY, date.fromisoformat(until))
    return [(v.day.isoformat(), v.message) for v in found]


SAMIRA = SMALL_HUIS["medewerkers/samira.yml"]


@pytest.mark.parametrize(
    ("overrides", "expected"),
    [
        ({}, []),
        (
            {"medewerkers/bea.yml":
                medewerker_yaml("Bea Bos", portret(datum="2026-01-01", tot="2026-11-30"))},
            [("2026-12-01", "Het portret van Bea verdwijnt.")],
        ),
        (
            {"medewerkers/bea.yml": medewerker_yaml("Bea Bos", portret(datum="2026-12-05"))},
            [("2026-12-05", "Het portret van Bea verschijnt.")],
        ),
        (
            {"medewerkers/bea.yml": medewerker_yaml("Bea Bos", portret(
                datum="2026-01-01", ingetrokken="2026-12-24"))},
            [("2026-12-24", "Het portret van Bea verdwijnt.")],
        ),
        (
            {
            **NOTHING_ON,
            "medewerkers/bea.yml": medewerker_yaml("Bea Bos", "in_dienst: 2027-01-01\n"),
        },
            [("2027-01-01", "De pagina van Bea verschijnt, zonder portret.")],
        ),
        (
            {"medewerkers/bea.yml": medewerker_yaml("Bea Bos", "in_dienst: 2027-02-01\n")},
            [],
        ),
        (
            {"medewerkers/bea.yml":
                medewerker_yaml("Bea Bos", "uit_dienst: 2026-12-31\nopvolger: samira\n")},
            [("2027-01-01", "De pagina van Bea wordt een afscheid, en wijst door naar Samira; "
              "portret, nummers en visitekaart verdwijnen.")],
        ),
        (
            {"medewerkers/samira.yml": SAMIRA + "uit_dienst: 2026-12-31\n"},
            [("2027-01-01", "De pagina van Samira wordt een afscheid, zonder opvolger; "
              "portret, nummers en visitekaart verdwijnen."),
             ("2027-01-01", "De klantgroep “Ouderen” heeft geen boegbeeld meer; "
              "die plek staat open.")],
        ),
        (
            {"medewerkers/samira.yml": SAMIRA + "uit_dienst: 2026-01-31\nopvolger: bea\n",
             "medewerkers/bea.yml": medewerker_yaml("Bea Bos", "in_dienst: 2026-12-01\n")},
            [("2026-12-01", "De pagina van Bea verschijnt, zonder portret."),
             ("2026-12-01", "Het afscheid van Samira wijst voortaan door naar Bea."),
             ("2026-12-01", "De klantgroep “Ouderen” heeft weer een boegbeeld.")],
        ),
        (
            {"medewerkers/samira.yml": SAMIRA.replace(
                "{datum: 2026-06-18}", "{datum: 2026-06-18, tot: 2026-12-31}")},
            [("2027-01-01",
              "De aanbeveling “Samira belde echt terug.” (Henk, 79) bij Samira verdwijnt.")],
        ),
        (
            {f"{BLOG}/soep.md": make_bericht(datum="2026-12-02"),
             f"{BLOG}/af.md": make_bericht(datum="2026-12-02", extra="concept: ja\n")},
            [("2026-12-02", "Het stuk “Soep” verschijnt.")],
        ),
        (
            {"medewerkers/bea.yml": medewerker_yaml("Bea Bos", "in_dienst: 2026-12-01\n"),
             f"{BLOG}/hallo.md": make_bericht("Hallo", "bea")},
            [("2026-12-01", "De pagina van Bea verschijnt, zonder portret."),
             ("2026-12-01", "Het stuk “Hallo” verschijnt.")],
        ),
    ],
)  # fmt: skip
def test_what_changes_and_when(
    tmp_path: Path, overrides: dict[str, str], expected: list[tuple[str, str]]
) -> None:
    assert upcoming(tmp_path, overrides) == expected


def test_who_a_day_touches_tells_the_same_as_the_whole_house(tmp_path: Path) -> None:
    """Comparing only whom a day touches leaves out nothing that comparing everything would show."""
    rng = random.Random(9)

    def some_day(first: int, last: int) -> str:
        return (TODAY + timedelta(days=rng.randrange(first, last))).isoformat()

    people, overrides = [f"m{n}" for n in range(30)], {}
    for id_ in people:
        extra = f"in_dienst: {some_day(-90, 60)}\n" if rng.random() < 0.5 else ""
        if rng.random() < 0.6:
            extra += f"uit_dienst: {some_day(60, 120)}\n"
        if rng.random() < 0.8:
            extra += f"opvolger: {rng.choice(people)}\n"
        extra += portret(datum=some_day(-60, 0), tot=some_day(0, 120))
        name = f"{id_.capitalize()} Bos"
        overrides[f"medewerkers/{id_}.yml"] = medewerker_yaml(name, extra)
    for n in range(9):
        auteurs = f"[{', '.join(rng.sample(people, 2))}]"
        overrides[f"{BLOG}/stuk{n}.md"] = make_bericht(datum=some_day(-90, 120), auteur=auteurs)
    found = upcoming(tmp_path, overrides, "2027-04-01")
    loaded = load_huis(tmp_path / "huis")
    assert loaded.huis is not None
    expected, day = [], TODAY
    while day < date(2027, 4, 1):
        day += timedelta(days=1)
        before, after = (public_huis(loaded.huis, d) for d in (day - timedelta(days=1), day))
        expected += [(day.isoformat(), sentence) for sentence in differences(before, after)]
    assert len(expected) > 50
    assert [v for v in found if "klantgroep" not in v[1]] == expected


def test_who_comes_and_goes_in_between_is_told_twice(tmp_path: Path) -> None:
    short = medewerker_yaml(
        "Bea Bos", "in_dienst: 2026-12-01\nuit_dienst: 2026-12-31\nopvolger: samira\n"
    )
    days = [day for day, _ in upcoming(tmp_path, {"medewerkers/bea.yml": short})]
    assert days == ["2026-12-01", "2027-01-01"]


@pytest.fixture
def huis_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("propositie.cli.shared.today", lambda: TODAY)
    return write_huis(
        tmp_path / "huis",
        {
            **NOTHING_ON,
            "medewerkers/bea.yml": medewerker_yaml("Bea Bos", "in_dienst: 2027-01-01\n"),
        },
    )


def ask(huis_folder: Path, *options: str) -> str:
    return CliRunner().invoke(main, ["controleer", "--huis", str(huis_folder), *options]).output


def test_the_command_tells_it_after_the_findings(huis_folder: Path) -> None:
    assert ask(huis_folder, "--op", "2027-01-31").endswith(
        "\nDit verandert er tot die dag op de site:\n"
        "  1 januari 2027: De pagina van Bea verschijnt, zonder portret.\n"
    )


@pytest.mark.parametrize("on_date", [[], ["--op", "2026-11-20"], ["--op", "2026-12-31"]])
def test_the_command_is_silent_when_nothing_changes(huis_folder: Path, on_date: list[str]) -> None:
    assert "Dit verandert" not in ask(huis_folder, *on_date)


def test_as_json_a_change_is_told_from_a_finding(huis_folder: Path) -> None:
    rows = json.loads(ask(huis_folder, "--op", "2027-01-31", "--formaat", "json"))
    assert [r for r in rows if r["ernst"] == "vooruitblik"] == [{
        "code": "vooruitblik", "ernst": "vooruitblik", "plaats": None, "datum": "2027-01-01",
        "bericht": "De pagina van Bea verschijnt, zonder portret.",
    }]  # fmt: skip
    assert all("datum" not in r for r in rows if r["ernst"] != "vooruitblik")


def test_on_github_it_is_a_notice(huis_folder: Path) -> None:
    assert (
        "::notice title=vooruitblik::1 januari 2027: De pagina van Bea verschijnt, zonder portret."
        in ask(huis_folder, "--op", "2027-01-31", "--formaat", "github")
    )
