"""Who speaks what: told to machines by code, to people by name, and found by asking."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from helpers.site import build_site, write_organisatie
from helpers.small_huis import SMALL_HUIS
from propositie.dutch.languages import Language, read_language
from propositie.pages.facets import LONG

NAMES = {
    "Nederlands": ("Nederlands", "nl", False),
    "turks": ("turks", "tr", False),
    "Oekraïens": ("Oekraïens", "uk", False),
    "een beetje Tigrinya": ("Tigrinya", "ti", True),
    "Tigrinya (een beetje)": ("Tigrinya", "ti", True),
    "vloeiend  Engels": ("Engels", "en", False),
    "Nederlandse Gebarentaal": ("Nederlandse Gebarentaal", "dse", False),
    "Gronings": ("Gronings", "nds", False),
    "Bildts": ("Bildts", "", False),
}


@pytest.mark.parametrize(("words", "expected"), NAMES.items())
def test_a_language_is_known_by_its_dutch_name(words: str, expected: tuple[str, str, bool]) -> None:
    assert read_language(words) == Language(*expected)


def test_what_has_no_code_keeps_its_name() -> None:
    assert read_language("een beetje Bildts").tag == "Bildts"


def people(languages: str, count: int = 2) -> dict[str, str]:
    """The small house with so many more workers, each of whom speaks these languages."""
    samira = SMALL_HUIS["medewerkers/samira.yml"].replace("boegbeeld_van: [ouderen]\n", "")
    return {
        f"medewerkers/m{n}.yml": samira.replace("Samira", f"Mens{n}") + f"talen: {languages}\n"
        for n in range(count)
    }


def spoken(site: Path) -> str:
    """The line on the page with everybody that says who speaks what, without its marks."""
    html = (site / "mensen/index.html").read_text("utf-8")
    found = re.search(r'<p class="spreken">(.*?)</p>', html)
    return re.sub(r"<[^>]+>", "", found[1]) if found else ""


def test_a_short_list_of_people_says_who_speaks_what(demo_site: Path) -> None:
    line = spoken(demo_site)
    assert line.startswith("Wij spreken ook Duits: Marjolein, Wim · Engels: Ayşe, Daan, Gijs,")
    assert line.endswith("een beetje Tigrinya: Ayşe · Turks: Ayşe")
    assert "Nederlands:" not in line
    html = (demo_site / "mensen/index.html").read_text("utf-8")
    assert '<b>Turks:</b> <a href="../mensen/ayse/">Ayşe</a>' in html


def test_who_only_speaks_dutch_needs_no_line(tmp_path: Path) -> None:
    assert spoken(build_site(write_organisatie(tmp_path, people("[Nederlands]")))) == ""


def test_a_language_is_one_however_it_is_written(tmp_path: Path) -> None:
    files = people("[turks]", 1) | {"medewerkers/z.yml": people("[Turks]", 3)["medewerkers/m2.yml"]}
    line = spoken(build_site(write_organisatie(tmp_path, files)))
    assert line == "Wij spreken ook turks: Mens0, Mens2"


def test_a_long_list_has_a_choice_instead(tmp_path: Path) -> None:
    site = build_site(write_organisatie(tmp_path, people("[Turks, Engels]", LONG)))
    assert spoken(site) == ""
    assert 'name="taal"' in (site / "mensen/index.html").read_text("utf-8")


def test_the_page_of_a_worker_says_what_he_speaks(demo_site: Path) -> None:
    html = (demo_site / "mensen/ayse/index.html").read_text("utf-8")
    assert "Spreekt Nederlands, Turks, Engels en een beetje Tigrinya" in html
