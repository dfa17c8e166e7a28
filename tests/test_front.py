"""The front of the house: whoever lives in it, its doors stand in the first screen and its words
below its roof (the brief of the looks, sections 5 and 8)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from helpers.front_house import GROUPS, PAYOFF, write_house
from helpers.layout_faults import find_layout_faults
from helpers.screen import (
    LAPTOP,
    LETTERS,
    LOW_LAPTOP,
    PHONE,
    SMALL_PHONE,
    bottom_of,
    end_of_screen,
    set_letter,
)
from helpers.server import serve
from helpers.site import plan_house, write_pages
from propositie.huis import addresses
from propositie.pages.home import (
    IN_ONE_ROW,
    WINDOWS,
    Front,
    fits_below_a_point,
    make_front,
    payoff_lines,
)

# --- what stands where -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("payoff", "lines"),
    [
        ("Kom", ["Kom"]),
        ("Kom maar binnen", ["Kom maar binnen"]),
        ("Kom zitten, dan kijken we even", ["Kom zitten,", "dan kijken we even"]),
        ("Ja, en dan zoeken we samen verder", ["Ja, en dan zoeken we samen verder"]),
        ("Wij zoeken graag samen verder, ja", ["Wij zoeken graag samen verder, ja"]),
        ("Bel, kom langs, of schrijf", ["Bel, kom langs, of schrijf"]),
        ("Kom zitten,dan kijken we", ["Kom zitten,dan kijken we"]),
        ("Kom zitten, ", ["Kom zitten, "]),
        (", kom zitten", [", kom zitten"]),
    ],
)
def test_a_payoff_breaks_after_its_comma_when_both_halves_are_about_as_long(
    payoff: str, lines: list[str]
) -> None:
    assert payoff_lines(payoff) == lines


@pytest.mark.parametrize(
    ("lines", "fits"),
    [
        (["Kom zitten,", "dan kijken we even"], True),
        (["Kom zitten, dan kijken we even"], False),
        (["Kom"], False),
        (["Kom eens gezellig zitten,", "dan kijken we even"], False),
        (["Kom zitten,", "dan kijken we samen met iedereen"], False),
        ([], False),
    ],
)
def test_only_two_lines_of_which_the_first_is_short_stand_below_a_point(
    lines: list[str], fits: bool
) -> None:
    assert fits_below_a_point(lines) is fits


def front_of(folder: Path, groups: int, people: int, payoff: str = PAYOFF) -> Front:
    """The front of a house with so many client groups and people."""
    write_house(folder, groups, people, payoff)
    return front_in(folder)


def front_in(folder: Path) -> Front:
    """The front of the house in a folder."""
    builder = plan_house(folder).builder
    assert builder is not None
    return make_front(builder)


@pytest.mark.parametrize(
    ("groups", "people", "doors", "all_door", "windows", "told", "storeys", "narrow"),
    [
        (0, 0, 0, False, 0, 0, False, True),
        (1, 1, 1, False, 1, 0, False, True),
        (2, 4, 2, False, 4, 0, False, False),
        (3, 1, 3, False, 1, 0, False, False),
        (6, 7, 6, False, 7, 0, False, False),
        (8, 8, 8, False, 7, 8, False, False),
        (9, 7, 9, False, 7, 0, True, False),
        (12, 60, 12, False, 7, 60, True, False),
        (13, 7, 11, True, 7, 0, True, False),
        (20, 60, 11, True, 7, 60, True, False),
    ],
)
def test_how_many_doors_and_windows_there_are(
    tmp_path: Path, groups: int, people: int, doors: int, all_door: bool, windows: int, told: int,
    storeys: bool, narrow: bool,
) -> None:  # fmt: skip
    front = front_of(tmp_path, groups, people)
    assert (len(front.doors), front.has_all_door) == (doors, all_door)
    assert (len(front.people), front.has_more_people) == (windows, bool(told))
    assert (front.in_storeys, front.is_narrow) == (storeys, narrow)
    assert [k.naam for k in front.doors] == list(GROUPS[:doors])
    assert front.is_pointed
    assert front.others == []


def test_whoever_works_with_us_has_no_door(tmp_path: Path) -> None:
    write_house(tmp_path, 3, 1)
    file = tmp_path / "klantgroepen/groep-01.yml"
    file.write_text(file.read_text("utf-8") + "soort: verwijzer\n", "utf-8")
    front = front_in(tmp_path)
    assert [k.naam for k in front.doors] == [GROUPS[0], GROUPS[2]]
    assert [k.naam for k in front.others] == [GROUPS[1]]


# --- in a browser ------------------------------------------------------------------------------

HOUSES = [(1, 1), (1, 60), (6, 7), (8, 300), (9, 7), (12, 60), (13, 1), (20, 300)]
"""How many client groups, and how many people."""
WIDTHS = (320, 390, 768, 1280)
BELOW_THE_FOLD = 1
"""So many doors of a large house may have their name below the first screen."""


class House(NamedTuple):
    """A house whose home page is served."""

    groups: int
    people: int
    address: str


@pytest.fixture(scope="module", params=HOUSES, ids=lambda house: "-".join(map(str, house)))
def house(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[House]:
    """Each of the houses."""
    groups, people = request.param
    folder = tmp_path_factory.mktemp("front")
    write_house(folder / "huis", groups, people)
    with serve(write_pages(folder / "huis", folder / "site", addresses.HOME)) as address:
        yield House(groups, people, address)


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """A page that the test may style."""
    with browser.new_context(locale="nl-NL", bypass_csp=True, reduced_motion="reduce") as context:
        yield context.new_page()


@pytest.mark.parametrize("screen", [LAPTOP, LOW_LAPTOP], ids=["1366x768", "1280x720"])
def test_search_and_doors_stand_in_the_first_screen(
    tab: Page, house: House, screen: ViewportSize
) -> None:
    tab.set_viewport_size(screen)
    tab.goto(house.address)
    end = end_of_screen(tab)
    assert bottom_of(tab.locator(".dak .zoek")) <= end
    doors = tab.locator(".deur").all()
    if house.groups <= IN_ONE_ROW:
        assert len(doors) == house.groups
        assert [d.inner_text() for d in doors if bottom_of(d) > end] == []
    elif screen == LAPTOP:
        names = tab.locator(".deur__naam").all()
        above = [name for name in names if bottom_of(name) <= end]
        assert len(above) >= len(names) - BELOW_THE_FOLD


def test_on_a_phone_one_sees_which_doors_there_are(tab: Page, house: House) -> None:
    tab.set_viewport_size(PHONE)
    tab.goto(house.address)
    doors, end = tab.locator(".deur").all(), end_of_screen(tab)
    whole = [door for door in doors if bottom_of(door) <= end]
    assert len(whole) >= min(2, house.groups)
    tab.set_viewport_size(SMALL_PHONE)
    assert bottom_of(tab.locator(".deur__naam").first) <= end_of_screen(tab)


def test_the_last_door_of_a_large_house_leads_to_all_groups(tab: Page, house: House) -> None:
    tab.goto(house.address)
    last = tab.locator(".deur a").last
    leads_to_all = (last.get_attribute("href") or "").endswith("voor-wie/")
    assert leads_to_all == (house.groups > 12)
    assert (last.inner_text().strip() == "alle groepen") == leads_to_all


@pytest.mark.parametrize("width", WIDTHS)
def test_never_more_than_seven_windows_and_then_a_way_to_everybody(
    tab: Page, house: House, width: int
) -> None:
    tab.set_viewport_size({"width": width, "height": 800})
    tab.goto(house.address)
    windows = [li for li in tab.locator(".ramen__rij li").all() if li.is_visible()]
    assert 1 <= len(windows) <= min(WINDOWS, house.people)
    everybody = tab.locator(".ramen__alle a")
    if len(windows) < house.people:
        assert everybody.is_visible()
        assert everybody.inner_text() == f"alle {house.people} mensen"
        assert (everybody.get_attribute("href") or "").endswith("mensen/")
    else:
        assert not everybody.is_visible()


def test_nothing_is_cut_or_stands_outside(tab: Page, house: House) -> None:
    tab.goto(house.address)
    faults = []
    for letter in LETTERS:
        set_letter(tab, letter)
        for width in WIDTHS:
            tab.set_viewport_size({"width": width, "height": 800})
            faults += [f"{fault} ({letter})" for fault in find_layout_faults(tab, "")]
    assert faults == []


# --- below the roof ----------------------------------------------------------------------------

PAYOFFS = {
    "Kom": False,
    "Kom gerust binnen": False,
    "Kom zitten, dan kijken we even": True,
    "Samen zoeken we verder, tot het loopt en het ook blijft lopen": False,
    "Wie in het dorp of de stad woont, kent iemand die de weg weet in hulp": False,
    "Mantelzorgondersteuningsvereniging": False,
}
"""What an organisation may call out, and whether it stands below a point."""

OUTSIDE_THE_ROOF = """(air) => {
  const shapes = [...document.querySelectorAll(".dak__punt path, .dak__kap path, .dak .vlak")]
    .filter((path) => path.checkVisibility());
  const isInside = (x, y) => shapes.some((path) =>
    path.isPointInFill(new DOMPoint(x, y).matrixTransform(path.getScreenCTM().inverse())));
  const outside = [];
  const walker = document.createTreeWalker(document.querySelector(".dak"), NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (!text.data.trim() || text.parentElement.closest(".alleen-hoorbaar, [hidden]")) continue;
    range.selectNodeContents(text);
    for (const { left, right, top, bottom, width, height } of range.getClientRects()) {
      if (width < 2) continue;
      const places = [0, 0.25, 0.5, 0.75, 1].map((part) => left + part * (right - left));
      const free = places.every((x) => isInside(x, top + air * height))
        && [left, right].every((x) => isInside(x, bottom - air * height));
      if (!free) outside.push(`${text.data.trim()} (${Math.round(left)}, ${Math.round(top)})`);
    }
  }
  return outside;
}"""
"""Texts of which a line stands outside the roof: along its top, or at a corner below. A line of
text has this part of `air` above and below its letters."""
AIR = 0.15


@pytest.fixture(scope="module", params=PAYOFFS)
def roof(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, str]]:
    """A payoff, and where the home page is served on which it stands."""
    folder = tmp_path_factory.mktemp("dak")
    write_house(folder / "huis", 6, 7, request.param)
    with serve(write_pages(folder / "huis", folder / "site", addresses.HOME)) as address:
        yield request.param, address


@pytest.mark.parametrize("letter", LETTERS)
def test_every_word_stands_below_the_roof(tab: Page, roof: tuple[str, str], letter: str) -> None:
    payoff, address = roof
    tab.goto(address)
    set_letter(tab, letter)
    assert bool(tab.locator(".huis--punt").count()) == PAYOFFS[payoff]
    outside = {}
    for width in (*WIDTHS, 1366):
        tab.set_viewport_size({"width": width, "height": 800})
        if found := tab.evaluate(OUTSIDE_THE_ROOF, AIR):
            outside[width] = found
    assert outside == {}


def test_a_word_above_the_roof_is_seen(tab: Page, roof: tuple[str, str]) -> None:
    tab.goto(roof[1])
    tab.set_viewport_size(LAPTOP)
    tab.add_style_tag(content=".dak__zin{position:relative;top:-6rem}")
    assert tab.evaluate(OUTSIDE_THE_ROOF, AIR) != []
