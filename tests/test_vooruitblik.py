"""What will change: the site of today beside that of a day to come."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from hulp.klein_huis import KLEIN_HUIS, bouw_huis
from hulp.stukken import BLOG, mens, stuk
from propositie.cli import hoofd
from propositie.lezen import lees_huis
from propositie.vooruitblik import vooruitblik

VAN = date(2026, 11, 20)


def portret(**toestemming: str) -> str:
    velden = ", ".join(f"{n}: {w}" for n, w in toestemming.items())
    return f"portret: {{bestand: p.svg, alt: Een portret, toestemming: {{{velden}}}}}\n"


def straks(map_: Path, anders: dict[str, str], tot: str = "2027-01-31") -> list[tuple[str, str]]:
    """(day, sentence) of what changes in the small house with `anders` laid over it."""
    huismap = bouw_huis(map_ / "huis", anders)
    (huismap / "medewerkers/p.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 5"><path d="M0 0h4v5z"/></svg>',
        "utf-8",
    )
    lezing = lees_huis(huismap)
    assert lezing.huis is not None, lezing.bevindingen
    gevonden = vooruitblik(lezing.huis, VAN, date.fromisoformat(tot), lezing.berichten)
    return [(v.datum.isoformat(), v.bericht) for v in gevonden]


SAMIRA = KLEIN_HUIS["medewerkers/samira.yml"]


@pytest.mark.parametrize(
    ("anders", "verwacht"),
    [
        ({}, []),
        (
            {"medewerkers/bea.yml": mens("Bea Bos", portret(datum="2026-01-01", tot="2026-11-30"))},
            [("2026-12-01", "Het portret van Bea verdwijnt.")],
        ),
        (
            {"medewerkers/bea.yml": mens("Bea Bos", portret(datum="2026-12-05"))},
            [("2026-12-05", "Het portret van Bea verschijnt.")],
        ),
        (
            {"medewerkers/bea.yml": mens("Bea Bos", portret(
                datum="2026-01-01", ingetrokken="2026-12-24"))},
            [("2026-12-24", "Het portret van Bea verdwijnt.")],
        ),
        (
            {"medewerkers/bea.yml": mens("Bea Bos", "in_dienst: 2027-01-01\n")},
            [("2027-01-01", "De pagina van Bea verschijnt, zonder portret.")],
        ),
        (
            {"medewerkers/bea.yml": mens("Bea Bos", "in_dienst: 2027-02-01\n")},
            [],
        ),
        (
            {"medewerkers/bea.yml": mens("Bea Bos", "uit_dienst: 2026-12-31\nopvolger: samira\n")},
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
             "medewerkers/bea.yml": mens("Bea Bos", "in_dienst: 2026-12-01\n")},
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
            {f"{BLOG}/soep.md": stuk(datum="2026-12-02"),
             f"{BLOG}/af.md": stuk(datum="2026-12-02", erbij="concept: ja\n")},
            [("2026-12-02", "Het stuk “Soep” verschijnt.")],
        ),
        (
            {"medewerkers/bea.yml": mens("Bea Bos", "in_dienst: 2026-12-01\n"),
             f"{BLOG}/hallo.md": stuk("Hallo", "bea")},
            [("2026-12-01", "De pagina van Bea verschijnt, zonder portret."),
             ("2026-12-01", "Het stuk “Hallo” verschijnt.")],
        ),
    ],
)  # fmt: skip
def test_what_changes_and_when(
    tmp_path: Path, anders: dict[str, str], verwacht: list[tuple[str, str]]
) -> None:
    assert straks(tmp_path, anders) == verwacht


def test_who_comes_and_goes_in_between_is_told_twice(tmp_path: Path) -> None:
    kort = mens("Bea Bos", "in_dienst: 2026-12-01\nuit_dienst: 2026-12-31\nopvolger: samira\n")
    dagen = [dag for dag, _ in straks(tmp_path, {"medewerkers/bea.yml": kort})]
    assert dagen == ["2026-12-01", "2027-01-01"]


@pytest.fixture
def huismap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("propositie.cli.gedeeld.vandaag", lambda: VAN)
    return bouw_huis(
        tmp_path / "huis", {"medewerkers/bea.yml": mens("Bea Bos", "in_dienst: 2027-01-01\n")}
    )


def vraag(huismap: Path, *opties: str) -> str:
    return CliRunner().invoke(hoofd, ["controleer", "--huis", str(huismap), *opties]).output


def test_the_command_tells_it_after_the_findings(huismap: Path) -> None:
    assert vraag(huismap, "--op", "2027-01-31").endswith(
        "\nDit verandert er tot die dag op de site:\n"
        "  1 januari 2027: De pagina van Bea verschijnt, zonder portret.\n"
    )


@pytest.mark.parametrize("op", [[], ["--op", "2026-11-20"], ["--op", "2026-12-31"]])
def test_the_command_is_silent_when_nothing_changes(huismap: Path, op: list[str]) -> None:
    assert "Dit verandert" not in vraag(huismap, *op)


def test_as_json_a_change_is_told_from_a_finding(huismap: Path) -> None:
    rijen = json.loads(vraag(huismap, "--op", "2027-01-31", "--formaat", "json"))
    assert [r for r in rijen if r["ernst"] == "vooruitblik"] == [{
        "code": "vooruitblik", "ernst": "vooruitblik", "plaats": None, "datum": "2027-01-01",
        "bericht": "De pagina van Bea verschijnt, zonder portret.",
    }]  # fmt: skip
    assert all("datum" not in r for r in rijen if r["ernst"] != "vooruitblik")


def test_on_github_it_is_a_notice(huismap: Path) -> None:
    assert (
        "::notice title=vooruitblik::1 januari 2027: De pagina van Bea verschijnt, zonder portret."
        in vraag(huismap, "--op", "2027-01-31", "--formaat", "github")
    )
