"""The drawn house: everything in its place, whatever lives in it."""

from __future__ import annotations

from itertools import combinations

import pytest
from playwright.sync_api import Page

from propositie.uitvoer.huistekening import (
    BREEDTE,
    MUUR_L,
    MUUR_R,
    Onderdeel,
    afgebroken,
    huistekening,
)

ZIN = "Ik zorg voor iemand en wil zelf ook overeind blijven"
BELOFTE = "Je houdt dezelfde persoon, van de eerste kop koffie tot de laatste brief"


def overlapt(a: Onderdeel, b: Onderdeel) -> bool:
    """Whether two parts cover one another."""
    return (
        a.x < b.x + b.breedte
        and b.x < a.x + a.breedte
        and a.y < b.y + b.hoogte
        and b.y < a.y + a.hoogte
    )


@pytest.mark.parametrize("groepen", [0, 1, 3, 6, 7, 12, 13])
@pytest.mark.parametrize("mensen", [0, 1, 9, 13, 24, 60])
@pytest.mark.parametrize("beloften", [0, 1, 3])
def test_every_part_stands_inside_the_house_and_beside_the_others(
    groepen: int, mensen: int, beloften: int
) -> None:
    t = huistekening(
        [BELOFTE] * beloften, ["Marjolein"] * mensen, [(ZIN, "Mantelzorgers")] * groepen
    )
    assert len(t.deuren) == groepen
    assert len(t.beloften) == beloften
    assert len(t.ramen) == min(mensen, 24)
    assert (t.alle_mensen is None) == (mensen <= 24)
    for deel in (*t.ramen, *t.deuren):
        assert deel.x >= MUUR_L
        assert deel.x + deel.breedte <= MUUR_R
    alle = [*t.beloften, *t.ramen, *t.deuren]
    assert not [1 for a, b in combinations(alle, 2) if overlapt(a, b)]
    for deel in alle:
        assert deel.y >= 0
        assert deel.y + deel.hoogte <= t.hoogte
        for regel in (*deel.regels, *deel.naam):
            assert 0 < regel.x < BREEDTE
            assert regel.y <= deel.y + deel.hoogte + 26


def test_the_same_house_is_always_drawn_the_same() -> None:
    een, twee = (huistekening([BELOFTE], ["Jan"], [(ZIN, "Groep")]) for _ in range(2))
    assert een == twee


def test_no_word_is_lost_or_broken_when_it_fits() -> None:
    t = huistekening([BELOFTE], ["Jan"], [(ZIN, "Mantelzorgers")] * 6)
    for deur in t.deuren:
        assert " ".join(r.tekst for r in deur.regels) == ZIN
        assert " ".join(r.tekst for r in deur.naam) == "Mantelzorgers"


def test_what_cannot_fit_is_cut_off_with_an_ellipsis() -> None:
    t = huistekening(["x" * 900], ["y" * 90], [("z" * 900, "q" * 200)])
    for deel in (*t.beloften, *t.ramen, *t.deuren):
        assert deel.regels[-1].tekst.endswith("…")


@pytest.mark.parametrize(
    ("tekst", "breedtes", "regels"),
    [
        ("een twee drie", [70, 70], ["een twee", "drie"]),
        ("een twee drie", [1000], ["een twee drie"]),
        ("een twee drie", [30], None),
        ("tweeëntwintig", [10], None),
        ("", [10], [""]),
    ],
)
def test_text_is_broken_at_words(
    tekst: str, breedtes: list[float], regels: list[str] | None
) -> None:
    assert afgebroken(tekst, 16, breedtes) == regels


def test_the_drawing_is_a_list_of_links_for_the_keyboard(pagina: Page, demo_onder_pad: str) -> None:
    pagina.set_viewport_size({"width": 1280, "height": 900})
    pagina.goto(demo_onder_pad)
    huis = pagina.locator("svg.tekening")
    assert huis.get_by_role("list").count() == 3
    assert huis.get_by_role("listitem").count() == 3 + 9 + 6
    deur = huis.get_by_role("link", name="Ik wil in mijn eigen huis blijven wonen (Ouderen)")
    deur.focus()
    pagina.keyboard.press("Enter")
    pagina.wait_for_url("**/voor-wie/ouderen/")


def test_text_stays_inside_its_door(pagina: Page, demo_onder_pad: str) -> None:
    """With the letters of this machine, which are wider than most."""
    pagina.set_viewport_size({"width": 1280, "height": 900})
    pagina.goto(demo_onder_pad)
    uitsteken = pagina.evaluate(
        """() => [...document.querySelectorAll('.tekening__deur')].filter(deur => {
          const d = deur.querySelector('path').getBoundingClientRect();
          return [...deur.querySelectorAll('text')].some(t => {
            const r = t.getBoundingClientRect();
            return r.left < d.left || r.right > d.right || r.bottom > d.bottom; });
        }).map(d => d.textContent)"""
    )
    assert uitsteken == []


@pytest.mark.parametrize("breedte", [360, 800])
def test_a_narrow_screen_gets_the_house_as_lists(
    pagina: Page, demo_onder_pad: str, breedte: int
) -> None:
    pagina.set_viewport_size({"width": breedte, "height": 700})
    pagina.goto(demo_onder_pad)
    assert not pagina.locator("svg.tekening").is_visible()
    assert pagina.locator(".deuren__rij .deur").count() == 6
    assert pagina.get_by_role("link", name="Ik wil in mijn eigen huis blijven wonen").is_visible()
