"""The rules as a whole: codes, edges in time, switching off, language. Messages: `meldingen/`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from hulp.klein_huis import KLEIN_HUIS, OP, bouw_huis
from propositie.bevinding import Ernst
from propositie.controle import controleer
from propositie.huis import Keuringsinstellingen, soorten
from propositie.huis.velden import Opmaak
from propositie.keuring import REGELS, Regel
from propositie.keuring.jargon import VAKWOORDEN, Jargon, vormen
from propositie.keuring.taal import PUBLIEKE_TEKSTEN, kaal, lange_zinnen


def codes(huismap: Path, op: str = OP) -> list[str]:
    return [b.code for b in controleer(huismap, date.fromisoformat(op), "huis").bevindingen]


def anders(tmp_path: Path, bestand: str, oud: str, nieuw: str) -> Path:
    assert oud in KLEIN_HUIS[bestand]
    return bouw_huis(tmp_path, {bestand: KLEIN_HUIS[bestand].replace(oud, nieuw)})


def test_opmaakvelden_worden_gevonden() -> None:
    assert ("medewerkers", "over") in set(_opmaakvelden())


@pytest.mark.parametrize("r", REGELS.values(), ids=REGELS)
def test_regel_is_compleet(r: Regel) -> None:
    assert re.fullmatch(r"K\d\d", r.code)
    assert r.titel[0].isupper()
    assert not r.titel.endswith(".")
    assert r.reden.endswith((".", ").", "?"))
    assert r.functie.__doc__


def test_regels_staan_op_volgorde() -> None:
    assert list(REGELS) == sorted(REGELS)


def test_alleen_wat_niet_kan_is_een_fout() -> None:
    assert {c for c, r in REGELS.items() if r.ernst is Ernst.FOUT} == {"K07", "K47", "K91"}


@pytest.mark.parametrize(
    ("nagekeken", "op", "oud"),
    [
        ("2025-11-20", "2026-11-20", False),
        ("2025-11-19", "2026-11-20", True),
        ("2024-02-29", "2025-02-28", False),
        ("2024-02-29", "2025-03-01", True),
        ("0001-01-01", "2026-11-20", True),
    ],
)
def test_een_jaar_is_een_jaar(tmp_path: Path, nagekeken: str, op: str, oud: bool) -> None:
    huis = anders(tmp_path, "diensten/boodschappentaxi.yml", "2026-10-12", nagekeken)
    assert ("K04" in codes(huis, op)) is oud


@pytest.mark.parametrize(("op", "gevonden"), [
    ("2026-11-30", {"K41"}), ("2026-12-31", {"K41"}), ("2027-01-01", {"K40"}),
    ("2026-10-31", set()), ("2026-11-01", {"K41"}),
])  # fmt: skip
def test_toestemming_op_de_dag(tmp_path: Path, op: str, gevonden: set[str]) -> None:
    oud, nieuw = "{datum: 2026-06-18}", "{datum: 2026-06-18, tot: 2026-12-31}"
    huis = anders(tmp_path, "medewerkers/samira.yml", oud, nieuw)
    assert {c for c in codes(huis, op) if c in {"K40", "K41"}} == gevonden


@pytest.mark.parametrize(("op", "weg"), [("2026-11-30", False), ("2026-12-01", True)])
def test_laatste_werkdag_telt_mee(tmp_path: Path, op: str, weg: bool) -> None:
    nieuw = "verrassingen:"
    huis = anders(tmp_path, "medewerkers/samira.yml", nieuw, f"uit_dienst: 2026-11-30\n{nieuw}")
    gevonden = {"K30", "K44"} & set(codes(huis, op))
    assert gevonden == ({"K30", "K44"} if weg else set())


@pytest.mark.parametrize("drempel", ["0", "-5", "99999999999999999999", "1.250"])
def test_vreemde_drempels(tmp_path: Path, drempel: str) -> None:
    tekst = KLEIN_HUIS["organisatie.yml"] + "keuring:\n"
    velden = Keuringsinstellingen.model_fields
    for naam in (n for n, v in velden.items() if v.annotation in (int, Decimal)):
        tekst += f"  {naam}: {drempel}\n"
    assert not {c for c in codes(bouw_huis(tmp_path, {"organisatie.yml": tekst})) if c[0] == "V"}


def test_uitgezet(tmp_path: Path) -> None:
    tekst = KLEIN_HUIS["organisatie.yml"].replace("spoed: Is er direct gevaar? Bel 112.\n", "")
    assert codes(bouw_huis(tmp_path, {"organisatie.yml": tekst})) == ["K61"]
    uit = tekst + "keuring: {uit: [K61]}\n"
    assert codes(bouw_huis(tmp_path, {"organisatie.yml": uit})) == []


def test_een_fout_kan_niet_uit(tmp_path: Path) -> None:
    tekst = KLEIN_HUIS["medewerkers/samira.yml"] + "opvolger: samira\n"
    uit = KLEIN_HUIS["organisatie.yml"] + "keuring: {uit: [K47]}\n"
    huis = bouw_huis(tmp_path, {"medewerkers/samira.yml": tekst, "organisatie.yml": uit})
    assert codes(huis) == ["K47", "K90"]


def _opmaakvelden() -> Iterator[tuple[str, str]]:
    for soort in soorten().values():
        for naam, veld in soort.klasse.model_fields.items():
            if f"{Opmaak()}" in f"{veld.annotation} {veld.metadata}" and naam != "notities":
                yield soort.naam, naam


@pytest.mark.parametrize(("soort", "veld"), list(_opmaakvelden()))
def test_taal_kijkt_naar_elke_lange_tekst(soort: str, veld: str) -> None:
    assert veld in PUBLIEKE_TEKSTEN[soort]


@pytest.mark.parametrize(
    ("tekst", "plat"),
    [
        ("Zie [de site](https://a.nl/x) nu", "Zie de site nu"),
        ("![een plaat](a.png) erbij", "een plaat erbij"),
        ("Ga naar https://a.nl/participatie.", "Ga naar "),
        ("*nadruk* en **meer**", '"nadruk" en "meer"'),
        ("# Kop\ntekst", "\n\nKop\ntekst"),
        ("- een\n- twee", "\n\neen\n\n\ntwee"),
        ("1. een\n2. twee", "\n\neen\n\n\ntwee"),
    ],
)
def test_kaal(tekst: str, plat: str) -> None:
    assert kaal(tekst) == plat


@pytest.mark.parametrize(
    ("tekst", "aantallen"),
    [
        ("een twee drie vier vijf", []),
        ("een twee drie vier vijf zes", [6]),
        ("een twee drie vier. vijf zes zeven", []),
        ("om 9.30 uur op de A28 bij Anne's huis", [9]),
        ("een twee drie vier: vijf zes zeven", []),
        ("een twee drie\n\nvier vijf zes", []),
        ("een twee drie\nvier vijf zes", [6]),
        ("Wat? Ja! Goed… een twee drie vier", []),
        ('Hij zei: "een twee drie." En toen vier vijf', []),
    ],
)
def test_lange_zinnen(tekst: str, aantallen: list[int]) -> None:
    assert [aantal for _, aantal in lange_zinnen(tekst, 5)] == aantallen


@pytest.mark.parametrize(
    ("woord", "vorm"),
    [
        ("zorgvraag", "zorgvragen"), ("casus", "casussen"), ("pilot", "pilots"),
        ("ketenpartner", "ketenpartners"), ("intake", "intakes"), ("cliënt", "cliënten"),
        ("laagdrempelig", "laagdrempelige"), ("stakeholder", "stakeholders"),
    ],
)  # fmt: skip
def test_vormen(woord: str, vorm: str) -> None:
    assert vorm in vormen(woord)


@pytest.mark.parametrize(
    ("tekst", "gevonden"),
    [
        ("Participatie is mooi", ["participatie"]),
        ("PARTICIPATIE", ["participatie"]),
        ("onze burgerparticipatieladder", []),
        ("de cliëntondersteuner", []),
        ("een participatie-avond", []),
        ("met eigen\nkracht", ["eigen kracht"]),
        ('"participatie" heet dat', []),
        ("participatie (meedoen)", []),
        ("meedoen (participatie)", []),
        ("intake en nog een intake", ["intake", "intake"]),
    ],
)
def test_jargon(tekst: str, gevonden: list[str]) -> None:
    assert [woord for woord, _ in Jargon({}, []).zoek(tekst)] == gevonden


def test_eigen_jargon() -> None:
    eigen = Jargon({"Traject": "weg", "c++ (taal)": "x", " ": "y"}, ["Intake", "casussen"])
    assert [w for w, _ in eigen.zoek("trajecten intakes casus casussen")] == ["traject", "casus"]
    assert eigen.gewoner("traject") == "weg"


def test_geen_vakwoord_wordt_uitgelegd_met_een_vakwoord() -> None:
    jargon = Jargon({}, [])
    assert len(VAKWOORDEN) >= 60
    assert [w for w, gewoon in VAKWOORDEN.items() if list(jargon.zoek(gewoon))] == []
