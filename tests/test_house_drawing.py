"""The drawn house: everything in its place, whatever lives in it."""

from __future__ import annotations

from itertools import combinations

import pytest
from fontTools.ttLib import TTFont
from playwright.sync_api import Page

from propositie.output.house_drawing import (
    WALL_L,
    WALL_R,
    WIDTH,
    HousePart,
    house_drawing,
)
from propositie.output.letterbox import WIDTHS, width
from propositie.output.literata import PRINT
from propositie.output.text_fitting import wrap_text

SENTENCE = "Ik zorg voor iemand en wil zelf ook overeind blijven"
BELOFTE = "Je houdt dezelfde persoon, van de eerste kop koffie tot de laatste brief"


def overlaps(a: HousePart, b: HousePart) -> bool:
    """Whether two parts cover one another."""
    return (
        a.x < b.x + b.width
        and b.x < a.x + a.width
        and a.y < b.y + b.height
        and b.y < a.y + a.height
    )


@pytest.mark.parametrize("groups", [0, 1, 3, 6, 7, 12, 13])
@pytest.mark.parametrize("medewerkers", [0, 1, 9, 13, 24, 60])
@pytest.mark.parametrize("beloften", [0, 1, 3])
def test_every_part_stands_inside_the_house_and_beside_the_others(
    groups: int, medewerkers: int, beloften: int
) -> None:
    t = house_drawing(
        [BELOFTE] * beloften, ["Marjolein"] * medewerkers, [(SENTENCE, "Mantelzorgers")] * groups
    )
    assert len(t.doors) == groups
    assert len(t.beloften) == beloften
    assert len(t.windows) == min(medewerkers, 24)
    assert (t.all_people is None) == (medewerkers <= 24)
    for part in (*t.windows, *t.doors):
        assert part.x >= WALL_L
        assert part.x + part.width <= WALL_R
    all_parts = [*t.beloften, *t.windows, *t.doors]
    assert not [1 for a, b in combinations(all_parts, 2) if overlaps(a, b)]
    for part in all_parts:
        assert part.y >= 0
        assert part.y + part.height <= t.height
        for line in (*part.lines, *part.name):
            assert 0 < line.x < WIDTH
            assert line.y <= part.y + part.height + 26


def test_the_same_house_is_always_drawn_the_same() -> None:
    one, two = (house_drawing([BELOFTE], ["Jan"], [(SENTENCE, "Groep")]) for _ in range(2))
    assert one == two


def test_no_word_is_lost_or_broken_when_it_fits() -> None:
    t = house_drawing([BELOFTE], ["Jan"], [(SENTENCE, "Mantelzorgers")] * 6)
    for door in t.doors:
        assert " ".join(r.text for r in door.lines) == SENTENCE
        assert " ".join(r.text for r in door.name) == "Mantelzorgers"


def test_what_cannot_fit_is_cut_off_with_an_ellipsis() -> None:
    t = house_drawing(["x" * 900], ["y" * 90], [("z" * 900, "q" * 200)])
    for part in (*t.beloften, *t.windows, *t.doors):
        assert part.lines[-1].text.endswith("…")


@pytest.mark.parametrize(
    ("text", "widths", "lines"),
    [
        ("een twee drie", [85, 85], ["een twee", "drie"]),
        ("een twee drie", [1000], ["een twee drie"]),
        ("een twee drie", [30], None),
        ("tweeëntwintig", [10], None),
        ("", [10], [""]),
    ],
)
def test_text_is_broken_at_words(text: str, widths: list[float], lines: list[str] | None) -> None:
    assert wrap_text(text, 16, widths) == lines


def test_the_drawing_is_a_list_of_links_for_the_keyboard(page: Page, demo_under_path: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(demo_under_path)
    huis = page.locator("svg.tekening")
    assert huis.get_by_role("list").count() == 3
    assert huis.get_by_role("listitem").count() == 3 + 9 + 6
    door = huis.get_by_role("link", name="Ik wil in mijn eigen huis blijven wonen (Ouderen)")
    door.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/voor-wie/ouderen/")


STICKS_OUT = """() => {
  const out = [];
  const box = (e) => e.getBoundingClientRect();
  const note = (text, inside) => { if (!inside) out.push(text.textContent); };
  for (const door of document.querySelectorAll('.tekening__deur')) {
    const d = box(door.querySelector('path'));
    for (const text of door.querySelectorAll('text')) {
      const r = box(text);
      note(text, r.left >= d.left && r.right <= d.right && r.bottom <= d.bottom);
    }
    const [sentence, name] = door.querySelectorAll('text');
    note(sentence, box(sentence).bottom <= box(name).top);
  }
  const names = [...document.querySelectorAll('.tekening__raam text')];
  for (const [n, text] of names.entries()) {
    const [a, b] = [box(text), names[n + 1] && box(names[n + 1])];
    note(text, !b || b.top > a.top + 5 || a.right <= b.left);
  }
  const roof = document.querySelector('.tekening__dak');
  const slope = roof.getPointAtLength(0);
  const top = document.querySelector('.tekening').viewBox.baseVal;
  const ridge = {x: top.width / 2, y: 26};
  for (const text of document.querySelectorAll('.tekening__belofte text')) {
    const r = text.getBBox();
    const half = (ridge.x - slope.x) * (r.y - ridge.y) / (slope.y - ridge.y);
    note(text, r.x >= ridge.x - half && r.x + r.width <= ridge.x + half);
  }
  return out; }"""


@pytest.mark.parametrize("site", ["demo", "klein", "groot"], indirect=True)
def test_text_stays_inside_its_door(page: Page, address: str) -> None:
    """In doors, under windows and below the roof, with the letters of this machine.

    `make test-elsewhere` runs it with those of other machines.
    """
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(address)
    assert page.evaluate(STICKS_OUT) == []


def test_an_accent_takes_no_room_and_a_strange_letter_all() -> None:
    assert width("één") == width("een")
    assert width("ỹ") == width("y")
    assert width("語") == 1


def test_a_text_is_never_measured_narrower_than_literata_sets_it() -> None:
    for name in ("Regular", "Italic"):
        font = TTFont(PRINT / f"Literata-{name}.ttf")
        glyphs, metrics = font.getBestCmap(), font["hmtx"]
        em = font["head"].unitsPerEm
        wide = {
            letter: metrics[glyphs[ord(letter)]][0] / em
            for letter in WIDTHS
            if ord(letter) in glyphs
        }
        assert {letter: w for letter, w in wide.items() if w > width(letter)} == {}


def test_a_word_is_only_broken_when_it_is_wider_than_its_line() -> None:
    sentence = f"Ik val onder de {'arbeidsongeschiktheidsverzekering' * 4} en weet niet hoe verder"
    [door] = house_drawing([], [], [(sentence, "Groep")]).doors
    lines = [r.text for r in door.lines]
    assert lines[0] == "Ik val onder de"
    assert lines[-1].endswith("…")


@pytest.mark.parametrize("width", [360, 800])
def test_a_narrow_screen_gets_the_house_as_lists(
    page: Page, demo_under_path: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(demo_under_path)
    assert not page.locator("svg.tekening").is_visible()
    assert page.locator(".deuren__rij .deur").count() == 6
    assert page.get_by_role("link", name="Ik wil in mijn eigen huis blijven wonen").is_visible()
