"""Making a long list short: by place, group and language without a script, by name with one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from playwright.sync_api import Browser, Locator, Page, expect

from helpers.organisations import PEOPLE, write_large
from helpers.server import serve
from helpers.site import plan_house, write_pages
from propositie.huis import Medewerker, overview_of
from propositie.pages.builder import PageBuilder
from propositie.pages.choices import MOST_CHOICES, FacetKey, choice_rules
from propositie.pages.facets import LONG, dienst_facets, letters_of, people_facets, place_of

TOWNS = ("Winschoten", "Pekela", "Bellingwolde", "Winschoten", "Vlagtwedde")
LANGUAGES = (["Nederlands"], ["Nederlands", "Turks"], ["Nederlands", "Gronings", "Engels"])


def change(folder: Path, kind: str, changed: Callable[[int, dict[str, Any]], None]) -> None:
    """Change every thing of a kind in the house in `folder`; each is given with its number."""
    for number, path in enumerate(sorted((folder / kind).glob("*.yml"))):
        thing = yaml.safe_load(path.read_text("utf-8"))
        changed(number, thing)
        path.write_text(yaml.safe_dump(thing, allow_unicode=True), "utf-8")


def move(number: int, place: dict[str, Any]) -> None:
    """Each place in a town."""
    place["adres"]["plaats"] = TOWNS[number]


def teach(number: int, person: dict[str, Any]) -> None:
    """Some speak more than others."""
    person["talen"] = LANGUAGES[number % len(LANGUAGES)]


@pytest.fixture(scope="module")
def huis(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The large organisation, in which not everybody speaks the same and not all is in one town."""
    folder = tmp_path_factory.mktemp("zestig")
    write_large(folder, portraits=False)
    change(folder / "huis", "locaties", move)
    change(folder / "huis", "medewerkers", teach)
    return folder / "huis"


@pytest.fixture(scope="module")
def builder(huis: Path) -> PageBuilder:
    """What makes its pages."""
    found = plan_house(huis).builder
    assert found is not None
    return found


# --- what can be chosen ------------------------------------------------------------------------


def test_what_can_be_chosen_among_people(builder: PageBuilder) -> None:
    people = [*builder.huis.medewerkers.values()]
    place, group, language = people_facets(builder, people)
    assert [f.key for f in (place, group, language)] == ["plaats", "groep", "taal"]
    assert [(c.name, c.count) for c in place.choices] == [
        ("Winschoten", 24), ("Bellingwolde", 12), ("Pekela", 12), ("Vlagtwedde", 12),
    ]  # fmt: skip
    assert [c.name for c in group.choices] == [k.naam for k in builder.huis.klantgroepen.values()]
    assert {c.count for c in group.choices} == {5}
    assert [(c.name, c.count) for c in language.choices] == [
        ("Nederlands", 60), ("Engels", 20), ("Gronings", 20), ("Turks", 20),
    ]  # fmt: skip


def test_a_count_is_that_of_the_rows_that_fit(builder: PageBuilder) -> None:
    people, diensten = builder.huis.medewerkers.values(), builder.huis.diensten.values()
    facets = [*people_facets(builder, [*people]), *dienst_facets(builder, [*diensten])]
    assert [f.key for f in facets] == ["plaats", "groep", "taal", "groep", "plaats"]
    for facet in facets:
        for number, choice in enumerate(facet.choices, 1):
            fits = [id_ for id_, numbers in facet.rows.items() if number in numbers]
            assert len(fits) == choice.count, (facet.key, choice.name)


def test_a_short_list_has_nothing_to_choose(builder: PageBuilder) -> None:
    people = [*builder.huis.medewerkers.values()]
    diensten = [*builder.huis.diensten.values()]
    assert people_facets(builder, people[: LONG - 1]) == []
    assert dienst_facets(builder, diensten[: LONG - 1]) == []
    assert len(people_facets(builder, people[:LONG])) == 3


def test_what_has_one_answer_is_not_asked(builder: PageBuilder) -> None:
    same = [m.model_copy(update={"talen": ("Nederlands",)})
            for m in builder.huis.medewerkers.values()]  # fmt: skip
    assert [f.key for f in people_facets(builder, same)] == ["plaats", "groep"]


def test_no_more_answers_than_there_are_rules_for(builder: PageBuilder) -> None:
    numbers = count()
    many = [m.model_copy(update={"talen": (f"Taal {next(numbers)}", "Nederlands")})
            for m in builder.huis.medewerkers.values()]  # fmt: skip
    assert len(many) == PEOPLE > MOST_CHOICES
    languages = people_facets(builder, many)[-1]
    assert len(languages.choices) == MOST_CHOICES
    assert languages.choices[0].name == "Nederlands"
    assert max(n for numbers in languages.rows.values() for n in numbers) == MOST_CHOICES


def test_every_choice_that_can_be_made_has_a_rule() -> None:
    rules = choice_rules(dict.fromkeys(get_args(FacetKey), MOST_CHOICES))
    found = re.findall(
        r"\[name=(\w+)\]\[value='(\d+)'\]:checked\) :is\(\.mens,\.rij,\.vraagrij,\.keer\)", rules
    )
    assert found == [
        (key, str(n)) for key in get_args(FacetKey) for n in range(1, MOST_CHOICES + 1)
    ]
    assert "value='0'" not in rules, "the first button shows every row"


def named(*names: str) -> list[Medewerker]:
    """People who are called so; their ids are numbers."""
    return [
        Medewerker.model_validate(
            {"id": str(number), "naam": name, "functie": "kok", "belofte": "Ik kom.",
             "te_vinden": [{"waar": "Hier", "wanneer": "altijd"}]}
        )
        for number, name in enumerate(names)
    ]  # fmt: skip


def test_a_letter_leads_to_the_first_whose_name_begins_with_it() -> None:
    people = named("Élise Bos", "Els Vos", "ayşe Yıldız", "Øystein Ø", "王小明", "3D-Jan", "İlke")
    assert letters_of(people) == {"#": "5", "A": "2", "E": "0", "I": "6", "O": "3", "王": "4"}
    assert letters_of([]) == {}


def test_where_somebody_is_first_to_be_met(builder: PageBuilder) -> None:
    assert place_of(builder, builder.huis.medewerkers["mens-01"]) == "Pekela"
    assert place_of(builder, named("Jo Bos")[0]) == ""


# --- in a browser ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def address(huis: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the pages with everybody and everything are served."""
    target = tmp_path_factory.mktemp("lijsten") / "site"
    pages = overview_of("medewerkers"), overview_of("diensten")
    with serve(write_pages(huis, target, *pages)) as address:
        yield address


@pytest.fixture(scope="module")
def plain(browser: Browser) -> Iterator[Page]:
    """A page without scripts, which the test may style."""
    with browser.new_context(locale="nl-NL", java_script_enabled=False) as context:
        yield context.new_page()


def shown(rows: Locator) -> int:
    """How many of these can be seen."""
    return sum(row.is_visible() for row in rows.all())


def choose(page: Page, question: str, answer: str) -> int:
    """Choose an answer; gives the number that stands on its button."""
    button = page.get_by_role("group", name=question).locator("label").filter(has_text=answer)
    button.first.click()
    return int(button.first.locator("small").inner_text())


def test_a_choice_hides_the_rows_that_do_not_fit(plain: Page, address: str) -> None:
    plain.goto(f"{address}mensen/")
    people = plain.locator(".mens")
    assert shown(people) == PEOPLE
    assert choose(plain, "Plaats", "Pekela") == shown(people) == 12
    assert {p.inner_text().split(" · ")[0] for p in people.locator("p:last-child").all()
            if p.is_visible()} == {"Pekela"}  # fmt: skip
    assert choose(plain, "Plaats", "Winschoten") == shown(people) == 24
    assert choose(plain, "Plaats", "Overal") == shown(people) == PEOPLE


def test_two_choices_hold_together(plain: Page, address: str) -> None:
    plain.goto(f"{address}mensen/")
    people = plain.locator(".mens")
    choose(plain, "Plaats", "Winschoten")
    choose(plain, "Spreekt", "Turks")
    places_and_languages = [(number % 5 in (0, 3)) and number % 3 == 1 for number in range(PEOPLE)]
    assert shown(people) == sum(places_and_languages) > 0
    choose(plain, "Plaats", "Overal")
    assert shown(people) == 20


def test_a_choice_is_made_by_keyboard(plain: Page, address: str) -> None:
    plain.goto(f"{address}mensen/")
    plain.get_by_role("radio", name="Overal 60").focus()
    plain.keyboard.press("ArrowRight")
    expect(plain.get_by_role("radio", name="Winschoten 24")).to_be_checked()
    assert shown(plain.locator(".mens")) == 24


def test_a_place_chosen_leaves_a_short_page_on_a_phone(plain: Page, address: str) -> None:
    plain.set_viewport_size({"width": 390, "height": 844})
    plain.goto(f"{address}mensen/")
    choose(plain, "Plaats", "Pekela")
    rows = [row.bounding_box() for row in plain.locator(".mens").all() if row.is_visible()]
    heights = [box["height"] for box in rows if box]
    assert len(heights) == 12
    assert sum(heights) <= 2000


def test_a_browser_that_does_not_know_the_rule_shows_everybody(
    browser: Browser, huis: Path, tmp_path: Path
) -> None:
    site = write_pages(huis, tmp_path / "site", overview_of("medewerkers"))
    [sheet] = (site / "assets").glob("stijl.*.css")
    style = sheet.read_text("utf-8")
    without = re.sub(r"^main:has\(\[name=.*\n", "", style, flags=re.M)
    assert len(without) < len(style)
    sheet.write_text(without, "utf-8")
    with serve(site) as address, browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}mensen/")
        choose(page, "Plaats", "Pekela")
        assert shown(page.locator(".mens")) == PEOPLE


def test_a_heading_without_rows_goes_too(plain: Page, address: str) -> None:
    plain.goto(f"{address}aanbod/")
    headings, rows = plain.locator(".trede h2"), plain.locator(".rij")
    assert shown(headings) == 4
    everything = shown(rows)
    number = choose(plain, "Voor", "Slechthorenden")
    assert number == shown(rows) < everything
    for section in plain.locator(".trede").all():
        assert section.is_visible() == bool(shown(section.locator(".rij")))
    assert shown(headings) == 1
    choose(plain, "Voor", "Iedereen")
    assert (shown(headings), shown(rows)) == (4, everything)


def test_by_name_only_where_a_script_can(page: Page, plain: Page, address: str) -> None:
    plain.goto(f"{address}mensen/")
    assert not plain.get_by_label("Zoek op naam").is_visible()
    page.goto(f"{address}mensen/")
    assert page.get_by_label("Zoek op naam").is_visible()


@pytest.mark.parametrize("typed", ["yıldız", "yildiz", "YILDIZ", " Yıldız "])
def test_a_name_is_found_however_it_is_typed(page: Page, address: str, typed: str) -> None:
    page.goto(f"{address}mensen/")
    page.get_by_label("Zoek op naam").fill(typed)
    rows = page.locator(".mens:visible")
    expect(rows).to_have_count(8)
    assert all("Yıldız" in row.inner_text() for row in rows.all())
    expect(page.locator(".keuze output")).to_have_text("8")


def test_a_name_and_a_choice_hold_together(page: Page, address: str) -> None:
    page.goto(f"{address}mensen/")
    page.get_by_label("Zoek op naam").fill("els")
    expect(page.locator(".mens:visible")).to_have_count(7)
    choose(page, "Plaats", "Winschoten")
    left = sum(number % 5 in (0, 3) for number in range(7, PEOPLE, 8))
    expect(page.locator(".mens:visible")).to_have_count(left)
    expect(page.locator(".keuze output")).to_have_text(str(left))
    page.get_by_label("Zoek op naam").fill("")
    expect(page.locator(".mens:visible")).to_have_count(24)


def test_enter_in_the_name_field_leaves_the_page_as_it_is(page: Page, address: str) -> None:
    page.goto(f"{address}mensen/")
    page.get_by_label("Zoek op naam").fill("nobody at all")
    page.get_by_label("Zoek op naam").press("Enter")
    expect(page.locator(".keuze output")).to_have_text("0")
    assert page.url == f"{address}mensen/"


def test_a_letter_jumps_to_the_first_name(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}mensen/")
    page.locator(".letters").get_by_role("link", name="S", exact=True).click()
    first = page.locator(".mens:target")
    expect(first).to_be_in_viewport()
    assert first.locator("h2").inner_text().startswith("S")
    previous = page.locator(".mens:has(+ .mens:target) h2").inner_text()
    assert not previous.startswith("S")


def test_a_short_list_has_none_of_this(page: Page, demo_under_path: str) -> None:
    page.goto(f"{demo_under_path}mensen/")
    assert page.locator(".mens").count() < LONG
    for what in (".keuze", ".letters", "script[src*=keuze]"):
        assert page.locator(what).count() == 0, what


@pytest.mark.parametrize(("answers", "rules"), [(0, 0), (1, 10), (10, 10), (11, 20), (99, 40)])
def test_a_house_has_rules_by_tens(answers: int, rules: int) -> None:
    assert choice_rules({"taal": answers}).count("{display:none}") == rules


def test_needs_are_chosen_by_group(plain: Page, demo_under_path: str) -> None:
    plain.goto(f"{demo_under_path}hulp-bij/")
    rows, headings = plain.locator(".vraagrij"), plain.locator(".trede h2")
    everything = shown(rows)
    number = choose(plain, "Voor", "Ouderen")
    assert 0 < number == shown(rows) < everything
    assert shown(headings) == 1


def test_many_services_are_chosen_by_subject_too(
    builder: PageBuilder, monkeypatch: pytest.MonkeyPatch
) -> None:
    diensten = list(builder.huis.diensten.values())
    assert "onderwerp" not in {facet.key for facet in dienst_facets(builder, diensten)}
    monkeypatch.setattr("propositie.pages.facets.WITH_SUBJECTS", len(diensten))
    [subjects] = [f for f in dienst_facets(builder, diensten) if f.key == "onderwerp"]
    names = {need.naam for need in builder.huis.behoeften.values()}
    assert {choice.name for choice in subjects.choices} <= names
    assert all(subjects.rows.values()), "every service answers a need"
