"""The page in plain words: short sentences, large pictures, numbers; and nothing that is empty."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml

from helpers.build import ROOT
from helpers.search import addresses_in, leads_to
from helpers.site import build_site, write_organisatie
from helpers.small_huis import SMALL_HUIS
from propositie.checks.readability import SENTENCE_END, WORD
from propositie.dutch import first_sentence
from propositie.pages.formatting import choose_aanspreekvorm

ADDRESS = "gewoon/"
MOST_WORDS = 8
WORDS: dict[str, str] = yaml.load((ROOT / "theme/words/nl.yml").read_text("utf-8"), yaml.BaseLoader)


def own_keys() -> list[str]:
    """The sentences that the page itself says."""
    template = (ROOT / "theme/huis/gewoon.html").read_text("utf-8")
    keys = {*re.findall(r"say\('(\w+)'", template), *(k for k in WORDS if k.startswith("gewoon"))}
    return sorted(keys - {"gewoon_zoekwoorden"})


@pytest.mark.parametrize("form", ["je", "u"])
@pytest.mark.parametrize("key", own_keys())
def test_a_sentence_of_its_own_has_at_most_eight_words(key: str, form: str) -> None:
    text = choose_aanspreekvorm(WORDS[key], form).replace("{", "").replace("}", "")
    assert [s for s in SENTENCE_END.split(text) if len(WORD.findall(s)) > MOST_WORDS] == []


SENTENCES = {
    "Loop binnen met je brieven. Wij kijken mee.": "Loop binnen met je brieven.",
    "Bij mw. Prins, o.a. voor soep. Elke dag.": "Bij mw. Prins, o.a. voor soep.",
    "Dat kost 3.50 per keer": "Dat kost 3.50 per keer",
    "Zin in “soep.” Kom dan": "Zin in “soep.”",
    "Hoe dan? Zo.": "Hoe dan?",
    "Met J. Prins. Altijd.": "Met J. Prins.",
}


@pytest.mark.parametrize(("text", "expected"), SENTENCES.items())
def test_the_first_sentence(text: str, expected: str) -> None:
    assert first_sentence(text) == expected


class _Outline(HTMLParser):
    """Each heading of a page, with whether anything stands below it before the next one."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.levels: list[int] = []
        self.titles: list[str] = []
        self.is_filled: list[bool] = []
        self._in_heading = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if re.fullmatch(r"h[1-6]", tag):
            self.levels.append(int(tag[1]))
            self.titles.append("")
            self.is_filled.append(False)
            self._in_heading = True

    def handle_endtag(self, tag: str) -> None:
        self._in_heading = self._in_heading and not re.fullmatch(r"h[1-6]", tag)

    def handle_data(self, data: str) -> None:
        if self._in_heading:
            self.titles[-1] += data
        elif data.strip() and self.levels:
            self.is_filled[-1] = True

    @property
    def empty(self) -> list[str]:
        """Headings below which nothing stands, not even a lower heading."""
        following = [*self.levels[1:], 0]
        rows = zip(self.titles, self.levels, following, self.is_filled, strict=True)
        return [title for title, level, after, filled in rows if not filled and after <= level]


def main_of(site: Path, address: str = ADDRESS) -> str:
    html = (site / address / "index.html").read_text("utf-8")
    return html.split("<main")[1].split("</main>")[0].replace("\u00ad", "")


def section(html: str, heading: str) -> str:
    """What stands from the heading of a section on, up to its end."""
    return html.split(f"<h2>{heading}</h2>")[1].split("</section>")[0]


def numbers(html: str) -> list[str]:
    return re.findall(r'href="tel:([^"]+)"', html)


def test_the_demo_says_whom_to_call_what_it_does_who_and_where(demo_site: Path) -> None:
    html = main_of(demo_site)
    outline = _Outline(html)
    assert outline.levels.count(1) == 1
    assert outline.empty == []
    assert [t for t, level in zip(outline.titles, outline.levels, strict=True) if level == 2] == [
        "Bel ons", "Dit doen wij", "Dit zijn wij", "Kom binnen",
    ]  # fmt: skip
    assert numbers(html)[0] == "+31599000100"
    assert "maandag tot en met donderdag 9.00\u00a0tot\u00a017.00" in html
    diensten = section(html, "Dit doen wij")
    assert diensten.count("<h3>") == 8
    assert diensten.count("<picture>") + diensten.count("tekening") == 8
    assert "Taalmaatje" in diensten
    assert "Loop binnen met je brieven." in diensten
    people = section(html, "Dit zijn wij")
    assert people.count("<h3>") == len(numbers(people)) == 6
    places = section(html, "Kom binnen")
    assert "Lindelaan 12" in places
    assert "Maandag, dinsdag en donderdag 8.30\u00a0tot\u00a021.30" in places


def test_it_says_call_us_in_the_languages_that_its_people_speak(demo_site: Path) -> None:
    html = main_of(demo_site)
    found = re.findall(
        r'href="tel:([^"]+)"><span class="gewoon__zin" lang="(\w+)"( dir="rtl")?>([^<]+)</span>'
        r".*?<span class=\"zacht\">([^<]+)<",
        html,
    )
    told = {code: (number, bool(rtl), said, who) for number, code, rtl, said, who in found}
    assert told["tr"] == ("+31599000113", False, "Bizi arayın", "Ayşe spreekt Turks")
    assert told["ar"] == ("+31599000112", True, "اتصل بنا", "Samira spreekt Marokkaans-Arabisch")
    assert set(told) == {"en", "de", "tr", "ar", "fr"}  # nobody speaks Tigrinya well


def test_the_demo_leads_to_it(demo_site: Path) -> None:
    for page in ("404.html", "zoeken/index.html"):
        main = (demo_site / page).read_text("utf-8").split("<main")[1].split("</main>")[0]
        assert re.search(rf'href="[^"]*{ADDRESS}"', main), page
    assert f'href="../{ADDRESS}"' in (demo_site / "contact/index.html").read_text("utf-8")
    assert f"/{ADDRESS}</loc>" in (demo_site / "sitemap.xml").read_text("utf-8")
    assert f"/{ADDRESS}): " in (demo_site / "llms.txt").read_text("utf-8")
    assert addresses_in(demo_site).count(ADDRESS) == 1
    assert leads_to(demo_site, "makkelijk", ADDRESS)


CONTACT = "contact: {telefoon: 0599 000 100}"
HOUSES: Mapping[str, tuple[str, list[str]]] = {
    "telefoon": (CONTACT, ["Bel ons", "Dit doen wij"]),
    "email": ("contact: {email: welkom@veenrand.example}", ["Mail ons", "Dit doen wij"]),
    "adres": ("contact: {adres: {plaats: Veenrand}}", ["Dit doen wij", "Kom binnen"]),
    "niets": ("contact: {antwoord_binnen: een week}", ["Dit doen wij"]),
}
"""What an organisation tells of itself, and the headings that follow. In the small house nobody has
a number of his own, and no place an address."""


@pytest.mark.parametrize("told", HOUSES)
def test_what_the_smallest_house_does_not_have_has_no_heading(tmp_path: Path, told: str) -> None:
    contact, expected = HOUSES[told]
    org = SMALL_HUIS["organisatie.yml"].replace(CONTACT, contact)
    html = main_of(build_site(write_organisatie(tmp_path, {"organisatie.yml": org})))
    outline = _Outline(html)
    assert outline.empty == []
    assert expected == [
        title for title, level in zip(outline.titles, outline.levels, strict=True) if level == 2
    ]
    assert not re.search(r"<(ul|p|section)( class=[^>]*)?>\s*</", html)


def test_what_is_only_for_who_refers_or_pays_is_not_told(tmp_path: Path) -> None:
    group = SMALL_HUIS["klantgroepen/ouderen.yml"] + "soort: opdrachtgever\n"
    files = {"klantgroepen/ouderen.yml": group}
    assert "Dit doen wij" not in main_of(build_site(write_organisatie(tmp_path, files)))


def test_an_organisation_adds_its_own_words(tmp_path: Path) -> None:
    config_file = write_organisatie(tmp_path)
    (tmp_path / "paginas/gewoon.md").write_text("# In gewone woorden\n\nDag!\n", "utf-8")
    html = main_of(build_site(config_file))
    assert "<p>Dag!</p>" in html
    assert html.count("<h1") == 1
    assert "Boodschappentaxi" in html
