"""The rules as a whole: codes, edges in time, switching off, language. Messages: `messages/`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from helpers.small_huis import ON_DATE, SMALL_HUIS, write_huis
from propositie.checks import RULES, Rule
from propositie.checks.jargon import JARGON_WORDS, Jargon, inflect
from propositie.checks.language import find_long_sentences
from propositie.checks.texts import strip_markdown
from propositie.finding import Severity
from propositie.huis import CheckSettings, kinds
from propositie.huis.fields import fields_of
from propositie.huis.value_types import MARKUP
from propositie.inspection import inspect


def codes(huis_folder: Path, on_date: str = ON_DATE) -> list[str]:
    return [b.code for b in inspect(huis_folder, date.fromisoformat(on_date), "huis").findings]


def changed(tmp_path: Path, file: str, old: str, new: str) -> Path:
    assert old in SMALL_HUIS[file]
    return write_huis(tmp_path, {file: SMALL_HUIS[file].replace(old, new)})


def test_markup_fields_are_found() -> None:
    assert ("medewerkers", "over") in set(_markup_fields())


@pytest.mark.parametrize("r", RULES.values(), ids=RULES)
def test_rule_is_complete(r: Rule) -> None:
    assert re.fullmatch(r"K\d\d", r.code)
    assert r.title[0].isupper()
    assert not r.title.endswith(".")
    assert r.reason.endswith((".", ").", "?"))
    assert r.function.__doc__


def test_rules_are_in_order() -> None:
    assert list(RULES) == sorted(RULES)


def test_only_what_is_impossible_is_an_error() -> None:
    assert {c for c, r in RULES.items() if r.severity is Severity.ERROR} == {"K07", "K47", "K91"}


@pytest.mark.parametrize(
    ("checked_on", "on_date", "old"),
    [
        ("2025-11-20", "2026-11-20", False),
        ("2025-11-19", "2026-11-20", True),
        ("2024-02-29", "2025-02-28", False),
        ("2024-02-29", "2025-03-01", True),
        ("0001-01-01", "2026-11-20", True),
    ],
)
def test_a_year_is_a_year(tmp_path: Path, checked_on: str, on_date: str, old: bool) -> None:
    huis = changed(tmp_path, "diensten/boodschappentaxi.yml", "2026-10-12", checked_on)
    assert ("K04" in codes(huis, on_date)) is old


@pytest.mark.parametrize(("on_date", "found"), [
    ("2026-11-30", {"K41"}), ("2026-12-31", {"K41"}), ("2027-01-01", {"K40"}),
    ("2026-10-31", set()), ("2026-11-01", {"K41"}),
])  # fmt: skip
def test_toestemming_on_the_day(tmp_path: Path, on_date: str, found: set[str]) -> None:
    old, new = "{datum: 2026-06-18}", "{datum: 2026-06-18, tot: 2026-12-31}"
    huis = changed(tmp_path, "medewerkers/samira.yml", old, new)
    assert {c for c in codes(huis, on_date) if c in {"K40", "K41"}} == found


@pytest.mark.parametrize(("on_date", "gone"), [("2026-11-30", False), ("2026-12-01", True)])
def test_last_working_day_counts(tmp_path: Path, on_date: str, gone: bool) -> None:
    new = "verrassingen:"
    huis = changed(tmp_path, "medewerkers/samira.yml", new, f"uit_dienst: 2026-11-30\n{new}")
    found = {"K30", "K44"} & set(codes(huis, on_date))
    assert found == ({"K30", "K44"} if gone else set())


@pytest.mark.parametrize("threshold", ["0", "-5", "99999999999999999999", "1.250"])
def test_strange_thresholds(tmp_path: Path, threshold: str) -> None:
    text = SMALL_HUIS["organisatie.yml"] + "keuring:\n"
    fields = CheckSettings.model_fields
    for name in (n for n, v in fields.items() if v.annotation in (int, Decimal)):
        text += f"  {name}: {threshold}\n"
    assert not {c for c in codes(write_huis(tmp_path, {"organisatie.yml": text})) if c[0] == "V"}


def test_switched_off(tmp_path: Path) -> None:
    text = SMALL_HUIS["organisatie.yml"].replace("spoed: Is er direct gevaar? Bel 112.\n", "")
    assert codes(write_huis(tmp_path, {"organisatie.yml": text})) == ["K61"]
    disabled = text + "keuring: {uit: [K61]}\n"
    assert codes(write_huis(tmp_path, {"organisatie.yml": disabled})) == []


def test_an_error_cannot_be_switched_off(tmp_path: Path) -> None:
    text = SMALL_HUIS["medewerkers/samira.yml"] + "opvolger: samira\n"
    disabled = SMALL_HUIS["organisatie.yml"] + "keuring: {uit: [K47]}\n"
    huis = write_huis(tmp_path, {"medewerkers/samira.yml": text, "organisatie.yml": disabled})
    assert codes(huis) == ["K47", "K90"]


def _markup_fields() -> Iterator[tuple[str, str]]:
    for kind in kinds().values():
        for field in fields_of(kind.model) if kind.texts else ():
            if field.value_type is MARKUP and not field.is_internal:
                yield kind.name, field.name


@pytest.mark.parametrize(("kind", "field"), list(_markup_fields()))
def test_language_rules_look_at_every_long_text(kind: str, field: str) -> None:
    assert field in kinds()[kind].texts


@pytest.mark.parametrize(
    ("text", "plain"),
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
def test_plain_text(text: str, plain: str) -> None:
    assert strip_markdown(text) == plain


@pytest.mark.parametrize(
    ("text", "counts"),
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
def test_long_sentences(text: str, counts: list[int]) -> None:
    assert [count for _, count in find_long_sentences(text, 5)] == counts


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("zorgvraag", "zorgvragen"), ("casus", "casussen"), ("pilot", "pilots"),
        ("ketenpartner", "ketenpartners"), ("intake", "intakes"), ("cliënt", "cliënten"),
        ("laagdrempelig", "laagdrempelige"), ("stakeholder", "stakeholders"),
    ],
)  # fmt: skip
def test_word_forms(word: str, form: str) -> None:
    assert form in inflect(word)


@pytest.mark.parametrize(
    ("text", "found"),
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
def test_jargon(text: str, found: list[str]) -> None:
    assert [word for word, _ in Jargon({}, []).find(text)] == found


def test_own_jargon() -> None:
    own = Jargon({"Traject": "weg", "c++ (taal)": "x", " ": "y"}, ["Intake", "casussen"])
    assert [w for w, _ in own.find("trajecten intakes casus casussen")] == ["traject", "casus"]
    assert own.plainer("traject") == "weg"


def test_no_jargon_is_explained_with_jargon() -> None:
    jargon = Jargon({}, [])
    assert len(JARGON_WORDS) >= 60
    assert [w for w, plain in JARGON_WORDS.items() if list(jargon.find(plain))] == []
